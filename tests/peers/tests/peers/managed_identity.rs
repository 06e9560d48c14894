//! Microsoft's own library and ours ask the same stand-in for a token of a managed identity, in the same way, and take
//! the same answer. The stand-in has the documented form:
//! <https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token> and
//! <https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference>.

use crate::kit::Process;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use consentry_server::secrets::credential::Identity;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::process::Command;

const GRAPH: &str = "https://graph.microsoft.com";
const ASSIGNED: &str = "5b0a9d1c-7a34-4f1e-9c55-0a8b7c6d5e4f";
/// Far enough away that nobody asks again: the first of January 2100.
const EXPIRES: u64 = 4_102_444_800;

/// What one request said: path, parameters, and the header that proves where it is from.
type Asked = (String, BTreeMap<String, String>, Option<String>);

#[derive(Clone, Default)]
struct Machine(Arc<Mutex<Vec<Asked>>>);

impl Machine {
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(answer).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        base
    }
}

async fn answer(
    State(machine): State<Machine>,
    uri: Uri,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    // Microsoft's library ends the path with a slash, and its documentation does not.
    let path = uri.path().trim_end_matches('/');
    let query = query.unwrap_or_default();
    let query: BTreeMap<String, String> = url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let proof = header("metadata").or(header("x-identity-header"));
    let asked = (path.to_owned(), query.clone(), proof.map(str::to_owned));
    machine.0.lock().unwrap().push(asked);
    let refused = |text: &str| {
        let body = json!({"error": "invalid_request", "error_description": text});
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    };
    let version = query.get("api-version").map(String::as_str);
    let is_metadata = path == "/metadata/identity/oauth2/token";
    if is_metadata {
        if header("metadata") != Some("true") || headers.contains_key("x-forwarded-for") {
            return refused("Required metadata header not specified");
        }
        if version != Some("2018-02-01") {
            return refused("api-version");
        }
    } else if header("x-identity-header") != Some("canary") || version != Some("2019-08-01") {
        return refused("header or api-version");
    }
    let Some(resource) = query.get("resource") else {
        return refused("AADSTS90014: resource");
    };
    // All values are texts, as on the pages.
    Json(json!({
        "access_token": format!("token-for-{resource}"), "client_id": ASSIGNED, "expires_in": "86399",
        "expires_on": EXPIRES.to_string(), "ext_expires_in": "86399", "not_before": "1506480273",
        "resource": resource, "token_type": "Bearer",
    }))
    .into_response()
}

/// Both ask; each answer and each request has to be the other's.
async fn both(variables: &[(&str, &str)], machine: &Machine, client: Option<&str>) -> Asked {
    let settings: Value = json!({"resource": GRAPH, "client": client});
    let mut node = Command::new("node");
    node.args(["tests/peers/identity.mjs", &settings.to_string()]);
    let mut peer = Process::start(node.envs(variables.iter().copied()));
    let theirs = peer.hear().await;
    assert_eq!(
        theirs["accessToken"],
        format!("token-for-{GRAPH}"),
        "{theirs}"
    );
    let variable = |name: &str| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let identity = Identity::of(&variable, client.map(str::to_owned), true);
    let ours = identity.ok().unwrap().token(GRAPH, 0).await.ok().unwrap();
    assert_eq!(
        ours.token.expose_secret(),
        theirs["accessToken"].as_str().unwrap()
    );
    assert_eq!(ours.ends, EXPIRES * 1000);
    let asked = machine.0.lock().unwrap().clone();
    let [of_theirs, of_ours] = &asked[..] else {
        panic!("{asked:?}")
    };
    assert_eq!(of_theirs, of_ours);
    of_ours.clone()
}

#[tokio::test]
async fn the_metadata_service_is_asked_as_microsofts_library_asks_it() {
    for client in [None, Some(ASSIGNED)] {
        let machine = Machine::default();
        let base = machine.start().await;
        let variables = [("AZURE_POD_IDENTITY_AUTHORITY_HOST", base.as_str())];
        let (path, query, _) = both(&variables, &machine, client).await;
        assert_eq!(path, "/metadata/identity/oauth2/token");
        assert_eq!(query.get("client_id").map(String::as_str), client);
    }
}

#[tokio::test]
async fn app_service_is_asked_as_microsofts_library_asks_it() {
    for client in [None, Some(ASSIGNED)] {
        let machine = Machine::default();
        let endpoint = format!("{}/msi/token", machine.start().await);
        let variables = [
            ("IDENTITY_ENDPOINT", endpoint.as_str()),
            ("IDENTITY_HEADER", "canary"),
        ];
        let (path, ..) = both(&variables, &machine, client).await;
        assert_eq!(path, "/msi/token");
    }
}
