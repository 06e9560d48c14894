//! What the panel says of an app in the organization: who can use it, how to limit that, how to
//! take back what was granted.

use crate::buttons::{actions, toggle};
use crate::journey::heading;
use crate::parts;
use crate::recipe::recipe;
use crate::view::{Action, AfterView, HardenView, Headings, JourneyView, Line, Tone};
use crate::words::{about, word};
use consentry_wire::api::{Exposure, Unreadable};
use consentry_wire::graph_list;
use consentry_wire::language_spans::marked;
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
        let text = counted(exposure, "assigned", assigned, &[graph_list::ASSIGNED]);
        say(Tone::Plain, text);
    }
    if let Some(wide) = exposure
        .tenant_wide_delegated
        .as_ref()
        .filter(|list| !list.is_empty())
    {
        let text = counted(exposure, "for-everybody", wide, &[graph_list::GRANTS]);
        say(Tone::Caution, text);
    }
    if let Some(beyond) = exposure
        .beyond_profile
        .as_ref()
        .filter(|list| !list.is_empty())
    {
        let lists = [graph_list::ROLES, graph_list::GRANTS];
        say(Tone::Bad, counted(exposure, "beyond", beyond, &lists));
    }
    // Said once, with what would make it known.
    let unknown = &exposure.unknown;
    let mut needs: Vec<&str> = Vec::new();
    for one in unknown {
        if !needs.contains(&one.needs.as_str()) {
            needs.push(&one.needs);
        }
    }
    let question = |one: &Unreadable| asked(one.code.as_deref().unwrap_or(&one.what));
    let unknown: Vec<String> = unknown.iter().map(question).collect();
    let incomplete: Vec<String> = exposure.incomplete.iter().map(|one| asked(one)).collect();
    if lines.is_empty() && unknown.is_empty() && incomplete.is_empty() {
        return Html::default();
    }
    html! {
        <section data-part="exposure">
            <h3>{ word("exposure") }</h3>
            { parts::lines(&lines) }
            { missing("incomplete", Tone::Caution, incomplete, &word("incomplete-why")) }
            { missing("not-known", Tone::Plain, unknown, &about("known-by", &needs.join(", "))) }
        </section>
    }
}

/// What Graph was asked, in words. What only a newer backend knows is said as it came, in English.
fn asked(question: &str) -> String {
    match graph_list::code(question) {
        Some(code) => word(&format!("list-{code}")),
        None => marked(question),
    }
}

/// What is on a list; and where Graph cut one of the lists it comes from short, how many there are at least.
fn counted(exposure: &Exposure, name: &str, all: &[String], from: &[&str]) -> String {
    let text = about(name, &all.join(", "));
    let is_short = exposure
        .incomplete
        .iter()
        .filter_map(|list| graph_list::code(list))
        .any(|list| from.contains(&list));
    if is_short {
        format!("{text} ({})", about("at-least", &all.len().to_string()))
    } else {
        text
    }
}

/// What is missing, as a list, and what that means or would help.
fn missing(title: &str, tone: Tone, items: Vec<String>, text: &str) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let title = Line {
        tone,
        text: word(title),
    };
    let item = |text| Line {
        tone: Tone::Plain,
        text,
    };
    let items: Vec<Line> = items.into_iter().map(item).collect();
    html! {
        <div class="listed">
            { parts::line(&title) }
            { parts::lines(&items) }
            <p class="small">{ parts::said(text) }</p>
        </div>
    }
}
