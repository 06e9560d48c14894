//! Leases: which of several servers does a piece of work.

use super::Answer;
use uuid::Uuid;

/// Leases by name. Each has one holder until it is given back or runs out.
pub trait Leases: Send + Sync {
    /// Takes or renews the lease of that name for `ttl_ms` from now, by the store's own clock, which
    /// is the same for all servers. False while another holder has it.
    fn lease(&self, name: String, holder: Uuid, ttl_ms: u64) -> Answer<'_, bool>;
    /// Gives a lease back.
    fn release(&self, name: String, holder: Uuid) -> Answer<'_, ()>;
}
