//! What a permission lets an app do, in plain words, what a thief of the app's token could do with
//! it, and how bad that is.
//!
//! [`scope`] reads how a request names a permission, [`resource`] knows the services and their ids,
//! [`guess`] judges a name nobody wrote down.

pub mod guess;
pub mod resource;
pub mod scope;

pub use scope::Scope;

use crate::data;
use crate::view::Tone;
use resource::Resource;
use serde::{Deserialize, Serialize};

/// One entry of `permissions.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What it lets the app do as a person who consents.
    #[serde(default)]
    pub delegated: Option<Meaning>,
    /// What it lets the app do on its own, without anybody signed in.
    #[serde(default)]
    pub application: Option<Meaning>,
    /// What a thief of the app's token could do.
    #[serde(default)]
    pub thief: Option<String>,
    /// Why the risk is what it is.
    pub because: String,
}

/// What a permission means as one of its kinds.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    /// How bad it is in wrong hands.
    pub risk: Risk,
    /// What it lets the app do.
    pub means: String,
}

/// Whether an app acts as a person or on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// As the person who is signed in, within what that person may do.
    Delegated,
    /// On its own, for everybody's data.
    Application,
}

/// How bad a permission is in wrong hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Little to fear.
    Low,
    /// One person's content, or a map of the organization.
    Medium,
    /// Everybody's content or accounts.
    High,
    /// A way to control of the whole organization, or everything at once.
    Critical,
}

impl Risk {
    /// The tone it is told in.
    pub fn tone(self) -> Tone {
        match self {
            Self::Low => Tone::Plain,
            Self::Medium => Tone::Caution,
            Self::High | Self::Critical => Tone::Bad,
        }
    }

    /// Its name, as in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl Entry {
    /// What it means as one kind, where that kind exists.
    pub fn of(&self, kind: Kind) -> Option<&Meaning> {
        match kind {
            Kind::Delegated => self.delegated.as_ref(),
            Kind::Application => self.application.as_ref(),
        }
    }
}

/// What is thought of one permission.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// How bad it is in wrong hands.
    pub risk: Risk,
    /// What is known of it; without it the risk is a guess by its name.
    pub known: Option<(&'static Entry, &'static Meaning)>,
}

/// What is known of a permission of a service. The same name at two services is one entry, unless
/// the table names the service.
pub fn entry(resource: Option<&Resource>, value: &str) -> Option<&'static Entry> {
    let find = |wanted: &str| {
        data::get()
            .permissions
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .map(|(_, entry)| entry)
    };
    resource
        .and_then(|resource| find(&format!("{}/{value}", resource.id())))
        .or_else(|| find(value))
}

/// Judges a permission: by the table, else by the words of its name.
pub fn judge(scope: &Scope, kind: Kind) -> Judged {
    let Some(named) = scope.named(kind) else {
        // An id nobody knows says nothing of what it spares.
        return Judged {
            risk: Risk::High,
            known: None,
        };
    };
    let entry = entry(named.resource, &named.value);
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
