//! Asking for a check.

use super::extract::{Holder, OptionalJson};
use crate::checks;
use crate::ops::limits::Wait;
use crate::problems::error::Error;
use crate::state::State;
use crate::store::Scope;
use axum::extract;
use axum::http::StatusCode;
use consentry_wire::api::{Check, Problem, Status};
use std::sync::Arc;
use uuid::Uuid;

/// `POST /api/v1/connections/{id}/check`: looks soon, and answers at once with what is known now.
#[utoipa::path(post, path = "/connections/{id}/check", tag = "connections", request_body = Option<Check>,
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 202, description = "The current status; a check follows", body = Status),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn check(
    extract::State(state): extract::State<Arc<State>>,
    Holder {
        connection, scope, ..
    }: Holder,
    OptionalJson(Check { hint }): OptionalJson<Check>,
) -> Result<(StatusCode, axum::Json<Status>), Error> {
    if connection.status.tenant.is_none() {
        return Err(Error::new(StatusCode::CONFLICT, "not-signed-in"));
    }
    within_limit(&state, connection.id, scope)?;
    let now = state.clock.now();
    state.mark_seen(connection.id, connection.status.next_check_at);
    let change = |connection: &mut crate::connection::Connection| {
        checks::suggest(connection, hint, now);
        checks::hasten(connection, now, &state.pace);
    };
    let changed = state.update_connection(connection.id, change).await?;
    // Also where nothing changed: what was planned may be due by now.
    state.wake.notify_one();
    Ok((
        StatusCode::ACCEPTED,
        axum::Json(changed.unwrap_or(connection).status),
    ))
}

/// What costs calls to Microsoft, makes a link or fills the record may be asked so often for one connection, with
/// each right to it.
pub(super) fn within_limit(state: &State, id: Uuid, scope: Scope) -> Result<(), Error> {
    state
        .limits
        .connection(id, scope.into())
        .map_err(|Wait(seconds)| {
            state.metrics.limited();
            Error::wait("too-many-requests", seconds)
        })
}
