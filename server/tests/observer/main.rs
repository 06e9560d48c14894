//! The observer against a small directory that answers as badly as real ones do.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod alerts;
mod answers;
mod changes;
mod deltas;
mod fake;
mod identity;
mod kit;
mod large;
mod loss;
mod refusals;
mod report;
