//! What a permission is: its kinds, what each means and how bad it is in wrong hands.

use consentry_wire::view::Tone;
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
