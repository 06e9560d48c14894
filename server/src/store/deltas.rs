//! Where the observer's deltas stand. What a page of a delta named and the link to the next page are
//! one write, and so are the end of a round and what is left to look at: a crash loses nothing.

use super::Answer;

/// An object that a delta named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// The list it is of.
    pub list: String,
    /// Graph's ID of it.
    pub id: String,
    /// What the delta said: JSON.
    pub body: String,
}

/// One page of a delta.
#[derive(Clone, Debug, Default)]
pub struct DeltaPage {
    /// The list.
    pub list: String,
    /// Where its delta stands now: JSON. Without it, the delta is forgotten, and what it named with it.
    pub cursor: Option<String>,
    /// What the page named; of an object that was named before, the newer word counts.
    pub noticed: Vec<Noticed>,
}

/// The deltas of all tenants. Nothing of one is ever answered for another.
pub trait Deltas: Send + Sync {
    /// Where the deltas of a tenant stand, by list.
    fn cursors(&self, tenant: String) -> Answer<'_, Vec<(String, String)>>;
    /// Writes a page of a delta, all or nothing.
    fn add_delta(&self, tenant: String, page: DeltaPage) -> Answer<'_, ()>;
    /// What deltas named and nobody has settled, by list and ID.
    fn noticed(&self, tenant: String) -> Answer<'_, Vec<Noticed>>;
    /// Apps that have another row of an app's list than when the round began, or one that the round did not see.
    /// Not for the long lists.
    fn differing(&self, tenant: String, list: String, round: u64) -> Answer<'_, Vec<String>>;
}
