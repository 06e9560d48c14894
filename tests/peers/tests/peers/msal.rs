//! Microsoft's own client libraries against the practice tenant: what they expect of Entra, it has to
//! do. The server's beliefs rest on the same tenant.

use crate::contract;
use crate::kit::{Process, python};
use crate::walk::walk;
use practice_tenant::{Options, Practice, Scenario};
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use tokio::process::Command;
use url::Url;

const ADMIN: &str = "adele.admin@birchwood.example";
const CLIENT: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const BACK: &str = "http://localhost:7430/oauth/callback";

/// All that the contract needs to read.
const SCOPES: [&str; 5] = [
    "User.Read",
    "Application.Read.All",
    "Directory.Read.All",
    "Policy.Read.All",
    "AuditLog.Read.All",
];

async fn practice() -> (Practice, String) {
    let practice = practice_tenant::start(Options {
        scenario: Scenario::default(),
        listen: (Ipv4Addr::LOCALHOST, 0).into(),
        backend: Url::parse("http://localhost:7430").unwrap(),
        client_secret: "practice-secret".into(),
    })
    .await
    .unwrap();
    let state = format!("http://{}/state", practice.control_addr);
    let state: Value = reqwest::get(state).await.unwrap().json().await.unwrap();
    let tenant = state["tenant"]["id"].as_str().unwrap().to_owned();
    (practice, tenant)
}

fn settings(practice: &Practice, tenant: &str) -> Value {
    json!({
        "address": practice.addr.ip(), "port": practice.addr.port(), "ca": practice.ca_pem,
        "authority": format!("https://login.microsoftonline.com/{tenant}"),
        "client": CLIENT, "secret": "practice-secret", "redirect": BACK,
        "scopes": SCOPES.map(|scope| format!("https://graph.microsoft.com/{scope}")),
    })
}

/// Signs in where the library says, and gives it what came back.
async fn complete(mut peer: Process, practice: &Practice, tenant: &str) -> Value {
    let url = peer.hear().await["url"].as_str().unwrap().to_owned();
    let is_back = |url: &Url| url.as_str().starts_with(BACK);
    let back = walk(practice, &url, ADMIN, is_back).await;
    let parameters: serde_json::Map<String, Value> = back
        .query_pairs()
        .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
        .collect();
    peer.say(&parameters.into()).await;
    let result = peer.hear().await;
    assert_eq!(result["tenant"], tenant);
    assert_eq!(result["account"], ADMIN);
    for token in ["access", "refreshed", "own"] {
        let text = result[token].as_str().unwrap();
        assert_eq!(text.split('.').count(), 3, "{token}: {text}");
    }
    assert_ne!(result["access"], result["refreshed"], "a fresh one");
    result
}

/// As the portal does: everything the app declares, for everybody.
async fn grant(practice: &Practice, tenant: &str) {
    let url = format!(
        "https://login.microsoftonline.com/{tenant}/adminconsent?client_id={CLIENT}&state=x\
         &redirect_uri=http://localhost:7430/oauth/adminconsent/callback"
    );
    let is_back = |url: &Url| url.path() == "/oauth/adminconsent/callback";
    walk(practice, &url, ADMIN, is_back).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn msal_for_python_completes_a_code_flow_a_refresh_and_client_credentials() {
    let (practice, tenant) = practice().await;
    grant(&practice, &tenant).await;
    let authority = tempfile::NamedTempFile::with_suffix(".pem").unwrap();
    std::fs::write(&authority, &practice.ca_pem).unwrap();
    let mut command = Command::new(python("python"));
    command
        .args([
            "tests/peers/msal_peer.py",
            &settings(&practice, &tenant).to_string(),
        ])
        .env("REQUESTS_CA_BUNDLE", authority.path());
    let result = complete(Process::start(&mut command), &practice, &tenant).await;

    let person = result["access"].as_str().unwrap();
    let own = result["own"].as_str().unwrap();
    contract::hold(&practice, person, own, CLIENT).await;
    practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn msal_for_node_completes_a_code_flow_a_refresh_and_client_credentials() {
    let (practice, tenant) = practice().await;
    grant(&practice, &tenant).await;
    let mut command = Command::new("node");
    command.args([
        "tests/peers/msal.mjs",
        &settings(&practice, &tenant).to_string(),
    ]);
    let result = complete(Process::start(&mut command), &practice, &tenant).await;
    assert_eq!(result["state"], "of-the-peer");
    practice.stop().await;
}
