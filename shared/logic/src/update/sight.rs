//! What the tabs show.

use super::learn::learn_from_page;
use super::{Effect, ask_check, journey_again};
use crate::address::{self, Site};
use crate::fact::{Fact, Source};
use crate::flow::{self, Step};
use crate::model::{BY_ADDRESS, Frame, Model, TabGuard};
use consentry_catalog::Catalog;
use consentry_catalog::guide::What;
use consentry_wire::mark::FrameInstructions;
use consentry_wire::sighting::Sighting;

pub(super) fn hello(
    catalog: &Catalog,
    model: &mut Model,
    tab_id: u32,
    frame_id: u32,
    document: String,
    address: &str,
    now: u64,
) {
    let url = address::clean(catalog, address);
    let backend = &model.session.settings.backend;
    if address::site(catalog, address, backend).is_none() {
        if frame_id == 0 {
            model.session.tabs.remove(&tab_id);
        }
        return;
    }
    let tab = model.session.tabs.entry(tab_id).or_default();
    let known = tab.frames.get(&frame_id);
    let new_document = known.is_none_or(|frame| frame.document != document);
    // A document says hello again where a worker was stopped: nothing in it has changed for that.
    let seen = known
        .filter(|frame| !new_document && frame.url == url)
        .and_then(|frame| frame.sighting.clone());
    if frame_id == 0 {
        tab.follows(flow::step(catalog, &url, backend), &url);
        if seen.is_none() {
            tab.guard = TabGuard::default();
            tab.hidden = None;
        }
        if new_document {
            model.session.badges.begins(tab_id);
            tab.frames.retain(|id, _| *id == 0);
        } else {
            model.session.badges.stays(tab_id);
        }
    }
    if seen.is_none() {
        tab.changed_at = now;
    }
    tab.frames.insert(
        frame_id,
        Frame {
            document,
            sighting: seen.or_else(|| {
                Some(Sighting {
                    url: url.clone(),
                    ..Sighting::default()
                })
            }),
            url,
            // Eyes that open are told anew what to paint.
            looking: false,
            instructed: FrameInstructions::default(),
        },
    );
}

/// Where a script of ours runs, it says hello by itself; the browser's word counts where none does.
pub(super) fn told_address(catalog: &Catalog, model: &mut Model, tab: u32, url: &str, now: u64) {
    let settings = &model.session.settings;
    let site = address::site(catalog, url, &settings.backend);
    // Of another site the browser says that the tab is there, and not where.
    if site.is_none()
        && let Some(shown) = model.session.tabs.get_mut(&tab)
    {
        shown.follows(Step::Leaves, url);
        model.session.badges.loads(tab);
    }
    let top = model
        .session
        .tabs
        .get(&tab)
        .and_then(|tab| tab.frames.get(&0));
    let known = top.is_some_and(|top| top.document == BY_ADDRESS);
    let same = known && top.is_some_and(|top| top.url == address::clean(catalog, url));
    match site {
        Some(Site::Login) if !settings.zero_touch => {}
        Some(Site::Login | Site::Personal | Site::HandOff) if same => {}
        // A script of ours is on the hand-off pages of this machine, and on those of no other.
        Some(Site::HandOff) if top.is_some() && !known => {}
        Some(Site::Login | Site::Personal | Site::HandOff) => {
            hello(catalog, model, tab, 0, BY_ADDRESS.to_owned(), url, now);
        }
        _ if known => {
            model.session.tabs.remove(&tab);
        }
        _ => {}
    }
}

/// A tab came to a page out of its history, to one that was restored, or to one that was loaded before
/// it was asked for: what its addresses said before is not about that page.
pub(super) fn restored(model: &mut Model, tab: u32) {
    if let Some(tab) = model.session.tabs.get_mut(&tab) {
        tab.follows(Step::Restored, "");
        tab.frames.clear();
    }
}

/// A page of `origin` led a tab to a document. In the middle of a sign-in the next page is its own doing: where
/// another site's page chose the address, the address belongs to a request of that site's choice, as after a detour.
/// A page may keep the browser from saying who it is, so nothing said counts as another site. What the portal led to,
/// in a window of its own or not, is the portal's.
pub(super) fn referred(
    catalog: &Catalog,
    model: &mut Model,
    tab: u32,
    document: &str,
    origin: &str,
) {
    let by = address::site(catalog, origin, &model.session.settings.backend);
    let tab = model.session.tabs.entry(tab).or_default();
    if by == Some(Site::Login) || tab.shows(0, document) {
        return;
    }
    tab.follows(Step::Leaves, "");
    tab.from_portal = matches!(by, Some(Site::Portal | Site::Frame));
}

pub(super) fn saw(
    catalog: &Catalog,
    model: &mut Model,
    tab_id: u32,
    (frame_id, document): (u32, &str),
    sighting: Sighting,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let limit = catalog.look.limit as usize;
    let tabs = &mut model.session.tabs;
    if !tabs
        .get(&tab_id)
        .is_some_and(|tab| tab.shows(frame_id, document))
    {
        effects.push(Effect::AskHello {
            tab: tab_id,
            frame: frame_id,
            document: document.to_owned(),
        });
        return;
    }
    let Some(tab) = tabs.get_mut(&tab_id) else {
        return;
    };
    let Some(frame) = tab.frames.get_mut(&frame_id) else {
        return;
    };
    model.session.badges.stays(tab_id);
    // A sighting of an address the frame has left says nothing about the one it shows.
    if address::clean(catalog, &sighting.url) != frame.url {
        return;
    }
    let mut sighting = Sighting {
        url: frame.url.clone(),
        ..sighting
    };
    sighting.controls.truncate(limit);
    if !frame
        .sighting
        .as_ref()
        .is_some_and(|known| known.shows_the_same_as(&sighting))
    {
        tab.changed_at = now;
    }
    frame.sighting = Some(sighting);
    effects.push(Effect::Judged {
        tab: tab_id,
        frame: frame_id,
        document: document.to_owned(),
    });
    if frame_id == 0 {
        learn_from_page(catalog, model, tab_id, now, effects);
    }
}

pub(super) fn held(catalog: &Catalog, model: &mut Model, tab_id: u32, early: bool) {
    let Some(tab) = model.session.tabs.get_mut(&tab_id) else {
        return;
    };
    tab.guard.early = early;
    if early {
        return;
    }
    tab.guard.held = true;
    let page = tab.recognise(catalog, &model.session.settings.backend).page;
    if let Some(journey) = journey_again(catalog, model, tab_id, &page) {
        journey.guard.held = true;
    }
}

/// A frame may show another document by the time the one before is known to be gone.
pub(super) fn frame_gone(model: &mut Model, tab_id: u32, frame_id: u32, document: &str) {
    if let Some(tab) = model.session.tabs.get_mut(&tab_id)
        && tab.shows(frame_id, document)
    {
        tab.frames.remove(&frame_id);
    }
}

pub(super) fn tab_gone(
    catalog: &Catalog,
    model: &mut Model,
    tab_id: u32,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    model.session.sign_ins.remove(&tab_id);
    model.session.badges.begins(tab_id);
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return;
    };
    let in_window = matches!(tab.page.as_str(), "admin-consent" | "approval-required");
    if in_window {
        let page = tab.recognise(catalog, &model.session.settings.backend).page;
        if let Some(journey) = journey_again(catalog, model, tab_id, &page) {
            // The window closes by itself after Accept too, sometimes before its last page was
            // seen: only Graph can tell.
            let fact = Fact {
                what: What::WindowClosed,
                holds: true,
                source: Source::Page,
                at: now,
            };
            journey.facts.learn(fact);
            ask_check(journey, None, effects);
        }
    }
    model.session.tabs.remove(&tab_id);
}
