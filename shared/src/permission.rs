//! What a permission lets an app do, in plain words.

use crate::data;
use crate::view::Tone;
use serde::Deserialize;

/// One entry of `permissions.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PermissionText {
    /// What it lets the app do when a person consents for themselves.
    #[serde(default)]
    pub delegated: Option<String>,
    /// What it lets the app do on its own, without anybody signed in.
    #[serde(default)]
    pub application: Option<String>,
    /// What a thief of the app's token could do.
    #[serde(default)]
    pub thief: Option<String>,
    /// How bad that is: low, medium, high.
    pub risk: Risk,
}

/// How bad a permission is in wrong hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// Little to fear.
    Low,
    /// Somebody's data.
    Medium,
    /// Everybody's data, or the keys to it.
    High,
}

impl Risk {
    /// The tone it is told in.
    pub fn tone(self) -> Tone {
        match self {
            Self::Low => Tone::Plain,
            Self::Medium => Tone::Caution,
            Self::High => Tone::Bad,
        }
    }
}

/// The bare name of a scope: `https://graph.microsoft.com/Sites.Read.All` is `Sites.Read.All`.
pub fn bare(scope: &str) -> &str {
    scope.rsplit('/').next().unwrap_or(scope)
}

/// What is known of a permission, by its bare name.
pub fn text(value: &str) -> Option<&'static PermissionText> {
    let value = bare(value);
    data::get()
        .permissions
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(value))
        .map(|(_, text)| text)
}

/// How bad a permission is that the table does not know, by the words its name is made of. Marked
/// as a guess wherever it is shown.
pub fn guess(value: &str) -> Risk {
    let value = bare(value).to_ascii_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| value.contains(word));
    if holds(&[
        "readwrite",
        "fullcontrol",
        "manage",
        ".send",
        "write",
        "full_access",
        "impersonation",
    ]) || (holds(&[".all"]) && !holds(&["basic"]))
    {
        Risk::High
    } else if holds(&["read", "mail", "files", "calendars", "contacts"]) {
        Risk::Medium
    } else {
        Risk::Low
    }
}
