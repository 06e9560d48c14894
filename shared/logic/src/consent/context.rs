//! What a verdict on a consent page depends on.

use super::app_reputation::AppReputation;
use super::shown::Shown;
use crate::flow::Flow;
use crate::model::{Journey, Settings};
use crate::page::ConsentKind;
use consentry_catalog::profile::{Profile, Tick};
use consentry_catalog::request::Request;

/// All that a verdict depends on.
#[derive(Clone, Copy, Debug)]
pub struct ConsentContext<'a> {
    /// Which kind of page it is.
    pub kind: ConsentKind,
    /// What the tab's addresses told.
    pub request: Option<&'a Request>,
    /// The profile of the app they name.
    pub app: Option<&'a Profile>,
    /// The tick's present state, where there is one.
    pub ticked: Option<bool>,
    /// What the page says itself.
    pub shown: &'a Shown,
    /// Which sign-in the tab is in the middle of.
    pub flow: Flow,
    /// The journey the page belongs to.
    pub journey: Option<&'a Journey>,
    /// Whether it was asked for: a step of that journey stands at this page, or a page of the
    /// portal led to it.
    pub is_due: bool,
    /// What a person or a policy set.
    pub settings: &'a Settings,
}

/// The rule for the tick, where the app has a profile.
pub(super) fn rule(reputation: AppReputation<'_>) -> Option<Tick> {
    reputation.profile().and_then(|app| app.tick)
}
