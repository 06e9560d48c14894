//! The server under test, and the browsers that go through a sign-in.

use crate::microsoft::{Microsoft, SECRET};
use crate::scenario::Scenario;
use consentry_server::checks::schedule::Pace;
use consentry_server::clock::{Clock, SystemClock};
use consentry_server::config::Config;
use consentry_server::http::listen::Listener;
use consentry_server::http::serve;
use consentry_server::jobs::runner;
use consentry_server::{State, app};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tempfile::TempDir;

/// The machine's time, and what has passed besides.
#[derive(Default)]
pub(crate) struct Ahead(AtomicU64);

impl Clock for Ahead {
    fn now(&self) -> u64 {
        SystemClock.now() + self.0.load(Ordering::SeqCst)
    }

    fn monotonic(&self) -> Duration {
        SystemClock.monotonic() + Duration::from_millis(self.0.load(Ordering::SeqCst))
    }
}

pub(crate) struct Server {
    pub base: String,
    pub microsoft: Microsoft,
    state: Arc<State>,
    clock: Arc<Ahead>,
    _directory: TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stop.cancel();
    }
}

/// As the real one, but that somebody who watches is answered sooner.
fn pace() -> Pace {
    Pace {
        propagating_ms: vec![20],
        watched_ms: [20; 3],
        trouble_ms: 20,
        trouble_limit_ms: 20,
        least_ms: 0,
        ..Pace::default()
    }
}

impl Server {
    pub(crate) async fn start(scenario: &Scenario) -> Self {
        let microsoft = Microsoft::start(scenario.tenant.clone()).await;
        let directory = tempfile::tempdir().unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let login = microsoft.world().base.clone();
        let credential = if scenario.certificate {
            json!({"profile": "office-365-mover", "credential": [certificate(&directory)]})
        } else {
            json!({"profile": "office-365-mover", "client_secret": SECRET})
        };
        let mut raw = json!({
            "public_url": base, "database": directory.path().join("consentry.db"),
            "master_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "allowed_origins": ["https://app.example"],
            "microsoft": {"login": login, "graph": login},
            "limits": {"client_per_minute": 0, "sign_in_per_minute": 0, "connection_per_minute": 0},
            "app": [credential],
        });
        merge(&mut raw, &scenario.config);
        let config = Config::from_raw(serde_json::from_value(raw).unwrap()).unwrap();
        let clock = Arc::<Ahead>::default();
        let state = State::open_with(config, clock.clone(), pace())
            .await
            .unwrap();
        tokio::spawn(runner::run(Arc::clone(&state)));
        let (router, stop) = (app(Arc::clone(&state)), state.stop.clone());
        tokio::spawn(serve::serve(Listener::new(listener, 0), router, stop));
        Self {
            base,
            microsoft,
            state,
            clock,
            _directory: directory,
        }
    }

    /// Time passes, here and at Microsoft.
    pub(crate) fn pass(&self, text: &str) {
        let (number, unit) = text.split_at(text.len() - 1);
        let seconds = match unit {
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            "d" => 86400,
            _ => panic!("{text} is no time"),
        };
        let ms = number.parse::<u64>().unwrap() * seconds * 1000;
        self.clock.0.fetch_add(ms, Ordering::SeqCst);
        self.microsoft.world().ahead += ms;
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        client().get(format!("{}{path}", self.base))
    }

    pub(crate) fn post(&self, path: &str) -> RequestBuilder {
        client().post(format!("{}{path}", self.base))
    }
}

/// One for all: to make one takes longer than most of what is done with it. Each test has a runtime of its own, and a
/// pooled connection dies with it.
fn client() -> &'static Client {
    static CLIENT: OnceLock<Client> = OnceLock::new();
    CLIENT.get_or_init(|| {
        let builder = Client::builder().redirect(Policy::none());
        builder.pool_max_idle_per_host(0).build().unwrap()
    })
}

fn merge(into: &mut Value, from: &Map<String, Value>) {
    for (name, value) in from {
        match (into.get_mut(name), value) {
            (Some(inner @ Value::Object(_)), Value::Object(value)) => merge(inner, value),
            _ => into[name] = value.clone(),
        }
    }
}

/// A certificate in a file, as a configuration names it.
fn certificate(directory: &TempDir) -> Value {
    static PEM: OnceLock<String> = OnceLock::new();
    let pem = PEM.get_or_init(|| {
        let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256).unwrap();
        let wanted = rcgen::CertificateParams::new(vec!["consentry.example".to_owned()]).unwrap();
        format!(
            "{}{}",
            wanted.self_signed(&key).unwrap().pem(),
            key.serialize_pem()
        )
    });
    let file = directory.path().join("app.pem");
    std::fs::write(&file, pem).unwrap();
    json!({"certificate_file": file})
}

/// Keeps cookies, follows nothing.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    cookies: HashMap<String, String>,
}

impl Browser {
    pub(crate) async fn send(&mut self, request: RequestBuilder) -> Response {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let response = request
            .header(COOKIE, cookies.join("; "))
            .send()
            .await
            .unwrap();
        for cookie in response.headers().get_all(SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        response
    }

    /// Opens the page before a sign-in and presses its button: where it leads to.
    pub(crate) async fn begin(&mut self, server: &Server, start_url: &str) -> url::Url {
        let path = start_url.strip_prefix(&server.base).unwrap();
        let page = self.send(server.get(path)).await.text().await.unwrap();
        let (_, rest) = page.split_once("name=\"proof\" value=\"").expect("a form");
        let proof = rest.split('"').next().unwrap().to_owned();
        let request = server
            .post(path)
            .header("origin", "null")
            .header("sec-fetch-site", "same-origin");
        let response = self.send(request.form(&[("proof", proof)])).await;
        assert_eq!(response.status(), 303, "the sign-in does not begin");
        url::Url::parse(response.headers()["location"].to_str().unwrap()).unwrap()
    }
}
