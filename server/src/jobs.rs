//! What the server does on its own: checks that are due, changes that other servers made, and the observers' rounds.

pub mod checker;
pub mod runner;
pub mod follow;
pub mod rounds;
