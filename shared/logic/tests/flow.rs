//! Which app a tab's consent is for: what an earlier address said counts on the way of its own request
//! and nowhere else.

#![expect(
    clippy::expect_used,
    reason = "a view that is not there fails the test"
)]

mod kit;

use consentry_logic::update::Event;
use consentry_wire::api::Role;
use consentry_wire::sighting::{Control, Sighting};
use consentry_wire::view::{Card, CardKind, Choice};
use kit::Browser;

const TAB: u32 = 7;
const LOGIN: &str = "https://login.microsoftonline.com";
const MOVER: &str = "client_id=d62121f3-e023-4972-b6b0-794190c0fd98&scope=openid+profile+offline_access+Sites.Manage.All&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback";

fn authorize() -> String {
    format!("{LOGIN}/organizations/oauth2/v2.0/authorize?{MOVER}")
}

fn control(id: u32, role: &str, name: &str, attrs: &[(&str, &str)]) -> Control {
    Control {
        id,
        role: role.to_owned(),
        name: name.to_owned(),
        visible: true,
        within: vec!["form".to_owned()],
        attrs: attrs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        ..Control::default()
    }
}

/// A person on a journey with Office 365 Mover, at the step where Accept is highlighted.
fn on_a_journey() -> Browser {
    let mut browser = Browser::default();
    browser.chooses(Choice::Begin {
        profile: "office-365-mover".to_owned(),
        role: Role::Other,
    });
    browser
}

/// The consent page at an address, with what its configuration says.
fn consent(browser: &mut Browser, path: &str, probes: &[(&str, &str)]) -> Card<String> {
    let url = if path.starts_with("https:") {
        path.to_owned()
    } else {
        format!("{LOGIN}{path}")
    };
    let controls = vec![
        control(1, "heading", "Permissions requested", &[]),
        control(
            2,
            "button",
            "Accept",
            &[("name", "idSIButton9"), ("type", "submit")],
        ),
        control(3, "button", "Cancel", &[("id", "idBtn_Back")]),
    ];
    browser.shows(TAB, &url, controls.clone());
    if !probes.is_empty() {
        let document = browser.model.session.tabs[&TAB].frames[&0].document.clone();
        let probes = probes.iter();
        let probes = probes.map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        browser.happens(Event::Saw {
            tab: TAB,
            frame: 0,
            document,
            sighting: Sighting {
                url,
                complete: true,
                controls,
                probes: probes.collect(),
                ..Sighting::default()
            },
        });
    }
    browser.view().tabs[&TAB].card.clone().expect("a card")
}

/// Whether the page is judged as Office 365 Mover's and Accept is live.
fn is_movers(browser: &Browser, card: &Card<String>) -> bool {
    let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
    let glance = card.glance.as_ref().map(|line| line.text.to_lowercase());
    glance.is_some_and(|text| text.contains("right app")) && paint.block.is_none()
}

fn is_held(browser: &Browser, card: &Card<String>) -> bool {
    let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
    let is_marked = paint
        .marks
        .iter()
        .any(|mark| !matches!(mark.kind, consentry_wire::mark::MarkKind::Avoid));
    card.kind == CardKind::Alarm && paint.block.is_some() && !is_marked
}

#[test]
fn the_pages_of_one_request_are_about_its_app() {
    let walks: [&[&str]; 4] = [
        &[],
        &["/common/login", "/common/reprocess?ctx=x", "/kmsi"],
        &[
            "/common/SAS/BeginAuth",
            "/common/SAS/ProcessAuth",
            "/appverify",
        ],
        &["/common/DeviceAuthTls/reprocess", "/common/login"],
    ];
    for walk in walks {
        let mut browser = on_a_journey();
        browser.opens(TAB, &authorize());
        for step in walk {
            browser.opens(TAB, &format!("{LOGIN}{step}"));
        }
        let card = consent(&mut browser, "/common/Consent/Set", &[]);
        assert!(is_movers(&browser, &card), "{walk:?}: {:?}", card.glance);
    }
}

#[test]
fn an_app_that_another_address_than_an_authorization_endpoint_names_is_not_believed() {
    for link in [
        format!("/common/oauth2/deviceauth?otc=CODE&{MOVER}"),
        format!("/common/wsfed?wtrealm=x&{MOVER}"),
        format!("/common/saml2?SAMLRequest=x&{MOVER}"),
        format!("/common/login?{MOVER}"),
        format!("/common/oauth2/logout?{MOVER}"),
    ] {
        let mut browser = on_a_journey();
        browser.opens(TAB, &format!("{LOGIN}{link}"));
        let card = consent(&mut browser, "/common/login", &[]);
        assert!(is_held(&browser, &card), "{link}: {card:?}");
    }
}

#[test]
fn what_an_earlier_sign_in_said_does_not_stay_in_the_tab() {
    let ends: [(&str, Event); 6] = [
        ("a device code", hello("/common/oauth2/deviceauth")),
        ("WS-Federation", hello("/common/wsfed?wtrealm=x")),
        ("SAML", hello("/common/saml2?SAMLRequest=x")),
        (
            "a request that names no app",
            hello("/common/oauth2/v2.0/authorize"),
        ),
        ("a page of the history", Event::Restored { tab: TAB }),
        (
            "another site",
            Event::Address {
                tab: TAB,
                url: String::new(),
            },
        ),
    ];
    for (what, event) in ends {
        let mut browser = on_a_journey();
        browser.opens(TAB, &authorize());
        browser.happens(event);
        let card = consent(&mut browser, "/common/login", &[]);
        assert!(is_held(&browser, &card), "{what}: {card:?}");
    }
}

fn hello(path: &str) -> Event {
    Event::Hello {
        tab: TAB,
        frame: 0,
        document: path.to_owned(),
        url: format!("{LOGIN}{path}"),
    }
}

#[test]
fn an_organizations_own_identity_provider_is_a_detour() {
    let mut browser = on_a_journey();
    browser.opens(TAB, &authorize());
    browser.happens(Event::Address {
        tab: TAB,
        url: String::new(),
    });
    browser.opens(TAB, &format!("{LOGIN}/login.srf"));
    let card = consent(&mut browser, "/common/reprocess?ctx=x", &[]);
    assert!(is_movers(&browser, &card), "{:?}", card.glance);
}

#[test]
fn a_device_code_has_a_card_of_its_own_that_warns() {
    let mut browser = Browser::default();
    for path in ["/common/oauth2/deviceauth", "/common/login", "/appverify"] {
        browser.opens(TAB, &format!("{LOGIN}{path}"));
        let card = browser.view().tabs[&TAB].card.clone().expect("a card");
        assert_eq!(card.id, "device-code", "{path}");
        assert_eq!(card.kind, CardKind::Warning, "{path}");
    }
    let card = consent(&mut browser, "/common/Consent/Set", &[]);
    assert!(is_held(&browser, &card));
    assert!(card.title.contains("code"), "{}", card.title);
}

#[test]
fn a_consent_that_is_not_named_is_let_through_by_two_choices_unless_a_list_allows_apps() {
    let mut browser = Browser::default();
    let card = consent(&mut browser, "/common/oauth2/v2.0/authorize", &[]);
    assert!(is_held(&browser, &card));
    browser.chooses(Choice::AskRelease { tab: TAB });
    browser.chooses(Choice::Release { tab: TAB });
    let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
    assert!(paint.block.is_none(), "the person let it through");

    let mut browser = Browser::default();
    browser.model.session.settings.allowed_clients =
        vec!["d62121f3-e023-4972-b6b0-794190c0fd98".to_owned()];
    let card = consent(&mut browser, "/common/oauth2/v2.0/authorize", &[]);
    assert_eq!(card.actions, Vec::new());
    browser.chooses(Choice::AskRelease { tab: TAB });
    browser.chooses(Choice::Release { tab: TAB });
    let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
    assert!(paint.block.is_some(), "nobody can let it through");
}

#[test]
fn accept_is_not_highlighted_where_the_page_names_another_app() {
    for probe in [
        ("app-name", "Contoso Backup"),
        ("app-id", "11111111-2222-4333-8444-555555555555"),
    ] {
        let mut browser = on_a_journey();
        let card = consent(&mut browser, &authorize(), &[probe]);
        assert!(!is_movers(&browser, &card), "{card:?}");
        assert_eq!(card.kind, CardKind::Warning, "{card:?}");
        let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
        assert_eq!(paint.marks, Vec::new(), "{probe:?}");
    }
}

#[test]
fn the_second_of_two_apps_is_not_the_one_that_was_asked_for() {
    let second = |browser: &mut Browser, name: Option<&str>, heading: &str| {
        browser.opens(TAB, &authorize());
        let url = format!("{LOGIN}/common/Consent/Set");
        browser.opens(TAB, &url);
        let document = browser.model.session.tabs[&TAB].frames[&0].document.clone();
        let probes = name.map(|name| ("app-name".to_owned(), name.to_owned()));
        browser.happens(Event::Saw {
            tab: TAB,
            frame: 0,
            document,
            sighting: Sighting {
                url,
                complete: true,
                controls: vec![
                    control(1, "heading", heading, &[]),
                    control(
                        2,
                        "button",
                        "Accept",
                        &[("name", "idSIButton9"), ("type", "submit")],
                    ),
                    control(3, "button", "Cancel", &[("id", "idBtn_Back")]),
                ],
                probes: probes
                    .into_iter()
                    .chain([("scopes".to_owned(), "arrScopes".to_owned())])
                    .collect(),
                ..Sighting::default()
            },
        });
        browser.view().tabs[&TAB].card.clone().expect("a card")
    };
    for (name, heading) in [
        (
            Some("Transfer Companion"),
            "Permissions requested (2 of 2 apps)",
        ),
        (Some("Transfer Companion"), "Permissions requested"),
        (None, "Permissions requested (2 of 2 apps)"),
        (None, "Vyžadovaná oprávnění (2 z 2 aplikací)"),
    ] {
        let mut browser = on_a_journey();
        let card = second(&mut browser, name, heading);
        assert!(!is_movers(&browser, &card), "{heading}: {card:?}");
        let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
        assert_eq!(paint.marks, Vec::new(), "{heading}");
    }
}

#[test]
fn reduced_guidance_silences_no_warning() {
    let mut browser = Browser::default();
    browser.model.session.settings.reduced_guidance = true;
    for link in [
        "/common/oauth2/v2.0/authorize?client_id=11111111-2222-4333-8444-555555555555&scope=Mail.ReadWrite+offline_access",
        "/organizations/adminconsent?client_id=11111111-2222-4333-8444-555555555555",
    ] {
        consent(&mut browser, link, &[]);
        let paint = &browser.model.session.tabs[&TAB].frames[&0].instructed;
        assert!(paint.card.is_some(), "{link}");
    }
}

/// A page of `origin` leads the tab to a page of the sign-in.
fn is_led(browser: &mut Browser, origin: &str, address: &str) {
    let url = if address.starts_with("https:") {
        address.to_owned()
    } else {
        format!("{LOGIN}{address}")
    };
    browser.happens(Event::Referred {
        tab: TAB,
        document: format!("{TAB}-{url}"),
        origin: origin.to_owned(),
    });
    browser.opens(TAB, &url);
}

#[test]
fn a_page_that_another_site_leads_to_in_the_middle_of_a_sign_in_is_of_no_known_app() {
    for origin in [
        "https://attacker.example",
        "",
        "null",
        "https://portal.azure.com",
    ] {
        for path in ["/common/reprocess?ctx=x", "/common/login", "/kmsi"] {
            let mut browser = on_a_journey();
            is_led(&mut browser, "https://app.mover.io", &authorize());
            is_led(&mut browser, origin, path);
            let card = consent(&mut browser, path, &[]);
            assert!(is_held(&browser, &card), "{origin} {path}: {card:?}");
        }
    }
}

#[test]
fn a_sign_in_that_leads_itself_from_page_to_page_is_about_its_app() {
    for origin in [LOGIN, "https://device.login.microsoftonline.com"] {
        let mut browser = on_a_journey();
        is_led(&mut browser, "https://app.mover.io", &authorize());
        is_led(&mut browser, origin, "/common/login");
        is_led(&mut browser, origin, "/common/reprocess?ctx=x");
        let card = consent(&mut browser, "/common/reprocess?ctx=x", &[]);
        assert!(is_movers(&browser, &card), "{origin}: {:?}", card.glance);
    }
}

#[test]
fn a_document_that_says_its_address_again_was_led_to_once() {
    let mut browser = on_a_journey();
    let address = authorize();
    for _ in 0..2 {
        is_led(&mut browser, "https://app.mover.io", &address);
        let card = consent(&mut browser, &address, &[]);
        assert!(is_movers(&browser, &card), "{:?}", card.glance);
    }
}

#[test]
fn an_identity_provider_of_another_site_leads_back_to_the_request_it_came_from() {
    let mut browser = on_a_journey();
    browser.opens(TAB, &authorize());
    is_led(&mut browser, "https://sts.birchwood.example", "/login.srf");
    is_led(&mut browser, LOGIN, "/kmsi");
    let card = consent(&mut browser, "/kmsi", &[]);
    assert!(is_movers(&browser, &card), "{:?}", card.glance);
}

#[test]
fn only_what_a_page_of_the_portal_led_to_is_the_portals() {
    let link = "/organizations/adminconsent?client_id=11111111-2222-4333-8444-555555555555&redirect_uri=https%3A%2F%2Fportal.azure.com%2FTokenAuthorize";
    let is_somebodys = |led_by: &[(&str, &str)]| {
        let mut browser = Browser::default();
        for (origin, address) in led_by {
            is_led(&mut browser, origin, address);
        }
        let card = consent(&mut browser, link, &[]);
        card.lines
            .iter()
            .any(|line| line.text.contains("You came here from a link"))
    };
    let portal = "https://portal.azure.com";
    assert!(is_somebodys(&[]));
    assert!(is_somebodys(&[("", link)]));
    assert!(is_somebodys(&[("https://app.mover.io", link)]));
    assert!(!is_somebodys(&[(portal, link)]));
    assert!(!is_somebodys(&[(portal, link), (LOGIN, link)]));
    let blade = "https://sandbox-3.reactblade.portal.azure.net";
    assert!(!is_somebodys(&[(blade, link)]));
    let elsewhere = format!("{link}&x=y");
    assert!(
        is_somebodys(&[(portal, &elsewhere), ("https://evil.example", link)]),
        "another site sent the portal's window somewhere"
    );
}
