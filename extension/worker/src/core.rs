//! The model and the only call of `update`. Events are taken one at a time: nothing here waits.
//!
//! Who carries effects out is given at the start: what they bring comes back here as events.

use crate::{chrome, storage};
use consentry_shared::model::Model;
use consentry_shared::update::{Effect, Event, update};
use std::cell::{Cell, RefCell};

thread_local! {
    static MODEL: RefCell<Model> = RefCell::default();
    static CARRY_OUT: Cell<fn(Effect)> = const { Cell::new(drop::<Effect>) };
}

/// Takes up what was kept, and opens every eye again: the last worker may have been stopped after
/// it saw something and before it kept it.
pub(crate) async fn load(carry_out: fn(Effect)) {
    CARRY_OUT.set(carry_out);
    let mut model = storage::model().await;
    model.session.settings = storage::settings().await;
    let settings = &model.session.settings;
    consentry_shared::pack::use_profiles(&settings.profiles, &settings.clients);
    for frame in model
        .session
        .tabs
        .values_mut()
        .flat_map(|tab| tab.frames.values_mut())
    {
        frame.looking = false;
    }
    MODEL.with_borrow_mut(|held| *held = model);
    dispatch(Event::Woke);
}

/// Takes an event in and carries out what follows.
pub(crate) fn dispatch(event: Event) {
    for effect in step(event) {
        carry_out(effect);
    }
}

/// The same, with what concerns one frame given back as the answer to its message: keys and JSON.
pub(crate) fn dispatch_for(tab: u32, frame: u32, event: Event) -> Vec<(&'static str, String)> {
    let mut answer = Vec::new();
    for effect in step(event) {
        match message(&effect) {
            Some((to_tab, to_frame, key, value)) if (to_tab, to_frame) == (tab, frame) => {
                answer.push((key, value));
            }
            _ => carry_out(effect),
        }
    }
    answer
}

fn carry_out(effect: Effect) {
    CARRY_OUT.get()(effect);
}

/// An effect that is a message to one frame, as its key and its value in JSON.
pub(crate) fn message(effect: &Effect) -> Option<(u32, u32, &'static str, String)> {
    match effect {
        Effect::Look { tab, frame, look } => {
            Some((*tab, *frame, "look", serde_json::to_string(look).ok()?))
        }
        Effect::Rest { tab, frame } => Some((*tab, *frame, "rest", "true".to_owned())),
        Effect::Paint { tab, frame, paint } => {
            Some((*tab, *frame, "paint", serde_json::to_string(paint).ok()?))
        }
        _ => None,
    }
}

fn step(event: Event) -> Vec<Effect> {
    MODEL.with_borrow_mut(|model| {
        let effects = update(model, event, chrome::now());
        storage::keep(model);
        effects
    })
}

/// Whether our scripts stay out of the sign-in's hosts.
pub(crate) fn zero_touch() -> bool {
    MODEL.with_borrow(|model| model.session.settings.zero_touch)
}

/// Tabs that something is known of.
pub(crate) fn tabs() -> Vec<u32> {
    MODEL.with_borrow(|model| model.session.tabs.keys().copied().collect())
}

/// The match pattern of the backend's host, where the browser has to be asked for it.
pub(crate) fn backend_pattern() -> Option<String> {
    MODEL.with_borrow(|model| model.session.settings.backend_pattern())
}

/// The language that is spoken.
pub(crate) fn language() -> String {
    MODEL.with_borrow(|model| model.session.settings.language.clone())
}

/// The configured backend.
pub(crate) fn backend() -> String {
    MODEL.with_borrow(|model| model.session.settings.backend.clone())
}
