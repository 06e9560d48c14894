//! The core of Consentry: what a page is, what is known, what to say and what to light.
//!
//! Pure: no browser, no network, no clock. Time is a parameter, and everything that happens goes
//! through [`update::update`]. In reading order:
//!
//! 1. [`sighting`]: what one frame of a page shows, and nothing more
//! 2. [`page`]: what a tab is (`recognise`), from its [`address`] and its signs
//! 3. [`find`]: where a control is, by signs that vote; [`label`] compares words in all languages
//! 4. [`profile`] one app, [`guide`] its journey, [`fact`] what is known
//! 5. [`consent`] the guard, with [`client`] ids that are known, [`permission`] what each means,
//!    [`role`] who can grant it
//! 6. [`model`] all of it, [`update`] the only way it changes
//! 7. [`mark`] what is painted, [`view`] what is said, [`diagnosis`] why, [`keep`] a page as a test
//! 8. [`pack`]: newer data without a release
//! 9. [`api`] and [`record`]: the wire types of the backend
//! 10. [`settings`]: what a person or a policy sets
//!
//! Not for others: `travel` (ways through a journey), `after` and `recipe` (what comes after the grant),
//! `entered` (an application id that nobody but the person knows), `options`, `practice`.

pub mod sighting;

pub mod address;
pub mod page;

pub mod find;
pub mod label;

pub mod client;
pub mod consent;
pub mod fact;
pub mod guide;
pub mod permission;
pub mod profile;
pub mod role;

pub mod model;
#[cfg(feature = "schema")]
pub mod schema;
pub mod settings;
pub mod update;

pub mod diagnosis;
pub mod keep;
pub mod mark;
pub mod text;
pub mod view;
pub mod words;

pub mod pack;

pub mod api;
pub mod record;

mod after;
mod card;
mod data;
mod decide;
mod entered;
mod options;
mod practice;
mod recipe;
mod show;
mod skeleton;
mod travel;
mod unseen;
mod untrusted;
mod witness;
