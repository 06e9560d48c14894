//! The table of all URLs, and the layers around them.

mod admin_consent;
mod callback;
mod checks;
mod connections;
mod events;
mod extract;
mod hand_off;
mod health;
mod layers;
mod query;
mod records;
mod sign_in;

use crate::error::Error;
use crate::state::State;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::routing::{get, post};
use std::sync::Arc;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::TraceLayer;

/// The largest body that is read.
const BODY_CAP: usize = 16 * 1024;

/// The whole server.
pub fn app(state: Arc<State>) -> Router {
    // For programs: the extension, and apps with a wizard of their own.
    let api = Router::new()
        .route("/connections", post(connections::create))
        .route(
            "/connections/{id}",
            get(connections::read).delete(connections::delete),
        )
        .route("/connections/{id}/events", get(events::stream))
        .route("/connections/{id}/check", post(checks::check))
        .route(
            "/connections/{id}/reauthorize",
            post(connections::reauthorize),
        )
        .route("/connections/{id}/handoff", post(hand_off::create))
        .route("/connections/{id}/record", get(records::read))
        .route("/connections/{id}/record/seen", post(records::seen))
        .route("/handoffs/{handle}/claim", post(hand_off::claim))
        // Before the layers: a preflight asks with a method that no route has.
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(
            Arc::clone(&state),
            layers::refuse_foreign_origins,
        ))
        .layer(layers::cors(&state));

    Router::new()
        .nest("/api/v1", api)
        // For browsers.
        .route("/connect/{ticket}", get(sign_in::start))
        .route("/oauth/callback", get(callback::callback))
        .route("/oauth/adminconsent/callback", get(admin_consent::callback))
        .route("/h/{handle}", get(hand_off::page))
        .route("/done", get(callback::done))
        // For whoever runs it.
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .fallback(async || Error::new(StatusCode::NOT_FOUND, "not-found"))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(BODY_CAP))
        .layer(from_fn(layers::give_up_in_time))
        .layer(map_response(layers::headers))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(layers::span)
                .on_request(())
                .on_failure(()),
        )
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(state)
}

async fn wrong_method() -> Error {
    Error::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed")
}
