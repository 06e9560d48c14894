//! A consent page that is held: what is said and held before a press, after one, when the person
//! asks to let it through, changes their mind, and lets it through.

use crate::kit::Browser;
use crate::situations::{APP, PAGE};
use crate::{approved, pages};
use consentry_logic::settings::Source;
use consentry_logic::update::Event;
use consentry_wire::api::Role;
use consentry_wire::sighting::Sighting;
use consentry_wire::view::Choice;
use serde_json::json;
use std::collections::BTreeMap;

const MALICIOUS: &str = "ff8d92dc-3d82-41d6-bcbd-b9174d163620";
const ABUSED: &str = "e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd";

/// The page with the box as it was changed, for an app.
fn page(
    client: &str,
    known: &[Sighting],
    change: impl FnOnce(&mut Sighting, usize),
) -> Vec<Sighting> {
    let mut frames = known.to_vec();
    frames[0].url = format!(
        "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id={client}&response_type=code&redirect_uri=https%3A%2F%2Fapp.mover.io%2F&scope=Sites.Manage.All"
    );
    let at = frames[0]
        .controls
        .iter()
        .position(|control| control.checked.is_some());
    change(&mut frames[0], at.expect("there is a box"));
    frames
}

/// The page with its box in each state, and with two of which nobody knows whose they are.
fn boxes(client: &str, known: &[Sighting]) -> BTreeMap<&'static str, Vec<Sighting>> {
    let unknown = |page: &mut Sighting, at: usize, on: Option<bool>| {
        let known = &mut page.controls[at];
        "Remember".clone_into(&mut known.name);
        (known.row, known.group, known.read) = (None, None, None);
        known.attrs.clear();
        known.checked = Some(false);
        let mut other = known.clone();
        (other.id, other.checked) = (9_000, on);
        page.controls.push(other);
    };
    BTreeMap::from([
        ("on", page(client, known, |_, _| {})),
        (
            "off",
            page(client, known, |page, at| {
                page.controls[at].checked = Some(false);
            }),
        ),
        (
            "silent",
            page(client, known, |page, at| page.controls[at].checked = None),
        ),
        (
            "on and not shown",
            page(client, known, |page, at| page.controls[at].visible = false),
        ),
        (
            "unknown, on",
            page(client, known, |page, at| unknown(page, at, Some(true))),
        ),
        (
            "unknown, off",
            page(client, known, |page, at| unknown(page, at, Some(false))),
        ),
        (
            "unknown, silent",
            page(client, known, |page, at| unknown(page, at, None)),
        ),
        (
            "unknown, silent and not shown",
            page(client, known, |page, at| {
                unknown(page, at, None);
                page.controls.last_mut().expect("the other").visible = false;
            }),
        ),
        (
            "twice",
            page(client, known, |page, at| {
                let mut other = page.controls[at].clone();
                other.id = 9_000;
                page.controls.push(other);
            }),
        ),
    ])
}

/// The card, the marks and the hold of the page in a line each.
fn now(browser: &Browser) -> Vec<String> {
    let tab = &browser.view().tabs[&PAGE];
    let mut now = Vec::new();
    if let Some(card) = &tab.card {
        now.push(format!("{:?} {}: {}", card.kind, card.id, card.title));
        now.extend(card.lines.first().map(|line| line.text.clone()));
        let actions = card.actions.iter().map(|action| &action.label);
        now.extend(actions.map(|label| format!("[{label}]")));
    }
    let instructed = &browser.model.session.tabs[&PAGE].frames[&0].instructed;
    let marks = instructed.marks.iter();
    now.extend(marks.map(|mark| format!("{:?} {}", mark.kind, mark.control)));
    let hold = instructed.block.iter();
    now.extend(hold.map(|hold| {
        let (tick, blocks, lets) = (&hold.tick, &hold.blocks, &hold.lets);
        format!("by {tick:?} holds {blocks:?}, not {lets:?}")
    }));
    let not_shown = tab.diagnosis.iter();
    now.extend(not_shown.filter_map(|diagnosis| diagnosis.dark_because.clone()));
    if let Some(journey) = browser.model.lasting.journeys.first() {
        let guard = &journey.guard;
        let seen = [
            ("offered", guard.offered),
            ("ticked", guard.ticked),
            ("held", guard.held),
            ("released", guard.released),
        ];
        let seen = seen.iter().filter(|(_, is)| *is).map(|(what, _)| *what);
        now.push(seen.collect::<Vec<_>>().join(", "));
    }
    now
}

fn walked(mut browser: Browser, frames: &[Sighting]) -> BTreeMap<String, Vec<String>> {
    let mut said: Vec<(&str, Vec<String>)> = Vec::new();
    let mut then = |browser: &Browser, what: &'static str| {
        let shown = now(browser);
        // What changes nothing is not said again.
        if said.last().is_none_or(|(_, before)| *before != shown) {
            said.push((what, shown));
        }
    };
    browser.sees(frames);
    then(&browser, "seen");
    for early in [true, false] {
        let mut pressed = browser.clone();
        pressed.happens(Event::Blocked { tab: PAGE, early });
        then(&pressed, if early { "pressed early" } else { "pressed" });
    }
    browser.happens(Event::Blocked {
        tab: PAGE,
        early: false,
    });
    let choices = [
        ("let through, unasked", Choice::Release { tab: PAGE }),
        ("asks", Choice::AskRelease { tab: PAGE }),
        ("keeps the hold", Choice::KeepHold { tab: PAGE }),
        ("asks again", Choice::AskRelease { tab: PAGE }),
        ("let through", Choice::Release { tab: PAGE }),
    ];
    for (what, choice) in choices {
        browser.chooses(choice);
        then(&browser, what);
    }
    (1..)
        .zip(said)
        .map(|(at, (what, shown))| (format!("{at} {what}"), shown))
        .collect()
}

#[test]
fn each_press_on_a_held_page_is_answered_as_was_approved() {
    let rule = |tick: &str| json!({ "profiles": { "office-365-mover": { "tick": tick } } });
    let cases = [
        ("held", APP, json!({})),
        ("held-quietly", APP, json!({ "reducedGuidance": true })),
        ("held-warn", APP, json!({ "tickPolicy": "warn" })),
        ("held-forbid", APP, json!({ "tickPolicy": "forbid" })),
        ("held-must", APP, rule("must")),
        ("held-optional", APP, rule("optional")),
        ("held-forbidden", APP, json!({ "forbiddenClients": [APP] })),
        ("held-malicious", MALICIOUS, json!({})),
        ("held-abused", ABUSED, json!({})),
    ];
    let known = &pages()["tick-already-on-switch"];
    for (name, client, settings) in cases {
        let mut walks: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for (boxes, frames) in boxes(client, known) {
            for journey in [false, true] {
                let mut browser = if journey {
                    Browser::at_the_wizard(Role::GlobalAdmin)
                } else {
                    Browser::new()
                };
                let mut settings = settings.clone();
                settings["diagnose"] = json!(true);
                browser.sets(Source::Package, &settings);
                let whose = if journey { "on a journey" } else { "on none" };
                let walk = walked(browser, &frames);
                walks
                    .entry(walk)
                    .or_default()
                    .push(format!("{boxes}, {whose}"));
            }
        }
        let walks: BTreeMap<_, _> = walks
            .into_iter()
            .map(|(walk, boxes)| (boxes.join("; "), walk))
            .collect();
        approved(name, &walks);
    }
}
