//! The core of Consentry: what a page is, what is known, what to say and what to highlight.
//!
//! Pure: no browser, no network, no clock. Time is a parameter, and everything that happens goes
//! through [`update::update`]. What is said has a key and no words yet. In reading order:
//!
//! 1. [`page`]: what a tab is (`recognise`), from its [`address`] and its signs
//! 2. [`find`]: where a control is, by signs that vote
//! 3. [`fact`] what is known, [`badge`] what the button was told, [`model`] all of it, [`settings`] what a person or a
//!    policy sets
//! 4. [`flow`] what a sign-in asks for, [`consent`] the guard
//! 5. [`update`] the only way anything changes, [`redact`] a page as a test
//!
//! Not for others: `navigation` (ways through a journey), `post_consent` and `recipe` (what comes after the grant),
//! `custom_client_id` (an application id that nobody but the person knows), `unprofiled` and `named_app` (an app that nobody has
//! written a profile for), `options`, `practice`, `first_run` (the page after an
//! installation).

#[cfg(test)]
mod english;

// What a page is, and what a request asks.
pub mod address;
pub mod fact;
pub mod find;
pub mod page;
pub mod page_names;
pub mod flow;
mod unprofiled;
pub mod badge;
pub mod model;
mod setting_field;
mod custom_client_id;
pub mod settings;
pub mod consent;
pub mod redact;

// What is decided and said.
mod portal_link;
mod step_target;
mod card;
pub mod effect;
mod recipe;
mod post_consent;
mod options;
mod named_app;
mod practice;
mod first_run;
mod connection_label;
mod navigation;
mod address_only;
mod audit_report;
mod decide;
mod panel;
pub mod update;
