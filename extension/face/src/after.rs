//! After the grant: closing it to others, taking it back, being reminded of that, the record.

use crate::parts::{self, CopyField};
use crate::store::{File, Record, choose};
use crate::time::{day, moment_of_day};
use crate::view::{AfterView, Choice, Copy, HardenView, Headings, Recipe, ReminderView, Way};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, Properties, component, html, use_memo, use_node_ref};

/// All of it, folded.
pub(crate) fn after(
    after: &AfterView,
    journey: &str,
    record: Option<Record>,
    headings: &Headings,
) -> Html {
    html! {
        <details class="after" data-part="after">
            <summary>{ headings.after.clone() }</summary>
            { harden(&after.harden, &headings.harden) }
            <section data-part="undo">
                <h3>{ headings.undo.clone() }</h3>
                <div class="details">{ for after.undo.iter().map(recipe) }</div>
            </section>
            <Reminder reminder={after.reminder.clone()} journey={journey.to_owned()} />
            <section data-part="record">
                <h3>{ headings.record.clone() }</h3>
                <p class="small">{ headings.record_text.clone() }</p>
                { parts::actions(&after.record) }
                <RecordFile {record} headings={headings.clone()} />
            </section>
            { parts::actions(&after.again) }
        </details>
    }
}

fn harden(harden: &HardenView, title: &str) -> Html {
    html! {
        <section data-part="harden">
            <h3>{ title.to_owned() }</h3>
            { parts::lines(&harden.order) }
            { parts::lines(&harden.lines) }
            { parts::actions(&harden.actions) }
            <div class="details">{ for harden.lookups.iter().map(recipe) }</div>
        </section>
    }
}

fn recipe(recipe: &Recipe) -> Html {
    html! {
        <details key={recipe.id.clone()} data-recipe={recipe.id.clone()} class="recipe">
            <summary>{ recipe.title.clone() }</summary>
            <p>{ recipe.text.clone() }</p>
            { for recipe.ways.iter().map(way) }
            if let Some(check) = recipe.check.clone() {
                { parts::actions(&[check]) }
            }
            <div aria-live="polite" data-part="found">
                if let Some(found) = &recipe.found {
                    { parts::line(found) }
                }
            </div>
        </details>
    }
}

fn way(way: &Way) -> Html {
    let steps = way
        .steps
        .iter()
        .map(|step| html! { <li>{ step.clone() }</li> });
    html! {
        <div class="way">
            <h4>{ way.title.clone() }</h4>
            if way.steps.len() > 1 {
                <ol>{ for steps }</ol>
            } else {
                { for way.steps.iter().map(|step| html! { <p>{ step.clone() }</p> }) }
            }
            { for way.copies.iter().map(|copy| html! { <CopyField copy={copy.clone()} /> }) }
            if let Some(action) = way.action.clone() {
                { parts::actions(&[action]) }
            }
        </div>
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
                { parts::actions(&[clear]) }
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
