//! Newer data for extensions, as it was signed. Not secret: each extension checks the signature.

use crate::problems::error::Error;
use crate::state::State;
use axum::extract;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use consentry_wire::api::Problem;
use std::sync::Arc;

/// `GET /api/v1/data-pack`: a compact JWS (RFC 7515). The file is read each time, so that a new pack
/// needs no restart.
#[utoipa::path(get, path = "/data-pack", tag = "data",
    responses(
        (status = 200, description = "A signed data pack", body = String, content_type = "application/jose"),
        (status = "4XX", description = "No data pack", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn read(
    extract::State(state): extract::State<Arc<State>>,
) -> Result<impl IntoResponse, Error> {
    let none = || Error::new(StatusCode::NOT_FOUND, "no-data-pack");
    let path = state.config.data_pack.as_ref().ok_or_else(none)?;
    let pack = tokio::fs::read_to_string(path).await.map_err(|_| none())?;
    Ok(([(header::CONTENT_TYPE, "application/jose")], pack))
}
