//! What is said and lit on each kind of page, in each situation of a journey, as it was read and
//! approved: `snapshots/`. The pages are those fuzzing begins with, as the eyes saw them.
//!
//! What has changed on purpose is written anew by
//! `INSTA_UPDATE=always cargo test -p consentry-logic`, and read before it is committed.

mod begin;
#[path = "../claims/mod.rs"]
mod claims;
mod consent;
mod held;
#[path = "../kit/mod.rs"]
mod kit;
mod situations;

use consentry_catalog::Catalog;
use consentry_logic::update::{Answer, Event};
use consentry_wire::sighting::Sighting;
use consentry_wire::view::{Choice, JourneyView};
use kit::Browser;
use serde::Serialize;
use serde_json::{Value, json};
use situations::{APP, PAGE, situations};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn pages() -> BTreeMap<String, Vec<Sighting>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/page");
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
    settings.set_snapshot_path("../snapshots");
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
        let instructed: BTreeMap<_, _> = known
            .iter()
            .map(|(frame, known)| (frame, &known.instructed))
            .collect();
        let now = plain(json!({ "page": tab.page, "card": tab.card, "painted": instructed }));
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
        let page = diagnosis["page"].as_str().expect("it has a name");
        assert!(
            consentry_logic::page_names::pages(Catalog::built_in()).contains(page),
            "{page}"
        );
        for search in diagnosis["looked_for"].as_array().into_iter().flatten() {
            let control = search["control"].as_str().expect("it has a name");
            assert!(
                consentry_logic::page_names::controls(Catalog::built_in()).contains(control),
                "{control}"
            );
        }
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
        let journeys: &[JourneyView<String>] = &browser.view().journeys;
        let name = format!("panel {}", situation.replace(',', "")).replace(' ', "-");
        approved(&name, &plain(journeys));
    }
}
