//! What permissions of Microsoft Graph are called: `data/permissions.toml`.

use serde::Deserialize;

use crate::error::Error;

/// One permission, in its delegated and its application form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Permission {
    pub(crate) value: String,
    #[serde(default)]
    pub(crate) delegated: Option<String>,
    #[serde(default)]
    pub(crate) application: Option<String>,
    pub(crate) user: String,
    pub(crate) admin: String,
    pub(crate) means: String,
    /// Whether only an administrator may consent to the delegated form.
    #[serde(default)]
    pub(crate) restricted: bool,
}

/// All permissions.
pub(crate) struct Permissions(Vec<Permission>);

#[derive(Deserialize)]
struct File {
    permission: Vec<Permission>,
}

impl Permissions {
    /// Parses the built-in table.
    pub(crate) fn load() -> Result<Self, Error> {
        toml::from_str::<File>(include_str!("../../data/permissions.toml"))
            .map(|file| Self(file.permission))
            .map_err(|e| Error::Data {
                file: "permissions.toml",
                reason: e.to_string(),
            })
    }

    /// A permission by its value.
    pub(crate) fn get(&self, value: &str) -> Option<&Permission> {
        self.0.iter().find(|p| p.value.eq_ignore_ascii_case(value))
    }

    /// All of them, in the order of the file.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Permission> {
        self.0.iter()
    }
}
