//! Who watches which connection, and how they hear of a new status.
//!
//! Only the newest state matters, so a slow reader skips what it missed and nothing accumulates.
//! Deliberately absent: anything that must survive; who watches connects again.

use super::watched_checks::WatchedChecks;
use consentry_wire::api::Status;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use uuid::Uuid;

/// Reading a connection counts as watching it for this long.
const SEEN_MS: u64 = 30_000;

/// One state, written once for all who watch.
#[derive(Debug)]
pub struct StatusUpdate {
    /// Its revision.
    pub revision: u64,
    /// The status as JSON.
    pub json: String,
}

impl StatusUpdate {
    /// Of a status.
    ///
    /// # Panics
    ///
    /// Never: a status is always JSON.
    pub fn of(status: &Status) -> Arc<Self> {
        let json = serde_json::to_string(status).expect("a status is JSON");
        Arc::new(Self {
            revision: status.revision,
            json,
        })
    }
}

/// Where the status updates of one connection go.
struct Channel {
    updates: watch::Sender<Option<Arc<StatusUpdate>>>,
    /// The oldest revision that those who watch began with, as far as it is known.
    began_with: Option<u64>,
}

impl Channel {
    fn new() -> Self {
        Self {
            updates: watch::channel(None).0,
            began_with: None,
        }
    }

    /// The newest revision that everybody here has.
    fn newest_for_all(&self) -> Option<u64> {
        let published = self.updates.borrow().as_ref().map(|update| update.revision);
        published.max(self.began_with)
    }
}

/// All who watch.
#[derive(Default)]
pub struct Broadcaster(Arc<Mutex<Channels>>);

#[derive(Default)]
struct Channels {
    by_connection: HashMap<Uuid, Channel>,
    seen_at: HashMap<Uuid, u64>,
    checks: WatchedChecks,
}

impl Channels {
    fn is_watched(&self, id: Uuid, now: u64) -> bool {
        self.has_streams(id)
            || self
                .seen_at
                .get(&id)
                .is_some_and(|at| now < at.saturating_add(SEEN_MS))
    }

    fn plan(&mut self, id: Uuid, next_check_at: Option<u64>) {
        if self.by_connection.contains_key(&id) || self.seen_at.contains_key(&id) {
            self.checks.plan(id, next_check_at);
        }
    }

    fn has_streams(&self, id: Uuid) -> bool {
        let channel = self.by_connection.get(&id);
        channel.is_some_and(|channel| channel.updates.receiver_count() > 0)
    }
}

fn lock(channels: &Mutex<Channels>) -> MutexGuard<'_, Channels> {
    channels.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One who watches; stops when dropped.
pub struct Watcher {
    updates: watch::Receiver<Option<Arc<StatusUpdate>>>,
    id: Uuid,
    channels: Arc<Mutex<Channels>>,
}

impl Broadcaster {
    /// Starts watching. What happens from now on is not missed.
    pub fn watch(&self, id: Uuid) -> Watcher {
        let updates = lock(&self.0)
            .by_connection
            .entry(id)
            .or_insert_with(Channel::new)
            .updates
            .subscribe();
        Watcher {
            updates,
            id,
            channels: Arc::clone(&self.0),
        }
    }

    /// Notes that somebody read the status, and when the connection is checked next; true where somebody waits for that
    /// check from now on.
    pub fn mark_seen(&self, id: Uuid, next_check_at: Option<u64>, now: u64) -> bool {
        let mut channels = lock(&self.0);
        channels.seen_at.insert(id, now);
        // By a later check the read will be forgotten.
        let near = next_check_at.filter(|at| *at < now.saturating_add(SEEN_MS));
        if near.is_none() && !channels.has_streams(id) {
            channels.checks.remove(id);
            return false;
        }
        channels.checks.plan(id, next_check_at)
    }

    /// Those that somebody watches and whose check is due, the longest waiting first.
    pub fn due(&self, now: u64, limit: usize) -> Vec<Uuid> {
        let mut channels = lock(&self.0);
        let (mut watched, mut left) = (Vec::new(), Vec::new());
        for id in channels.checks.due(now) {
            if watched.len() == limit {
                break;
            }
            let into = if channels.is_watched(id, now) {
                &mut watched
            } else {
                &mut left
            };
            into.push(id);
        }
        for id in left {
            channels.checks.remove(id);
        }
        watched
    }

    /// When the next check is due that somebody waits for, and that is not due yet.
    pub fn next_due(&self, now: u64) -> Option<u64> {
        lock(&self.0).checks.next_after(now)
    }

    /// Notes when a connection is checked next, where somebody may watch it.
    pub fn plan(&self, id: Uuid, next_check_at: Option<u64>) {
        lock(&self.0).plan(id, next_check_at);
    }

    /// Whether anybody watches, or read the status a moment ago.
    pub fn is_watched(&self, id: Uuid, now: u64) -> bool {
        lock(&self.0).is_watched(id, now)
    }

    /// Sends a status to all who watch. Two changes may come here in the wrong order; the newer one stays.
    pub fn publish(&self, id: Uuid, status: &Status) {
        let mut channels = lock(&self.0);
        channels.plan(id, status.next_check_at);
        if let Some(channel) = channels.by_connection.get(&id) {
            channel.updates.send_if_modified(|held| {
                let newer = held
                    .as_ref()
                    .is_none_or(|update| update.revision < status.revision);
                if newer {
                    *held = Some(StatusUpdate::of(status));
                }
                newer
            });
        }
    }

    /// What is watched here, each with the newest revision that all who watch it have.
    pub fn watched(&self) -> HashMap<Uuid, Option<u64>> {
        let channels = lock(&self.0);
        channels
            .by_connection
            .iter()
            .filter(|(_, channel)| channel.updates.receiver_count() > 0)
            .map(|(id, channel)| (*id, channel.newest_for_all()))
            .collect()
    }

    /// The connection is gone: the streams of all who watch it end.
    pub fn end(&self, id: Uuid) {
        let mut channels = lock(&self.0);
        channels.by_connection.remove(&id);
        channels.seen_at.remove(&id);
        channels.checks.remove(id);
    }

    /// Forgets reads of long ago.
    pub fn sweep(&self, now: u64) {
        let channels = &mut *lock(&self.0);
        let Channels {
            by_connection,
            seen_at,
            checks,
        } = channels;
        seen_at.retain(|_, at| now < at.saturating_add(SEEN_MS));
        checks.retain(|id| by_connection.contains_key(&id) || seen_at.contains_key(&id));
    }
}

impl Watcher {
    /// Notes the revision this watcher has from elsewhere: what is not newer is not sent to it.
    pub fn begins_with(&self, revision: u64) {
        if let Some(channel) = lock(&self.channels).by_connection.get_mut(&self.id) {
            let oldest = channel
                .began_with
                .map_or(revision, |oldest| oldest.min(revision));
            channel.began_with = Some(oldest);
        }
    }

    /// Waits for the next update; nothing when the connection is gone.
    pub async fn next(&mut self) -> Option<Arc<StatusUpdate>> {
        self.updates.changed().await.ok()?;
        self.updates.borrow_and_update().clone()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let mut channels = lock(&self.channels);
        // This watcher itself still counts as one.
        if channels
            .by_connection
            .get(&self.id)
            .is_some_and(|channel| channel.updates.receiver_count() <= 1)
        {
            channels.by_connection.remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests;
