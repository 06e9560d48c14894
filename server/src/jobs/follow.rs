//! Hears what other servers change: asks for the revisions of what is watched here, once a second,
//! and lets the others know what is watched here.
//!
//! A poll and not a notification: every engine has it, it survives a lost connection, and asking
//! for a few hundred revisions costs one indexed read.

use crate::state::State;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// How soon news of another server are heard.
const EVERY: Duration = Duration::from_secs(1);

/// For how long a watcher here is made known to the others.
pub const KNOWN_MS: u64 = 30_000;

/// Runs until the server stops. Returns at once where nobody shares the store.
pub async fn run(state: Arc<State>) {
    if !state.store.is_shared() {
        return;
    }
    let mut told: HashMap<Uuid, u64> = HashMap::new();
    loop {
        tokio::select! {
            () = state.stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let watched = state.hub.watched();
        if let Err(error) = look(&state, &watched, &mut told).await {
            tracing::warn!(%error, "news of other servers cannot be heard");
        }
    }
}

async fn look(
    state: &State,
    watched: &HashMap<Uuid, Option<u64>>,
    told: &mut HashMap<Uuid, u64>,
) -> Result<(), crate::store::StoreError> {
    if watched.is_empty() {
        told.clear();
        return Ok(());
    }
    let revisions = state
        .store
        .revisions(watched.keys().copied().collect())
        .await?;
    let found: HashMap<Uuid, u64> = revisions.into_iter().collect();
    for (&id, &seen) in watched {
        match found.get(&id) {
            None => state.hub.end(id),
            Some(&revision) if seen.is_some_and(|seen| seen >= revision) => {}
            Some(_) => {
                if let Some(connection) = state.store.connection(id).await? {
                    state.hub.publish(id, &connection.status);
                }
            }
        }
    }
    let now = state.clock.now();
    told.retain(|id, until| found.contains_key(id) && now + KNOWN_MS / 2 < *until);
    let news: Vec<Uuid> = found
        .keys()
        .filter(|id| !told.contains_key(id))
        .copied()
        .collect();
    if !news.is_empty() {
        state.store.watched(news.clone(), now + KNOWN_MS).await?;
        told.extend(news.into_iter().map(|id| (id, now + KNOWN_MS)));
    }
    Ok(())
}
