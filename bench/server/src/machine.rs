//! The machine: which cores whom, and how many files may be open.

use anyhow::{Context, Result};
use std::process::Command;

/// Half of the cores are for what is measured, the others for everything else: the load, the database,
/// the practice tenant. So neither takes time from the other, and each peer has the same.
pub(crate) struct Cores {
    /// For what is measured, as `taskset` takes it.
    pub(crate) measured: String,
    /// For the rest.
    pub(crate) rest: String,
}

impl Cores {
    /// Divides the machine's cores, and keeps this process and all it starts to its half.
    pub(crate) fn divide() -> Result<Self> {
        let all = std::thread::available_parallelism()?.get();
        let half = (all / 2).max(1);
        let cores = Self {
            measured: format!("0-{}", half - 1),
            rest: format!("{}-{}", half.min(all - 1), all - 1),
        };
        let process = std::process::id().to_string();
        let kept = Command::new("taskset")
            .args(["-acp", &cores.rest, &process])
            .output();
        let kept = kept.context("taskset (of util-linux) could not be started")?;
        anyhow::ensure!(
            kept.status.success(),
            "taskset: {}",
            String::from_utf8_lossy(&kept.stderr)
        );
        Ok(cores)
    }

    /// Which are for what.
    pub(crate) fn described(&self) -> String {
        format!(
            "Cores {} for what is measured, {} for the load and the database",
            self.measured, self.rest
        )
    }
}

/// What a program says, or that it does not.
pub(crate) fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| "?".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}

/// How many files a process may have open: the soft limit is raised as far as the hard one allows.
pub(crate) fn open_files() -> Result<usize> {
    let process = std::process::id().to_string();
    let hard: usize = said(
        "prlimit",
        &[
            "--pid",
            &process,
            "--nofile",
            "--output=HARD",
            "--noheadings",
        ],
    )
    .parse()?;
    let both = format!("--nofile={hard}:{hard}");
    Command::new("prlimit")
        .args(["--pid", &process, &both])
        .status()?;
    Ok(hard)
}
