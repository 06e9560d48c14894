//! What there is before a journey: the apps, the first card of each that has pages of its own, what
//! is set and can be set, and what is to be practised.

use crate::kit::Browser;
use crate::situations::{APP, OBJECT, PAGE};
use crate::{approved, plain};
use consentry_catalog::Catalog;
use consentry_logic::settings::{Source, read};
use consentry_logic::update::{Effect, Event};
use consentry_wire::sighting::Control;
use consentry_wire::view::Choice;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the first page of an app's wizard is known by.
const BEGIN: &str = "Authorize New Connector";

fn configured(sources: &[(Source, Value)]) -> Browser {
    let mut browser = Browser::new();
    let package = json!({ "backend": "http://localhost:7430" });
    let sources = [&[(Source::Package, package)], sources].concat();
    browser.happens(Event::Configured(read(Catalog::built_in(), &sources)));
    browser
}

/// An app whose profile says everything a profile can say, and one that says as little as it may.
fn apps() -> Value {
    let entry = |host: &str| {
        let signs = json!([{ "roles": ["button"], "says": BEGIN }]);
        json!({ "host": host, "url": format!("https://{host}/"), "page": [{ "id": "wizard-start", "signs": signs }] })
    };
    let sourced = ["client_ids", "role", "sides", "clouds", "retired", "entry"];
    json!({
        "says-all": {
            "name": "Says All",
            "about": "It copies everything.",
            "client_ids": [OBJECT],
            "entry": entry("all.example"),
            "role": "cloud-application-administrator",
            "sides": "destination",
            "clouds": ["global", "us_gov", "china"],
            "notes": ["It keeps nothing."],
            "retired": "It ended in 2024.",
            "unverified": ["delegated", "callback_hosts", "tick"],
            "delegated": [{ "value": "Sites.Manage.All", "why": "It writes.", "grant": true }],
            "sources": [{ "url": "https://all.example/docs", "seen": "2026-11-01", "confidence": "C", "of": sourced }],
        },
        "says-little": {
            "name": "Says Little",
            "about": "It copies something.",
            "entry": entry("little.example"),
            "unverified": ["client_ids", "tick", "entry"],
        },
    })
}

#[test]
fn each_app_is_begun_as_was_approved() {
    let mut browser = configured(&[(Source::Policy, json!({ "profiles": apps() }))]);
    assert_eq!(browser.view().settings.news, []);
    let profiles = plain(&browser.view().profiles);
    let mut cards = BTreeMap::new();
    let tables = browser.tables.clone();
    let apps = tables.catalog().profiles.iter();
    for entry in apps.filter_map(|app| app.entry.as_ref()) {
        let begin = Control {
            id: 1,
            role: "button".to_owned(),
            name: BEGIN.to_owned(),
            visible: true,
            ..Control::default()
        };
        browser.shows(PAGE, &entry.url, vec![begin]);
        cards.insert(&entry.host, plain(&browser.view().tabs[&PAGE].card));
    }
    approved("begin", &json!({ "profiles": profiles, "cards": cards }));
}

#[test]
fn what_is_set_is_shown_as_was_approved() {
    let set = json!({
        "backend": "https://consentry.example/base/",
        "portal": "https://portal.azure.us/",
        "tickPolicy": "confirm",
        "language": "en",
        "zeroTouch": true,
        "reducedGuidance": true,
        "allowedClients": [APP, OBJECT],
        "forbiddenClients": [OBJECT],
    });
    let wrong = json!({
        "backend": "http://consentry.example",
        "portal": "https://portal.azure.com.evil.example",
        "tickPolicy": "forbidd",
        "language": "tlh",
        "zeroTouch": "yes",
        "allowedClients": ["Mover", 7],
        "forbiddenClients": [APP, "Mover"],
        "profiles": { "odd": { "name": 7 } },
        "dataPackKey": 7,
        "practice": true,
        "diagnose": true,
        APP: OBJECT,
    });
    let taught = json!({
        "dataPackKey": "key",
        "dataPack": "https://data.example/pack",
        "profiles": r#"{ "office-365-mover": { "tick": "must" } }"#,
    });
    let cases = [
        ("nothing", vec![]),
        ("by the package", vec![(Source::Package, set.clone())]),
        ("by a person", vec![(Source::Own, set.clone())]),
        ("by a policy", vec![(Source::Policy, set.clone())]),
        (
            "wrongly, in the package",
            vec![(Source::Package, wrong.clone())],
        ),
        ("wrongly, by a person", vec![(Source::Own, wrong.clone())]),
        ("wrongly, by a policy", vec![(Source::Policy, wrong)]),
        ("with data, by a policy", vec![(Source::Policy, taught)]),
    ];
    let shown: BTreeMap<&str, Value> = cases
        .into_iter()
        .map(|(name, sources)| {
            let mut shown = plain(&configured(&sources).view().settings);
            // What a field is called and what it takes does not depend on what is set.
            if name != "nothing" {
                for field in shown["fields"].as_array_mut().expect("a list") {
                    let field = field.as_object_mut().expect("a field");
                    field.retain(|part, _| !matches!(part.as_str(), "help" | "kind" | "label"));
                }
            }
            (name, shown)
        })
        .collect();
    approved("settings", &shown);
}

#[test]
fn what_is_typed_is_answered_as_was_approved() {
    let typed = [
        ("zeroTouch", "true"),
        ("zeroTouch", "false"),
        ("reducedGuidance", "perhaps"),
        ("tickPolicy", "warn"),
        ("tickPolicy", "confirm"),
        ("tickPolicy", "forbid"),
        ("tickPolicy", "forbidd"),
        ("language", "ja"),
        ("language", "tlh"),
        ("portal", "https://entra.microsoft.com/"),
        ("portal", "https://portal.example/"),
        ("forbiddenClients", "one, two"),
    ];
    let answers: BTreeMap<String, Value> = typed
        .into_iter()
        .map(|(name, text)| {
            let mut browser = configured(&[]);
            browser.chooses(Choice::Set {
                name: name.to_owned(),
                text: Some(text.to_owned()),
            });
            let set: Vec<_> = browser
                .effects
                .iter()
                .filter(|effect| matches!(effect, Effect::Set { .. }))
                .map(|effect| format!("{effect:?}"))
                .collect();
            let fields = &browser.view().settings.fields;
            let field = fields.iter().find(|field| field.name == name);
            let field = field.map(|field| json!({ "text": field.text, "error": field.error }));
            (
                format!("{name}: {text}"),
                plain(json!({ "set": set, "field": field })),
            )
        })
        .collect();
    approved("typed", &answers);
}

#[test]
fn an_app_is_named_as_was_approved() {
    let texts = [
        OBJECT,
        APP,
        "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
        "ff8d92dc-3d82-41d6-bcbd-b9174d163620",
        "Contoso Backup",
        "",
    ];
    let shown: BTreeMap<&str, Value> = texts
        .into_iter()
        .map(|text| {
            let mut browser = configured(&[]);
            browser.chooses(Choice::NameApp {
                text: Some(text.to_owned()),
            });
            (text, plain(&browser.view().any_app))
        })
        .collect();
    approved("any-app", &shown);
}

#[test]
fn practice_is_offered_or_called_so_as_was_approved() {
    let practising = [(Source::Package, json!({ "practice": true }))];
    let shown = [("where it counts", &[][..]), ("in practice", &practising)]
        .map(|(name, sources)| (name, plain(&configured(sources).view().practice)));
    approved("practice", &BTreeMap::from(shown));
}
