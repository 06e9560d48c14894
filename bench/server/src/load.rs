//! Load by wrk: a closed loop, each connection sends its next request when the last was answered.

use crate::subject::Subject;
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What wrk's script says at the end: times in microseconds.
#[derive(Deserialize)]
struct Said {
    requests: u64,
    micros: u64,
    failed: u64,
    p50: u64,
    p99: u64,
    p999: u64,
}

/// One reading.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reading {
    /// Answers in a second.
    pub(crate) rate: f64,
    /// Half of the answers took at most so long, in microseconds.
    pub(crate) p50: u64,
    /// 99 of a hundred.
    pub(crate) p99: u64,
    /// 999 of a thousand.
    pub(crate) p999: u64,
    /// Processor time of the measured program for each answer, in microseconds.
    pub(crate) cpu: f64,
    /// Memory it held afterwards, in KiB.
    pub(crate) memory: u64,
}

/// The requests of a load, in a file as the script reads it.
pub(crate) struct Requests(PathBuf);

impl Requests {
    /// Reads of connections: id and bearer of each.
    pub(crate) fn reads(folder: &Path, of: &[(String, String)]) -> Result<Self> {
        let mut text = String::new();
        for (id, bearer) in of {
            writeln!(text, "GET\t/api/v1/connections/{id}\t{bearer}\t")?;
        }
        Self::write(folder.join("reads"), &text)
    }

    /// Making of connections.
    pub(crate) fn creates(folder: &Path) -> Result<Self> {
        let body = r#"{"profile":"office-365-mover","role":"global-admin"}"#;
        Self::write(
            folder.join("creates"),
            &format!("POST\t/api/v1/connections\t\t{body}\n"),
        )
    }

    fn write(path: PathBuf, text: &str) -> Result<Self> {
        std::fs::write(&path, text)?;
        std::fs::write(path.with_extension("lua"), include_str!("requests.lua"))?;
        Ok(Self(path))
    }
}

/// Loads some instances of one program at the same time, each with its part of the connections. Rates are
/// added, of the times the longer one counts.
pub(crate) fn run(
    subjects: &[&Subject],
    requests: &Requests,
    connections: usize,
    seconds: f64,
) -> Result<Reading> {
    let before: f64 = subjects.iter().map(|subject| subject.cpu()).sum();
    let each = (connections / subjects.len()).max(1);
    let spawned: Vec<_> = subjects
        .iter()
        .map(|subject| {
            Command::new("wrk")
                .args([
                    "-t1",
                    "-c",
                    &each.to_string(),
                    "-d",
                    &format!("{}s", seconds.ceil()),
                    "-s",
                ])
                .arg(requests.0.with_extension("lua"))
                .arg(format!("http://{}", subject.address))
                .arg("--")
                .arg(&requests.0)
                .stdout(Stdio::piped())
                .spawn()
                .context("wrk could not be started")
        })
        .collect::<Result<_>>()?;
    let mut all = Vec::new();
    for child in spawned {
        let output = child.wait_with_output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let line = text.lines().find(|line| line.starts_with('{'));
        let said: Said = serde_json::from_str(line.with_context(|| format!("wrk said: {text}"))?)?;
        ensure!(
            said.failed == 0,
            "{} of {} requests failed",
            said.failed,
            said.requests
        );
        all.push(said);
    }
    let cpu = subjects.iter().map(|subject| subject.cpu()).sum::<f64>() - before;
    Ok(gathered(
        &all,
        cpu,
        subjects.iter().map(|subject| subject.memory()).sum(),
    ))
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few seconds")]
fn gathered(all: &[Said], cpu_s: f64, memory: u64) -> Reading {
    let requests: u64 = all.iter().map(|said| said.requests).sum();
    let longest = |of: fn(&Said) -> u64| all.iter().map(of).max().unwrap_or_default();
    Reading {
        rate: all
            .iter()
            .map(|said| said.requests as f64 * 1e6 / said.micros as f64)
            .sum(),
        p50: longest(|said| said.p50),
        p99: longest(|said| said.p99),
        p999: longest(|said| said.p999),
        cpu: cpu_s * 1e6 / requests as f64,
        memory,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_of_instances_are_added_and_of_their_times_the_longer_counts() {
        let said = |requests, p50| Said {
            requests,
            micros: 2_000_000,
            failed: 0,
            p50,
            p99: 9,
            p999: 9,
        };
        let reading = gathered(&[said(100, 3), said(300, 4)], 0.2, 5);
        assert!((reading.rate - 200.0).abs() < 1e-9);
        assert!((reading.cpu - 500.0).abs() < 1e-9);
        assert_eq!(reading.p50, 4);
    }
}
