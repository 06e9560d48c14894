//! One journey in the panel: who does what, where it stands, and which call proved it.

use crate::after::after;
use crate::parts::{self, CopyField};
use crate::store::Record;
use crate::time::moment;
use consentry_shared::api::{Evidence, Exposure, Problem, State, Status};
use consentry_shared::model::Guard;
use consentry_shared::view::{Action, Headings, JourneyView, Line, StepState, StepView, Tone};
use yew::{Html, html};

/// The whole of it.
pub(crate) fn journey(journey: &JourneyView, headings: &Headings, record: Option<&Record>) -> Html {
    let connection = journey.status.as_ref().map(|status| status.id.as_str());
    let record = record.filter(|record| connection == Some(record.connection.as_str()));
    html! {
        <section class="journey" key={journey.id.clone()} data-journey={journey.id.clone()} aria-labelledby={format!("j-{}", journey.id)}>
            <h2 id={format!("j-{}", journey.id)}>{ journey.app.clone() }</h2>
            if !journey.label.is_empty() {
                <p class="small" data-part="label">{ journey.label.join(" · ") }</p>
            }
            <div aria-live="polite" data-part="headline">{ parts::line(&journey.headline) }</div>
            { parts::lines(&journey.news) }
            <div aria-live="polite" data-part="question">
                { journey.question.as_ref().map(|question| parts::note(question, false)).unwrap_or_default() }
            </div>
            { problem(journey.state()) }
            { waiting(journey.status.as_ref()) }
            { guard(&journey.guard) }
            <ol class="steps">{ for journey.steps.iter().map(step) }</ol>
            if let Some(copy) = journey.handoff.clone() {
                <CopyField {copy} />
            }
            { parts::actions(&journey.actions) }
            { proof(journey.evidence()) }
            { journey.status.as_ref().map(|status| exposure(&status.exposure)).unwrap_or_default() }
            if let Some(view) = &journey.after {
                { after(view, &journey.id, record.cloned(), headings) }
            }
            { sides(&journey.sides, &journey.id, &headings.side) }
            <div class="ways">{ parts::actions(&journey.ways) }</div>
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
            { for sides.iter().map(|(action, holds)| parts::toggle(action, *holds)) }
        </div>
    }
}

fn step(step: &StepView) -> Html {
    let (state, sign, word) = match step.state {
        StepState::Done => ("done", "✓", "Done"),
        StepState::Current => ("current", "", "Now"),
        StepState::Later => ("later", "", "Later"),
        StepState::Skipped => ("skipped", "–", "Left out"),
    };
    html! {
        <li class={state} data-step={step.id.clone()} data-state={state} aria-current={(step.state == StepState::Current).then_some("step")}>
            <span class="bullet" aria-hidden="true">{ sign }</span>
            <div>
                <p class="what">{ step.title.clone() }<span class="unseen">{ format!(" ({word})") }</span></p>
                <p class="small">{ step.actor.clone() }</p>
                if let Some(note) = step.note.clone() {
                    <p class="note">{ note }{ step.at.map(|at| format!(" · {}", moment(at))).unwrap_or_default() }</p>
                }
            </div>
        </li>
    }
}

fn problem(state: Option<&State>) -> Html {
    let Some(State::NeedsReauthorization { cause: problem } | State::Blocked { problem }) = state
    else {
        return Html::default();
    };
    html! {
        <div class="problem" data-part="problem" data-code={problem.code.clone()}>
            <h3>{ problem.title.clone() }</h3>
            <p>{ problem.detail.clone() }</p>
            <p><strong>{ "What to do: " }</strong>{ problem.remedy.clone() }</p>
            if let Some(role) = problem.role.clone() {
                <p class="small">{ format!("Needs at least: {role}") }</p>
            }
            { link(problem) }
            if let Some(code) = problem.microsoft.clone() {
                <p class="small">{ "Its own code: " }<code>{ code }</code></p>
            }
        </div>
    }
}

/// A link from the backend is followed only where it leads to a page.
fn link(problem: &Problem) -> Html {
    match &problem.link {
        Some(link) if link.starts_with("https://") => {
            html! { <p><a href={link.clone()} target="_blank" rel="noreferrer">{ "Open the page for it" }</a></p> }
        }
        _ => Html::default(),
    }
}

/// What became of the organization-wide tick; nothing where it was never seen.
fn guard(guard: &Guard) -> Html {
    let (tone, text) = match guard {
        Guard { released: true, .. } => {
            (Tone::Caution, "You let the organization-wide tick through")
        }
        Guard { held: true, .. } => (
            Tone::Good,
            "Accept was held while the organization-wide tick was in",
        ),
        Guard { ticked: true, .. } => (
            Tone::Caution,
            "The organization-wide tick was in for a while",
        ),
        Guard { offered: true, .. } => (
            Tone::Good,
            "The organization-wide tick was offered and stayed out",
        ),
        Guard { .. } => return Html::default(),
    };
    html! { <div data-part="guard">{ parts::line(&Line { tone, text: text.to_owned() }) }</div> }
}

fn waiting(status: Option<&Status>) -> Html {
    let Some(status) = status else {
        return Html::default();
    };
    html! {
        <>
            if let Some(waiting) = &status.waiting {
                <p class="small" data-part="waiting">{ format!("{}; next try {}", waiting.reason, moment(waiting.until)) }</p>
            }
            if !status.missing.is_empty() {
                <p class="small" data-part="missing">{ format!("Not granted yet: {}", status.missing.join(", ")) }</p>
            }
        </>
    }
}

fn proof(evidence: &[Evidence]) -> Html {
    if evidence.is_empty() {
        return Html::default();
    }
    html! {
        <details class="proof" data-part="proof">
            <summary>{ format!("Proof ({})", evidence.len()) }</summary>
            <ul role="list">
                { for evidence.iter().map(|one| html! {
                    <li>
                        <code>{ one.call.clone() }</code>
                        <span class="small">{ format!("answered {} · {}", one.status, moment(one.at)) }</span>
                    </li>
                }) }
            </ul>
        </details>
    }
}

/// Who can use the app, in short statements; what could not be read is said too.
fn exposure(exposure: &Exposure) -> Html {
    let mut lines = Vec::new();
    let mut say = |tone, text: String| lines.push(Line { tone, text });
    match exposure.assignment_required {
        Some(true) => say(Tone::Good, "Only assigned people can use the app".into()),
        Some(false) => say(
            Tone::Caution,
            "Everybody in the organization can use the app".into(),
        ),
        None => {}
    }
    if let Some(assigned) = exposure.assigned.as_ref().filter(|list| !list.is_empty()) {
        say(Tone::Plain, format!("Assigned: {}", assigned.join(", ")));
    }
    if let Some(wide) = exposure
        .tenant_wide_delegated
        .as_ref()
        .filter(|list| !list.is_empty())
    {
        say(
            Tone::Caution,
            format!("Granted for everybody: {}", wide.join(", ")),
        );
    }
    if let Some(beyond) = exposure
        .beyond_profile
        .as_ref()
        .filter(|list| !list.is_empty())
    {
        say(
            Tone::Bad,
            format!(
                "Granted beyond what the app declares: {}",
                beyond.join(", ")
            ),
        );
    }
    for unknown in &exposure.unknown {
        say(
            Tone::Plain,
            format!("Not known: {} (needs {})", unknown.what, unknown.needs),
        );
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! { <details class="exposure" data-part="exposure"><summary>{ "Who can use it" }</summary>{ parts::lines(&lines) }</details> }
}
