//! A journey begins.

use crate::model::Model;
use crate::{named_app, unprofiled};
use consentry_catalog::Catalog;
use consentry_wire::api::Role;

pub(super) fn begin(catalog: &Catalog, model: &mut Model, profile: &str, role: Role, now: u64) {
    let Some(app) = unprofiled::app(catalog, profile) else {
        return;
    };
    // One that was begun and never connected is begun anew, not doubled.
    model
        .lasting
        .journeys
        .retain(|known| known.profile != profile || known.connection.is_some());
    let link = named_app::take(catalog, model, profile);
    model.begin_journey(&app, role, false, now).link = link;
}
