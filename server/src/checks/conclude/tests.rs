//! What people see for what Graph says.

use super::*;
use crate::checks::schedule::Pace;
use crate::checks::{attend, suggest};
use crate::graph::list::{End, Extent, List};
use crate::graph::{DelegatedGrant, ServicePrincipal};
use crate::problems::{Answer, Endpoint};
use crate::upstream::UpstreamUnavailable;
use consentry_catalog::profile::Profile;
use consentry_wire::api::Hint;
use consentry_wire::api::{Grants, Role, Tenant};
use uuid::Uuid;

const NOW: u64 = 1_800_000_000_000;

fn connection() -> Connection {
    let mut made = Connection::new(
        Uuid::new_v4(),
        "office-365-mover",
        Role::GlobalAdmin,
        Vec::new(),
        0,
    );
    made.status.tenant = Some(Tenant {
        id: "tenant".into(),
        name: None,
    });
    made.status.state = State::NeedsAdminConsent;
    made
}

fn refusal<T>(status: u16) -> crate::graph::Reading<T> {
    Err(Fault::Refused {
        status,
        code: None,
        no_sharepoint: false,
        challenge: None,
    })
}

fn refused_at(endpoint: Endpoint, description: &str) -> TokenFault {
    let answer = Answer {
        error: "invalid_grant",
        description,
        ..Answer::default()
    };
    TokenFault::Refused {
        found: problems::of_oauth(endpoint, &answer),
        claims: None,
    }
}

fn app_answer(description: &str) -> CheckResult {
    CheckResult::NoToken(refused_at(Endpoint::App, description))
}

fn refresh_answer(description: &str) -> CheckResult {
    CheckResult::SignInLost(refused_at(Endpoint::Refresh, description))
}

fn declared() -> &'static Profile {
    consentry_catalog::profiles::by_id("office-365-mover").unwrap()
}

fn principal() -> ServicePrincipal {
    ServicePrincipal {
        id: "object".into(),
        app_id: "app".into(),
        account_enabled: Some(true),
        app_role_assignment_required: Some(false),
        app_owner_organization_id: None,
        is_disabled: None,
        disabled_by_microsoft_status: None,
    }
}

/// Before any grant: the app may read its own service principal and nothing else.
fn refused_readings() -> Readings {
    let no = || Fault::Refused {
        status: 403,
        code: Some("Authorization_RequestDenied".into()),
        no_sharepoint: false,
        challenge: None,
    };
    Readings {
        users: refusal(403),
        sites: refusal(403),
        principal: Ok(principal()),
        organization: Err(no()),
        roles: Err(no()),
        assigned: Err(no()),
        grants: Err(no()),
        user_consent: Err(no()),
        request_form: Err(no()),
        evidence: Vec::new(),
    }
}

fn granted_readings() -> Readings {
    Readings {
        users: Ok(17),
        sites: Ok(43),
        ..refused_readings()
    }
}

fn after(connection: &mut Connection, readings: Readings, now: u64) -> State {
    after_with(connection, readings, None, now)
}

fn after_with(
    connection: &mut Connection,
    readings: Readings,
    roles: Option<&[&str]>,
    now: u64,
) -> State {
    let token_roles = roles.map(|roles| roles.iter().map(ToString::to_string).collect());
    conclude_at(
        connection,
        &CheckResult::Read {
            token_roles,
            readings: Box::new(readings),
        },
        now,
    );
    connection.status.state.clone()
}

fn conclude_at(connection: &mut Connection, outcome: &CheckResult, now: u64) {
    let place = Place {
        app: "Mover".into(),
        portal: "https://portal.example".into(),
        app_page: "https://portal.example/a".into(),
        ..Place::default()
    };
    let world = CheckContext {
        now,
        began: now,
        watched: true,
        chance: 0.0,
        may_retry: true,
        pace: &Pace::default(),
        place: &place,
        profile: declared(),
    };
    conclude(connection, outcome, &world);
}

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
fn a_tenant_without_sharepoint_is_blocked_and_not_asked_for_consent() {
    let mut made = connection();
    let none = Err(Fault::Refused {
        status: 400,
        code: Some("BadRequest".into()),
        no_sharepoint: true,
        challenge: None,
    });
    let State::Blocked { problem } = after(
        &mut made,
        Readings {
            sites: none,
            ..granted_readings()
        },
        NOW,
    ) else {
        panic!("{:?}", made.status.state)
    };
    assert_eq!(problem.code, "no-sharepoint-license");
    let day = 24 * 60 * 60 * 1000;
    let next = made.status.next_check_at.expect("a license may be bought");
    assert!(next <= NOW + day);
}

#[test]
fn a_disabled_app_needs_its_switch_and_not_a_grant() {
    let mut made = connection();
    let off = ServicePrincipal {
        account_enabled: Some(false),
        ..principal()
    };
    let state = after(
        &mut made,
        Readings {
            principal: Ok(off),
            ..refused_readings()
        },
        NOW,
    );
    assert!(matches!(state, State::NeedsReauthorization { cause } if cause.code == "app-disabled"));
}

#[test]
fn what_could_not_be_read_is_named_with_the_least_permission() {
    let mut made = connection();
    after(&mut made, refused_readings(), NOW);
    let exposure = made.status.exposure;
    assert_eq!(exposure.assignment_required, Some(false));
    assert_eq!(
        (
            exposure.assigned,
            exposure.tenant_wide_delegated,
            exposure.beyond_profile
        ),
        (None, None, None)
    );
    let needs: Vec<_> = exposure
        .unknown
        .iter()
        .map(|unreadable| unreadable.needs.as_str())
        .collect();
    assert_eq!(
        needs,
        [
            "Application.Read.All",
            "Directory.Read.All",
            "Application.Read.All",
            "Policy.Read.All",
            "Policy.Read.All"
        ]
    );
}

#[test]
fn what_was_granted_beyond_the_profile_is_named() {
    let mut made = connection();
    let readings = Readings {
        roles: Ok(vec!["Mail.Read".into(), "User.Read.All".into()].into()),
        grants: Ok(vec![
            DelegatedGrant {
                consent_type: Some("AllPrincipals".into()),
                scope: Some("User.Read Mail.Send openid".into()),
            },
            DelegatedGrant {
                consent_type: Some("Principal".into()),
                scope: Some("Sites.Manage.All".into()),
            },
        ]
        .into()),
        assigned: Ok(vec!["Sam".into()].into()),
        ..granted_readings()
    };
    after(&mut made, readings, NOW);
    let exposure = made.status.exposure;
    assert_eq!(exposure.beyond_profile.unwrap(), ["Mail.Read", "Mail.Send"]);
    assert_eq!(
        exposure.tenant_wide_delegated.unwrap(),
        ["Mail.Send", "User.Read", "openid"]
    );
    assert_eq!(exposure.assigned.unwrap(), ["Sam"]);
    assert!(
        made.status
            .missing
            .contains(&"Files.ReadWrite.All".to_owned())
    );
    assert!(!made.status.missing.contains(&"User.Read.All".to_owned()));
}

#[test]
fn what_the_app_holds_is_told_as_far_as_it_may_be_read() {
    let mut made = connection();
    let readings = Readings {
        roles: Ok(vec!["User.Read.All".into(), "Files.ReadWrite.All".into()].into()),
        grants: Ok(vec![DelegatedGrant {
            consent_type: Some("Principal".into()),
            scope: Some("  Sites.Manage.All openid".into()),
        }]
        .into()),
        ..granted_readings()
    };
    after(&mut made, readings, NOW);
    let held = made.status.grants.clone();
    assert_eq!(
        held.application.unwrap(),
        ["Files.ReadWrite.All", "User.Read.All"]
    );
    let delegated = held.delegated.unwrap();
    assert!(delegated.iter().all(|grant| !grant.for_everybody));
    assert_eq!(delegated[0].value, "Sites.Manage.All");
    after(&mut made, refused_readings(), NOW + 1);
    assert_eq!(made.status.grants, Grants::default());
}

#[test]
fn an_app_that_is_gone_needs_a_new_sign_in_unless_it_came_a_moment_ago() {
    let gone = app_answer("AADSTS700016: x");
    let mut made = connection();
    made.schedule.signed_in_at = Some(NOW);
    conclude_at(&mut made, &gone, NOW + 1000);
    assert_eq!(made.status.state, State::NeedsAdminConsent);
    assert!(made.status.waiting.is_some());
    conclude_at(&mut made, &gone, NOW + SETTLING_MS);
    assert!(matches!(
        made.status.state,
        State::NeedsReauthorization { .. }
    ));
}

#[test]
fn a_wrong_client_secret_is_the_operators_and_says_so() {
    let mut made = connection();
    conclude_at(&mut made, &app_answer("AADSTS7000222: expired"), NOW);
    let State::Blocked { problem } = made.status.state else {
        panic!()
    };
    assert_eq!(problem.role.as_deref(), Some("Operator of this server"));
}

#[test]
fn a_lost_sign_in_asks_for_a_new_one() {
    let mut made = connection();
    conclude_at(&mut made, &refresh_answer("AADSTS50173: revoked"), NOW);
    assert!(
        matches!(made.status.state, State::NeedsReauthorization { cause } if cause.code == "sign-in-revoked")
    );
}

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
fn a_closed_tenant_is_not_asked_to_sign_in_again() {
    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    conclude_at(&mut made, &refresh_answer("AADSTS5000224: x"), NOW + 1);
    assert!(
        matches!(&made.status.state, State::Blocked { problem } if problem.code == "tenant-closed")
    );
}

/// 401 for both counts.
fn unauthorized(code: &str) -> Readings {
    let refused = || Fault::Refused {
        status: 401,
        code: Some(code.into()),
        no_sharepoint: false,
        challenge: None,
    };
    Readings {
        users: Err(refused()),
        sites: Err(refused()),
        principal: Err(refused()),
        ..refused_readings()
    }
}

#[test]
fn an_app_that_graph_does_not_know_settles_for_minutes_and_then_needs_an_admin() {
    let unknown = || unauthorized("Authorization_IdentityNotFound");
    let mut made = connection();
    made.schedule.signed_in_at = Some(NOW);
    after(&mut made, unknown(), NOW + 1000);
    let waiting = made.status.waiting.as_ref().unwrap();
    assert_eq!(
        waiting.problem.as_ref().unwrap().code,
        "app-still-appearing"
    );
    let state = after(&mut made, unknown(), NOW + SETTLING_MS);
    assert_eq!(state, State::NeedsAdminConsent);
    assert_eq!(made.status.waiting, None);

    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    let state = after(&mut made, unknown(), NOW + SETTLING_MS);
    assert_eq!(
        state,
        State::NeedsAdminConsent,
        "what was shown before has ended"
    );
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

#[test]
fn an_app_that_its_owner_or_microsoft_has_disabled_is_blocked() {
    for off in [
        ServicePrincipal {
            is_disabled: Some(true),
            ..principal()
        },
        ServicePrincipal {
            disabled_by_microsoft_status: Some("DisabledDueToViolationOfServicesAgreement".into()),
            ..principal()
        },
    ] {
        let mut made = connection();
        let readings = Readings {
            principal: Ok(off),
            ..granted_readings()
        };
        let state = after(&mut made, readings, NOW);
        assert!(
            matches!(&state, State::Blocked { problem } if problem.code == "app-deactivated"),
            "{state:?}"
        );
    }
    let on = ServicePrincipal {
        is_disabled: Some(false),
        disabled_by_microsoft_status: Some("NotDisabled".into()),
        ..principal()
    };
    let readings = Readings {
        principal: Ok(on),
        ..granted_readings()
    };
    let state = after(&mut connection(), readings, NOW);
    assert!(matches!(state, State::Authorized { .. }));
}

fn cut_short<T>(items: Vec<T>) -> List<T> {
    let read = items.len() as u64;
    List {
        items,
        extent: Extent {
            read,
            stated: Some(read + 1),
            end: End::Last,
        },
    }
}

#[test]
fn what_a_list_that_was_cut_short_does_not_show_is_not_said_to_be_missing_or_gone() {
    let grant = |scope: &str| DelegatedGrant {
        consent_type: Some("AllPrincipals".into()),
        scope: Some(scope.into()),
    };
    let whole = Readings {
        roles: Ok(vec!["User.Read.All".into(), "Mail.Read".into()].into()),
        grants: Ok(vec![grant("Sites.Manage.All Mail.Send")].into()),
        assigned: Ok(vec!["Sam".into()].into()),
        ..granted_readings()
    };
    let mut made = connection();
    after(&mut made, whole, NOW);
    let (held, exposure) = (made.status.grants.clone(), made.status.exposure.clone());
    assert!(exposure.incomplete.is_empty());
    assert!(!made.status.missing.is_empty());

    let short = Readings {
        roles: Ok(cut_short(vec![])),
        grants: Ok(cut_short(vec![grant("Files.Read")])),
        assigned: Ok(cut_short(vec![])),
        ..granted_readings()
    };
    after(&mut made, short, NOW + 1);
    assert_eq!(made.status.grants.application, held.application);
    let delegated = made.status.grants.delegated.unwrap();
    let values: Vec<_> = delegated.iter().map(|grant| grant.value.as_str()).collect();
    assert_eq!(values, ["Files.Read", "Mail.Send", "Sites.Manage.All"]);
    assert_eq!(made.status.exposure.assigned, exposure.assigned);
    assert_eq!(made.status.exposure.incomplete.len(), 3);
    let beyond = made.status.exposure.beyond_profile.unwrap();
    assert!(beyond.contains(&"Mail.Read".to_owned()), "{beyond:?}");

    let mut fresh = connection();
    let short = Readings {
        roles: Ok(cut_short(vec![])),
        grants: Ok(cut_short(vec![])),
        ..granted_readings()
    };
    after(&mut fresh, short, NOW);
    assert_eq!(fresh.status.missing, Vec::<String>::new());
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
