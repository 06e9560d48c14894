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
    connection.status.state == State::NeedsAdminConsent
        && connection.status.tenant.is_some()
        && is_far_off(connection.status.next_check_at, now, pace)
}

/// The name of the state in which a connection waits for a grant, as a JSON string.
const WAITS_FOR_GRANT: &str = "\"needs_admin_consent\"";

/// Whether [`is_left_alone`] may hold for a status that was not parsed. The name of the state may be the whole of
/// another value by chance: then this is true for nothing.
pub fn may_be_left_alone(json: &str, next_check_at: Option<u64>, now: u64, pace: &Pace) -> bool {
    is_far_off(next_check_at, now, pace) && json.contains(WAITS_FOR_GRANT)
}

fn is_far_off(next_check_at: Option<u64>, now: u64, pace: &Pace) -> bool {
    let soon = now.saturating_add(2 * pace.watched_ms[2]);
    next_check_at.is_none_or(|at| at > soon)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problems::{self, Place};
    use consentry_wire::api::{Role, Tenant};
    use uuid::Uuid;

    const NOW: u64 = 1_800_000_000_000;

    #[test]
    fn what_was_not_parsed_is_left_alone_wherever_the_parsed_connection_is() {
        let pace = Pace::default();
        let problem = || problems::named("app-disabled").problem(&Place::default());
        let soon = NOW + 2 * pace.watched_ms[2];
        for state in [
            State::AwaitingSignIn,
            State::NeedsAdminConsent,
            State::Propagating { since: NOW },
            State::Authorized { users: 1, sites: 1 },
            State::Granted,
            State::NeedsReauthorization { cause: problem() },
            State::Blocked { problem: problem() },
        ] {
            for next_check_at in [None, Some(NOW), Some(soon), Some(soon + 1)] {
                let mut connection =
                    Connection::new(Uuid::nil(), "p", Role::Other, Vec::new(), NOW);
                connection.status.tenant = Some(Tenant {
                    id: "t".to_owned(),
                    name: None,
                });
                connection.status.state = state.clone();
                connection.status.next_check_at = next_check_at;
                let json = serde_json::to_string(&connection.status).unwrap();
                assert_eq!(
                    may_be_left_alone(&json, next_check_at, NOW, &pace),
                    is_left_alone(&connection, NOW, &pace),
                    "{json}"
                );
            }
        }
    }
}
