//! Why a control is lit, or why none is: what the eyes saw and what was made of it.

use crate::mask::masked;
use crate::parts;
use crate::view::Diagnosis;
use crate::words::word;
use consentry_wire::diagnosis::{Candidate, Highlight, MissingSign, Search, SignsMet};
use consentry_wire::recognition_case::RedactedPage;
use yew::{Callback, Html, Properties, component, html, use_state};

/// What was made of one tab.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// All of it.
    pub(crate) diagnosis: Diagnosis,
    /// The page as a recognition case.
    #[prop_or_default]
    pub(crate) kept: Option<RedactedPage>,
}

/// The whole of it, with a button that copies it without the names in it.
#[component]
pub(crate) fn Diagnostics(props: &Props) -> Html {
    let copied = use_state(|| false);
    let case_copied = use_state(|| false);
    let seen = &props.diagnosis;
    let copy_case = props.kept.clone().map(|kept| {
        let case_copied = case_copied.clone();
        Callback::from(move |_| {
            parts::copy_out(&serde_json::to_string_pretty(&kept).unwrap_or_default());
            case_copied.set(true);
        })
    });
    let onclick = {
        let copied = copied.clone();
        let seen = seen.clone();
        Callback::from(move |_| {
            let value = masked(serde_json::to_value(&seen).unwrap_or_default(), false);
            parts::copy_out(&format!("{value:#}"));
            copied.set(true);
        })
    };
    html! {
        <>
            <p><strong>{ word("page") }</strong>{ " " }<code data-part="page">{ seen.page.clone() }</code>if !seen.complete { { " · " }{ word("loading") } }</p>
            if let Some(signs) = &seen.signs {
                { signs_met(signs) }
            }
            { list("because", &seen.because, ENGLISH) }
            if let Some(reason) = seen.dark_because.clone() {
                <p data-part="dark"><strong>{ word("dark") }</strong>{ " " }{ parts::said(&reason) }</p>
            }
            if let Some(verdict) = &seen.consent {
                <p><strong>{ word("consent") }</strong>{ format!(" {}, {}", verdict.kind, verdict.verdict) }</p>
                { list("reasons", &verdict.reasons, None) }
            }
            <h3>{ word("lit") }</h3>
            <ul>{ for seen.would_light.iter().map(lit) }</ul>
            <h3>{ word("looked-for") }</h3>
            { for seen.looked_for.iter().map(search) }
            <div class="actions">
                <button type="button" class="secondary" data-do="copy-diagnosis" {onclick}>
                    { if *copied { word("diagnosis-copied") } else { word("diagnosis-copy") } }
                </button>
                if let Some(onclick) = copy_case {
                    <button type="button" class="secondary" data-do="copy-case" {onclick}>
                        { if *case_copied { word("case-copied") } else { word("case-copy") } }
                    </button>
                }
            </div>
        </>
    }
}

/// The language of what only people who mend it read.
const ENGLISH: Option<&str> = Some("en");

fn list(title: &str, items: &[String], lang: Option<&'static str>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! { <><p class="label">{ word(title) }</p><ul>{ for items.iter().map(|item| html! { <li {lang}>{ parts::said(item) }</li> }) }</ul></> }
}

/// How many of the known signs are there; those that are not, and the step that rests on each.
fn signs_met(signs: &SignsMet<String>) -> Html {
    html! {
        <div data-part="signs">
            <p>{ parts::said(&signs.summary) }</p>
            if !signs.missing.is_empty() {
                <p class="label">{ word("signs-missing") }</p>
                <ul>{ for signs.missing.iter().map(missing_sign) }</ul>
            }
        </div>
    }
}

fn missing_sign(missing: &MissingSign<String>) -> Html {
    html! {
        <li>
            if let Some(control) = &missing.control {
                <code>{ control.clone() }</code>{ " " }
            }
            <span lang="en">{ missing.sign.clone() }</span>
            if let Some(step) = &missing.step {
                <br />
                <span class="small">{ word("signs-step") }{ " " }{ parts::said(step) }</span>
            }
        </li>
    }
}

fn lit(lit: &Highlight) -> Html {
    html! { <li><code>{ lit.control.clone() }</code>{ format!(" {}: {} “{}”", lit.kind, lit.role, lit.name) }</li> }
}

fn search(search: &Search) -> Html {
    let outcome = match (&search.found, &search.refused) {
        (Some(found), _) => {
            let found = format!("{} {} “{}”", word("found"), found.role, found.name);
            html! { <span class="small">{ found }</span> }
        }
        (None, Some(refused)) => html! { <span class="small" lang="en">{ refused.clone() }</span> },
        (None, None) => html! { <span class="small">{ word("not-there") }</span> },
    };
    html! {
        <details data-search={search.control.clone()}>
            <summary><code>{ search.control.clone() }</code>{ outcome }</summary>
            <ul>{ for search.candidates.iter().map(candidate) }</ul>
        </details>
    }
}

fn candidate(candidate: &Candidate) -> Html {
    html! {
        <li>
            { format!("{} “{}” ({}/{})", candidate.role, candidate.name, candidate.frame, candidate.id) }
            <br />
            { votes("signs-for", &candidate.signs) }
            <br />
            { votes("signs-against", &candidate.against) }
        </li>
    }
}

fn votes(title: &str, signs: &[String]) -> Html {
    let votes = if signs.is_empty() {
        html! { word("none") }
    } else {
        html! { <span lang="en">{ signs.join(", ") }</span> }
    };
    html! { <span class="small">{ word(title) }{ " " }{ votes }</span> }
}
