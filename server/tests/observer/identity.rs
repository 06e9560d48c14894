//! An observer without a secret: the machine's identity is the observer, or the observer's registration trusts it.

use crate::fake::{CLIENT, Fake, TENANT};
use crate::kit::{Observer, pace};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use consentry_server::config::Observing;
use consentry_server::observer::once;
use consentry_server::secrets::credential::{Credential, Credentials, Identity, Proof};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

const ASSIGNED: &str = "77777777-8888-4999-8aaa-bbbbbbbbbbbb";

/// The metadata service of one machine.
#[derive(Clone, Default)]
struct Machine(Arc<Mutex<Vec<String>>>, Arc<Mutex<Vec<u16>>>);

impl Machine {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let path = "/metadata/identity/oauth2/token";
        let router = Router::new()
            .route(path, get(answer))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        base
    }
}

async fn answer(
    State(machine): State<Machine>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    assert_eq!(headers["metadata"], "true");
    machine.0.lock().unwrap().push(query.unwrap_or_default());
    if let Some(status) = machine.1.lock().unwrap().pop() {
        let body = json!({"error": "invalid_request", "error_description": "Identity not found"});
        return (StatusCode::from_u16(status).unwrap(), Json(body)).into_response();
    }
    let body = json!({"access_token": "canary-of-the-machine", "expires_in": "3599",
        "expires_on": "4102444800", "token_type": "Bearer"});
    Json(body).into_response()
}

/// The observer's configuration with that identity instead of its secret.
fn with(observer: &Observer, base: &str, client_id: Option<&str>, is_observer: bool) -> Observing {
    let mut observing = observer.config();
    let host = |name: &str| (name == "AZURE_POD_IDENTITY_AUTHORITY_HOST").then(|| base.to_owned());
    let identity = Identity::of(&host, client_id.map(str::to_owned), is_observer);
    observing.observers[0].credentials = Arc::new(Credentials::new(vec![Credential {
        name: "observer.managed_identity".into(),
        proof: Proof::Identity(Box::new(identity.ok().unwrap())),
        not_before: 0,
        expires: None,
    }]));
    observing
}

async fn read(observer: &Observer, observing: &Observing) -> Result<Value, String> {
    let out = observer.out("report.json");
    let done = once::run(observing, None, &out, pace()).await;
    done.map_err(|failed| failed.to_string())?;
    Ok(observer.report())
}

fn tokens_of(fake: &Fake) -> Vec<String> {
    let calls = fake.world().calls.clone();
    calls.into_iter().map(|call| call.token).collect()
}

#[tokio::test]
async fn an_identity_that_is_the_observer_reads_with_its_own_token() {
    let observer = Observer::of(3).await;
    let machine = Machine::default();
    let observing = with(&observer, &machine.start().await, None, true);
    let report = read(&observer, &observing).await.unwrap();
    assert_eq!(report["complete"], true);
    let own = "Bearer canary-of-the-machine";
    assert!(tokens_of(&observer.fake).iter().all(|token| token == own));
    assert_eq!(
        observer.fake.world().tokens,
        0,
        "nobody asks Entra for another"
    );
    let asked = machine.0.lock().unwrap().clone();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(!asked[0].contains("client_id"));
}

#[tokio::test]
async fn an_identity_that_the_registration_trusts_is_its_assertion() {
    let observer = Observer::of(3).await;
    let machine = Machine::default();
    let observing = with(&observer, &machine.start().await, Some(ASSIGNED), false);
    let report = read(&observer, &observing).await.unwrap();
    assert_eq!(report["complete"], true);
    let forms = observer.fake.world().forms.clone();
    assert_eq!(forms.len(), 1);
    assert_eq!(forms[0]["client_assertion"], "canary-of-the-machine");
    assert_eq!(forms[0]["client_id"], CLIENT);
    assert!(!forms[0].contains_key("client_secret"));
    let asked = machine.0.lock().unwrap().clone();
    assert!(
        asked[0].contains(&format!("client_id={ASSIGNED}")),
        "{asked:?}"
    );
    assert!(asked[0].contains("AzureADTokenExchange"), "{asked:?}");
    assert!(
        !tokens_of(&observer.fake)
            .iter()
            .any(|token| token.contains("canary"))
    );
}

#[tokio::test]
async fn a_machine_that_is_busy_is_asked_again_and_one_without_the_identity_is_not() {
    let observer = Observer::of(1).await;
    let machine = Machine::default();
    machine.1.lock().unwrap().extend([429, 410]);
    let observing = with(&observer, &machine.start().await, None, true);
    assert!(read(&observer, &observing).await.is_ok());
    let machine = Machine::default();
    machine.1.lock().unwrap().push(400);
    let observing = with(&observer, &machine.start().await, None, true);
    let failed = read(&observer, &observing).await.unwrap_err();
    assert!(
        failed.contains("doesn't have that managed identity"),
        "{failed}"
    );
    assert!(
        failed.contains(TENANT) && !failed.contains("Identity not found"),
        "{failed}"
    );
    assert_eq!(machine.0.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_machine_without_the_service_says_so() {
    let observer = Observer::of(1).await;
    // A port on which nothing listens.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let failed = read(&observer, &with(&observer, &base, None, true))
        .await
        .unwrap_err();
    assert!(failed.contains("169.254.169.254"), "{failed}");
    assert_eq!(observer.fake.world().methods.len(), 0);
}
