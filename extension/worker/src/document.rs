//! A document in a frame of a tab, and the messages to it.

use consentry_logic::update::Effect;

/// A document in a frame: what the browser gives back is never for the one that came after it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) tab: u32,
    pub(crate) frame: u32,
    pub(crate) document: String,
}

/// An effect that is a message to one document, as its key and its value in JSON.
pub(crate) fn message(effect: &Effect) -> Option<(Place, &'static str, String)> {
    let so = || "true".to_owned();
    let (tab, frame, document, key, value) = match effect {
        Effect::Observe {
            tab,
            frame,
            document,
            look,
        } => (
            tab,
            frame,
            document,
            "look",
            serde_json::to_string(look).ok()?,
        ),
        Effect::StopObserving {
            tab,
            frame,
            document,
        } => (tab, frame, document, "rest", so()),
        Effect::Instruct {
            tab,
            frame,
            document,
            paint,
        } => (
            tab,
            frame,
            document,
            "paint",
            serde_json::to_string(paint).ok()?,
        ),
        Effect::AskHello {
            tab,
            frame,
            document,
        } => (tab, frame, document, "hello", so()),
        Effect::Judged {
            tab,
            frame,
            document,
        } => (tab, frame, document, "judged", so()),
        _ => return None,
    };
    let place = Place {
        tab: *tab,
        frame: *frame,
        document: document.clone(),
    };
    Some((place, key, value))
}
