//! What the backend answered, taken in.

use super::status::take_status;
use super::{Answer, Effect, backend, offer};
use crate::model::{Journey, Model};
use crate::navigation;
use crate::post_consent;
use consentry_catalog::Catalog;
use consentry_wire::text::say;
use url::Url;

pub(super) fn answered(
    catalog: &Catalog,
    model: &mut Model,
    answer: Answer,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    if !matches!(answer, Answer::Failed { .. }) {
        model.session.trouble = None;
    }
    match answer {
        Answer::Greeted { address } => backend::greeted(model, address),
        Answer::Claimed { tab, status } => {
            offer::claimed(catalog, model, tab, *status, now, effects);
        }
        Answer::Created {
            journey,
            start_url,
            observer,
            status,
        } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.connection = Some(status.id.clone());
                journey.owner = true;
                journey.observer = observer;
                take_status(journey, *status, now);
            }
            open(model, &start_url, effects);
        }
        Answer::Restarted { start_url } => open(model, &start_url, effects),
        Answer::Status(status) => {
            if let Some(journey) = by_connection(model, &status.id) {
                take_status(journey, *status, now);
            }
        }
        Answer::CheckFollows(status) => {
            if let Some(journey) = by_connection(model, &status.id) {
                post_consent::knew(journey, &status);
                take_status(journey, *status, now);
            }
        }
        Answer::HandedOff {
            connection,
            handoff,
        } => {
            if let Some(journey) = by_connection(model, &connection) {
                journey.handoff = Some(handoff);
            }
        }
        Answer::Deleted {
            connection,
            again,
            deleted,
        } => navigation::deleted(catalog, model, &connection, again, deleted, now, effects),
        Answer::Failed {
            trouble, reached, ..
        } => {
            model.session.trouble = Some(trouble);
            if !reached {
                effects.push(Effect::Wake { after_ms: 5_000 });
            }
        }
    }
}

/// Opens a page of the backend's. What is no web address is not opened, wherever it would lead; one that is gets opened
/// as it was read, so that nobody reads it otherwise.
fn open(model: &mut Model, url: &str, effects: &mut Vec<Effect>) {
    let web = |url: &Url| matches!(url.scheme(), "https" | "http");
    if let Some(url) = Url::parse(url).ok().filter(web) {
        effects.push(Effect::Open { url: url.into() });
    } else {
        let address = &model.session.settings.backend;
        model.session.trouble = Some(say("backend.garbled", &[("address", address)]));
    }
}

fn by_connection<'a>(model: &'a mut Model, connection: &str) -> Option<&'a mut Journey> {
    model
        .lasting
        .journeys
        .iter_mut()
        .find(|journey| journey.connection.as_deref() == Some(connection))
}
