//! The page that opens once after a person installed the extension.
//!
//! Where an organization installed it, or set something, nothing opens: the organization tells its people itself.
//! That the page is due is kept until the browser was asked who installed it, so a worker that ends in between loses
//! nothing, and nothing opens twice.

use crate::effect::{Effect, Question};
use crate::model::{FirstRun, Model};
use consentry_wire::text::{message, say};
use consentry_wire::view::{FirstRunView, Tone, line};

/// The extension was installed. Some browsers say so each time they load one from a folder: it counts once.
pub(crate) fn installed(model: &mut Model) {
    if model.lasting.first_run == FirstRun::Unknown {
        model.lasting.first_run = FirstRun::Due;
    }
}

/// The browser said who installed it.
pub(crate) fn installed_by(model: &mut Model, organization: bool, effects: &mut Vec<Effect>) {
    if model.lasting.first_run != FirstRun::Due {
        return;
    }
    model.lasting.first_run = FirstRun::Over;
    let settings = &model.session.settings;
    let is_wanted = settings.first_run && !settings.practice;
    if organization || settings.managed || !is_wanted {
        return;
    }
    if settings.has_backend() {
        effects.push(Effect::Ask(Question::Greet));
    }
    effects.push(Effect::OpenFirstRun);
}

/// What the page says of the backend. A result is said to be verified where a backend has answered to be one.
pub(crate) fn view(model: &Model) -> FirstRunView {
    let session = &model.session;
    let address = &session.settings.backend;
    let answers = session.greeted.as_ref() == Some(address) && session.trouble.is_none();
    let about = |key| say(key, &[("address", address)]);
    let backend = if let Some(trouble) = &session.trouble {
        line(Tone::Caution, trouble.clone())
    } else if answers {
        line(Tone::Good, about("first-run.answers"))
    } else {
        line(Tone::Plain, about("first-run.asks"))
    };
    FirstRunView {
        verifies: message(if answers {
            "first-run.with"
        } else {
            "first-run.without"
        }),
        backend: session.settings.has_backend().then_some(backend),
    }
}
