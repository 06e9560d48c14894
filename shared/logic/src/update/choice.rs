//! What a person chose in a face of ours.

use super::begin::begin;
use super::{Effect, Question, ask_check, backend, journey_again, offer};
use crate::address::{self, Site};
use crate::decide;
use crate::fact::{Fact, Source};
use crate::model::{Journey, Model, TabGuard};
use crate::{named_app, navigation, options, portal_link, post_consent, unprofiled};
use consentry_catalog::Catalog;
use consentry_wire::journey::Place;
use consentry_wire::view::Choice;

pub(super) fn chose(
    catalog: &Catalog,
    model: &mut Model,
    choice: Choice,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    match choice {
        Choice::Begin { profile, role } => begin(catalog, model, &profile, role, now),
        Choice::NameApp { text } => named_app::name(catalog, model, text.as_deref()),
        Choice::Connect { journey } => {
            if let Some(journey) = model.journey(&journey) {
                effects.push(Effect::Ask(create(catalog, journey)));
            }
        }
        Choice::AddConnection { connection } => offer::accepted(catalog, model, &connection, now),
        Choice::DeclineConnection { connection } => offer::declined(model, &connection, effects),
        Choice::Unproven { journey } => {
            if let Some(journey) = model.journey_mut(&journey)
                && journey.connection.is_none()
            {
                journey.unproven = true;
            }
        }
        Choice::SayDone { journey, step } => {
            said_done(catalog, model, &journey, &step, now, effects);
        }
        Choice::Go { journey } => go(catalog, model, &journey, now, effects),
        Choice::HandOff { journey } => {
            if let Some(connection) = model
                .journey(&journey)
                .and_then(|journey| journey.connection.clone())
            {
                effects.push(Effect::Ask(Question::HandOff { connection }));
            }
        }
        Choice::Check { journey } => {
            if let Some(journey) = model.journey(&journey) {
                ask_check(journey, None, effects);
            }
        }
        Choice::Reauthorize { journey } => {
            if let Some(connection) = model
                .journey(&journey)
                .and_then(|journey| journey.connection.clone())
            {
                effects.push(Effect::Ask(Question::Reauthorize { connection }));
            }
        }
        Choice::Skip { journey, step } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.taken.retain(|taken| *taken != step);
                // With nobody assigned, closing the app would lock everybody out.
                if step == "assign" {
                    journey.taken.retain(|taken| taken != "require");
                }
            }
        }
        Choice::Take { journey, step } => {
            let optional = consentry_catalog::guides::authorize_connector(catalog)
                .step
                .iter()
                .any(|s| s.optional && s.id == step);
            if let Some(journey) = model.journey_mut(&journey)
                && optional
                && !journey.taken.contains(&step)
            {
                // People are assigned before the others are locked out, never after.
                if step == "require" && !journey.taken.iter().any(|taken| taken == "assign") {
                    journey.taken.push("assign".to_owned());
                }
                journey.taken.push(step);
            }
        }
        Choice::AskLeave { journey } => navigation::ask(model, journey, false),
        Choice::AskStartOver { journey } => navigation::ask(model, journey, true),
        Choice::Stay => model.session.leave_prompt = None,
        Choice::Leave { journey, delete } => {
            navigation::leave(catalog, model, &journey, delete, false, now, effects);
        }
        Choice::StartOver { journey, delete } => {
            navigation::leave(catalog, model, &journey, delete, true, now, effects);
        }
        Choice::Dismiss => model.session.deletion_notice = None,
        Choice::Back { journey } => navigation::back(catalog, model, &journey, now),
        Choice::Forward { journey } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.revisit = None;
            }
        }
        Choice::Guide { journey, tab } => navigation::guide(model, journey, tab),
        Choice::Side { journey, side } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.side = side;
            }
        }
        Choice::Remind { journey, at } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.ends_on = at;
            }
        }
        Choice::Open { journey, place } => {
            let url = model.journey(&journey).and_then(|journey| {
                portal_link::link(catalog, place, journey, &model.session.settings)
            });
            effects.extend(url.map(|url| Effect::Open { url }));
        }
        Choice::Undone { journey, recipe } => {
            if let Some(journey) = model.journey_mut(&journey) {
                post_consent::look_for(catalog, journey, recipe);
                ask_check(journey, None, effects);
            }
        }
        Choice::Resume { journey } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.undone = None;
                ask_check(journey, None, effects);
            }
        }
        Choice::Record { journey, readable } => {
            if let Some(connection) = model
                .journey(&journey)
                .and_then(|journey| journey.connection.clone())
            {
                effects.push(Effect::Ask(Question::Record {
                    connection,
                    readable,
                }));
            }
        }
        Choice::AskRelease { tab } => guard(model, tab, |guard| guard.asking = true),
        Choice::KeepHold { tab } => guard(model, tab, |guard| guard.asking = false),
        Choice::Release { tab } => {
            let asked = model
                .session
                .tabs
                .get(&tab)
                .is_some_and(|tab| tab.guard.asking);
            if asked && decide::may_release(catalog, model, tab, now) {
                guard(model, tab, |guard| {
                    *guard = TabGuard {
                        released: true,
                        asking: false,
                        ..*guard
                    }
                });
                let page = model
                    .session
                    .tabs
                    .get(&tab)
                    .map(|tab| tab.recognise(catalog, &model.session.settings.backend).page);
                if let Some(journey) =
                    page.and_then(|page| journey_again(catalog, model, tab, &page))
                {
                    journey.guard.released = true;
                }
            }
        }
        Choice::Hide { tab } => {
            let card = decide::decide(catalog, model, tab, now)
                .card
                .map(|card| card.id);
            if let Some(tab) = model.session.tabs.get_mut(&tab) {
                tab.hidden = card;
            }
        }
        Choice::ZeroTouch { on } => {
            options::set(
                catalog,
                model,
                "zeroTouch".to_owned(),
                Some(on.to_string()),
                effects,
            );
        }
        Choice::Set { name, text } => {
            let current = model.session.settings.backend.as_str();
            let same = text.as_ref().is_some_and(|text| text.trim() == current);
            if name == "backend" && same {
                backend::greet(model, effects);
            }
            options::set(catalog, model, name, text, effects);
        }
        Choice::Options => effects.push(Effect::OpenOptions),
        Choice::Diagnose { tab, on } => {
            model.session.tabs.entry(tab).or_default().diagnosing = on;
        }
    }
}

/// Asks for a connection of a journey's app: by its profile, and where that gives no ID, by the ID or the link that the
/// person gave.
fn create(catalog: &Catalog, journey: &Journey) -> Question {
    let unprofiled = unprofiled::client_id(&journey.profile);
    let entered = || {
        let app = journey.app(catalog).filter(|app| app.entered)?;
        app.client_ids.first().cloned()
    };
    Question::Create {
        journey: journey.id.clone(),
        profile: match unprofiled {
            Some(_) => String::new(),
            None => journey.profile.clone(),
        },
        app: match unprofiled {
            Some(id) => Some(journey.link.clone().unwrap_or_else(|| id.to_owned())),
            None => entered(),
        },
        role: journey.role,
    }
}

/// The person's word counts only where nobody else will ever tell; where Graph can, it is asked.
fn said_done(
    catalog: &Catalog,
    model: &mut Model,
    journey: &str,
    step: &str,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let step = consentry_catalog::guides::authorize_connector(catalog)
        .step
        .iter()
        .find(|known| known.id == step);
    let (Some(journey), Some(step)) = (model.journey_mut(journey), step) else {
        return;
    };
    if journey.graph_tells(step.ends) {
        ask_check(journey, None, effects);
    } else if step.optional || journey.unproven {
        journey.facts.learn(Fact {
            what: step.ends,
            holds: true,
            source: Source::Person,
            at: now,
        });
    }
}

fn guard(model: &mut Model, tab: u32, change: impl FnOnce(&mut TabGuard)) {
    if let Some(tab) = model.session.tabs.get_mut(&tab) {
        change(&mut tab.guard);
    }
}

fn go(catalog: &Catalog, model: &Model, journey: &str, now: u64, effects: &mut Vec<Effect>) {
    let Some(journey) = model.journey(journey) else {
        return;
    };
    let place = journey
        .step(catalog, now)
        .map_or(Place::Entry, |step| step.elsewhere);
    let open = model.session.tabs.iter().find(|(_, tab)| {
        place == Place::Entry
            && tab.frames.get(&0).is_some_and(|top| {
                address::site(catalog, &top.url, &model.session.settings.backend)
                    == Some(Site::Entry)
            })
    });
    if let Some((tab, _)) = open {
        effects.push(Effect::Focus { tab: *tab });
    } else if let Some(url) = portal_link::link(catalog, place, journey, &model.session.settings) {
        effects.push(Effect::Open { url });
    }
}
