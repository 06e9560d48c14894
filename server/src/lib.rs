//! The backend of Consentry: exchanges the code, reads Microsoft Graph, says what is missing.
//!
//! In reading order:
//!
//! 1. [`routes`]: every URL, and with [`page`] and [`error`] what it answers; [`listen`] and [`serve`]: to whom
//! 2. [`login`], [`cookie`], [`microsoft`] with [`credential`], [`claims`] and [`discovery`],
//!    [`id_token`], [`jwks`]: a sign-in, from start to belief
//! 3. [`graph`] asks, [`check`] judges (pure), [`checker`] does one check, [`runner`] all of them
//!    when [`schedule`] says so
//! 4. [`connection`], [`store`], [`record`], [`seal`], [`keyring`], [`token`]: what is kept, and how;
//!    [`lease`]: what no two servers do at once
//! 5. [`observer`]: every app of an organization, read and compared
//! 6. [`watch`] and [`follow`]: who is told; [`remedy`]: in which words; [`config`], [`state`]: the wiring;
//!    [`doctor`]: what is wrong with it
//!
//! Deliberately absent: anything that changes a tenant. Microsoft Graph is read and nothing else.

pub mod routes;

pub mod error;
pub mod limits;
pub mod listen;
pub mod metrics;
pub mod openapi;
pub mod page;
pub mod serve;

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

pub mod observer;

pub mod connection;
pub mod keyring;
pub mod lease;
pub mod record;
pub mod seal;
pub mod store;
pub mod token;

pub mod clock;
pub mod config;
pub mod doctor;
pub mod follow;
pub mod remedy;
pub mod state;
pub mod watch;

pub use routes::app;
pub use state::State;
