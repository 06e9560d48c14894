//! Whether the process is up, and whether it can work.

use crate::problems::error::Error;
use crate::state::State;
use axum::extract;
use axum::http::StatusCode;
use consentry_wire::api::Problem;
use std::sync::Arc;

/// `GET /healthz`: the process answers.
#[utoipa::path(get, path = "/healthz", tag = "operators",
    responses((status = 204, description = "The process is running")))]
pub(super) async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `GET /readyz`: the store answers too.
#[utoipa::path(get, path = "/readyz", tag = "operators",
    responses(
        (status = 204, description = "Ready"),
        (status = 503, description = "Not ready, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn ready(
    extract::State(state): extract::State<Arc<State>>,
) -> Result<StatusCode, Error> {
    if !state.microsoft.is_known() {
        return Err(Error::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "microsoft-unreachable",
        ));
    }
    state.readiness.ask(&state).await?;
    Ok(StatusCode::NO_CONTENT)
}
