//! A check that somebody asks for, or that is due sooner because somebody watches.

use crate::checks::schedule::Pace;
use crate::connection::Connection;
use consentry_wire::api::{Hint, State};

/// Takes a hint from a page. It changes when checks are made, and nothing else.
pub fn suggest(connection: &mut Connection, hint: Option<Hint>, now: u64) {
    match hint {
        Some(Hint::ConsentReturned) => {
            connection.schedule.expecting_since = Some(now);
            connection.schedule.tries = 0;
        }
        Some(Hint::ConsentDeclined) => connection.schedule.expecting_since = None,
        None => {}
    }
}

/// Plans a check that was requested: at once, but never more often than
/// [`Pace::least_ms`] allows, and never before the end of a pause Microsoft asked for.
pub fn hasten(connection: &mut Connection, now: u64, pace: &Pace) {
    let earliest = connection
        .status
        .checked_at
        .map_or(0, |at| at.saturating_add(pace.least_ms));
    let at = now
        .max(earliest)
        .max(connection.schedule.paused_until.unwrap_or(0));
    match connection.status.next_check_at {
        Some(planned) if planned <= now => connection.schedule.wished_at = Some(now),
        Some(planned) if planned <= at => {}
        _ => connection.status.next_check_at = Some(at),
    }
}

/// Whether a connection waits for a grant and its next check is far off: then somebody who watches is a reason for a
/// check.
pub fn is_left_alone(connection: &Connection, now: u64, pace: &Pace) -> bool {
    let soon = now.saturating_add(2 * pace.watched_ms[2]);
    connection.status.state == State::NeedsAdminConsent
        && connection.status.tenant.is_some()
        && connection.status.next_check_at.is_none_or(|at| at > soon)
}

/// Plans the next check because somebody has begun to watch a connection that waits for a grant.
pub fn attend(connection: &mut Connection, now: u64, pace: &Pace) {
    if is_left_alone(connection, now, pace) {
        connection.schedule.tries = 0;
        let earliest = connection
            .status
            .checked_at
            .map_or(0, |at| at.saturating_add(pace.watched_ms[0]));
        let paused = connection.schedule.paused_until.unwrap_or(0);
        connection.status.next_check_at = Some(now.max(earliest).max(paused));
    }
}
