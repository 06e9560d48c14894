//! All that comes out.

use crate::badge::Badge;
use consentry_catalog::look::Look;
use consentry_wire::api::{Hint, Role};
use consentry_wire::mark::FrameInstructions;
use consentry_wire::text::Text;
use consentry_wire::view::View;
use serde::{Deserialize, Serialize};

/// All that comes out. There is no effect that clicks, types or submits on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Open the eyes of a frame.
    Observe {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// The document in it that is meant.
        document: String,
        /// What to look for.
        look: Look,
    },
    /// Close them.
    StopObserving {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// The document in it that is meant.
        document: String,
    },
    /// Paint in a frame.
    Instruct {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// The document in it that is meant.
        document: String,
        /// What.
        paint: FrameInstructions,
    },
    /// Have a document say its address again: nothing is known of it, so nothing it shows counts.
    AskHello {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// The document in it that is meant.
        document: String,
    },
    /// What a document showed was taken in. Without this nothing that was seen counts as judged.
    Judged {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// The document in it that is meant.
        document: String,
    },
    /// What the faces draw.
    Show(Box<View>),
    /// Open a page in a new tab.
    Open {
        /// Its address.
        url: String,
    },
    /// Bring a tab to the front.
    Focus {
        /// The tab.
        tab: u32,
    },
    /// Ask the backend.
    Ask(Question),
    /// Follow exactly these connections live.
    Watch(Vec<String>),
    /// Keep what the person set.
    Set {
        /// The setting's name.
        name: String,
        /// Its value; nothing takes it back.
        value: Option<serde_json::Value>,
    },
    /// Open the page with all settings.
    OpenOptions,
    /// Open the page that a person sees first.
    OpenFirstRun,
    /// Forget the bearer of a connection.
    Forget {
        /// The connection.
        connection: String,
    },
    /// What the extension's button says.
    Badge {
        /// A sign; empty for none.
        sign: String,
        /// What it means; empty where there is no sign.
        title: Text,
    },
    /// What the extension's button says while a tab is in front.
    TabBadge {
        /// The tab.
        tab: u32,
        /// What it says; what it says elsewhere, where that is empty.
        badge: Badge,
    },
    /// Wake up at a time of day, though the browser may be closed until then.
    Remind {
        /// Unix time in milliseconds; nothing where no reminder is set.
        at: Option<u64>,
    },
    /// Wake up again.
    Wake {
        /// In so many milliseconds.
        after_ms: u64,
    },
}

/// What is asked of the backend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// `GET /api/v1/data-pack`: whether what answers at the address is a Consentry backend.
    Greet,
    /// `POST /api/v1/connections`
    Create {
        /// The journey that asks.
        journey: String,
        /// Profile id; empty for an app that has none.
        profile: String,
        /// The app, where no profile gives its application ID: that, or the consent link that names it.
        #[serde(default)]
        app: Option<String>,
        /// The role the person says they hold.
        role: Role,
    },
    /// `GET /api/v1/connections/{id}`
    Status {
        /// The connection.
        connection: String,
    },
    /// `POST …/check`
    Check {
        /// The connection.
        connection: String,
        /// What a page suggested.
        hint: Option<Hint>,
    },
    /// `POST …/record/seen`; nothing is answered.
    Seen {
        /// The connection.
        connection: String,
        /// What the guard saw.
        seen: consentry_wire::record::Seen,
    },
    /// `POST …/handoff`
    HandOff {
        /// The connection.
        connection: String,
    },
    /// `POST …/reauthorize`
    Reauthorize {
        /// The connection.
        connection: String,
    },
    /// `GET …/record`: what is answered goes to the faces and to nobody else.
    Record {
        /// The connection.
        connection: String,
        /// As a page to print, and not as JSON.
        readable: bool,
    },
    /// `DELETE /api/v1/connections/{id}`
    Delete {
        /// The connection.
        connection: String,
        /// Whether its journey begins anew.
        again: bool,
    },
}
