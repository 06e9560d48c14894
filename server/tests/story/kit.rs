//! The server on a port of its own, a browser without a screen, and a program that calls the API.

use crate::fake::{CLIENT_SECRET, Fake};
use consentry_server::checks::schedule::Pace;
use consentry_server::clock::{Clock, SystemClock};
use consentry_server::config::{Config, Raw};
use consentry_server::http::listen::Listener;
use consentry_server::http::serve;
use consentry_server::jobs::runner;
use consentry_server::{State, app};
use consentry_wire::api::{self, Created, Problem, Status};
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use tempfile::TempDir;
use url::Url;

pub(crate) const RETURN_TO: &str = "https://app.example/wizard?tab=2";
pub(crate) const EXTENSION: &str = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";

/// The machine's time and a bit more.
#[derive(Default)]
pub(crate) struct ShiftedClock {
    passed: AtomicU64,
    set_back: AtomicU64,
}

impl ShiftedClock {
    /// So much time passes.
    pub(crate) fn forward(&self, ms: u64) {
        self.passed.fetch_add(ms, Ordering::SeqCst);
    }

    /// Somebody sets the clock on the wall back.
    pub(crate) fn set_back(&self, ms: u64) {
        self.set_back.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> u64 {
        SystemClock.now() + self.passed.load(Ordering::SeqCst)
            - self.set_back.load(Ordering::SeqCst)
    }

    fn monotonic(&self) -> Duration {
        SystemClock.monotonic() + Duration::from_millis(self.passed.load(Ordering::SeqCst))
    }
}

/// Everything any test of this process ever logged.
pub(crate) fn log() -> &'static Mutex<Vec<u8>> {
    static LOG: OnceLock<Mutex<Vec<u8>>> = OnceLock::new();
    LOG.get_or_init(|| {
        struct Sink;
        impl std::io::Write for Sink {
            fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
                log().lock().unwrap().write(bytes)
            }
            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        let filter = "info,consentry_server=trace,tower_http=trace,reqwest=debug,axum=trace";
        tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_ansi(false)
            .with_writer(|| Sink)
            .init();
        Mutex::default()
    })
}

pub(crate) struct Server {
    pub base: String,
    pub fake: Fake,
    pub clock: Arc<ShiftedClock>,
    pub state: Arc<State>,
    /// Shared with the server that goes on from there.
    pub directory: Arc<TempDir>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stop.cancel();
    }
}

/// As patient as the real one, only faster.
pub(crate) fn pace() -> Pace {
    Pace {
        propagating_ms: vec![40],
        watched_ms: [40, 40, 40],
        trouble_ms: 40,
        trouble_limit_ms: 80,
        least_ms: 0,
        heartbeat_ms: 100,
        ..Pace::default()
    }
}

/// The configuration of a server for this fake.
pub(crate) fn raw(fake: &Fake, directory: &Path, public_url: &str) -> Raw {
    let text = json!({
        "public_url": public_url,
        "database": directory.join("consentry.db"),
        "master_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "allowed_origins": ["https://app.example", EXTENSION],
        "microsoft": {"login": fake.base, "graph": fake.base},
        "limits": {"client_per_minute": 0, "sign_in_per_minute": 0, "connection_per_minute": 0},
        "app": [{"profile": "office-365-mover", "client_secret": CLIENT_SECRET}],
    });
    serde_json::from_value(text).unwrap()
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::start_as(|_| {}).await
    }

    /// As [`Self::start`], with a changed configuration.
    pub(crate) async fn start_as(change: impl FnOnce(&mut Raw)) -> Self {
        log();
        let directory = Arc::new(tempfile::tempdir().unwrap());
        Self::start_with(directory, Fake::start().await, Arc::default(), change).await
    }

    pub(crate) async fn start_in(
        directory: Arc<TempDir>,
        fake: Fake,
        clock: Arc<ShiftedClock>,
    ) -> Self {
        Self::start_with(directory, fake, clock, |_| {}).await
    }

    pub(crate) async fn start_with(
        directory: Arc<TempDir>,
        fake: Fake,
        clock: Arc<ShiftedClock>,
        change: impl FnOnce(&mut Raw),
    ) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let mut raw = raw(&fake, directory.path(), &base);
        change(&mut raw);
        let config = Config::from_raw(raw).unwrap();
        let state = State::open_with(config, clock.clone(), pace())
            .await
            .unwrap();
        tokio::spawn(runner::run(Arc::clone(&state)));
        let (router, stop) = (app(Arc::clone(&state)), state.stop.clone());
        tokio::spawn(serve::serve(Listener::new(listener, 0), router, stop));
        Self {
            base,
            fake,
            clock,
            state,
            directory,
        }
    }

    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        client().request(method, format!("{}{path}", self.base))
    }

    /// Begins a connection as an app with a wizard does.
    pub(crate) async fn create(&self, return_to: Option<&str>) -> Program<'_> {
        let body = json!({"profile": "office-365-mover", "role": "global-admin", "display_name": "Ours",
            "return_to": return_to});
        let response = self
            .request(Method::POST, "/api/v1/connections")
            .json(&body)
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::CREATED);
        self.program(response.json().await.unwrap())
    }

    /// The program that created a connection.
    pub(crate) fn program(&self, created: Created) -> Program<'_> {
        Program {
            server: self,
            id: created.id.clone(),
            secret: created.secret.expose().to_owned(),
            created,
        }
    }

    /// A connection whose person has signed in.
    pub(crate) async fn signed_in(&self) -> Program<'_> {
        let program = self.create(None).await;
        self.sign_in(&program).await;
        program
    }

    /// The whole sign-in of a connection, up to the redirect that ends it.
    pub(crate) async fn sign_in(&self, program: &Program<'_>) -> Browser {
        let mut browser = Browser::default();
        let callback = self
            .until_callback(&mut browser, &program.created.start_url)
            .await;
        let response = browser.get(&callback).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        browser
    }

    /// From the start page through Microsoft's: the address that Microsoft sends the browser to.
    pub(crate) async fn until_callback(&self, browser: &mut Browser, start_url: &str) -> String {
        let response = browser.go_on(start_url).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        let authorize = Url::parse(location(&response)).unwrap();
        let query: HashMap<_, _> = authorize.query_pairs().into_owned().collect();
        let code = self.fake.issue(&query["nonce"], &query["code_challenge"]);
        format!(
            "{}/oauth/callback?code={code}&state={}",
            self.base, query["state"]
        )
    }
}

pub(crate) fn client() -> &'static Client {
    static CLIENT: OnceLock<Client> = OnceLock::new();
    // No pool: each test has a runtime of its own, and a pooled connection dies with its runtime.
    CLIENT.get_or_init(|| {
        Client::builder()
            .redirect(Policy::none())
            .pool_max_idle_per_host(0)
            .build()
            .unwrap()
    })
}

pub(crate) fn location(response: &Response) -> &str {
    response.headers()[LOCATION].to_str().unwrap()
}

/// Keeps cookies, follows nothing.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    cookies: HashMap<String, String>,
}

impl Browser {
    pub(crate) async fn get(&mut self, url: &str) -> Response {
        self.send(client().get(url)).await
    }

    /// Opens the page before a sign-in and presses its button, as a browser does under `no-referrer`.
    pub(crate) async fn go_on(&mut self, start_url: &str) -> Response {
        let page = self.get(start_url).await;
        assert_eq!(page.status(), StatusCode::OK);
        let proof = proof(&page.text().await.unwrap());
        let request = client()
            .post(start_url)
            .header("origin", "null")
            .header("sec-fetch-site", "same-origin")
            .form(&[("proof", proof)]);
        self.send(request).await
    }

    pub(crate) async fn send(&mut self, request: RequestBuilder) -> Response {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request.header(COOKIE, cookies.join("; "));
        let response = request.send().await.unwrap();
        for cookie in response.headers().get_all(SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(
                cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax")
                    && cookie.contains("Path=/")
            );
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        response
    }
}

/// What the form on the page before a sign-in holds.
pub(crate) fn proof(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"proof\" value=\"").expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

/// A program that holds a bearer.
pub(crate) struct Program<'a> {
    pub server: &'a Server,
    pub id: String,
    pub secret: String,
    pub created: Created,
}

impl Program<'_> {
    pub(crate) fn request(&self, method: Method, rest: &str) -> RequestBuilder {
        self.server
            .request(method, &format!("/api/v1/connections/{}{rest}", self.id))
            .bearer_auth(&self.secret)
    }

    pub(crate) async fn status(&self) -> Status {
        self.request(Method::GET, "")
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    pub(crate) async fn check(&self, body: Value) -> Status {
        let response = self
            .request(Method::POST, "/check")
            .json(&body)
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::ACCEPTED);
        response.json().await.unwrap()
    }

    /// Watches until the state fits; fails after ten seconds with the last state.
    pub(crate) async fn until(&self, what: &str, fits: impl Fn(&Status) -> bool) -> Status {
        self.until_within(10, what, fits).await
    }

    pub(crate) async fn until_within(
        &self,
        seconds: u64,
        what: &str,
        fits: impl Fn(&Status) -> bool,
    ) -> Status {
        let mut events = Events::open(self, None).await;
        let mut last = None;
        let found = tokio::time::timeout(Duration::from_secs(seconds), async {
            while let Some((_, status)) = events.next().await {
                if fits(&status) {
                    return Some(status);
                }
                last = Some(status);
            }
            None
        })
        .await;
        found
            .ok()
            .flatten()
            .unwrap_or_else(|| panic!("never {what}; last: {last:#?}"))
    }

    pub(crate) async fn until_authorized(&self) -> Status {
        self.until("authorized", |status| kind(status) == "authorized")
            .await
    }

    pub(crate) async fn until_checked(&self) -> Status {
        self.until("checked", |status| status.checked_at.is_some())
            .await
    }
}

/// A stream of server-sent events.
pub(crate) struct Events {
    response: Response,
    text: String,
}

impl Events {
    pub(crate) async fn open(program: &Program<'_>, last: Option<u64>) -> Self {
        let mut request = program.request(Method::GET, "/events");
        if let Some(last) = last {
            request = request.header("last-event-id", last.to_string());
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        Self {
            response,
            text: String::new(),
        }
    }

    pub(crate) async fn next(&mut self) -> Option<(u64, Status)> {
        loop {
            if let Some(end) = self.text.find("\n\n") {
                let rest = self.text.split_off(end + 2);
                let event = std::mem::replace(&mut self.text, rest);
                let field = |name: &str| {
                    event
                        .lines()
                        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
                        .map(str::to_owned)
                };
                let (kind, id, data) = (field("event"), field("id"), field("data"));
                if let (Some("status"), Some(id), Some(data)) = (kind.as_deref(), id, data) {
                    return Some((id.parse().unwrap(), serde_json::from_str(&data).unwrap()));
                }
                continue;
            }
            let chunk = self.response.chunk().await.ok()??;
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

pub(crate) fn kind(status: &Status) -> &'static str {
    consentry_server::connection::state_name(&status.state)
}

/// The problem in a state, if it is one.
pub(crate) fn code(status: &Status) -> &str {
    match &status.state {
        api::State::Blocked { problem } => &problem.code,
        api::State::NeedsReauthorization { cause } => &cause.code,
        _ => "",
    }
}

pub(crate) async fn problem(response: Response) -> Problem {
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let status = response.status().as_u16();
    let problem: Problem = response.json().await.unwrap();
    assert_eq!(problem.status, Some(status));
    problem
}
