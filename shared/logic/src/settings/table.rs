//! Every setting, a row each: its name, who may set it, and what it holds.
//!
//! What a source may say, what the options page shows and what a policy may set follow from this table. Beside it a
//! setting that people see needs the words `setting-<name>-label` and `setting-<name>-help`, and one for a policy
//! its description in `extension/managed-schema.json`; tests name what is missing.

use super::Source;
use super::value;
use crate::model::{Settings, TickPolicy};
use consentry_catalog::Catalog;
use consentry_wire::text::Text;
use serde_json::Value;

/// One setting.
#[derive(Debug)]
pub struct Row {
    /// Its name, in JSON and in a policy.
    pub name: &'static str,
    /// Who may set it.
    pub by: &'static [Source],
    /// What it holds.
    pub kind: Kind,
}

/// What a setting holds.
#[derive(Debug)]
pub enum Kind {
    /// On or off.
    Switch {
        /// Whether it is on.
        get: fn(&Settings) -> bool,
        /// Turns it on or off.
        set: fn(&mut Settings, bool),
    },
    /// An address.
    Address {
        /// What is set.
        get: fn(&Settings) -> &str,
        /// Sets it.
        set: fn(&mut Settings, String),
        /// Reads a value of it.
        read: fn(&Catalog, &Value) -> Result<String, Text>,
    },
    /// A language there are words in.
    Language,
    /// What to do about an organization-wide consent.
    TickPolicy,
    /// Application IDs, of the apps that alone are allowed.
    AllowedApps,
    /// Application IDs, of apps that are blocked.
    BlockedApps,
    /// Changes to profiles. The options page has no field for them.
    Profiles,
    /// Text that the worker reads itself: it is no part of [`Settings`].
    OfTheWorker,
}

const ANYBODY: &[Source] = &[Source::Package, Source::Own, Source::Policy];

macro_rules! switch {
    ($name:literal, $by:expr, $field:ident) => {
        Row {
            name: $name,
            by: $by,
            kind: Kind::Switch {
                get: |settings| settings.$field,
                set: |settings, on| settings.$field = on,
            },
        }
    };
}

macro_rules! address {
    ($name:literal, $field:ident, $read:expr) => {
        Row {
            name: $name,
            by: ANYBODY,
            kind: Kind::Address {
                get: |settings| &settings.$field,
                set: |settings, text| settings.$field = text,
                read: $read,
            },
        }
    };
}

const fn row(name: &'static str, by: &'static [Source], kind: Kind) -> Row {
    Row { name, by, kind }
}

/// The settings, in the order the options page shows them in.
pub static ROWS: [Row; 15] = [
    row("language", ANYBODY, Kind::Language),
    address!("backend", backend, |_, value| value::backend(value)),
    address!("portal", portal, value::portal),
    row("tickPolicy", ANYBODY, Kind::TickPolicy),
    switch!("zeroTouch", ANYBODY, zero_touch),
    switch!("reducedGuidance", ANYBODY, reduced_guidance),
    row("allowedClients", ANYBODY, Kind::AllowedApps),
    row("forbiddenClients", ANYBODY, Kind::BlockedApps),
    row("profiles", ANYBODY, Kind::Profiles),
    row("dataPackKey", &[Source::Policy], Kind::OfTheWorker),
    row("dataPack", &[Source::Policy], Kind::OfTheWorker),
    row("dataPackSerial", &[Source::Policy], Kind::OfTheWorker),
    // What stands in for Microsoft is known by who packaged it, and by nobody else: a page that could call itself
    // practice would be believed once too often.
    switch!("practice", &[Source::Package], practice),
    // Who rolls out a package of their own may welcome their people themselves.
    switch!("firstRun", &[Source::Package], first_run),
    // For who packages it: every page is diagnosed.
    switch!("diagnose", &[Source::Package], diagnose),
];

/// What may be done about an organization-wide consent, as it is written.
pub(crate) const TICK_POLICIES: [(&str, TickPolicy); 3] = [
    ("warn", TickPolicy::Warn),
    ("confirm", TickPolicy::Confirm),
    ("forbid", TickPolicy::Forbid),
];

/// The setting of that name.
pub(crate) fn by_name(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.name == name)
}

impl Row {
    /// Whether the options page shows it.
    pub(crate) fn is_shown(&self) -> bool {
        self.by.contains(&Source::Own) && !matches!(self.kind, Kind::Profiles)
    }
}
