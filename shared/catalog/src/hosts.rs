//! Which hosts are whose.

use serde::{Deserialize, Serialize};

/// Whose page an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Site {
    /// The Azure portal or the Entra admin center.
    Portal,
    /// A frame the portals put blades in.
    Frame,
    /// Microsoft's work and school sign-in.
    Login,
    /// The sign-in of personal accounts: never part of a journey.
    Personal,
    /// An app's own pages.
    Entry,
    /// A hand-off page of our backend.
    HandOff,
}

/// The hosts of Microsoft's pages, and what an address may keep.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Hosts {
    /// Hosts of the portals; a leading dot means any subdomain.
    pub portal: Vec<String>,
    /// Hosts of the portals' frames.
    pub frame: Vec<String>,
    /// Hosts of the sign-in.
    pub login: Vec<String>,
    /// Hosts of the sign-in with a personal account.
    pub personal: Vec<String>,
    /// Application ids of the portals themselves.
    pub portal_apps: Vec<String>,
    /// What a session proxy appends to a host.
    pub proxy: Vec<String>,
    /// Names of parameters whose values a kept address keeps.
    pub keep: Vec<String>,
}

/// Whether an entry of a list covers a host: a domain that begins with a dot, all that is below it.
pub fn covers(entry: &str, host: &str) -> bool {
    match entry.strip_prefix('.') {
        Some(domain) => host
            .strip_suffix(domain)
            .is_some_and(|sub| sub.ends_with('.') && sub.len() > 1),
        None => entry == host,
    }
}
