//! Whether the process is up, and whether it can work.

use crate::error::Error;
use crate::state::State;
use axum::extract;
use axum::http::StatusCode;
use std::sync::Arc;

pub(super) async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

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
