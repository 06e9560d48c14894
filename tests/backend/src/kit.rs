//! Starts the real binary, with a directory and a port of its own.

use consentry_wire::api::{Created, Status};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

/// Nothing here takes longer than this.
pub const LIMIT: Duration = Duration::from_secs(30);

/// The server, built once.
pub fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| build("consentry-server"))
}

/// Builds a program of another package, which cargo does not do for these tests by itself: from the top, where it
/// gets the features that everything else was built with, and is there already.
pub fn build(program: &str) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--bin", program, "--message-format", "json"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(built.status.success(), "{program} does not build");
    let messages = String::from_utf8(built.stdout).unwrap();
    let mut executables = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        message["executable"].as_str().map(PathBuf::from)
    });
    executables.next_back().expect("cargo names what it built")
}

/// A directory that is gone after the test.
pub struct Directory(TempDir);

impl Directory {
    /// A new one.
    #[expect(clippy::new_without_default, reason = "it does something")]
    pub fn new() -> Self {
        Self(TempDir::with_prefix("consentry-").unwrap())
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file into it.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

/// A running server.
pub struct Server {
    child: Child,
    /// Where it answers.
    pub base: String,
}

/// An address nobody listens at. The server has to know it before it starts, because redirect URIs
/// follow from it.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// What a server is configured with.
pub struct Setup<'a> {
    /// Where its files go.
    pub directory: &'a Directory,
    /// Its port.
    pub port: u16,
    /// The port browsers reach it at.
    pub public_port: u16,
    /// Path of a file, or URL.
    pub database: String,
    /// Lines about master keys.
    pub keys: String,
    /// The inside of `[microsoft]`.
    pub microsoft: &'a str,
}

/// The master key that is used where it does not matter.
pub const KEY: &str = "master_key = \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"";

impl Setup<'_> {
    /// Writes the configuration file.
    pub fn write(&self, name: &str) -> PathBuf {
        let text = format!(
            "listen = \"127.0.0.1:{}\"
             public_url = \"http://localhost:{}\"
             database = \"{}\"
             {}
             allowed_origins = [\"https://app.mover.io\"]
             [limits]
             client_per_minute = 0
             sign_in_per_minute = 0
             connection_per_minute = 0
             pending_sign_ins = 0
             [microsoft]
             {}
             [[app]]
             profile = \"office-365-mover\"
             client_secret = \"practice-secret\"\n",
            self.port, self.public_port, self.database, self.keys, self.microsoft
        );
        self.directory.write(name, &text)
    }
}

/// A configuration file for one server on SQLite; `microsoft` is the inside of that table.
pub fn configure(directory: &Directory, port: u16, microsoft: &str) -> PathBuf {
    let database = directory.path().join("consentry.db").display().to_string();
    let setup = Setup {
        directory,
        port,
        public_port: port,
        database,
        keys: KEY.into(),
        microsoft,
    };
    setup.write("consentry.toml")
}

/// A command of the program: whether it ended well, and all it said.
pub fn command(arguments: &[&str], config: Option<&Path>) -> (Option<i32>, String) {
    let mut command = Command::new(program());
    command.args(arguments);
    if let Some(config) = config {
        command.arg("--config").arg(config);
    }
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

impl Server {
    /// Starts it and waits for its line.
    pub async fn start(config: &Path, port: u16) -> Self {
        let mut command = tokio::process::Command::new(program());
        command.env("RUST_LOG", "warn");
        Self::start_as(command, config, port)
            .await
            .expect("it starts in time and says where it listens")
    }

    /// As [`Self::start`], with an environment of the caller's; nothing if it does not start.
    pub async fn start_as(
        mut command: tokio::process::Command,
        config: &Path,
        port: u16,
    ) -> Option<Self> {
        let mut child = command
            .args(["serve", "--config"])
            .arg(config)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = tokio::time::timeout(LIMIT, lines.next_line()).await;
        let line = line.ok()?.unwrap()?;
        let ready: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(ready["listening"], format!("127.0.0.1:{port}"));
        Some(Self {
            child,
            base: format!("http://localhost:{port}"),
        })
    }

    /// As a power cut, for the process.
    pub fn signal_kill(&self) {
        self.signal("-KILL");
    }

    /// Sends a signal.
    pub fn signal(&self, name: &str) {
        let pid = self.child.id().expect("it runs").to_string();
        assert!(
            Command::new("kill")
                .args([name, &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// As an operator does. How long it took and whether it ended well.
    pub async fn terminate(mut self) -> (Duration, bool) {
        let begun = Instant::now();
        self.signal("-TERM");
        let ended = tokio::time::timeout(LIMIT, self.child.wait()).await;
        (begun.elapsed(), ended.expect("it ends").unwrap().success())
    }

    /// Waits for the end of the process, however it comes.
    pub async fn ended(&mut self) {
        let _ = self.child.wait().await;
    }

    /// A new connection; nothing if the server is not there.
    pub async fn create(&self, client: &Client) -> Option<Created> {
        let body = json!({"profile": "office-365-mover", "role": "global-admin"});
        let url = format!("{}/api/v1/connections", self.base);
        let response = client.post(url).json(&body).send().await.ok()?;
        assert_eq!(response.status(), StatusCode::CREATED);
        response.json().await.ok()
    }

    /// A request about a connection, with its bearer.
    pub fn request(
        &self,
        client: &Client,
        method: Method,
        created: &Created,
        rest: &str,
    ) -> RequestBuilder {
        let url = format!("{}/api/v1/connections/{}{rest}", self.base, created.id);
        client
            .request(method, url)
            .bearer_auth(created.secret.expose())
    }

    /// How a connection stands.
    pub async fn status(&self, client: &Client, created: &Created) -> Status {
        let response = self
            .request(client, Method::GET, created, "")
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    }

    /// Watches until the state fits.
    pub async fn until(
        &self,
        client: &Client,
        created: &Created,
        what: &str,
        fits: impl Fn(&Status) -> bool,
    ) -> Status {
        let mut events = self
            .request(client, Method::GET, created, "/events")
            .send()
            .await
            .unwrap();
        let (mut text, mut last) = (String::new(), None);
        let found = tokio::time::timeout(LIMIT, async {
            while let Some(chunk) = events.chunk().await.unwrap() {
                text.push_str(std::str::from_utf8(&chunk).unwrap());
                while let Some(end) = text.find("\n\n") {
                    let rest = text.split_off(end + 2);
                    let event = std::mem::replace(&mut text, rest);
                    let data = event.lines().find_map(|line| line.strip_prefix("data: "));
                    let Some(data) = data else { continue };
                    let status: Status = serde_json::from_str(data).unwrap();
                    if fits(&status) {
                        return Some(status);
                    }
                    last = Some(status);
                }
            }
            None
        })
        .await;
        found
            .ok()
            .flatten()
            .unwrap_or_else(|| panic!("never {what}; last: {last:#?}"))
    }
}
