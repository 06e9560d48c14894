//! Starting a sign-in, and moving one into the browser that will carry it out.

use crate::config::App;
use crate::connection::Connection;
use crate::cookie::Cookie;
use crate::error::Error;
use crate::login::Secrets;
use crate::page;
use crate::state::State;
use crate::token;
use crate::{seal::DataKey, store};
use axum::extract::{self, Path};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;
use url::Url;

/// A sign-in that is about to be stored.
pub(super) struct Started {
    pub(super) login: store::Login,
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
    headers: &HeaderMap,
) -> Result<Started, Error> {
    let now = state.clock.now();
    if let Some(most) = state.limits.pending_sign_ins()
        && state.store.pending(now).await? >= most
    {
        return Err(Error::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "too-many-sign-ins",
        ));
    }
    let secrets = Secrets::random(state.microsoft.authority(connection.wanted_tenant()));
    let ticket = token::random();
    let browser = Cookie::Flow
        .read(&state.config, headers)
        .unwrap_or_else(token::random);
    let url = authorization_url(state, app, connection, &secrets).await?;
    Ok(Started {
        login: secrets.login(connection.id, key, &browser, &ticket, now),
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
    let challenge = connection.patience.claims.as_deref();
    state
        .microsoft
        .authorization_url(app, secrets, challenge, state.clock.now())
        .await
        .map_err(|_| Error::new(StatusCode::BAD_GATEWAY, "metadata-refused"))
}

/// `GET /connect/{ticket}`: binds the sign-in to this browser and sends it on.
pub(super) async fn start(
    extract::State(state): extract::State<Arc<State>>,
    Path(ticket): Path<String>,
    headers: HeaderMap,
) -> Response {
    match go(&state, &ticket, &headers).await {
        Ok(response) => response,
        Err(error) => page::of_error(&error),
    }
}

async fn go(state: &State, ticket: &str, headers: &HeaderMap) -> Result<Response, Error> {
    let gone = || Error::new(StatusCode::NOT_FOUND, "handle-unknown");
    if !token::is_well_formed(ticket) {
        return Err(gone());
    }
    let browser = Cookie::Flow
        .read(&state.config, headers)
        .unwrap_or_else(token::random);
    let used = state
        .store
        .use_ticket(
            token::digest(ticket),
            token::digest(&browser),
            state.clock.now(),
        )
        .await?;
    let login = used.ok_or_else(gone)?;
    let connection: Connection = state
        .store
        .connection(login.connection)
        .await?
        .ok_or_else(gone)?;
    let app = state
        .app(&connection)
        .ok_or_else(|| Error::bad("unknown-profile"))?;
    let key = state
        .seal
        .open_key(connection.id, &connection.wrapped_key)?;
    let secrets = Secrets::open(&login, &key)?;
    let url = authorization_url(state, app, &connection, &secrets).await?;
    let cookie = Cookie::Flow.set(&state.config, &browser);
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(url.as_str())).into_response())
}
