//! Programs that were written by others, so that what is believed here of a protocol is not only
//! believed here. `cargo xtask test --only peers` installs what they need and runs them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod contract;
mod described;
mod graph;
mod kit;
mod managed_identity;
mod msal;
mod provider;
mod walk;
