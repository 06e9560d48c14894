//! What each page of the sign-in is known by, and what none of them is known by.

use super::*;
use crate::page;
use consentry_catalog::Catalog;
use proptest::prelude::*;

const AUTHORIZE: &str = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98";
const POSTED: &str = "https://login.microsoftonline.com/common/reprocess";
const ADMIN: &str = "https://login.microsoftonline.com/20e6ec45-9bc2-41d2-88f2-df4da88d9417/adminconsent?client_id=d62121f3-e023-4972-b6b0-794190c0fd98";

fn control(role: &str, name: &str, attrs: &[(&str, &str)]) -> Control {
    Control {
        role: role.to_owned(),
        name: name.to_owned(),
        visible: true,
        attrs: attrs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
        ..Control::default()
    }
}

fn heading(name: &str) -> Control {
    control("heading", name, &[])
}

fn accept(name: &str) -> Control {
    control(
        "button",
        name,
        &[("name", "idSIButton9"), ("type", "submit")],
    )
}

fn cancel(name: &str) -> Control {
    control("button", name, &[("id", "idBtn_Back"), ("type", "button")])
}

/// The one button of the other pages: the same name, and an id.
fn next(name: &str) -> Control {
    control(
        "button",
        name,
        &[
            ("id", "idSIButton9"),
            ("name", "idSIButton9"),
            ("type", "submit"),
        ],
    )
}

fn row(name: &str) -> Control {
    Control {
        expanded: Some(false),
        ..control("button", name, &[])
    }
}

fn seen(url: &str, controls: Vec<Control>, probes: &[(&str, &str)]) -> Sighting {
    Sighting {
        url: url.to_owned(),
        controls: controls
            .into_iter()
            .zip(1..)
            .map(|(control, id)| Control { id, ..control })
            .collect(),
        probes: probes
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect(),
        ..Sighting::default()
    }
}

fn is(url: &str, controls: Vec<Control>, probes: &[(&str, &str)]) -> String {
    let sighting = seen(url, controls, probes);
    page::recognise(
        Catalog::built_in(),
        &[(0, &sighting)],
        "http://localhost:7430",
    )
    .page
    .name()
    .to_owned()
}

const CONSENT: (&str, &str) = ("pgid", "ConvergedConsent");

#[test]
fn consent_is_known_in_any_language_by_what_is_not_words() {
    let controls = || {
        vec![
            heading("Taotletud õigused"),
            row("Näha"),
            cancel("Loobu"),
            accept("Nõustu"),
        ]
    };
    assert_eq!(is(POSTED, controls(), &[CONSENT]), "consent");
    assert_eq!(
        is(POSTED, controls(), &[("scopes", "arrScopes")]),
        "consent"
    );
    // Without its configuration: the pair of buttons and what opens on demand.
    assert_eq!(is(POSTED, controls(), &[]), "consent");
    assert_eq!(
        is(POSTED, vec![cancel("Loobu"), accept("Nõustu")], &[]),
        "unknown"
    );
}

#[test]
fn a_button_called_id_si_button_9_is_no_consent() {
    for name in ["Next", "Sign in", "Yes", "Accept"] {
        assert_eq!(is(AUTHORIZE, vec![next(name)], &[]), "unknown", "{name}");
    }
    let yes = vec![heading("Stay signed in?"), cancel("No"), next("Yes")];
    assert_eq!(is(AUTHORIZE, yes, &[]), "stay-signed-in");
    let go_on = vec![
        heading("Are you trying to sign in to Birch?"),
        cancel("Cancel"),
        next("Continue"),
    ];
    assert_eq!(
        is(AUTHORIZE, go_on, &[("pgid", "CmsiInterrupt")]),
        "confirm-app"
    );
}

#[test]
fn the_tick_makes_it_everybodys_and_the_address_makes_it_the_admins() {
    let tick = || control("checkbox", "Consent on behalf of your organization", &[]);
    let page = |url: &str, tick: Option<Control>| {
        let mut controls = vec![
            heading("Permissions requested"),
            cancel("Cancel"),
            accept("Accept"),
        ];
        controls.extend(tick);
        is(url, controls, &[CONSENT])
    };
    assert_eq!(page(AUTHORIZE, None), "consent");
    assert_eq!(page(AUTHORIZE, Some(tick())), "consent-with-tick");
    assert_eq!(page(ADMIN, None), "admin-consent");
    assert_eq!(
        page(&format!("{AUTHORIZE}&prompt=admin_consent"), None),
        "admin-consent"
    );
    assert_eq!(
        page(
            "https://login.microsoftonline.com/organizations/v2.0/adminconsent/?client_id=x",
            None
        ),
        "admin-consent"
    );
    // A box that says so says so at any address.
    assert_eq!(page(ADMIN, Some(tick())), "consent-with-tick");
}

#[test]
fn a_posted_admin_consent_is_known_by_the_address_before_it() {
    let sighting = seen(POSTED, vec![cancel("Loobu"), accept("Nõustu")], &[CONSENT]);
    let frames = [(0, &sighting)];
    let name = |asked| {
        page::recognise_after(Catalog::built_in(), &frames, "", asked)
            .page
            .name()
            .to_owned()
    };
    assert_eq!(
        (name(false), name(true)),
        ("consent".to_owned(), "admin-consent".to_owned())
    );
}

#[test]
fn no_name_an_app_gives_itself_talks_a_consent_page_away() {
    for app in [
        "Need admin approval",
        "Stay signed in?",
        "AADSTS50105",
        "Pick an account",
        "Sign in",
    ] {
        let controls = vec![
            heading("Permissions requested"),
            heading(app),
            control("checkbox", "Consent on behalf of your organization", &[]),
            cancel("Cancel"),
            accept("Accept"),
        ];
        let probes = if app.starts_with("AADSTS") {
            vec![CONSENT, ("aadsts", "50105")]
        } else {
            vec![CONSENT]
        };
        assert_eq!(
            is(AUTHORIZE, controls, &probes),
            "consent-with-tick",
            "{app}"
        );
    }
}

#[test]
fn approval_is_asked_for_with_and_without_a_form() {
    let plain = vec![
        heading("Need admin approval"),
        control(
            "link",
            "Return to the application without granting consent",
            &[],
        ),
    ];
    assert_eq!(is(AUTHORIZE, plain, &[]), "approval-required");
    let form = || {
        vec![
            heading("Approval required"),
            control(
                "textbox",
                "Enter justification for requesting this app",
                &[],
            ),
            cancel("Cancel"),
            accept("Request approval"),
        ]
    };
    assert_eq!(is(AUTHORIZE, form(), &[]), "approval-required");
    assert_eq!(is(AUTHORIZE, form(), &[CONSENT]), "approval-required");
    // In a language no table has, the page's name for itself and its field are two signs.
    let nobodys = || {
        let mut form = form();
        form[0] = heading("Õ");
        form
    };
    assert_eq!(is(AUTHORIZE, nobodys(), &[CONSENT]), "approval-required");
    assert_ne!(is(AUTHORIZE, nobodys(), &[]), "approval-required");
    for heading_says in [
        "Genehmigung durch Administrator erforderlich",
        "Approbation de l\u{2019}administrateur requise",
        "Se necesita la aprobación del administrador",
    ] {
        assert_eq!(
            is(AUTHORIZE, vec![heading(heading_says)], &[]),
            "approval-required",
            "{heading_says}"
        );
    }
    assert_eq!(
        is(AUTHORIZE, vec![heading("Õ")], &[("aadsts", "90094")]),
        "approval-required"
    );
    assert_eq!(
        is(AUTHORIZE, vec![heading("Request sent")], &[]),
        "approval-requested"
    );
}

#[test]
fn an_error_is_known_with_its_number_wherever_it_stands() {
    let number = |probes: &[(&str, &str)]| {
        let sighting = seen(AUTHORIZE, vec![heading("Sign in")], probes);
        page::recognise(Catalog::built_in(), &[(0, &sighting)], "").page
    };
    let page_says = ("pgid", "ConvergedError");
    assert_eq!(
        number(&[page_says, ("aadsts", "50105")]),
        Page::SignInError(Stop {
            number: Some(50105),
            ..Stop::default()
        })
    );
    assert_eq!(
        number(&[page_says, ("error-code", "700016")]),
        Page::SignInError(Stop {
            number: Some(700_016),
            ..Stop::default()
        })
    );
    assert_eq!(
        is(AUTHORIZE, vec![], &[("aadsts", "53003")]),
        "sign-in-error"
    );
    assert_eq!(
        is(
            AUTHORIZE,
            vec![heading(
                "Sorry, but we\u{2019}re having trouble signing you in."
            )],
            &[]
        ),
        "sign-in-error"
    );
    // Every sign-in page's configuration holds a number.
    assert_eq!(
        is(
            AUTHORIZE,
            vec![heading("Sign in")],
            &[("pgid", "ConvergedSignIn"), ("error-code", "50058")]
        ),
        "sign-in"
    );
}

#[test]
fn steps_of_the_sign_in_are_told_apart() {
    let name_field = control(
        "textbox",
        "Email",
        &[("name", "loginfmt"), ("type", "email")],
    );
    let tile = |account: &str| control("button", account, &[("data-test-id", account)]);
    let signs = ("pgid", "ConvergedSignIn");
    assert_eq!(
        is(AUTHORIZE, vec![name_field.clone(), next("Next")], &[signs]),
        "sign-in"
    );
    assert_eq!(
        is(AUTHORIZE, vec![name_field, next("Weiter")], &[]),
        "sign-in"
    );
    assert_eq!(
        is(
            AUTHORIZE,
            vec![heading("Enter password"), next("Sign in")],
            &[signs]
        ),
        "sign-in"
    );
    let tiles = || {
        vec![
            tile("adele@birchwood.example"),
            tile("sam@birchwood.example"),
        ]
    };
    assert_eq!(is(AUTHORIZE, tiles(), &[signs]), "account-picker");
    assert_eq!(is(AUTHORIZE, tiles(), &[]), "account-picker");
    assert_eq!(
        is(AUTHORIZE, vec![], &[("pgid", "ConvergedTFA")]),
        "verification"
    );
    assert_eq!(
        is(AUTHORIZE, vec![heading("Approve sign in request")], &[]),
        "verification"
    );
    assert_eq!(
        is(
            AUTHORIZE,
            vec![next("Next")],
            &[("pgid", "ConvergedProofUpRedirect")]
        ),
        "security-info"
    );
    assert_eq!(
        is(AUTHORIZE, vec![heading("More information required")], &[]),
        "security-info"
    );
    assert_eq!(
        is(AUTHORIZE, vec![heading("Update your password")], &[]),
        "change-password"
    );
}

#[test]
fn a_page_that_calls_itself_another_needs_the_labelled_box_to_be_a_consent() {
    let controls = || {
        vec![
            heading("Permissions requested"),
            row("Read your profile"),
            cancel("Cancel"),
            accept("Accept"),
        ]
    };
    let other = ("pgid", "ConvergedSignIn");
    assert_eq!(is(POSTED, controls(), &[CONSENT]), "consent");
    assert_ne!(is(POSTED, controls(), &[other]), "consent");
    let mut with_box = controls();
    with_box.push(control(
        "checkbox",
        "Consent on behalf of your organization",
        &[("type", "checkbox")],
    ));
    assert_eq!(is(POSTED, with_box, &[other]), "consent-with-tick");
}

#[test]
fn an_accept_and_a_cancel_on_a_page_with_another_name_are_no_consent() {
    let pair = || {
        vec![
            heading("Contoso terms of use"),
            cancel("Decline"),
            accept("Accept"),
        ]
    };
    let own = |name| [("page-id", name)];
    assert_eq!(is(POSTED, pair(), &own("ConvergedTermsOfUse")), "unknown");
    assert_eq!(is(POSTED, pair(), &[]), "consent");
    for more in [
        vec![row("Sign in and read your profile")],
        vec![control("checkbox", "Minu ettevõtte nimel", &[])],
        vec![heading("Permissions requested")],
    ] {
        let page = [pair(), more].concat();
        let name = is(POSTED, page, &own("ConvergedSomethingNew"));
        assert!(name.starts_with("consent"), "{name}");
    }
}

#[test]
fn several_accounts_are_a_choice_of_accounts_and_one_is_not() {
    let tile = |account: &str| control("button", account, &[]);
    let two = vec![
        tile("Adele adele@birchwood.example"),
        tile("Sam sam@birchwood.example"),
    ];
    assert_eq!(is(AUTHORIZE, two, &[]), "account-picker");
    let one = vec![tile("Adele adele@birchwood.example")];
    assert_eq!(is(AUTHORIZE, one, &[]), "unknown");
}

#[test]
fn what_could_be_two_pages_is_neither() {
    let both = vec![heading("Stay signed in?"), heading("Pick an account")];
    assert_eq!(is(AUTHORIZE, both, &[]), "unknown");
    assert_eq!(is(AUTHORIZE, vec![], &[]), "unknown");
}

#[test]
fn a_personal_accounts_page_is_not_ours_and_says_why() {
    for url in [
        "https://login.live.com/oauth20_authorize.srf?client_id=x",
        "https://account.live.com/Consent/Update?x=1",
        "https://login.microsoftonline.com/consumers/oauth2/v2.0/authorize?client_id=x",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/oauth2/v2.0/authorize",
    ] {
        let sighting = seen(
            url,
            vec![
                heading("Permissions requested"),
                cancel("Cancel"),
                accept("Accept"),
            ],
            &[CONSENT],
        );
        let recognised = page::recognise(Catalog::built_in(), &[(0, &sighting)], "");
        assert_eq!(recognised.page, Page::PersonalAccount, "{url}");
        assert!(!recognised.because.is_empty(), "{url}");
    }
    let asks = vec![control(
        "heading",
        "Let this app access your info?",
        &[("data-testid", "appConsentTitle")],
    )];
    assert_eq!(is(POSTED, asks, &[]), "personal-account");
}

#[test]
fn only_a_prompt_for_all_asks_for_all_and_not_its_words_elsewhere() {
    let asks = |end: &str| {
        let address = format!("https://login.microsoftonline.com/common/{end}");
        asks_for_all(&Url::parse(&address).unwrap())
    };
    for end in [
        "adminconsent",
        "v2.0/adminconsent/?client_id=1",
        "oauth2/authorize?prompt=admin_consent",
        "oauth2/authorize?prompt=login%20admin_consent",
    ] {
        assert!(asks(end), "{end}");
    }
    for end in [
        "oauth2/authorize?prompt=consent",
        "oauth2/authorize?state=admin_consent",
        "oauth2/authorize?scope=admin_consent&prompt=login",
    ] {
        assert!(!asks(end), "{end}");
    }
}

#[test]
fn every_page_of_the_table_has_a_name_that_is_known() {
    for page in &Catalog::built_in().sign_in.page {
        assert_eq!(named(&page.name, Stop::default()).name(), page.name);
    }
}

proptest! {
    #[test]
    fn nothing_on_a_page_makes_it_a_consent_without_its_pair_of_buttons_or_its_name(
        names in proptest::collection::vec("\\PC{0,30}", 0..6),
        role in proptest::sample::select(vec!["heading", "link", "button", "generic", "status"]),
    ) {
        let controls = names.iter().map(|name| control(role, name, &[])).collect();
        let name = is(AUTHORIZE, controls, &[]);
        prop_assert!(!name.contains("consent"), "{}", name);
    }
}

#[test]
fn an_address_tells_whether_everybodys_consent_is_asked_for() {
    assert!(page::asks_for_all(ADMIN));
    assert!(page::asks_for_all(&format!(
        "{AUTHORIZE}&prompt=admin_consent"
    )));
    assert!(!page::asks_for_all(AUTHORIZE));
    assert!(!page::asks_for_all("adminconsent"));
}

#[test]
fn a_box_that_does_not_say_whose_it_is_counts_as_far_as_the_rest_of_the_page_allows() {
    let page = |url: &str, says: &str, box_attrs: &[(&str, &str)]| {
        let controls = vec![
            heading(says),
            row("Näha"),
            control("checkbox", "Nõustu kõigi eest", box_attrs),
            cancel("Cancel"),
            accept("Accept"),
        ];
        is(url, controls, &[CONSENT])
    };
    assert_eq!(page(AUTHORIZE, "Õ", &[]), "consent-with-tick");
    assert_eq!(page(ADMIN, "Õ", &[]), "admin-consent");
    let everybodys = "Accept for your organization";
    assert_eq!(page(AUTHORIZE, everybodys, &[]), "admin-consent");
}

#[test]
fn who_asks_for_words_asks_for_no_consent() {
    let page = |says: &str, more: Option<Control>| {
        let mut controls = vec![
            heading(says),
            row("Show"),
            cancel("Cancel"),
            accept("Accept"),
        ];
        controls.extend(more);
        is(AUTHORIZE, controls, &[])
    };
    let asks = control(
        "textbox",
        "Enter justification for requesting this app",
        &[],
    );
    assert_eq!(page("Permissions requested", None), "consent");
    assert_ne!(page("Permissions requested", Some(asks)), "consent");
    let says = heading("Need admin approval");
    assert_eq!(page("Permissions requested", Some(says)), "consent");
    assert_ne!(page("Need admin approval", None), "consent");
}

#[test]
fn a_box_that_another_page_of_the_sign_in_left_behind_is_no_consent_for_everybody() {
    let page = |attrs: &[(&str, &str)]| {
        let left = || Control {
            visible: false,
            checked: Some(true),
            ..control("checkbox", "Remember", attrs)
        };
        let controls = vec![
            heading("Permissions requested"),
            left(),
            left(),
            cancel("Cancel"),
            accept("Accept"),
        ];
        is(AUTHORIZE, controls, &[CONSENT])
    };
    assert_eq!(
        page(&[]),
        "consent-with-tick",
        "nobody knows whose they are"
    );
    assert_eq!(page(&[("id", "KmsiCheckboxField")]), "consent");
}

#[test]
fn a_page_says_what_it_is_in_its_head_as_well_as_in_its_configuration() {
    let id = |page: &str, url: &str| is(url, vec![heading("\u{d5}")], &[("page-id", page)]);
    assert_eq!(id("KmsiInterrupt", AUTHORIZE), "stay-signed-in");
    assert_eq!(
        id("ConvergedError", AUTHORIZE),
        "unknown",
        "an admin's approval may be asked for"
    );
    let ids = [("page-id", "ConvergedError"), ("request-ids", ":")];
    assert_eq!(is(AUTHORIZE, vec![], &ids), "sign-in-error");
    assert_eq!(id("ConvergedConditionalAccess", AUTHORIZE), "sign-in-error");
    let two = is(
        AUTHORIZE,
        vec![],
        &[("page-id", "ConvergedTFA"), ("pgid", "KmsiInterrupt")],
    );
    assert_eq!(two, "unknown", "it says two things of itself");
}

#[test]
fn a_form_that_is_sent_to_the_consent_makes_a_page_one_in_any_language() {
    let buttons = || {
        vec![
            heading("\u{d5}"),
            row("N\u{e4}ha"),
            cancel("Loobu"),
            accept("N\u{f5}us"),
        ]
    };
    let target = ("consent-target", "Consent/Set");
    assert_eq!(is(POSTED, buttons(), &[target]), "consent");
    assert_eq!(
        is(POSTED, buttons(), &[]),
        "consent",
        "by its buttons and rows"
    );
    assert_eq!(is(POSTED, vec![heading("\u{d5}")], &[target]), "unknown");
}

fn stop(controls: Vec<Control>, probes: &[(&str, &str)]) -> Page {
    let sighting = seen(AUTHORIZE, controls, probes);
    page::recognise(Catalog::built_in(), &[(0, &sighting)], "").page
}

#[test]
fn a_page_that_stops_has_its_number_with_and_without_a_prefix_and_else_what_it_is() {
    let number = |number| {
        Page::SignInError(Stop {
            number: Some(number),
            ..Stop::default()
        })
    };
    assert_eq!(stop(vec![], &[("aadsts", "50105")]), number(50105));
    assert_eq!(stop(vec![], &[("plain-error", "530033")]).name(), "unknown");
    let device = stop(
        vec![heading("Help us keep your device secure")],
        &[("plain-error", "530033")],
    );
    let Page::SignInError(device) = device else {
        panic!("{device:?}")
    };
    assert_eq!(
        (device.number, device.reason),
        (Some(530_033), Reason::Device)
    );
    for (says, reason) in [
        ("You cannot access this right now", Reason::Policy),
        ("Your session has expired", Reason::Session),
        ("We couldn\u{2019}t sign you in", Reason::Unknown),
    ] {
        let expected = Page::SignInError(Stop {
            number: None,
            reason,
        });
        assert_eq!(stop(vec![heading(says)], &[]), expected, "{says}");
    }
    let listed = [("listed-number", "53000"), ("page-id", "ConvergedError")];
    assert_eq!(stop(vec![], &listed), number(53000));
    assert_eq!(
        stop(vec![heading("Sign in")], &[("listed-number", "53000")]).name(),
        "sign-in"
    );
}
