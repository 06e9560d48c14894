//! The server as a process of its own: against the practice tenant, against `kill -9`, against
//! SIGTERM, and with its other commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod life;
mod practice;
