use crate::seen;
use consentry_catalog::Catalog;
use consentry_logic::model::Model;
use consentry_logic::update::{Event, update};

/// What the core takes: one event as JSON on each line, from pages, from faces, from the backend, in
/// any order. Lines that are no event are passed over, as the worker does.
///
/// # Panics
///
/// Where something is lit that is not there, or what is kept is not what was kept.
pub fn message(input: &[u8]) {
    let mut model = Model::default();
    let mut now = 1000;
    let lines = input.split(|byte| *byte == b'\n').take(64);
    for event in lines.filter_map(|line| serde_json::from_slice::<Event>(line).ok()) {
        // Settings are no message: they are read by `settings::read`, which refuses what is wrong.
        if matches!(event, Event::Configured(_)) {
            continue;
        }
        now += 1000;
        let effects = update(Catalog::built_in(), &mut model, event, now);
        seen::only_what_is_there(&model, &effects);
    }
    // The worker is stopped and started anew from what it kept.
    let read = |text: &str| serde_json::from_str(text).ok();
    let kept = serde_json::to_string(&model.session).ok();
    assert_eq!(
        kept.as_deref().and_then(read).as_ref(),
        Some(&model.session),
        "session"
    );
    let read = |text: &str| serde_json::from_str(text).ok();
    let kept = serde_json::to_string(&model.lasting).ok();
    assert_eq!(
        kept.as_deref().and_then(read).as_ref(),
        Some(&model.lasting),
        "lasting"
    );
}
