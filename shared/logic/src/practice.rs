//! Practice: the same journey against a tenant that stands in for Microsoft's, before it counts.
//!
//! The stand-in answers on Microsoft's own host names, so a browser reaches it only when it was
//! started that way: no panel can switch to it. What the panel can do is to name the one command
//! that starts such a browser, and to mark everything in it as practice. The mark comes from the
//! settings that were packaged with the extension of that browser, and from nowhere else. A page
//! that could claim it would have people agree to something real.

use crate::model::{Model, Settings, TabGuard};
use crate::page::{ConsentKind, Page};
use consentry_wire::text::message;
use consentry_wire::view::{Card, Copy, Line, Note, PracticeView, Tone};

/// What starts it (`xtask/src/demo.rs`).
const COMMAND: &str = "cargo xtask demo";

/// What the panel and the card say of it.
pub(crate) fn view(model: &Model) -> PracticeView {
    if !model.session.settings.practice {
        return PracticeView {
            banner: None,
            about: Some(note(
                "practice.begin.title",
                "practice.begin.text",
                Vec::new(),
            )),
            copy: Some(Copy {
                label: message("practice.command"),
                text: COMMAND.to_owned(),
            }),
        };
    }
    let guards = || model.lasting.journeys.iter().map(|journey| &journey.guard);
    let proven = model.lasting.journeys.iter().any(|journey| {
        matches!(
            journey.status.as_ref().map(|s| &s.state),
            Some(consentry_wire::api::State::Authorized { .. })
        )
    });
    let stage = |done: bool, key: &str| Line {
        tone: if done { Tone::Good } else { Tone::Plain },
        text: message(key),
    };
    let lines = vec![
        stage(guards().any(|guard| guard.held), "practice.trap"),
        stage(proven, "practice.proof"),
    ];
    PracticeView {
        banner: Some((message("practice.word"), message("practice.sentence"))),
        about: Some(note("practice.title", "practice.text", lines)),
        copy: None,
    }
}

fn note(title: &str, text: &str, lines: Vec<Line>) -> Note {
    Note {
        id: "practice".to_owned(),
        title: message(title),
        text: message(text),
        lines,
        actions: Vec::new(),
    }
}

/// Suggests the trap where it stands: here it costs nothing to step into it.
pub(crate) fn suggest(settings: &Settings, page: &Page, guard: TabGuard, card: &mut Option<Card>) {
    if settings.practice
        && !guard.held
        && *page == Page::Consent(ConsentKind::UserWithTick)
        && let Some(card) = card
    {
        card.lines.push(Line {
            tone: Tone::Plain,
            text: message("practice.try"),
        });
    }
}
