//! What no grant repairs: a closed tenant, an app that is off or gone, a credential, a license.

use super::*;

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
fn a_closed_tenant_is_not_asked_to_sign_in_again() {
    let mut made = connection();
    after(&mut made, granted_readings(), NOW);
    conclude_at(&mut made, &refresh_answer("AADSTS5000224: x"), NOW + 1);
    assert!(
        matches!(&made.status.state, State::Blocked { problem } if problem.code == "tenant-closed")
    );
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
