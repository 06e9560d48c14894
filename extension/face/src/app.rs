//! What the panel says of an app in the organization: who can use it, how to limit that, how to
//! take back what was granted.

use crate::buttons::{actions, toggle};
use crate::journey::heading;
use crate::parts;
use crate::recipe::recipe;
use crate::view::{Action, AfterView, HardenView, Headings, JourneyView, Line, Tone};
use crate::words::{about, word};
use consentry_wire::api::Exposure;
use consentry_wire::runs::marked;
use std::collections::BTreeMap;
use yew::{Html, html};

/// All of it.
pub(crate) fn app(journey: &JourneyView, headings: &Headings) -> Html {
    let id = format!("app-{}", journey.id);
    let known = journey.status.is_some() || journey.after.is_some();
    html! {
        <section class="about-app" key={journey.id.clone()} data-app={journey.id.clone()} aria-labelledby={id.clone()}>
            { heading(journey, id) }
            if !known {
                <p data-part="app-unknown">{ word("app-unknown") }</p>
            }
            { journey.status.as_ref().map(|status| exposure(&status.exposure)).unwrap_or_default() }
            if let Some(after) = &journey.after {
                { self::after(after, headings) }
            }
            { sides(&journey.sides, &journey.id, &headings.side) }
        </section>
    }
}

fn after(after: &AfterView, headings: &Headings) -> Html {
    html! {
        <div class="after" data-part="after">
            { harden(&after.harden, &headings.harden) }
            <section data-part="undo">
                <h3>{ headings.undo.clone() }</h3>
                <div class="details">{ for after.undo.iter().map(recipe) }</div>
            </section>
            { actions(&after.again) }
        </div>
    }
}

fn harden(harden: &HardenView, title: &str) -> Html {
    html! {
        <section data-part="harden">
            <h3>{ title.to_owned() }</h3>
            { parts::lines(&harden.order) }
            { actions(&harden.actions) }
            <details>
                <summary>{ word("details") }</summary>
                { parts::lines(&harden.lines) }
                <div class="details">{ for harden.lookups.iter().map(recipe) }</div>
            </details>
        </section>
    }
}

/// Which side of a copy it is, to be said by the person.
fn sides(sides: &[(Action, bool)], journey: &str, title: &str) -> Html {
    if sides.is_empty() {
        return Html::default();
    }
    let id = format!("side-{journey}");
    html! {
        <div class="sides" role="group" aria-labelledby={id.clone()}>
            <span {id} class="label">{ title.to_owned() }</span>
            { for sides.iter().map(|(action, holds)| toggle(action, *holds)) }
        </div>
    }
}

/// Who can use the app, in short statements; what could not be read is said too.
fn exposure(exposure: &Exposure) -> Html {
    let mut lines = Vec::new();
    let mut say = |tone, text: String| lines.push(Line { tone, text });
    match exposure.assignment_required {
        Some(true) => say(Tone::Good, word("assigned-only")),
        Some(false) => say(Tone::Caution, word("everybody")),
        None => {}
    }
    if let Some(assigned) = exposure.assigned.as_ref().filter(|list| !list.is_empty()) {
        say(Tone::Plain, about("assigned", &assigned.join(", ")));
    }
    if let Some(wide) = exposure
        .tenant_wide_delegated
        .as_ref()
        .filter(|list| !list.is_empty())
    {
        say(Tone::Caution, about("for-everybody", &wide.join(", ")));
    }
    if let Some(beyond) = exposure
        .beyond_profile
        .as_ref()
        .filter(|list| !list.is_empty())
    {
        say(Tone::Bad, about("beyond", &beyond.join(", ")));
    }
    for (needs, what) in unknown(exposure) {
        let what = about("not-known", &what.join(", "));
        say(Tone::Plain, format!("{what} ({})", about("needs", needs)));
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section data-part="exposure">
            <h3>{ word("exposure") }</h3>
            { parts::lines(&lines) }
        </section>
    }
}

/// What could not be read, by the one thing that would make it known.
fn unknown(exposure: &Exposure) -> BTreeMap<&str, Vec<String>> {
    let mut all: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for unknown in &exposure.unknown {
        let what = marked(&unknown.what);
        all.entry(&unknown.needs).or_default().push(what);
    }
    all
}
