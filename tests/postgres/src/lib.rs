//! A PostgreSQL of the tests' own: a fresh cluster on a Unix socket, started for a test program and
//! gone with it, however it ends.
//!
//! Deliberately absent: any use of a cluster that was there before, and skipping: where PostgreSQL
//! is missing, the tests fail and say what to install.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
#![expect(clippy::missing_panics_doc, reason = "only tests call this")]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A cluster.
pub struct Cluster {
    directory: TempDir,
    options: &'static str,
    running: Mutex<Option<Child>>,
}

/// As fast as it can be. What was committed survives the end of the process, not of the machine.
const FAST: &str = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off";

/// As it is configured by default.
const DURABLE: &str = "";

/// Waits for the end of its input, which is the end of the test program, and then takes the server
/// and its files along, unless they are to be kept.
const WATCH: &str = r#"
cd "$1" || exit 1
"$2/postgres" -D "$1/data" -k "$1" -c listen_addresses='' -c max_connections=200 $3 >>log 2>&1 &
server=$!
cat >/dev/null
kill -QUIT $server
wait $server
[ -e keep ] || rm -rf "$1"
"#;

impl Cluster {
    /// The cluster of this test program, started when it is first asked for.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        SHARED.get_or_init(|| Self::start(FAST))
    }

    /// A cluster that may be stopped and started, and keeps what was committed.
    pub fn durable() -> Self {
        Self::start(DURABLE)
    }

    fn start(options: &'static str) -> Self {
        // Short: the path of a socket has 107 bytes at most.
        let directory = TempDir::with_prefix("consentry-pg-").unwrap();
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(directory.path()));
        }
        let data = directory.path().join("data");
        let mut initdb = as_owner(&programs().join("initdb"));
        initdb.arg("-D").arg(&data).current_dir(&directory);
        run(initdb.args([
            "-U",
            "app",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
        ]));
        let cluster = Self {
            directory,
            options,
            running: Mutex::default(),
        };
        cluster.go_on();
        cluster
    }

    /// Stops the server as a power cut does; its files stay.
    pub fn cut(&self) {
        if let Some(mut child) = self.running.lock().unwrap().take() {
            let keep = self.directory.path().join("keep");
            std::fs::write(&keep, "").unwrap();
            drop(child.stdin.take());
            child.wait().unwrap();
            std::fs::remove_file(keep).unwrap();
        }
    }

    /// Starts the server again.
    pub fn go_on(&self) {
        let mut running = self.running.lock().unwrap();
        let mut watch = as_owner(Path::new("sh"));
        watch.args(["-c", WATCH, "sh"]).arg(self.directory.path());
        watch.arg(programs()).arg(self.options);
        let spawned = watch.stdin(Stdio::piped()).stdout(Stdio::null()).spawn();
        *running = Some(spawned.unwrap());
        drop(running);
        let begun = Instant::now();
        while !self.try_sql("postgres", "SELECT 1") {
            assert!(
                begun.elapsed() < Duration::from_mins(1),
                "PostgreSQL does not answer:\n{}",
                std::fs::read_to_string(self.directory.path().join("log")).unwrap_or_default()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A new, empty database: its URL.
    pub fn database(&self) -> String {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("t{}", COUNT.fetch_add(1, Ordering::Relaxed));
        assert!(
            self.try_sql("postgres", &format!("CREATE DATABASE {name}")),
            "no database could be made"
        );
        let host = self.directory.path().to_str().unwrap().replace('/', "%2F");
        format!("postgres://app@{host}/{name}")
    }

    /// What a query prints: one line for each row, columns divided by `|`.
    pub fn query(&self, url: &str, sql: &str) -> String {
        let name = url.rsplit('/').next().unwrap();
        let output = self.psql(name, sql).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{sql}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Every byte of the cluster's files, write-ahead log included, after all of it was written out.
    pub fn bytes(&self) -> Vec<u8> {
        assert!(self.try_sql("postgres", "CHECKPOINT"));
        let mut bytes = Vec::new();
        gather(&self.directory.path().join("data"), &mut bytes);
        bytes
    }

    fn try_sql(&self, database: &str, sql: &str) -> bool {
        let mut psql = self.psql(database, sql);
        psql.stdout(Stdio::null()).stderr(Stdio::null());
        psql.status().unwrap().success()
    }

    fn psql(&self, database: &str, sql: &str) -> Command {
        let mut psql = Command::new(programs().join("psql"));
        psql.args(["-X", "-q", "-A", "-t", "-U", "app", "-d", database, "-h"]);
        psql.arg(self.directory.path()).args(["-c", sql]);
        psql
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut child) = self.running.lock().unwrap().take() {
            drop(child.stdin.take());
            let _ = child.wait();
        }
    }
}

fn gather(folder: &Path, bytes: &mut Vec<u8>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, bytes);
        } else if let Ok(mut file) = std::fs::File::open(&path) {
            let _ = file.read_to_end(bytes);
        }
    }
}

/// Where PostgreSQL's programs are; Debian does not put them on the path.
pub fn programs() -> &'static Path {
    static PROGRAMS: OnceLock<PathBuf> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path().join("bin"))
            .collect();
        // The newest first.
        folders.sort_by_key(|folder| {
            let version = folder.parent().and_then(Path::file_name);
            std::cmp::Reverse(version.and_then(|v| v.to_str()?.parse::<u32>().ok()))
        });
        folders.extend(std::env::split_paths(&path));
        folders
            .into_iter()
            .find(|folder| {
                ["initdb", "postgres", "psql"]
                    .iter()
                    .all(|program| folder.join(program).is_file())
            })
            .expect(
                "these tests start a PostgreSQL of their own, and its programs (initdb, postgres, psql) are not \
                 installed: `sudo apt-get install --no-install-recommends postgresql`, or your system's package",
            )
    })
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.trim_ascii() == b"0"
}

/// PostgreSQL refuses to run as root.
fn as_owner(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
