use super::shown::Badge;
use super::*;
use crate::english::English as _;
use crate::flow::Flow;
use crate::model::Settings;
use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::profile::Profile;
use consentry_catalog::request::request;
use consentry_wire::text::Text;
use proptest::prelude::*;

const MOVER: &str = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=D62121F3-e023-4972-b6b0-794190c0fd98&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback&scope=openid%20https%3A%2F%2Fgraph.microsoft.com%2FSites.Manage.All";
const PERFECT: &str = "ff8d92dc-3d82-41d6-bcbd-b9174d163620";

fn verdict(
    kind: ConsentKind,
    address: &str,
    ticked: Option<bool>,
    settings: &Settings,
) -> Assessment {
    showing(&Shown::default(), kind, address, ticked, settings)
}

fn showing(
    shown: &Shown,
    kind: ConsentKind,
    address: &str,
    ticked: Option<bool>,
    settings: &Settings,
) -> Assessment {
    let request = request(address);
    assess(
        Catalog::built_in(),
        ConsentContext {
            ticked,
            shown,
            settings,
            ..at(kind, request.as_ref())
        },
    )
}

/// A page outside any journey, of which nothing is seen.
fn at(kind: ConsentKind, request: Option<&Request>) -> ConsentContext<'_> {
    static SHOWN: Shown = Shown {
        account: None,
        publisher: None,
        badge: Badge::Unknown,
        has_request_form: false,
        app_id: None,
        app_names: Vec::new(),
        verified_publisher: None,
        one_of_several: false,
    };
    static SETTINGS: std::sync::LazyLock<Settings> = std::sync::LazyLock::new(Settings::default);
    ConsentContext {
        kind,
        request,
        app: request.and_then(|request| request.app(Catalog::built_in())),
        ticked: None,
        shown: &SHOWN,
        flow: Flow::Request,
        journey: None,
        is_due: false,
        settings: &SETTINGS,
    }
}

fn plain(kind: ConsentKind, address: &str, ticked: Option<bool>) -> Assessment {
    verdict(kind, address, ticked, &Settings::default())
}

fn client(id: &str) -> String {
    format!(
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={id}&scope=Mail.Read"
    )
}

#[test]
fn an_app_that_must_not_be_ticked_is_held_by_its_rule() {
    let verdict = plain(ConsentKind::UserWithTick, MOVER, Some(false));
    assert_eq!(verdict.decision, Decision::Block);
    assert_eq!(
        verdict.blocked,
        Some(Blocked {
            by: BlockedBy::Tick,
            release: true
        })
    );
    assert_eq!(verdict.glance.text.english(), "Right app");
}

#[test]
fn the_same_app_is_not_held_where_there_is_no_tick() {
    let address = MOVER.replace("oauth2/v2.0/authorize", "adminconsent");
    assert_eq!(
        plain(ConsentKind::User, MOVER, None).decision,
        Decision::Fine
    );
    let request = request(&address);
    let due = assess(
        Catalog::built_in(),
        ConsentContext {
            is_due: true,
            ..at(ConsentKind::Admin, request.as_ref())
        },
    );
    assert_eq!(due.decision, Decision::Fine);
}

#[test]
fn a_page_for_everybody_is_nobodys_link_only_where_it_was_asked_for() {
    let address = "https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&redirect_uri=https%3A%2F%2Fportal.azure.com%2FTokenAuthorize";
    let request = request(address);
    let verdict = |is_due: bool| {
        assess(
            Catalog::built_in(),
            ConsentContext {
                is_due,
                ..at(ConsentKind::Admin, request.as_ref())
            },
        )
    };
    let says = |verdict: &Assessment, text: &Text| {
        let mut all = verdict.lines.iter().chain(&verdict.checks);
        all.any(|line| line.text == *text)
    };
    let by_link = message("consent.by-link");
    let to_portal = say("consent.redirect.portal", &[("host", "portal.azure.com")]);
    // Any app may register the portal's address for its answer.
    let sent = verdict(false);
    assert!(
        says(&sent, &by_link) && !says(&sent, &to_portal),
        "{sent:?}"
    );
    assert!(sent.serious, "its card warns, whichever app it is");
    let asked_for = verdict(true);
    assert!(!says(&asked_for, &by_link) && says(&asked_for, &to_portal));
    assert!(!asked_for.serious);
}

#[test]
fn a_policy_makes_the_rule_for_the_tick_softer_or_harder() {
    let with = |tick_policy| {
        let settings = Settings {
            tick_policy,
            ..Settings::default()
        };
        verdict(ConsentKind::UserWithTick, MOVER, Some(true), &settings)
    };
    let soft = with(TickPolicy::Warn);
    assert_eq!((soft.decision, soft.blocked), (Decision::Warn, None));
    assert!(
        with(TickPolicy::Forbid)
            .blocked
            .is_some_and(|held| !held.release)
    );
}

#[test]
fn an_app_nobody_described_is_warned_about_and_never_held() {
    let address = MOVER.replace("D62121F3", "11111111");
    let verdict = plain(ConsentKind::UserWithTick, &address, Some(true));
    assert_eq!((verdict.decision, verdict.blocked), (Decision::Warn, None));
    assert_eq!(verdict.lines[0].tone, Tone::Bad);
}

#[test]
fn a_reported_app_is_held_tick_or_no_tick() {
    let verdict = plain(ConsentKind::User, &client(PERFECT), None);
    assert_eq!(
        verdict.blocked,
        Some(Blocked {
            by: BlockedBy::Report(Report::Malicious),
            release: true
        })
    );
    assert!(
        verdict.lines[0].text.english().contains("2024-08-14"),
        "{:?}",
        verdict.lines
    );
    assert_eq!(verdict.glance.tone, Tone::Bad);
}

#[test]
fn an_app_of_microsofts_is_no_stranger_and_a_tool_of_theirs_is_no_promise() {
    let portal = plain(
        ConsentKind::User,
        &client("2793995e-0a7d-40d7-bd35-6968ba142197"),
        None,
    );
    assert_eq!(portal.decision, Decision::Fine);
    let tool = plain(
        ConsentKind::User,
        &client("04b07795-8ddb-461a-bbee-02f9e1bf7b46"),
        None,
    );
    assert_eq!((tool.decision, tool.blocked), (Decision::Warn, None));
}

#[test]
fn an_answer_that_goes_elsewhere_and_permissions_beyond_the_profile_lead_astray() {
    let astray = |address: &str| plain(ConsentKind::User, address, None).astray;
    assert!(
        !astray(MOVER),
        "{:?}",
        plain(ConsentKind::User, MOVER, None).lines
    );
    assert!(astray(&format!("{MOVER}%20Mail.Send")));
    assert!(astray(&MOVER.replace("localhost%3A7430", "evil.example")));
}

#[test]
fn what_is_asked_beyond_the_profile_is_named() {
    let verdict = plain(ConsentKind::User, &format!("{MOVER}%20Mail.Send"), None);
    assert_eq!(verdict.decision, Decision::Warn);
    let named = |line: &Line| line.tone == Tone::Bad && line.text.english().contains("Mail.Send");
    assert!(verdict.lines.iter().any(named));
}

#[test]
fn an_answer_that_goes_to_the_backend_is_expected() {
    let astray = |backend: &str| {
        let settings = Settings {
            backend: backend.to_owned(),
            ..Settings::default()
        };
        let address = MOVER.replace(
            "http%3A%2F%2Flocalhost%3A7430",
            "https%3A%2F%2Fours.example",
        );
        verdict(ConsentKind::User, &address, None, &settings).astray
    };
    assert!(!astray("https://ours.example"));
    assert!(astray("https://theirs.example"));
}

#[test]
fn what_was_set_up_at_one_service_is_asked_for_there_alone() {
    let asked = |scope: &str| {
        let address = format!(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&scope={scope}"
        );
        let request = request(&address);
        let app = consentry_catalog::profiles::by_client_id(
            Catalog::built_in(),
            "d62121f3-e023-4972-b6b0-794190c0fd98",
        );
        asked::Asked::of(
            Catalog::built_in(),
            ConsentKind::User,
            request.as_ref(),
            app,
        )
        .items
        .len()
    };
    assert!(asked("https://graph.microsoft.com/.default") > 0);
    assert_eq!(asked("https://vault.azure.net/.default"), 0);
}

#[test]
fn every_permission_of_every_profile_is_explained() {
    for app in &Catalog::built_in().profiles {
        let all = app
            .delegated
            .iter()
            .map(|permission| (permission, Kind::Delegated))
            .chain(app.application.iter().map(|one| (one, Kind::Application)));
        for (permission, kind) in all {
            let scope = consentry_catalog::scope::Scope::parse(&permission.value);
            let judged = consentry_catalog::permissions::judge(Catalog::built_in(), &scope, kind);
            assert!(judged.known.is_some(), "{} of {}", permission.value, app.id);
        }
    }
}

proptest! {
    #[test]
    fn no_verdict_panics_and_each_keeps_the_promises(
        client in prop_oneof![
            Just("d62121f3-e023-4972-b6b0-794190c0fd98".to_owned()),
            Just(PERFECT.to_owned()),
            Just("e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd".to_owned()),
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "[0-9a-f]{8}",
        ],
        path in "(common|consumers|[0-9a-f]{4})/(oauth2/v2\\.0/authorize|adminconsent|v2\\.0/adminconsent|oauth2/authorize)",
        scope in "[A-Za-z./:% ]{0,40}",
        ticked in any::<Option<bool>>(),
        policy in prop_oneof![Just(TickPolicy::Warn), Just(TickPolicy::Confirm), Just(TickPolicy::Forbid)],
        forbid in any::<bool>(),
        admin in any::<bool>(),
    ) {
        let address = format!("https://login.microsoftonline.com/{path}?client_id={client}&scope={scope}");
        let settings = Settings {
            tick_policy: policy,
            forbidden_clients: forbid.then(|| client.clone()).into_iter().collect(),
            ..Settings::default()
        };
        let kind = match (admin, ticked) {
            (_, Some(_)) => ConsentKind::UserWithTick,
            (true, None) => ConsentKind::Admin,
            (false, None) => ConsentKind::User,
        };
        let verdict = verdict(kind, &address, ticked, &settings);
        let mover = client.starts_with("d62121f3");
        if mover && ticked == Some(true) {
            prop_assert!(verdict.decision > Decision::Fine);
        }
        if policy == TickPolicy::Forbid {
            prop_assert!(verdict.blocked.is_none_or(|held| !held.release));
        }
        if client.len() == 8 {
            prop_assert_eq!(verdict.blocked.map(|held| held.by), Some(BlockedBy::Unnamed));
            return Ok(());
        }
        let reason = forbid || (mover && ticked.is_some()) || consentry_catalog::clients::reported(Catalog::built_in(), &client).is_some();
        prop_assert!(reason || verdict.blocked.is_none());
    }
}

#[test]
fn an_answer_goes_to_the_portal_where_it_is_the_organizations_consent_alone() {
    let address = MOVER.replace(
        "http%3A%2F%2Flocalhost%3A7430",
        "https%3A%2F%2Fportal.azure.com",
    );
    let astray = |kind, is_due, address: &str| {
        let request = request(address);
        assess(
            Catalog::built_in(),
            ConsentContext {
                is_due,
                ..at(kind, request.as_ref())
            },
        )
        .astray
    };
    let admin = address.replace("oauth2/v2.0/authorize", "adminconsent");
    assert!(!astray(ConsentKind::Admin, true, &admin));
    assert!(astray(ConsentKind::User, true, &address));
    // From a link, it speaks neither for the app nor against it.
    assert!(!astray(ConsentKind::Admin, false, &admin));
}

#[test]
fn that_nobody_checked_the_publisher_is_a_warning_for_a_stranger_alone() {
    let said = |address: &str| {
        let shown = Shown {
            badge: Badge::Unverified,
            ..Shown::default()
        };
        let settings = Settings::default();
        let verdict = showing(&shown, ConsentKind::User, address, None, &settings);
        let text = message("consent.publisher.unverified");
        let of = |lines: &[Line]| lines.iter().any(|line| line.text == text);
        (of(&verdict.lines), of(&verdict.checks))
    };
    assert_eq!(
        said(&client("77777777-2222-4333-8444-555555555555")),
        (true, false)
    );
    assert_eq!(said(MOVER), (false, true));
}

#[test]
fn gaps_in_what_the_app_does_alone_count_where_it_is_granted() {
    let mut app = consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover")
        .expect("it is built in")
        .clone();
    let doubts = |app: &Profile| {
        [
            ConsentKind::User,
            ConsentKind::UserWithTick,
            ConsentKind::Admin,
        ]
        .map(|kind| doubts_its_permissions(app, kind))
    };
    assert_eq!(doubts(&app), [false, false, false]);
    app.unverified = vec!["application".to_owned()];
    assert_eq!(doubts(&app), [false, false, true]);
    app.unverified = vec!["delegated".to_owned()];
    assert_eq!(doubts(&app), [true, true, true]);
}

#[test]
fn an_answer_may_go_to_our_backend_to_the_apps_pages_and_to_what_the_profile_names() {
    let mut app = consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover")
        .expect("it is built in")
        .clone();
    app.callback_hosts = vec!["callback.example".to_owned()];
    let tone = |app: &Profile, host: &str| {
        let request = request(&format!(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&redirect_uri=https%3A%2F%2F{host}%2F"
        ));
        let settings = Settings {
            backend: "https://consentry.example".to_owned(),
            ..Settings::default()
        };
        let situation = ConsentContext {
            app: Some(app),
            settings: &settings,
            ..at(ConsentKind::User, request.as_ref())
        };
        answer_goes_to(Catalog::built_in(), situation, AppReputation::Profiled(app))
            .expect("a line")
            .tone
    };
    for host in ["consentry.example", "app.mover.io", "callback.example"] {
        assert_eq!(tone(&app, host), Tone::Good, "{host}");
    }
    assert_eq!(tone(&app, "elsewhere.example"), Tone::Bad);
    // Nothing is known to compare it with.
    app.callback_hosts.clear();
    assert_eq!(
        tone(&app, "elsewhere.example"),
        Tone::Bad,
        "it has pages of its own"
    );
    app.entry = None;
    assert_eq!(tone(&app, "elsewhere.example"), Tone::Plain);
    app.callback_hosts = vec!["callback.example".to_owned()];
    assert_eq!(tone(&app, "elsewhere.example"), Tone::Bad);
    app.unverified = vec!["callback_hosts".to_owned()];
    assert_eq!(tone(&app, "elsewhere.example"), Tone::Plain);
}

#[test]
fn the_old_endpoint_asks_for_all_that_is_configured_at_a_service_whatever_its_scope_says() {
    let app = consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover")
        .expect("it is built in");
    let asked = |rest: &str| {
        let request = request(&format!(
            "https://login.microsoftonline.com/common/oauth2/{rest}&client_id=d62121f3-e023-4972-b6b0-794190c0fd98"
        ));
        let asked = Asked::of(
            Catalog::built_in(),
            ConsentKind::User,
            request.as_ref(),
            Some(app),
        );
        (asked.items.len() > 1, asked.unlisted)
    };
    let graph = "resource=https%3A%2F%2Fgraph.microsoft.com";
    assert_eq!(asked(&format!("authorize?{graph}")), (true, false));
    assert_eq!(
        asked(&format!("authorize?{graph}&scope=openid")),
        (true, false)
    );
    assert_eq!(asked("authorize?scope=openid"), (true, false));
    assert_eq!(asked("authorize?x=1"), (true, false));
    assert_eq!(asked(&format!("v2.0/authorize?{graph}")), (false, true));
}

mod identity;
