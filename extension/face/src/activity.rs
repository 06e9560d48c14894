//! What was asked of Graph and answered, the record of it, and the day on which the grant
//! should be taken back.

use crate::buttons::actions;
use crate::journey::heading;
use crate::parts::{self, CopyField};
use crate::store::{File, Record, choose};
use crate::time::{day, moment, moment_of_day};
use crate::view::{AfterView, Choice, Copy, Headings, JourneyView, Line, ReminderView, Tone};
use crate::words::word;
use consentry_wire::api::Evidence;
use consentry_wire::journey::Guard;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, Properties, component, html, use_memo, use_node_ref};

/// All of it.
pub(crate) fn activity(
    journey: &JourneyView,
    record: Option<&Record>,
    headings: &Headings,
) -> Html {
    let id = format!("activity-{}", journey.id);
    let connection = journey.status.as_ref().map(|status| status.id.as_str());
    let record = record.filter(|record| connection == Some(record.connection.as_str()));
    let nothing = journey.evidence().is_empty() && journey.after.is_none();
    html! {
        <section class="about-app" key={journey.id.clone()} data-activity={journey.id.clone()} aria-labelledby={id.clone()}>
            { heading(journey, id) }
            if nothing {
                <p data-part="no-activity">{ word("no-activity") }</p>
            }
            { guard(&journey.guard) }
            { proof(journey.evidence()) }
            if let Some(after) = &journey.after {
                <div class="after">{ self::after(after, journey, record, headings) }</div>
            }
        </section>
    }
}

fn after(
    after: &AfterView,
    journey: &JourneyView,
    record: Option<&Record>,
    headings: &Headings,
) -> Html {
    html! {
        <>
            <section data-part="record">
                <h3>{ headings.record.clone() }</h3>
                <p class="small">{ headings.record_text.clone() }</p>
                { actions(&after.record) }
                <RecordFile record={record.cloned()} headings={headings.clone()} />
            </section>
            <Reminder reminder={after.reminder.clone()} journey={journey.id.clone()} />
        </>
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

#[derive(Properties, PartialEq)]
struct ReminderProps {
    reminder: ReminderView,
    journey: String,
}

/// A field for a day, and how the reminder stands.
#[component]
fn Reminder(props: &ReminderProps) -> Html {
    let input = use_node_ref();
    let ReminderView {
        title,
        text,
        field,
        set,
        at,
        line,
        clear,
    } = props.reminder.clone();
    let id = format!("day-{}", props.journey);
    let onsubmit = {
        let (input, journey) = (input.clone(), props.journey.clone());
        Callback::from(move |event: yew::SubmitEvent| {
            event.prevent_default();
            let day = input.cast::<HtmlInputElement>().map(|input| input.value());
            if let Some(at) = day.and_then(|day| moment_of_day(&day)) {
                choose(&Choice::Remind {
                    journey: journey.clone(),
                    at: Some(at),
                });
            }
        })
    };
    html! {
        <section data-part="reminder">
            <h3>{ title }</h3>
            <p class="small">{ text }</p>
            <div aria-live="polite">
                if let Some(line) = line {
                    { parts::line(&line) }
                }
            </div>
            <form class="actions" {onsubmit}>
                <label for={id.clone()}>{ field }</label>
                <input ref={input} {id} type="date" required=true value={at.map(day)} />
                <button type="submit" class="secondary" data-do="remind">{ set }</button>
            </form>
            if let Some(clear) = clear {
                { actions(&[clear]) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RecordProps {
    record: Option<Record>,
    headings: Headings,
}

/// The record that was asked for, to save or to copy. It is not shown as a page of ours: what a
/// backend wrote is not to be drawn with our rights.
#[component]
fn RecordFile(props: &RecordProps) -> Html {
    let record = props.record.clone();
    let file = use_memo(record.clone(), |record| record.as_ref().and_then(File::new));
    let headings = &props.headings;
    html! {
        <div aria-live="polite" data-part="record-file">
            if let Some((record, file)) = record.zip(file.as_ref().as_ref()) {
                <p><a class="button secondary" href={file.url.clone()} download={file.name.clone()}>{ format!("{} ({})", headings.save_file, file.name) }</a></p>
                if !record.readable {
                    <CopyField copy={Copy { label: headings.record_copy.clone(), text: record.text }} />
                }
            }
        </div>
    }
}
