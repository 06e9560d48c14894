//! A program that is measured: started on its cores, asked what it took of the machine, and ended.

use anyhow::{Context, Result};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ticks of the processor's time in a second, as `/proc` counts them on every Linux.
const TICKS: f64 = 100.0;

/// A running program.
pub(crate) struct Subject {
    child: Child,
    /// Where it answers: `127.0.0.1:port`.
    pub(crate) address: String,
    /// How long it took to say so.
    pub(crate) started_in: Duration,
}

impl Subject {
    /// Starts a program; its first line must say where it listens. Its messages go to a file.
    pub(crate) fn start(
        cores: &str,
        program: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
        log: &Path,
    ) -> Result<Self> {
        let begun = Instant::now();
        let mut child = Command::new("taskset")
            .args(["-c", cores])
            .arg(program)
            .args(arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(log)?)
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        let mut line = String::new();
        let output = child.stdout.take().context("its output")?;
        BufReader::new(output).read_line(&mut line)?;
        let said: Value = serde_json::from_str(&line).with_context(|| {
            let messages = std::fs::read_to_string(log).unwrap_or_default();
            format!("{} did not start:\n{messages}", program.display())
        })?;
        let address = said["listening"]
            .as_str()
            .context("it says where it listens")?
            .to_owned();
        Ok(Self {
            child,
            address,
            started_in: begun.elapsed(),
        })
    }

    /// Processor time it has taken, in seconds.
    pub(crate) fn cpu(&self) -> f64 {
        let stat =
            std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        cpu_of(&stat).unwrap_or_default()
    }

    /// Memory of its own it holds, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok())
            .unwrap_or_default()
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        let _ = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// User and system time in a line of `/proc/PID/stat` (proc(5)): the 14th and 15th field. The second is a
/// name in brackets and may hold anything.
fn cpu_of(stat: &str) -> Option<f64> {
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (user, system): (f64, f64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) / TICKS)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_processor_time_of_a_program_with_brackets_in_its_name_is_read() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 1 0 5 1 1";
        assert_eq!(super::cpu_of(stat), Some(2.0));
        assert_eq!(super::cpu_of("nothing"), None);
    }
}
