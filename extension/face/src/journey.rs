//! One journey in the panel: who does what, where it stands, and which call proved it.

use crate::after::after;
use crate::options::Setting;
use crate::parts::{self, CopyField};
use crate::store::Record;
use crate::time::moment;
use crate::view::{Action, JourneyView, Line, StepState, StepView, Tone, View};
use crate::words::{about, word};
use consentry_shared::api::{Evidence, Exposure, Problem, State, Status};
use consentry_shared::journey::Guard;
use consentry_shared::words::marked;
use yew::{Html, html};

/// The whole of it.
pub(crate) fn journey(journey: &JourneyView, view: &View, record: Option<&Record>) -> Html {
    let View {
        headings, settings, ..
    } = view;
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
            if let Some(field) = journey.client.clone() {
                <Setting {field} save={settings.save.clone()} saved={settings.saved.clone()} />
            }
            { guard(&journey.guard) }
            <ol class="steps">{ for journey.steps.iter().map(step) }</ol>
            if let Some(copy) = journey.handoff.clone() {
                <CopyField {copy} />
            }
            { parts::actions(&journey.actions) }
            { proof(journey.evidence()) }
            { journey.status.as_ref().map(|status| exposure(&status.exposure)).unwrap_or_default() }
            if let Some(after_it) = &journey.after {
                { after(after_it, &journey.id, record.cloned(), headings) }
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
        StepState::Done => ("done", "✓", word("state-done")),
        StepState::Current => ("current", "", word("state-current")),
        StepState::Later => ("later", "", word("state-later")),
        StepState::Skipped => ("skipped", "–", word("state-skipped")),
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
            <h3>{ parts::said(&problem.title) }</h3>
            <p>{ parts::said(&problem.detail) }</p>
            <p><strong>{ word("remedy") }</strong>{ " " }{ parts::said(&problem.remedy) }</p>
            if let Some(role) = &problem.role {
                <p class="small">{ word("role-needed") }{ " " }{ parts::said(role) }</p>
            }
            { link(problem) }
            if let Some(code) = problem.microsoft.clone() {
                <p class="small">{ word("code") }{ " " }<code>{ code }</code></p>
            }
        </div>
    }
}

/// A link from the backend is followed only where it leads to a page.
fn link(problem: &Problem) -> Html {
    match &problem.link {
        Some(link) if link.starts_with("https://") => {
            html! { <p><a href={link.clone()} target="_blank" rel="noreferrer">{ word("open") }</a></p> }
        }
        _ => Html::default(),
    }
}

/// What became of the organization-wide tick; nothing where it was never seen.
fn guard(guard: &Guard) -> Html {
    let (tone, text) = match guard {
        Guard { released: true, .. } => (Tone::Caution, word("guard-released")),
        Guard { held: true, .. } => (Tone::Good, word("guard-held")),
        Guard { ticked: true, .. } => (Tone::Caution, word("guard-ticked")),
        Guard { offered: true, .. } => (Tone::Good, word("guard-offered")),
        Guard { .. } => return Html::default(),
    };
    html! { <div data-part="guard">{ parts::line(&Line { tone, text }) }</div> }
}

fn waiting(status: Option<&Status>) -> Html {
    let Some(status) = status else {
        return Html::default();
    };
    html! {
        <>
            if let Some(waiting) = &status.waiting {
                <p class="small" data-part="waiting">{ parts::said(&waiting.reason) }{ " " }{ about("next-try", &moment(waiting.until)) }</p>
            }
            if !status.missing.is_empty() {
                <p class="small" data-part="missing">{ about("missing", &status.missing.join(", ")) }</p>
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
            <summary>{ format!("{} ({})", word("proof"), evidence.len()) }</summary>
            <ul role="list">
                { for evidence.iter().map(|one| html! {
                    <li>
                        <code>{ one.call.clone() }</code>
                        <span class="small">{ format!("{} · {}", one.status, moment(one.at)) }</span>
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
    for unknown in &exposure.unknown {
        say(
            Tone::Plain,
            format!(
                "{} ({})",
                about("not-known", &marked(&unknown.what)),
                about("needs", &unknown.needs)
            ),
        );
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! { <details class="exposure" data-part="exposure"><summary>{ word("exposure") }</summary>{ parts::lines(&lines) }</details> }
}
