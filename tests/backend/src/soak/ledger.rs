//! What was acknowledged.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard};

/// What is known of one connection.
#[derive(Debug, Default)]
pub struct Known {
    /// All bearers that were handed out.
    pub bearers: Vec<String>,
    /// The highest revision that was answered.
    pub revision: u64,
    /// Somebody signed in, and it was answered so.
    pub signed_in: bool,
    /// What the guard reported and was thanked for.
    pub seen: Vec<String>,
    /// A deletion was asked for.
    pub deleting: bool,
    /// And acknowledged.
    pub deleted: bool,
}

/// All of it.
#[derive(Default)]
pub struct Book {
    /// By connection.
    pub known: HashMap<String, Known>,
    /// Counts of what was acknowledged.
    pub acknowledged: BTreeMap<&'static str, u64>,
    /// Counts of what was not.
    pub failed: BTreeMap<&'static str, u64>,
    /// Milliseconds of creations.
    pub create_ms: Vec<u64>,
    /// Everything that must be in no log and in no database.
    pub secrets: HashSet<String>,
    /// What must not be.
    pub violations: Vec<String>,
}

/// The book that all clients write into.
#[derive(Clone, Default)]
pub struct Ledger(Arc<Mutex<Book>>);

impl Ledger {
    /// The book itself.
    pub fn book(&self) -> MutexGuard<'_, Book> {
        self.0.lock().unwrap()
    }

    /// Something was acknowledged.
    pub fn acknowledged(&self, what: &'static str) {
        *self.book().acknowledged.entry(what).or_default() += 1;
    }

    /// Something was not.
    pub fn failed(&self, what: &'static str) {
        *self.book().failed.entry(what).or_default() += 1;
    }

    /// Something is wrong.
    pub fn violation(&self, what: String) {
        self.book().violations.push(what);
    }

    /// A secret was handed out.
    pub fn secret(&self, value: &str) {
        self.book().secrets.insert(value.to_owned());
    }

    /// A connection's state was answered.
    pub fn revision(&self, id: &str, revision: u64) {
        if let Some(known) = self.book().known.get_mut(id) {
            known.revision = known.revision.max(revision);
        }
    }

    /// Whether a connection must be there.
    pub fn must_be_there(&self, id: &str) -> bool {
        self.book()
            .known
            .get(id)
            .is_some_and(|known| !known.deleting)
    }
}
