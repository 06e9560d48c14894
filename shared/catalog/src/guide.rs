//! A guide: the steps of a journey as data. What to point at, in which words, and which fact ends
//! the step.
//!
//! The vocabulary is closed: there is no verb here that grants, submits or clicks, and `check`
//! proves that every step has words to fall back on and a fact that ends it.

use consentry_wire::journey::Place;
use consentry_wire::mark::Ask;
use serde::{Deserialize, Serialize};

/// The steps of a journey.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The file's name without its extension.
    pub id: String,
    /// In their order.
    pub step: Vec<Step>,
}

/// One step: what is to be brought about, wherever the person stands.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id; its words are `step.<id>`.
    pub id: String,
    /// Who can do it.
    pub actor: Actor,
    /// The fact that ends it.
    pub ends: What,
    /// Whether a journey is complete without it.
    #[serde(default)]
    pub optional: bool,
    /// Where it is done when the person stands elsewhere.
    pub elsewhere: Place,
    /// The places it leads through.
    pub at: Vec<StepTarget>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Somebody signed in for the connection.
    Connected,
    /// The organization's grant is there: both counts were answered.
    Authorized,
    /// The app itself showed that it works.
    Loaded,
    /// Somebody is assigned to the app.
    Assigned,
    /// Only assigned people may use the app.
    AssignmentRequired,
    /// The admin's consent window came back without an error.
    ConsentReturned,
    /// The admin's consent window came back with an error.
    ConsentDeclined,
    /// The admin's consent window was closed without an answer.
    WindowClosed,
}

/// Who can do a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Whoever connects the app.
    #[serde(rename = "starter")]
    Requester,
    /// Whoever can grant for the tenant.
    #[serde(rename = "granter")]
    Approver,
}

/// One place a step leads through.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one condition a guide may set"
)]
pub struct StepTarget {
    /// Its id; its words are `at.<id>`.
    pub id: String,
    /// The pages it stands on.
    pub page: Vec<String>,
    /// The step of the seed document it comes from.
    #[serde(default)]
    pub seed: Option<String>,
    /// The control to point at, if there is one.
    #[serde(default)]
    pub light: Option<String>,
    /// What the person does with it.
    #[serde(default = "click")]
    pub ask: Ask,
    /// What is typed: `{name}` or `{client_id}` of the profile.
    #[serde(default)]
    pub text: Option<String>,
    /// Only as long as the control holds no text.
    #[serde(default)]
    pub empty: bool,
    /// Only when the control is folded.
    #[serde(default)]
    pub folded: bool,
    /// Only when the control is not ticked or chosen.
    #[serde(default)]
    pub unticked: bool,
    /// Only for an app that is registered in the tenant it is used in.
    #[serde(default)]
    pub own: bool,
    /// Only for an app that is known by its application ID alone.
    #[serde(default)]
    pub by_id: bool,
    /// Only when the page has not changed for so long, in milliseconds: a list may still load.
    #[serde(default)]
    pub settled_ms: u64,
}

fn click() -> Ask {
    Ask::Click
}
