//! What a browser, a backend and a robot meet: over TLS, on the real host names.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails loudly")]

mod browser;
mod consent;
mod deltas;
mod directory;
mod graph;
mod markup;
mod pages;
mod portal;
mod stage;
mod tokens;
mod variety;
mod wizard;
