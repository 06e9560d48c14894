//! The record: what is worth an entry, and how entries are chained.
//!
//! Pure. An entry follows from a change itself ([`changes`]) wherever that is possible, so that no
//! code path can change a connection and forget to write it down. The store appends an entry in the
//! transaction of the change it tells of.

pub mod verify;

use crate::config::App;
use crate::connection::{Connection, state_name};
use consentry_wire::api::{self, Role, State};
use consentry_wire::record::{Entry, Event, Findings, NOTHING_BEFORE, Right, Sealed};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A check that found nothing new is written down only if the last one is this long ago.
const QUIET_MS: u64 = 12 * 60 * 60 * 1000;

/// Something to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRecordEntry {
    /// Unix milliseconds.
    pub at: u64,
    /// What happened.
    pub event: Event,
}

impl NewRecordEntry {
    /// What happened, at a time.
    pub fn new(at: u64, event: Event) -> Self {
        Self { at, event }
    }
}

/// The end of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Entries so far.
    pub entries: u64,
    /// The seal of the last one.
    pub seal: String,
}

impl Default for End {
    fn default() -> Self {
        Self {
            entries: 0,
            seal: NOTHING_BEFORE.into(),
        }
    }
}

/// The next entry after `end`, sealed.
pub fn chain(connection: Uuid, end: &End, new: NewRecordEntry) -> Sealed {
    let entry = Entry {
        connection: connection.to_string(),
        number: end.entries + 1,
        at: new.at,
        previous: end.seal.clone(),
        event: new.event,
    };
    Sealed {
        seal: seal(&entry),
        entry,
    }
}

/// SHA-256 of the canonical JSON (RFC 8785) of an entry, in hex.
///
/// # Panics
///
/// Never: an entry has string keys and whole numbers only.
pub fn seal(entry: &impl serde::Serialize) -> String {
    let canonical = serde_json_canonicalizer::to_vec(entry).expect("an entry is JSON");
    HEXLOWER.encode(&Sha256::digest(canonical))
}

/// What is asked for, when a connection is made.
pub fn asked(app: &App, role: Role) -> Event {
    let values = |permissions: &[consentry_catalog::profile::Permission]| {
        permissions
            .iter()
            .map(|permission| permission.value.clone())
            .collect()
    };
    Event::Asked {
        profile: app.profile.id.clone(),
        client_id: app.client_id.clone(),
        role,
        delegated: values(&app.profile.delegated),
        application: values(&app.profile.application),
    }
}

/// As [`asked`], of an app that the organization's observer looks at.
pub fn asked_of_observer(profile: &str, asked: &api::Asked, role: Role) -> Event {
    Event::Asked {
        profile: profile.to_owned(),
        client_id: asked.client_id.clone(),
        role,
        delegated: asked.delegated.clone(),
        application: asked.application.clone(),
    }
}

/// A one-time handle was claimed: by who just signed in, or by somebody else.
pub fn claimed(right: Right, now: u64) -> NewRecordEntry {
    NewRecordEntry::new(now, Event::Claimed { right })
}

/// What a change of a connection is worth writing down.
pub fn changes(before: &Connection, after: &Connection, now: u64) -> Vec<NewRecordEntry> {
    let mut entries = Vec::new();
    let mut note = |event| entries.push(NewRecordEntry::new(now, event));
    let signed_in = after.schedule.signed_in_at != before.schedule.signed_in_at;
    if let (true, Some(tenant)) = (signed_in, &after.status.tenant) {
        note(Event::SignedIn {
            tenant: tenant.id.clone(),
            account: after.status.account.clone(),
        });
    }
    if after.schedule.expecting_since.is_some() && before.schedule.expecting_since.is_none() {
        note(Event::GrantSuggested);
    }
    let (found, known) = (findings(after), findings(before));
    if after.status.checked_at != before.status.checked_at {
        let quiet = before.status.checked_at.is_some_and(|last| {
            known == found && after.status.checked_at < last.checked_add(QUIET_MS)
        });
        if !quiet {
            note(Event::Checked {
                by: concat!("consentry-server ", env!("CARGO_PKG_VERSION")).into(),
                before: before.status.checked_at.map(|_| Box::new(known)),
                after: Box::new(found),
                calls: after.status.evidence.clone(),
            });
        }
    } else if !signed_in && (&found.state, &found.problem) != (&known.state, &known.problem) {
        note(Event::Stands {
            state: found.state,
            problem: found.problem,
        });
    }
    entries
}

fn findings(connection: &Connection) -> Findings {
    let status = &connection.status;
    let (users, sites) = match status.state {
        State::Authorized { users, sites } => (Some(users), Some(sites)),
        _ => (None, None),
    };
    Findings {
        state: state_name(&status.state).into(),
        problem: problem(&status.state).map(|problem| problem.code.clone()),
        users,
        sites,
        app: status.app.clone(),
        grants: status.grants.clone(),
        exposure: status.exposure.clone(),
        missing: status.missing.clone(),
    }
}

fn problem(state: &State) -> Option<&api::Problem> {
    match state {
        State::NeedsReauthorization { cause } => Some(cause),
        State::Blocked { problem } => Some(problem),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
