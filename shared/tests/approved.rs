//! What is said and lit on each kind of page, in each situation of a journey, as it was read and
//! approved: `snapshots/`. The pages are those fuzzing begins with, as the eyes saw them.
//!
//! What has changed on purpose is written anew by
//! `INSTA_UPDATE=always cargo test -p consentry-shared`, and read before it is committed.

mod kit;

use consentry_shared::api::{Evidence, Problem, Role, State, Status};
use consentry_shared::model::Settings;
use consentry_shared::settings::{Source, read};
use consentry_shared::sighting::Sighting;
use consentry_shared::update::{Answer, Event};
use consentry_shared::view::{Choice, JourneyView};
use kit::Browser;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const OBJECT: &str = "1c6e8fe3-62a1-495e-8740-18ee55c1dfac";
/// The tab of the wizard, and the one a page is seen in.
const WIZARD: u32 = 1;
const PAGE: u32 = 2;

impl Browser {
    fn at_the_wizard(role: Role) -> Self {
        let mut browser = Self {
            now: 1_000_000,
            ..Self::default()
        };
        browser.shows(WIZARD, "https://app.mover.io/", Vec::new());
        browser.chooses(Choice::Begin {
            profile: "office-365-mover".to_owned(),
            role,
        });
        browser
    }

    fn told(&mut self, role: Role, state: &State) {
        let status = json!({
            "id": "0192f0c1-0000-7000-8000-000000000001",
            "profile": "office-365-mover",
            "role": role,
            "revision": 1,
            "state": state,
            "tenant": { "id": "20e6ec45-9bc2-41d2-88f2-df4da88d9417", "name": "Birchwood" },
            "account": "adele.admin@birchwood.example",
            "app": { "object_id": OBJECT, "app_id": APP, "enabled": true },
            "missing": ["Sites.Manage.All"],
            "grants": match state {
                State::NeedsAdminConsent => json!({
                    "delegated": [{ "value": "User.Read", "for_everybody": false }],
                    "application": [],
                }),
                State::Authorized { .. } => json!({
                    "delegated": [{ "value": "Sites.Manage.All", "for_everybody": false }],
                    "application": ["User.Read.All"],
                }),
                _ => json!({}),
            },
            "checked_at": self.now,
        });
        let mut status: Status = serde_json::from_value(status).expect("a status");
        status.evidence = vec![Evidence {
            call: "GET /users/$count".to_owned(),
            status: 403,
            at: self.now,
        }];
        self.happens(Event::Answered(Answer::Claimed {
            tab: WIZARD,
            status: Box::new(status),
        }));
    }

    fn takes(&mut self, step: &str) {
        let journey = self.view().journeys[0].id.clone();
        self.chooses(Choice::Take {
            journey,
            step: step.to_owned(),
        });
    }

    /// A page is opened, looked at, and looked at again when it has come to rest.
    fn sees(&mut self, frames: &[Sighting]) {
        for (frame, sighting) in (0..).zip(frames) {
            self.happens(Event::Hello {
                tab: PAGE,
                frame,
                document: frame.to_string(),
                url: sighting.url.clone(),
            });
        }
        for pause in [0, 5_000] {
            self.now += pause;
            for (frame, sighting) in (0..).zip(frames) {
                self.happens(Event::Saw {
                    tab: PAGE,
                    frame,
                    sighting: sighting.clone(),
                });
            }
        }
    }
}

/// How a journey can stand when a page is seen.
fn situations() -> Vec<(&'static str, Browser)> {
    let journey = |role: Role, state: State| {
        let mut browser = Browser::at_the_wizard(role);
        browser.told(role, &state);
        browser
    };
    let authorized = || State::Authorized {
        users: 17,
        sites: 43,
    };
    let declined = || Problem {
        code: "consent-declined".to_owned(),
        title: "Consent was declined".to_owned(),
        detail: "Somebody pressed Cancel.".to_owned(),
        remedy: "Sign in again and accept.".to_owned(),
        role: None,
        link: None,
        microsoft: Some("AADSTS65004".to_owned()),
        status: None,
    };
    let mut nobody = Browser {
        now: 1_000_000,
        ..Browser::default()
    };
    nobody.happens(Event::Woke);
    nobody.chooses(Choice::Diagnose {
        tab: PAGE,
        on: true,
    });
    let mut closing = journey(Role::GlobalAdmin, authorized());
    closing.takes("require");
    let mut reduced = Browser::at_the_wizard(Role::GlobalAdmin);
    reduced.happens(Event::Configured(Settings {
        reduced_guidance: true,
        ..Settings::default()
    }));
    vec![
        ("nobody is on a journey", nobody),
        ("with reduced guidance", reduced),
        (
            "before the sign-in",
            Browser::at_the_wizard(Role::GlobalAdmin),
        ),
        (
            "before the sign-in, who cannot grant",
            Browser::at_the_wizard(Role::SharepointAdmin),
        ),
        (
            "the grant is missing",
            journey(Role::GlobalAdmin, State::NeedsAdminConsent),
        ),
        (
            "the grant is missing, who cannot grant",
            journey(Role::SharepointAdmin, State::NeedsAdminConsent),
        ),
        (
            "on its way",
            journey(Role::GlobalAdmin, State::Propagating { since: 990_000 }),
        ),
        ("authorized", journey(Role::GlobalAdmin, authorized())),
        ("closing the app to others", closing),
        (
            "lost",
            journey(
                Role::GlobalAdmin,
                State::NeedsReauthorization { cause: declined() },
            ),
        ),
        (
            "blocked",
            journey(
                Role::GlobalAdmin,
                State::Blocked {
                    problem: declined(),
                },
            ),
        ),
    ]
}

fn pages() -> BTreeMap<String, Vec<Sighting>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/page");
    let files = std::fs::read_dir(folder).expect("the pages fuzzing begins with");
    let read = |file: PathBuf| {
        let name = file
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let bytes = std::fs::read(&file).expect("a page");
        let json = bytes.split(|byte| *byte == 0xff).next().expect("one part");
        (name, serde_json::from_slice(json).expect("sightings"))
    };
    files
        .map(|file| read(file.expect("a file").path()))
        .collect()
}

/// Without what is not there: a line each for the rest.
fn plain(value: impl Serialize) -> Value {
    match serde_json::to_value(value).expect("JSON") {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| (key, plain(value)))
            .filter(|(_, value)| !is_nothing(value))
            .collect(),
        Value::Array(all) => all.into_iter().map(plain).collect(),
        value => value,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(all) => all.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

fn approved(name: &str, what: &impl Serialize) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_yaml_snapshot!(name, what));
}

/// What is shown of a page in each situation: those in which the same is shown stand together.
fn shown(
    frames: &[Sighting],
    situations: &[(&'static str, Browser)],
) -> Vec<(Vec<&'static str>, Value)> {
    let mut shown: Vec<(Vec<&str>, Value)> = Vec::new();
    for (situation, browser) in situations {
        let mut browser = browser.clone();
        browser.sees(frames);
        let tab = &browser.view().tabs[&PAGE];
        let known = &browser.model.session.tabs[&PAGE].frames;
        let painted: BTreeMap<_, _> = known
            .iter()
            .map(|(frame, known)| (frame, &known.painted))
            .collect();
        let now = plain(json!({ "page": tab.page, "card": tab.card, "painted": painted }));
        match shown.iter_mut().find(|(_, before)| *before == now) {
            Some((situations, _)) => situations.push(situation),
            None => shown.push((vec![situation], now)),
        }
    }
    shown
}

/// What people who wonder are told of a page, and what is kept of it for a test case.
fn diagnosed(frames: &[Sighting], browser: &Browser) -> (Value, Value) {
    let mut browser = browser.clone();
    browser.sees(frames);
    let tab = &browser.view().tabs[&PAGE];
    (plain(&tab.diagnosis), plain(&tab.kept))
}

#[test]
fn each_page_says_and_lights_what_was_approved() {
    let situations = situations();
    for (name, frames) in pages() {
        let (diagnosis, kept) = diagnosed(&frames, &situations[0].1);
        let shown = shown(&frames, &situations);
        let what = json!({ "diagnosis": diagnosis, "kept": kept, "shown": shown });
        approved(&name, &what);
    }
}

/// A page that is known by a heading, a field or its address.
fn page(url: &str, controls: &Value, probes: &Value) -> Vec<Sighting> {
    let sighting = json!({ "url": url, "complete": true, "controls": controls, "probes": probes });
    vec![serde_json::from_value(sighting).expect("a sighting")]
}

#[test]
fn each_step_aside_is_answered_as_was_approved() {
    let authorize = format!(
        "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id={APP}"
    );
    let heading = |name: &str| {
        page(
            &authorize,
            &json!([{ "id": 1, "role": "heading", "name": name, "visible": true }]),
            &json!({}),
        )
    };
    let nothing = |url: &str| page(url, &json!([]), &json!({}));
    let steps = [
        ("stay-signed-in", heading("Stay signed in?")),
        ("account-picker", heading("Pick an account")),
        ("verification", heading("Approve sign in request")),
        ("security-info", heading("More information required")),
        ("change-password", heading("Update your password")),
        ("approval-requested", heading("Request sent")),
        ("no-such-page", heading("Something else")),
        (
            "error-of-the-sign-in",
            page(&authorize, &json!([]), &json!({ "aadsts": "50105" })),
        ),
        (
            "personal",
            nothing("https://login.live.com/oauth20_authorize.srf"),
        ),
        (
            "back-in-the-portal",
            nothing("https://portal.azure.com/TokenAuthorize?admin_consent=True"),
        ),
        (
            "back-with-an-error",
            nothing("https://portal.azure.com/TokenAuthorize?error=access_denied"),
        ),
        ("home", nothing("https://portal.azure.com/#home")),
        ("no-fragment", nothing("https://portal.azure.com/")),
    ];
    let situations = situations();
    let answers: BTreeMap<&str, _> = steps
        .iter()
        .map(|(name, frames)| (*name, shown(frames, &situations)))
        .collect();
    approved("aside", &answers);
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
                let mut card = plain(&browser.view().tabs[&PAGE].card);
                let lines = card["lines"].take();
                let who = format!("{page}, {organization}, {account:?}");
                judged.insert(
                    who,
                    plain(
                        json!({ "title": card["title"], "lines": lines, "glance": card["glance"] }),
                    ),
                );
            }
        }
    }
    approved("whose-consent", &judged);
}

/// A consent page for another request than its own, under settings, with nobody on a journey.
fn consent(page: &[Sighting], address: &str, settings: &Value) -> Value {
    let mut browser = Browser {
        now: 1_000_000,
        ..Browser::default()
    };
    let settings = read(&[(Source::Policy, settings.clone())]);
    assert_eq!(settings.refused, [""; 0]);
    browser.happens(Event::Configured(settings));
    let mut page = page.to_vec();
    address.clone_into(&mut page[0].url);
    browser.sees(&page);
    let mut card = plain(&browser.view().tabs[&PAGE].card);
    // What each permission means is the same wherever it is asked for.
    if let Some(card) = card.as_object_mut() {
        card.remove("details");
    }
    let painted = &browser.model.session.tabs[&PAGE].frames[&0].painted;
    plain(json!({ "card": card, "marks": painted.marks, "hold": painted.hold }))
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
fn each_undoing_is_answered_in_each_state_as_was_approved() {
    let mut answers = BTreeMap::new();
    for (situation, browser) in situations() {
        let Some(journey) = browser.view().journeys.first() else {
            continue;
        };
        let Some(after) = &journey.after else {
            continue;
        };
        for recipe in &after.undo {
            for enabled in [Some(true), Some(false), None] {
                let mut browser = browser.clone();
                browser.chooses(Choice::Undone {
                    journey: journey.id.clone(),
                    recipe: recipe.id.clone(),
                });
                let mut status = journey.status.clone().expect("signed in");
                status.revision = 2;
                status.app.as_mut().expect("it is there").enabled = enabled;
                status.exposure.assignment_required = enabled;
                browser.now += 10;
                status.checked_at = Some(browser.now);
                browser.happens(Event::Answered(Answer::Status(Box::new(status))));
                let journey = &browser.view().journeys[0];
                let undo = journey.after.iter().flat_map(|after| &after.undo);
                let found = undo.into_iter().find(|one| one.id == recipe.id);
                let found = found.and_then(|one| one.found.clone());
                let how = enabled.map_or("not told", |on| if on { "on" } else { "off" });
                answers.insert(format!("{}, {situation}, {how}", recipe.id), plain(found));
            }
        }
    }
    approved("undone", &answers);
}

#[test]
fn each_situation_looks_in_the_panel_as_was_approved() {
    for (situation, browser) in situations() {
        let journeys: &[JourneyView] = &browser.view().journeys;
        let name = format!("panel {}", situation.replace(',', "")).replace(' ', "-");
        approved(&name, &plain(journeys));
    }
}
