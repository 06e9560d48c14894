//! What the observer's reading of one app means for a connection. Pure, as the parent.
//!
//! The observer reads what Microsoft lists. That is never `authorized`, which only the app's own use of a permission
//! proves: where all that is expected is listed, the connection is `granted`.

use super::{is_gone, look_again_if_wished, record_reading, refused, switched_off};
use crate::checks::context::CheckContext;
use crate::checks::settle::{settle, trouble, wait};
use crate::connection::Connection;
use crate::graph::list::List;
use crate::graph::{DelegatedGrant as Grant, Fault, Listing, Readings};
use crate::problems::{self, Found, Outcome};
use crate::upstream::UpstreamUnavailable;
use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::scope::Scope;
use consentry_wire::api::{Asked, Expectation, Exposure, Grants, State};
use std::collections::{BTreeMap, BTreeSet};

/// What a look with the observer brought.
#[derive(Clone, Debug)]
pub enum Look {
    /// The observer cannot be used, and why.
    Lost(Found),
    /// Graph was asked.
    Read(Box<Listing>),
    /// Who signed in did so too long ago to be asked for any more.
    Stale,
}

impl Look {
    /// Whether Microsoft did not say: then the look is repeated soon.
    pub fn is_unavailable(&self) -> bool {
        match self {
            Self::Lost(found) => found.outcome() == Outcome::Wait,
            Self::Read(listing) => matches!(listing.readings.principal, Err(Fault::Unavailable(_))),
            Self::Stale => false,
        }
    }
}

/// Writes what a look brought into the connection.
pub fn conclude(connection: &mut Connection, look: &Look, asked: &Asked, world: &CheckContext<'_>) {
    match look {
        Look::Lost(found) if found.outcome() == Outcome::Wait => {
            wait(connection, found, None, world);
        }
        Look::Lost(found) => blocked(connection, found, world),
        Look::Read(listing) => read(connection, listing, asked, world),
        Look::Stale => {
            let cause = problems::named("sign-in-expired").problem(world.place);
            settle(connection, State::NeedsReauthorization { cause }, world);
            // Nothing is read before somebody signs in.
            connection.status.next_check_at = None;
        }
    }
    look_again_if_wished(connection, world);
}

fn blocked(connection: &mut Connection, found: &Found, world: &CheckContext<'_>) {
    let problem = found.problem(world.place);
    settle(connection, State::Blocked { problem }, world);
}

fn read(connection: &mut Connection, listing: &Listing, asked: &Asked, world: &CheckContext<'_>) {
    let readings = &listing.readings;
    connection.status.evidence.clone_from(&readings.evidence);
    match &readings.principal {
        Err(_) if is_gone(&readings.principal) => return absent(connection, world),
        Err(Fault::Unavailable(silence)) => return trouble(connection, silence, world),
        Err(Fault::Refused { .. }) => {
            return blocked(connection, &problems::named("observer-lost"), world);
        }
        Ok(_) => {}
    }
    let earlier = connection.status.exposure.beyond_profile.take();
    record_reading(connection, readings, world);
    if let Some(app) = &mut connection.status.app {
        app.name.clone_from(&listing.called);
    }
    let mut found = Compared::of(listing, asked);
    if !found.is_whole_beyond {
        found.beyond.extend(earlier.unwrap_or_default());
    }
    let status = &mut connection.status;
    status.missing.clone_from(&found.missing);
    // Where nothing is expected, nothing says what would be too much.
    let is_known =
        asked.source != Expectation::Unknown && (readings.roles.is_ok() || readings.grants.is_ok());
    let beyond = || found.beyond.iter().cloned().collect();
    status.exposure.beyond_profile = is_known.then(beyond);
    connection.schedule.partial = found.any;
    if let Some(State::NeedsReauthorization { cause: problem } | State::Blocked { problem }) =
        switched_off(&readings.principal, world.place)
    {
        return settle(connection, State::Blocked { problem }, world);
    }
    if found.is_all {
        connection.schedule.expecting_since = None;
        return settle(connection, State::Granted, world);
    }
    if let Some(silence) = silence(readings) {
        return trouble(connection, silence, world);
    }
    if found.is_refused {
        return blocked(connection, &problems::named("observer-level"), world);
    }
    if !found.is_whole {
        return wait(connection, &problems::named("list-incomplete"), None, world);
    }
    let code = if found.any {
        "listed-partly"
    } else {
        "listed-nothing"
    };
    not_yet(connection, code, world);
}

/// Microsoft lists no such app in the tenant. What was read of it before is of an app that is gone.
fn absent(connection: &mut Connection, world: &CheckContext<'_>) {
    let status = &mut connection.status;
    status.app = None;
    status.grants = Grants::default();
    status.exposure = Exposure::default();
    status.missing.clear();
    connection.schedule.partial = false;
    not_yet(connection, "app-not-listed", world);
}

/// A grant is missing, or is spreading if one was suggested a short while ago.
fn not_yet(connection: &mut Connection, code: &str, world: &CheckContext<'_>) {
    refused(connection, false, world);
    if connection.status.state == State::NeedsAdminConsent {
        connection.status.advice = Some(problems::named(code).problem(world.place));
    }
}

/// The lists that did not come because Microsoft did not say.
fn silence(readings: &Readings) -> Option<&UpstreamUnavailable> {
    let roles = readings.roles.as_ref().err();
    let faults = [roles, readings.grants.as_ref().err()];
    faults.into_iter().flatten().find_map(|fault| match fault {
        Fault::Unavailable(silence) => Some(silence),
        Fault::Refused { .. } => None,
    })
}

/// What is expected beside what is listed.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, and none follows from another"
)]
#[derive(Debug, Default)]
struct Compared {
    /// All of it is listed, or, where nothing is expected, anything is.
    is_all: bool,
    /// A part of it is.
    any: bool,
    /// What is known not to be listed.
    missing: Vec<String>,
    /// What is listed and not expected.
    beyond: BTreeSet<String>,
    /// Both lists were read to their ends.
    is_whole_beyond: bool,
    /// A list that tells was refused.
    is_refused: bool,
    /// The lists that tell were read to their ends.
    is_whole: bool,
}

/// Permissions of one kind.
struct OfKind<'a> {
    kind: Kind,
    wanted: &'a [String],
    held: Vec<&'a str>,
    /// As [`Self::held`], those that do not count too.
    all: Vec<&'a str>,
    /// Whether what is not listed does not exist; nothing where the list was not read.
    is_complete: Option<bool>,
}

impl Compared {
    fn of(listing: &Listing, asked: &Asked) -> Self {
        let is_unknown = asked.delegated.is_empty() && asked.application.is_empty();
        let mut compared = Self {
            is_whole: true,
            is_whole_beyond: true,
            is_all: true,
            ..Self::default()
        };
        for one in kinds(&listing.readings, asked) {
            let is_absent = |value: &&String| !is_held(&one.held, value, one.kind, &listing.names);
            let absent: Vec<&String> = one.wanted.iter().filter(is_absent).collect();
            compared.is_all &= absent.is_empty();
            compared.is_whole_beyond &= one.is_complete == Some(true);
            compared.beyond.extend(one.beyond(&listing.names));
            compared.any |= if is_unknown {
                one.held.iter().any(|held| !Scope::parse(held).is_sign_in())
            } else {
                absent.len() < one.wanted.len()
            };
            match one.is_complete {
                Some(true) => compared.missing.extend(absent.into_iter().cloned()),
                tells if is_unknown || !absent.is_empty() => {
                    compared.is_refused |= tells.is_none();
                    compared.is_whole = false;
                }
                _ => {}
            }
        }
        if is_unknown {
            compared.is_all = compared.any;
        }
        compared
    }
}

impl OfKind<'_> {
    fn beyond(&self, names: &BTreeMap<String, Vec<String>>) -> Vec<String> {
        let is_wanted = |held: &str| {
            let mut wanted = self.wanted.iter();
            wanted.any(|wanted| is_held(&[held], wanted, self.kind, names))
        };
        let beyond = self
            .all
            .iter()
            .filter(|held| !is_wanted(held) && !Scope::parse(held).is_sign_in());
        beyond.map(|&held| held.to_owned()).collect()
    }
}

fn kinds<'a>(readings: &'a Readings, asked: &'a Asked) -> [OfKind<'a>; 2] {
    let roles = readings.roles.as_ref().ok();
    let grants = readings.grants.as_ref().ok();
    let counts = |grant: &&Grant| !asked.for_everybody || grant.is_for_everybody();
    let roles_held: Vec<&str> = roles
        .iter()
        .flat_map(|list| list.items.iter().map(String::as_str))
        .collect();
    [
        OfKind {
            kind: Kind::Application,
            wanted: &asked.application,
            held: roles_held.clone(),
            all: roles_held,
            is_complete: roles.map(List::is_complete),
        },
        OfKind {
            kind: Kind::Delegated,
            wanted: &asked.delegated,
            held: grants
                .iter()
                .flat_map(|list| list.items.iter().filter(counts))
                .flat_map(Grant::scopes)
                .collect(),
            all: grants
                .iter()
                .flat_map(|list| list.items.iter().flat_map(Grant::scopes))
                .collect(),
            is_complete: grants.map(List::is_complete),
        },
    ]
}

/// Whether a permission is among those that are held: of the same API, in any case.
fn is_held(held: &[&str], wanted: &str, kind: Kind, names: &BTreeMap<String, Vec<String>>) -> bool {
    let scope = Scope::parse(wanted);
    held.iter().any(|held| {
        if Scope::parse(held).is(Catalog::built_in(), &scope, kind) {
            return true;
        }
        let (Some((api, value)), Some((service, wanted))) =
            (held.rsplit_once('/'), wanted.rsplit_once('/'))
        else {
            return false;
        };
        let plain = |text: &str| text.trim_end_matches('/').to_ascii_lowercase();
        let called = names
            .get(api)
            .is_some_and(|names| names.iter().any(|name| plain(name) == plain(service)));
        called && value.eq_ignore_ascii_case(wanted)
    })
}

#[cfg(test)]
mod tests;
