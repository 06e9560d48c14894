//! Which backend is asked, and whether one answers there.

use super::{Effect, Question};
use crate::model::{Model, Settings};

/// Settings were read. A backend at another address is asked at once whether it answers.
pub(super) fn configured(model: &mut Model, settings: Settings, effects: &mut Vec<Effect>) {
    let before = std::mem::replace(&mut model.session.settings, settings);
    let now = &model.session.settings;
    if now.language != before.language {
        model.session.badges.say_again();
    }
    if now.backend != before.backend {
        model.session.trouble = None;
        greet(model, effects);
    }
}

/// The browser gives access to the backend's host, or does not. What could not be asked before is asked again.
pub(super) fn access(model: &mut Model, given: bool, effects: &mut Vec<Effect>) {
    let before = model.session.backend_access.replace(given);
    if given && before == Some(false) {
        greet(model, effects);
    }
}

/// Asks whether a backend answers.
pub(super) fn greet(model: &mut Model, effects: &mut Vec<Effect>) {
    model.session.greeted = None;
    if model.session.settings.has_backend() {
        effects.push(Effect::Ask(Question::Greet));
    }
}

/// One does.
pub(super) fn greeted(model: &mut Model, address: String) {
    model.session.greeted = Some(address);
}
