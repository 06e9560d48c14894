//! The backend of Consentry: exchanges the code, reads Microsoft Graph, says what is missing.
//!
//! Each module uses only those before it, here and within each folder. In reading order:
//!
//! 1. [`clock`], [`body`], [`connection`], [`secrets`], [`config`], [`upstream`] (the HTTP client for Microsoft)
//! 2. [`record`], [`store`], [`ops`]: what is stored, and what running the server takes
//! 3. [`problems`]: the problems, their texts, and the error answers
//! 4. [`sign_in`], [`graph`], [`checks`]: who signed in, what Graph answers, and what follows from it
//! 5. [`observer`]: every app of an organization, read and compared
//! 6. [`state`]: what all requests share; [`jobs`]: what the server does on its own
//! 7. [`http`]: every URL, and what it answers; [`cli`]: the commands of the program
//!
//! Deliberately absent: anything that changes a tenant. Microsoft Graph is read and nothing else.

#![warn(clippy::missing_errors_doc)]
#![cfg_attr(not(test), warn(clippy::too_many_lines, clippy::cognitive_complexity))]

pub mod clock;
pub mod body;
pub mod connection;
pub mod secrets;
pub mod config;
pub mod upstream;

pub mod record;
pub mod store;
pub mod ops;
pub mod problems;

pub mod sign_in;
pub mod graph;
pub mod checks;
#[expect(
    clippy::missing_errors_doc,
    reason = "its errors are its own types, and nothing outside of this crate handles them"
)]
pub mod observer;

pub mod state;
pub mod jobs;
pub mod http;
pub mod cli;

pub use http::routes::app;
pub use state::State;
