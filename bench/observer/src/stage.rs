//! The practice tenant as a large organization, in a process of its own, and the observer's configuration for it.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// The tenant, as it is configured.
pub(crate) const TENANT: &str = "birchwood.example";

/// The observer's application ID in the practice tenant.
pub(crate) const CLIENT: &str = "0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e";

/// Its secret.
pub(crate) const SECRET: &str = "practice-secret";

/// How large the organization is.
#[derive(Clone, Copy, Debug, clap::Args, Serialize, Deserialize)]
pub(crate) struct Size {
    /// Apps.
    #[arg(long)]
    pub(crate) apps: u32,
    /// Delegated grants.
    #[arg(long)]
    pub(crate) grants: u32,
    /// App role assignments of one API.
    #[arg(long)]
    pub(crate) assigned: u32,
}

/// What a reader needs; what was started goes with it.
pub(crate) struct Stage {
    pub(crate) config: PathBuf,
    pub(crate) control: String,
    practice: Child,
    _files: TempDir,
}

impl Stage {
    pub(crate) fn build(programs: &Path, size: Size) -> Result<Self> {
        let files = tempfile::tempdir()?;
        let path = |name: &str| files.path().join(name);
        std::fs::write(path("secret"), SECRET)?;
        let Size {
            apps,
            grants,
            assigned,
        } = size;
        let scenario = format!(
            "observer = \"grants\"\ngraph_apps = {apps}\ngraph_grants = {grants}\n\
             graph_holders = {assigned}\nusers = 20000\n"
        );
        std::fs::write(path("scenario.toml"), scenario)?;
        let mut practice = Command::new(programs.join("practice-tenant"))
            .arg("--scenario")
            .arg(path("scenario.toml"))
            .arg("--client-secret-file")
            .arg(path("secret"))
            .arg("--ca-out")
            .arg(path("ca.pem"))
            .stdout(Stdio::piped())
            .spawn()
            .context("the practice tenant could not be started")?;
        let mut line = String::new();
        BufReader::new(practice.stdout.take().context("its output")?).read_line(&mut line)?;
        let said: Value =
            serde_json::from_str(&line).context("the practice tenant did not start")?;
        let at = format!("127.0.0.1:{}", said["port"]);
        let text = format!(
            "database = \"{}\"\n[microsoft]\nca_file = \"{}\"\n\
             resolve = {{ \"login.microsoftonline.com\" = \"{at}\", \"graph.microsoft.com\" = \"{at}\" }}\n\
             [observer]\ntenant = \"{TENANT}\"\nclient_id = \"{CLIENT}\"\nclient_secret = \"{SECRET}\"\n",
            path("observer.db").display(),
            path("ca.pem").display(),
        );
        std::fs::write(path("consentry.toml"), text)?;
        Ok(Self {
            config: path("consentry.toml"),
            control: format!("http://127.0.0.1:{}", said["control_port"]),
            practice,
            _files: files,
        })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = self.practice.kill();
        let _ = self.practice.wait();
    }
}
