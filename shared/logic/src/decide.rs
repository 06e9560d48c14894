//! From what a tab shows and what is known to what is instructed and said there.

mod journey_for_page;
mod assignment;
mod block;
mod consent_page;
mod guided;

use crate::address::{self, Site};
use crate::card;
use crate::consent::shown::shown;
use crate::consent::{self, Assessment};
use crate::find::{self, Found, Named};
use crate::model::{BY_ADDRESS, Model, Tab};
use crate::page::{ConsentKind, Page, Recognised};
pub(crate) use assignment::is_required;
use block::block_any_checkbox;
use consent_page::consent_page;
pub(crate) use consent_page::may_release;
use consentry_catalog::Catalog;
use consentry_wire::journey::Place;
use consentry_wire::mark::{Ask, CardPlace, FrameInstructions, Mark, MarkKind};
use consentry_wire::sighting::Sighting;
use consentry_wire::text::Text;
use consentry_wire::view::{Card, CardKind};
use guided::guided_page;
pub(crate) use journey_for_page::{here, journey_of, named};
use std::collections::BTreeMap;

/// What is instructed and said on a tab.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decision {
    pub(crate) page: Option<Recognised>,
    pub(crate) instructions: BTreeMap<u32, FrameInstructions>,
    pub(crate) card: Option<Card>,
    pub(crate) journey: Option<String>,
    pub(crate) verdict: Option<(ConsentKind, Assessment)>,
    /// Whether nothing of the page speaks against pointing at Accept.
    pub(crate) accept_is_due: bool,
    /// Each mark with its control's name in the table.
    pub(crate) highlights: Vec<consentry_wire::diagnosis::Highlight>,
    pub(crate) not_shown_because: Option<Text>,
    pub(crate) wake_after_ms: Option<u64>,
}

/// Whether a frame's eyes should be open.
pub(crate) fn wants_look(
    catalog: &Catalog,
    model: &Model,
    tab_id: u32,
    frame: u32,
    now: u64,
) -> bool {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return false;
    };
    let backend = &model.session.settings.backend;
    let Some((shown, site)) = tab
        .frames
        .get(&frame)
        .and_then(|frame| Some((frame, address::site(catalog, &frame.url, backend)?)))
    else {
        return false;
    };
    // No script of ours is there: an order to look would be heard by nobody, and the frame that did
    // not answer would count as gone.
    let unseen = shown.document == BY_ADDRESS
        || site == Site::Personal
        || (site == Site::Login && model.session.settings.zero_touch);
    if unseen {
        return false;
    }
    if tab.diagnosing || model.session.settings.diagnose {
        return true;
    }
    match site {
        // The guard is for every consent, not only for those of a journey.
        Site::Login | Site::Entry | Site::HandOff => true,
        Site::Personal => false,
        // Nothing in the portal is read unless a step of a journey is there.
        Site::Portal | Site::Frame => model.lasting.journeys.iter().any(|journey| {
            journey
                .step(catalog, now)
                .is_some_and(|step| step.elsewhere != Place::Entry && journey.is_mine(step.actor))
        }),
    }
}

/// Whether the organization-wide tick of a tab is on.
pub(crate) fn ticked(catalog: &Catalog, tab: &Tab) -> bool {
    let Some(spec) = catalog.controls.get("consent-tick") else {
        return false;
    };
    let frames = tab.sightings();
    find::find(catalog, spec, &frames, Named::default())
        .found()
        .iter()
        .any(|found| found.control.checked == Some(true))
}

/// Decides what is instructed and said on a tab.
pub(crate) fn decide(catalog: &Catalog, model: &Model, tab_id: u32, now: u64) -> Decision {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return Decision::default();
    };
    let frames = tab.sightings();
    if frames.first().is_none_or(|(frame, _)| *frame != 0) {
        return Decision::default();
    }
    let recognised = tab.recognise(catalog, &model.session.settings.backend);
    let page = recognised.page.clone();
    let journey = journey_of(catalog, model, tab_id, &page);
    let mut decision = Decision {
        journey: journey.map(|journey| journey.id.clone()),
        page: Some(recognised),
        ..Decision::default()
    };
    let offered = model.lasting.offers.iter().rev();
    match &page {
        // What stands in the page may lead on with the wrong connection: first it is decided on.
        Page::Entry { .. } | Page::HandOff
            if let Some(offer) = offered.clone().find(|offer| offer.tab == tab_id) =>
        {
            decision.card = Some(card::offer(catalog, offer));
        }
        _ if by_address_only(catalog, model, &frames) => {
            decision.card = signing_in_unseen(catalog, model, tab, &frames, now);
        }
        Page::Consent(kind) => {
            consent_page(catalog, model, tab_id, *kind, journey, now, &mut decision);
        }
        Page::ApprovalRequired => {
            let request = tab.request.as_ref();
            decision.card = Some(card::approval(
                catalog,
                request,
                tab.app(catalog),
                &shown(catalog, &frames),
                journey,
                &model.session.settings,
            ));
        }
        Page::SignInError(stop) => {
            let request = tab.request.as_ref();
            let app = journey.and_then(|journey| journey.app(catalog));
            decision.card = Some(card::stopped(
                catalog,
                *stop,
                card::Around {
                    request,
                    app: app
                        .as_deref()
                        .or_else(|| request.and_then(|request| request.app(catalog))),
                    journey,
                    settings: &model.session.settings,
                },
            ));
        }
        _ if tab.flow.is_device_code() => decision.card = Some(card::device_code()),
        _ => guided_page(catalog, model, tab, &page, journey, now, &mut decision),
    }
    block_any_checkbox(tab, &page, &frames, &mut decision);
    crate::practice::suggest(
        &model.session.settings,
        &page,
        tab.guard,
        &mut decision.card,
    );
    if tab.guard.early
        && decision
            .instructions
            .values()
            .all(|paint| paint.block.is_none())
    {
        card::say_early(&mut decision.card);
    }
    if decision
        .card
        .as_ref()
        .is_some_and(|card| tab.hidden.as_deref() == Some(card.id.as_str()))
    {
        decision.card = None;
    }
    let reduced = model.session.settings.reduced_guidance;
    if reduced && !is_loud(&decision) {
        quieten(&mut decision);
    } else {
        if reduced {
            leave_the_guard_alone(&mut decision);
        }
        place_card(tab_id, &frames, &mut decision);
    }
    if block::refuses(catalog, model, tab) {
        for (frame, _) in &frames {
            decision.instructions.entry(*frame).or_default().refused = true;
        }
    }
    decision
}

/// Whether the guard has something to say that must be said in the page.
fn is_loud(decision: &Decision) -> bool {
    let kind = decision.card.as_ref().map(|card| card.kind);
    let warns = decision
        .verdict
        .as_ref()
        .is_some_and(|(_, verdict)| verdict.decision >= consent::Decision::Warn);
    warns
        || matches!(kind, Some(CardKind::Warning | CardKind::Alarm))
        || decision
            .instructions
            .values()
            .any(|paint| paint.block.is_some())
}

/// Leaves the page alone: what would be said and lit there stands in the panel.
fn quieten(decision: &mut Decision) {
    decision.instructions.clear();
    if decision.highlights.iter().any(|lit| lit.kind != "avoid") {
        decision.not_shown_because = Some(card::reduced_words());
    }
    decision.highlights.clear();
}

/// Leaves what the guard says and marks; what would guide stands in the panel.
fn leave_the_guard_alone(decision: &mut Decision) {
    for paint in decision.instructions.values_mut() {
        paint.marks.retain(|mark| mark.kind == MarkKind::Avoid);
    }
    if decision.highlights.iter().any(|lit| lit.kind != "avoid") {
        decision.not_shown_because = Some(card::reduced_words());
    }
    decision.highlights.retain(|lit| lit.kind == "avoid");
}

/// Whether a tab shows a sign-in that may not be looked at.
fn by_address_only(catalog: &Catalog, model: &Model, frames: &[(u32, &Sighting)]) -> bool {
    model.session.settings.zero_touch
        && frames.first().is_some_and(|(_, top)| {
            address::site(catalog, &top.url, &model.session.settings.backend) == Some(Site::Login)
        })
}

fn signing_in_unseen(
    catalog: &Catalog,
    model: &Model,
    tab: &Tab,
    frames: &[(u32, &Sighting)],
    now: u64,
) -> Option<Card> {
    let (_, top) = frames.first()?;
    let url = url::Url::parse(&top.url).ok()?;
    let journey = tab.app(catalog).and_then(|app| model.of(&app.id));
    let step = journey.and_then(|journey| Some((journey, journey.step(catalog, now)?)));
    Some(crate::address_only::card(catalog, tab, &url, step))
}

/// The card stands in the frame of the first mark, beside it; in the top frame where nothing is lit.
fn place_card(tab: u32, frames: &[(u32, &Sighting)], decision: &mut Decision) {
    if decision.card.is_none() {
        return;
    }
    let beside = decision
        .highlights
        .iter()
        .find(|lit| lit.kind != "avoid")
        .or(decision.highlights.first())
        .map(|lit| (lit.frame, lit.id));
    let frame = beside.map_or(0, |(frame, _)| frame);
    let reading = match &decision.verdict {
        Some(_) => reading(frames, frame),
        None => Vec::new(),
    };
    decision.instructions.entry(frame).or_default().card = Some(CardPlace {
        beside: beside.map(|(_, control)| control),
        reading,
        tab,
        frame,
    });
}

/// The roles of what a consent page has a person read and decide on. A link is read where it is part
/// of a list.
const READING: [&str; 7] = [
    "button", "checkbox", "heading", "listitem", "radio", "row", "treeitem",
];

/// More than this many boxes say nothing more about where there is room.
const READING_LIMIT: usize = 200;

/// What a frame with a consent page has a person read: the headings, the list of permissions, the
/// question, Accept and Cancel.
fn reading(frames: &[(u32, &Sighting)], frame: u32) -> Vec<u32> {
    frames
        .iter()
        .filter(|(id, _)| *id == frame)
        .flat_map(|(_, sighting)| &sighting.controls)
        .filter(|control| {
            let within = |roles: &[&str]| {
                let mut around = control.within.iter();
                around.any(|role| roles.contains(&role.as_str()))
            };
            let listed = control.role == "link" && within(&["listitem", "row", "treeitem"]);
            control.visible
                && (listed || READING.contains(&control.role.as_str()))
                && !within(&["banner", "contentinfo", "navigation"])
        })
        .map(|control| control.id)
        .take(READING_LIMIT)
        .collect()
}

fn mark(
    decision: &mut Decision,
    control: &str,
    found: Found<'_>,
    kind: MarkKind,
    ask: Ask,
    text: Option<String>,
) {
    let name = match kind {
        MarkKind::Point => "point",
        MarkKind::Choose => "choose",
        MarkKind::Avoid => "avoid",
    };
    decision
        .highlights
        .push(find::highlight(control, name, found));
    decision
        .instructions
        .entry(found.frame)
        .or_default()
        .marks
        .push(Mark {
            control: found.control.id,
            kind,
            ask,
            text,
        });
}
