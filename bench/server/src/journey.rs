//! What a person and their browser do: sign in and grant, through the practice tenant's pages.

use crate::stage::Stage;
use crate::subject::Subject;
use anyhow::{Context, Result, anyhow, bail};
use backend_tests::rehearsal::ADMIN;
use backend_tests::robot::{Robot, between};
use consentry_wire::api::{Created, HandOff, State, Status};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::json;
use std::time::{Duration, Instant};
use url::Url;

/// A browser that has everything but the last step: the address Microsoft sent it back to.
pub(crate) struct Returning {
    pub(crate) created: Created,
    pub(crate) robot: Robot,
    pub(crate) callback: Url,
}

/// A request about a connection, with its bearer.
pub(crate) fn request(
    client: &Client,
    server: &Subject,
    method: Method,
    of: &Created,
    rest: &str,
) -> RequestBuilder {
    let url = format!(
        "http://{}/api/v1/connections/{}{rest}",
        server.address, of.id
    );
    client.request(method, url).bearer_auth(of.secret.expose())
}

/// A new connection.
pub(crate) async fn create(client: &Client, server: &Subject) -> Result<Created> {
    let body = json!({"profile": "office-365-mover", "role": "global-admin"});
    let url = format!("http://{}/api/v1/connections", server.address);
    let answer = client
        .post(url)
        .json(&body)
        .send()
        .await?
        .error_for_status()?;
    Ok(answer.json().await?)
}

/// Goes through the sign-in of a new connection, up to the way back.
pub(crate) async fn sign_in(stage: &Stage, client: &Client, server: &Subject) -> Result<Returning> {
    let created = create(client, server).await?;
    let robot = Robot::at(stage.authority.as_bytes(), stage.microsoft);
    let is_back = |url: &Url| url.path() == "/oauth/callback";
    let callback = robot.try_walk_to(&created.start_url, ADMIN, is_back).await;
    Ok(Returning {
        callback: callback.map_err(|error| anyhow!(error))?,
        created,
        robot,
    })
}

/// Signs in, grants as a second person would, and waits until Graph proved it; the connection, and what is
/// answered about it.
pub(crate) async fn authorized(stage: &Stage, server: &Subject) -> Result<(Created, String)> {
    let client = Client::new();
    let back = sign_in(stage, &client, server).await?;
    back.robot
        .get(&back.callback)
        .await
        .map_err(|error| anyhow!(error))?;
    let link = request(&client, server, Method::POST, &back.created, "/handoff");
    let link: HandOff = link.send().await?.error_for_status()?.json().await?;
    let page = client.get(&link.url).send().await?.text().await?;
    let address =
        between(&page, "class=\"address\">", "<").context("the link's page names an address")?;
    let robot = Robot::at(stage.authority.as_bytes(), stage.microsoft);
    let is_back = |url: &Url| url.path() == "/oauth/adminconsent/callback";
    robot
        .try_walk(&address, ADMIN, is_back)
        .await
        .map_err(|error| anyhow!(error))?;
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(30) {
        let read = request(&client, server, Method::GET, &back.created, "")
            .send()
            .await?;
        let text = read.text().await?;
        let status: Status = serde_json::from_str(&text)?;
        if matches!(status.state, State::Authorized { .. }) {
            return Ok((back.created, text));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("the practice tenant never proved the grant")
}
