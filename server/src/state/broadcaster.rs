//! Who watches which connection, and how news reaches them.
//!
//! Only the newest state matters, so a slow reader skips what it missed and nothing piles up.
//! Deliberately absent: anything that must survive; who watches comes back by itself.

use consentry_wire::api::Status;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use uuid::Uuid;

/// Reading a connection counts as watching it for this long.
const GLANCE_MS: u64 = 30_000;

/// One state, written once for all who watch.
#[derive(Debug)]
pub struct News {
    /// Its revision.
    pub revision: u64,
    /// The status as JSON.
    pub json: String,
}

impl News {
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

/// The way news of one connection go.
struct Channel {
    news: watch::Sender<Option<Arc<News>>>,
    /// The oldest revision that those who watch began with, as far as it is known.
    began_with: Option<u64>,
}

impl Channel {
    fn new() -> Self {
        Self {
            news: watch::channel(None).0,
            began_with: None,
        }
    }

    /// The newest revision that everybody here has.
    fn told(&self) -> Option<u64> {
        let told = self.news.borrow().as_ref().map(|news| news.revision);
        told.max(self.began_with)
    }
}

/// All who watch.
#[derive(Default)]
pub struct Hub(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    channels: HashMap<Uuid, Channel>,
    glances: HashMap<Uuid, u64>,
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One who watches; stops when dropped.
pub struct Watcher {
    news: watch::Receiver<Option<Arc<News>>>,
    id: Uuid,
    seen: Arc<Mutex<Seen>>,
}

impl Hub {
    /// Starts watching. What happens from now on is not missed.
    pub fn watch(&self, id: Uuid) -> Watcher {
        let news = lock(&self.0)
            .channels
            .entry(id)
            .or_insert_with(Channel::new)
            .news
            .subscribe();
        Watcher {
            news,
            id,
            seen: Arc::clone(&self.0),
        }
    }

    /// Notes that somebody looked.
    pub fn glance(&self, id: Uuid, now: u64) {
        lock(&self.0).glances.insert(id, now);
    }

    /// Whether anybody watches, or looked a moment ago.
    pub fn is_watched(&self, id: Uuid, now: u64) -> bool {
        let seen = lock(&self.0);
        seen.channels
            .get(&id)
            .is_some_and(|channel| channel.news.receiver_count() > 0)
            || seen
                .glances
                .get(&id)
                .is_some_and(|at| now < at.saturating_add(GLANCE_MS))
    }

    /// Tells all who watch. Two changes may come here in the wrong order; the newer one stays.
    pub fn publish(&self, id: Uuid, status: &Status) {
        if let Some(channel) = lock(&self.0).channels.get(&id) {
            channel.news.send_if_modified(|held| {
                let newer = held
                    .as_ref()
                    .is_none_or(|news| news.revision < status.revision);
                if newer {
                    *held = Some(News::of(status));
                }
                newer
            });
        }
    }

    /// What is watched here, each with the newest revision that all who watch it have.
    pub fn watched(&self) -> HashMap<Uuid, Option<u64>> {
        let seen = lock(&self.0);
        seen.channels
            .iter()
            .filter(|(_, channel)| channel.news.receiver_count() > 0)
            .map(|(id, channel)| (*id, channel.told()))
            .collect()
    }

    /// The connection is gone: all who watch it are told by the end of their stream.
    pub fn end(&self, id: Uuid) {
        let mut seen = lock(&self.0);
        seen.channels.remove(&id);
        seen.glances.remove(&id);
    }

    /// Forgets old glances.
    pub fn sweep(&self, now: u64) {
        lock(&self.0)
            .glances
            .retain(|_, at| now < at.saturating_add(GLANCE_MS));
    }
}

impl Watcher {
    /// Notes the revision this watcher has from elsewhere: what is not newer is no news for it.
    pub fn begins_with(&self, revision: u64) {
        if let Some(channel) = lock(&self.seen).channels.get_mut(&self.id) {
            let oldest = channel
                .began_with
                .map_or(revision, |oldest| oldest.min(revision));
            channel.began_with = Some(oldest);
        }
    }

    /// Waits for the next news; nothing when the connection is gone.
    pub async fn next(&mut self) -> Option<Arc<News>> {
        self.news.changed().await.ok()?;
        self.news.borrow_and_update().clone()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let mut seen = lock(&self.seen);
        // This watcher itself still counts as one.
        if seen
            .channels
            .get(&self.id)
            .is_some_and(|channel| channel.news.receiver_count() <= 1)
        {
            seen.channels.remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::Connection;
    use consentry_wire::api::Role;

    fn status(revision: u64) -> Status {
        let mut made = Connection::new(Uuid::nil(), "p", Role::Other, Vec::new(), 0);
        made.status.revision = revision;
        made.status
    }

    #[tokio::test]
    async fn a_watcher_hears_the_newest_news_even_if_they_come_in_the_wrong_order() {
        let hub = Hub::default();
        let mut watcher = hub.watch(Uuid::nil());
        hub.publish(Uuid::nil(), &status(3));
        hub.publish(Uuid::nil(), &status(2));
        assert_eq!(watcher.next().await.unwrap().revision, 3);
    }

    #[test]
    fn what_every_watcher_has_is_not_fetched_for_them_again() {
        let (hub, id) = (Hub::default(), Uuid::nil());
        let (one, other) = (hub.watch(id), hub.watch(id));
        assert_eq!(hub.watched()[&id], None);
        one.begins_with(6);
        // This one read it a moment before the change.
        other.begins_with(5);
        assert_eq!(hub.watched()[&id], Some(5));
        hub.publish(id, &status(7));
        assert_eq!(hub.watched()[&id], Some(7));
    }

    #[tokio::test]
    async fn watching_ends_with_the_connection() {
        let hub = Hub::default();
        let mut watcher = hub.watch(Uuid::nil());
        hub.end(Uuid::nil());
        assert!(watcher.next().await.is_none());
    }

    #[test]
    fn nobody_is_left_behind_when_the_last_watcher_goes() {
        let hub = Hub::default();
        let (one, other) = (hub.watch(Uuid::nil()), hub.watch(Uuid::nil()));
        drop(one);
        assert!(hub.is_watched(Uuid::nil(), 0));
        drop(other);
        assert!(!hub.is_watched(Uuid::nil(), 0));
        assert!(lock(&hub.0).channels.is_empty());
    }

    #[test]
    fn a_glance_counts_for_half_a_minute() {
        let hub = Hub::default();
        hub.glance(Uuid::nil(), 1000);
        assert!(hub.is_watched(Uuid::nil(), 30_999));
        assert!(!hub.is_watched(Uuid::nil(), 31_000));
    }
}
