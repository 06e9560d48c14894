//! The soak: clients authorize, check, watch, sign in again and delete, while processes are killed,
//! disks fill, databases vanish, clocks jump and Microsoft cannot be reached. At the end a ledger of
//! what was acknowledged is compared with what is there.
//!
//! What was answered with an error, or not at all, may have happened or not; only what was
//! acknowledged counts.

mod ledger;
mod secrets;
mod stage;

mod client;
mod fault;
mod compare;

use rand::SeedableRng;
use rand::rngs::StdRng;
use serde::Serialize;
use std::collections::BTreeMap;
use std::time::Duration;

pub use ledger::Ledger;
pub use stage::{Base, Stage};

/// What a soak is like.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How long clients work and faults happen.
    pub lasts: Duration,
    /// The database.
    pub base: Base,
    /// Clients at the same time.
    pub clients: usize,
    /// What chance begins with: the same seed gives the same faults in the same order.
    pub seed: u64,
}

/// What came of it.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// The database.
    pub store: String,
    /// Seconds.
    pub seconds: u64,
    /// What chance began with.
    pub seed: u64,
    /// What was acknowledged, by kind.
    pub acknowledged: BTreeMap<&'static str, u64>,
    /// What was refused or not answered, by kind: expected while there are faults.
    pub failed: BTreeMap<&'static str, u64>,
    /// Faults, by kind.
    pub faults: BTreeMap<&'static str, u64>,
    /// Faults that this machine cannot produce, and why.
    pub left_out: Vec<String>,
    /// Milliseconds until a restarted server was ready: median and longest.
    pub ready_again_ms: (u64, u64),
    /// Milliseconds of an acknowledged creation: median and 99th percentile.
    pub create_ms: (u64, u64),
    /// Codes the tenant redeemed, and codes that came to it a second time.
    pub codes: (u64, u64),
    /// Entries of records that were verified at the end.
    pub entries: u64,
    /// Bytes of logs that were searched for secrets.
    pub log_bytes: u64,
    /// Everything that must not be: empty if all is well.
    pub violations: Vec<String>,
}

/// Runs a soak.
pub async fn run(plan: Plan) -> Figures {
    let stage = Stage::build(plan.base).await;
    let ledger = Ledger::default();
    let end = tokio::time::Instant::now() + plan.lasts;
    let clients: Vec<_> = (0..plan.clients)
        .map(|index| {
            let random = StdRng::seed_from_u64(plan.seed.wrapping_add(1 + index as u64));
            tokio::spawn(client::run(stage.clone(), ledger.clone(), random, end))
        })
        .collect();
    let faults = fault::run(&stage, StdRng::seed_from_u64(plan.seed), end).await;
    for client in clients {
        client.await.unwrap();
    }
    compare::run(plan, stage, ledger, faults).await
}
