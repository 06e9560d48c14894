//! A consent page: the verdict, the hold, the one light.

use super::block::block_in_any_case;
use super::{Decision, decide, mark};
use crate::card;
use crate::consent::shown::shown;
use crate::consent::{self, BlockedBy, Decision as ConsentDecision};
use crate::find::{self, Named, Outcome};
use crate::model::{Journey, Model};
use crate::page::{ConsentKind, Page};
use crate::step_target::NotShownReason;
use crate::{named_app, unprofiled};
use consentry_catalog::Catalog;
use consentry_catalog::guide::{Step, What};
use consentry_catalog::profile::Tick;
use consentry_wire::mark::{Ask, Block, MarkKind};
use consentry_wire::sighting::Sighting;

pub(super) fn consent_page(
    catalog: &Catalog,
    model: &Model,
    tab_id: u32,
    kind: ConsentKind,
    journey: Option<&Journey>,
    now: u64,
    decision: &mut Decision,
) {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return;
    };
    let frames = tab.sightings();
    let controls = &catalog.controls;
    let find_one = |id: &str| {
        controls.get(id).map_or(Outcome::Absent, |spec| {
            find::find(catalog, spec, &frames, Named::default())
        })
    };
    let request = tab.request.as_ref();
    let app = tab.app(catalog);
    let tick = find_one("consent-tick").found().first().copied();
    let accepts = find_one("consent-accept");
    let accept = accepts.found().first().copied();
    let is_ticked = tick.is_some_and(|tick| tick.control.checked == Some(true));
    // A box that is not surely the organization's may be it; one that says neither yes nor no may be on.
    let may_be_on = match tick {
        Some(tick) => tick.control.checked.is_none(),
        None => kind == ConsentKind::UserWithTick && any_is_on(&frames),
    };
    let current = journey.and_then(|journey| {
        journey
            .step(catalog, now)
            .filter(|step| journey.is_mine(step.actor))
    });
    let here = current.is_some_and(|step| {
        step.at.iter().any(|target| {
            target
                .page
                .iter()
                .any(|name| name == Page::Consent(kind).name())
        })
    });
    // Accept is lit for the journey's own app alone, and for nobody and nowhere else.
    let client_id = request.and_then(|request| request.client_id.as_deref());
    let own = journey
        .zip(client_id)
        .is_some_and(|(journey, id)| journey.profile == unprofiled::profile_of(catalog, id));
    // Without a profile a sign-in to the app ends no step: the organization's observer looks, and is signed in to.
    let ends = |what| current.is_some_and(|step| step.ends == what);
    let is_step = here && own && (app.is_some() || ends(What::Authorized));
    let verdict = consent::assess(
        catalog,
        consent::ConsentContext {
            kind,
            request,
            app,
            ticked: tick.map(|_| is_ticked),
            shown: &shown(catalog, &frames),
            flow: tab.flow,
            journey,
            is_due: is_step || tab.from_portal,
            settings: &model.session.settings,
        },
    );
    let held = verdict
        .blocked
        .filter(|held| !(held.release && tab.guard.released));
    let avoid = |decision: &mut Decision, control: &str, found| {
        mark(decision, control, found, MarkKind::Avoid, Ask::None, None);
    };
    let refused = held.is_some_and(|held| held.by != BlockedBy::Tick);
    let released = verdict.blocked.is_some() && held.is_none();
    // Without a rule for it the tick is no good idea either.
    let unwanted = app
        .and_then(|app| app.tick)
        .is_none_or(|tick| tick == Tick::MustNot)
        && verdict.decision >= ConsentDecision::Warn
        && !released;
    if refused {
        block_in_any_case(catalog, &frames, decision);
        if let Some(accept) = accept {
            avoid(decision, "consent-accept", accept);
        }
    } else if let Some(tick) = tick
        && unwanted
    {
        if tick.control.visible {
            avoid(decision, "consent-tick", tick);
        }
        if held.is_some() {
            let mut blocks: Vec<u32> = accept
                .iter()
                .filter(|accept| accept.frame == tick.frame)
                .map(|accept| accept.control.id)
                .collect();
            blocks.extend(may_be_accept(catalog, &frames, tick.frame));
            let lets = find_one("consent-cancel")
                .found()
                .iter()
                .filter(|cancel| {
                    cancel.frame == tick.frame && !find::differs(catalog, cancel.control)
                })
                .map(|cancel| cancel.control.id)
                .collect();
            // A button that does not say whether it is on may be, and may itself be what consents.
            let is_silent = tick.control.role == "button" && tick.control.checked.is_none();
            if is_silent {
                blocks.push(tick.control.id);
            }
            blocks.sort_unstable();
            blocks.dedup();
            decision.instructions.entry(tick.frame).or_default().block = Some(Block {
                tick: (!is_silent).then_some(tick.control.id),
                blocks,
                lets,
            });
        }
    }
    let is_off = current.is_some_and(|step| {
        let off = &catalog.edition.off;
        step.at.iter().any(|target| {
            off.contains(&target.id)
                && target
                    .page
                    .iter()
                    .any(|name| name == Page::Consent(kind).name())
        })
    });
    let due = kind == ConsentKind::UserWithTick
        && !is_ticked
        && app.and_then(|app| app.tick) == Some(Tick::Must);
    let is_welcome = !refused && !verdict.astray && !((is_ticked || may_be_on) && unwanted) && !due;
    let not_shown = not_highlighted(catalog, &accepts);
    decision.accept_is_due = is_welcome && accept.is_some() && not_shown.is_none();
    let not_shown = if is_off {
        Some(NotShownReason::Off)
    } else {
        not_shown
    };
    if is_step && is_welcome {
        if let Some(not_shown) = &not_shown {
            decision.not_shown_because = Some(card::not_shown_words(catalog, not_shown, app));
        } else if let Some(accept) = accept {
            mark(
                decision,
                "consent-accept",
                accept,
                MarkKind::Point,
                Ask::Click,
                None,
            );
        }
    }
    let guide = client_id.filter(|_| verdict.is_unknown && !verdict.astray);
    let guide = guide.and_then(|id| guide_through(model, id, journey.filter(|_| own), current));
    let of_step = journey.filter(|_| is_step);
    let of_step = of_step.and_then(|journey| journey.app(catalog));
    decision.card = Some(card::consent(
        catalog,
        &card::ConsentPage {
            tab: tab_id,
            kind,
            app: app.or(of_step.as_deref()),
            guide,
            journey,
            step: current.filter(|_| is_step),
            verdict: &verdict,
            ticked: is_ticked,
            guard: tab.guard,
            by_code: tab.flow.is_device_code(),
            not_shown: decision.not_shown_because.as_ref(),
        },
    ));
    decision.verdict = Some((kind, verdict));
}

/// How a person is guided through an app without a profile: they ask for it, say who they are, and sign in.
fn guide_through<'a>(
    model: &Model,
    client_id: &'a str,
    own: Option<&'a Journey>,
    current: Option<&Step>,
) -> Option<card::GuideThrough<'a>> {
    match own {
        None if named_app::is_named(model, client_id) => Some(card::GuideThrough::Ask(client_id)),
        // Whose it is, nobody has said: an observer's sign-in is the backend's own.
        None if model
            .lasting
            .journeys
            .iter()
            .any(|journey| journey.observer.as_deref() == Some(client_id)) =>
        {
            None
        }
        None => Some(card::GuideThrough::Offer(client_id)),
        Some(journey) => {
            let connects = current.is_some_and(|step| step.ends == What::Connected);
            let can = connects && model.session.settings.has_backend();
            can.then_some(card::GuideThrough::Connect(&journey.id))
        }
    }
}

/// Why Accept, of which nothing else is wrong, is not lit.
fn not_highlighted(catalog: &Catalog, accepts: &Outcome<'_>) -> Option<NotShownReason> {
    match accepts {
        Outcome::Absent => Some(NotShownReason::Absent),
        Outcome::Unsure(why) => Some(NotShownReason::Unsure(why.clone())),
        Outcome::Behind => Some(NotShownReason::Behind),
        Outcome::Found(found) => {
            let accept = found.first()?.control;
            if accept.behind {
                Some(NotShownReason::Behind)
            } else if accept.disabled {
                Some(NotShownReason::Greyed)
            } else if find::differs(catalog, accept) {
                Some(NotShownReason::Unsure(find::DIFFERS.to_owned()))
            } else {
                None
            }
        }
    }
}

/// What is called Accept and reads otherwise, or the other way round.
fn may_be_accept(
    catalog: &Catalog,
    frames: &[(u32, &Sighting)],
    frame: u32,
) -> impl Iterator<Item = u32> {
    frames
        .iter()
        .filter(move |(id, _)| *id == frame)
        .flat_map(|(_, sighting)| &sighting.controls)
        .filter(|control| {
            find::differs(catalog, control) && find::is_called(catalog, "accept", control)
        })
        .map(|control| control.id)
}

/// Whether any box is on, or does not say that it is off.
fn any_is_on(frames: &[(u32, &Sighting)]) -> bool {
    frames
        .iter()
        .flat_map(|(_, sighting)| &sighting.controls)
        .any(|control| {
            control.is_box()
                && match control.checked {
                    Some(on) => on,
                    None => control.visible,
                }
        })
}

/// Whether a hold of this tab may be let through by the person.
pub(crate) fn may_release(catalog: &Catalog, model: &Model, tab_id: u32, now: u64) -> bool {
    decide(catalog, model, tab_id, now)
        .verdict
        .and_then(|(_, verdict)| verdict.blocked)
        .is_some_and(|held| held.release)
}
