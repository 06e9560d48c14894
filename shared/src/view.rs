//! All that a face draws: plain values with no logic. Words are final, nothing is looked up.

mod sent;

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
    /// The journey that is shown where a tab has none of its own.
    #[serde(default)]
    pub chosen: Option<String>,
    /// Connections to decide on.
    #[serde(default)]
    pub offers: Vec<Note>,
    /// What became of something, until it is put away.
    #[serde(default)]
    pub told: Option<Note>,
    /// What is to be practised, or that this is practice.
    #[serde(default)]
    pub practice: PracticeView,
    /// What the parts of the panel are called.
    #[serde(default)]
    pub headings: Headings,
    /// The language all of it is in: a BCP 47 tag.
    #[serde(default)]
    pub language: String,
    /// Which way it runs: `ltr` or `rtl`.
    #[serde(default)]
    pub direction: String,
    /// What a face says by itself: headings, and the words on what only a face has.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
}

/// What the parts of the panel are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headings {
    /// The list of connections.
    pub connections: String,
    /// Marks the one that is shown and guided.
    pub guided: String,
    /// Which side of a copy.
    pub side: String,
    /// All that comes after the grant.
    pub after: String,
    /// Closing the app to others.
    pub harden: String,
    /// Ways to take it back.
    pub undo: String,
    /// The record.
    pub record: String,
    /// What the record is.
    pub record_text: String,
    /// Saves a record as a file.
    pub save_file: String,
    /// What a field with a record is called.
    pub record_copy: String,
}

/// Something to decide or to know, in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is about: stable, for tests.
    pub id: String,
    /// A few words.
    pub title: String,
    /// A sentence or two.
    pub text: String,
    /// Short true statements.
    pub lines: Vec<Line>,
    /// Buttons.
    pub actions: Vec<Action>,
}

/// Practice, before it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeView {
    /// That this is practice, in a word and a sentence; nothing where it counts.
    pub banner: Option<(String, String)>,
    /// How to practise, or what there is to practise.
    pub about: Option<Note>,
    /// The one command that begins it.
    pub copy: Option<Copy>,
}

/// What comes after the grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterView {
    /// Closing it to others.
    pub harden: HardenView,
    /// Ways to take it back.
    pub undo: Vec<Recipe>,
    /// The day on which it should be taken back.
    pub reminder: ReminderView,
    /// Ways to get the record.
    pub record: Vec<Action>,
    /// Signing in again.
    pub again: Vec<Action>,
}

/// Closing an app to everybody but the people who need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HardenView {
    /// The stages in the order that locks nobody out.
    pub order: Vec<Line>,
    /// Who keeps access, who loses it, and what cannot be known.
    pub lines: Vec<Line>,
    /// How to look up what cannot be known.
    pub lookups: Vec<Recipe>,
    /// Buttons.
    pub actions: Vec<Action>,
}

/// What a person does in the tenant by hand, shown in several ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipe {
    /// Its id.
    pub id: String,
    /// A few words.
    pub title: String,
    /// What it changes.
    pub text: String,
    /// The ways; each does the same.
    pub ways: Vec<Way>,
    /// Says that it was done, to have it looked at.
    pub check: Option<Action>,
    /// What was found then.
    pub found: Option<Line>,
}

/// One way to do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// With what.
    pub title: String,
    /// Sentences, one after the other.
    pub steps: Vec<String>,
    /// What to send or to run.
    pub copies: Vec<Copy>,
    /// Opens the page for it.
    pub action: Option<Action>,
}

/// The day on which what was granted should be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderView {
    /// A few words.
    pub title: String,
    /// Why.
    pub text: String,
    /// What the field for the day is called.
    pub field: String,
    /// What the button that sets it says.
    pub set: String,
    /// Unix time in milliseconds, where one is set.
    pub at: Option<u64>,
    /// How it stands.
    pub line: Option<Line>,
    /// Takes it back.
    pub clear: Option<Action>,
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

/// One of them.
pub(crate) fn line(tone: Tone, text: String) -> Line {
    Line { tone, text }
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", rename_all = "snake_case")]
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
    /// Take a connection that an address has brought.
    AddConnection {
        /// The connection.
        connection: String,
    },
    /// Leave it.
    DeclineConnection {
        /// The connection.
        connection: String,
    },
    /// Go on without a backend: the guide and the guard work, and nothing is proven.
    Unproven {
        /// Journey id.
        journey: String,
    },
    /// Say that a step is done, where nothing else can tell.
    SayDone {
        /// Journey id.
        journey: String,
        /// Step id.
        step: String,
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
    /// Ask what is lost by leaving: the first half.
    AskLeave {
        /// Journey id.
        journey: String,
    },
    /// Ask what is lost by starting over: the first half.
    AskStartOver {
        /// Journey id.
        journey: String,
    },
    /// Lose nothing after all.
    Stay,
    /// End the journey here; nothing in the tenant changes.
    Leave {
        /// Journey id.
        journey: String,
        /// Whether the backend is to forget the connection too.
        delete: bool,
    },
    /// End the journey and begin it anew.
    StartOver {
        /// Journey id.
        journey: String,
        /// Whether the backend is to forget the connection too.
        delete: bool,
    },
    /// Put away what is told in the panel.
    Dismiss,
    /// Go back to the step before, although it is done.
    Back {
        /// Journey id.
        journey: String,
    },
    /// Take up the journey where it stands.
    Forward {
        /// Journey id.
        journey: String,
    },
    /// Guide this journey where several could be, and on this tab.
    Guide {
        /// Journey id.
        journey: String,
        /// The tab in front.
        tab: Option<u32>,
    },
    /// Say which side of a copy a connection is.
    Side {
        /// Journey id.
        journey: String,
        /// The side; nothing takes it back.
        side: Option<crate::model::Side>,
    },
    /// Set when what was granted should be taken back.
    Remind {
        /// Journey id.
        journey: String,
        /// Unix time in milliseconds; nothing takes the reminder back.
        at: Option<u64>,
    },
    /// Open a page of the portal that belongs to a journey.
    Open {
        /// Journey id.
        journey: String,
        /// Which.
        place: crate::guide::Place,
    },
    /// Say that something was undone, to have it looked at.
    Undone {
        /// Journey id.
        journey: String,
        /// Id of the recipe.
        recipe: String,
    },
    /// Take up a journey whose grant was taken back.
    Resume {
        /// Journey id.
        journey: String,
    },
    /// Fetch the record of a connection.
    Record {
        /// Journey id.
        journey: String,
        /// As a page to print, and not as JSON.
        readable: bool,
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
    /// Set a setting to what was typed.
    Set {
        /// Its name.
        name: String,
        /// As it was typed; nothing takes back what the person set.
        text: Option<String>,
    },
    /// Open the page with all settings.
    Options,
    /// Look at this tab although no journey needs it, and say what is seen.
    Diagnose {
        /// The tab.
        tab: u32,
        /// On or off.
        on: bool,
    },
}

impl Choice {
    /// The choice as a card in that tab makes it: it counts for its own tab, whichever it names.
    #[must_use]
    pub fn in_tab(mut self, own: u32) -> Self {
        match &mut self {
            Self::AskRelease { tab }
            | Self::Release { tab }
            | Self::KeepHold { tab }
            | Self::Hide { tab }
            | Self::Diagnose { tab, .. }
            | Self::Guide { tab: Some(tab), .. } => *tab = own,
            _ => {}
        }
        self
    }
}

/// Which of how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Counted from 1.
    pub at: u32,
    /// All of them.
    pub of: u32,
    /// The same in words.
    #[serde(default)]
    pub words: String,
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
    /// What tells it from another connection for the same app: side, organization, account.
    #[serde(default)]
    pub label: Vec<String>,
    /// Which side it is, each with whether it holds.
    #[serde(default)]
    pub sides: Vec<(Action, bool)>,
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
    /// The app's application id, where nobody but the person knows it.
    #[serde(default)]
    pub client: Option<Field>,
    /// Buttons.
    pub actions: Vec<Action>,
    /// The way back, and the ways out.
    #[serde(default)]
    pub ways: Vec<Action>,
    /// What is asked before something is lost.
    #[serde(default)]
    pub question: Option<Note>,
    /// What must be seen without opening anything: a day that has come, a grant taken back.
    #[serde(default)]
    pub news: Vec<Line>,
    /// What comes after the grant.
    #[serde(default)]
    pub after: Option<AfterView>,
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
    /// When that was: Unix time in milliseconds.
    #[serde(default)]
    pub at: Option<u64>,
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

/// One setting on the options page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name, as a policy knows it.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// What it does.
    pub help: String,
    /// How it is set.
    pub kind: FieldKind,
    /// Its value, or what was mistyped.
    pub text: String,
    /// Why it cannot be changed here.
    pub locked: Option<String>,
    /// Why what was typed makes no sense.
    pub error: Option<String>,
    /// Takes back what the person set.
    pub reset: Option<Action>,
}

/// How a setting is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// Lines of text.
    Lines,
    /// `true` or `false`.
    Switch,
    /// One of these: the value, and what it is called.
    Choice(Vec<(String, String)>),
}

/// A host the browser keeps us from until the person allows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// What is lost without it.
    pub text: String,
    /// What the button says.
    pub label: String,
    /// The match pattern that is asked for.
    pub pattern: String,
}

/// What is set, and what can be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// What the options page is called.
    #[serde(default)]
    pub title: String,
    /// What is said above the settings.
    #[serde(default)]
    pub text: String,
    /// What the button says that takes a text over.
    #[serde(default)]
    pub save: String,
    /// Said when it was taken over.
    #[serde(default)]
    pub saved: String,
    /// Every setting.
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Access to the backend's host, where it is missing.
    #[serde(default)]
    pub access: Option<Access>,
    /// What somebody must know without asking: access that is missing, values that were refused.
    pub news: Vec<Line>,
    /// How things are set.
    pub lines: Vec<Line>,
    /// Buttons.
    pub actions: Vec<Action>,
}
