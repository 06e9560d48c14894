//! Microsoft's own Graph client reads the practice tenant's lists and deltas: what it expects of Graph, the tenant has to
//! do. The observer's beliefs rest on the same tenant.

use crate::kit::Process;
use practice_tenant::{Observer, Options, Practice, Scenario};
use reqwest::{Certificate, Client};
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use tokio::process::Command;
use url::Url;

const OBSERVER: &str = "0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e";
const SECRET: &str = "practice-secret";

async fn token(practice: &Practice) -> String {
    let client = Client::builder()
        .tls_certs_merge([Certificate::from_pem(practice.ca_pem.as_bytes()).unwrap()])
        .resolve("login.microsoftonline.com", practice.addr)
        .build()
        .unwrap();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", OBSERVER),
        ("client_secret", SECRET),
        ("scope", "https://graph.microsoft.com/.default"),
    ];
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form);
    let url = "https://login.microsoftonline.com/birchwood.example/oauth2/v2.0/token";
    let answer = client
        .post(url)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body.finish())
        .send();
    let answer: Value = answer.await.unwrap().json().await.unwrap();
    answer["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn microsofts_graph_client_reads_lists_and_deltas_to_their_end() {
    let practice = practice_tenant::start(Options {
        scenario: Scenario {
            observer: Observer::Grants,
            graph_apps: 2100,
            graph_grants: 2500,
            ..Scenario::default()
        },
        listen: (Ipv4Addr::LOCALHOST, 0).into(),
        backend: Url::parse("http://localhost:7430").unwrap(),
        client_secret: SECRET.into(),
    })
    .await
    .unwrap();
    let settings = json!({
        "address": practice.addr.ip(), "port": practice.addr.port(), "ca": practice.ca_pem,
        "token": token(&practice).await,
    });
    let mut command = Command::new("node");
    command.args(["tests/peers/graph.mjs", &settings.to_string()]);
    let mut peer = Process::start(&mut command);
    let read = peer.hear().await;
    for list in ["/servicePrincipals", "/oauth2PermissionGrants"] {
        let of = &read[list];
        let rows = of["rows"].as_u64().unwrap();
        assert!(rows >= 2100, "{list}: {read}");
        assert_eq!(of["said"], rows, "{list}: {read}");
        assert_eq!(of["delta"], rows, "{list}: {read}");
        assert_eq!(of["complete"], true, "{list}: {read}");
        // Without the header on each further page it loses rows, and says nothing.
        assert!(of["without"].as_u64().unwrap() < rows, "{list}: {read}");
    }
    let control = format!("http://{}/scenario", practice.control_addr);
    let patch = json!({"graph_churn": 4, "graph_apps": 2099});
    let patched = Client::new().post(control).json(&patch).send().await;
    assert!(patched.unwrap().status().is_success());
    peer.say(&json!({})).await;
    let changed = peer.hear().await;
    let gone = &changed["/servicePrincipals"];
    assert_eq!(gone.as_array().unwrap().len(), 1, "{gone}");
    assert_eq!(gone[0]["@removed"]["reason"], "deleted");
    let grants = changed["/oauth2PermissionGrants"].as_array().unwrap();
    assert!(
        grants
            .iter()
            .take(4)
            .all(|grant| grant["scope"] == "User.Read Mail.Send")
    );
    assert_eq!(grants.len(), 4);
    practice.stop().await;
}
