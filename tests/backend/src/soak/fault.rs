//! What goes wrong, one thing at a time, at random instants.

use super::stage::Stage;
use crate::kit::program;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

/// One kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// SIGKILL, then a new start.
    Kill,
    /// SIGTERM, then a new start.
    Restart,
    /// Microsoft cannot be reached for a while.
    Microsoft,
    /// The servers' clocks are wrong for a while.
    Clock,
    /// The database's disk is full for a while.
    Disk,
    /// The database is gone for a while, as by a power cut.
    Database,
    /// The other master key becomes the active one, and all data keys are wrapped anew.
    Rotation,
}

impl Fault {
    fn name(self) -> &'static str {
        match self {
            Self::Kill => "kill",
            Self::Restart => "restart",
            Self::Microsoft => "microsoft unreachable",
            Self::Clock => "clock jump",
            Self::Disk => "disk full",
            Self::Database => "database gone",
            Self::Rotation => "key rotation",
        }
    }
}

/// What happened.
#[derive(Debug, Default)]
pub(super) struct Faults {
    /// How often, by kind.
    pub counts: BTreeMap<&'static str, u64>,
    /// What could not be done here.
    pub left_out: Vec<String>,
    /// What must not be.
    pub violations: Vec<String>,
}

/// Makes faults until `end`; at the end everything is well again.
pub(super) async fn run(stage: &Stage, mut random: StdRng, end: Instant) -> Faults {
    let mut faults = Faults::default();
    let mut kinds = vec![
        Fault::Kill,
        Fault::Kill,
        Fault::Restart,
        Fault::Microsoft,
        Fault::Rotation,
    ];
    if stage.faketime.is_some() {
        kinds.push(Fault::Clock);
    } else {
        faults
            .left_out
            .push("clock jumps: libfaketime is not installed (package faketime)".into());
    }
    if stage.cluster.is_some() {
        kinds.push(Fault::Database);
    } else if stage.disk.is_some() {
        kinds.push(Fault::Disk);
    } else {
        faults
            .left_out
            .push("full disks: a disk in memory cannot be mounted (needs root)".into());
    }
    // Each kind once, whatever chance says, and then as it comes.
    let mut once = kinds.clone();
    once.dedup();
    loop {
        let pause = Duration::from_millis(random.random_range(300..2500));
        if Instant::now() + pause >= end {
            break;
        }
        tokio::time::sleep(pause).await;
        let fault = once
            .pop()
            .unwrap_or_else(|| *kinds.choose(&mut random).unwrap());
        happen(fault, stage, &mut random, &mut faults).await;
        *faults.counts.entry(fault.name()).or_default() += 1;
    }
    tokio::time::sleep_until(end).await;
    faults
}

async fn happen(fault: Fault, stage: &Stage, random: &mut StdRng, faults: &mut Faults) {
    let index = random.random_range(0..stage.count());
    let a_while = Duration::from_millis(random.random_range(300..3000));
    match fault {
        Fault::Kill => {
            if let Some(mut server) = stage.take(index) {
                server.signal_kill();
                server.ended().await;
            }
            stage.start(index).await;
        }
        Fault::Restart => {
            if let Some(server) = stage.take(index) {
                let (took, well) = server.terminate().await;
                if !well || took > Duration::from_secs(15) {
                    faults
                        .violations
                        .push(format!("SIGTERM: ended well: {well}, after {took:?}"));
                }
            }
            stage.start(index).await;
        }
        Fault::Microsoft => {
            stage.microsoft.shut();
            tokio::time::sleep(a_while).await;
            stage.microsoft.reopen();
        }
        Fault::Clock => {
            stage.move_clock(random.random_range(-3600..3600));
            tokio::time::sleep(a_while + Duration::from_secs(1)).await;
            stage.move_clock(0);
            // What is known of the time is a second old at most.
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        Fault::Disk => {
            let filler = stage.disk.as_ref().unwrap().join("filler");
            let mut file = std::fs::File::create(&filler).unwrap();
            while file.write_all(&[0; 4096]).is_ok() {}
            while file.write_all(&[0; 1]).is_ok() {}
            tokio::time::sleep(a_while).await;
            std::fs::remove_file(filler).unwrap();
        }
        Fault::Database => {
            let cluster = Arc::clone(stage.cluster.as_ref().unwrap());
            let stopping = Arc::clone(&cluster);
            tokio::task::spawn_blocking(move || stopping.cut())
                .await
                .unwrap();
            tokio::time::sleep(a_while).await;
            tokio::task::spawn_blocking(move || cluster.go_on())
                .await
                .unwrap();
        }
        Fault::Rotation => {
            stage.active.fetch_xor(true, Ordering::Relaxed);
            stage.configure();
            stage.signal_all("-HUP");
            let mut rotate = tokio::process::Command::new(program());
            rotate
                .args(["rotate-keys", "--config"])
                .arg(&stage.configs[0]);
            let output = rotate.output().await.unwrap();
            if !output.status.success() {
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                faults.violations.push(format!("rotate-keys: {said}"));
            }
        }
    }
}
