use super::*;
use crate::checks::schedule::Pace;
use crate::graph::ServicePrincipal;
use crate::graph::list::{End, Extent};
use crate::problems::Place;
use consentry_catalog::profile::Profile;
use consentry_wire::api::Role;
use uuid::Uuid;

const APP: &str = "22222222-2222-4333-8444-555555555555";
const OTHER: &str = "00000002-0000-0ff1-ce00-000000000000";
const NOW: u64 = 1_000_000_000;

fn asked(application: &[&str], delegated: &[&str]) -> Asked {
    let all = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    Asked {
        client_id: APP.into(),
        source: Expectation::Link,
        application: all(application),
        delegated: all(delegated),
        for_everybody: false,
    }
}

fn unknown() -> Asked {
    Asked {
        source: Expectation::Unknown,
        ..asked(&[], &[])
    }
}

fn refused_with<T>(status: u16) -> Result<T, Fault> {
    Err(Fault::Refused {
        status,
        code: None,
        no_sharepoint: false,
        challenge: None,
    })
}

fn grant(consent_type: &str, scope: &str) -> Grant {
    Grant {
        consent_type: Some(consent_type.into()),
        scope: Some(scope.into()),
    }
}

/// An app that is there, with what it holds.
fn listing(roles: &[&str], grants: Vec<Grant>) -> Listing {
    let roles: Vec<String> = roles.iter().map(|&role| role.to_owned()).collect();
    Listing {
        readings: Readings {
            users: refused_with(403),
            sites: refused_with(403),
            principal: Ok(ServicePrincipal {
                id: "object".into(),
                app_id: APP.into(),
                display_name: None,
                account_enabled: Some(true),
                app_role_assignment_required: Some(false),
                app_owner_organization_id: None,
                is_disabled: None,
                disabled_by_microsoft_status: None,
            }),
            organization: Ok(Some("Birchwood".into())),
            roles: Ok(roles.into()),
            assigned: Ok(Vec::new().into()),
            grants: Ok(grants.into()),
            user_consent: refused_with(403),
            request_form: refused_with(403),
            evidence: Vec::new(),
        },
        called: None,
        names: BTreeMap::from([(OTHER.to_owned(), vec!["https://outlook.office.com/".into()])]),
    }
}

fn cut_short<T>(list: &mut Result<List<T>, Fault>) {
    if let Ok(list) = list {
        list.extent = Extent {
            read: 1,
            stated: Some(2),
            end: End::Last,
        };
    }
}

fn after(look: &Look, asked: &Asked) -> Connection {
    looked(&mut fresh(asked), look, asked).clone()
}

fn fresh(asked: &Asked) -> Connection {
    let connection = Connection::new(Uuid::nil(), "", Role::Other, Vec::new(), NOW);
    let mut connection = connection.observed(asked.clone(), "tenant".into());
    connection.status.state = State::NeedsAdminConsent;
    connection
}

fn looked<'a>(connection: &'a mut Connection, look: &Look, asked: &Asked) -> &'a Connection {
    let (times, place) = (Pace::default(), Place::default());
    let profile = Profile::of_app(APP, APP);
    let world = CheckContext {
        now: NOW,
        began: NOW,
        watched: false,
        chance: 0.0,
        may_retry: true,
        pace: &times,
        place: &place,
        profile: &profile,
    };
    conclude(connection, look, asked, &world);
    connection
}

fn read_as(listing: Listing, asked: &Asked) -> Connection {
    after(&Look::Read(Box::new(listing)), asked)
}

fn advice(connection: &Connection) -> &str {
    let advice = connection.status.advice.as_ref();
    advice.map_or("", |advice| &advice.code)
}

fn problem(connection: &Connection) -> &str {
    match &connection.status.state {
        State::Blocked { problem } => &problem.code,
        State::NeedsReauthorization { cause } => &cause.code,
        _ => "",
    }
}

#[test]
fn all_that_is_expected_is_granted_as_listed_and_never_authorized() {
    let asked = asked(&["Sites.Read.All"], &["mail.read"]);
    let seen = read_as(
        listing(&["Sites.Read.All"], vec![grant("Principal", " Mail.Read ")]),
        &asked,
    );
    assert_eq!(seen.status.state, State::Granted);
    assert_eq!(seen.status.missing, Vec::<String>::new());
    assert!(seen.status.next_check_at.is_some());
}

#[test]
fn the_same_name_at_another_api_is_another_permission() {
    let other = format!("{OTHER}/Mail.Read");
    let seen = read_as(
        listing(&[], vec![grant("AllPrincipals", &other)]),
        &asked(&[], &["Mail.Read"]),
    );
    assert_eq!(seen.status.state, State::NeedsAdminConsent);
    assert_eq!(seen.status.missing, ["Mail.Read"]);
    assert_eq!(advice(&seen), "listed-nothing");
    // An API that a link names by an address the API gives for itself.
    let own = asked(&[], &["https://outlook.office.com/Mail.Read"]);
    let seen = read_as(listing(&[], vec![grant("AllPrincipals", &other)]), &own);
    assert_eq!(seen.status.state, State::Granted);
}

#[test]
fn a_part_is_called_a_part() {
    let asked = asked(&["Sites.Read.All"], &["Mail.Read"]);
    let seen = read_as(listing(&["Sites.Read.All"], vec![]), &asked);
    assert_eq!(advice(&seen), "listed-partly");
    assert_eq!(seen.status.missing, ["Mail.Read"]);
}

#[test]
fn what_one_person_holds_is_not_what_everybody_was_to_get() {
    let wanted = Asked {
        for_everybody: true,
        ..asked(&[], &["Mail.Read"])
    };
    let of_one = listing(&[], vec![grant("Principal", "Mail.Read")]);
    assert_eq!(
        read_as(of_one, &wanted).status.state,
        State::NeedsAdminConsent
    );
    let of_all = listing(&[], vec![grant("AllPrincipals", "Mail.Read")]);
    assert_eq!(read_as(of_all, &wanted).status.state, State::Granted);
}

#[test]
fn where_nothing_is_expected_any_permission_counts_and_a_sign_in_alone_does_not() {
    let some = listing(&[], vec![grant("Principal", "openid Mail.Read")]);
    let seen = read_as(some, &unknown());
    assert_eq!(seen.status.state, State::Granted);
    assert_eq!(seen.status.exposure.beyond_profile, None);
    let sign_in = listing(&[], vec![grant("Principal", "openid profile")]);
    let seen = read_as(sign_in, &unknown());
    assert_eq!(advice(&seen), "listed-nothing");
}

#[test]
fn an_app_that_is_not_listed_keeps_nothing_of_what_was_read_before() {
    let asked = asked(&["Sites.Read.All"], &[]);
    let mut connection = fresh(&asked);
    let there = Look::Read(Box::new(listing(&["Sites.Read.All"], vec![])));
    looked(&mut connection, &there, &asked);
    assert!(connection.status.app.is_some());
    let mut gone = listing(&[], vec![]);
    gone.readings.principal = refused_with(404);
    let seen = looked(&mut connection, &Look::Read(Box::new(gone)), &asked);
    assert_eq!(seen.status.state, State::NeedsAdminConsent);
    assert_eq!(advice(seen), "app-not-listed");
    assert_eq!(
        (&seen.status.app, &seen.status.grants),
        (&None, &Grants::default())
    );
}

#[test]
fn an_app_is_blocked_in_each_way_it_can_be_disabled() {
    let asked = asked(&["Sites.Read.All"], &[]);
    for (change, code) in [
        (
            (|one| one.account_enabled = Some(false)) as fn(&mut ServicePrincipal),
            "app-disabled",
        ),
        (|one| one.is_disabled = Some(true), "app-deactivated"),
        (
            |one| {
                one.disabled_by_microsoft_status =
                    Some("DisabledDueToViolationOfServicesAgreement".into());
            },
            "app-deactivated",
        ),
    ] {
        let mut off = listing(&["Sites.Read.All"], vec![]);
        if let Ok(principal) = &mut off.readings.principal {
            change(principal);
        }
        let seen = read_as(off, &asked);
        assert_eq!(problem(&seen), code);
        assert!(seen.status.grants.application.is_some(), "still shown");
    }
}

#[test]
fn a_list_that_was_cut_short_proves_what_is_on_it_and_nothing_else() {
    let asked = asked(&["Sites.Read.All"], &[]);
    let mut short = listing(&["Sites.Read.All"], vec![]);
    cut_short(&mut short.readings.roles);
    assert_eq!(read_as(short.clone(), &asked).status.state, State::Granted);
    short.readings.roles = Ok(Vec::new().into());
    cut_short(&mut short.readings.roles);
    let seen = read_as(short, &asked);
    assert_eq!(seen.status.missing, Vec::<String>::new());
    let waiting = seen.status.waiting.and_then(|waiting| waiting.problem);
    assert_eq!(
        waiting.map(|problem| problem.code).as_deref(),
        Some("list-incomplete")
    );
}

#[test]
fn an_observer_that_may_not_read_grants_says_so_where_they_matter() {
    let mut one = listing(&["Sites.Read.All"], vec![]);
    one.readings.grants = refused_with(403);
    let application = asked(&["Sites.Read.All"], &[]);
    assert_eq!(
        read_as(one.clone(), &application).status.state,
        State::Granted
    );
    let both = asked(&["Sites.Read.All"], &["Mail.Read"]);
    assert_eq!(problem(&read_as(one, &both)), "observer-level");
}

#[test]
fn an_observer_that_is_lost_blocks_and_leaves_what_is_known() {
    let asked = asked(&["Sites.Read.All"], &[]);
    let mut connection = fresh(&asked);
    let there = Look::Read(Box::new(listing(&["Sites.Read.All"], vec![])));
    looked(&mut connection, &there, &asked);
    let lost = Look::Lost(problems::named("observer-lost"));
    let seen = looked(&mut connection, &lost, &asked);
    assert_eq!(problem(seen), "observer-lost");
    assert!(seen.status.grants.application.is_some());
    // Its principal refused is the same: it lost its permission in between.
    let mut refused = listing(&[], vec![]);
    refused.readings.principal = refused_with(403);
    assert_eq!(problem(&read_as(refused, &asked)), "observer-lost");
}

#[test]
fn silence_changes_nothing_that_was_known() {
    let asked = asked(&["Sites.Read.All"], &[]);
    let mut connection = fresh(&asked);
    let there = Look::Read(Box::new(listing(&["Sites.Read.All"], vec![])));
    looked(&mut connection, &there, &asked);
    let mut silent = listing(&[], vec![]);
    silent.readings.principal = Err(Fault::Unavailable(UpstreamUnavailable::Unreachable));
    let look = Look::Read(Box::new(silent));
    assert!(look.is_unavailable());
    let seen = looked(&mut connection, &look, &asked);
    assert_eq!(seen.status.state, State::Granted);
    assert!(seen.status.waiting.is_some());
}

#[test]
fn a_sign_in_of_long_ago_opens_nothing_more() {
    let asked = asked(&["Sites.Read.All"], &[]);
    assert_eq!(problem(&after(&Look::Stale, &asked)), "sign-in-expired");
}
