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

// What crosses a boundary: to the pages, to the backend and to the faces.
pub mod api;
pub mod record;
pub mod sighting;
pub mod mark;
pub mod text;
pub mod journey;
pub mod recognition_case;
pub mod diagnosis;
pub mod view;

// The tables: what is known of Microsoft's pages, of apps and of permissions.
pub mod fluent;
mod untrusted;
pub mod label;
pub mod guid;
mod skeleton;
mod hosts;
pub mod control;
pub mod look;
pub mod client;
pub mod guide;
pub mod permission;
pub mod resource;
pub mod scope;
pub mod role;
pub mod profile;
mod sign_in_page;
mod portal_page;
mod recipes;
mod problem;
mod data;
mod problems;
pub mod labels;
pub mod resources;
pub mod permissions;
pub mod profiles;
pub mod clients;
pub mod roles;
pub mod languages;
pub mod profile_check;
pub mod guides;
mod data_check;
pub mod pack;
#[cfg(feature = "schema")]
pub mod schema;

// How what is to be said is said in a language.
pub mod words;

// What a page is, and what a request asks.
pub mod address;
pub mod fact;
pub mod find;
pub mod page;
pub mod page_names;
pub mod flow;
pub mod request;
pub mod model;
mod setting_field;
mod entered;
pub mod settings;
pub mod consent;
pub mod keep;

// What is decided and said.
mod portal_link;
mod step_target;
mod card;
pub mod effect;
mod recipe;
mod after;
mod options;
mod practice;
mod connection_label;
mod travel;
mod unseen;
mod witness;
mod decide;
mod show;
pub mod update;
