//! What must hold after whatever was seen.

use consentry_logic::model::Model;
use consentry_logic::update::Effect;
use consentry_wire::mark::ANY_BOX;
use consentry_wire::sighting::{Control, Sighting};

/// Nothing is painted that is not in front of the person: each control is in the newest sighting of
/// its frame, and what the person is sent to can be reached.
pub(crate) fn only_what_is_there(model: &Model, effects: &[Effect]) {
    for (tab, shown) in &model.session.tabs {
        for (frame, at) in &shown.frames {
            let nothing = Sighting::default();
            let sighting = at.sighting.as_ref().unwrap_or(&nothing);
            // Ids that stand there twice are no eyes' work; then one of the two is enough.
            let all = sighting.controls.iter();
            let any = |id: u32, is: fn(&Control) -> bool| {
                all.clone().any(|control| control.id == id && is(control))
            };
            for mark in &at.instructed.marks {
                let id = mark.control;
                let place = format!("{id} of {tab}/{frame} is lit");
                assert!(any(id, |_| true), "{place} and not there");
                assert!(
                    any(id, |one| one.visible && !one.behind),
                    "{place} and out of reach"
                );
            }
            if let Some(hold) = &at.instructed.block {
                let boxes = hold.tick.into_iter().filter(|tick| *tick != ANY_BOX);
                for id in boxes.chain(hold.blocks.iter().copied()) {
                    assert!(any(id, |_| true), "{id} is held and not there");
                }
            }
        }
    }
    for effect in effects {
        if let Effect::Open { url } = effect {
            assert!(
                url.starts_with("https://") || url.starts_with("http://"),
                "{url} is opened"
            );
        }
    }
}
