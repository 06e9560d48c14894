use crate::fake::{Fake, runtime};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Request, Uri};
use consentry_server::config::{Config, Raw};
use consentry_server::ops::limits::Peer;
use consentry_server::{State, app};
use std::net::SocketAddr;
use tempfile::TempDir;
use tower::ServiceExt;

const SECRET: &str = "a-client-secret-that-nobody-may-see";
/// OpenID Connect Discovery 1.0, section 4.2; the issuer as Microsoft writes it for all tenants.
const METADATA: &[u8] = br#"200 {"issuer":"@/{tenantid}/v2.0","authorization_endpoint":"@/organizations/oauth2/v2.0/authorize","token_endpoint":"@/organizations/oauth2/v2.0/token","jwks_uri":"@/organizations/discovery/v2.0/keys"}"#;
const RETURN_TO: &str = "https://app.example/wizard";

/// The address somebody comes back to the server with, and in the lines below it what Microsoft answers
/// when it is asked. `$STATE` stands for the state of a sign-in that was begun in this browser.
///
/// # Panics
///
/// Where the server fails by its own fault, sends the browser to a place nobody allowed, or tells a
/// secret.
pub fn callback(input: &[u8]) {
    thread_local! {
        static SERVER: Server = Server::start();
    }
    SERVER.with(|server| come_back(server, input));
}

fn come_back(server: &Server, input: &[u8]) {
    let mut lines = input.split(|byte| *byte == b'\n');
    let Ok(target) = str::from_utf8(lines.next().unwrap_or_default()) else {
        return;
    };
    runtime().block_on(async {
        let (mut target, mut cookie) = (target.to_owned(), String::new());
        let mut secrets = vec![SECRET.to_owned()];
        if target.contains("$STATE") {
            let begun = server.begin().await;
            target = target.replace("$STATE", &begun.state);
            cookie = begun.cookie;
            secrets.push(begun.bearer);
        }
        let Ok(uri) = target.parse::<Uri>() else {
            return;
        };
        server.fake.answers(&lines.take(16).collect::<Vec<_>>());
        let Some(request) = get(&uri, &cookie) else {
            return;
        };
        let (status, headers, body) = server.answer(request).await;
        assert_ne!(status, 500, "{body}");
        if let Some(location) = headers.get(LOCATION) {
            let location = location.to_str().expect("an address");
            let allowed = [RETURN_TO, &server.base, "/"];
            assert!(
                allowed.iter().any(|start| location.starts_with(start)),
                "{location}"
            );
            assert!(!location.starts_with("//"), "{location}");
        }
        for secret in secrets {
            assert!(!body.contains(&secret), "a secret in {body}");
            let told = headers.values().any(|value| {
                value
                    .as_bytes()
                    .windows(secret.len())
                    .any(|part| part == secret.as_bytes())
            });
            assert!(!told, "a secret in {headers:?}");
        }
    });
}

struct Server {
    router: Router,
    fake: Fake,
    base: String,
    _directory: TempDir,
}

/// A sign-in that was begun.
struct Begun {
    state: String,
    cookie: String,
    bearer: String,
}

impl Server {
    fn start() -> Self {
        let fake = Fake::start();
        let base = "http://localhost:7430".to_owned();
        let directory = tempfile::tempdir().expect("a folder for the database");
        let raw = serde_json::json!({
            "public_url": base,
            "database": directory.path().join("consentry.db"),
            "master_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "allowed_origins": ["https://app.example"],
            "microsoft": {"login": fake.base, "graph": fake.base},
            "limits": {"client_per_minute": 0, "sign_in_per_minute": 0, "connection_per_minute": 0,
                "pending_sign_ins": 0},
            "app": [{"profile": "office-365-mover", "client_secret": SECRET}],
        });
        let raw: Raw = serde_json::from_value(raw).expect("a configuration");
        let config = Config::from_raw(raw).expect("a configuration");
        let state = runtime().block_on(State::open(config)).expect("a server");
        Self {
            router: app(state).into_router(),
            fake,
            base,
            _directory: directory,
        }
    }

    async fn answer(&self, request: Request<Body>) -> (u16, HeaderMap, String) {
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1024 * 1024).await.expect("a body");
        (
            parts.status.as_u16(),
            parts.headers,
            String::from_utf8_lossy(&body).into_owned(),
        )
    }

    /// Begins a sign-in, for which Microsoft's description of itself is asked for once, in a browser of its own.
    async fn begin(&self) -> Begun {
        self.fake.answers(&[METADATA]);
        let body = serde_json::json!({"profile": "office-365-mover", "role": "global-admin", "return_to": RETURN_TO});
        let request = Request::post("/api/v1/connections")
            .header(CONTENT_TYPE, "application/json")
            .extension(peer())
            .body(Body::from(body.to_string()))
            .expect("a request");
        let (_, _, body) = self.answer(request).await;
        let created: serde_json::Value = serde_json::from_str(&body).unwrap_or_default();
        assert!(created["id"].is_string(), "no connection: {body}");
        let text = |key: &str| created[key].as_str().unwrap_or_default().to_owned();
        let start: Uri = text("start_url").parse().expect("an address");
        let request = get(&start, "").expect("a request");
        let (_, headers, page) = self.answer(request).await;
        let cookie = headers[SET_COOKIE].to_str().expect("a cookie");
        let cookie = cookie.split(';').next().unwrap_or_default();
        self.go_on(&start, cookie, &page).await;
        let authorize: url::Url = text("authorization_url").parse().expect("an address");
        let state = authorize.query_pairs().find(|(key, _)| key == "state");
        Begun {
            state: state
                .map(|(_, value)| value.into_owned())
                .unwrap_or_default(),
            cookie: cookie.to_owned(),
            bearer: text("secret"),
        }
    }

    /// Presses the button of the page before a sign-in.
    async fn go_on(&self, start: &Uri, cookie: &str, page: &str) {
        let proof = page.split_once("name=\"proof\" value=\"");
        let proof = proof.and_then(|(_, rest)| rest.split('"').next());
        let request = Request::post(start.path())
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(peer())
            .body(Body::from(format!("proof={}", proof.expect("a form"))))
            .expect("a request");
        let (status, ..) = self.answer(request).await;
        assert_eq!(status, 303, "the sign-in goes on");
    }
}

fn peer() -> ConnectInfo<Peer> {
    ConnectInfo(Peer(SocketAddr::from(([127, 0, 0, 1], 1))))
}

/// Nothing, where it is no address a browser could ask for.
fn get(uri: &Uri, cookie: &str) -> Option<Request<Body>> {
    let path = uri.path_and_query()?.as_str().to_owned();
    // Streams have no end.
    if !path.starts_with('/') || path.contains("/events") {
        return None;
    }
    Request::get(path)
        .header(COOKIE, cookie)
        .extension(peer())
        .body(Body::empty())
        .ok()
}
