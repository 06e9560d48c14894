//! How a page of the portal is known.

use serde::Deserialize;

/// One line of `routes.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The page's name, as guides use it.
    pub page: String,
    /// The blade in the address.
    pub blade: String,
    /// The menu items in the address; an empty one stands for none.
    #[serde(default)]
    pub items: Vec<String>,
}

/// What a page of a menu is called on the page itself.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// Key of `labels.toml`.
    pub label: String,
    /// The telemetry name of its menu item.
    pub telemetry: String,
    /// The pages that are called so.
    pub pages: Vec<String>,
}
