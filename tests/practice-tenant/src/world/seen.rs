//! What deltas of the directory compare: how it was when a token was given, and how it is now.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Large;

/// The directory at one time. The large organization is numbers, so this stays small.
#[derive(Clone, PartialEq)]
pub(crate) struct Seen {
    /// Service principals of the rehearsal, by object ID.
    pub(crate) apps: BTreeMap<String, Value>,
    /// Their delegated grants, by ID.
    pub(crate) grants: BTreeMap<String, Value>,
    /// The apps and grants that only Graph shows.
    pub(crate) large: Large,
}

/// Each state that a token stands for; the token is its place.
#[derive(Default)]
pub(crate) struct Tokens(Vec<Seen>);

impl Tokens {
    /// The token of how it is now.
    pub(crate) fn now(&mut self, seen: Seen) -> usize {
        if self.0.last() != Some(&seen) {
            self.0.push(seen);
        }
        self.0.len() - 1
    }

    /// What a token stands for.
    pub(crate) fn get(&self, token: usize) -> Option<&Seen> {
        self.0.get(token)
    }
}
