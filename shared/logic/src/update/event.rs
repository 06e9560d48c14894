//! All that goes in.

use crate::model::{Settings, Touched};
use consentry_catalog::pack::ActiveData;
use consentry_wire::api::Status;
use consentry_wire::sighting::Sighting;
use consentry_wire::text::Text;
use consentry_wire::view::Choice;
use serde::{Deserialize, Serialize};

/// All that goes in. Who it comes from is stamped by the worker, from what the browser says about
/// the sender, never from the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A frame shows another address.
    Hello {
        /// The tab.
        tab: u32,
        /// The frame; 0 is the top one.
        frame: u32,
        /// Names the document.
        document: String,
        /// Its whole address; only the cleaned one is kept.
        url: String,
    },
    /// A frame was looked at.
    Saw {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// Names the document.
        document: String,
        /// What it shows.
        sighting: Sighting,
    },
    /// A hold stopped something.
    Blocked {
        /// The tab.
        tab: u32,
        /// Whether only because nothing had been judged yet.
        early: bool,
    },
    /// The browser told the address of a tab in which no script of ours runs; an empty one, where
    /// the browser may not tell.
    Address {
        /// The tab.
        tab: u32,
        /// Its whole address; only the cleaned one is kept.
        url: String,
    },
    /// A tab shows a page out of its history, one that was restored, or one that was loaded before it was
    /// asked for. Comes before that page's own hello.
    Restored {
        /// The tab.
        tab: u32,
    },
    /// What the browser says about who led a tab to a document (`document.referrer`). Comes before that document's
    /// own hello.
    Referred {
        /// The tab.
        tab: u32,
        /// Names the document.
        document: String,
        /// The origin of the page that led there; empty, where the browser does not say.
        origin: String,
    },
    /// Whether the person took the browser's access to the sign-in's hosts away.
    SiteAccessRevoked(bool),
    /// The tab in front, where the browser's policy keeps every script out of its page.
    BlockedByPolicy(Option<u32>),
    /// Whether the browser gives access to the backend's host.
    BackendAccess(bool),
    /// A document does not answer any more. Its frame may show another one by now.
    FrameGone {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// Names the document.
        document: String,
    },
    /// A tab or window was closed.
    TabGone {
        /// The tab.
        tab: u32,
    },
    /// A person chose something in a face of ours.
    Chose(Choice),
    /// The backend answered.
    Answered(Answer),
    /// Settings were read.
    Configured(Settings),
    /// The extension was installed, and not updated.
    Installed,
    /// Who installed it, as the browser says.
    InstalledBy {
        /// An organization, by a policy.
        organization: bool,
    },
    /// The data packs were looked through.
    Packed(ActiveData),
    /// Time has passed, or the worker started.
    Woke,
}

impl Event {
    /// Which tabs it changes by itself.
    pub(super) fn touched(&self) -> Touched {
        match self {
            Self::Hello { tab, .. }
            | Self::Saw { tab, .. }
            | Self::Blocked { tab, .. }
            | Self::Address { tab, .. }
            | Self::Restored { tab }
            | Self::Referred { tab, .. }
            | Self::FrameGone { tab, .. }
            | Self::TabGone { tab } => Touched::Tab(*tab),
            Self::Chose(_) | Self::Answered(_) => Touched::Any,
            Self::SiteAccessRevoked(_)
            | Self::BlockedByPolicy(_)
            | Self::BackendAccess(_)
            | Self::Configured(_)
            | Self::Installed
            | Self::InstalledBy { .. }
            | Self::Packed(_)
            | Self::Woke => Touched::None,
        }
    }
}

/// What the backend answered, without the bearer it may have come with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A Consentry backend answers.
    Greeted {
        /// The address that was asked.
        address: String,
    },
    /// A one-time handle was claimed on a tab.
    Claimed {
        /// The tab.
        tab: u32,
        /// The connection.
        status: Box<Status>,
    },
    /// A connection was created from the panel.
    Created {
        /// The journey that asked.
        journey: String,
        /// Where the browser goes to sign in.
        start_url: String,
        /// Application ID of the organization's observer, where that is signed in to instead of the app.
        #[serde(default)]
        observer: Option<String>,
        /// The connection.
        status: Box<Status>,
    },
    /// A new sign-in for a connection was begun.
    Restarted {
        /// Where the browser goes to sign in.
        start_url: String,
    },
    /// A connection's newest state.
    Status(Box<Status>),
    /// The backend is going to look; this is what it knew when it was asked.
    CheckFollows(Box<Status>),
    /// A hand-off link was made.
    HandedOff {
        /// The connection.
        connection: String,
        /// The link.
        handoff: consentry_wire::api::HandOff,
    },
    /// A connection was deleted, with all that was kept of it.
    Deleted {
        /// The connection.
        connection: String,
        /// Whether its journey begins anew.
        again: bool,
        /// What was revoked, what was forgotten, what remains.
        deleted: consentry_wire::api::Deleted,
    },
    /// The backend refused, or did not answer.
    Failed {
        /// The connection that was asked about, if one was.
        connection: Option<String>,
        /// In plain words.
        trouble: Text,
        /// Whether the backend was reached at all.
        reached: bool,
    },
}
