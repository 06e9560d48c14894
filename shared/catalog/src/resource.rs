//! The services that own permissions.

use crate::permission::Kind;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One service: a table of `resources.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Its id in the data: `graph`, `sharepoint`.
    #[serde(skip)]
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its application id.
    pub app_id: String,
    /// Hosts a request names it by; a leading dot means any subdomain.
    pub addresses: Vec<String>,
    /// Its permissions by value.
    #[serde(default)]
    pub permissions: BTreeMap<String, Ids>,
}

/// The ids of one permission of a service.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Ids {
    /// Id of the delegated form, where there is one.
    pub delegated: Option<String>,
    /// Id of the application form, where there is one.
    pub application: Option<String>,
    /// Only an administrator may consent to the delegated form.
    pub admin: bool,
}

impl Ids {
    /// The id of one kind.
    pub fn of(&self, kind: Kind) -> Option<&str> {
        match kind {
            Kind::Delegated => self.delegated.as_deref(),
            Kind::Application => self.application.as_deref(),
        }
    }
}
