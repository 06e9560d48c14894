//! Starting a sign-in, and moving one into the browser that will carry it out.

use super::pending::PendingSignIn;
use crate::config::App;
use crate::connection::Connection;
use crate::http::page;
use crate::ops::limits::Caller;
use crate::problems::error::Error;
use crate::secrets::encryption::DataKey;
use crate::secrets::token;
use crate::sign_in::cookie::Cookie;
use crate::sign_in::pending::Secrets;
use crate::state::State;
use crate::store;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{self, Path};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::Deserialize;
use std::sync::Arc;
use url::Url;

/// A sign-in that is about to be stored.
pub(super) struct Started {
    pub(super) stored: store::StoredSignIn,
    pub(super) authorization_url: String,
    pub(super) start_url: String,
    pub(super) browser: String,
}

/// Makes a sign-in for a connection. Two sign-ins in one browser share its cookie, so that a second
/// tab does not spoil the first.
pub(super) async fn begin(
    state: &State,
    app: &App,
    connection: &Connection,
    key: &DataKey,
    caller: Caller,
    headers: &HeaderMap,
) -> Result<Started, Error> {
    let now = state.clock.now();
    let full = || Error::new(StatusCode::SERVICE_UNAVAILABLE, "too-many-sign-ins");
    let begun = state.limits.pending.begin(caller, connection.id);
    if let Some(displaced) = begun.ok_or_else(full)? {
        state.store.forget_sign_in(displaced).await?;
    }
    let secrets = Secrets::random(state.microsoft.authority(connection.wanted_tenant()));
    let ticket = token::random();
    let browser = Cookie::Flow
        .read(&state.config, headers)
        .unwrap_or_else(token::random);
    let url = authorization_url(state, app, connection, &secrets).await?;
    Ok(Started {
        stored: secrets.store(connection.id, key, &browser, &ticket, now),
        authorization_url: url.into(),
        start_url: format!("{}/connect/{ticket}", state.config.public_url),
        browser,
    })
}

async fn authorization_url(
    state: &State,
    app: &App,
    connection: &Connection,
    secrets: &Secrets,
) -> Result<Url, Error> {
    let challenge = connection.schedule.claims.as_deref();
    state
        .microsoft
        .authorization_url(app, secrets, challenge, state.clock.now())
        .await
        .map_err(|_| Error::new(StatusCode::BAD_GATEWAY, "metadata-refused"))
}

/// `GET /connect/{ticket}`: who asks for this sign-in, and what they will see. It changes nothing, so that a program
/// which only looks at links uses none up, and it goes on by a form that only this browser can send.
pub(super) async fn ask(
    extract::State(state): extract::State<Arc<State>>,
    Path(ticket): Path<String>,
    headers: HeaderMap,
) -> Response {
    match question(&state, &ticket, &headers).await {
        Ok(response) => response,
        Err(error) => page::of_error(&error),
    }
}

async fn question(state: &State, ticket: &str, headers: &HeaderMap) -> Result<Response, Error> {
    if !token::is_well_formed(ticket) {
        return Err(gone());
    }
    let now = state.clock.now();
    let found = state.store.ticket(token::digest(ticket), now).await?;
    let connection = found.ok_or_else(gone)?;
    let app = state
        .sign_in_app(&connection)
        .ok_or_else(|| Error::bad("unknown-profile"))?;
    let asked = connection.status.asked.as_ref();
    let profile = state.subject(&connection).ok_or_else(gone)?;
    let browser = Cookie::Flow
        .read(&state.config, headers)
        .unwrap_or_else(token::random);
    let asked = page::Start {
        profile: &profile,
        client_id: asked.map_or(&app.client_id, |asked| &asked.client_id),
        observer: app.is_observer.then_some(app.client_id.as_str()),
        display_name: connection.status.display_name.as_deref(),
        return_to: return_host(state, &connection),
        action: &format!("/connect/{ticket}"),
        proof: &proof(&browser, ticket),
        login: &state.config.microsoft.login,
    };
    let cookie = Cookie::Flow.set(&state.config, &browser);
    Ok((
        AppendHeaders([(header::SET_COOKIE, cookie)]),
        page::start(&asked),
    )
        .into_response())
}

/// The host a browser is sent to in the end; the operator may have removed it since.
fn return_host(state: &State, connection: &Connection) -> Option<String> {
    let url = state.config.return_to(connection.return_to.as_deref()?)?;
    Some(url.origin().ascii_serialization())
}

/// What the page's form holds and nobody else can make: it follows from the browser's cookie.
fn proof(browser: &str, ticket: &str) -> String {
    token::derive("start", &format!("{browser}.{ticket}"))
}

/// What the page's form sends.
#[derive(Deserialize)]
pub(super) struct Agreed {
    #[serde(default)]
    proof: String,
}

/// `POST /connect/{ticket}`: binds the sign-in to this browser and sends it on.
pub(super) async fn start(
    extract::State(state): extract::State<Arc<State>>,
    Path(ticket): Path<String>,
    headers: HeaderMap,
    form: Result<Form<Agreed>, FormRejection>,
) -> Response {
    let agreed = form.map(|Form(agreed)| agreed);
    let agreed = agreed.map_err(|rejection| Error::new(rejection.status(), "bad-request"));
    let started = match agreed {
        Ok(agreed) => go(&state, &ticket, &agreed, &headers).await,
        Err(error) => Err(error),
    };
    started.unwrap_or_else(|error| page::of_error(&error))
}

async fn go(
    state: &State,
    ticket: &str,
    agreed: &Agreed,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    if !token::is_well_formed(ticket) {
        return Err(gone());
    }
    if !is_sent_from_here(state, headers) {
        return Err(Error::new(StatusCode::FORBIDDEN, "origin-not-allowed"));
    }
    let browser = Cookie::Flow
        .read(&state.config, headers)
        .filter(|browser| token::same(proof(browser, ticket).as_bytes(), agreed.proof.as_bytes()))
        .ok_or_else(|| Error::bad("other-browser"))?;
    let used = state
        .store
        .use_ticket(
            token::digest(ticket),
            token::digest(&browser),
            state.clock.now(),
        )
        .await?;
    let stored = used.ok_or_else(gone)?;
    let PendingSignIn {
        connection,
        app,
        secrets,
        ..
    } = PendingSignIn::open(state, &stored)
        .await?
        .ok_or_else(gone)?;
    let url = authorization_url(state, app, &connection, &secrets).await?;
    let cookie = Cookie::Flow.set(&state.config, &browser);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(url.as_str())).into_response())
}

fn gone() -> Error {
    Error::new(StatusCode::NOT_FOUND, "handle-unknown")
}

/// Whether a browser says that a page of this server sent the form, or says nothing. Under `no-referrer` a page's own
/// form comes with `Origin: null` (Fetch, "append a request Origin header"), and so does one of a sandboxed frame: then
/// `Sec-Fetch-Site` tells, and in browsers that do not have it, the proof alone.
pub(super) fn is_sent_from_here(state: &State, headers: &HeaderMap) -> bool {
    let own = Url::parse(&state.config.public_url).map(|url| url.origin().ascii_serialization());
    let all = |name: &HeaderName, fits: &dyn Fn(&[u8]) -> bool| {
        let values = headers.get_all(name).iter();
        values.map(HeaderValue::as_bytes).all(fits)
    };
    let site = HeaderName::from_static("sec-fetch-site");
    all(&site, &|site| site == b"same-origin")
        && all(&header::ORIGIN, &|origin| {
            origin == b"null" || own.as_ref().is_ok_and(|own| origin == own.as_bytes())
        })
}
