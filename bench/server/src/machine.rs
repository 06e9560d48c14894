//! The machine: which cores whom, and its name for the tables.

use anyhow::{Context, Result};
use std::fmt::Write as _;
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
}

/// Processor, cores, memory, system and time, in a line.
pub(crate) fn described(cores: &Cores) -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let (processor, memory) = (read("/proc/cpuinfo"), read("/proc/meminfo"));
    let name = value(&processor, "model name").unwrap_or("unknown processor");
    let gib = value(&memory, "MemTotal")
        .and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok())
        .map_or(0, |kib| kib / (1024 * 1024));
    let mut text = format!(
        "{}, {name}, {} cores, {gib} GiB, Linux {}",
        said("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
        processor.matches("processor\t").count(),
        said("uname", &["-r"])
    );
    let load = read("/proc/loadavg");
    let load = load.split_whitespace().next().unwrap_or("?");
    let _ = write!(
        text,
        "; load before: {load}. Cores {} for what is measured, {} for the load and the database",
        cores.measured, cores.rest
    );
    text
}

fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim())
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
