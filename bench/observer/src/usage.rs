//! What this process has used so far, as Linux counts it.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::time::Instant;

/// Clock ticks of a second in `/proc`: a constant of the kernel's interface.
const TICKS: f64 = 100.0;

/// Of one part of the work.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// Seconds on the clock.
    pub(crate) seconds: f64,
    /// Seconds of the processor, the kernel's for this process included.
    pub(crate) cpu: f64,
    /// The most memory so far, MiB.
    pub(crate) memory: f64,
}

/// The beginning of a part.
pub(crate) struct Watch {
    began: Instant,
    cpu: f64,
}

impl Watch {
    pub(crate) fn start() -> Result<Self> {
        Ok(Self {
            began: Instant::now(),
            cpu: cpu()?,
        })
    }

    pub(crate) fn end(&self) -> Result<Usage> {
        Ok(Usage {
            seconds: self.began.elapsed().as_secs_f64(),
            cpu: cpu()? - self.cpu,
            memory: memory()?,
        })
    }
}

fn cpu() -> Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The name in parentheses may hold spaces.
    let (_, after) = stat.rsplit_once(')').context("/proc/self/stat")?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok());
    let (user, system) = (ticks(11), ticks(12));
    Ok((user.context("utime")? + system.context("stime")?) / TICKS)
}

fn memory() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    Ok(kib.context("VmHWM")? / 1024.0)
}
