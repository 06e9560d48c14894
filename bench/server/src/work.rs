//! What costs calls to Microsoft: the exchange of a code, with the first look at Graph that the browser waits
//! for, and a check. The practice tenant answers from a process of its own, without the way to Microsoft.

use crate::journey::{self, Returning, request};
use crate::stage::Stage;
use crate::stats::per_mille;
use crate::subject::Subject;
use crate::watch::Events;
use anyhow::{Context, Result, anyhow, ensure};
use consentry_wire::api::Created;
use futures_util::{StreamExt, TryStreamExt, stream};
use reqwest::{Client, Method};
use serde::Serialize;
use std::time::{Duration, Instant};

/// At the same time; as many checks as a server makes at once.
const AT_ONCE: usize = 8;

/// How long something took, many times.
#[derive(Serialize)]
pub(crate) struct Work {
    pub(crate) name: &'static str,
    pub(crate) count: usize,
    /// In a second.
    pub(crate) rate: f64,
    /// Milliseconds: half, 99 of a hundred, all.
    pub(crate) took: [f64; 3],
    /// Processor time of the server for each, in milliseconds.
    pub(crate) cpu: f64,
    /// Memory the server held afterwards, in KiB.
    pub(crate) memory: u64,
}

/// Exchanges codes and checks, `count` of each.
pub(crate) async fn measure(stage: &Stage, database: &str, count: usize) -> Result<[Work; 2]> {
    let server = stage.server_for_sign_ins(database)?;
    let client = Client::new();
    let returning: Vec<Returning> = stream::iter(0..count)
        .map(|_| journey::sign_in(stage, &client, &server))
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let mut created = Vec::new();
    let exchange = timed(
        &server,
        "code exchange and first look",
        returning,
        async |back| {
            let begun = Instant::now();
            let answer = back
                .robot
                .get(&back.callback)
                .await
                .map_err(|error| anyhow!(error))?;
            let took = begun.elapsed();
            let location = answer
                .headers()
                .get("location")
                .and_then(|to| to.to_str().ok());
            ensure!(
                location.is_some_and(|to| to.contains("#consentry=")),
                "a sign-in did not end well: {location:?}"
            );
            Ok((took, back.created))
        },
    )
    .await?;
    created.extend(exchange.1);
    // Two checks of one connection are two seconds apart.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let check = timed(
        &server,
        "check, until its event",
        created,
        async |created: Created| {
            let mut events =
                Events::open(&server.address, &created.id, created.secret.expose()).await?;
            let before = checked_at(&events.next().await?)?;
            let begun = Instant::now();
            let asked = request(&client, &server, Method::POST, &created, "/check")
                .send()
                .await?;
            asked.error_for_status()?;
            while checked_at(&events.next().await?)? <= before {}
            Ok((begun.elapsed(), ()))
        },
    )
    .await?;
    Ok([exchange.0, check.0])
}

fn checked_at(json: &str) -> Result<u64> {
    let status: consentry_wire::api::Status =
        serde_json::from_str(json).context("an event is a status")?;
    Ok(status.checked_at.unwrap_or_default())
}

#[expect(clippy::cast_precision_loss, reason = "hundreds")]
async fn timed<T, R, F: Future<Output = Result<(Duration, R)>>>(
    server: &Subject,
    name: &'static str,
    items: Vec<T>,
    each: impl Fn(T) -> F,
) -> Result<(Work, Vec<R>)> {
    let (count, begun, cpu) = (items.len(), Instant::now(), server.cpu());
    let done: Vec<(Duration, R)> = stream::iter(items)
        .map(each)
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let lasted = begun.elapsed().as_secs_f64();
    let (mut took, mut results) = (Vec::new(), Vec::new());
    for (one, result) in done {
        took.push(one.as_secs_f64() * 1e3);
        results.push(result);
    }
    took.sort_by(f64::total_cmp);
    let work = Work {
        name,
        count,
        rate: count as f64 / lasted,
        took: [500, 990, 1000].map(|mille| per_mille(&took, mille)),
        cpu: (server.cpu() - cpu) * 1e3 / count as f64,
        memory: server.memory(),
    };
    Ok((work, results))
}
