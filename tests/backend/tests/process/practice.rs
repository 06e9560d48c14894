//! The whole journey of two people, through the practice tenant's own pages.

use crate::kit::{Directory, Server, configure, free_port};
use crate::robot::{Robot, between};
use consentry_shared::api::{Created, HandOff, State};
use practice_tenant::{Options, Practice, Scenario};
use reqwest::{Client, Method};
use serde_json::json;
use std::net::Ipv4Addr;
use url::Url;

const ADMIN: &str = "adele.admin@birchwood.example";

struct Rehearsal {
    practice: Practice,
    server: Server,
    client: Client,
    _directory: Directory,
}

async fn rehearse(scenario: Scenario) -> Rehearsal {
    let (directory, port) = (Directory::new(), free_port());
    let practice = practice_tenant::start(Options {
        scenario,
        listen: (Ipv4Addr::LOCALHOST, 0).into(),
        backend: Url::parse(&format!("http://localhost:{port}")).unwrap(),
        client_secret: "practice-secret".into(),
    })
    .await
    .unwrap();
    let authority = directory.write("ca.pem", &practice.ca_pem);
    let address = practice.addr;
    let microsoft = format!(
        "ca_file = \"{}\"
         resolve = {{ \"login.microsoftonline.com\" = \"{address}\", \"graph.microsoft.com\" = \"{address}\" }}",
        authority.display()
    );
    let server = Server::start(&configure(&directory, port, &microsoft), port).await;
    Rehearsal {
        practice,
        server,
        client: Client::new(),
        _directory: directory,
    }
}

impl Rehearsal {
    async fn sign_in(&self) -> Created {
        let created = self.server.create(&self.client).await.unwrap();
        let robot = Robot::new(&self.practice);
        let (done, _) = robot
            .walk(&created.start_url, ADMIN, |url| url.path() == "/done")
            .await;
        assert!(done.fragment().unwrap().starts_with("consentry="));
        created
    }

    /// What the second person does: opens the link, follows the fallback address on it, accepts.
    async fn grant(&self, created: &Created) {
        let link = self
            .server
            .request(&self.client, Method::POST, created, "/handoff");
        let link: HandOff = link.send().await.unwrap().json().await.unwrap();
        let page = self
            .client
            .get(&link.url)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        let address = between(&page, "class=\"address\">", "<").unwrap();
        let robot = Robot::new(&self.practice);
        let back = |url: &Url| url.path() == "/oauth/adminconsent/callback";
        let (_, answer) = robot.walk(&address, ADMIN, back).await;
        assert!(answer.text().await.unwrap().contains("Thank you"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_in_and_a_grant_end_with_the_two_counts() {
    let rehearsal = rehearse(Scenario::default()).await;
    let (server, client) = (&rehearsal.server, &rehearsal.client);
    let created = rehearsal.sign_in().await;
    let status = server
        .until(client, &created, "checked", |now| now.checked_at.is_some())
        .await;
    assert_eq!(status.state, State::NeedsAdminConsent);
    assert_eq!(status.account.as_deref(), Some(ADMIN));

    rehearsal.grant(&created).await;
    let is_authorized =
        |now: &consentry_shared::api::Status| matches!(now.state, State::Authorized { .. });
    let status = server
        .until(client, &created, "authorized", is_authorized)
        .await;
    assert_eq!(
        status.state,
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
    assert_eq!(status.missing, Vec::<String>::new());
    rehearsal.practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_grant_that_spreads_slowly_and_is_throttled_arrives_all_the_same() {
    let scenario = Scenario {
        propagation_s: 3,
        throttle: 2,
        ..Scenario::default()
    };
    let rehearsal = rehearse(scenario).await;
    let (server, client) = (&rehearsal.server, &rehearsal.client);
    let created = rehearsal.sign_in().await;
    rehearsal.grant(&created).await;
    let status = server.status(client, &created).await;
    assert!(
        !matches!(status.state, State::Authorized { .. }),
        "{:?}",
        status.state
    );
    let hint = json!({"hint": "consent-returned"});
    server
        .request(client, Method::POST, &created, "/check")
        .json(&hint)
        .send()
        .await
        .unwrap();
    let is_spreading = |now: &consentry_shared::api::Status| {
        matches!(now.state, State::Propagating { .. }) || now.waiting.is_some()
    };
    server
        .until(client, &created, "spreading", is_spreading)
        .await;
    let is_authorized = |now: &consentry_shared::api::Status| {
        now.state
            == State::Authorized {
                users: 17,
                sites: 43,
            }
    };
    server
        .until(client, &created, "authorized", is_authorized)
        .await;
    rehearsal.practice.stop().await;
}
