//! What lies around every route: origins, headers, time, the log's span.

use crate::http::page;
use crate::ops::limits::{Caller, Peer, Wait};
use crate::problems::error::Error;
use crate::state::State;
use axum::extract::{self, ConnectInfo, MatchedPath, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::{Duration, Instant};
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

/// Nothing here is for caches, for other sites, for frames, or to be guessed at.
pub(super) async fn headers(
    extract::State(state): extract::State<Arc<State>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    harden(response.headers_mut(), state.config.is_https());
    response
}

/// What [`headers`] adds to an answer.
pub(super) fn harden(headers: &mut HeaderMap, is_https: bool) {
    // Pages bring a policy of their own.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(
            "default-src 'none'; frame-ancestors 'none'",
        ));
    for (name, value) in [
        (header::X_FRAME_OPTIONS, "DENY"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
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
}

/// Routes that begin or end a sign-in, or open a link: what somebody might try again and again.
const SIGN_INS: [&str; 7] = [
    "/api/v1/connections",
    "/api/v1/handoffs/{handle}/claim",
    "/connect/{ticket}",
    "/oauth/callback",
    "/oauth/adminconsent/callback",
    "/h/{handle}",
    "/apps/{tenant}/sign-in",
];

/// No caller gets more than their share. Whoever runs the server may ask how it is at any time.
pub(super) async fn limit(
    extract::State(state): extract::State<Arc<State>>,
    mut request: Request,
    next: Next,
) -> Response {
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("", MatchedPath::as_str);
    if matches!(route, "/healthz" | "/readyz") {
        return next.run(request).await;
    }
    // Counted already: the status read went on from its own step.
    if request.extensions().get::<Caller>().is_some() {
        return next.run(request).await;
    }
    let peer = request.extensions().get::<ConnectInfo<Peer>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.0.ip());
    let caller = Caller::behind(peer, request.headers(), &state.config.trusted_proxies);
    let mut within = state.limits.request(caller);
    if SIGN_INS.contains(&route) {
        within = within.and_then(|()| state.limits.sign_in(caller));
    }
    match within {
        Ok(()) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(Wait(seconds)) => {
            state.metrics.limited();
            let is_page = !request.uri().path().starts_with("/api/");
            refused(is_page, Error::wait("too-many-requests", seconds))
        }
    }
}

/// Counts what was answered, by route and never by address.
pub(super) async fn count(
    extract::State(state): extract::State<Arc<State>>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map(MatchedPath::as_str);
    let metrics = &state.metrics;
    metrics.answered(&method, route, response.status(), began.elapsed());
    response
}

/// Long enough for two calls to Microsoft. An event stream is answered at once and may last.
pub(super) async fn give_up_in_time(request: Request, next: Next) -> Response {
    let person = is_person(&request);
    match tokio::time::timeout(Duration::from_secs(40), next.run(request)).await {
        Ok(response) => response,
        Err(_) => refused(person, Error::new(StatusCode::GATEWAY_TIMEOUT, "timed-out")),
    }
}

/// Nothing is there.
pub(super) async fn not_found(request: Request) -> Response {
    refused(
        is_person(&request),
        Error::new(StatusCode::NOT_FOUND, "not-found"),
    )
}

/// Something is there, for another method.
pub(super) async fn wrong_method(request: Request) -> Response {
    refused(
        is_person(&request),
        Error::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"),
    )
}

/// Whether a person's browser asks to be shown something. Programs, ours among them, take anything.
fn is_person(request: &Request) -> bool {
    request
        .headers()
        .get_all(header::ACCEPT)
        .iter()
        .any(|kinds| {
            kinds
                .to_str()
                .is_ok_and(|kinds| kinds.contains("text/html"))
        })
}

/// An answer that no route gave: a page, or a problem for a program.
fn refused(is_page: bool, error: Error) -> Response {
    if is_page {
        page::of_error(&error)
    } else {
        error.into_response()
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
        .map(RequestId::header_value);
    span_of(request.method(), route, id)
}

/// The span of a request to a route.
pub(super) fn span_of(method: &Method, route: &str, id: Option<&HeaderValue>) -> Span {
    let id = id.and_then(|id| id.to_str().ok()).unwrap_or("-");
    // An id that a caller made up is shown in part only.
    let id: String = id.chars().filter(char::is_ascii_graphic).take(64).collect();
    tracing::info_span!("request", %method, route, request.id = id)
}
