//! What the content scripts are asked to look for on a page.

use crate::hosts::Site;
use serde::{Deserialize, Serialize};

/// What the eyes are asked to look for. It comes from the core, so that the eyes know no site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Attributes to report.
    pub attributes: Vec<String>,
    /// Values to pick out of the page.
    pub probes: Vec<Probe>,
    /// At most this many controls.
    pub limit: u32,
    /// At most this many characters of a name, and twice as many of a row.
    pub text: u32,
    /// CSS selector of what is disabled, where the markup says it by a class alone.
    pub disabled: String,
    /// CSS selector of the choice that is taken, where the markup says it by a class alone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chosen: String,
    /// CSS selector of the frame that is shown, among those of its domain.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
    /// Roles of elements whose markup says what they are by a class alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Classed>,
    /// Regular expression of an id: where a row holds one, the head of its column is told.
    pub id: String,
    /// Regular expression of what journeys wait for: where its words come up, the next look comes sooner. Not part of
    /// the data file: it follows from the labels.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub awaited: String,
}

/// A role that a class stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Classed {
    /// The WAI-ARIA role.
    pub role: String,
    /// CSS selector of the elements.
    pub select: String,
}

/// One value to pick out of a page: the first capture of a pattern in the text of an element, or in one of its
/// attributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Probe {
    /// The name it is reported under.
    pub key: String,
    /// CSS selector of the elements whose text is searched.
    pub select: String,
    /// The attribute that is searched in place of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// Regular expression with one group; only the group is reported.
    pub pattern: String,
    /// Where it is looked for; the eyes are not told.
    #[serde(skip_serializing, default)]
    pub on: Vec<Site>,
    /// Markup in which it is found; `{}` stands for the value. For kept pages.
    #[serde(skip_serializing, default)]
    pub sample: String,
}
