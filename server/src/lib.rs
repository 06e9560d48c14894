//! The backend of Consentry: exchanges the code, reads Microsoft Graph, says what is missing.
//!
//! In reading order:
//!
//! 1. [`routes`]: every URL, and with [`page`] and [`error`] what it answers
//! 2. [`login`], [`cookie`], [`microsoft`] with [`credential`], [`claims`] and [`discovery`],
//!    [`id_token`], [`jwks`]: a sign-in, from start to belief
//! 3. [`graph`] asks, [`check`] judges (pure), [`checker`] does one check, [`runner`] all of them
//!    when [`schedule`] says so
//! 4. [`connection`], [`store`], [`seal`], [`token`]: what is kept, and how
//! 5. [`watch`]: who is told; [`remedy`]: in which words; [`config`], [`state`]: the wiring
//!
//! Deliberately absent: anything that changes a tenant. Microsoft Graph is read and nothing else.

pub mod routes;

pub mod error;
pub mod limits;
pub mod listen;
pub mod metrics;
pub mod openapi;
pub mod page;

pub mod claims;
pub mod cookie;
pub mod credential;
pub mod discovery;
pub mod id_token;
pub mod jwks;
pub mod login;
pub mod microsoft;

pub mod check;
pub mod checker;
pub mod graph;
pub mod http;
pub mod runner;
pub mod schedule;

pub mod connection;
pub mod seal;
pub mod store;
pub mod token;

pub mod clock;
pub mod config;
pub mod remedy;
pub mod state;
pub mod watch;

pub use routes::app;
pub use state::State;
