//! The API's description, for programs and their authors.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// `GET /openapi.json`.
#[utoipa::path(get, path = "/openapi.json", tag = "operators",
    responses((status = 200, description = "This document", body = serde_json::Value)))]
pub(super) async fn read() -> Response {
    (
        [(header::CONTENT_TYPE, "application/json")],
        super::openapi(),
    )
        .into_response()
}
