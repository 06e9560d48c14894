//! What Graph's answers mean for a connection. Pure: answers, time, chance and words come in, a
//! changed connection comes out.
//!
//! Deliberately absent: trust in a token for having been issued (facts: protocol 0.7), and any
//! `authorized` that two counts did not prove.

mod exposure;

use crate::checks::schedule::Pace;
use crate::connection::Connection;
use crate::graph::{Fault, Reading, Readings, ServicePrincipal};
use crate::problems::{self, Found, Place, Turn};
use crate::sign_in::microsoft::{self, TokenFault};
use crate::upstream::Silence;
use consentry_catalog::profile::Profile;
use consentry_wire::api::{AppInTenant, Hint, Problem, State, Waiting};

/// What a check brought.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The stored sign-in does not hold any more.
    SignInLost(TokenFault),
    /// There was no app-only token.
    NoToken(TokenFault),
    /// Graph wants a token that satisfies more, and a fresh one did not (facts: protocol A5).
    Challenged(String),
    /// Graph was asked.
    Read {
        /// Roles the token named. A diagnosis, never a proof (facts: protocol 0.8).
        token_roles: Option<Vec<String>>,
        /// The answers.
        readings: Box<Readings>,
    },
}

impl Outcome {
    /// Whether Microsoft did not say: then the check is made again soon.
    pub fn is_silent(&self) -> bool {
        fn silent<T>(reading: &Reading<T>) -> bool {
            matches!(reading, Err(Fault::Silent(_)))
        }
        match self {
            Self::SignInLost(fault) | Self::NoToken(fault) => {
                matches!(fault, TokenFault::Silent(..))
            }
            Self::Challenged(_) => false,
            Self::Read { readings, .. } => silent(&readings.users) || silent(&readings.sites),
        }
    }
}

/// What is true around the check.
pub struct World<'a> {
    /// Unix milliseconds.
    pub now: u64,
    /// When the check began.
    pub began: u64,
    /// Whether somebody watches this connection.
    pub watched: bool,
    /// From 0 to 1.
    pub chance: f64,
    /// Whether there is room for a retry ([`crate::checks::schedule::Budget`]).
    pub may_retry: bool,
    /// The waiting times.
    pub pace: &'a Pace,
    /// What the words are filled with.
    pub place: &'a Place,
    /// What the app declares.
    pub profile: &'a Profile,
}

/// A new sign-in can take this long to reach all of Microsoft's directories.
const SETTLING_MS: u64 = 2 * 60 * 1000;

/// Writes what a check brought into the connection. What somebody wished for meanwhile may have come
/// too late for it, so it is looked at once more.
pub fn conclude(connection: &mut Connection, outcome: &Outcome, world: &World<'_>) {
    weigh(connection, outcome, world);
    let wished = connection.patience.wished_at.take();
    if wished.is_some_and(|at| at >= world.began) {
        hasten(connection, world.now, world.pace);
    }
}

fn weigh(connection: &mut Connection, outcome: &Outcome, world: &World<'_>) {
    match outcome {
        Outcome::SignInLost(fault) => sign_in_lost(connection, fault, world),
        Outcome::NoToken(fault) => without_token(connection, fault, world),
        Outcome::Challenged(claims) => {
            connection.patience.claims = Some(claims.clone());
            let cause = problems::named("claims-challenge").problem(world.place);
            settle(connection, State::NeedsReauthorization { cause }, world);
        }
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

/// A new sign-in is asked for where it can help: not for a tenant that is closed.
fn sign_in_lost(connection: &mut Connection, fault: &TokenFault, world: &World<'_>) {
    connection.patience.claims = fault.claims().map(str::to_owned);
    let found = fault.found();
    let cause = found.problem(world.place);
    let state = match found.turn() {
        Turn::Blocked => State::Blocked { problem: cause },
        Turn::Reauthorize | Turn::Consent | Turn::Wait => State::NeedsReauthorization { cause },
    };
    settle(connection, state, world);
}

fn without_token(connection: &mut Connection, fault: &TokenFault, world: &World<'_>) {
    let found = fault.found();
    let settling = is_settling(connection, world);
    match (fault, found.turn()) {
        (TokenFault::Silent(silence, _), _) => trouble(connection, silence, world),
        (_, Turn::Wait) => wait(connection, &found, None, world),
        // The app came into the tenant a moment ago: not all of Microsoft knows it yet.
        (_, Turn::Reauthorize) if settling && found.code() == "app-not-in-tenant" => {
            wait(
                connection,
                &problems::named("app-still-appearing"),
                None,
                world,
            );
        }
        (_, Turn::Reauthorize) => {
            connection.patience.claims = fault.claims().map(str::to_owned);
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

/// Whether somebody signed in a moment ago: then not all of Microsoft knows of it.
fn is_settling(connection: &Connection, world: &World<'_>) -> bool {
    let at = connection.patience.signed_in_at;
    at.is_some_and(|at| world.now < at.saturating_add(SETTLING_MS))
}

fn is_gone(principal: &Reading<ServicePrincipal>) -> bool {
    matches!(principal, Err(Fault::Refused { status: 404, .. }))
}

/// An app is off where this tenant, its owner or Microsoft has switched it off; older tokens live on for a while.
fn switched_off(principal: &Reading<ServicePrincipal>, place: &Place) -> Option<State> {
    let principal = principal.as_ref().ok()?;
    if principal.is_disabled == Some(true) || principal.is_disabled_by_microsoft() {
        let problem = problems::named("app-deactivated").problem(place);
        return Some(State::Blocked { problem });
    }
    let cause = || problems::named("app-disabled").problem(place);
    (principal.account_enabled == Some(false))
        .then(|| State::NeedsReauthorization { cause: cause() })
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
            deactivated: principal.is_disabled.filter(|disabled| *disabled),
            disabled_by_microsoft: principal
                .disabled_by_microsoft_status
                .clone()
                .filter(|_| principal.is_disabled_by_microsoft()),
        });
    }
    exposure::update(
        &mut status.exposure,
        &mut status.consent,
        readings,
        world.profile,
    );
    exposure::grants(&mut status.grants, readings);
    if let Some(missing) = exposure::missing(readings, token_roles, world.profile) {
        status.missing = missing;
    }
    if let Some(state) = switched_off(&readings.principal, world.place) {
        return settle(connection, state, world);
    }
    let visible = exposure::holds_any(readings, token_roles, world.profile);
    connection.patience.partial = visible || readings.users.is_ok() != readings.sites.is_ok();
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
        (Err(_), Err(_)) if is_gone(&readings.principal) && !is_settling(connection, world) => {
            let cause = problems::named("app-not-in-tenant").problem(world.place);
            settle(connection, State::NeedsReauthorization { cause }, world);
        }
        (Err(users), Err(sites)) => {
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
    let nobody = faults.iter().any(|fault| is_nobody(fault));
    // A sign-in of a moment ago is not known to all of Microsoft yet.
    if nobody && is_settling(connection, world) {
        let found = problems::named("app-still-appearing");
        return wait(connection, &found, None, world);
    }
    let founds: Vec<Found> = faults.iter().filter_map(|fault| found(fault)).collect();
    let of = |turn: Turn| founds.iter().find(|found| found.turn() == turn);
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
        refused(connection, visible && !nobody, world);
    }
}

/// Whether Graph does not know the app in the tenant: 401 `Authorization_IdentityNotFound`. An admin's grant makes it
/// known; waiting does not.
fn is_nobody(fault: &Fault) -> bool {
    matches!(fault, Fault::Refused { status: 401, .. })
        && found(fault).is_some_and(|found| found.turn() == Turn::Consent)
}

fn found(fault: &Fault) -> Option<Found> {
    match fault {
        Fault::Refused {
            no_sharepoint: true,
            ..
        } => Some(problems::named("no-sharepoint-license")),
        Fault::Refused { status, code, .. } => Some(problems::of_graph(*status, code.as_deref())),
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
            let problem = problems::named("grant-not-visible").problem(world.place);
            connection.status.waiting = connection.status.next_check_at.map(|until| Waiting {
                reason: problem.title.clone(),
                problem: Some(problem),
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
    connection.patience.troubled_since = None;
    connection.patience.paused_until = None;
    let pause = world
        .pace
        .next(&state, &connection.patience, world.watched, world.chance);
    let status = &mut connection.status;
    status.state = state;
    status.checked_at = Some(world.now);
    status.next_check_at = pause.map(|pause| world.now.saturating_add(pause));
    status.waiting = None;
    connection.status.advice = advice(connection, world.place);
}

/// What to do next, where the state itself does not say.
pub fn advice(connection: &Connection, place: &Place) -> Option<Problem> {
    let code = match &connection.status.state {
        State::AwaitingSignIn => "sign-in-awaited",
        State::NeedsAdminConsent if connection.patience.partial => "consent-partial",
        State::NeedsAdminConsent => "consent-missing",
        State::Propagating { .. } => "grant-spreading",
        State::Authorized { .. } | State::NeedsReauthorization { .. } | State::Blocked { .. } => {
            return None;
        }
    };
    Some(problems::named(code).problem(place))
}

fn trouble(connection: &mut Connection, silence: &Silence, world: &World<'_>) {
    let asked = match silence {
        Silence::Busy { pause_ms } => *pause_ms,
        Silence::Unreachable | Silence::Unreadable => None,
    };
    wait(connection, &microsoft::of_silence(silence), asked, world);
}

/// A check that brought no answer: what was known stays, until that has lasted too long. Then it does not count any
/// more, and the last word is said.
fn wait(connection: &mut Connection, found: &Found, asked_ms: Option<u64>, world: &World<'_>) {
    let since = *connection.patience.troubled_since.get_or_insert(world.now);
    if world.now >= since.saturating_add(world.pace.trouble_end_ms(found.code())) {
        let problem = found.clone().lasting().problem(world.place);
        settle(connection, State::Blocked { problem }, world);
        connection.patience.troubled_since = Some(since);
        return;
    }
    let troubles = connection.patience.troubles;
    let pause = if world.may_retry {
        world.pace.after_trouble(troubles, asked_ms, world.chance)
    } else {
        world.pace.without_budget(asked_ms, world.chance)
    };
    let until = world.now.saturating_add(pause);
    connection.patience.troubles = connection.patience.troubles.saturating_add(1);
    connection.patience.paused_until = asked_ms.map(|_| until);
    connection.status.next_check_at = Some(until);
    let problem = found.problem(world.place);
    connection.status.waiting = Some(Waiting {
        reason: problem.title.clone(),
        problem: Some(problem),
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
    match connection.status.next_check_at {
        Some(planned) if planned <= now => connection.patience.wished_at = Some(now),
        Some(planned) if planned <= at => {}
        _ => connection.status.next_check_at = Some(at),
    }
}

/// Whether a connection waits for a grant and is not looked at for a good while: then somebody who watches is a reason
/// to look.
pub fn is_left_alone(connection: &Connection, now: u64, pace: &Pace) -> bool {
    let soon = now.saturating_add(2 * pace.watched_ms[2]);
    connection.status.state == State::NeedsAdminConsent
        && connection.status.tenant.is_some()
        && connection.status.next_check_at.is_none_or(|at| at > soon)
}

/// Plans the next check because somebody has begun to watch a connection that waits for a grant.
pub fn attend(connection: &mut Connection, now: u64, pace: &Pace) {
    if is_left_alone(connection, now, pace) {
        connection.patience.tries = 0;
        let earliest = connection
            .status
            .checked_at
            .map_or(0, |at| at.saturating_add(pace.watched_ms[0]));
        let paused = connection.patience.paused_until.unwrap_or(0);
        connection.status.next_check_at = Some(now.max(earliest).max(paused));
    }
}

#[cfg(test)]
mod tests;
