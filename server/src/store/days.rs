//! What a look at all apps of a tenant said, once a day: so that it can be seen how their risk changes.

use super::Answer;

/// The days of all tenants. Nothing of one is ever answered for another.
pub trait Days: Send + Sync {
    /// Writes down a day (`2026-11-30`), in the place of what was written of it before; those before `first` are forgotten.
    fn add_day(&self, tenant: String, day: String, body: String, first: String) -> Answer<'_, ()>;
    /// The newest days, the oldest of them first, each with its JSON.
    fn days(&self, tenant: String, limit: u32) -> Answer<'_, Vec<(String, String)>>;
}
