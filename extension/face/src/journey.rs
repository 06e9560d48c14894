//! One journey in the panel's guide: where it stands, who does what, and the one thing to do.

use crate::buttons::actions;
use crate::options::Setting;
use crate::parts::{self, CopyField};
use crate::time::moment;
use crate::view::{JourneyView, SettingsView, StepState, StepView};
use crate::words::{about, word};
use consentry_wire::api::{Problem, Proof, State, Status};
use yew::{Callback, Html, Properties, component, html, use_state};

/// The whole of it.
pub(crate) fn journey(journey: &JourneyView, settings: &SettingsView) -> Html {
    let buttons: Vec<_> = journey
        .actions
        .iter()
        .chain(&journey.ways)
        .cloned()
        .collect();
    html! {
        <section class="journey" key={journey.id.clone()} data-journey={journey.id.clone()} aria-labelledby={format!("j-{}", journey.id)}>
            { heading(journey, format!("j-{}", journey.id)) }
            <div aria-live="polite" data-part="headline">{ parts::line(&journey.headline) }</div>
            { parts::lines(&journey.news) }
            <div aria-live="polite" data-part="question">
                { journey.question.as_ref().map(|question| parts::note(question, false)).unwrap_or_default() }
            </div>
            { problem(journey.state()) }
            { advice(journey.status.as_ref()) }
            { waiting(journey.status.as_ref()) }
            if let Some(field) = journey.client.clone() {
                <Setting {field} save={settings.save.clone()} saved={settings.saved.clone()} />
            }
            <Steps journey={journey.id.clone()} steps={journey.steps.clone()} />
            if let Some(copy) = journey.handoff.clone() {
                <CopyField {copy} />
            }
            { actions(&buttons) }
        </section>
    }
}

/// The app, and what tells this connection from another one.
pub(crate) fn heading(journey: &JourneyView, id: String) -> Html {
    html! {
        <>
            <h2 {id}>{ journey.app.clone() }</h2>
            if !journey.label.is_empty() {
                <p class="small" data-part="label">{ journey.label.join(" · ") }</p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct StepsProps {
    /// Which journey's, for the list's id.
    journey: String,
    steps: Vec<StepView>,
}

/// One line for each step. Who does a step, and how it is known to be done, is shown on demand; of
/// the one to do, at once.
#[component]
fn Steps(props: &StepsProps) -> Html {
    let open = use_state(|| false);
    let id = format!("steps-{}", props.journey);
    let onclick = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    if props.steps.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <ol class="steps" id={id.clone()}>{ for props.steps.iter().map(|one| step(one, *open)) }</ol>
            <button type="button" class="fold" data-do="evidence" aria-expanded={if *open { "true" } else { "false" }} aria-controls={id} {onclick}>
                { word("evidence") }
            </button>
        </>
    }
}

fn step(step: &StepView, open: bool) -> Html {
    let (state, sign, word) = match step.state {
        StepState::Done => ("done", "✓", word("state-done")),
        StepState::Current => ("current", "", word("state-current")),
        StepState::Later => ("later", "", word("state-later")),
        StepState::Skipped => ("skipped", "–", word("state-skipped")),
    };
    let current = step.state == StepState::Current;
    html! {
        <li class={state} data-step={step.id.clone()} data-state={state} aria-current={current.then_some("step")}>
            <span class="bullet" aria-hidden="true">{ sign }</span>
            <div>
                <p class="what">{ step.title.clone() }<span class="unseen">{ format!(" ({word})") }</span></p>
                <p class="small" hidden={!(open || current)}>{ step.actor.clone() }</p>
                if let Some(note) = step.note.clone() {
                    <p class="note" hidden={!open}>{ note }{ step.at.map(|at| format!(" · {}", moment(at))).unwrap_or_default() }</p>
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
    details(problem, "problem")
}

/// What the observer found to be missing, and what to do about it.
fn advice(status: Option<&Status>) -> Html {
    let advice = status
        .filter(|status| status.proof == Proof::Observer)
        .and_then(|status| status.advice.as_ref());
    advice
        .map(|advice| details(advice, "advice"))
        .unwrap_or_default()
}

fn details(problem: &Problem, part: &'static str) -> Html {
    html! {
        <div class="problem" data-part={part} data-code={problem.code.clone()}>
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
