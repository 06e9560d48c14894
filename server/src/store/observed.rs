//! What the observer reads, kept: rows, where each list stands, and what changed.
//!
//! A page's rows and the link to the next page are one write, so that a crash resumes. A round
//! writes into the rows themselves and keeps beside each what it was before, so that what changed is
//! known at the round's end without a second copy.

use super::Answer;
use super::deltas::Noticed;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What a row is. The order is the one rows of an app come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The app itself: a service principal.
    App,
    /// A person or group that may use the app.
    Assigned,
    /// A delegated grant of the app.
    Delegated,
    /// An app role the app holds.
    Role,
}

impl Kind {
    /// How it is written.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Assigned => "assigned",
            Self::Delegated => "delegated",
            Self::Role => "role",
        }
    }

    /// As it was written.
    pub(super) fn of(text: &str) -> Self {
        match text {
            "app" => Self::App,
            "assigned" => Self::Assigned,
            "delegated" => Self::Delegated,
            _ => Self::Role,
        }
    }
}

/// A row as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Object ID of the app it belongs to.
    pub app: String,
    /// What it is.
    pub kind: Kind,
    /// Graph's ID of it.
    pub id: String,
    /// JSON.
    pub body: String,
}

/// A row as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The row.
    pub row: Row,
    /// The list it was read from.
    pub list: String,
    /// What it was when the round [`Self::round`] began; nothing if it was not there.
    pub before: Option<String>,
    /// The round that saw it last.
    pub round: u64,
    /// The pass through its list that saw it last.
    pub pass: u64,
}

impl Row {
    /// Where it stands.
    pub fn place(&self) -> Place {
        (self.app.clone(), self.kind.text(), self.id.clone())
    }
}

/// One page: its rows, and where its list and its round stand after it.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The rows, each ID of a kind and app once.
    pub rows: Vec<Row>,
    /// The list they are of.
    pub list: String,
    /// Where that list stands, if the page moves it: JSON.
    pub progress: Option<String>,
    /// Where the round stands: JSON.
    pub state: Option<String>,
    /// The round.
    pub round: u64,
    /// The pass through the list.
    pub pass: u64,
}

/// Where a row stands among all of a tenant: app, kind and ID, compared as bytes.
pub type Place = (String, &'static str, String);

/// The end of a round.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    /// Where the tenant's reading stands now: JSON.
    pub state: String,
    /// Rows that are gone.
    pub gone: Vec<Place>,
    /// What changed.
    pub changes: Vec<NewChange>,
    /// What is left of everything that deltas named, where that changes.
    pub waiting: Option<Vec<Noticed>>,
    /// Lists that nobody will ask for again.
    pub ended: Vec<String>,
}

/// A change to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewChange {
    /// Object ID of the app.
    pub app: String,
    /// Hash of what changed, the same each time it happens.
    pub content: String,
    /// JSON.
    pub body: String,
}

/// A change that was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number in the tenant, from 1.
    pub number: u64,
    /// JSON.
    pub body: String,
    /// What it is sealed with: see [`seal`].
    pub seal: String,
}

/// The seal of a change: it holds together with every change before it, so that none can be altered
/// or left out unnoticed. `before` is the seal of the change before it, and empty for the first.
pub fn seal(before: &str, body: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update("\n");
    hash.update(body);
    HEXLOWER.encode(&hash.finalize())
}

/// So long it is kept who looked.
pub const LOOKS_KEPT_MS: u64 = 365 * 24 * 60 * 60 * 1000;

/// Somebody looked at what the observer reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Begins with the time, so that they stand in its order.
    pub id: String,
    /// Unix milliseconds.
    pub at: u64,
    /// Object ID of the person in the tenant.
    pub person: String,
    /// What the person is called, as it stood in the sign-in.
    pub name: String,
    /// What was looked at.
    pub what: String,
    /// The app's object ID, or the format; empty where there is none.
    pub subject: String,
}

impl Look {
    /// A look at a time, with an ID of its own.
    pub fn new(at: u64, person: String, name: String, what: &str, subject: &str) -> Self {
        Self {
            id: format!("{at:016x}-{}", Uuid::new_v4().simple()),
            at,
            person,
            name,
            what: what.to_owned(),
            subject: subject.to_owned(),
        }
    }
}

/// Behind every ID of a look.
pub(super) const AFTER_ALL: &str = "~";

/// The snapshots of all tenants. Nothing of one is ever answered for another.
pub trait Observed: Send + Sync {
    /// Where a tenant's reading stands; nothing if it was never read.
    fn observer(&self, tenant: String) -> Answer<'_, Option<String>>;
    /// Where the lists of a tenant's round stand.
    fn lists(&self, tenant: String) -> Answer<'_, Vec<(String, String)>>;
    /// Where one list stands.
    fn list(&self, tenant: String, list: String) -> Answer<'_, Option<String>>;
    /// Begins a round: the lists of the one before are forgotten.
    fn begin_round(&self, tenant: String, state: String) -> Answer<'_, ()>;
    /// Writes a page, all or nothing.
    fn add_page(&self, tenant: String, page: Page) -> Answer<'_, ()>;
    /// Rows after a place, in the order of app, kind and ID.
    fn rows(&self, tenant: String, after: Place, limit: u32) -> Answer<'_, Vec<Stored>>;
    /// All rows of one app.
    fn rows_of(&self, tenant: String, app: String) -> Answer<'_, Vec<Stored>>;
    /// IDs of the rows that a pass through a list has seen.
    fn seen(&self, tenant: String, list: String, pass: u64) -> Answer<'_, Vec<String>>;
    /// How often each of these contents has changed before.
    fn occurrences(&self, tenant: String, contents: Vec<String>) -> Answer<'_, Vec<u64>>;
    /// Ends a round, all or nothing.
    fn accept(&self, tenant: String, accepted: Accepted) -> Answer<'_, ()>;
    /// Changes after a number; only those that no report has stated, where so asked.
    fn changes(
        &self,
        tenant: String,
        after: u64,
        unreported: bool,
        limit: u32,
    ) -> Answer<'_, Vec<Change>>;
    /// The newest changes, the newest first.
    fn newest_changes(&self, tenant: String, limit: u32) -> Answer<'_, Vec<Change>>;
    /// The newest changes of one app, the newest first.
    fn changes_of(&self, tenant: String, app: String, limit: u32) -> Answer<'_, Vec<Change>>;
    /// Writes down that somebody looked.
    fn add_look(&self, tenant: String, look: Look) -> Answer<'_, ()>;
    /// Who looked, the newest first: those before an ID, where one is given.
    fn looks(&self, tenant: String, before: Option<String>, limit: u32) -> Answer<'_, Vec<Look>>;
    /// The changes up to that number were stated by a report.
    fn reported(&self, tenant: String, up_to: u64) -> Answer<'_, ()>;

    /// Up to which change a receiver of alerts has taken them. A receiver that is new takes those that
    /// come from now on.
    fn delivered(&self, tenant: String, receiver: String) -> Answer<'_, u64>;
    /// A receiver has taken the changes up to that number.
    fn deliver(&self, tenant: String, receiver: String, number: u64) -> Answer<'_, ()>;
}
