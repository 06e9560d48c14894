//! Pieces that the card and the panel share.

use crate::buttons::{actions, answers};
use crate::view::{Card, CardKind, Copy, Detail, Line, Note, PracticeView, Tone};
use crate::words::word;
use consentry_wire::language_spans::{LanguageSpan, language_spans};
use wasm_bindgen::JsCast;
use yew::{Callback, Html, Properties, classes, component, html, use_state};

/// A tone as a class name, a sign and the name of a word, so that it is never said by colour alone.
pub(crate) fn tone(tone: Tone) -> (&'static str, &'static str, &'static str) {
    match tone {
        Tone::Good => ("good", "✓", "tone-good"),
        Tone::Plain => ("plain", "•", ""),
        Tone::Caution => ("caution", "!", "tone-caution"),
        Tone::Bad => ("bad", "✕", "tone-bad"),
    }
}

/// The sign of a tone and its word for who cannot see it.
fn sign(of: Tone) -> Html {
    let (class, sign, name) = tone(of);
    html! {
        <>
            <span class={classes!("sign", class)} aria-hidden="true">{ sign }</span>
            if !name.is_empty() {
                <span class="unseen">{ word(name) }{ " " }</span>
            }
        </>
    }
}

/// A text, with what is English in a text of another language marked as such, so that it is pronounced
/// as what it is.
pub(crate) fn said(text: &str) -> Html {
    let span = |span: LanguageSpan<'_>| {
        let text = span.text.to_owned();
        if span.english {
            html! { <bdi lang="en" dir="ltr">{ text }</bdi> }
        } else {
            html! { text }
        }
    };
    html! { <>{ for language_spans(text).into_iter().map(span) }</> }
}

/// One short statement.
pub(crate) fn line(line: &Line) -> Html {
    html! { <p class={classes!("line", tone(line.tone).0)}>{ sign(line.tone) }<span>{ said(&line.text) }</span></p> }
}

/// The same within a button, where no paragraph may stand.
pub(crate) fn statement(line: &Line) -> Html {
    html! { <span class={classes!("line", tone(line.tone).0)}>{ sign(line.tone) }<span>{ said(&line.text) }</span></span> }
}

/// That this is practice, where it is: by a word, and a colour nothing else has.
pub(crate) fn practice(practice: &PracticeView) -> Html {
    match &practice.banner {
        Some((word, sentence)) => {
            html! { <p class="practice" data-part="practice"><strong>{ word.clone() }</strong>{ " " }{ sentence.clone() }</p> }
        }
        None => Html::default(),
    }
}

/// Something to decide or to know: a part of the panel, or of a journey.
pub(crate) fn note(said: &Note, own_part: bool) -> Html {
    html! {
        // A group and no landmark: several may have the same name.
        <section class="question" role="group" data-part={said.id.clone()} aria-labelledby={format!("note-{}", said.id)}>
            if own_part {
                <h2 id={format!("note-{}", said.id)}>{ said.title.clone() }</h2>
            } else {
                <h3 id={format!("note-{}", said.id)}>{ said.title.clone() }</h3>
            }
            <p>{ self::said(&said.text) }</p>
            { lines(&said.lines) }
            { answers(&said.actions) }
        </section>
    }
}

/// Several short statements.
pub(crate) fn lines(lines: &[Line]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! { <ul class="lines" role="list">{ for lines.iter().map(|one| html! { <li>{ line(one) }</li> }) }</ul> }
}

/// As many details stand open to the eye; more of them fold into one, so that a card stays short.
const AT_A_GLANCE: usize = 3;

/// What opens on demand.
pub(crate) fn details(details: &[Detail]) -> Html {
    if details.is_empty() {
        return Html::default();
    }
    let each: Html = details.iter().map(detail).collect();
    if details.len() <= AT_A_GLANCE {
        return html! { <div class="details">{ each }</div> };
    }
    html! {
        <details class="group">
            <summary>{ format!("{} ({})", word("permissions"), details.len()) }</summary>
            <div class="details">{ each }</div>
        </details>
    }
}

/// What was in order or could not be told, folded.
fn checks(checks: &[Line]) -> Html {
    if checks.is_empty() {
        return Html::default();
    }
    html! {
        <details class="checks">
            <summary>{ format!("{} ({})", word("checks"), checks.len()) }</summary>
            { lines(checks) }
        </details>
    }
}

fn detail(detail: &Detail) -> Html {
    html! {
        <details>
            <summary>{ sign(detail.tone) }<span>{ detail.title.clone() }</span></summary>
            { for detail.text.split("\n\n").map(|part| html! { <p>{ said(part) }</p> }) }
        </details>
    }
}

/// Text to take along.
#[derive(Properties, PartialEq)]
pub(crate) struct CopyProps {
    /// What it is and what it says.
    pub(crate) copy: Copy,
}

/// A field that cannot be changed, and a button that copies it.
#[component]
pub(crate) fn CopyField(props: &CopyProps) -> Html {
    let copied = use_state(|| None::<String>);
    let text = props.copy.text.clone();
    // The note goes when the text is another one.
    let done = copied.as_deref() == Some(text.as_str());
    let onclick = {
        let copied = copied.clone();
        let text = text.clone();
        Callback::from(move |_| {
            copy_out(&text);
            copied.set(Some(text.clone()));
        })
    };
    html! {
        <div class="copy">
            <p class="label">{ props.copy.label.clone() }</p>
            <div>
                <code tabindex="0">{ text }</code>
                <button type="button" class="secondary" data-do="copy" {onclick}>
                    { if done { word("copied") } else { word("copy") } }
                    <span class="unseen">{ format!(": {}", props.copy.label) }</span>
                </button>
            </div>
            <span class="unseen" aria-live="polite">{ if done { word("copied") } else { String::new() } }</span>
        </div>
    }
}

/// Puts text on the clipboard. The page around the card may forbid the asynchronous way
/// (Permissions-Policy `clipboard-write`); the older one needs only the click that led here.
pub(crate) fn copy_out(text: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let (Ok(field), Some(body)) = (document.create_element("textarea"), document.body()) else {
        return;
    };
    let focused = document.active_element();
    let field: web_sys::HtmlTextAreaElement = field.unchecked_into();
    field.set_value(text);
    field.set_class_name("unseen");
    drop(body.append_child(&field));
    field.select();
    drop(
        document
            .unchecked_into::<web_sys::HtmlDocument>()
            .exec_command("copy"),
    );
    field.remove();
    if let Some(focused) =
        focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        drop(focused.focus());
    }
}

/// The mark and the name.
pub(crate) fn brand() -> Html {
    html! { <span class="brand"><img src="/icons/mark.svg" alt="" width="20" height="20" /><span>{ "Consentry" }</span></span> }
}

/// A card's content from its progress to its buttons: the same words on a page of its own and
/// within the panel, where the heading stands one level lower. In sight are a title, what to stop
/// for, one paragraph and the buttons; all else opens on demand.
pub(crate) fn card(card: &Card, own_page: bool) -> Html {
    let mut paragraphs = card.text.split("\n\n").filter(|part| !part.is_empty());
    let first = paragraphs.next();
    let more: Vec<&str> = paragraphs.collect();
    let (stop, rest): (Vec<Line>, Vec<Line>) = card
        .lines
        .iter()
        .cloned()
        .partition(|line| line.tone == Tone::Bad);
    let folds =
        !(more.is_empty() && rest.is_empty() && card.details.is_empty() && card.checks.is_empty());
    html! {
        <>
            if let Some(progress) = &card.progress {
                <p class="progress">
                    <span>{ progress.words.clone() }</span>
                    <progress aria-hidden="true" max={progress.of.to_string()} value={progress.at.to_string()} />
                </p>
            }
            if own_page {
                <h1 id="title" class="title">{ said(&card.title) }</h1>
            } else {
                <h2 id="title" class="title">{ said(&card.title) }</h2>
            }
            if let Some(glance) = &card.glance {
                <div id="glance" class="glance">{ line(glance) }</div>
            }
            <div id="text">
                { for first.map(|part| html! { <p>{ said(part) }</p> }) }
            </div>
            { lines(&stop) }
            if let Some(copy) = card.copy.clone() {
                <CopyField {copy} />
            }
            if folds {
                <details class="rest" data-part="rest">
                    <summary>{ word("details") }</summary>
                    { for more.iter().map(|part| html! { <p>{ said(part) }</p> }) }
                    { lines(&rest) }
                    { details(&card.details) }
                    { checks(&card.checks) }
                </details>
            }
            { actions(&card.actions) }
        </>
    }
}

/// A card's kind as the word that styles and tests know it by.
pub(crate) fn kind(kind: CardKind) -> &'static str {
    match kind {
        CardKind::Step => "step",
        CardKind::Warning => "warning",
        CardKind::Alarm => "alarm",
        CardKind::Note => "note",
        CardKind::Done => "done",
    }
}
