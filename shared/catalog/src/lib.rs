//! What is known of Microsoft's pages, of apps and of permissions, as tables.
//!
//! The tables are the files beside this crate, which people write; `build.rs` puts them into one, which [`Catalog::built_in`] reads.
//! A module named for one thing has its type (`profile`), one named for many asks the table (`profiles`). [`pack`] makes newer
//! tables without a release.

#![cfg_attr(not(test), warn(clippy::too_many_lines))]

// One row of a table.
pub mod fluent;
pub mod untrusted;
pub mod label;
pub mod guid;
pub mod skeleton;
pub mod hosts;
pub mod control;
pub mod look;
pub mod client;
pub mod guide;
pub mod permission;
pub mod resource;
pub mod scope;
pub mod role;
pub mod profile;
pub mod sign_in_page;
pub mod portal_page;
pub mod recipes;
pub mod problem;

// The tables.
pub mod data;
pub mod problems;
pub mod labels;
pub mod resources;
pub mod permissions;
pub mod profiles;
pub mod clients;
pub mod roles;
pub mod languages;
pub mod sentences;

// What an address says.
pub mod endpoint;
pub mod route;
pub mod request;

// What may be wrong with them, and newer ones.
pub mod profile_check;
pub mod guides;
mod data_check;
pub mod pack;
#[cfg(feature = "schema")]
pub mod schema;

pub use data::Catalog;
