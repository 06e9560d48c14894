//! Looking an app up among those that are known.

use crate::data::Catalog;
use crate::permission::Kind;
use crate::profile::{Permission, Profile};
use crate::scope::Scope;

/// The first one with pages of its own.
pub fn with_wizard(catalog: &Catalog) -> Option<&Profile> {
    let mut profiles = catalog.profiles.iter();
    profiles.find(|profile| profile.entry.is_some())
}

/// The profile with that id.
pub fn by_id<'c>(catalog: &'c Catalog, id: &str) -> Option<&'c Profile> {
    catalog.profiles.iter().find(|profile| profile.id == id)
}

/// The profile of the app with that application id.
pub fn by_client_id<'c>(catalog: &'c Catalog, client_id: &str) -> Option<&'c Profile> {
    let mut profiles = catalog.profiles.iter();
    profiles.find(|profile| profile.is(client_id))
}

impl Profile {
    /// Why it asks for a permission, where it declares it.
    pub fn declared(&self, catalog: &Catalog, scope: &Scope, kind: Kind) -> Option<&Permission> {
        let declared = match kind {
            Kind::Delegated => &self.delegated,
            Kind::Application => &self.application,
        };
        declared
            .iter()
            .find(|permission| Scope::parse(&permission.value).is(catalog, scope, kind))
    }
}
