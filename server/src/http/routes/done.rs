//! Where a sign-in ends: back at the app, or on a page of this server.

use crate::connection::Connection;
use crate::http::page;
use crate::problems::Found;
use crate::problems::error::Error;
use crate::secrets::token;
use crate::sign_in::cookie::Cookie;
use crate::sign_in::pending;
use crate::state::State;
use crate::store::{Handle, Kind};
use axum::extract;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use std::sync::Arc;
use std::time::Duration;
use url::Url;
use uuid::Uuid;

/// The first check may take this long before the browser is sent on without its answer.
const FIRST_LOOK: Duration = Duration::from_secs(3);

/// Sends the browser where it began. Only who signed in brings the right to go on, in the fragment: that part of an
/// address is sent to no server. A sign-in that failed gives a right to nothing, and shows its problem and nothing of
/// the connection, which may be somebody else's.
pub(super) async fn send_on(
    state: &Arc<State>,
    connection: &Connection,
    failed: Option<Found>,
) -> Result<Response, Error> {
    if failed.is_none() {
        wait_for_first_look(state, connection.id).await;
    }
    let (right, view) = (token::random(), token::random());
    let expires_at = state.clock.now() + pending::LIFETIME_MS;
    let stranger = || {
        let mut connection = connection.clone();
        connection.status.app = None;
        state.place(&connection)
    };
    let problem = failed.as_ref().map(|found| found.problem(&stranger()));
    let handle = |value: &str, kind| Handle {
        hash: token::digest(value),
        connection: connection.id,
        kind,
        expires_at,
        problem: problem.clone(),
    };
    let mut handles = vec![handle(&view, Kind::View)];
    if failed.is_none() {
        handles.push(handle(&right, Kind::Return));
    }
    state.store.add_handles(handles, None).await?;
    // The operator may have removed the origin since.
    let return_to = connection
        .return_to
        .as_deref()
        .and_then(|text| state.config.return_to(text));
    let mut target = match return_to {
        Some(mut url) => {
            url.query_pairs_mut()
                .append_pair("connection", &connection.id.to_string());
            if let Some(found) = &failed {
                url.query_pairs_mut().append_pair("error", found.code());
            }
            url
        }
        None => Url::parse(&format!("{}/done", state.config.public_url)).map_err(|error| {
            Error::because(StatusCode::INTERNAL_SERVER_ERROR, "internal", error)
        })?,
    };
    // Without one the browser would keep the fragment it came with (RFC 9110 section 10.2.2).
    let fragment = match failed {
        None => format!("consentry={right}"),
        Some(_) => String::new(),
    };
    target.set_fragment(Some(&fragment));
    let cookie = Cookie::View.set(&state.config, &view);
    Ok((
        AppendHeaders([(header::SET_COOKIE, cookie)]),
        Redirect::to(target.as_str()),
    )
        .into_response())
}

/// Most often the first check takes less than a second; then the person sees its answer at once.
async fn wait_for_first_look(state: &State, id: Uuid) {
    let mut watcher = state.broadcaster.watch(id);
    let looked = async {
        loop {
            match state.store.connection(id).await {
                Ok(Some(now))
                    if now.status.checked_at < now.schedule.signed_in_at
                        && now.status.waiting.is_none() => {}
                _ => return,
            }
            if watcher.next().await.is_none() {
                return;
            }
        }
    };
    let _ = tokio::time::timeout(FIRST_LOOK, looked).await;
}

/// `GET /done`: how it ended, for a browser that has nowhere to return to.
pub(super) async fn done(
    extract::State(state): extract::State<Arc<State>>,
    headers: HeaderMap,
) -> Response {
    let Some(view) = Cookie::View.read(&state.config, &headers) else {
        return page::done(None);
    };
    match state
        .store
        .view(token::digest(&view), state.clock.now())
        .await
    {
        Ok(Some((_, Some(problem)))) => page::problem(StatusCode::OK, &problem),
        Ok(Some((connection, None))) => {
            page::done(Some((&connection.status, &state.place(&connection))))
        }
        Ok(None) => page::done(None),
        Err(error) => page::of_error(&error.into()),
    }
}
