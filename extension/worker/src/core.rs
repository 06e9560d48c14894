//! The model and the only call of `update`. Events are taken one at a time: nothing here waits.
//!
//! Who carries effects out is given at the start: what they bring comes back here as events.

use crate::document::{self, Place};
use crate::{chrome, storage, tables};
use consentry_logic::model::{FirstRun, Model, Settings};
use consentry_logic::update::{Effect, Event, update};
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
    tables::use_profiles(&model.session.settings);
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

/// Settings were read: their profiles are in force before anything is decided by them.
pub(crate) fn configure(settings: Settings) {
    tables::use_profiles(&settings);
    dispatch(Event::Configured(settings));
}

/// Takes an event in and carries out what follows.
pub(crate) fn dispatch(event: Event) {
    for effect in step(event) {
        carry_out(effect);
    }
}

/// The same, with what concerns one document given back as the answer to its message: keys and JSON.
pub(crate) fn dispatch_for(from: &Place, event: Event) -> Vec<(&'static str, String)> {
    let mut answer = Vec::new();
    for effect in step(event) {
        match document::message(&effect) {
            Some((to, key, value)) if to == *from => answer.push((key, value)),
            _ => carry_out(effect),
        }
    }
    answer
}

fn carry_out(effect: Effect) {
    CARRY_OUT.get()(effect);
}

/// Whether anything is known of a document: of a page that is nobody's, nothing is.
pub(crate) fn knows(place: &Place) -> bool {
    MODEL.with_borrow(|model| {
        let tab = model.session.tabs.get(&place.tab);
        tab.and_then(|tab| tab.frames.get(&place.frame))
            .is_some_and(|frame| frame.document == place.document)
    })
}

fn step(event: Event) -> Vec<Effect> {
    MODEL.with_borrow_mut(|model| {
        let effects = tables::with(|catalog| update(catalog, model, event, chrome::now()));
        storage::keep(model);
        effects
    })
}

/// Whether our scripts stay out of the sign-in's hosts.
pub(crate) fn zero_touch() -> bool {
    MODEL.with_borrow(|model| model.session.settings.zero_touch)
}

/// Whether the page that opens once is due.
pub(crate) fn first_run_is_due() -> bool {
    MODEL.with_borrow(|model| model.lasting.first_run == FirstRun::Due)
}

/// Tabs that something is known of.
pub(crate) fn tabs() -> Vec<u32> {
    MODEL.with_borrow(|model| model.session.tabs.keys().copied().collect())
}

/// The match pattern of the backend's host, where the browser has to be asked for it.
pub(crate) fn backend_pattern() -> Option<String> {
    MODEL.with_borrow(|model| model.session.settings.backend_pattern())
}

/// Says something in the language of the settings.
pub(crate) fn spoken(say: &dyn Fn() -> String) -> String {
    let language = MODEL.with_borrow(|model| model.session.settings.language.clone());
    tables::spoken(&language, say)
}

/// The configured backend.
pub(crate) fn backend() -> String {
    MODEL.with_borrow(|model| model.session.settings.backend.clone())
}
