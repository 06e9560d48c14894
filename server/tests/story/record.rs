//! The record of a journey: what it holds, what it never holds, and what becomes of it.

use crate::kit::Server;
use consentry_server::record::verify::verify;
use consentry_wire::record::{Event, Export};
use reqwest::{Method, StatusCode};
use serde_json::json;

const MOVER: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

fn kinds(export: &Export) -> Vec<String> {
    export
        .entries
        .iter()
        .map(|sealed| {
            let event = serde_json::to_value(&sealed.entry.event).unwrap();
            event["kind"].as_str().unwrap().to_owned()
        })
        .collect()
}

#[tokio::test]
async fn a_journey_is_written_down_and_its_export_is_whole() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    program
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap();
    server.fake.grant();
    program.check(json!({"hint": "consent-returned"})).await;
    program
        .until("authorized", |status| {
            matches!(status.state, consentry_wire::api::State::Authorized { .. })
        })
        .await;
    let text = program
        .request(Method::GET, "/record")
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    verify(&text).unwrap();
    let export: Export = serde_json::from_str(&text).unwrap();
    let kinds = kinds(&export);
    assert_eq!(kinds[0], "asked");
    for kind in ["signed-in", "checked", "handed-off", "grant-suggested"] {
        assert!(kinds.iter().any(|found| found == kind), "{kind}: {kinds:?}");
    }
    let Some(Event::Checked {
        before: Some(before),
        after,
        calls,
        by,
    }) = export.entries.iter().rev().find_map(|sealed| {
        matches!(sealed.entry.event, Event::Checked { .. }).then(|| sealed.entry.event.clone())
    })
    else {
        panic!("no check with a before: {text}")
    };
    assert_ne!(before.state, "authorized");
    assert_eq!(
        (after.state.as_str(), after.users.is_some()),
        ("authorized", true)
    );
    assert!(by.starts_with("consentry-server ") && !calls.is_empty());
    for secret in ["canary", program.secret.as_str()] {
        assert!(!text.contains(secret), "the record holds {secret}");
    }
}

#[tokio::test]
async fn what_the_guard_saw_is_added_once_and_within_bounds() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let report = async |body: serde_json::Value| {
        let request = program.request(Method::POST, "/record/seen").json(&body);
        request.send().await.unwrap().status()
    };
    let held = json!({"what": "held", "client_id": MOVER, "scopes": ["Sites.Read.All"]});
    assert_eq!(report(held.clone()).await, StatusCode::NO_CONTENT);
    assert_eq!(report(held.clone()).await, StatusCode::NO_CONTENT);
    assert_eq!(
        report(json!({"what": "released"})).await,
        StatusCode::NO_CONTENT
    );
    for bad in [
        json!({"what": "clicked"}),
        json!({"what": "held", "client_id": "mover"}),
        json!({"what": "held", "scopes": ["a b"]}),
        json!({"what": "held", "note": "anything"}),
    ] {
        assert_eq!(report(bad.clone()).await, StatusCode::BAD_REQUEST, "{bad}");
    }
    let export: Export = program
        .request(Method::GET, "/record")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(kinds(&export), ["asked", "seen", "seen"]);
    let nobody = server
        .request(
            Method::POST,
            &format!("/api/v1/connections/{}/record/seen", program.id),
        )
        .json(&held);
    assert_eq!(
        nobody.send().await.unwrap().status(),
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn the_record_can_be_printed() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let response = program
        .request(Method::GET, "/record")
        .header("accept", "text/html,*/*")
        .send()
        .await
        .unwrap();
    assert_eq!(
        response.headers()["content-type"],
        "text/html; charset=utf-8"
    );
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(policy.contains("default-src 'none'"));
    let page = response.text().await.unwrap();
    assert!(page.contains(&program.id) && page.contains(MOVER) && !page.contains("<script"));
}

#[tokio::test]
async fn deleting_a_connection_tells_the_end_of_its_record_and_keeps_only_that() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let export: Export = program
        .request(Method::GET, "/record")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let deleted: consentry_wire::api::Deleted = program
        .request(Method::DELETE, "")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let told = deleted.remains.join("\n");
    assert!(told.contains(&export.head.seal), "{told}");
    let id = program.id.parse().unwrap();
    assert!(server.state.store.record(id).await.unwrap().is_empty());
    let head = server.state.store.head(id).await.unwrap().unwrap();
    assert_eq!(head.seal, export.head.seal);
    assert!(head.ended_at.is_some());
    let gone = program
        .request(Method::GET, "/record")
        .send()
        .await
        .unwrap();
    assert_eq!(gone.status(), StatusCode::UNAUTHORIZED);
}
