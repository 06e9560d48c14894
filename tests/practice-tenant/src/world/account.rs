//! The three people who can sign in. There are no passwords.

use serde::Serialize;
use uuid::Uuid;

use super::guid;

/// A directory role, written as a scenario's `starter` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) enum Role {
    #[serde(rename = "global-admin")]
    GlobalAdministrator,
    #[serde(rename = "sharepoint-admin")]
    SharePointAdministrator,
    #[serde(rename = "user")]
    None,
}

impl Role {
    /// Role template ids, as the `wids` claim carries them (Microsoft Entra, "Built-in roles").
    pub(crate) fn template(self) -> Option<&'static str> {
        match self {
            Self::GlobalAdministrator => Some("62e90394-69f5-4237-9190-012177145e10"),
            Self::SharePointAdministrator => Some("f28a1f50-f6e7-4571-818b-6a12f2af6b6c"),
            Self::None => None,
        }
    }

    /// Its name in the directory.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::GlobalAdministrator => "Global Administrator",
            Self::SharePointAdministrator => "SharePoint Administrator",
            Self::None => "",
        }
    }
}

/// Somebody who can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) upn: &'static str,
    pub(crate) name: &'static str,
    pub(crate) role: Role,
}

impl Account {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [
        Self {
            upn: "adele.admin@birchwood.example",
            name: "Adele Admin",
            role: Role::GlobalAdministrator,
        },
        Self {
            upn: "sam.sharepoint@birchwood.example",
            name: "Sam Sharepoint",
            role: Role::SharePointAdministrator,
        },
        Self {
            upn: "uma.user@birchwood.example",
            name: "Uma User",
            role: Role::None,
        },
    ];

    /// The account of a user name, however it is written.
    pub(crate) fn find(upn: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|a| a.upn.eq_ignore_ascii_case(upn.trim()))
    }

    /// Object id in the directory.
    pub(crate) fn oid(self) -> Uuid {
        guid(self.upn)
    }

    /// Whether this account may grant for everybody.
    pub(crate) fn is_global_admin(self) -> bool {
        self.role == Role::GlobalAdministrator
    }
}
