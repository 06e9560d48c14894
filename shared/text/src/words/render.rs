//! Messages in the words of the current language.

use super::bundle::{English, current_english};
use super::{
    all_of, choice, current_language, has, in_english, list, say, sentence, translate_about,
    translate_server_text,
};
use consentry_wire::api::{Problem, State, Status};
use consentry_wire::text::{Message, Text};
use consentry_wire::view::View;
use serde_json::Value;
use std::cell::RefCell;

/// A text in the current language.
pub fn rendered(text: &Text) -> String {
    match text {
        Text::Plain(text) => text.clone(),
        Text::Message { message } => message_rendered(message),
    }
}

fn message_rendered(message: &Message) -> String {
    match message {
        Message::Key { key, values } => {
            let values: Vec<(&str, String)> = values
                .iter()
                .map(|(name, value)| (name.as_str(), rendered(value)))
                .collect();
            let values: Vec<(&str, &str)> = values
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            say(key, &values)
        }
        Message::KeyOr { key, otherwise } if !has(key) => otherwise.clone(),
        Message::KeyOr { key, .. } => say(key, &[]),
        Message::Sentence(english) => sentence(english).within(),
        Message::Problem(english) => translate_server_text(english),
        Message::About { english, app } => translate_about(english, &rendered(app)),
        Message::English(english) => in_english(english),
        Message::Own {
            english,
            translated,
        } => translated
            .get(current_language().0)
            .cloned()
            .unwrap_or_else(|| in_english(english)),
        Message::All(parts) => list(&all(parts)),
        Message::Any(parts) => choice(&all(parts)),
        Message::Joined { by, parts } => all(parts).join(by),
        Message::Capitalized(text) => capitalized(&rendered(text)),
    }
}

fn all(parts: &[Text]) -> Vec<String> {
    parts.iter().map(rendered).collect()
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// All that a face draws, in the current language: a `View<String>`, as JSON.
///
/// It is JSON and no value of that type, because its reader and its writer would be a tenth of the worker's
/// module, and the worker would only write again what it has read.
///
/// # Panics
///
/// Never: a view is JSON.
pub fn render(view: &View) -> String {
    let mut view = view.clone();
    let (language, about) = current_language();
    language.clone_into(&mut view.language);
    view.direction.clone_from(&about.direction);
    let statuses = view.journeys.iter_mut().flat_map(|one| &mut one.status);
    statuses.for_each(translate);
    let mut value = reread(&view);
    render_in(&mut value);
    value["words"] = face();
    value.to_string()
}

/// A view as JSON. It goes through text, so that a view has one writer in the worker's module and not two.
fn reread(view: &View) -> Value {
    let text = serde_json::to_string(view).expect("a view is JSON");
    serde_json::from_str(&text).expect("it was written as JSON")
}

/// What a face says by itself. It is the same for every view in a language, so it is kept.
fn face() -> Value {
    type Kept = Option<(&'static str, Option<English>, Value)>;
    thread_local! {
        static FACE: RefCell<Kept> = const { RefCell::new(None) };
    }
    let (language, english) = (current_language().0, current_english());
    FACE.with_borrow_mut(|kept| match kept {
        Some((known, of, words)) if *known == language && *of == english => words.clone(),
        _ => {
            let words: Value = all_of("face.").into_iter().collect();
            *kept = Some((language, english, words.clone()));
            words
        }
    })
}

/// Puts what the backend says of a connection in the current language.
fn translate(status: &mut Status) {
    let mut texts = Vec::new();
    let of_state = match &mut status.state {
        State::Blocked { problem } | State::NeedsReauthorization { cause: problem } => {
            Some(problem)
        }
        _ => None,
    };
    for problem in of_state.into_iter().chain(&mut status.advice) {
        let Problem {
            title,
            detail,
            remedy,
            role,
            ..
        } = problem;
        texts.extend([title, detail, remedy]);
        texts.extend(role);
    }
    texts.extend(status.waiting.as_mut().map(|waiting| &mut waiting.reason));
    for text in texts {
        *text = translate_server_text(text);
    }
}

/// Puts words in the place of every message.
fn render_in(value: &mut Value) {
    match value {
        Value::Object(fields) if fields.contains_key("$text") => {
            if let Ok(text) = serde_json::from_str::<Text>(&value.to_string()) {
                *value = Value::String(rendered(&text));
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(render_in),
        Value::Array(items) => items.iter_mut().for_each(render_in),
        _ => {}
    }
}
