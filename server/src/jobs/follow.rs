//! Follows what other servers change: asks for the revisions of what is watched here, once a second,
//! and stores what is watched here, for the others.
//!
//! A poll and not a notification: every engine has it, it survives a lost connection, and asking
//! for a few hundred revisions costs one indexed read.

use crate::state::State;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// How soon a change of another server is known here.
const EVERY: Duration = Duration::from_secs(1);

/// For how long a watcher here is made known to the others.
pub const KNOWN_MS: u64 = 30_000;

/// Whether a read of a connection is news for the other servers: a check is near, which one of them may make, and they
/// were not told a moment ago. Without a check it matters to nobody by the time it is forgotten.
pub fn is_to_be_known(
    state: &State,
    next_check_at: Option<u64>,
    watched_until: u64,
    now: u64,
) -> bool {
    state.store.is_shared()
        && next_check_at.is_some_and(|at| at <= now.saturating_add(KNOWN_MS))
        && watched_until < now.saturating_add(KNOWN_MS / 2)
}

/// Runs until the server stops. Returns at once where nobody shares the store.
pub async fn run(state: Arc<State>) {
    if !state.store.is_shared() {
        return;
    }
    let mut announced: HashMap<Uuid, u64> = HashMap::new();
    loop {
        tokio::select! {
            () = state.stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let watched = state.broadcaster.watched();
        if let Err(error) = look(&state, &watched, &mut announced).await {
            tracing::warn!(%error, "changes of other servers cannot be read");
        }
    }
}

async fn look(
    state: &State,
    watched: &HashMap<Uuid, Option<u64>>,
    announced: &mut HashMap<Uuid, u64>,
) -> Result<(), crate::store::StoreError> {
    if watched.is_empty() {
        announced.clear();
        return Ok(());
    }
    let revisions = state
        .store
        .revisions(watched.keys().copied().collect())
        .await?;
    let found: HashMap<Uuid, u64> = revisions.into_iter().collect();
    for (&id, &seen) in watched {
        match found.get(&id) {
            None => state.broadcaster.end(id),
            Some(&revision) if seen.is_some_and(|seen| seen >= revision) => {}
            Some(_) => {
                if let Some(connection) = state.store.connection(id).await? {
                    state.broadcaster.publish(id, &connection.status);
                }
            }
        }
    }
    let now = state.clock.now();
    announced.retain(|id, until| found.contains_key(id) && now + KNOWN_MS / 2 < *until);
    let fresh: Vec<Uuid> = found
        .keys()
        .filter(|id| !announced.contains_key(id))
        .copied()
        .collect();
    if !fresh.is_empty() {
        state.store.watched(fresh.clone(), now + KNOWN_MS).await?;
        announced.extend(fresh.into_iter().map(|id| (id, now + KNOWN_MS)));
    }
    Ok(())
}
