//! Application ids that are known for what they are: reported as harmful, or Microsoft's own.
//!
//! An app is known by its id alone. What a page calls it, anybody can choose.

use serde::Deserialize;

/// `bad-clients.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BadClients {
    /// The apps that were reported.
    pub client: Vec<Reported>,
}

/// An app that was reported.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// Its application id.
    pub id: String,
    /// What the report calls it.
    pub name: String,
    /// Made to do harm, or an honest program that is also used for it.
    pub kind: Report,
    /// What it was reported for, in our own words.
    pub says: String,
    /// Who reported it.
    pub source: String,
    /// The day of the report, or the day it was read: `2024-08-14`.
    pub date: String,
}

/// What a report says of an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// Made, or only ever seen, to do harm.
    Malicious,
    /// An honest program that people who broke into accounts use too.
    Abused,
}

/// `first-party.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FirstParties {
    /// Where the list is from.
    pub source: String,
    /// The apps.
    pub app: Vec<FirstParty>,
}

/// An app of Microsoft's own.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FirstParty {
    /// Its application id.
    pub id: String,
    /// What Microsoft calls it.
    pub name: String,
    /// It asks for whatever its user wants, so being Microsoft's says nothing of what is agreed to.
    #[serde(default)]
    pub tool: bool,
}
