//! A grant that is there, spreads, is partial, or was taken back.

use super::*;

#[test]
fn two_counts_are_what_authorized_means() {
    let mut made = connection();
    assert_eq!(
        after(&mut made, granted_readings(), NOW),
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
    assert_eq!(made.status.checked_at, Some(NOW));
    assert!(made.status.next_check_at > Some(NOW));
}

#[test]
fn a_token_without_a_grant_is_no_grant() {
    let mut made = connection();
    assert_eq!(
        after_with(&mut made, refused_readings(), Some(&[]), NOW),
        State::NeedsAdminConsent
    );
    assert_eq!(made.status.missing.len(), declared().application.len());
    assert_eq!(made.status.app.unwrap().object_id, "object");
}

#[test]
fn a_suggested_grant_is_awaited_for_five_minutes_and_then_said_in_words() {
    let mut made = connection();
    suggest(&mut made, Some(Hint::ConsentReturned), NOW);
    assert_eq!(
        after(&mut made, refused_readings(), NOW + 1),
        State::Propagating { since: NOW }
    );
    assert_eq!(
        after(&mut made, refused_readings(), NOW + 299_999),
        State::Propagating { since: NOW }
    );
    assert_eq!(
        after(&mut made, refused_readings(), NOW + 300_000),
        State::NeedsAdminConsent
    );
    let waiting = made.status.waiting.clone().unwrap();
    assert_eq!(waiting.problem.unwrap().code, "grant-not-visible");
    assert_eq!(
        after(&mut made, granted_readings(), NOW + 400_000),
        State::Authorized {
            users: 17,
            sites: 43
        }
    );
    assert_eq!(made.status.waiting, None);
}

#[test]
fn a_suggestion_alone_never_authorizes() {
    let mut made = connection();
    suggest(&mut made, Some(Hint::ConsentReturned), NOW);
    assert!(!matches!(
        after(&mut made, refused_readings(), NOW),
        State::Authorized { .. }
    ));
}

#[test]
fn a_declined_grant_is_not_awaited() {
    let mut made = connection();
    suggest(&mut made, Some(Hint::ConsentReturned), NOW);
    suggest(&mut made, Some(Hint::ConsentDeclined), NOW);
    assert_eq!(
        after(&mut made, refused_readings(), NOW),
        State::NeedsAdminConsent
    );
}

#[test]
fn a_grant_that_shows_in_part_is_spreading() {
    let partly = || Readings {
        sites: Ok(43),
        ..refused_readings()
    };
    let mut made = connection();
    assert_eq!(
        after(&mut made, partly(), NOW),
        State::Propagating { since: NOW }
    );

    let mut made = connection();
    let seen = after_with(
        &mut made,
        refused_readings(),
        Some(&["Sites.Read.All"]),
        NOW,
    );
    assert_eq!(seen, State::Propagating { since: NOW });
    assert!(!made.status.missing.contains(&"Sites.Read.All".to_owned()));
}

#[test]
fn a_grant_that_stays_partial_does_not_flap() {
    let mut made = connection();
    let partly = || Readings {
        sites: Ok(43),
        ..refused_readings()
    };
    after(&mut made, partly(), NOW);
    assert_eq!(
        after(&mut made, partly(), NOW + 300_001),
        State::NeedsAdminConsent
    );
    assert_eq!(
        after(&mut made, partly(), NOW + 310_000),
        State::NeedsAdminConsent
    );
}

#[test]
fn a_revoked_grant_needs_an_admin_again() {
    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    assert_eq!(
        after_with(&mut made, refused_readings(), Some(&[]), NOW + 1),
        State::NeedsAdminConsent
    );
}
