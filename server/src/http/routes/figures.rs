//! The figures for the operator, in the text format of Prometheus.

use crate::observer::rows;
use crate::state::State;
use axum::Router;
use axum::extract;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

/// The server of the figures. It belongs on an address that only the operator's monitoring reaches.
pub fn app(state: Arc<State>) -> Router {
    Router::new().route("/metrics", get(read)).with_state(state)
}

/// How the observers are, where the store says.
async fn observers(state: &State) {
    let (mut lost, mut oldest) = (0, None);
    for observer in &state.config.observers {
        let Ok(tenant) = rows::load(&state.store, &observer.tenant).await else {
            return;
        };
        lost += u64::from(tenant.lost.is_some());
        oldest = Some(oldest.map_or(tenant.last(), |oldest: u64| oldest.min(tenant.last())));
    }
    let oldest: u64 = oldest.unwrap_or_default();
    state.metrics.observed(lost, oldest / 1000);
}

async fn read(extract::State(state): extract::State<Arc<State>>) -> Response {
    let now = state.clock.now();
    let refused = state.config.apps.iter();
    let refused: usize = refused.map(|app| app.credentials.refused(now).len()).sum();
    let pending = state.store.pending(now).await.ok();
    let watching = state.limits.watching();
    state.metrics.measured(watching, refused as u64, pending);
    observers(&state).await;
    match state.metrics.encode() {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
