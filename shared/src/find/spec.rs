//! How a control is known, and what is known of the things it is named after.

use serde::Deserialize;

/// How a control is known: one entry of `controls.toml`, or of a profile's `entry.control`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one sign a table may ask for"
)]
pub struct ControlSpec {
    /// Roles it may have.
    pub roles: Vec<String>,
    /// Key of `labels.toml`.
    pub label: Option<String>,
    /// What it says, where the words belong to one app: any of these.
    pub says: Vec<String>,
    /// Attributes the page's own markup gives it.
    pub attrs: Vec<AttrSign>,
    /// The menu item that the address it leads to names, as in `#view/Extension/Blade/~/Item`.
    pub route: Option<String>,
    /// Text the row around it must contain; `{client_id}` and `{name}` stand for the profile's.
    pub row: Vec<String>,
    /// Key of `labels.toml` that the row or the group around it must begin with.
    pub row_label: Option<String>,
    /// It says what the profile's app is called.
    pub named_app: bool,
    /// It says an account's address.
    pub named_account: bool,
    /// It is the only visible one of its roles on the page.
    pub alone: bool,
    /// It never stands within these.
    pub outside: Vec<String>,
    /// It usually stands within one of these.
    pub place: Vec<String>,
    /// The `{0}` of its label is the tenant's name, and must be the right one where that is known.
    pub tenant: bool,
    /// Several of them are equally right; the person chooses.
    pub many: bool,
    /// It leads somewhere and unfolds nothing: the header of a group may have the same words.
    pub leaf: bool,
    /// It unfolds something.
    pub folds: bool,
    /// It acts on the app whose page it stands on, so the page must say which that is.
    pub of_app: bool,
    /// It does not lead to another host.
    pub stays: bool,
    /// To overlook it is worse than to find it too soon: an inferred word will do, and it is found
    /// even where it cannot be reached.
    pub guarded: bool,
    /// How many signs must agree.
    pub need: usize,
    /// Other forms it may have.
    pub or: Vec<ControlSpec>,
}

/// An attribute of the page's markup.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttrSign {
    /// Attribute name.
    pub name: String,
    /// Its value. `{client_id}` stands for the profile's.
    pub is: String,
    /// Values that begin so name one control each: another value of the family speaks against.
    #[serde(default)]
    pub family: Option<String>,
    /// How it is compared.
    #[serde(default)]
    pub how: Compare,
}

/// How an attribute is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// Equal.
    #[default]
    Equal,
    /// Contained, ignoring case.
    Contains,
}

/// What is known beforehand about the things a control is named after.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// The app's name.
    pub app: Option<&'a str>,
    /// Its application ids.
    pub client_ids: &'a [String],
    /// The tenant's display name.
    pub tenant: Option<&'a str>,
    /// Whether the page is about that app.
    pub here: Here,
}

/// Whether a page is about the app that is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Here {
    /// It is, or it is no page about one app.
    #[default]
    Right,
    /// It does not say.
    Unsaid,
}
