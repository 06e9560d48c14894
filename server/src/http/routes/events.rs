//! Watching a connection: server-sent events, one for each new revision.

use super::connections::attend;
use super::extract::Holder;
use crate::ops::limits::Caller;
use crate::problems::error::Error;
use crate::secrets::token::Digest;
use crate::state::State;
use crate::state::broadcaster::{self, StatusUpdate};
use axum::extract::{self, Extension};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use consentry_wire::api::Problem;
use futures_util::{Stream, StreamExt, stream};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// `GET /api/v1/connections/{id}/events`: the state now, then each change. `Last-Event-ID` leaves
/// out what was seen already.
#[utoipa::path(get, path = "/connections/{id}/events", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID"),
        ("last-event-id" = Option<String>, Header, description = "Last revision received")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The current status and each later one, as events", body = String, content_type = "text/event-stream"),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn stream(
    extract::State(state): extract::State<Arc<State>>,
    Extension(caller): Extension<Caller>,
    Holder {
        connection,
        scope,
        bearer,
    }: Holder,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Error> {
    let id = connection.id;
    let taken = state.limits.watch(caller, id, scope.into());
    let taken = taken.ok_or_else(|| Error::wait("too-many-watchers", 30))?;
    let displaced = taken.seat.displaced();
    // First watch, then read: what changes in between comes through the watcher.
    let watcher = state.broadcaster.watch(id);
    let gone = || Error::new(StatusCode::UNAUTHORIZED, "unauthorized");
    let connection = state.store.connection(id).await?.ok_or_else(gone)?;
    let connection = attend(&state, connection).await?;
    watcher.begins_with(connection.status.revision);
    let seen = headers
        .get("last-event-id")
        .and_then(|id| id.to_str().ok()?.parse().ok());
    let asked = Arc::clone(&state);
    let events = updates(StatusUpdate::of(&connection.status), watcher, seen)
        .take_while(move |_| may_still(Arc::clone(&asked), id, bearer))
        .map(move |update| {
            let _taken = &taken;
            Ok(Event::default()
                .event("status")
                .id(update.revision.to_string())
                .data(&update.json))
        })
        .take_until(state.stop.clone().cancelled_owned())
        .take_until(displaced.cancelled_owned());
    let heartbeat = Duration::from_millis(state.pace.heartbeat_ms);
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(heartbeat)))
}

/// Whether a bearer is still one of a connection's: its end, or its owner, may have come in between.
async fn may_still(state: Arc<State>, id: Uuid, bearer: Digest) -> bool {
    let found = state.store.authorized(id, bearer, state.clock.now()).await;
    matches!(found, Ok(Some(_)))
}

/// The first update, then all newer ones. A revision that was seen, or one from before a restored
/// backup, is not held against the first.
fn updates(
    first: Arc<StatusUpdate>,
    watcher: broadcaster::Watcher,
    seen: Option<u64>,
) -> impl Stream<Item = Arc<StatusUpdate>> {
    let shown = first.revision;
    let first = (seen != Some(shown)).then_some(first);
    stream::unfold(
        (first, watcher, shown),
        async |(first, mut watcher, shown)| {
            if let Some(first) = first {
                return Some((first, (None, watcher, shown)));
            }
            loop {
                let update = watcher.next().await?;
                if update.revision > shown {
                    let shown = update.revision;
                    return Some((update, (None, watcher, shown)));
                }
            }
        },
    )
}
