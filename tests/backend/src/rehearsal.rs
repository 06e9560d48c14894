//! One server against one practice tenant.

use crate::kit::{Directory, Server, configure, free_port};
use crate::robot::{Robot, between};
use consentry_wire::api::{Created, HandOff};
use practice_tenant::{Options, Practice, Scenario};
use reqwest::{Client, Method};
use serde_json::Value;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use url::Url;

/// Who may grant.
pub const ADMIN: &str = "adele.admin@birchwood.example";

/// The two, and a program that calls the server.
pub struct Rehearsal {
    /// Microsoft's part.
    pub practice: Practice,
    /// The server.
    pub server: Server,
    /// The program.
    pub client: Client,
    /// The server's configuration.
    pub config: PathBuf,
    /// The server's files.
    pub directory: Directory,
}

/// A practice tenant for a server at this port.
pub async fn practice(scenario: Scenario, port: u16) -> Practice {
    let options = Options {
        scenario,
        listen: (Ipv4Addr::LOCALHOST, 0).into(),
        backend: Url::parse(&format!("http://localhost:{port}")).unwrap(),
        client_secret: "practice-secret".into(),
    };
    practice_tenant::start(options).await.unwrap()
}

/// The inside of `[microsoft]` that leads to a practice tenant at an address.
pub fn microsoft(directory: &Directory, practice: &Practice, address: SocketAddr) -> String {
    let authority = directory.write("ca.pem", &practice.ca_pem);
    format!(
        "ca_file = \"{}\"
         resolve = {{ \"login.microsoftonline.com\" = \"{address}\", \"graph.microsoft.com\" = \"{address}\" }}",
        authority.display()
    )
}

/// What a practice tenant says of itself and of what happened there.
pub async fn state(practice: &Practice) -> Value {
    let url = format!("http://{}/state", practice.control_addr);
    reqwest::get(url).await.unwrap().json().await.unwrap()
}

/// Starts both.
pub async fn rehearse(scenario: Scenario) -> Rehearsal {
    let (directory, port) = (Directory::new(), free_port());
    let practice = practice(scenario, port).await;
    let microsoft = microsoft(&directory, &practice, practice.addr);
    let config = configure(&directory, port, &microsoft);
    let server = Server::start(&config, port).await;
    Rehearsal {
        practice,
        server,
        client: Client::new(),
        config,
        directory,
    }
}

impl Rehearsal {
    /// A new connection, signed in to.
    pub async fn sign_in(&self) -> Created {
        let created = self.server.create(&self.client).await.unwrap();
        let robot = Robot::new(&self.practice);
        let (done, _) = robot
            .walk(&created.start_url, ADMIN, |url| url.path() == "/done")
            .await;
        assert!(done.fragment().unwrap().starts_with("consentry="));
        created
    }

    /// What the second person does: opens the link, follows the fallback address on it, accepts.
    pub async fn grant(&self, created: &Created) {
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
