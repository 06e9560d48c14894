//! The server as a process of its own: against the practice tenant, against `kill -9`, against
//! SIGTERM, beside another one, and with its other commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod cluster;
mod commands;
mod deltas;
mod deploy;
mod guides;
mod life;
mod observer;
mod pages;
mod practice;
mod soak;
mod upgrade;
