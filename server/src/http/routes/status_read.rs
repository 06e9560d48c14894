//! The commonest request, answered before the router: the status of one connection, for a program with a bearer.
//!
//! The layers around the routes and the parsing of a status cost more than the read (ADR 0033). So a status is sent as
//! it is stored, with what the layers would add. Whatever asks for more goes on to the router, which answers the same.
//!
//! Deliberately absent: anything kept from one read to the next. Each asks the database, so it sees what another
//! process wrote.

use super::extract;
use super::layers;
use crate::checks::may_be_left_alone;
use crate::connection::may_be_observed;
use crate::jobs::follow;
use crate::ops::limits::{Caller, Peer};
use crate::problems::error::Error;
use crate::secrets::token::Digest;
use crate::state::State;
use crate::store::{Scope, StoredStatus};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Instant;
use tracing::{Level, Span};
use uuid::Uuid;

/// What stands before the connection's id.
const PATH: &str = "/api/v1/connections/";

/// The route, as figures and the log name it.
const ROUTE: &str = "/api/v1/connections/{id}";

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The step.
pub(super) struct StatusRead {
    state: Arc<State>,
    /// What every answer has.
    headers: HeaderMap,
}

/// A request for a status, counted for its caller.
pub(super) struct Asked {
    id: Uuid,
    bearer: Digest,
    /// The revision the caller has, as an entity tag.
    known: Option<HeaderValue>,
    request_id: HeaderValue,
    began: Instant,
}

impl StatusRead {
    pub(super) fn new(state: Arc<State>) -> Self {
        let mut headers = HeaderMap::new();
        layers::harden(&mut headers, state.config.is_https());
        // What the layer for other origins says to a request of none.
        headers.insert(header::VARY, HeaderValue::from_static("origin"));
        headers.insert(
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            HeaderValue::from_static("etag,x-request-id"),
        );
        Self { state, headers }
    }

    /// What is asked for, where this step may answer it. A request over its caller's limit is left to the router, which
    /// refuses it.
    pub(super) fn asked<B>(&self, request: &mut Request<B>, peer: Peer) -> Option<Asked> {
        if request.method() != Method::GET {
            return None;
        }
        let id = Uuid::try_parse(request.uri().path().strip_prefix(PATH)?).ok()?;
        let headers = request.headers();
        if headers.contains_key(header::ORIGIN) {
            return None;
        }
        let began = Instant::now();
        let bearer = extract::bearer(headers)?;
        let caller = Caller::behind(peer.0.ip(), headers, &self.state.config.trusted_proxies);
        self.state.limits.request(caller).ok()?;
        let asked = Asked {
            id,
            bearer,
            known: headers.get(header::IF_NONE_MATCH).cloned(),
            request_id: headers.get(REQUEST_ID).cloned().unwrap_or_else(new_id),
            began,
        };
        // Should the router go on with it, it is the same request: counted once, and with one id.
        request.extensions_mut().insert(caller);
        request
            .headers_mut()
            .insert(REQUEST_ID, asked.request_id.clone());
        Some(asked)
    }

    /// The answer; nothing where the router has to give it.
    pub(super) async fn answer(&self, asked: &Asked) -> Option<Response> {
        let now = self.state.clock.now();
        let stored = self.state.store.stored_status(asked.id, asked.bearer, now);
        let response = match stored.await {
            Ok(stored) => {
                let stored = stored?;
                if self.needs_more(&stored, now) {
                    return None;
                }
                self.state.mark_seen(asked.id, stored.next_check_at);
                found(stored, asked)
            }
            Err(error) => {
                let span = asked.span();
                span.in_scope(|| Error::from(error).into_response())
            }
        };
        Some(self.finish(response, asked))
    }

    /// Whether a read is more than the sending of what is stored: it may be refused, plan a check, or be news for the
    /// other servers.
    fn needs_more(&self, stored: &StoredStatus, now: u64) -> bool {
        let StoredStatus {
            json,
            next_check_at,
            watched_until,
            ..
        } = stored;
        (stored.scope == Scope::Owner && may_be_observed(json))
            || may_be_left_alone(json, *next_check_at, now, &self.state.pace)
            || follow::is_to_be_known(&self.state, *next_check_at, *watched_until, now)
    }

    /// What the layers do with an answer.
    fn finish(&self, mut response: Response, asked: &Asked) -> Response {
        let headers = response.headers_mut();
        let own = std::mem::replace(headers, self.headers.clone());
        headers.extend(own);
        headers.insert(REQUEST_ID, asked.request_id.clone());
        let (status, took) = (response.status(), asked.began.elapsed());
        let metrics = &self.state.metrics;
        metrics.answered(&Method::GET, Some(ROUTE), status, took);
        if tracing::enabled!(target: "tower_http::trace::on_response", Level::DEBUG) {
            asked.span().in_scope(|| {
                tracing::debug!(
                    target: "tower_http::trace::on_response",
                    latency = format_args!("{} ms", took.as_millis()),
                    status = status.as_u16(),
                    "finished processing request"
                );
            });
        }
        response
    }
}

impl Asked {
    fn span(&self) -> Span {
        layers::span_of(&Method::GET, ROUTE, Some(&self.request_id))
    }
}

fn found(stored: StoredStatus, asked: &Asked) -> Response {
    let tag = format!("\"{}\"", stored.revision);
    let is_known = asked
        .known
        .as_ref()
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    if is_known {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    let mut response = Response::new(Body::from(stored.json));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

fn new_id() -> HeaderValue {
    let mut text = Uuid::encode_buffer();
    let id = Uuid::new_v4().hyphenated().encode_lower(&mut text);
    HeaderValue::from_str(id).expect("hexadecimal digits fit a header")
}
