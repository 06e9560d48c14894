//! How a control is known.

use serde::Deserialize;
use serde::de::IgnoredAny;

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
    /// Pages on which a button that holds the tenant's name is it, whatever else it says.
    pub tenant_at: Vec<String>,
    /// Several of them are equally right; the person chooses.
    pub many: bool,
    /// It leads somewhere and unfolds nothing: the header of a group may have the same words.
    pub leaf: bool,
    /// It unfolds something.
    pub folds: bool,
    /// Controls that it may hide: the header of the collapsed group that has one of these in it.
    pub opens: Vec<String>,
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

/// What it means that a control stands within a role where it is not expected.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// So many signs that name the control overrule it; without this, nothing does.
    #[serde(default)]
    pub yields_to: Option<usize>,
    /// People chose the names in it: only what a control's own words and markup say counts, and neither the tenant's
    /// name nor the view around it.
    #[serde(default)]
    pub holds_names: bool,
    /// The structure of real pages that it rests on: for readers of the table.
    #[serde(default, rename = "rests_on")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    _rests_on: IgnoredAny,
}
