//! What of a journey a face shows and sends back: where a step is done, which side of a copy it is, and
//! what the guard saw.

use serde::{Deserialize, Serialize};

/// A page to send somebody to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The app's own wizard.
    Entry,
    /// The app's permissions in the portal.
    Permissions,
    /// The app's users and groups in the portal.
    Users,
    /// The app's properties in the portal.
    Properties,
}

/// Which side of a copy a connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// What is copied from.
    Source,
    /// What is copied to.
    Destination,
}

/// What the guard saw of the organization-wide tick.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things that happened or did not, told to people as such"
)]
pub struct Guard {
    /// The page offered it.
    pub offered: bool,
    /// It was ticked.
    pub ticked: bool,
    /// Accept was held.
    pub held: bool,
    /// The person let it through.
    pub released: bool,
    /// Application id of the request.
    pub client_id: Option<String>,
    /// Scopes of the request.
    pub scopes: Vec<String>,
    /// What the record has already. Version 0.1 wrote `told`.
    #[serde(alias = "told")]
    pub reported: Vec<crate::record::Sight>,
}
