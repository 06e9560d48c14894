//! The apps that are known.

use crate::data;
use crate::profile::Profile;

/// Every built-in profile, in the order of their ids.
pub fn catalogue() -> &'static [Profile] {
    &data::get().profiles
}

/// The first one with pages of its own.
pub fn with_wizard() -> Option<&'static Profile> {
    catalogue().iter().find(|profile| profile.entry.is_some())
}

/// The profile with that id.
pub fn by_id(id: &str) -> Option<&'static Profile> {
    catalogue().iter().find(|profile| profile.id == id)
}

/// The profile of the app with that application id.
pub fn by_client_id(client_id: &str) -> Option<&'static Profile> {
    catalogue().iter().find(|profile| profile.is(client_id))
}
