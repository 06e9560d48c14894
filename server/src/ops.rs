//! What running the server takes: limits for callers, metrics, the master keys' check against the store, and leases,
//! so that no two servers do the same work at once.

pub mod limits;
pub mod metrics;
pub mod keyring;
pub mod lease;
