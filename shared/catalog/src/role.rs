//! Directory roles, and what each can grant.

use consentry_wire::text::{Message, Text};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `roles.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// Where this is known from.
    pub source: String,
    /// The roles, the smallest first.
    pub role: Vec<Role>,
    /// What people may agree to for themselves.
    #[serde(rename = "self")]
    pub for_oneself: ForOneself,
}

/// A directory role that can grant for a whole organization.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its name in kebab-case.
    pub id: String,
    /// What Microsoft calls it.
    pub name: String,
    /// Its template id, the same in every organization (`wids` of a token).
    pub template: String,
    /// What it can grant.
    pub grants: Grants,
}

impl Role {
    /// What Microsoft calls it in the language of the person; in English, where that is not known.
    pub fn shown(&self) -> Text {
        Message::KeyOr {
            key: format!("role.{}", self.id),
            otherwise: self.name.clone(),
        }
        .into()
    }
}

/// What a role can grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Grants {
    /// Any permission of any service.
    Everything,
    /// Anything but application permissions of Microsoft Graph.
    AllButGraphApplications,
}

/// What Microsoft keeps people from agreeing to for themselves, where an organization leaves that
/// to Microsoft.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForOneself {
    /// Where this is known from.
    pub source: String,
    /// Permissions by service.
    pub excluded: BTreeMap<String, Vec<String>>,
}
