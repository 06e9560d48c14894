//! Writes a state, or that there was no answer, into a connection, and plans the next check.

use crate::checks::context::CheckContext;
use crate::connection::Connection;
use crate::problems::{self, Endpoint, Found, Place};
use crate::sign_in::microsoft;
use crate::upstream::UpstreamUnavailable;
use consentry_wire::api::{Problem, State, Waiting};

/// A check that brought an answer.
pub(super) fn settle(connection: &mut Connection, state: State, world: &CheckContext<'_>) {
    let same = std::mem::discriminant(&connection.status.state) == std::mem::discriminant(&state);
    connection.schedule.tries = if same {
        connection.schedule.tries.saturating_add(1)
    } else {
        0
    };
    connection.schedule.troubles = 0;
    connection.schedule.troubled_since = None;
    connection.schedule.paused_until = None;
    let pause = world
        .pace
        .next(&state, &connection.schedule, world.watched, world.chance);
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
        // Somebody signed in, and Graph has not answered since.
        State::NeedsAdminConsent if connection.status.checked_at.is_none() => "not-checked-yet",
        State::NeedsAdminConsent if connection.schedule.partial => "consent-partial",
        State::NeedsAdminConsent => "consent-missing",
        State::Propagating { .. } => "grant-spreading",
        State::Authorized { .. }
        | State::Granted
        | State::NeedsReauthorization { .. }
        | State::Blocked { .. } => return None,
    };
    // What is missing is always the app's own.
    Some(problems::named(code).at(Endpoint::App).problem(place))
}

pub(super) fn trouble(
    connection: &mut Connection,
    unavailable: &UpstreamUnavailable,
    world: &CheckContext<'_>,
) {
    let asked = unavailable.pause_ms();
    wait(
        connection,
        &microsoft::of_unavailable(unavailable),
        asked,
        world,
    );
}

/// A check that brought no answer: what was known stays, until that has lasted too long. Then it does not count any
/// more, and the connection is blocked.
pub(super) fn wait(
    connection: &mut Connection,
    found: &Found,
    asked_ms: Option<u64>,
    world: &CheckContext<'_>,
) {
    let since = *connection.schedule.troubled_since.get_or_insert(world.now);
    if world.now >= since.saturating_add(world.pace.trouble_end_ms(found.code())) {
        let problem = found.clone().lasting().problem(world.place);
        settle(connection, State::Blocked { problem }, world);
        connection.schedule.troubled_since = Some(since);
        return;
    }
    let troubles = connection.schedule.troubles;
    let pause = if world.may_retry {
        world.pace.after_trouble(troubles, asked_ms, world.chance)
    } else {
        world.pace.without_budget(asked_ms, world.chance)
    };
    let until = world.now.saturating_add(pause);
    connection.schedule.troubles = connection.schedule.troubles.saturating_add(1);
    connection.schedule.paused_until = asked_ms.map(|_| until);
    connection.status.next_check_at = Some(until);
    let problem = found.problem(world.place);
    connection.status.waiting = Some(Waiting {
        reason: problem.title.clone(),
        problem: Some(problem),
        until,
    });
}
