//! Asking for a check.

use super::extract::{OptionalJson, Watcher};
use crate::check;
use crate::error::Error;
use crate::state::State;
use axum::extract;
use axum::http::StatusCode;
use consentry_shared::api::{Check, Status};
use std::sync::Arc;

/// `POST /api/v1/connections/{id}/check`: looks soon, and answers at once with what is known now.
pub(super) async fn check(
    extract::State(state): extract::State<Arc<State>>,
    Watcher(connection): Watcher,
    OptionalJson(Check { hint }): OptionalJson<Check>,
) -> Result<(StatusCode, axum::Json<Status>), Error> {
    if connection.status.tenant.is_none() {
        return Err(Error::new(StatusCode::CONFLICT, "not-signed-in"));
    }
    let now = state.clock.now();
    state.hub.glance(connection.id, now);
    let change = |connection: &mut crate::connection::Connection| {
        check::suggest(connection, hint, now);
        check::hasten(connection, now, &state.pace);
    };
    let changed = state.amend(connection.id, change).await?;
    // Also where nothing changed: what was planned may be due by now.
    state.wake.notify_one();
    Ok((
        StatusCode::ACCEPTED,
        axum::Json(changed.unwrap_or(connection).status),
    ))
}
