//! The API as programs and pages of other origins meet it.

use crate::kit::{EXTENSION, Program, RETURN_TO, Server, kind, problem};
use consentry_wire::api::Deleted;
use reqwest::header::{ETAG, IF_NONE_MATCH, ORIGIN};
use reqwest::{Method, StatusCode};
use serde_json::json;

#[tokio::test]
async fn every_refusal_is_a_problem_document() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let create = || server.request(Method::POST, "/api/v1/connections");
    let with = |value: serde_json::Value| create().json(&value);
    let good = json!({"profile": "office-365-mover", "role": "other"});
    let mut named = good.clone();
    named["display_name"] = json!("x".repeat(101));
    let mut returning = good.clone();
    returning["return_to"] = json!("https://evil.example/");
    let cases = [
        (server.request(Method::GET, "/nowhere"), 404, "not-found"),
        (
            server.request(Method::GET, "/api/v1/nowhere"),
            404,
            "not-found",
        ),
        (
            server.request(Method::PUT, "/api/v1/connections"),
            405,
            "method-not-allowed",
        ),
        (create().body("profile=x"), 415, "unsupported-media-type"),
        (
            create()
                .header("content-type", "application/json")
                .body("{"),
            400,
            "bad-request",
        ),
        (
            with(json!({"profile": "office-365-mover", "role": "other", "extra": 1})),
            400,
            "bad-request",
        ),
        (
            with(json!({"profile": "nobody", "role": "other"})),
            404,
            "unknown-profile",
        ),
        (with(named), 400, "bad-request"),
        (with(returning), 403, "return-to-not-allowed"),
        (
            create()
                .header("content-type", "application/json")
                .body("x".repeat(17_000)),
            413,
            "body-too-large",
        ),
        (
            server
                .request(Method::GET, &format!("/api/v1/connections/{}", program.id))
                .bearer_auth("x"),
            401,
            "unauthorized",
        ),
        (
            server.request(Method::GET, &format!("/api/v1/connections/{}", program.id)),
            401,
            "unauthorized",
        ),
        (
            server
                .request(Method::GET, "/api/v1/connections/not-an-id")
                .bearer_auth(&program.secret),
            401,
            "unauthorized",
        ),
        (
            program.request(Method::POST, "/check"),
            409,
            "not-signed-in",
        ),
        (
            server.request(Method::POST, "/api/v1/handoffs/short/claim"),
            404,
            "handle-unknown",
        ),
    ];
    for (request, status, code) in cases {
        let response = request.send().await.unwrap();
        assert_eq!(response.status().as_u16(), status, "{code}");
        assert_eq!(problem(response).await.code, code);
    }
}

#[tokio::test]
async fn one_connections_bearer_does_not_open_another() {
    let server = Server::start().await;
    let (one, other) = (server.create(None).await, server.create(None).await);
    let crossed = Program {
        secret: other.secret.clone(),
        created: one.created.clone(),
        ..one
    };
    for (method, rest) in [
        (Method::GET, ""),
        (Method::GET, "/events"),
        (Method::POST, "/check"),
        (Method::DELETE, ""),
    ] {
        assert_eq!(
            crossed.request(method, rest).send().await.unwrap().status(),
            StatusCode::UNAUTHORIZED
        );
    }
}

#[tokio::test]
async fn f20_a_page_of_another_origin_can_change_nothing() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let body = json!({"profile": "office-365-mover", "role": "other"});
    for origin in [
        "https://evil.example",
        "null",
        "https://app.example.evil.example",
        "chrome-extension://other",
    ] {
        let create = server
            .request(Method::POST, "/api/v1/connections")
            .header(ORIGIN, origin)
            .json(&body);
        assert_eq!(
            problem(create.send().await.unwrap()).await.code,
            "origin-not-allowed"
        );
        let delete = program.request(Method::DELETE, "").header(ORIGIN, origin);
        assert_eq!(delete.send().await.unwrap().status(), StatusCode::FORBIDDEN);
        let read = program
            .request(Method::GET, "")
            .header(ORIGIN, origin)
            .send()
            .await
            .unwrap();
        assert!(
            !read.headers().contains_key("access-control-allow-origin"),
            "{origin}"
        );
    }
    for origin in ["https://app.example", EXTENSION] {
        let create = server
            .request(Method::POST, "/api/v1/connections")
            .header(ORIGIN, origin)
            .json(&body);
        let response = create.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::CREATED);
        assert_eq!(response.headers()["access-control-allow-origin"], origin);
        let varies = response.headers().get_all("vary").iter();
        assert!(varies.into_iter().any(|value| {
            value
                .to_str()
                .unwrap()
                .to_ascii_lowercase()
                .contains("origin")
        }));
        assert!(
            !response
                .headers()
                .contains_key("access-control-allow-credentials")
        );
    }
}

#[tokio::test]
async fn f21_a_preflight_is_answered_for_allowed_origins_only() {
    let server = Server::start().await;
    for (origin, allowed) in [(EXTENSION, true), ("https://evil.example", false)] {
        let response = server
            .request(Method::OPTIONS, "/api/v1/connections/x/events")
            .header(ORIGIN, origin)
            .header("access-control-request-method", "GET")
            .header(
                "access-control-request-headers",
                "authorization,last-event-id",
            )
            .send()
            .await
            .unwrap();
        assert_eq!(
            response
                .headers()
                .contains_key("access-control-allow-origin"),
            allowed,
            "{origin}"
        );
    }
}

#[tokio::test]
async fn an_unchanged_status_is_not_sent_twice() {
    let server = Server::start().await;
    let program = server.create(Some(RETURN_TO)).await;
    let first = program.request(Method::GET, "").send().await.unwrap();
    let tag = first.headers()[ETAG].clone();
    let again = program
        .request(Method::GET, "")
        .header(IF_NONE_MATCH, tag)
        .send()
        .await
        .unwrap();
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn deleting_forgets_here_and_says_what_remains_there() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let mut events = crate::kit::Events::open(&program, None).await;
    let deleted: Deleted = program
        .request(Method::DELETE, "")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert!(
        deleted
            .forgotten
            .iter()
            .any(|text| text.contains("refresh token"))
    );
    assert!(
        deleted
            .remains
            .iter()
            .any(|text| text.contains("https://portal.azure.com/#view/"))
    );
    while events.next().await.is_some() {}
    assert_eq!(
        program
            .request(Method::GET, "")
            .send()
            .await
            .unwrap()
            .status(),
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn reading_is_enough_to_be_told_of_a_grant() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    server.fake.grant();
    let polled = async {
        while kind(&program.status().await) != "authorized" {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), polled)
        .await
        .expect("never authorized");
}

#[tokio::test]
async fn the_server_says_that_it_is_up_and_ready() {
    let server = Server::start().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(
            server
                .request(Method::GET, path)
                .send()
                .await
                .unwrap()
                .status(),
            StatusCode::NO_CONTENT
        );
    }
}

#[tokio::test]
async fn the_api_tells_what_it_is() {
    let server = Server::start().await;
    let answer = server
        .request(Method::GET, "/openapi.json")
        .send()
        .await
        .unwrap();
    let document: serde_json::Value = answer.json().await.unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for name in [
        "Created", "Status", "Problem", "Deleted", "HandOff", "Claimed",
    ] {
        assert!(schemas.contains_key(name), "{name}");
    }
}
