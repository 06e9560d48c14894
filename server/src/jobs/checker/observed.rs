//! One look at an app with the organization's observer, which is all there is to ask with.

use super::put_off;
use crate::checks::CheckContext;
use crate::checks::conclude::observed::{self, Look};
use crate::connection::{Connection, state_name};
use crate::observer::shape;
use crate::problems::error::Error;
use crate::state::State;
use consentry_wire::api::Asked;
use rand::Rng;
use secrecy::ExposeSecret;

/// For so long a sign-in counts: the role that let the person look may have been taken away since.
const SIGNED_IN_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// Looks, and writes down what came of it.
pub(super) async fn run(
    state: &State,
    connection: &Connection,
    tenant: &str,
    asked: &Asked,
) -> Result<(), Error> {
    if put_off(state, connection).await? {
        return Ok(());
    }
    let id = connection.id;
    let began = state.clock.now();
    let look = look(state, connection, tenant, asked).await;
    if connection.schedule.troubles == 0 {
        state.budget.deposit();
    }
    let may_retry = !look.is_unavailable() || state.budget.withdraw();
    let luck = rand::rng().random();
    let Some(profile) = state.subject(connection) else {
        return Ok(());
    };
    let change = |connection: &mut Connection| {
        if connection.is_of_another_tenant(tenant) {
            return;
        }
        let now = state.clock.now();
        let place = state.place(connection);
        let world = CheckContext {
            now,
            began,
            watched: state.broadcaster.is_watched(id, now) || connection.watched_until > now,
            chance: luck,
            may_retry,
            pace: &state.pace,
            place: &place,
            profile: &profile,
        };
        observed::conclude(connection, &look, asked, &world);
    };
    if let Some(after) = state.update_connection(id, change).await? {
        let name = state_name(&after.status.state);
        state.metrics.checked(name, look.is_unavailable());
        tracing::info!(connection.id = %id, state = name, "checked with the observer");
    }
    Ok(())
}

async fn look(state: &State, connection: &Connection, tenant: &str, asked: &Asked) -> Look {
    let signed_in = connection.schedule.signed_in_at.unwrap_or_default();
    if signed_in.saturating_add(SIGNED_IN_MS) <= state.clock.now() {
        return Look::Stale;
    }
    match state.proofs.ask(tenant).await {
        Ok(token) => {
            let token = token.expose_secret();
            let mut listing = state.graph.listing(token, &asked.client_id).await;
            if let Ok(principal) = &listing.readings.principal {
                let name = principal.display_name.as_deref();
                let owner = principal.app_owner_organization_id.as_deref();
                let id = &principal.app_id;
                listing.called = name.and_then(|name| shape::honest(id, owner, name));
            }
            Look::Read(Box::new(listing))
        }
        Err(found) => Look::Lost(found),
    }
}
