//! The wizard's server side towards the Consentry backend. The bearer never reaches the browser.

use serde_json::{Value, json};
use url::Url;

use super::connector::Connector;
use crate::{scenario::Starter, tenant::Tenant};

/// Where the backend sends the browser after the sign-in.
const RETURN_TO: &str = "https://app.mover.io/wizard/return";

/// What a new connection needs.
pub(crate) struct Created {
    pub(crate) id: String,
    pub(crate) bearer: String,
    pub(crate) start_url: String,
}

/// Why the backend did not help, in words for the person.
pub(crate) type Trouble = String;

/// `POST /api/v1/connections`.
pub(crate) async fn create(tenant: &Tenant, display_name: &str) -> Result<Created, Trouble> {
    let role = match tenant.world().scenario.starter {
        Starter::GlobalAdmin => "global-admin",
        Starter::SharepointAdmin => "sharepoint-admin",
    };
    let body = json!({
        "profile": "office-365-mover",
        "display_name": display_name,
        "role": role,
        "return_to": RETURN_TO,
    });
    let url = address(tenant, &["connections"])?;
    let answer = send(tenant.http.post(url).json(&body)).await?;
    let text = |key: &str| answer[key].as_str().map(str::to_owned);
    match (text("id"), text("secret"), text("start_url")) {
        (Some(id), Some(bearer), Some(start_url)) => Ok(Created {
            id,
            bearer,
            start_url,
        }),
        _ => Err("The backend's answer has no connection in it.".to_owned()),
    }
}

/// `GET /api/v1/connections/{id}`, or `POST …/check`: both answer the status.
pub(crate) async fn status(
    tenant: &Tenant,
    connector: &Connector,
    check: bool,
) -> Result<Value, Trouble> {
    let request = if check {
        tenant
            .http
            .post(address(tenant, &["connections", &connector.id, "check"])?)
    } else {
        tenant
            .http
            .get(address(tenant, &["connections", &connector.id])?)
    };
    send(request.bearer_auth(&connector.bearer)).await
}

/// `POST …/reauthorize`: where to send the browser.
pub(crate) async fn reauthorize(tenant: &Tenant, connector: &Connector) -> Result<String, Trouble> {
    let url = address(tenant, &["connections", &connector.id, "reauthorize"])?;
    let answer = send(tenant.http.post(url).bearer_auth(&connector.bearer)).await?;
    let start = answer["start_url"].as_str().map(str::to_owned);
    start.ok_or_else(|| "The backend's answer has no address to go to.".to_owned())
}

fn address(tenant: &Tenant, tail: &[&str]) -> Result<Url, Trouble> {
    let mut url = tenant.backend.clone();
    url.path_segments_mut()
        .map_err(|()| "The backend's address is not valid.".to_owned())?
        .pop_if_empty()
        .extend(["api", "v1"])
        .extend(tail);
    Ok(url)
}

async fn send(request: reqwest::RequestBuilder) -> Result<Value, Trouble> {
    let response = request
        .send()
        .await
        .map_err(|_| "The Consentry backend cannot be reached.".to_owned())?;
    let status = response.status();
    let body: Value = response.json().await.unwrap_or_default();
    if status.is_success() {
        return Ok(body);
    }
    let title = body["title"].as_str().unwrap_or("no reason given");
    Err(format!(
        "The Consentry backend answered {}: {title}",
        status.as_u16()
    ))
}
