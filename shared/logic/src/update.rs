//! `update(model, event, now) -> effects`: the only place where anything happens to what is known.

mod event;
mod begin;
mod status;
mod offer;
mod backend;
mod answer;
mod choice;
mod learn;
mod sight;
mod refresh;

use crate::decide;
pub use crate::effect::{Effect, Question};
use crate::model::{Journey, Model};
use crate::page::Page;
use crate::{audit_report, first_run};
use answer::answered;
use choice::chose;
use consentry_catalog::Catalog;
use consentry_wire::api::Hint;
pub use event::{Answer, Event};
use learn::came_back;
use refresh::refresh;
use sight::{frame_gone, held, hello, referred, restored, saw, tab_gone, told_address};

/// Takes one event in, at `now` (Unix time in milliseconds). What is said has no words yet: the shell
/// renders it. Nothing but the model changes: the shell puts the profiles of new settings in force
/// ([`consentry_catalog::pack::ActiveCatalog::use_profiles`]) before it says that they were read.
pub fn update(catalog: &Catalog, model: &mut Model, event: Event, now: u64) -> Vec<Effect> {
    let mut effects = Vec::new();
    let touched = event.touched();
    match event {
        Event::Hello {
            tab,
            frame,
            document,
            url,
        } => {
            hello(catalog, model, tab, frame, document, &url, now);
            offer::sign_in_begins(catalog, model, tab, frame, now);
            came_back(catalog, model, tab, frame, now, &mut effects);
        }
        Event::Saw {
            tab,
            frame,
            document,
            sighting,
        } => saw(
            catalog,
            model,
            tab,
            (frame, &document),
            sighting,
            now,
            &mut effects,
        ),
        Event::Blocked { tab, early } => held(catalog, model, tab, early),
        Event::Restored { tab } => restored(model, tab),
        Event::Referred {
            tab,
            document,
            origin,
        } => referred(catalog, model, tab, &document, &origin),
        Event::Address { tab, url } => {
            told_address(catalog, model, tab, &url, now);
            offer::sign_in_begins(catalog, model, tab, 0, now);
        }
        Event::SiteAccessRevoked(withheld) => model.session.withheld = withheld,
        Event::BlockedByPolicy(tab) => model.session.barred = tab,
        Event::BackendAccess(given) => backend::access(model, given, &mut effects),
        Event::FrameGone {
            tab,
            frame,
            document,
        } => frame_gone(model, tab, frame, &document),
        Event::TabGone { tab } => tab_gone(catalog, model, tab, now, &mut effects),
        Event::Chose(choice) => chose(catalog, model, choice, now, &mut effects),
        Event::Answered(answer) => answered(catalog, model, answer, now, &mut effects),
        Event::Configured(settings) => backend::configured(model, settings, &mut effects),
        Event::Installed => first_run::installed(model),
        Event::InstalledBy { organization } => {
            first_run::installed_by(model, organization, &mut effects);
        }
        Event::Packed(data) => model.session.data = data,
        Event::Woke => {}
    }
    audit_report::tell(&mut model.lasting.journeys, &mut effects);
    refresh(catalog, model, touched, now, &mut effects);
    effects
}

fn journey_again<'a>(
    catalog: &Catalog,
    model: &'a mut Model,
    tab: u32,
    page: &Page,
) -> Option<&'a mut Journey> {
    let id = decide::journey_of(catalog, model, tab, page)?.id.clone();
    model.journey_mut(&id)
}

fn ask_check(journey: &Journey, hint: Option<Hint>, effects: &mut Vec<Effect>) {
    if let Some(connection) = &journey.connection {
        effects.push(Effect::Ask(Question::Check {
            connection: connection.clone(),
            hint,
        }));
    }
}
