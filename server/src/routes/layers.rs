//! What lies around every route: origins, headers, time, the log's span.

use crate::error::Error;
use crate::state::State;
use axum::extract::{self, MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::request_id::RequestId;
use tracing::Span;

/// Exact origins, no credentials: the API knows bearers only.
pub(super) fn cors(state: &Arc<State>) -> CorsLayer {
    let origins = state.config.allowed_origins.iter();
    let origins = origins.filter_map(|origin| HeaderValue::from_str(origin.as_str()).ok());
    CorsLayer::new()
        .allow_origin(AllowOrigin::list(origins))
        .allow_methods([Method::GET, Method::POST, Method::DELETE])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::IF_NONE_MATCH,
            HeaderName::from_static("last-event-id"),
        ])
        .expose_headers([header::ETAG, HeaderName::from_static("x-request-id")])
        .max_age(Duration::from_mins(10))
}

/// A page of another origin may not change anything, whatever it holds. Programs without a browser
/// send no `Origin`.
pub(super) async fn refuse_foreign_origins(
    extract::State(state): extract::State<Arc<State>>,
    request: Request,
    next: Next,
) -> Response {
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let foreign = request
        .headers()
        .get_all(header::ORIGIN)
        .iter()
        .any(|origin| {
            !origin
                .to_str()
                .is_ok_and(|origin| state.config.allows(origin))
        });
    if changes && foreign {
        return Error::new(StatusCode::FORBIDDEN, "origin-not-allowed").into_response();
    }
    next.run(request).await
}

/// Nothing here is for caches, for other sites, or to be guessed at.
pub(super) async fn headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// Long enough for two calls to Microsoft. An event stream is answered at once and may last.
pub(super) async fn give_up_in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(Duration::from_secs(40), next.run(request)).await {
        Ok(response) => response,
        Err(_) => Error::new(StatusCode::GATEWAY_TIMEOUT, "timed-out").into_response(),
    }
}

/// The route and never the address: tickets and handles are in paths, codes in queries.
pub(super) fn span(request: &Request) -> Span {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str);
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok())
        .unwrap_or("-");
    // An id that a caller made up is shown in part only.
    let id: String = id.chars().filter(char::is_ascii_graphic).take(64).collect();
    tracing::info_span!("request", method = %request.method(), route, request.id = id)
}
