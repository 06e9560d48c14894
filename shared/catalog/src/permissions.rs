//! What a permission lets an app do, in plain words, what a thief of the app's token could do with
//! it, and how bad that is.
//!
//! [`scope`] reads how a request names a permission, [`crate::resource`] knows the services and their ids,
//! [`guess`] judges a name nobody wrote down.

pub mod guess;
mod scope;

pub use scope::Named;

use crate::data::Catalog;
use crate::permission::{Entry, Kind, Meaning, Risk};
use crate::resource::Resource;
use crate::scope::Scope;

/// What is thought of one permission.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'c> {
    /// How bad it is in wrong hands.
    pub risk: Risk,
    /// What is known of it; without it the risk is a guess by its name.
    pub known: Option<(&'c Entry, &'c Meaning)>,
}

/// What is known of a permission of a service. The same name at two services is one entry, unless
/// the table names the service.
pub fn entry<'c>(
    catalog: &'c Catalog,
    resource: Option<&Resource>,
    value: &str,
) -> Option<&'c Entry> {
    let find = |wanted: &str| {
        catalog
            .permissions
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, entry)| entry)
    };
    resource
        .and_then(|resource| find(&format!("{}/{value}", resource.id)))
        .or_else(|| find(value))
}

/// Judges a permission: by the table, else by the words of its name.
pub fn judge<'c>(catalog: &'c Catalog, scope: &Scope, kind: Kind) -> Judged<'c> {
    let Some(named) = scope.named(catalog, kind) else {
        // An id nobody knows says nothing of what it spares.
        return Judged {
            risk: Risk::High,
            known: None,
        };
    };
    let entry = entry(catalog, named.resource, &named.value);
    if let Some(known) = entry.and_then(|entry| Some((entry, entry.of(kind)?))) {
        return Judged {
            risk: known.1.risk,
            known: Some(known),
        };
    }
    let other = entry
        .into_iter()
        .flat_map(|entry| [&entry.delegated, &entry.application])
        .flatten()
        .map(|meaning| meaning.risk)
        .max();
    let guess = guess::guess(&named.value, kind);
    Judged {
        risk: other.map_or(guess, |other| other.max(guess)),
        known: None,
    }
}

#[cfg(test)]
mod tests;
