//! No answer: what was known stays, and not for ever.

use super::*;

#[test]
fn a_pause_keeps_the_state_and_says_until_when() {
    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    let busy = Readings {
        users: Err(Fault::Unavailable(UpstreamUnavailable::Busy {
            pause_ms: Some(7000),
        })),
        ..granted_readings()
    };
    assert_eq!(
        after(&mut made, busy, NOW + 1),
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
    let waiting = made.status.waiting.unwrap();
    assert!(waiting.until >= NOW + 7001, "{waiting:?}");
    assert_eq!(made.status.next_check_at, Some(waiting.until));
    assert_eq!(made.status.checked_at, Some(NOW));
}

#[test]
fn an_unreadable_answer_changes_nothing_but_the_schedule() {
    let mut made = connection();
    let broken = || Readings {
        sites: Err(Fault::Unavailable(UpstreamUnavailable::Unreadable)),
        ..granted_readings()
    };
    after(&mut made, broken(), NOW);
    after(&mut made, broken(), NOW);
    assert_eq!(made.schedule.troubles, 2);
    let problem = made.status.waiting.as_ref().unwrap().problem.as_ref();
    assert_eq!(problem.unwrap().code, "microsoft-unreadable");
    assert_eq!(made.status.state, State::NeedsAdminConsent);
}

#[test]
fn a_token_that_graph_rejects_is_not_waited_for_without_end() {
    let rejected = || unauthorized("InvalidAuthenticationToken");
    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    let end = Pace::default().token_refused_end_ms;
    let state = after(&mut made, rejected(), NOW + 1);
    assert!(matches!(state, State::Authorized { .. }));
    assert!(made.status.waiting.is_some());
    after(&mut made, rejected(), NOW + end);
    let state = after(&mut made, rejected(), NOW + end + 1);
    let State::Blocked { problem } = state else {
        panic!("{state:?}")
    };
    assert_eq!(problem.code, "graph-token-refused");
    assert_eq!(problem.role.as_deref(), Some("Operator of this server"));
    let next = made.status.next_check_at.unwrap() - (NOW + end + 1);
    assert!((3_600_000..86_400_000).contains(&next), "{next}");

    // It does not begin again with seconds, and an answer ends it.
    after(&mut made, rejected(), NOW + 2 * end);
    let next = made.status.next_check_at.unwrap() - (NOW + 2 * end);
    assert!(next >= 3_600_000, "{next}");
    let state = after(&mut made, granted_readings(), NOW + 3 * end);
    assert!(matches!(state, State::Authorized { .. }));
    assert_eq!(made.schedule.troubled_since, None);
}

#[test]
fn what_microsoft_does_not_confirm_for_a_day_is_not_said_any_more() {
    let unanswered = || Readings {
        users: Err(Fault::Unavailable(UpstreamUnavailable::Unreachable)),
        ..granted_readings()
    };
    let end = Pace::default().trouble_end_ms;
    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    for passed in [1, end / 2, end] {
        let state = after(&mut made, unanswered(), NOW + passed);
        assert!(matches!(state, State::Authorized { .. }), "{passed}");
    }
    let state = after(&mut made, unanswered(), NOW + end + 1);
    let State::Blocked { problem } = state else {
        panic!("{state:?}")
    };
    assert_eq!(problem.code, "microsoft-unreachable");
}
