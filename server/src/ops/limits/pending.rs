//! Sign-ins that were begun at this server and can still be finished, and who began them.

use super::Caller;
use super::shares::{Place, Shares};
use crate::clock::Clock;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// Sign-ins under way, one for each connection.
pub struct Pending {
    clock: Arc<dyn Clock>,
    lasts: Duration,
    held: Mutex<Held>,
}

struct Held {
    shares: Shares<Uuid>,
    places: HashMap<Uuid, Place>,
    /// What was begun when, the oldest first; it may have ended since.
    begun: VecDeque<(Duration, Uuid, Place)>,
}

impl Pending {
    pub(super) fn new(most: u32, lasts: Duration, clock: Arc<dyn Clock>) -> Self {
        let held = Mutex::new(Held {
            shares: Shares::new(most),
            places: HashMap::new(),
            begun: VecDeque::new(),
        });
        Self { clock, lasts, held }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A caller begins a sign-in for a connection: the connection whose sign-in ends for it, if one has to. Nothing
    /// where no caller has more of them under way than this one.
    pub fn begin(&self, caller: Caller, connection: Uuid) -> Option<Option<Uuid>> {
        let now = self.clock.monotonic();
        let mut held = self.held();
        held.expire(now, self.lasts);
        held.end(connection);
        let (place, left) = held.shares.take(caller, connection)?;
        if let Some(left) = left {
            held.places.remove(&left);
        }
        held.places.insert(connection, place);
        held.begun.push_back((now, connection, place));
        Some(left)
    }

    /// The sign-in of a connection came to an end, good or bad.
    pub fn end(&self, connection: Uuid) {
        self.held().end(connection);
    }
}

impl Held {
    fn end(&mut self, connection: Uuid) {
        if let Some(place) = self.places.remove(&connection) {
            self.shares.leave(place);
        }
    }

    fn expire(&mut self, now: Duration, lasts: Duration) {
        while let Some(&(begun, connection, place)) = self.begun.front()
            && now >= begun + lasts
        {
            self.begun.pop_front();
            // A later sign-in of the same connection stays.
            if self.places.get(&connection) == Some(&place) {
                self.end(connection);
            }
        }
    }
}
