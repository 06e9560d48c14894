//! The apps that are known.

use crate::data;
use crate::profile::Profile;
use std::cell::RefCell;
use std::collections::BTreeMap;

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

/// A profile that says nothing of an app but its application ID, for one that nobody has written a profile for: what it
/// asks for is not known. The same for the same `id`.
pub fn for_the_occasion(id: &str, client_id: &str) -> &'static Profile {
    thread_local! {
        /// As many as somebody named: what is decided points into the data, so they stay.
        static KNOWN: RefCell<BTreeMap<String, &'static Profile>> = const { RefCell::new(BTreeMap::new()) };
    }
    KNOWN.with_borrow_mut(|known| {
        let make = || -> &'static Profile {
            Box::leak(Box::new(Profile {
                id: id.to_owned(),
                unverified: ["delegated", "application"].map(str::to_owned).to_vec(),
                ..Profile::of_app(client_id, client_id)
            }))
        };
        *known.entry(id.to_owned()).or_insert_with(make)
    })
}
