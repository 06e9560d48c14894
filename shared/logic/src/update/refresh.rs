//! What follows from what is known now.

use super::Effect;
use crate::address::{self, Site};
use crate::badge::Badge;
use crate::model::{Derived, Frame, Model, TabDecision, Touched};
use crate::{decide, find, panel, post_consent};
use consentry_catalog::Catalog;
use consentry_wire::mark::FrameInstructions;

/// Decides the tabs that may have changed, follows what is unfinished, and shows it all.
pub(super) fn refresh(
    catalog: &Catalog,
    model: &mut Model,
    touched: Touched,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    model.forget_decisions(catalog, touched, now);
    let tabs = model.session.tabs.iter();
    let undecided = tabs.filter(|(_, tab)| tab.decision.get().is_none());
    let undecided: Vec<u32> = undecided.map(|(id, _)| *id).collect();
    for id in undecided {
        renew(catalog, model, id, now, effects);
    }
    effects.extend(badges_of_pages_left(model));
    let watched: Vec<String> = model
        .lasting
        .journeys
        .iter()
        .filter(|journey| {
            journey.step(catalog, now).is_some() || post_consent::is_unproven(journey)
        })
        .filter_map(|journey| journey.connection.clone())
        .collect();
    effects.push(Effect::Watch(watched));
    effects.extend(post_consent::reminders(catalog, model, now));
    let again_at = model.decisions().filter_map(|(_, known)| known.again_at);
    if let Some(at) = again_at.min() {
        let after_ms = at.saturating_sub(now);
        effects.push(Effect::Wake { after_ms });
    }
    effects.push(Effect::Show(Box::new(panel::view(catalog, model, now))));
}

/// Decides a tab: opens and closes its eyes, instructs what changed, and says what the panel shows of it. Its page, its card
/// and the panel are drawn from the same decision.
fn renew(catalog: &Catalog, model: &mut Model, id: u32, now: u64, effects: &mut Vec<Effect>) {
    let decision = decide::decide(catalog, model, id, now);
    let highlighted = decision.highlights.iter().any(|lit| lit.kind != "avoid");
    let badge = Badge::of(decision.card.as_ref(), highlighted);
    if let Some(badge) = model.session.badges.news(id, badge) {
        effects.push(Effect::TabBadge { tab: id, badge });
    }
    let wanted: Vec<(u32, bool)> = model.session.tabs[&id]
        .frames
        .keys()
        .map(|frame| (*frame, decide::wants_look(catalog, model, id, *frame, now)))
        .collect();
    let backend = model.session.settings.backend.clone();
    let Some(tab) = model.session.tabs.get_mut(&id) else {
        return;
    };
    for (frame_id, looking) in wanted {
        let paint = decision
            .instructions
            .get(&frame_id)
            .cloned()
            .unwrap_or_default();
        if let Some(frame) = tab.frames.get_mut(&frame_id) {
            let site = address::site(catalog, &frame.url, &backend);
            let place = (id, frame_id);
            instruct(catalog, place, frame, site, looking, paint, effects);
        }
    }
    let again_at = decision.wake_after_ms.map(|after_ms| now + after_ms);
    if let Some(tab) = model.session.tabs.get(&id) {
        let view = panel::tab_view(catalog, model, tab, decision);
        let decision = TabDecision { view, again_at };
        if let Some(tab) = model.session.tabs.get_mut(&id) {
            tab.decision = Derived::of(decision);
        }
    }
}

/// Opens or closes the eyes of a frame, and instructions in it what is not instructed there.
fn instruct(
    catalog: &Catalog,
    (tab, id): (u32, u32),
    frame: &mut Frame,
    site: Option<Site>,
    looking: bool,
    paint: FrameInstructions,
    effects: &mut Vec<Effect>,
) {
    // What was instructed last may have been lost with a worker that was stopped.
    let opened = looking && !frame.looking;
    if opened && let Some(site) = site {
        effects.push(Effect::Observe {
            tab,
            frame: id,
            document: frame.document.clone(),
            look: find::look_at(catalog, &catalog.look, site),
        });
    } else if !looking && frame.looking {
        effects.push(Effect::StopObserving {
            tab,
            frame: id,
            document: frame.document.clone(),
        });
        frame.instructed = FrameInstructions::default();
    }
    frame.looking = looking;
    if looking && (opened || paint != frame.instructed) {
        frame.instructed = paint.clone();
        effects.push(Effect::Instruct {
            tab,
            frame: id,
            document: frame.document.clone(),
            paint,
        });
    }
}

/// Takes the sign off where a tab shows a page that is nobody's.
fn badges_of_pages_left(model: &mut Model) -> Vec<Effect> {
    let session = &mut model.session;
    let left = session.badges.tabs().into_iter();
    left.filter(|tab| !session.tabs.contains_key(tab))
        .filter_map(|tab| {
            let badge = session.badges.news(tab, Badge::default())?;
            Some(Effect::TabBadge { tab, badge })
        })
        .collect()
}
