//! The record of a connection: reading it, and adding what the guard saw.

use super::checks::within_limit;
use super::extract::{Holder, Json, Watcher};
use crate::http::page;
use crate::problems::error::Error;
use crate::record::{End, NewRecordEntry};
use crate::state::State;
use axum::extract;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use consentry_wire::api::Problem;
use consentry_wire::record::{Event, Export, FORMAT, Head, Right, Seen};
use std::sync::Arc;

/// What guards may report about one connection, with each right to it: whoever may only watch cannot use up what the
/// owner's own guard needs. More would only fill the disk.
fn most_seen(right: Right) -> usize {
    match right {
        Right::Owner | Right::Starter => 500,
        Right::Watch => 100,
    }
}

/// `GET /api/v1/connections/{id}/record`: the export, or a page to print for who accepts HTML first.
#[utoipa::path(get, path = "/connections/{id}/record", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The record, hash-chained; a printable page if HTML is preferred",
            content((Export = "application/json"), (String = "text/html"))),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn read(
    extract::State(state): extract::State<Arc<State>>,
    Watcher(connection): Watcher,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let entries = state.store.record(connection.id).await?;
    let end = entries.last().map_or_else(End::default, |last| End {
        entries: last.entry.number,
        seal: last.seal.clone(),
    });
    let export = Export {
        format: FORMAT.into(),
        connection: connection.id.to_string(),
        exported_at: state.clock.now(),
        head: Head {
            entries: end.entries,
            seal: end.seal,
            ended_at: None,
        },
        entries,
    };
    let wants_page = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.trim_start().starts_with("text/html"));
    let mut response = if wants_page {
        page::record(&export)
    } else {
        let name = format!("attachment; filename=\"record-{}.json\"", connection.id);
        ([(header::CONTENT_DISPOSITION, name)], axum::Json(export)).into_response()
    };
    response
        .headers_mut()
        .insert(header::VARY, header::HeaderValue::from_static("accept"));
    Ok(response)
}

/// `POST /api/v1/connections/{id}/record/seen`: what the guard saw. The same thing twice in a row is
/// written down once.
#[utoipa::path(post, path = "/connections/{id}/record/seen", tag = "connections", request_body = Seen,
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 204, description = "Recorded, or already present"),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn seen(
    extract::State(state): extract::State<Arc<State>>,
    Holder {
        connection, scope, ..
    }: Holder,
    Json(seen): Json<Seen>,
) -> Result<StatusCode, Error> {
    if !seen.is_well_formed() {
        return Err(Error::bad("bad-request"));
    }
    within_limit(&state, connection.id, scope)?;
    let right = Right::from(scope);
    let record = state.store.record(connection.id).await?;
    let earlier = || {
        record
            .iter()
            .filter_map(|sealed| match &sealed.entry.event {
                Event::Seen { by, seen } if *by == right => Some(seen),
                _ => None,
            })
    };
    if earlier().next_back() == Some(&seen) {
        return Ok(StatusCode::NO_CONTENT);
    }
    if earlier().count() >= most_seen(right) {
        return Err(Error::new(StatusCode::CONFLICT, "record-full"));
    }
    let event = Event::Seen { by: right, seen };
    let entry = NewRecordEntry::new(state.clock.now(), event);
    if !state.store.note(connection.id, entry).await? {
        return Err(Error::new(StatusCode::UNAUTHORIZED, "unauthorized"));
    }
    Ok(StatusCode::NO_CONTENT)
}
