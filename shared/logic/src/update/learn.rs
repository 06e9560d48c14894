//! What a page suggests. None of it proves anything: Graph overrules each.

use super::{Effect, ask_check};
use crate::decide;
use crate::fact::{Fact, Source};
use crate::model::Model;
use crate::page::{ConsentKind, Page};
use consentry_catalog::Catalog;
use consentry_catalog::guide::What;
use consentry_catalog::permission::Kind;
use consentry_wire::api::Hint;

/// The last page of a consent window tells all by its address, and closes as soon as it is there:
/// often before anybody has looked at it.
pub(super) fn came_back(
    catalog: &Catalog,
    model: &mut Model,
    tab_id: u32,
    frame_id: u32,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let backend = &model.session.settings.backend;
    let shown = model.session.tabs.get(&tab_id);
    let is_return = shown.is_some_and(|tab| {
        matches!(
            tab.recognise(catalog, backend).page,
            Page::ConsentReturn { .. }
        )
    });
    if is_return && frame_id == 0 {
        learn_from_page(catalog, model, tab_id, now, effects);
    }
}

/// Facts a page suggests. None of them proves anything: Graph overrules each.
pub(super) fn learn_from_page(
    catalog: &Catalog,
    model: &mut Model,
    tab_id: u32,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return;
    };
    let page = tab.recognise(catalog, &model.session.settings.backend).page;
    let before = tab.page.clone();
    let journey =
        decide::journey_of(catalog, model, tab_id, &page).map(|journey| journey.id.clone());
    let ticked = model
        .session
        .tabs
        .get(&tab_id)
        .is_some_and(|tab| decide::ticked(catalog, tab));
    let request = model
        .session
        .tabs
        .get(&tab_id)
        .and_then(|tab| tab.request.clone());
    let requires = journey
        .as_ref()
        .and_then(|id| Some((model.session.tabs.get(&tab_id)?, model.journey(id)?)))
        .is_some_and(|(tab, journey)| {
            decide::is_required(catalog, &page, &tab.sightings(), journey)
        });
    let mut closed = false;
    if let Some(tab) = model.session.tabs.get_mut(&tab_id) {
        page.name().clone_into(&mut tab.page);
        closed = std::mem::replace(&mut tab.closed, requires);
    }
    let Some(journey) = journey.and_then(|id| model.journey_mut(&id)) else {
        return;
    };
    let unproven = journey.unproven && journey.connection.is_none();
    let mut learn = |what| {
        journey.facts.learn(Fact {
            what,
            holds: true,
            source: Source::Page,
            at: now,
        });
    };
    match &page {
        Page::Entry { page, .. } => match page.as_deref() {
            Some("wizard-needs-admin") => learn(What::Connected),
            Some("wizard-loaded") => {
                learn(What::Connected);
                learn(What::Loaded);
            }
            _ => {}
        },
        Page::Portal(_) if requires => {
            learn(What::AssignmentRequired);
            if !closed && journey.graph_tells(What::AssignmentRequired) {
                ask_check(journey, None, effects);
            }
        }
        Page::Consent(ConsentKind::UserWithTick) => {
            journey.guard.offered = true;
            journey.guard.ticked |= ticked;
            if let Some(request) = request {
                journey.guard.client_id = request.client_id;
                journey.guard.scopes = request
                    .scopes
                    .iter()
                    .map(|scope| scope.shown(catalog, Kind::Delegated))
                    .collect();
            }
        }
        Page::ConsentReturn { error } if before != "consent-return" => {
            let hint = if error.is_none() {
                learn(What::ConsentReturned);
                // Where nobody asks Graph, the window's word is all there is; it is shown as such.
                if unproven {
                    learn(What::Authorized);
                }
                journey.facts.forget(What::ConsentDeclined);
                journey.revisit = None;
                Hint::ConsentReturned
            } else {
                learn(What::ConsentDeclined);
                Hint::ConsentDeclined
            };
            journey.facts.forget(What::WindowClosed);
            journey.returned_error.clone_from(error);
            ask_check(journey, Some(hint), effects);
        }
        _ => {}
    }
}
