//! What Graph's answers mean for a connection. Pure: it takes answers, the time, a random number
//! and texts, and changes a connection.
//!
//! Deliberately absent: trust in a token for having been issued (facts: protocol 0.7), and any
//! `authorized` that two counts did not prove.

pub mod observed;

use crate::checks::context::{CheckContext, CheckResult};
use crate::checks::exposure;
use crate::checks::request::hasten;
use crate::checks::settle::{settle, trouble, wait};
use crate::connection::Connection;
use crate::graph::{Fault, Reading, Readings, ServicePrincipal};
use crate::problems::{self, Found, Outcome, Place};
use crate::sign_in::microsoft::TokenFault;
use consentry_wire::api::{AppInTenant, State, Waiting};

/// A new sign-in can take this long to reach all of Microsoft's directories.
const SETTLING_MS: u64 = 2 * 60 * 1000;

/// Writes what a check found into the connection. A check that was requested meanwhile may have come
/// too late for it, so one more follows.
pub fn conclude(connection: &mut Connection, outcome: &CheckResult, world: &CheckContext<'_>) {
    weigh(connection, outcome, world);
    look_again_if_wished(connection, world);
}

fn look_again_if_wished(connection: &mut Connection, world: &CheckContext<'_>) {
    let wished = connection.schedule.wished_at.take();
    if wished.is_some_and(|at| at >= world.began) {
        hasten(connection, world.now, world.pace);
    }
}

fn weigh(connection: &mut Connection, outcome: &CheckResult, world: &CheckContext<'_>) {
    match outcome {
        CheckResult::SignInLost(fault) => sign_in_lost(connection, fault, world),
        CheckResult::NoToken(fault) => without_token(connection, fault, world),
        CheckResult::Challenged(claims) => {
            connection.schedule.claims = Some(claims.clone());
            let cause = problems::named("claims-challenge").problem(world.place);
            settle(connection, State::NeedsReauthorization { cause }, world);
        }
        CheckResult::Read {
            token_roles,
            readings,
        } => {
            connection.status.evidence.clone_from(&readings.evidence);
            read(connection, token_roles.as_deref(), readings, world);
        }
    }
}

/// A new sign-in is asked for where it can help: not for a tenant that is closed.
fn sign_in_lost(connection: &mut Connection, fault: &TokenFault, world: &CheckContext<'_>) {
    connection.schedule.claims = fault.claims().map(str::to_owned);
    let found = fault.found();
    let cause = found.problem(world.place);
    let state = match found.outcome() {
        Outcome::Blocked => State::Blocked { problem: cause },
        Outcome::Reauthorize | Outcome::Consent | Outcome::Wait => {
            State::NeedsReauthorization { cause }
        }
    };
    settle(connection, state, world);
}

fn without_token(connection: &mut Connection, fault: &TokenFault, world: &CheckContext<'_>) {
    let found = fault.found();
    let settling = is_settling(connection, world);
    match (fault, found.outcome()) {
        (TokenFault::Unavailable(unavailable, _), _) => trouble(connection, unavailable, world),
        (_, Outcome::Wait) => wait(connection, &found, None, world),
        // The app came into the tenant a moment ago: not all of Microsoft knows it yet.
        (_, Outcome::Reauthorize) if settling && found.code() == "app-not-in-tenant" => {
            wait(
                connection,
                &problems::named("app-still-appearing"),
                None,
                world,
            );
        }
        (_, Outcome::Reauthorize) => {
            connection.schedule.claims = fault.claims().map(str::to_owned);
            settle(
                connection,
                State::NeedsReauthorization {
                    cause: found.problem(world.place),
                },
                world,
            );
        }
        (_, Outcome::Consent) => refused(connection, false, world),
        (_, Outcome::Blocked) => settle(
            connection,
            State::Blocked {
                problem: found.problem(world.place),
            },
            world,
        ),
    }
}

/// Whether somebody signed in a moment ago: then not all of Microsoft knows of it.
fn is_settling(connection: &Connection, world: &CheckContext<'_>) -> bool {
    let at = connection.schedule.signed_in_at;
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

/// Writes down what Graph shows of the app, whoever asked.
fn record_reading(connection: &mut Connection, readings: &Readings, world: &CheckContext<'_>) {
    let status = &mut connection.status;
    if let (Some(tenant), Ok(Some(name))) = (&mut status.tenant, &readings.organization) {
        tenant.name = Some(name.clone());
    }
    if let Ok(principal) = &readings.principal {
        status.app = Some(AppInTenant {
            object_id: principal.id.clone(),
            app_id: principal.app_id.clone(),
            name: None,
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
}

fn read(
    connection: &mut Connection,
    token_roles: Option<&[String]>,
    readings: &Readings,
    world: &CheckContext<'_>,
) {
    record_reading(connection, readings, world);
    let status = &mut connection.status;
    // A token that names no role, where Graph answered what takes one, does not tell.
    let proven = readings.users.is_ok() || readings.sites.is_ok();
    let token_roles = token_roles.filter(|roles| !(roles.is_empty() && proven));
    if let Some(missing) = exposure::missing(readings, token_roles, world.profile) {
        status.missing = missing;
    }
    if let Some(state) = switched_off(&readings.principal, world.place) {
        return settle(connection, state, world);
    }
    let visible = exposure::holds_any(readings, token_roles, world.profile);
    connection.schedule.partial = visible || readings.users.is_ok() != readings.sites.is_ok();
    match (&readings.users, &readings.sites) {
        (Ok(users), Ok(sites)) => {
            connection.schedule.expecting_since = None;
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
fn faulted(
    connection: &mut Connection,
    faults: &[&Fault],
    visible: bool,
    world: &CheckContext<'_>,
) {
    let unavailable = faults.iter().find_map(|fault| match fault {
        Fault::Unavailable(unavailable) => Some(unavailable),
        Fault::Refused { .. } => None,
    });
    if let Some(unavailable) = unavailable {
        return trouble(connection, unavailable, world);
    }
    let nobody = faults.iter().any(|fault| is_nobody(fault));
    // A sign-in of a moment ago is not known to all of Microsoft yet.
    if nobody && is_settling(connection, world) {
        let found = problems::named("app-still-appearing");
        return wait(connection, &found, None, world);
    }
    let founds: Vec<Found> = faults.iter().filter_map(|fault| found(fault)).collect();
    let of = |outcome: Outcome| founds.iter().find(|found| found.outcome() == outcome);
    if let Some(found) = of(Outcome::Wait) {
        wait(connection, found, None, world);
    } else if let Some(found) = of(Outcome::Blocked) {
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
        && found(fault).is_some_and(|found| found.outcome() == Outcome::Consent)
}

fn found(fault: &Fault) -> Option<Found> {
    match fault {
        Fault::Refused {
            no_sharepoint: true,
            ..
        } => Some(problems::named("no-sharepoint-license")),
        Fault::Refused { status, code, .. } => Some(problems::of_graph(*status, code.as_deref())),
        Fault::Unavailable(_) => None,
    }
}

/// Graph refuses for want of a grant. If one was made or suggested a short while ago, it may still
/// be spreading.
fn refused(connection: &mut Connection, visible: bool, world: &CheckContext<'_>) {
    let schedule = &mut connection.schedule;
    if visible {
        schedule.expecting_since.get_or_insert(world.now);
    }
    let until = schedule
        .expecting_since
        .map(|since| since.saturating_add(world.pace.propagation_limit_ms));
    match (schedule.expecting_since, until) {
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

#[cfg(test)]
mod tests;
