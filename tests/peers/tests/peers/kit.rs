//! Starts peers as processes, and the server in this one.

use consentry_server::checks::schedule::Pace;
use consentry_server::clock::{Clock, SystemClock};
use consentry_server::config::Config;
use consentry_server::http::listen::Listener;
use consentry_server::http::serve;
use consentry_server::jobs::runner;
use consentry_server::{State, app};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::TcpListener;
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// No step of a peer takes longer.
pub(crate) const LIMIT: Duration = Duration::from_mins(1);

pub(crate) fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap()
}

/// A program of the environment that `cargo xtask` prepares.
pub(crate) fn python(name: &str) -> PathBuf {
    let path = root().join("target/peers/bin").join(name);
    assert!(
        path.exists(),
        "{} is missing: `cargo xtask test --only peers` installs it",
        path.display()
    );
    path
}

/// A peer that speaks in lines of JSON.
pub(crate) struct Process {
    _child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
}

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command
            .current_dir(root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()).lines(),
            _child: child,
        }
    }

    pub(crate) async fn hear(&mut self) -> Value {
        let line = tokio::time::timeout(LIMIT, self.output.next_line()).await;
        let line = line.expect("it answers in time").unwrap();
        serde_json::from_str(&line.expect("it goes on")).unwrap()
    }

    pub(crate) async fn say(&mut self, value: &Value) {
        let line = format!("{value}\n");
        self.input.write_all(line.as_bytes()).await.unwrap();
    }
}

/// The machine's time and a bit more.
#[derive(Default)]
pub(crate) struct ShiftedClock(AtomicU64);

impl ShiftedClock {
    pub(crate) fn forward(&self, ms: u64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> u64 {
        SystemClock.now() + self.0.load(Ordering::SeqCst)
    }
}

/// The server, with a directory and a port of its own.
pub(crate) struct Server {
    pub(crate) base: String,
    pub(crate) clock: Arc<ShiftedClock>,
    pub(crate) state: Arc<State>,
    _directory: TempDir,
}

/// A port that is reserved before what listens on it can be configured.
pub(crate) async fn bind() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    (listener, base)
}

impl Server {
    /// `microsoft` and `app` are those parts of the configuration.
    pub(crate) async fn start(
        listener: TcpListener,
        base: String,
        microsoft: Value,
        app_block: Value,
    ) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let raw = json!({
            "public_url": base,
            "database": directory.path().join("consentry.db"),
            "master_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "allowed_origins": ["https://app.example"],
            "limits": {"client_per_minute": 0, "sign_in_per_minute": 0, "connection_per_minute": 0,
                "pending_sign_ins": 0},
            "microsoft": microsoft,
            "app": [app_block],
        });
        let config = Config::from_raw(serde_json::from_value(raw).unwrap()).unwrap();
        let clock = Arc::new(ShiftedClock::default());
        let state = State::open_with(config, clock.clone(), Pace::default())
            .await
            .unwrap();
        tokio::spawn(runner::run(Arc::clone(&state)));
        let (router, stop) = (app(Arc::clone(&state)), state.stop.clone());
        tokio::spawn(serve::serve(Listener::new(listener, 0), router, stop));
        Self {
            base,
            clock,
            state,
            _directory: directory,
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stop.cancel();
    }
}
