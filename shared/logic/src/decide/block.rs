//! What is held although the page was not recognised, or the app is refused.

use super::Decision;
use crate::address::{self, Site};
use crate::card;
use crate::consent::BlockedBy;
use crate::consent::app_reputation::AppReputation;
use crate::consent::shown::Shown;
use crate::find::{self, Named};
use crate::model::{Model, Tab};
use crate::page::{ConsentKind, Page};
use consentry_catalog::Catalog;
use consentry_wire::mark::{ANY_BOX, Block};
use consentry_wire::sighting::{Control, Sighting};

/// Where consent is to be held and nobody knows which box is the organization's, any box holds it:
/// two that are alike may both be meant.
pub(super) fn block_any_checkbox(
    tab: &Tab,
    page: &Page,
    frames: &[(u32, &Sighting)],
    decision: &mut Decision,
) {
    let held = decision
        .verdict
        .as_ref()
        .and_then(|(_, verdict)| verdict.blocked)
        .is_some_and(|held| held.by == BlockedBy::Tick && !(held.release && tab.guard.released));
    let known = decision
        .instructions
        .values()
        .any(|paint| paint.block.is_some());
    if *page != Page::Consent(ConsentKind::UserWithTick) || !held || known {
        return;
    }
    let with_boxes = frames
        .iter()
        .filter(|(_, sighting)| sighting.controls.iter().any(Control::is_box));
    for (frame, _) in with_boxes {
        decision.instructions.entry(*frame).or_default().block = Some(Block {
            tick: Some(ANY_BOX),
            blocks: Vec::new(),
            lets: Vec::new(),
        });
    }
    if tab.guard.held {
        card::say_held(&mut decision.card);
    }
}

/// Whether the app that asks on a tab is refused, as far as addresses tell: known before anything of a
/// page was seen, and true of pages that nobody has looked at.
pub(super) fn refuses(catalog: &Catalog, model: &Model, tab: &Tab) -> bool {
    let settings = &model.session.settings;
    let request = tab.request.as_ref();
    let app = request.and_then(|request| request.app(catalog));
    let reputation = AppReputation::of(catalog, request, app, &Shown::default(), settings);
    let released = tab.guard.released && matches!(reputation, AppReputation::Reported(_));
    let signs_in = tab.frames.get(&0).is_some_and(|top| {
        address::site(catalog, &top.url, &settings.backend) == Some(Site::Login)
    });
    signs_in && reputation.is_refused() && !released
}

/// The app itself is refused: whatever could be Accept does nothing. Where Accept is not surely
/// known, every button that submits is held: a refused app is worth a dead button too many.
pub(super) fn block_in_any_case(
    catalog: &Catalog,
    frames: &[(u32, &Sighting)],
    decision: &mut Decision,
) {
    let accept = catalog.controls.get("consent-accept");
    let surely = accept.map_or_else(Vec::new, |spec| {
        find::find(catalog, spec, frames, Named::default())
            .found()
            .to_vec()
    });
    for (frame, sighting) in frames {
        let blocks: Vec<u32> = sighting
            .controls
            .iter()
            .filter(|control| {
                let submits = control.role == "button"
                    && (control
                        .attrs
                        .get("type")
                        .is_some_and(|kind| kind == "submit")
                        || control
                            .attrs
                            .get("name")
                            .is_some_and(|name| name == "idSIButton9"));
                // What reads otherwise than it is called may be Accept.
                if find::differs(catalog, control) && find::is_called(catalog, "accept", control) {
                    true
                } else if surely.is_empty() {
                    submits
                } else {
                    surely
                        .iter()
                        .any(|found| found.frame == *frame && found.control.id == control.id)
                }
            })
            .map(|control| control.id)
            .collect();
        if !blocks.is_empty() {
            decision.instructions.entry(*frame).or_default().block = Some(Block {
                tick: None,
                blocks,
                lets: Vec::new(),
            });
        }
    }
}
