//! All that a face draws: plain values with no logic. Words are final, nothing is looked up.

use crate::api::{Evidence, State, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything the card and the panel show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// What is said on each tab, by tab id.
    pub tabs: BTreeMap<u32, TabView>,
    /// Running journeys, newest first.
    pub journeys: Vec<JourneyView>,
    /// What can be begun, when nothing runs.
    pub profiles: Vec<ProfileView>,
    /// The backend's address, and why it does not answer, if so.
    pub backend: BackendView,
    /// What is set, and what can be.
    #[serde(default)]
    pub settings: SettingsView,
}

/// One tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TabView {
    /// The page it shows, by name.
    pub page: Option<String>,
    /// What to say there, if anything.
    pub card: Option<Card>,
    /// The journey the card belongs to.
    pub journey: Option<String>,
    /// What the eyes saw and what was made of it.
    pub diagnosis: Option<crate::diagnosis::Diagnosis>,
    /// The page as a recognition case, masked, while it is diagnosed.
    #[serde(default)]
    pub kept: Option<crate::keep::Kept>,
}

/// What is said beside a control, or in the panel when there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The station of the guide this is: stable, for tests and reports.
    pub id: String,
    /// The step of the guide's source document.
    pub seed_step: Option<String>,
    /// How it is meant.
    pub kind: CardKind,
    /// A few words.
    pub title: String,
    /// The one line for who reads no other, where there is something to compare.
    #[serde(default)]
    pub glance: Option<Line>,
    /// A sentence or two: what to do and why.
    pub text: String,
    /// Something to type, with a copy button.
    pub copy: Option<Copy>,
    /// Short true statements with a tone each: right app, right publisher.
    pub lines: Vec<Line>,
    /// What opens on demand: one permission each.
    pub details: Vec<Detail>,
    /// What was found to be in order or could not be told; opens on demand.
    #[serde(default)]
    pub checks: Vec<Line>,
    /// Buttons, the main one first.
    pub actions: Vec<Action>,
    /// Which of how many steps.
    pub progress: Option<Progress>,
}

/// How a card is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    /// Do this. A `region`.
    Step,
    /// Do not do that. An `alertdialog`.
    Warning,
    /// Do not do that, as loud as it gets. An `alertdialog`.
    Alarm,
    /// Something to know; nothing to do.
    Note,
    /// It is proven.
    Done,
}

/// Text to take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// What it is.
    pub label: String,
    /// The text.
    pub text: String,
}

/// A short statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How good or bad.
    pub tone: Tone,
    /// The statement.
    pub text: String,
}

/// How good or bad something is. Never said by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As it should be.
    Good,
    /// Neither.
    Plain,
    /// Look twice.
    Caution,
    /// Stop.
    Bad,
}

/// Something that opens on demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// How good or bad.
    pub tone: Tone,
    /// A few words.
    pub title: String,
    /// What it means.
    pub text: String,
}

/// A button of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What it says.
    pub label: String,
    /// What it does.
    pub choice: Choice,
    /// How it looks.
    pub weight: Weight,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The main one.
    Primary,
    /// Another way.
    Secondary,
    /// Something to think about first.
    Risky,
}

/// What a person chose in a face of ours. None of these touches a page of anybody else's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Choice {
    /// Begin a journey for a profile, in a role.
    Begin {
        /// Profile id.
        profile: String,
        /// The role the person says they hold.
        role: crate::api::Role,
    },
    /// Begin a connection from here, for an app that has no wizard of its own.
    Connect {
        /// Journey id.
        journey: String,
    },
    /// Open the page where the current step is done.
    Go {
        /// Journey id.
        journey: String,
    },
    /// Make a link for the person who can grant.
    HandOff {
        /// Journey id.
        journey: String,
    },
    /// Ask Microsoft Graph again, now.
    Check {
        /// Journey id.
        journey: String,
    },
    /// Sign in again for the same connection.
    Reauthorize {
        /// Journey id.
        journey: String,
    },
    /// Leave a step that is optional.
    Skip {
        /// Journey id.
        journey: String,
        /// Step id.
        step: String,
    },
    /// Take an optional step after all.
    Take {
        /// Journey id.
        journey: String,
        /// Step id.
        step: String,
    },
    /// End the journey here; nothing in the tenant changes.
    Leave {
        /// Journey id.
        journey: String,
    },
    /// Ask to let an organization-wide consent through: the first half of a release.
    AskRelease {
        /// The tab whose hold is meant.
        tab: u32,
    },
    /// Let it through on this page, deliberately: the second half.
    Release {
        /// The tab whose hold is meant.
        tab: u32,
    },
    /// Take the release back.
    KeepHold {
        /// The tab whose hold is meant.
        tab: u32,
    },
    /// Put the card away on this page until it changes.
    Hide {
        /// The tab.
        tab: u32,
    },
    /// Set whether scripts of ours stay out of the sign-in's hosts.
    ZeroTouch {
        /// They stay out.
        on: bool,
    },
    /// Look at this tab although no journey needs it, and say what is seen.
    Diagnose {
        /// The tab.
        tab: u32,
        /// On or off.
        on: bool,
    },
}

/// Which of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Counted from 1.
    pub at: u32,
    /// All of them.
    pub of: u32,
}

/// One journey, for the panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyView {
    /// Its id.
    pub id: String,
    /// Profile id.
    pub profile: String,
    /// The app's name.
    pub app: String,
    /// The steps in order.
    pub steps: Vec<StepView>,
    /// Where the connection stands, in words.
    pub headline: Line,
    /// The backend's newest answer.
    pub status: Option<Status>,
    /// What the guard saw of the organization-wide tick.
    pub guard: crate::model::Guard,
    /// The link made for the person who can grant.
    pub handoff: Option<Copy>,
    /// Buttons.
    pub actions: Vec<Action>,
}

impl JourneyView {
    /// Where the connection stands.
    pub fn state(&self) -> Option<&State> {
        self.status.as_ref().map(|status| &status.state)
    }

    /// The calls that proved it.
    pub fn evidence(&self) -> &[Evidence] {
        self.status.as_ref().map_or(&[], |status| &status.evidence)
    }
}

/// One step in the panel's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    /// Its id.
    pub id: String,
    /// A few words.
    pub title: String,
    /// Who can do it.
    pub actor: String,
    /// How it stands.
    pub state: StepState,
    /// Why it counts as done, or what it waits for.
    pub note: Option<String>,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Proven.
    Done,
    /// The one to do.
    Current,
    /// After the current one.
    Later,
    /// Optional and left out.
    Skipped,
}

/// An app that can be begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    /// Its id.
    pub id: String,
    /// The app's name.
    pub name: String,
    /// One sentence.
    pub about: String,
    /// Buttons.
    pub actions: Vec<Action>,
}

/// The backend as the extension sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackendView {
    /// Its address.
    pub address: String,
    /// Why it does not answer.
    pub trouble: Option<String>,
}

/// What is set, and what can be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// What somebody must know without asking: access that is missing, values that were refused.
    pub news: Vec<Line>,
    /// How things are set.
    pub lines: Vec<Line>,
    /// Buttons.
    pub actions: Vec<Action>,
}
