//! Who may do what with a connection, for its owner: the bearers that were given away, and their end.

use super::extract::Owner;
use crate::problems::error::Error;
use crate::record::NewRecordEntry;
use crate::state::State;
use axum::extract::{self, Path};
use axum::http::StatusCode;
use consentry_wire::api::Problem;
use consentry_wire::record::{Bearer, Event};
use std::sync::Arc;

/// `GET /api/v1/connections/{id}/bearers`.
#[utoipa::path(get, path = "/connections/{id}/bearers", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The active bearers, oldest first", body = Vec<Bearer>),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn list(
    extract::State(state): extract::State<Arc<State>>,
    Owner(connection): Owner,
) -> Result<axum::Json<Vec<Bearer>>, Error> {
    let bearers = state
        .store
        .bearers(connection.id, state.clock.now())
        .await?;
    let shown = bearers.into_iter().map(|bearer| Bearer {
        id: bearer.id(),
        right: bearer.scope.into(),
        created_at: bearer.created_at,
        expires_at: bearer.expires_at,
    });
    Ok(axum::Json(shown.collect()))
}

/// `DELETE /api/v1/connections/{id}/bearers/{bearer}`: from now on it opens nothing, and streams that were opened
/// with it say nothing more. The owner's own ends with the connection.
#[utoipa::path(delete, path = "/connections/{id}/bearers/{bearer}", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID"),
        ("bearer" = String, Path, description = "The bearer's ID, from the list")),
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Revoked"),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn revoke(
    extract::State(state): extract::State<Arc<State>>,
    Owner(connection): Owner,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, Error> {
    let unknown = || Error::new(StatusCode::NOT_FOUND, "not-found");
    let now = state.clock.now();
    let bearers = state.store.bearers(connection.id, now).await?;
    let bearer = bearers.into_iter().find(|bearer| bearer.id() == id);
    let bearer = bearer.ok_or_else(unknown)?;
    let revoked = Event::Revoked {
        right: bearer.scope.into(),
    };
    let entry = NewRecordEntry::new(now, revoked);
    if state
        .store
        .revoke(connection.id, bearer.hash, entry)
        .await?
    {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(unknown())
    }
}
