//! Rounds in a running server: one after the other for each tenant, by one server of all that share
//! the store, and after each round what changed goes to the receivers. A whole round each day, and what
//! changed in between.

use crate::config::Observer;
use crate::observer::alert::{Alerts, Sent};
use crate::observer::days;
use crate::observer::due::Due;
use crate::observer::follow::Followed;
use crate::observer::itself::Stopped;
use crate::observer::once::explained;
use crate::observer::reader::{Pace, Reader};
use crate::observer::round::Round;
use crate::observer::rows;
use crate::ops::lease::Lease;
use crate::state::State;
use crate::store::StoreError;
use std::sync::Arc;
use std::time::Duration;

/// A server that dies is waited for this long.
const LEASE: Duration = Duration::from_secs(30);

/// How often it is asked whether something is due.
const TICK: Duration = Duration::from_secs(30);

/// After a round that could not begin the next one is tried this much later.
const AGAIN_MS: u64 = 10 * 60 * 1000;

/// Runs until the server stops. Returns at once where no observer is configured.
pub async fn run(state: Arc<State>) {
    let alerts = match Alerts::new(Arc::clone(&state.clock)) {
        Ok(alerts) => Arc::new(alerts),
        Err(error) => return tracing::error!(%error, "no changes can be sent"),
    };
    let mut running = tokio::task::JoinSet::new();
    for observer in &state.config.observers {
        let (state, alerts) = (Arc::clone(&state), Arc::clone(&alerts));
        running.spawn(watch(state, observer.clone(), alerts));
    }
    while running.join_next().await.is_some() {}
}

/// Reads one tenant again and again.
async fn watch(state: Arc<State>, observer: Observer, alerts: Arc<Alerts>) {
    let Some(every) = observer.every else { return };
    let reader = match Reader::open(&state.config.microsoft, &observer, Pace::default()) {
        Ok(reader) => reader,
        Err(error) => {
            return tracing::error!(%error, tenant = observer.tenant, "nothing can be read");
        }
    };
    let mut not_before = 0;
    loop {
        let round_if_due = async {
            if let Err(error) =
                round_if_due(&state, &observer, &reader, &alerts, every, &mut not_before).await
            {
                tracing::error!(%error, tenant = observer.tenant, "the observer could not work");
            }
        };
        tokio::select! {
            () = state.stop.cancelled() => return,
            () = round_if_due => {}
        }
        tokio::select! {
            () = state.stop.cancelled() => return,
            () = tokio::time::sleep(TICK) => {}
        }
    }
}

async fn round_if_due(
    state: &State,
    observer: &Observer,
    reader: &Reader,
    alerts: &Alerts,
    every: Duration,
    not_before: &mut u64,
) -> Result<(), StoreError> {
    let name = format!("observer/{}", observer.tenant);
    let Some(lease) = Lease::hold(&state.store, name, LEASE).await? else {
        return Ok(());
    };
    // Before the first round: then its receivers take what comes after it.
    for receiver in &observer.receivers {
        send(state, observer, alerts, receiver).await?;
        summarize(state, observer, alerts, receiver).await?;
    }
    let stands = rows::load(&state.store, &observer.tenant).await?;
    let now = state.clock.now();
    let every = u64::try_from(every.as_millis()).unwrap_or(u64::MAX);
    let due = Due::of(&stands, every, now);
    if due == Due::Nothing || now < *not_before {
        return Ok(());
    }
    let round = Round::quiet(reader, &state.store, observer);
    let read = tokio::select! {
        read = read(state, observer, &round, due) => read,
        () = lease.lost() => return Ok(()),
    };
    match read {
        Ok(true) => {
            for receiver in &observer.receivers {
                send(state, observer, alerts, receiver).await?;
            }
        }
        Ok(false) => *not_before = state.clock.now().saturating_add(AGAIN_MS),
        Err(stopped) => {
            *not_before = state.clock.now().saturating_add(AGAIN_MS);
            let reason = explained(&stopped, &state.config.microsoft, observer);
            tracing::error!(
                tenant = observer.tenant,
                reason,
                "the observer reads nothing"
            );
        }
    }
    Ok(())
}

/// What is due. Whether it came to its end.
async fn read(
    state: &State,
    observer: &Observer,
    round: &Round<'_>,
    due: Due,
) -> Result<bool, Stopped> {
    if due == Due::Changes
        && let Some(is_done) = changes(state, observer, round).await?
    {
        return Ok(is_done);
    }
    let outcome = round.run(&*state.clock).await?;
    let (store, key, ended) = (&state.store, &observer.tenant, outcome.tenant.ended);
    let summary = days::count(store, key, ended).await?;
    days::keep(store, key, summary, outcome.complete, ended).await?;
    tracing::info!(
        tenant = observer.tenant,
        complete = outcome.complete,
        requests = outcome.requests,
        "the observer has read every app"
    );
    Ok(true)
}

/// What changed. Whether it came to its end; nothing where a whole round has to come next.
async fn changes(
    state: &State,
    observer: &Observer,
    round: &Round<'_>,
) -> Result<Option<bool>, Stopped> {
    let tenant = &observer.tenant;
    let (is_done, said) = match round.follow(&*state.clock).await? {
        Followed::Done { changes, requests } => {
            let said = format!("{changes} changes, {requests} requests");
            (Some(true), said)
        }
        Followed::Later(fault) => (Some(false), fault.to_string()),
        Followed::Lost(reason) => (None, reason),
    };
    tracing::info!(
        tenant,
        is_done,
        said,
        "the observer looked for what changed"
    );
    Ok(is_done)
}

/// Sends a receiver the summary of the last day or week, if it hasn't had it.
async fn summarize(
    state: &State,
    observer: &Observer,
    alerts: &Alerts,
    receiver: &crate::config::Receiver,
) -> Result<(), StoreError> {
    let Some(every) = observer.digest else {
        return Ok(());
    };
    let now = state.clock.now();
    let sent = alerts
        .summarize(&state.store, &observer.tenant, receiver, every, now)
        .await?;
    if sent == Sent::Later {
        tracing::warn!(tenant = observer.tenant, "a summary is sent again later");
    }
    Ok(())
}

async fn send(
    state: &State,
    observer: &Observer,
    alerts: &Alerts,
    receiver: &crate::config::Receiver,
) -> Result<(), StoreError> {
    let tenant = rows::load(&state.store, &observer.tenant).await?;
    let sent = alerts
        .send(&state.store, &observer.tenant, &tenant, receiver)
        .await?;
    if sent == Sent::Later {
        tracing::warn!(tenant = observer.tenant, "changes are sent again later");
    }
    Ok(())
}
