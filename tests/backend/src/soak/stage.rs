//! The servers, the database, the practice tenant, and the doors between them.

use crate::gate::Gate;
use crate::kit::{Directory, Server, Setup, free_port, program};
use crate::rehearsal;
use practice_tenant::{Practice, Scenario};
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use test_postgres::Cluster;

/// The database of a soak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// One server on a file.
    Sqlite,
    /// Two servers on one PostgreSQL.
    Postgres,
}

/// Two keys that servers change between.
const KEYS: [(&str, &str); 2] = [
    ("one", "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="),
    ("two", "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="),
];

/// Where Debian puts it.
const FAKETIME: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
    "/usr/local/lib/faketime/libfaketimeMT.so.1",
];

/// Bytes of the disk that can be filled.
const DISK: &str = "size=96m";

/// Everything that runs.
pub struct World {
    /// Microsoft's part.
    pub practice: Practice,
    /// The way from the servers to it.
    pub microsoft: Gate,
    /// The way from browsers and programs to the servers.
    pub front: Gate,
    /// The cluster, where there is one.
    pub cluster: Option<Arc<Cluster>>,
    /// The database, as configured.
    pub database: String,
    /// One for each server.
    pub configs: Vec<PathBuf>,
    /// Servers that run.
    pub servers: Mutex<Vec<Option<Server>>>,
    /// A small disk of the database's own, where one could be made.
    pub disk: Option<PathBuf>,
    /// The library that moves the servers' clocks, where there is one.
    pub faketime: Option<&'static str>,
    /// Which of the keys seals.
    pub active: AtomicBool,
    /// The times from a start to readiness, in milliseconds.
    pub ready_ms: Mutex<Vec<u64>>,
    directory: Directory,
    ports: Vec<u16>,
    public_port: u16,
}

/// Shared by clients and faults.
#[derive(Clone)]
pub struct Stage(Arc<World>);

impl std::ops::Deref for Stage {
    type Target = World;

    fn deref(&self) -> &World {
        &self.0
    }
}

impl Stage {
    /// Starts everything.
    pub async fn build(base: Base) -> Self {
        let directory = Directory::new();
        let ports: Vec<u16> = match base {
            Base::Sqlite => vec![free_port()],
            Base::Postgres => vec![free_port(), free_port()],
        };
        let targets = ports
            .iter()
            .map(|port| SocketAddr::from(([127, 0, 0, 1], *port)));
        let front = Gate::open(0, targets.collect()).await;
        let public_port = front.addr.port();
        let practice = rehearsal::practice(Scenario::default(), public_port).await;
        let microsoft = Gate::open(0, vec![practice.addr]).await;
        let (mut cluster, mut disk) = (None, None);
        let database = match base {
            Base::Sqlite => {
                disk = small_disk(&directory.path().join("disk"));
                let home = disk.clone().unwrap_or_else(|| directory.path().to_owned());
                home.join("consentry.db").display().to_string()
            }
            Base::Postgres => {
                let started = tokio::task::spawn_blocking(Cluster::durable).await.unwrap();
                let url = started.database();
                cluster = Some(Arc::new(started));
                url
            }
        };
        let stage = Self(Arc::new(World {
            microsoft,
            front,
            cluster,
            database,
            configs: (0..ports.len())
                .map(|index| directory.path().join(format!("server-{index}.toml")))
                .collect(),
            servers: Mutex::new(ports.iter().map(|_| None).collect()),
            disk,
            faketime: FAKETIME.into_iter().find(|path| Path::new(path).exists()),
            active: AtomicBool::new(false),
            ready_ms: Mutex::default(),
            practice,
            directory,
            ports,
            public_port,
        }));
        stage.configure();
        stage.move_clock(0);
        for index in 0..stage.ports.len() {
            stage.start(index).await;
        }
        stage
    }

    /// Writes the configuration of every server, with the key that is active now.
    pub fn configure(&self) {
        let active = usize::from(self.active.load(Ordering::Relaxed));
        let microsoft = rehearsal::microsoft(&self.directory, &self.practice, self.microsoft.addr);
        let mut inside = format!("{microsoft}\n");
        for (id, value) in KEYS {
            writeln!(
                inside,
                "[[master_keys]]\nid = \"{id}\"\nvalue = \"{value}\""
            )
            .unwrap();
        }
        for (index, port) in self.ports.iter().enumerate() {
            let setup = Setup {
                directory: &self.directory,
                port: *port,
                public_port: self.public_port,
                database: self.database.clone(),
                keys: format!("active_master_key = \"{}\"", KEYS[active].0),
                microsoft: &inside,
            };
            setup.write(&format!("server-{index}.toml"));
        }
    }

    /// What browsers and programs call.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.public_port)
    }

    /// Starts a server, and waits until it is ready.
    pub async fn start(&self, index: usize) {
        let begun = Instant::now();
        let mut command = tokio::process::Command::new(program());
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.directory.path().join(format!("server-{index}.log")));
        command
            .env("RUST_LOG", "info")
            .stderr(Stdio::from(log.unwrap()));
        if let Some(library) = self.faketime {
            command
                .env("LD_PRELOAD", library)
                .env("FAKETIME_TIMESTAMP_FILE", self.offset_file())
                .env("FAKETIME_CACHE_DURATION", "1")
                .env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        }
        let started = Server::start_as(command, &self.configs[index], self.ports[index]).await;
        let Some(server) = started else {
            return;
        };
        let (client, url) = (reqwest::Client::new(), format!("{}/readyz", server.base));
        self.servers.lock().unwrap()[index] = Some(server);
        while begun.elapsed() < Duration::from_secs(30) {
            let answer = client.get(&url).send().await;
            if answer.is_ok_and(|answer| answer.status() == 204) {
                let took = u64::try_from(begun.elapsed().as_millis()).unwrap();
                self.ready_ms.lock().unwrap().push(took);
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Takes a server that runs, to end it.
    pub fn take(&self, index: usize) -> Option<Server> {
        self.servers.lock().unwrap()[index].take()
    }

    /// How many servers there are.
    pub fn count(&self) -> usize {
        self.ports.len()
    }

    /// Sends a signal to all servers.
    pub fn signal_all(&self, name: &str) {
        for server in self.servers.lock().unwrap().iter().flatten() {
            server.signal(name);
        }
    }

    /// Moves the servers' clocks by so many seconds from the right time.
    pub fn move_clock(&self, seconds: i64) {
        std::fs::write(self.offset_file(), format!("{seconds:+}\n")).unwrap();
    }

    fn offset_file(&self) -> PathBuf {
        self.directory.path().join("clock")
    }

    /// Everything the servers logged.
    pub fn logs(&self) -> Vec<u8> {
        (0..self.count())
            .flat_map(|index| {
                let name = format!("server-{index}.log");
                std::fs::read(self.directory.path().join(name)).unwrap_or_default()
            })
            .collect()
    }

    /// Every byte of the database.
    pub fn stored(&self) -> Vec<u8> {
        match &self.cluster {
            Some(cluster) => cluster.bytes(),
            None => ["", "-wal"]
                .into_iter()
                .flat_map(|end| {
                    std::fs::read(format!("{}{end}", self.database)).unwrap_or_default()
                })
                .collect(),
        }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.servers.lock().unwrap().clear();
        if let Some(disk) = &self.disk {
            let _ = Command::new("umount").arg("-l").arg(disk).status();
        }
    }
}

/// A disk in memory, which can be filled without harm. Needs the right to mount.
fn small_disk(at: &Path) -> Option<PathBuf> {
    std::fs::create_dir(at).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", DISK, "tmpfs"])
        .arg(at)
        .stderr(Stdio::null())
        .status();
    mounted
        .is_ok_and(|status| status.success())
        .then(|| at.to_owned())
}
