//! What an app's profile says, in every language it says it in.

use super::{Permission, Profile};
use crate::permission::Kind;
use consentry_wire::text::{Message, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The sentences of a profile in another language. What it lacks is said in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Translation {
    /// What the app does.
    pub about: Option<String>,
    /// Why the rule for the tick is what it is.
    pub tick_why: Option<String>,
    /// What it needs each delegated permission for, by value.
    pub delegated: BTreeMap<String, String>,
    /// What it needs each application permission for, by value.
    pub application: BTreeMap<String, String>,
}

impl Profile {
    /// What the app does.
    pub fn says_about(&self) -> Text {
        self.said(&self.about, |other| other.about.as_ref())
    }

    /// Why the rule for the tick is what it is.
    pub fn says_tick_why(&self) -> Text {
        self.said(&self.tick_why, |other| other.tick_why.as_ref())
    }

    /// What the app needs one of its permissions for.
    pub fn says_why(&self, permission: &Permission, kind: Kind) -> Text {
        self.said(&permission.why, |other| {
            let of_kind = match kind {
                Kind::Delegated => &other.delegated,
                Kind::Application => &other.application,
            };
            of_kind.get(&permission.value)
        })
    }

    fn said<'a>(
        &'a self,
        english: &str,
        pick: impl Fn(&'a Translation) -> Option<&'a String>,
    ) -> Text {
        let translated = self
            .translations
            .iter()
            .filter_map(|(lang, other)| Some((lang.clone(), pick(other)?.clone())))
            .collect();
        Message::Own {
            english: english.to_owned(),
            translated,
        }
        .into()
    }
}
