//! A check that somebody asks for, or that is due sooner because somebody watches.

use super::*;

#[test]
fn a_wish_to_check_never_shortens_a_pause_microsoft_asked_for() {
    let mut made = connection();
    let busy = Readings {
        users: Err(Fault::Unavailable(UpstreamUnavailable::Busy {
            pause_ms: Some(60_000),
        })),
        ..granted_readings()
    };
    after(&mut made, busy, NOW);
    hasten(&mut made, NOW + 1000, &Pace::default());
    assert_eq!(made.status.next_check_at, Some(NOW + 60_000));
}

#[test]
fn a_wish_to_check_is_followed_at_once_but_not_twice_in_two_seconds() {
    let mut made = connection();
    after(&mut made, refused_readings(), NOW);
    hasten(&mut made, NOW + 500, &Pace::default());
    assert_eq!(made.status.next_check_at, Some(NOW + 2000));
    let mut made = connection();
    hasten(&mut made, NOW, &Pace::default());
    assert_eq!(made.status.next_check_at, Some(NOW));
}

#[test]
fn watching_starts_looking_only_where_a_grant_is_missing() {
    let mut made = connection();
    attend(&mut made, NOW, &Pace::default());
    assert_eq!(made.status.next_check_at, Some(NOW));
    let mut fresh = Connection::new(
        Uuid::new_v4(),
        "office-365-mover",
        Role::Other,
        Vec::new(),
        0,
    );
    attend(&mut fresh, NOW, &Pace::default());
    assert_eq!(fresh.status.next_check_at, None);
}

#[test]
fn a_wish_that_came_while_a_check_was_under_way_is_not_lost() {
    let mut made = connection();
    made.status.next_check_at = Some(NOW - 10);
    hasten(&mut made, NOW, &Pace::default());
    assert_eq!(made.schedule.wished_at, Some(NOW));
    after(&mut made, granted_readings(), NOW);
    let soon = NOW + Pace::default().least_ms;
    assert_eq!(made.status.next_check_at, Some(soon));
    assert_eq!(made.schedule.wished_at, None);

    // One from before the check was answered by it.
    let mut made = connection();
    made.schedule.wished_at = Some(NOW - 1);
    after(&mut made, granted_readings(), NOW);
    assert!(made.status.next_check_at > Some(soon));
}

#[test]
fn watching_is_a_reason_to_look_where_the_next_check_is_hours_away() {
    let pace = Pace::default();
    let mut made = connection();
    after(&mut made, refused_readings(), NOW);
    made.status.next_check_at = Some(NOW + 3_600_000);
    attend(&mut made, NOW + 60_000, &pace);
    assert_eq!(made.status.next_check_at, Some(NOW + 60_000));
}
