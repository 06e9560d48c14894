//! Which app asks, and what that means where nobody can say.

use super::*;
use consentry_catalog::Catalog;
use url::Url;

const OTHER: &str = "11111111-2222-4333-8444-555555555555";
const MOVER_ID: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

fn nameless() -> String {
    MOVER.replace("client_id=D62121F3-e023-4972-b6b0-794190c0fd98&", "")
}

fn held(address: &str, settings: &Settings) -> Option<Blocked> {
    verdict(ConsentKind::User, address, None, settings).blocked
}

#[test]
fn an_app_that_is_not_named_is_no_allowed_app() {
    let lists =
        |settings: Settings| held(&nameless(), &settings).map(|held| (held.by, held.release));
    let allowed = Settings {
        allowed_clients: vec![MOVER_ID.to_owned()],
        ..Settings::default()
    };
    assert_eq!(lists(allowed), Some((BlockedBy::Unnamed, false)));
    let forbidden = Settings {
        forbidden_clients: vec![OTHER.to_owned()],
        ..Settings::default()
    };
    assert_eq!(lists(forbidden), Some((BlockedBy::Unnamed, true)));
    // There are reports about apps, and it may be one of these.
    assert_eq!(lists(Settings::default()), Some((BlockedBy::Unnamed, true)));
    let strict = Settings {
        tick_policy: TickPolicy::Forbid,
        ..Settings::default()
    };
    assert_eq!(lists(strict), Some((BlockedBy::Unnamed, false)));
}

#[test]
fn an_address_that_names_two_apps_or_none_by_an_id_is_held_as_one_that_names_none() {
    for client in [
        format!("{MOVER_ID}&client_id={OTHER}"),
        format!("{MOVER_ID}&appid={OTHER}"),
        "verified+by+your+organization".to_owned(),
    ] {
        let address = MOVER.replace("D62121F3-e023-4972-b6b0-794190c0fd98", &client);
        let verdict = plain(ConsentKind::User, &address, None);
        let by = verdict.blocked.map(|held| held.by);
        assert_eq!(by, Some(BlockedBy::Unnamed), "{client}");
        assert!(
            verdict.astray && verdict.glance.tone == Tone::Bad,
            "{client}"
        );
        let said = format!("{:?}", (&verdict.lines, &verdict.checks));
        assert!(!said.contains("verified by your"), "{said}");
    }
}

#[test]
fn a_reported_or_forbidden_app_is_held_in_every_form_of_its_id() {
    let forbids = Settings {
        forbidden_clients: vec![OTHER.to_owned()],
        ..Settings::default()
    };
    for (id, settings) in [(PERFECT, &Settings::default()), (OTHER, &forbids)] {
        for form in [
            format!("%7B{id}%7D"),
            format!("{{{id}}}"),
            id.replace('-', ""),
            format!("%20{id}%09"),
            id.to_uppercase(),
            id.replace('-', "%2D"),
        ] {
            let held = held(&client(&form), settings);
            assert!(
                held.is_some_and(|held| held.by != BlockedBy::Unnamed),
                "{form}: {held:?}"
            );
        }
    }
}

#[test]
fn a_page_that_names_another_app_than_its_address_is_never_the_right_app() {
    let judged = |shown: &Shown| {
        let settings = Settings::default();
        let verdict = showing(shown, ConsentKind::User, MOVER, None, &settings);
        let is_bad = verdict.glance.tone == Tone::Bad;
        (is_bad, verdict.astray, verdict.decision > Decision::Fine)
    };
    let named = |name: &str| Shown {
        app_names: vec![name.to_owned()],
        ..Shown::default()
    };
    assert_eq!(judged(&Shown::default()), (false, false, false));
    assert_eq!(judged(&named("Office 365 Mover")), (false, false, false));
    assert_eq!(judged(&named("office 365  mover")), (false, false, false));
    for wrong in [
        named("Contoso Backup"),
        named("\u{41e}ffice 365 Mover"),
        Shown {
            app_names: vec!["Office 365 Mover".to_owned(), "Contoso Backup".to_owned()],
            ..Shown::default()
        },
        Shown {
            app_id: Some(OTHER.to_owned()),
            ..Shown::default()
        },
        Shown {
            one_of_several: true,
            ..Shown::default()
        },
    ] {
        assert_eq!(judged(&wrong), (true, true, true), "{wrong:?}");
    }
}

#[test]
fn what_the_page_shows_speaks_for_no_app() {
    let shown = Shown {
        app_id: Some(MOVER_ID.to_owned()),
        app_names: vec!["Office 365 Mover".to_owned()],
        ..Shown::default()
    };
    let settings = Settings::default();
    let verdict = showing(&shown, ConsentKind::User, &nameless(), None, &settings);
    assert_eq!(
        verdict.blocked.map(|held| held.by),
        Some(BlockedBy::Unnamed)
    );
    assert_ne!(verdict.glance.tone, Tone::Good);
}

#[test]
fn a_stranger_at_the_old_endpoint_asks_for_an_unknown_list_whatever_its_scope_says() {
    for rest in [
        "scope=openid",
        "scope=openid&resource=https%3A%2F%2Fgraph.microsoft.com",
        "x=1",
    ] {
        let address = format!(
            "https://login.microsoftonline.com/common/oauth2/authorize?client_id={OTHER}&{rest}"
        );
        let verdict = plain(ConsentKind::User, &address, None);
        let said = format!("{:?}", verdict.lines);
        assert!(said.contains("consent.asks.unlisted"), "{said}");
        assert!(
            !said.contains("consent.risk.low") && verdict.serious,
            "{said}"
        );
        let checks = format!("{:?}", verdict.checks);
        assert!(!checks.contains("consent.role.oneself"), "{checks}");
    }
}

#[test]
fn a_prompt_for_an_admin_counts_as_the_whole_with_its_application_permissions() {
    let app = consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover")
        .expect("it is built in");
    for path in ["oauth2/authorize", "oauth2/v2.0/authorize"] {
        for prompt in ["admin_consent", "Admin_Consent", "login+admin_consent"] {
            let request = request(&format!(
                "https://login.microsoftonline.com/common/{path}?client_id={MOVER_ID}&scope=openid&resource=https%3A%2F%2Fgraph.microsoft.com&Prompt={prompt}"
            ));
            let asked = Asked::of(
                Catalog::built_in(),
                ConsentKind::User,
                request.as_ref(),
                Some(app),
            );
            let alone = asked
                .items
                .iter()
                .filter(|item| item.kind == Kind::Application);
            assert_eq!(alone.count(), app.application.len(), "{path} {prompt}");
        }
    }
}

#[test]
fn an_answer_is_expected_at_the_backends_origin_and_not_at_every_port_of_this_machine() {
    let local = "http://localhost:7430";
    let astray = |uri: &str| {
        let address = MOVER.replace("http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback", uri);
        let settings = Settings {
            backend: local.to_owned(),
            ..Settings::default()
        };
        verdict(ConsentKind::User, &address, None, &settings).astray
    };
    assert!(!astray("http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback"));
    assert!(astray("http%3A%2F%2Flocalhost%3A8000%2F"));
    assert!(astray("http%3A%2F%2Flocalhost%2F"));
    assert!(astray("https%3A%2F%2Flocalhost%3A7430%2F"));
    assert!(astray("http%3A%2F%2Fapp.mover.io%2F"), "not over TLS");
    assert!(astray("https%3A%2F%2Fapp.mover.io%3A8443%2F"));
    assert!(!astray("https%3A%2F%2Fapp.mover.io%2F"));
}

#[test]
fn a_stranger_that_asks_for_much_is_serious_and_one_that_asks_for_little_is_not() {
    let serious = |scope: &str| {
        let address = client(OTHER).replace("Mail.Read", scope);
        plain(ConsentKind::User, &address, None).serious
    };
    assert!(serious("Files.ReadWrite.All"));
    assert!(serious("RoleManagement.ReadWrite.Directory"));
    assert!(!serious("openid+profile+User.Read"));
}

#[test]
fn each_permission_is_listed_once_however_often_it_is_asked_for() {
    let repeated = "Group.Read.All+User.Read+profile+".repeat(60);
    let scope = format!("{repeated}user.read%0A+fline_access");
    let address = client(OTHER).replace("Mail.Read", &scope);
    let verdict = plain(ConsentKind::User, &address, None);
    assert_eq!(verdict.details.len(), 4, "{:?}", verdict.details);
}

proptest! {
    #[test]
    fn no_text_of_an_address_can_turn_what_is_said_around(text in "[a-z \u{202e}\u{2066}]{30,90}") {
        let url = Url::parse_with_params(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            [
                ("client_id", text.as_str()),
                ("scope", &format!("{text}.Read")),
                ("redirect_uri", &text),
            ],
        )
        .expect("an address");
        let verdict = plain(ConsentKind::User, url.as_str(), None);
        let lines = verdict.lines.iter().chain(&verdict.checks);
        let said = lines.map(|line| line.text.english());
        for said in said.chain(verdict.details.iter().map(|detail| detail.title.english())) {
            prop_assert!(!said.contains('\u{202e}'), "{said:?}");
        }
    }
}
