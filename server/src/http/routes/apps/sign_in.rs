//! The sign-in to the observer: a button, Microsoft's pages, and the way back.

use super::looker::{Sight, Tenant, looked, unknown};
use super::session::{self, Begun, HOUR_MS, Session};
use crate::config::Observer;
use crate::connection::Connection;
use crate::http::page;
use crate::http::routes::callback;
use crate::http::routes::query::Query;
use crate::http::routes::sign_in::is_sent_from_here;
use crate::observer::right::Right;
use crate::problems::Place;
use crate::problems::error::Error;
use crate::sign_in::id_token::Identity;
use crate::sign_in::pending::Secrets;
use crate::state::State;
use axum::extract::{self, RawQuery};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use consentry_wire::api::{Asked, Expectation, Role};
use std::sync::Arc;
use uuid::Uuid;

/// `GET /apps/{tenant}/sign-in`.
pub(in crate::http::routes) async fn ask(
    extract::State(state): extract::State<Arc<State>>,
    Tenant(tenant): Tenant,
) -> Response {
    page::apps_sign_in(&tenant, &state.config.microsoft.login)
}

/// `POST /apps/{tenant}/sign-in`: on to Microsoft.
pub(in crate::http::routes) async fn start(
    extract::State(state): extract::State<Arc<State>>,
    Tenant(tenant): Tenant,
    headers: HeaderMap,
) -> Response {
    if !is_sent_from_here(&state, &headers) {
        return foreign();
    }
    let Some(observer) = state.config.observer(&tenant) else {
        return unknown();
    };
    let now = state.clock.now();
    let secrets = Secrets::random(state.microsoft.authority(Some(&tenant)));
    let app = &observer.sign_in;
    let url = state
        .microsoft
        .authorization_url(app, &secrets, None, now)
        .await;
    let Ok(url) = url else {
        return page::of_error(&Error::new(StatusCode::BAD_GATEWAY, "metadata-refused"));
    };
    let begun = Begun::new(&tenant, &secrets, now);
    let cookie = session::set(&state, &begun);
    (cookies([cookie]), Redirect::to(url.as_str())).into_response()
}

/// `POST /apps/{tenant}/sign-out`: the browser forgets.
pub(in crate::http::routes) async fn end(
    extract::State(state): extract::State<Arc<State>>,
    Tenant(tenant): Tenant,
    headers: HeaderMap,
) -> Response {
    if !is_sent_from_here(&state, &headers) {
        return foreign();
    }
    let cookie = session::forget::<Session>(&state);
    let to = format!("/apps/{tenant}/sign-in");
    (cookies([cookie]), Redirect::to(&to)).into_response()
}

fn foreign() -> Response {
    page::of_error(&Error::new(StatusCode::FORBIDDEN, "origin-not-allowed"))
}

fn cookies<const N: usize>(
    all: [Option<HeaderValue>; N],
) -> AppendHeaders<Vec<(header::HeaderName, HeaderValue)>> {
    let set = all.into_iter().flatten();
    AppendHeaders(set.map(|value| (header::SET_COOKIE, value)).collect())
}

/// `GET /oauth/callback`, for both kinds of sign-in: one for an inventory is known by the cookie of the browser it began
/// in and by its state.
pub(in crate::http::routes) async fn callback(
    state: extract::State<Arc<State>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Response {
    let begun = session::read::<Begun>(&state, &headers);
    let query = Query::parse(raw.as_deref());
    if let (Some(begun), Some(query)) = (begun, query)
        && query.get("state") == Some(begun.state.as_str())
    {
        return come_back(&state, &begun, &query).await;
    }
    callback::callback(state, RawQuery(raw), headers).await
}

async fn come_back(state: &State, begun: &Begun, query: &Query) -> Response {
    let forgotten = session::forget::<Begun>(state);
    if query.get("code").is_some() == query.get("error").is_some() {
        return page::of_error(&Error::bad("callback-malformed"));
    }
    let Some(observer) = state.config.observer(&begun.tenant) else {
        return unknown();
    };
    // The same questions as for a connection that the observer verifies: of which tenant, and with which role.
    let connection = occasion(observer);
    let app = &observer.sign_in;
    let came = callback::sign_in(state, app, &connection, &begun.secrets(), query).await;
    let identity = match came {
        Ok((identity, _)) => identity,
        Err(failure) => {
            let place = Place::new("the app", &state.config.microsoft);
            let problem = page::problem(StatusCode::FORBIDDEN, &failure.found.problem(&place));
            return (cookies([forgotten]), problem).into_response();
        }
    };
    let Some(session) = session_of(state, observer, identity) else {
        return page::of_error(&Error::new(StatusCode::FORBIDDEN, "id-token-refused"));
    };
    if let Err(error) = looked(state, &session, Sight::SignIn).await {
        return page::of_error(&error.into());
    }
    let set = cookies([forgotten, session::set(state, &session)]);
    (set, Redirect::to(&format!("/apps/{}", observer.tenant))).into_response()
}

/// Nothing where the token does not say who it is: nobody looks without a name in the record.
fn session_of(state: &State, observer: &Observer, identity: Identity) -> Option<Session> {
    Some(Session {
        tenant: observer.tenant.clone(),
        person: identity.person?,
        account: identity.account,
        right: Right::of(&identity.roles)?,
        until: state.clock.now() + HOUR_MS,
    })
}

/// A connection that is never stored: what a sign-in has to be is asked of one.
fn occasion(observer: &Observer) -> Connection {
    let asked = Asked {
        client_id: observer.client_id.clone(),
        source: Expectation::Unknown,
        delegated: Vec::new(),
        application: Vec::new(),
        for_everybody: false,
    };
    let connection = Connection::new(Uuid::nil(), "", Role::Other, Vec::new(), 0);
    connection.observed(asked, observer.tenant.clone())
}
