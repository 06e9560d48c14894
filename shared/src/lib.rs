//! The core of Consentry: what a page is, what is known, what to say and what to light.
//!
//! Pure: no browser, no network, no clock. Time is a parameter, and everything that happens goes
//! through [`update::update`]. In reading order:
//!
//! 1. [`sighting`]: what one frame of a page shows, and nothing more
//! 2. [`page`]: what a tab is (`recognise`), from its [`address`] and its signs
//! 3. [`find`]: where a control is, by signs that vote; [`label`] compares words in all languages
//! 4. [`profile`] one app, [`guide`] its journey, [`fact`] what is known, [`consent`] the guard
//! 5. [`model`] all of it, [`update`] the only way it changes
//! 6. [`mark`] what is painted, [`view`] what is said, [`diagnosis`] why
//! 7. [`api`] and [`record`]: the wire types of the backend

pub mod sighting;

pub mod address;
pub mod page;

pub mod find;
pub mod label;

pub mod consent;
pub mod fact;
pub mod guide;
pub mod permission;
pub mod profile;

pub mod model;
pub mod update;

pub mod diagnosis;
pub mod mark;
pub mod view;
pub mod words;

pub mod api;
pub mod record;

mod card;
mod data;
mod decide;
mod show;
mod witness;
