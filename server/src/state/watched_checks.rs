//! The checks of connections that somebody watches here, by when they are due: so they are found without looking past
//! those that nobody waits for.
//!
//! Deliberately absent: the truth. The store has that; whoever makes a check asks it whether the check is due.

use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Connections by when each is checked next.
#[derive(Default)]
pub(super) struct WatchedChecks {
    by_time: BTreeSet<(u64, Uuid)>,
    by_connection: HashMap<Uuid, u64>,
}

impl WatchedChecks {
    /// Notes when a connection is checked next, or that it is not; true where that is sooner than it was known.
    pub(super) fn plan(&mut self, id: Uuid, at: Option<u64>) -> bool {
        let before = self.remove(id);
        if let Some(at) = at {
            self.by_time.insert((at, id));
            self.by_connection.insert(id, at);
        }
        at.is_some_and(|at| before.is_none_or(|before| at < before))
    }

    /// Forgets a connection; gives what was known of it.
    pub(super) fn remove(&mut self, id: Uuid) -> Option<u64> {
        let at = self.by_connection.remove(&id)?;
        self.by_time.remove(&(at, id));
        Some(at)
    }

    /// What is due, the longest waiting first.
    pub(super) fn due(&self, now: u64) -> impl Iterator<Item = Uuid> {
        let due = self.by_time.iter().take_while(move |(at, _)| *at <= now);
        due.map(|(_, id)| *id)
    }

    /// When the next one is due that is not due yet.
    pub(super) fn next_after(&self, now: u64) -> Option<u64> {
        let next = self
            .by_time
            .range((now.saturating_add(1), Uuid::nil())..)
            .next();
        next.map(|(at, _)| *at)
    }

    /// Keeps those of which that is true.
    pub(super) fn retain(&mut self, keep: impl Fn(Uuid) -> bool) {
        self.by_connection.retain(|id, _| keep(*id));
        let kept = &self.by_connection;
        self.by_time.retain(|(_, id)| kept.contains_key(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_due_once_however_often_it_was_planned() {
        let (mut checks, one, other) = (WatchedChecks::default(), Uuid::nil(), Uuid::max());
        assert!(checks.plan(one, Some(10)));
        assert!(checks.plan(other, Some(5)));
        assert!(!checks.plan(one, Some(20)), "later is no news");
        assert_eq!(checks.due(9).collect::<Vec<_>>(), [other]);
        assert_eq!(checks.next_after(9), Some(20));
        assert_eq!(checks.due(20).collect::<Vec<_>>(), [other, one]);
        assert_eq!(checks.next_after(20), None);
        checks.plan(other, None);
        checks.retain(|id| id == one);
        assert_eq!(checks.due(u64::MAX).collect::<Vec<_>>(), [one]);
        assert_eq!(checks.remove(one), Some(20));
        assert_eq!(checks.due(u64::MAX).count(), 0);
    }
}
