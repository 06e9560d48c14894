//! What Graph's answers mean for a connection. Pure: answers, time, chance and words come in, a
//! changed connection comes out.
//!
//! Deliberately absent: trust in a token for having been issued (facts: protocol 0.7), and any
//! `authorized` that two counts did not prove.

mod exposure;

use crate::connection::Connection;
use crate::graph::{Fault, Readings};
use crate::http::Silence;
use crate::microsoft::{self, TokenFault};
use crate::remedy::{self, Found, Place, Turn};
use crate::schedule::Pace;
use consentry_shared::api::{AppInTenant, Hint, State, Waiting};
use consentry_shared::profile::Profile;

/// What a check brought.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The stored sign-in does not hold any more.
    SignInLost(TokenFault),
    /// There was no app-only token.
    NoToken(TokenFault),
    /// Graph was asked.
    Read {
        /// Roles the token named. A diagnosis, never a proof (facts: protocol 0.8).
        token_roles: Option<Vec<String>>,
        /// The answers.
        readings: Box<Readings>,
    },
}

/// What is true around the check.
pub struct World<'a> {
    /// Unix milliseconds.
    pub now: u64,
    /// Whether somebody watches this connection.
    pub watched: bool,
    /// From 0 to 1.
    pub chance: f64,
    /// The waiting times.
    pub pace: &'a Pace,
    /// What the words are filled with.
    pub place: &'a Place,
    /// What the app declares.
    pub profile: &'a Profile,
}

/// A new sign-in can take this long to reach all of Microsoft's directories.
const SETTLING_MS: u64 = 2 * 60 * 1000;

/// Writes what a check brought into the connection.
pub fn conclude(connection: &mut Connection, outcome: &Outcome, world: &World<'_>) {
    match outcome {
        Outcome::SignInLost(fault) => {
            let cause = fault.found().problem(world.place);
            settle(connection, State::NeedsReauthorization { cause }, world);
        }
        Outcome::NoToken(fault) => without_token(connection, fault, world),
        Outcome::Read {
            token_roles,
            readings,
        } => {
            connection.status.evidence.clone_from(&readings.evidence);
            read(connection, token_roles.as_deref(), readings, world);
        }
    }
}

/// Writes down what a page suggested: it decides how patiently to look, and nothing else.
pub fn suggest(connection: &mut Connection, hint: Option<Hint>, now: u64) {
    match hint {
        Some(Hint::ConsentReturned) => {
            connection.patience.expecting_since = Some(now);
            connection.patience.tries = 0;
        }
        Some(Hint::ConsentDeclined) => connection.patience.expecting_since = None,
        None => {}
    }
}

fn without_token(connection: &mut Connection, fault: &TokenFault, world: &World<'_>) {
    let found = fault.found();
    let settling = connection
        .patience
        .signed_in_at
        .is_some_and(|at| world.now < at.saturating_add(SETTLING_MS));
    match (fault, found.turn()) {
        (TokenFault::Silent(silence), _) => trouble(connection, silence, world),
        (_, Turn::Wait) => wait(connection, found, None, world),
        // The app came into the tenant a moment ago: not all of Microsoft knows it yet.
        (_, Turn::Reauthorize) if settling && found.code() == "app-not-in-tenant" => {
            wait(
                connection,
                remedy::named("app-still-appearing"),
                None,
                world,
            );
        }
        (_, Turn::Reauthorize) => {
            settle(
                connection,
                State::NeedsReauthorization {
                    cause: found.problem(world.place),
                },
                world,
            );
        }
        (_, Turn::Consent) => refused(connection, false, world),
        (_, Turn::Blocked) => settle(
            connection,
            State::Blocked {
                problem: found.problem(world.place),
            },
            world,
        ),
    }
}

fn read(
    connection: &mut Connection,
    token_roles: Option<&[String]>,
    readings: &Readings,
    world: &World<'_>,
) {
    let status = &mut connection.status;
    if let (Some(tenant), Ok(Some(name))) = (&mut status.tenant, &readings.organization) {
        tenant.name = Some(name.clone());
    }
    if let Ok(principal) = &readings.principal {
        status.app = Some(AppInTenant {
            object_id: principal.id.clone(),
            app_id: principal.app_id.clone(),
            enabled: principal.account_enabled,
            owner_tenant: principal.app_owner_organization_id.clone(),
        });
    }
    exposure::update(&mut status.exposure, readings, world.profile);
    exposure::grants(&mut status.grants, readings);
    if let Some(missing) = exposure::missing(readings, token_roles, world.profile) {
        status.missing = missing;
    }
    if matches!(&readings.principal, Ok(principal) if principal.account_enabled == Some(false)) {
        let cause = remedy::named("app-disabled").problem(world.place);
        return settle(connection, State::NeedsReauthorization { cause }, world);
    }
    match (&readings.users, &readings.sites) {
        (Ok(users), Ok(sites)) => {
            connection.patience.expecting_since = None;
            settle(
                connection,
                State::Authorized {
                    users: *users,
                    sites: *sites,
                },
                world,
            );
        }
        (Err(fault), Ok(_)) | (Ok(_), Err(fault)) => faulted(connection, &[fault], true, world),
        (Err(users), Err(sites)) => {
            let visible = exposure::holds_any(readings, token_roles, world.profile);
            faulted(connection, &[users, sites], visible, world);
        }
    }
}

/// Neither or one of the two counts came. What passes by itself goes before what is final, and
/// what no grant can repair before a missing grant.
fn faulted(connection: &mut Connection, faults: &[&Fault], visible: bool, world: &World<'_>) {
    let silence = faults.iter().find_map(|fault| match fault {
        Fault::Silent(silence) => Some(silence),
        Fault::Refused { .. } => None,
    });
    if let Some(silence) = silence {
        return trouble(connection, silence, world);
    }
    let founds: Vec<Found> = faults.iter().filter_map(|fault| found(fault)).collect();
    let of = |turn: Turn| founds.iter().copied().find(|found| found.turn() == turn);
    if let Some(found) = of(Turn::Wait) {
        wait(connection, found, None, world);
    } else if let Some(found) = of(Turn::Blocked) {
        settle(
            connection,
            State::Blocked {
                problem: found.problem(world.place),
            },
            world,
        );
    } else {
        refused(connection, visible, world);
    }
}

fn found(fault: &Fault) -> Option<Found> {
    match fault {
        Fault::Refused {
            no_sharepoint: true,
            ..
        } => Some(remedy::named("no-sharepoint-license")),
        Fault::Refused { status, code, .. } => Some(remedy::of_graph(*status, code.as_deref())),
        Fault::Silent(_) => None,
    }
}

/// Graph refuses for want of a grant. If one was made or suggested a short while ago, it may still
/// be spreading.
fn refused(connection: &mut Connection, visible: bool, world: &World<'_>) {
    let patience = &mut connection.patience;
    if visible {
        patience.expecting_since.get_or_insert(world.now);
    }
    let until = patience
        .expecting_since
        .map(|since| since.saturating_add(world.pace.propagation_limit_ms));
    match (patience.expecting_since, until) {
        (Some(since), Some(until)) if world.now < until => {
            settle(connection, State::Propagating { since }, world);
        }
        (Some(_), _) => {
            settle(connection, State::NeedsAdminConsent, world);
            connection.status.waiting = connection.status.next_check_at.map(|until| Waiting {
                reason: "A grant was made or suggested, and Microsoft Graph still does not show it. It may take \
                         longer, or something may be missing: look at the permissions once more."
                    .to_owned(),
                until,
            });
        }
        (None, _) => settle(connection, State::NeedsAdminConsent, world),
    }
}

/// A check that brought an answer.
fn settle(connection: &mut Connection, state: State, world: &World<'_>) {
    let same = std::mem::discriminant(&connection.status.state) == std::mem::discriminant(&state);
    connection.patience.tries = if same {
        connection.patience.tries.saturating_add(1)
    } else {
        0
    };
    connection.patience.troubles = 0;
    connection.patience.paused_until = None;
    let pause = world
        .pace
        .next(&state, &connection.patience, world.watched, world.chance);
    let status = &mut connection.status;
    status.state = state;
    status.checked_at = Some(world.now);
    status.next_check_at = pause.map(|pause| world.now.saturating_add(pause));
    status.waiting = None;
}

fn trouble(connection: &mut Connection, silence: &Silence, world: &World<'_>) {
    let asked = match silence {
        Silence::Busy { pause_ms } => *pause_ms,
        Silence::Unreachable | Silence::Unreadable => None,
    };
    wait(connection, microsoft::of_silence(silence), asked, world);
}

/// A check that brought no answer: what was known stays.
fn wait(connection: &mut Connection, found: Found, asked_ms: Option<u64>, world: &World<'_>) {
    let pause = world
        .pace
        .after_trouble(connection.patience.troubles, asked_ms, world.chance);
    let until = world.now.saturating_add(pause);
    connection.patience.troubles = connection.patience.troubles.saturating_add(1);
    connection.patience.paused_until = asked_ms.map(|_| until);
    connection.status.next_check_at = Some(until);
    connection.status.waiting = Some(Waiting {
        reason: found.problem(world.place).title,
        until,
    });
}

/// Plans the next check at somebody's wish: at once, but never more often than
/// [`Pace::least_ms`] allows, and never before the end of a pause Microsoft asked for.
pub fn hasten(connection: &mut Connection, now: u64, pace: &Pace) {
    let earliest = connection
        .status
        .checked_at
        .map_or(0, |at| at.saturating_add(pace.least_ms));
    let at = now
        .max(earliest)
        .max(connection.patience.paused_until.unwrap_or(0));
    if connection
        .status
        .next_check_at
        .is_none_or(|planned| at < planned)
    {
        connection.status.next_check_at = Some(at);
    }
}

/// Plans the next check because somebody has begun to watch a connection that waits for a grant.
pub fn attend(connection: &mut Connection, now: u64, pace: &Pace) {
    let waits =
        connection.status.state == State::NeedsAdminConsent && connection.status.tenant.is_some();
    if waits && connection.status.next_check_at.is_none() {
        connection.patience.tries = 0;
        let earliest = connection
            .status
            .checked_at
            .map_or(0, |at| at.saturating_add(pace.watched_ms[0]));
        connection.status.next_check_at = Some(now.max(earliest));
    }
}

#[cfg(test)]
mod tests;
