//! One whole round, rounds in which nothing changed, and one that finds changes.

use crate::usage::{Usage, Watch};
use anyhow::{Context, Result, bail, ensure};
use consentry_server::clock::SystemClock;
use consentry_server::config::Observing;
use consentry_server::observer::difference::{APPS, GRANTS};
use consentry_server::observer::follow::Followed;
use consentry_server::observer::reader::{Pace, Reader};
use consentry_server::observer::round::Round;
use consentry_server::store::{self, Store};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

/// Grants that change before the last round.
pub(crate) const CHANGED: u32 = 100;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Measured {
    /// The whole round.
    pub(crate) whole: Usage,
    pub(crate) requests: u64,
    pub(crate) apps: u64,
    pub(crate) grants: u64,
    /// App role assignments and assignments.
    pub(crate) assigned: u64,
    /// Rounds in which nothing changed: the most requests, and the longest.
    pub(crate) idle_requests: u64,
    pub(crate) idle: Usage,
    /// The round after [`CHANGED`] grants have changed.
    pub(crate) changed: Usage,
    pub(crate) changed_requests: u64,
    pub(crate) changes: usize,
}

struct Subject {
    observing: Observing,
    reader: Reader,
    store: Arc<dyn Store>,
}

impl Subject {
    fn round(&self) -> Round<'_> {
        Round::quiet(&self.reader, &self.store, &self.observing.observers[0])
    }

    /// Changes, requests, and what it took.
    async fn follow(&self) -> Result<(usize, u64, Usage)> {
        let watch = Watch::start()?;
        match self.round().follow(&SystemClock).await? {
            Followed::Done { changes, requests } => Ok((changes, requests, watch.end()?)),
            other => bail!("the deltas were not followed to their end: {other:?}"),
        }
    }
}

pub(crate) async fn measure(config: &Path, control: &str) -> Result<Measured> {
    let observing = Observing::load(config)?;
    let reader = Reader::open(
        &observing.microsoft,
        &observing.observers[0],
        Pace::default(),
    )?;
    let subject = Subject {
        store: store::open(&observing.database).await?,
        observing,
        reader,
    };
    let watch = Watch::start()?;
    let outcome = subject.round().run(&SystemClock).await?;
    let whole = watch.end()?;
    ensure!(outcome.complete, "the round was not complete");
    let read = |list: &str| outcome.lists.get(list).map_or(0, |at| at.read);
    let all: u64 = outcome.lists.values().map(|at| at.read).sum();
    let (mut idle_requests, mut idle) = (0, None::<Usage>);
    for _ in 0..5 {
        let (changes, requests, usage) = subject.follow().await?;
        ensure!(
            changes == 0,
            "nothing changed, and {changes} changes were found"
        );
        idle_requests = idle_requests.max(requests);
        idle = idle
            .filter(|longest| longest.seconds >= usage.seconds)
            .or(Some(usage));
    }
    let patch = json!({ "graph_churn": CHANGED }).to_string();
    let told = reqwest::Client::new()
        .post(format!("{control}/scenario"))
        .header("content-type", "application/json")
        .body(patch);
    told.send().await?.error_for_status()?;
    let (found, changed_requests, changed) = subject.follow().await?;
    Ok(Measured {
        whole,
        requests: outcome.requests,
        apps: read(APPS),
        grants: read(GRANTS),
        assigned: all - read(APPS) - read(GRANTS),
        idle_requests,
        idle: idle.context("five rounds")?,
        changed,
        changed_requests,
        changes: found,
    })
}
