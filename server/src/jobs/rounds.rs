//! Rounds in a running server: one after the other for each tenant, by one server of all that share
//! the store, and after each round what changed goes to the receivers.

use crate::config::Observer;
use crate::observer::alert::{Alerts, Sent};
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
    }
    let stands = rows::load(&state.store, &observer.tenant).await?;
    let now = state.clock.now();
    let every = u64::try_from(every.as_millis()).unwrap_or(u64::MAX);
    let is_due = stands.open || stands.ended.saturating_add(every) <= now;
    if !is_due || now < *not_before {
        return Ok(());
    }
    let round = Round {
        reader,
        store: &state.store,
        observer,
        watch: &|_, _, _| {},
        before: reader.requests(),
    };
    let outcome = tokio::select! {
        outcome = round.run(&*state.clock) => outcome,
        () = lease.lost() => return Ok(()),
    };
    match outcome {
        Ok(outcome) => {
            tracing::info!(
                tenant = observer.tenant,
                complete = outcome.complete,
                requests = outcome.requests,
                "the observer has read every app"
            );
            for receiver in &observer.receivers {
                send(state, observer, alerts, receiver).await?;
            }
        }
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
