//! What is said of the app besides: what it holds, and what could not be read.

use super::*;

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
    assert!(exposure.unknown.iter().all(|one| one.code.is_some()));
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
    assert_eq!(
        made.status.exposure.incomplete,
        ["roles", "assigned", "grants"]
    );
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
