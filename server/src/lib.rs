//! The backend of Consentry: exchanges the code, reads Microsoft Graph, says what is missing.
//!
//! Each module uses only those before it. In reading order:
//!
//! 1. [`clock`], [`token`], [`credential`], [`connection`], [`config`], [`remedy`] (the problems and their words),
//!    [`http`]: what everything else is made of
//! 2. [`limits`], [`listen`], [`serve`], [`metrics`]: to whom the server answers, and what it counts
//! 3. [`seal`], [`record`], [`store`], [`keyring`], [`error`]: what is kept, and how
//! 4. [`login`], [`cookie`], [`claims`], [`id_token`], [`discovery`], [`jwks`], [`microsoft`]: a sign-in, from start
//!    to belief
//! 5. [`graph`] asks, [`check`] judges (pure) and [`schedule`] says when next
//! 6. [`lease`]: what no two servers do at once; [`observer`]: every app of an organization, read and
//!    compared; [`watch`]: who is told; [`state`]: the wiring; [`doctor`]: what is wrong with it
//! 7. [`checker`] does one check, [`runner`] all of them, [`follow`] hears of other servers' changes,
//!    [`rounds`] lets the observers read
//! 8. [`openapi`], [`page`], [`routes`]: every URL, and what it answers
//!
//! Deliberately absent: anything that changes a tenant. Microsoft Graph is read and nothing else.

#![cfg_attr(not(test), warn(clippy::too_many_lines))]

pub mod clock;
pub mod token;
pub mod credential;
pub mod connection;
pub mod config;

pub mod remedy;
pub mod http;
pub mod limits;

pub mod listen;
pub mod serve;
pub mod metrics;

pub mod seal;
pub mod record;
pub mod store;
pub mod keyring;
pub mod error;

pub mod login;
pub mod cookie;
pub mod claims;
pub mod id_token;
pub mod discovery;
pub mod jwks;
pub mod microsoft;

pub mod graph;
pub mod schedule;
pub mod check;

pub mod lease;
pub mod observer;
pub mod watch;
pub mod state;
pub mod doctor;

pub mod checker;
pub mod runner;
pub mod follow;
pub mod rounds;

pub mod openapi;
pub mod page;
pub mod routes;

pub use routes::app;
pub use state::State;
