use std::sync::{Arc, Mutex};

use axum::{
    Json, Router,
    http::HeaderMap,
    routing::{get, post},
};
use practice_tenant::Scenario;
use serde_json::{Value, json};

use super::stage::Stage;

const WIZARD: &str = "https://app.mover.io";
const BEARER: &str = "practice-bearer-of-one-connection";

/// A backend with one connection, whose state the test sets.
#[derive(Clone)]
struct Backend {
    asked: Arc<Mutex<Vec<Value>>>,
    state: Arc<Mutex<Value>>,
}

impl Backend {
    async fn start() -> (Self, String) {
        let backend = Self {
            asked: Arc::default(),
            state: Arc::new(Mutex::new(json!({ "kind": "needs_admin_consent" }))),
        };
        let (asked, state) = (Arc::clone(&backend.asked), Arc::clone(&backend.state));
        let create = async move |Json(body): Json<Value>| {
            asked.lock().unwrap().push(body);
            Json(json!({
                "id": "c1", "secret": BEARER, "start_url": "https://backend.example/connect/ticket",
            }))
        };
        let status = async move |headers: HeaderMap| {
            assert_eq!(headers["authorization"], format!("Bearer {BEARER}"));
            Json(json!({ "state": *state.lock().unwrap() }))
        };
        let router = Router::new()
            .route("/api/v1/connections", post(create))
            .route("/api/v1/connections/c1", get(status.clone()))
            .route("/api/v1/connections/c1/check", post(status));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async { axum::serve(listener, router).await });
        (backend, address)
    }
}

#[tokio::test]
async fn the_wizard_asks_the_backend_and_shows_what_becomes_of_it() {
    let (backend, address) = Backend::start().await;
    let stage = Stage::with_backend(Scenario::default(), &address).await;
    let browser = stage.browser();
    let start = browser.get(&format!("{WIZARD}/")).await;
    assert!(start.has("Step 1: Select source") && start.has("Step 2: Select destination"));

    let form = [("side", "destination"), ("display_name", "Office 365 2")];
    let sent = browser
        .post(&format!("{WIZARD}/connectors/new"), &form)
        .await;
    assert_eq!(
        sent.redirect().0.as_str(),
        "https://backend.example/connect/ticket"
    );
    let asked = backend.asked.lock().unwrap()[0].clone();
    assert_eq!(
        asked,
        json!({
            "profile": "office-365-mover",
            "display_name": "Office 365 2",
            "role": "global-admin",
            "return_to": "https://app.mover.io/wizard/return",
        })
    );

    let back = browser
        .get(&format!("{WIZARD}/wizard/return?connection=c1"))
        .await;
    assert!(back.has("Could not retrieve user count: A Global Admin needs to authorize"));
    assert!(back.has("This connector is no longer authorized."));
    *backend.state.lock().unwrap() = json!({ "kind": "authorized", "users": 17, "sites": 43 });
    let loaded = browser.get(&format!("{WIZARD}/connectors/c1/load")).await;
    assert!(loaded.has("Discovered 43 SPO sites and 17 users"));
    for page in [start, sent, back, loaded] {
        assert!(!page.has(BEARER), "the bearer stays on the server");
    }
    let stranger = stage.browser();
    assert_eq!(
        stranger
            .get(&format!("{WIZARD}/connectors/c1/load"))
            .await
            .status,
        404
    );
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_backend_that_is_away_is_named_honestly() {
    // A port that was free a moment ago: nobody listens there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let stage = Stage::with_backend(Scenario::default(), &address).await;
    let form = [("side", "destination"), ("display_name", "x")];
    let page = stage
        .browser()
        .post(&format!("{WIZARD}/connectors/new"), &form)
        .await;
    assert!(page.has("The Consentry backend cannot be reached."));
    stage.practice.stop().await;
}
