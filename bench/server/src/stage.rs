//! What every measurement stands on: folders, the practice tenant in a process of its own, and servers
//! configured for it.

use crate::machine::Cores;
use crate::subject::Subject;
use anyhow::{Context, Result};
use backend_tests::kit::{Directory, KEY, free_port};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The stage; what was started goes with it.
pub(crate) struct Stage {
    /// Which cores whom.
    pub(crate) cores: Cores,
    /// Files, gone at the end.
    pub(crate) files: Directory,
    /// Folder of the release builds.
    pub(crate) programs: PathBuf,
    /// The Python of the peers.
    pub(crate) python: PathBuf,
    /// Where the practice tenant answers.
    pub(crate) microsoft: SocketAddr,
    /// The certificate of its authority, PEM.
    pub(crate) authority: String,
    /// The port of the server that its redirect URIs name.
    pub(crate) port: u16,
    practice: Child,
}

impl Stage {
    /// Starts the practice tenant.
    pub(crate) fn build(cores: Cores, programs: PathBuf, python: PathBuf) -> Result<Self> {
        let (files, port) = (Directory::new(), free_port());
        let secret = files.write("secret", "practice-secret");
        let authority = files.path().join("ca.pem");
        let mut practice = Command::new(programs.join("practice-tenant"))
            .arg(format!("--backend=http://localhost:{port}"))
            .arg("--client-secret-file")
            .arg(secret)
            .arg("--ca-out")
            .arg(&authority)
            .stdout(Stdio::piped())
            .spawn()
            .context("the practice tenant could not be started")?;
        let mut line = String::new();
        BufReader::new(practice.stdout.take().context("its output")?).read_line(&mut line)?;
        let said: Value =
            serde_json::from_str(&line).context("the practice tenant did not start")?;
        let microsoft = u16::try_from(said["port"].as_u64().context("its port")?)?;
        Ok(Self {
            cores,
            authority: std::fs::read_to_string(authority)?,
            files,
            programs,
            python,
            microsoft: SocketAddr::from(([127, 0, 0, 1], microsoft)),
            port,
            practice,
        })
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.files.path().join(name)
    }

    /// A server on a store, on any port.
    pub(crate) fn server(&self, database: &str) -> Result<Subject> {
        self.server_at(database, 0)
    }

    /// A server on a store, where sign-ins come back to.
    pub(crate) fn server_for_sign_ins(&self, database: &str) -> Result<Subject> {
        self.server_at(database, self.port)
    }

    fn server_at(&self, database: &str, port: u16) -> Result<Subject> {
        let config = self.files.write(
            &format!("server-{port}.toml"),
            &self.configuration(database, port),
        );
        let config = config.display().to_string();
        let arguments = ["serve", "--config", &config];
        self.subject("consentry-server", &arguments, &[])
    }

    /// Limits are counted as in any server, and are so high that they refuse nothing.
    fn configuration(&self, database: &str, port: u16) -> String {
        let public_port = if port == 0 { self.port } else { port };
        format!(
            "listen = \"127.0.0.1:{port}\"
             public_url = \"http://localhost:{public_port}\"
             database = \"{database}\"
             {KEY}
             [limits]
             client_per_minute = 4000000000
             sign_in_per_minute = 4000000000
             connection_per_minute = 4000000000
             pending_sign_ins = 0
             watchers = 0
             streams = 0
             sockets = 0
             [microsoft]
             ca_file = \"{}\"
             resolve = {{ \"login.microsoftonline.com\" = \"{at}\", \"graph.microsoft.com\" = \"{at}\" }}
             [[app]]
             profile = \"office-365-mover\"
             client_secret = \"practice-secret\"\n",
            self.path("ca.pem").display(),
            at = self.microsoft
        )
    }

    /// Any program that says where it listens, on the cores of what is measured.
    pub(crate) fn subject(
        &self,
        program: &str,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Result<Subject> {
        let path = if Path::new(program).is_absolute() || program == "node" {
            PathBuf::from(program)
        } else {
            self.programs.join(program)
        };
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let log = self.path(&format!("{name}.log"));
        Subject::start(&self.cores.measured, &path, arguments, environment, &log)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.practice.kill();
        let _ = self.practice.wait();
    }
}
