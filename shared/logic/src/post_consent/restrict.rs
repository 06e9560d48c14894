//! Closing an app to everybody but the people who need it, in the order that locks nobody out:
//! grant, assign, require, verify. And who would lose access, as far as that can be known.

use super::{action, line};
use crate::model::{Journey, Settings};
use crate::recipe;
use consentry_catalog::Catalog;
use consentry_catalog::guide::What;
use consentry_wire::api::Status;
use consentry_wire::text::{Message, message, say};
use consentry_wire::view::{Choice, HardenView, Line, Tone, Weight};

/// What the panel shows of it.
pub(super) fn view(
    catalog: &Catalog,
    journey: &Journey,
    status: &Status,
    settings: &Settings,
) -> HardenView {
    let taken = journey.taken.iter().any(|step| step == "require");
    let closed = status.exposure.assignment_required == Some(true);
    let mut actions = Vec::new();
    if journey.may_grant() && !taken && !closed {
        actions.push(action(
            message("take.assign"),
            Choice::Take {
                journey: journey.id.clone(),
                step: "require".to_owned(),
            },
            Weight::Secondary,
        ));
    }
    HardenView {
        order: order(journey, status),
        lines: preview(status),
        lookups: recipe::all(catalog, false)
            .filter_map(|one| recipe::shown(catalog, one, journey, settings))
            .collect(),
        actions,
    }
}

/// The four stages in their order, each with how it stands.
fn order(journey: &Journey, status: &Status) -> Vec<Line> {
    let graph = |what: What| {
        journey
            .facts
            .known(what, status.checked_at.unwrap_or_default())
            .is_some_and(|fact| fact.holds)
    };
    let granted = graph(What::Authorized);
    let assigned = status.exposure.assigned.as_ref().map(|all| !all.is_empty());
    let required = status.exposure.assignment_required;
    // Proven is what Graph showed of both at once.
    let verified = assigned == Some(true) && required == Some(true);
    let said = |what: What| !journey.graph_tells(what) && journey.facts.held(what);
    let stages = [
        ("harden.grant", None, Some(granted)),
        ("harden.assign", Some(What::Assigned), assigned),
        ("harden.require", Some(What::AssignmentRequired), required),
        ("harden.verify", None, Some(verified)),
    ];
    let word = |(_, what, done): &(&str, Option<What>, Option<bool>)| match done {
        None if what.is_some_and(said) => (Tone::Plain, "harden.said"),
        Some(true) => (Tone::Good, "harden.done"),
        Some(false) => (Tone::Plain, "harden.open"),
        None => (Tone::Caution, UNKNOWN),
    };
    // That something is not known is said once.
    let alike = |one: &_, next: &_| word(one) == word(next) && word(one).1 == UNKNOWN;
    stages
        .chunk_by(alike)
        .map(|stages| {
            let (tone, word) = word(&stages[0]);
            let what = match stages {
                [(key, ..)] => message(key),
                all => Message::All(all.iter().map(|(key, ..)| message(key)).collect()).into(),
            };
            line(tone, say(word, &[("what", what)]))
        })
        .collect()
}

/// Said of stages that nobody has shown or said to be done.
const UNKNOWN: &str = "harden.unknown";

/// Who would lose access if only assigned people might use the app, who keeps it, and what of that
/// cannot be known.
pub(super) fn preview(status: &Status) -> Vec<Line> {
    let exposure = &status.exposure;
    let mut lines = Vec::new();
    if exposure.assignment_required == Some(true) {
        lines.push(line(Tone::Good, message("harden.closed")));
    }
    match &exposure.assigned {
        // The app is told display names: nobody can be compared with an account.
        Some(names) if !names.is_empty() => {
            let key = if exposure.assignment_required == Some(true) {
                "harden.have"
            } else {
                "harden.keep"
            };
            lines.push(line(Tone::Plain, say(key, &[("names", &names.join(", "))])));
            if let Some(account) = &status.account {
                lines.push(line(
                    Tone::Caution,
                    say("harden.yourself", &[("account", account)]),
                ));
            }
            lines.push(line(Tone::Plain, message("harden.groups")));
        }
        Some(_) => lines.push(line(Tone::Bad, message("harden.nobody"))),
        None => lines.push(line(Tone::Caution, message("harden.assigned-unknown"))),
    }
    if exposure.assignment_required != Some(true) {
        lines.push(line(Tone::Caution, message("harden.lose")));
        lines.push(line(Tone::Plain, message("harden.app-itself")));
    }
    lines.push(line(Tone::Plain, message("harden.sign-ins-unknown")));
    lines
}
