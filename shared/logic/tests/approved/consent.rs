//! Consent pages: which request is judged how, under which settings, and whose consent it is.

use crate::kit::Browser;
use crate::situations::{APP, OBJECT, PAGE};
use crate::{approved, pages, plain};
use consentry_logic::settings::Source;
use consentry_wire::api::{Role, State};
use consentry_wire::sighting::Sighting;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A consent page for another request than its own, under settings, with nobody on a journey.
fn consent(page: &[Sighting], address: &str, settings: &Value) -> Value {
    let mut browser = Browser::new();
    browser.sets(Source::Policy, settings);
    let mut page = page.to_vec();
    address.clone_into(&mut page[0].url);
    browser.sees(&page);
    let mut card = plain(&browser.view().tabs[&PAGE].card);
    // What each permission means is the same wherever it is asked for.
    if let Some(card) = card.as_object_mut() {
        card.remove("details");
    }
    let instructed = &browser.model.session.tabs[&PAGE].frames[&0].instructed;
    plain(json!({ "card": card, "marks": instructed.marks, "hold": instructed.block }))
}

#[test]
fn each_request_and_each_policy_is_judged_on_a_consent_page_as_was_approved() {
    let pages = pages();
    let authorize = |client: &str, redirect: &str, scope: &str| {
        format!(
            "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id={client}&response_type=code&redirect_uri={redirect}&scope={scope}"
        )
    };
    let (here, scope) = (
        "http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback",
        "openid+profile+offline_access+Sites.Manage.All",
    );
    let own = authorize(APP, here, scope);
    let none = json!({});
    let cases = [
        (
            "more-than-declared",
            authorize(APP, here, "Mail.ReadWrite+Sites.Manage.All"),
            none.clone(),
        ),
        (
            "less-than-declared",
            authorize(APP, here, "openid"),
            none.clone(),
        ),
        (
            "answer-elsewhere",
            authorize(APP, "https%3A%2F%2Fcollect.example%2F", scope),
            none.clone(),
        ),
        (
            "unknown-app",
            authorize(
                OBJECT,
                "https%3A%2F%2Fapp.example%2F",
                "Files.ReadWrite.All",
            ),
            none.clone(),
        ),
        (
            "malicious-app",
            authorize("ff8d92dc-3d82-41d6-bcbd-b9174d163620", here, "Mail.Read"),
            none.clone(),
        ),
        (
            "abused-app",
            authorize("e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd", here, "Mail.Read"),
            none.clone(),
        ),
        (
            "microsofts-app",
            authorize("c44b4083-3bb0-49c1-b47d-974e53cbdf3c", here, "User.Read"),
            none.clone(),
        ),
        (
            "no-request",
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize".to_owned(),
            none,
        ),
        ("policy-warn", own.clone(), json!({ "tickPolicy": "warn" })),
        (
            "policy-forbid",
            own.clone(),
            json!({ "tickPolicy": "forbid" }),
        ),
        (
            "policy-forbids-the-app",
            own.clone(),
            json!({ "forbiddenClients": [APP] }),
        ),
        (
            "policy-allows-others",
            own.clone(),
            json!({ "allowedClients": [OBJECT] }),
        ),
        (
            "policy-allows-the-app",
            own.clone(),
            json!({ "allowedClients": [APP] }),
        ),
        (
            "tick-must",
            own.clone(),
            json!({ "profiles": { "office-365-mover": { "tick": "must" } } }),
        ),
        (
            "tick-optional",
            own,
            json!({ "profiles": { "office-365-mover": { "tick": "optional" } } }),
        ),
    ];
    for (name, address, settings) in cases {
        let shown: BTreeMap<&str, Value> = [
            "consent-languages-plain-en",
            "consent-languages-admin-en",
            "tick-labelled-by",
            "tick-already-on-switch",
        ]
        .map(|page| (page, consent(&pages[page], &address, &settings)))
        .into();
        approved(&format!("consent-{name}"), &shown);
    }
}

#[test]
fn each_account_and_organization_is_judged_on_a_consent_page_as_was_approved() {
    let pages = pages();
    let mut browser = Browser::at_the_wizard(Role::GlobalAdmin);
    browser.told(Role::GlobalAdmin, &State::NeedsAdminConsent);
    let mut judged = BTreeMap::new();
    for page in ["consent-languages-plain-en", "consent-languages-admin-en"] {
        let path = if page.contains("admin") {
            "adminconsent"
        } else {
            "oauth2/v2.0/authorize"
        };
        for organization in [
            "organizations",
            "consumers",
            "20e6ec45-9bc2-41d2-88f2-df4da88d9417",
            OBJECT,
            "birchwood.example",
            "elsewhere.example",
        ] {
            for account in [
                None,
                Some("adele.admin@birchwood.example"),
                Some("ADELE.admin@Birchwood.example"),
                Some("sam@birchwood.example"),
                Some("sam@elsewhere.example"),
                Some("adele.admin_birchwood.example#EXT#@elsewhere.example"),
                Some("adele.admin@outlook.com"),
            ] {
                let mut frames = pages[page].clone();
                frames[0].url = format!(
                    "https://login.microsoftonline.com/{organization}/{path}?client_id={APP}&scope=Sites.Manage.All"
                );
                frames[0]
                    .probes
                    .extend(account.map(|account| ("account".to_owned(), account.to_owned())));
                let mut browser = browser.clone();
                browser.sees(&frames);
                let card = plain(&browser.view().tabs[&PAGE].card);
                let said = json!({ "title": card["title"], "lines": card["lines"], "glance": card["glance"] });
                judged.insert(format!("{page}, {organization}, {account:?}"), plain(said));
            }
        }
    }
    approved("whose-consent", &judged);
}

#[test]
fn where_the_app_is_registered_is_said_once_graph_has_told() {
    let frames = &pages()["consent-languages-plain-en"];
    let mut browser = Browser::at_the_wizard(Role::GlobalAdmin);
    browser.told(Role::GlobalAdmin, &State::NeedsAdminConsent);
    let said = |owner: &str| {
        let mut browser = browser.clone();
        let status = browser.model.lasting.journeys[0].status.as_mut();
        let app = status.and_then(|status| status.app.as_mut());
        app.expect("it is there").owner_tenant = Some(owner.to_owned());
        browser.sees(frames);
        let card = plain(&browser.view().tabs[&PAGE].card);
        plain(json!({
            "title": card["title"],
            "glance": card["glance"],
            "lines": card["lines"],
            "checks": card["checks"],
        }))
    };
    let said = BTreeMap::from([
        ("the maker's", said("F8CDEF31-a31e-4b4a-93e4-5f571e91255a")),
        ("another", said(OBJECT)),
    ]);
    approved("owner", &said);
}

#[test]
fn why_accept_is_not_lit_is_said_where_it_would_be() {
    type Change = fn(&mut Vec<Sighting>, usize);
    let pages = pages();
    let changes: [(&str, Change); 6] = [
        ("as it is", |_, _| {}),
        ("greyed out", |page, accept| {
            page[0].controls[accept].disabled = true;
        }),
        ("behind something", |page, accept| {
            page[0].controls[accept].behind = true;
        }),
        ("reads otherwise", |page, accept| {
            page[0].controls[accept].read = Some("Decline".to_owned());
        }),
        ("twice", |page, accept| {
            let mut other = page[0].controls[accept].clone();
            other.id = 9_000;
            page[0].controls.push(other);
        }),
        ("gone", |page, accept| {
            page[0].controls.remove(accept);
        }),
    ];
    let before = Browser::at_the_wizard(Role::GlobalAdmin);
    let mut granting = before.clone();
    granting.told(Role::GlobalAdmin, &State::NeedsAdminConsent);
    let mut said = BTreeMap::new();
    for (name, browser) in [
        ("consent-languages-plain-en", &before),
        ("consent-languages-admin-en", &granting),
    ] {
        let accept = pages[name][0]
            .controls
            .iter()
            .position(|control| control.name == "Accept")
            .expect("it is there");
        for (how, change) in changes {
            let (mut page, mut browser) = (pages[name].clone(), browser.clone());
            change(&mut page, accept);
            browser.sees(&page);
            let card = plain(&browser.view().tabs[&PAGE].card);
            let marks = &browser.model.session.tabs[&PAGE].frames[&0]
                .instructed
                .marks;
            let shown = json!({ "title": card["title"], "lines": card["lines"], "marks": marks });
            said.insert(format!("{name}, {how}"), plain(shown));
        }
    }
    approved("accept-unlit", &said);
}

#[test]
fn what_a_grant_changes_is_not_counted_where_the_apps_list_has_gaps() {
    let frames = &pages()["consent-languages-admin-en"];
    let said = |unverified: &[&str]| {
        let mut browser = Browser::at_the_wizard(Role::GlobalAdmin);
        let patch = json!({ "office-365-mover": { "unverified": unverified } });
        browser.sets(Source::Policy, &json!({ "profiles": patch }));
        browser.told(Role::GlobalAdmin, &State::NeedsAdminConsent);
        browser.sees(frames);
        let consent = plain(&browser.view().tabs[&PAGE].card);
        browser.sees(&pages()["languages-grant-nl"]);
        let grant = plain(&browser.view().tabs[&PAGE].card);
        plain(json!({ "consent": [consent["lines"], consent["checks"]], "grant": grant["lines"] }))
    };
    let said = BTreeMap::from([
        ("no gaps", said(&[])),
        ("gaps in what it does as a person", said(&["delegated"])),
        ("gaps in what it does alone", said(&["application"])),
    ]);
    approved("gaps", &said);
}
