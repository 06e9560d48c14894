//! Whose connection a one-time handle brings.
//!
//! Anybody can make an address with a handle in it and lead a browser there. So a handle joins a journey
//! only where the sign-in it ends was seen to begin in the same tab; any other connection is offered, by
//! the names of its organization and account, and the person decides.

use super::Effect;
use super::status::take_status;
use crate::address::{self, Site};
use crate::model::{Journey, Model, Offer, SignIn};
use crate::unprofiled;
use consentry_catalog::Catalog;
use consentry_wire::api::{Role, Status};
use consentry_wire::text::say;

/// How long a sign-in may take before its return is nobody's: milliseconds. Who has to find a phone, or
/// ask a colleague for a code, is given this long.
const LONGEST_SIGN_IN: u64 = 60 * 60 * 1000;
/// How many connections wait for an answer at most. The oldest goes for a newer one: whoever makes
/// addresses can make many.
const MOST_OFFERS: usize = 3;
/// How many journeys are kept at most.
const MOST_JOURNEYS: usize = 50;

/// A tab shows the beginning of a sign-in for an app with a profile: a return to this tab may be its end.
/// A request without a person (`prompt=none`, OpenID Connect Core section 3.1.2.1) is no sign-in of anybody's.
pub(super) fn sign_in_begins(catalog: &Catalog, model: &mut Model, tab: u32, frame: u32, now: u64) {
    let backend = &model.session.settings.backend;
    let Some(shown) = model.session.tabs.get(&tab).filter(|_| frame == 0) else {
        return;
    };
    let begins = shown.frames.get(&0).is_some_and(|top| {
        address::site(catalog, &top.url, backend) == Some(Site::Login)
            && consentry_catalog::request::request(&top.url).is_some()
    });
    let silent = |prompt: &str| prompt.split_whitespace().any(|word| word == "none");
    let app = shown
        .request
        .as_ref()
        .filter(|request| begins && !request.prompt.as_deref().is_some_and(silent))
        .and_then(|request| request.app(catalog));
    if let Some(app) = app {
        let journey = model
            .preferred(|journey| journey.profile == app.id && waits(journey))
            .map(|journey| journey.id.clone());
        let sign_in = SignIn {
            profile: app.id.clone(),
            journey,
            at: now,
        };
        model.session.sign_ins.insert(tab, sign_in);
    }
}

/// A handle was exchanged for a connection.
pub(super) fn claimed(
    catalog: &Catalog,
    model: &mut Model,
    tab: u32,
    status: Status,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let profile = unprofiled::of_status(&status);
    if unprofiled::app(catalog, &profile).is_none() {
        return effects.push(Effect::Forget {
            connection: status.id,
        });
    }
    let hand_off = is_hand_off(catalog, model, tab);
    let known = model
        .lasting
        .journeys
        .iter()
        .find(|journey| journey.connection.as_deref() == Some(status.id.as_str()))
        .map(|journey| journey.id.clone());
    let sign_in = model.session.sign_ins.remove(&tab).filter(|sign_in| {
        !hand_off && sign_in.profile == profile && now.saturating_sub(sign_in.at) <= LONGEST_SIGN_IN
    });
    match (known, sign_in) {
        (Some(known), _) => joins(catalog, model, Some(&known), false, tab, status, now),
        (None, Some(sign_in)) if has_room(model, sign_in.journey.as_deref()) => {
            joins(
                catalog,
                model,
                sign_in.journey.as_deref(),
                false,
                tab,
                status,
                now,
            );
        }
        _ => offer(model, tab, hand_off, status, effects),
    }
}

/// The person wants the connection that was offered.
pub(super) fn accepted(catalog: &Catalog, model: &mut Model, connection: &str, now: u64) {
    let Some(at) = position(model, connection) else {
        return;
    };
    let offer = &model.lasting.offers[at];
    let profile = unprofiled::of_status(&offer.status);
    let journey = model
        .preferred(|journey| !offer.hand_off && journey.profile == profile && waits(journey))
        .map(|journey| journey.id.clone());
    if !has_room(model, journey.as_deref()) {
        let count = MOST_JOURNEYS.to_string();
        model.session.trouble = Some(say("offer.full", &[("count", &count)]));
        return;
    }
    let Offer {
        tab,
        hand_off,
        status,
    } = model.lasting.offers.remove(at);
    joins(
        catalog,
        model,
        journey.as_deref(),
        hand_off,
        tab,
        status,
        now,
    );
}

/// The person does not want it: nothing of it stays here.
pub(super) fn declined(model: &mut Model, connection: &str, effects: &mut Vec<Effect>) {
    if let Some(at) = position(model, connection) {
        model.lasting.offers.remove(at);
        effects.push(Effect::Forget {
            connection: connection.to_owned(),
        });
    }
}

fn position(model: &Model, connection: &str) -> Option<usize> {
    model
        .lasting
        .offers
        .iter()
        .position(|offer| offer.status.id == connection)
}

fn waits(journey: &Journey) -> bool {
    journey.connection.is_none() && !journey.approver
}

fn has_room(model: &Model, joins: Option<&str>) -> bool {
    joins.is_some_and(|id| model.journey(id).is_some())
        || model.lasting.journeys.len() < MOST_JOURNEYS
}

/// Whether a tab shows a hand-off page: what is claimed there somebody else began.
fn is_hand_off(catalog: &Catalog, model: &Model, tab: u32) -> bool {
    let backend = &model.session.settings.backend;
    let tab = model.session.tabs.get(&tab);
    tab.and_then(|tab| tab.frames.get(&0))
        .is_some_and(|top| address::site(catalog, &top.url, backend) == Some(Site::HandOff))
}

fn offer(model: &mut Model, tab: u32, hand_off: bool, status: Status, effects: &mut Vec<Effect>) {
    let offers = &mut model.lasting.offers;
    offers.retain(|offer| offer.status.id != status.id);
    offers.push(Offer {
        tab,
        hand_off,
        status,
    });
    while offers.len() > MOST_OFFERS {
        let oldest = offers.remove(0);
        effects.push(Effect::Forget {
            connection: oldest.status.id,
        });
    }
}

/// A connection becomes a journey's: of the one that is named, or of a new one.
fn joins(
    catalog: &Catalog,
    model: &mut Model,
    journey: Option<&str>,
    hand_off: bool,
    tab: u32,
    status: Status,
    now: u64,
) {
    let Some(app) = unprofiled::app(catalog, &unprofiled::of_status(&status)) else {
        return;
    };
    let fits = |known: &&str| {
        model.journey(known).is_some_and(|journey| {
            waits(journey) || journey.connection.as_deref() == Some(status.id.as_str())
        })
    };
    let id = if let Some(known) = journey.filter(fits) {
        known.to_owned()
    } else {
        let role = if hand_off {
            Role::GlobalAdmin
        } else {
            status.role
        };
        model.begin_journey(&app, role, hand_off, now).id.clone()
    };
    let Some(journey) = model.journey_mut(&id) else {
        return;
    };
    journey.connection = Some(status.id.clone());
    journey.revisit = None;
    journey.unproven = false;
    take_status(journey, status, now);
    model.lasting.chosen = Some(id.clone());
    if let Some(tab) = model.session.tabs.get_mut(&tab) {
        tab.journey = Some(id);
    }
}
