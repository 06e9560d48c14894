//! A journey begins.

use crate::api::Role;
use crate::model::{Journey, Model};

pub(super) fn begin(model: &mut Model, profile: &str, role: Role, now: u64) {
    let Some(app) = crate::profile::by_id(profile) else {
        return;
    };
    // One that was begun and never connected is begun anew, not doubled.
    model
        .lasting
        .journeys
        .retain(|known| known.profile != profile || known.connection.is_some());
    new_journey(model, app, role, false, now);
}

pub(crate) fn new_journey<'a>(
    model: &'a mut Model,
    app: &crate::profile::Profile,
    role: Role,
    granter: bool,
    now: u64,
) -> &'a mut Journey {
    model.lasting.next += 1;
    let taken = if app.entry.is_some() && !granter {
        vec!["load".to_owned()]
    } else {
        Vec::new()
    };
    let id = format!("j{}", model.lasting.next);
    model.lasting.chosen = Some(id.clone());
    model.lasting.journeys.push(Journey {
        id,
        profile: app.id.clone(),
        role,
        granter,
        begun_at: now,
        facts: crate::fact::Facts::default(),
        taken,
        connection: None,
        unproven: false,
        status: None,
        handoff: None,
        guard: crate::model::Guard::default(),
        returned_error: None,
        side: None,
        owner: false,
        revisit: None,
        ends_on: None,
        undone: None,
    });
    model.lasting.journeys.last_mut().expect("pushed above")
}
