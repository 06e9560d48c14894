//! How a page of the sign-in is known.

use crate::control::AttrSign;
use serde::Deserialize;

/// A page of the sign-in: one entry of `sign-in.toml`, which says what each sign counts.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInPage {
    /// Its name, as `Page::name` has it.
    pub name: String,
    #[serde(default)]
    /// What the page calls itself in its configuration.
    pub pgid: Vec<String>,
    /// The same, where it is not sure what the name stands for.
    #[serde(default)]
    pub may_be: Vec<String>,
    /// Keys of `labels.toml` for its headings.
    #[serde(default)]
    pub headings: Vec<String>,
    /// Attributes of its markup.
    #[serde(default)]
    pub attrs: Vec<AttrSign>,
    /// AADSTS codes it is shown for.
    #[serde(default)]
    pub codes: Vec<u32>,
}
