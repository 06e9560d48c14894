//! All that a face draws: plain values with no logic. Words are final, nothing is looked up.

mod any_app;
mod first_run;
mod sent;

use crate::api::{Evidence, State, Status};
use crate::text::Text;
pub use any_app::AnyAppView;
pub use first_run::FirstRunView;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything the card and the panel show.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct View<T = Text> {
    /// What is said on each tab, by tab id.
    pub tabs: BTreeMap<u32, TabView<T>>,
    /// Running journeys, newest first.
    pub journeys: Vec<JourneyView<T>>,
    /// What can be begun, when nothing runs.
    pub profiles: Vec<ProfileView<T>>,
    /// The way to an app that is none of these.
    #[serde(default)]
    pub any_app: Option<AnyAppView<T>>,
    /// The backend's address, and why it does not answer, if so.
    pub backend: BackendView<T>,
    /// What is set, and what can be.
    #[serde(default)]
    pub settings: SettingsView<T>,
    /// The journey that is shown where a tab has none of its own.
    #[serde(default)]
    pub chosen: Option<String>,
    /// Connections to decide on.
    #[serde(default)]
    pub offers: Vec<Note<T>>,
    /// What became of something, until it is put away.
    #[serde(default)]
    pub deletion_notice: Option<Note<T>>,
    /// What is to be practised, or that this is practice.
    #[serde(default)]
    pub practice: PracticeView<T>,
    /// What the page says that opens once after the extension was installed.
    #[serde(default)]
    pub first_run: FirstRunView<T>,
    /// What the parts of the panel are called.
    #[serde(default)]
    pub headings: Headings<T>,
    /// The language all of it is in: a BCP 47 tag.
    #[serde(default)]
    pub language: String,
    /// Which way it runs: `ltr` or `rtl`.
    #[serde(default)]
    pub direction: String,
    /// What a face says by itself: headings, and the words on what only a face has.
    #[serde(default)]
    pub words: BTreeMap<String, T>,
}

/// What the parts of the panel are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Headings<T = Text> {
    /// The list of connections.
    pub connections: T,
    /// Marks the one that is shown and guided.
    pub guided: T,
    /// Which side of a copy.
    pub side: T,
    /// All that comes after the grant.
    pub after: T,
    /// Closing the app to others.
    pub harden: T,
    /// Ways to take it back.
    pub undo: T,
    /// The record.
    pub record: T,
    /// What the record is.
    pub record_text: T,
    /// Saves a record as a file.
    pub save_file: T,
    /// What a field with a record is called.
    pub record_copy: T,
}

/// Something to decide or to know, in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Note<T = Text> {
    /// What it is about: stable, for tests.
    pub id: String,
    /// A few words.
    pub title: T,
    /// A sentence or two.
    pub text: T,
    /// Short true statements.
    pub lines: Vec<Line<T>>,
    /// Buttons.
    pub actions: Vec<Action<T>>,
}

/// Practice, before it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct PracticeView<T = Text> {
    /// That this is practice, in a word and a sentence; nothing where it counts.
    pub banner: Option<(T, T)>,
    /// How to practise, or what there is to practise.
    pub about: Option<Note<T>>,
    /// The one command that begins it.
    pub copy: Option<Copy<T>>,
}

/// What comes after the grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct AfterView<T = Text> {
    /// Closing it to others.
    pub harden: HardenView<T>,
    /// Ways to take it back.
    pub undo: Vec<Recipe<T>>,
    /// The day on which it should be taken back.
    pub reminder: ReminderView<T>,
    /// Ways to get the record.
    pub record: Vec<Action<T>>,
    /// Signing in again.
    pub again: Vec<Action<T>>,
}

/// Closing an app to everybody but the people who need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct HardenView<T = Text> {
    /// The stages in the order that locks nobody out.
    pub order: Vec<Line<T>>,
    /// Who keeps access, who loses it, and what cannot be known.
    pub lines: Vec<Line<T>>,
    /// How to look up what cannot be known.
    pub lookups: Vec<Recipe<T>>,
    /// Buttons.
    pub actions: Vec<Action<T>>,
}

/// What a person does in the tenant by hand, shown in several ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Recipe<T = Text> {
    /// Its id.
    pub id: String,
    /// A few words.
    pub title: T,
    /// What it changes.
    pub text: T,
    /// The ways; each does the same.
    pub ways: Vec<Way<T>>,
    /// Says that it was done, to have it looked at.
    pub check: Option<Action<T>>,
    /// What was found then.
    pub found: Option<Line<T>>,
}

/// One way to do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Way<T = Text> {
    /// With what.
    pub title: T,
    /// Sentences, one after the other.
    pub steps: Vec<T>,
    /// What to send or to run.
    pub copies: Vec<Copy<T>>,
    /// Opens the page for it.
    pub action: Option<Action<T>>,
}

/// The day on which what was granted should be taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct ReminderView<T = Text> {
    /// A few words.
    pub title: T,
    /// Why.
    pub text: T,
    /// What the field for the day is called.
    pub field: T,
    /// What the button that sets it says.
    pub set: T,
    /// Unix time in milliseconds, where one is set.
    pub at: Option<u64>,
    /// How it stands.
    pub line: Option<Line<T>>,
    /// Takes it back.
    pub clear: Option<Action<T>>,
}

/// One tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct TabView<T = Text> {
    /// The page it shows, by name.
    pub page: Option<String>,
    /// What to say there, if anything.
    pub card: Option<Card<T>>,
    /// The journey the card belongs to.
    pub journey: Option<String>,
    /// What the eyes saw and what was made of it.
    pub diagnosis: Option<crate::diagnosis::Diagnosis<T>>,
    /// The page as a recognition case, masked, while it is diagnosed.
    #[serde(default)]
    pub kept: Option<crate::recognition_case::RedactedPage>,
}

/// What is said beside a control, or in the panel when there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Card<T = Text> {
    /// The target of the guide this is: stable, for tests and reports.
    pub id: String,
    /// The step of the guide's source document.
    pub seed_step: Option<String>,
    /// How it is meant.
    pub kind: CardKind,
    /// A few words.
    pub title: T,
    /// The one line for who reads no other, where there is something to compare.
    #[serde(default)]
    pub glance: Option<Line<T>>,
    /// A sentence or two: what to do and why.
    pub text: T,
    /// Something to type, with a copy button.
    pub copy: Option<Copy<T>>,
    /// Short true statements with a tone each: right app, right publisher.
    pub lines: Vec<Line<T>>,
    /// What opens on demand: one permission each.
    pub details: Vec<Detail<T>>,
    /// What was found to be in order or could not be told; opens on demand.
    #[serde(default)]
    pub checks: Vec<Line<T>>,
    /// Buttons, the main one first.
    pub actions: Vec<Action<T>>,
    /// Which of how many steps.
    pub progress: Option<Progress<T>>,
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
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Copy<T = Text> {
    /// What it is.
    pub label: T,
    /// The text.
    pub text: String,
}

/// A short statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Line<T = Text> {
    /// How good or bad.
    pub tone: Tone,
    /// The statement.
    pub text: T,
}

/// One of them.
pub fn line(tone: Tone, text: Text) -> Line {
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
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Detail<T = Text> {
    /// How good or bad.
    pub tone: Tone,
    /// A few words.
    pub title: T,
    /// What it means.
    pub text: T,
}

/// A button of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Action<T = Text> {
    /// What it says.
    pub label: T,
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
    /// Name an app by its application ID, a consent link, or its address in the portal; nothing takes it back.
    NameApp {
        /// As it was typed.
        text: Option<String>,
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
        side: Option<crate::journey::Side>,
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
        place: crate::journey::Place,
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
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Progress<T = Text> {
    /// Counted from 1.
    pub at: u32,
    /// All of them.
    pub of: u32,
    /// The same in words.
    #[serde(default)]
    pub words: T,
}

/// One journey, for the panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct JourneyView<T = Text> {
    /// Its id.
    pub id: String,
    /// Profile id.
    pub profile: String,
    /// The app's name.
    pub app: String,
    /// What tells it from another connection for the same app: side, organization, account.
    #[serde(default)]
    pub label: Vec<T>,
    /// Which side it is, each with whether it holds.
    #[serde(default)]
    pub sides: Vec<(Action<T>, bool)>,
    /// The steps in order.
    pub steps: Vec<StepView<T>>,
    /// Where the connection stands, in words.
    pub headline: Line<T>,
    /// The backend's newest answer.
    pub status: Option<Status>,
    /// What the guard saw of the organization-wide tick.
    pub guard: crate::journey::Guard,
    /// The link made for the person who can grant.
    pub handoff: Option<Copy<T>>,
    /// The app's application id, where nobody but the person knows it.
    #[serde(default)]
    pub client: Option<Field<T>>,
    /// Buttons.
    pub actions: Vec<Action<T>>,
    /// The way back, and the ways out.
    #[serde(default)]
    pub ways: Vec<Action<T>>,
    /// What is asked before something is lost.
    #[serde(default)]
    pub question: Option<Note<T>>,
    /// What must be seen without opening anything: a day that has come, a grant taken back.
    #[serde(default)]
    pub news: Vec<Line<T>>,
    /// What comes after the grant.
    #[serde(default)]
    pub after: Option<AfterView<T>>,
}

impl<T> JourneyView<T> {
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
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct StepView<T = Text> {
    /// Its id.
    pub id: String,
    /// A few words.
    pub title: T,
    /// Who can do it.
    pub actor: T,
    /// How it stands.
    pub state: StepState,
    /// Why it counts as done, or what it waits for.
    pub note: Option<T>,
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
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct ProfileView<T = Text> {
    /// Its id.
    pub id: String,
    /// The app's name.
    pub name: String,
    /// One sentence.
    pub about: T,
    /// Buttons.
    pub actions: Vec<Action<T>>,
}

/// The backend as the extension sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct BackendView<T = Text> {
    /// Its address.
    pub address: String,
    /// Why it does not answer.
    pub trouble: Option<T>,
    /// What is said where none is set: a state of its own, and no trouble.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unset: Option<Note<T>>,
}

/// One setting on the options page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Field<T = Text> {
    /// Its name, as a policy knows it.
    pub name: String,
    /// What people call it.
    pub label: T,
    /// What it does.
    pub help: T,
    /// How it is set.
    pub kind: FieldKind<T>,
    /// Its value, or what was mistyped.
    pub text: String,
    /// Why it cannot be changed here.
    pub locked: Option<T>,
    /// Why what was typed makes no sense.
    pub error: Option<T>,
    /// Takes back what the person set.
    pub reset: Option<Action<T>>,
}

/// How a setting is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
#[serde(rename_all = "snake_case")]
pub enum FieldKind<T = Text> {
    /// A line of text.
    Text,
    /// Lines of text.
    Lines,
    /// `true` or `false`.
    Switch,
    /// One of these: the value, and what it is called.
    Choice(Vec<(String, T)>),
}

/// A host the browser keeps us from until the person allows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct Access<T = Text> {
    /// What is lost without it.
    pub text: T,
    /// What the button says.
    pub label: T,
    /// The match pattern that is asked for.
    pub pattern: String,
}

/// What is set, and what can be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct SettingsView<T = Text> {
    /// What the options page is called.
    #[serde(default)]
    pub title: T,
    /// What is said above the settings.
    #[serde(default)]
    pub text: T,
    /// What the button says that takes a text over.
    #[serde(default)]
    pub save: T,
    /// Said when it was taken over.
    #[serde(default)]
    pub saved: T,
    /// Every setting.
    #[serde(default)]
    pub fields: Vec<Field<T>>,
    /// Access to the backend's host, where it is missing.
    #[serde(default)]
    pub access: Option<Access<T>>,
    /// What somebody must know without asking: access that is missing, values that were refused.
    pub news: Vec<Line<T>>,
    /// How things are set.
    pub lines: Vec<Line<T>>,
    /// Buttons.
    pub actions: Vec<Action<T>>,
}
