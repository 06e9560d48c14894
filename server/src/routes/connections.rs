//! Making, reading and forgetting a connection.

use super::extract::{Json, Owner, Starter, Watcher};
use super::sign_in;
use crate::check;
use crate::connection::Connection;
use crate::cookie::Cookie;
use crate::error::Error;
use crate::follow;
use crate::record::{self, Noted};
use crate::state::State;
use crate::token;
use axum::extract;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use consentry_shared::api::{Create, Created, Deleted, Restarted, Secret};
use consentry_shared::record::Event;
use std::sync::Arc;
use uuid::Uuid;

/// `POST /api/v1/connections`: a connection, its bearer, and a sign-in to begin with.
pub(super) async fn create(
    extract::State(state): extract::State<Arc<State>>,
    headers: HeaderMap,
    Json(body): Json<Create>,
) -> Result<Response, Error> {
    let app = state
        .config
        .app(&body.profile)
        .ok_or_else(|| Error::bad("unknown-profile"))?;
    let return_to = match body.return_to.as_deref() {
        None => None,
        Some(text) => Some(
            state
                .config
                .return_to(text)
                .ok_or_else(|| Error::bad("return-to-not-allowed"))?,
        ),
    };
    let id = Uuid::new_v4();
    let (key, wrapped_key) = state.seal.make_key(id);
    let mut connection =
        Connection::new(id, &body.profile, body.role, wrapped_key, state.clock.now());
    connection.status.display_name = display_name(body.display_name)?;
    connection.return_to = return_to.map(String::from);
    let asked = Noted::new(connection.created_at, record::asked(app, body.role));
    let started = sign_in::begin(&state, app, id, &key, &headers);
    let secret = token::random();
    let created = Created {
        id: id.to_string(),
        secret: Secret::new(secret.clone()),
        authorization_url: started.authorization_url,
        start_url: started.start_url,
        expires_at: started.login.expires_at,
        status: connection.status.clone(),
    };
    state
        .store
        .create(connection, token::digest(&secret), started.login, asked)
        .await?;
    tracing::info!(connection.id = %id, profile = body.profile, "connection made");
    let cookie = Cookie::Flow.set(&state.config, &started.browser);
    Ok((
        StatusCode::CREATED,
        [(header::SET_COOKIE, cookie)],
        axum::Json(created),
    )
        .into_response())
}

/// A name is shown on pages and in the panel: one line, at most 100 characters.
fn display_name(name: Option<String>) -> Result<Option<String>, Error> {
    let Some(name) = name else { return Ok(None) };
    let name = name.trim();
    if name.chars().count() > 100 || name.chars().any(char::is_control) {
        return Err(Error::bad("bad-request"));
    }
    Ok((!name.is_empty()).then(|| name.to_owned()))
}

/// `GET /api/v1/connections/{id}`. Reading is watching: a connection that waits for a grant is
/// looked at while somebody asks for it.
pub(super) async fn read(
    extract::State(state): extract::State<Arc<State>>,
    Watcher(connection): Watcher,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let connection = attend(&state, connection).await?;
    let tag = format!("\"{}\"", connection.status.revision);
    let known = headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    if known {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    Ok(([(header::ETAG, tag)], axum::Json(connection.status)).into_response())
}

/// Notes that somebody looks, and plans a check if that is a reason for one.
pub(super) async fn attend(state: &State, connection: Connection) -> Result<Connection, Error> {
    let now = state.clock.now();
    state.hub.glance(connection.id, now);
    if state.store.is_shared() && connection.watched_until < now + follow::KNOWN_MS / 2 {
        state
            .store
            .watched(vec![connection.id], now + follow::KNOWN_MS)
            .await?;
    }
    let mut attended = connection.clone();
    check::attend(&mut attended, now, &state.pace);
    if attended == connection {
        return Ok(connection);
    }
    let changed = state
        .amend(connection.id, |connection| {
            check::attend(connection, now, &state.pace);
        })
        .await?;
    Ok(changed.unwrap_or(connection))
}

/// `POST /api/v1/connections/{id}/reauthorize`: another sign-in for the same connection.
pub(super) async fn reauthorize(
    extract::State(state): extract::State<Arc<State>>,
    Starter(connection, scope): Starter,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let app = state
        .app(&connection)
        .ok_or_else(|| Error::bad("unknown-profile"))?;
    let key = state
        .seal
        .open_key(connection.id, &connection.wrapped_key)?;
    let started = sign_in::begin(&state, app, connection.id, &key, &headers);
    let restarted = Restarted {
        authorization_url: started.authorization_url,
        start_url: started.start_url,
        expires_at: started.login.expires_at,
    };
    let begun = Event::SignInBegun { by: scope.into() };
    state
        .store
        .begin(started.login, Noted::new(state.clock.now(), begun))
        .await?;
    let cookie = Cookie::Flow.set(&state.config, &started.browser);
    Ok(([(header::SET_COOKIE, cookie)], axum::Json(restarted)).into_response())
}

/// `DELETE /api/v1/connections/{id}`. This server only reads Microsoft, so what Microsoft holds is
/// named and not undone.
pub(super) async fn delete(
    extract::State(state): extract::State<Arc<State>>,
    Owner(connection): Owner,
) -> Result<axum::Json<Deleted>, Error> {
    let head = state.store.delete(connection.id, state.clock.now()).await?;
    state.hub.end(connection.id);
    tracing::info!(connection.id = %connection.id, "connection deleted");
    let place = state.place(&connection);
    let mut forgotten = vec!["The connection, its access keys and its hand-off links".to_owned()];
    let mut remains = Vec::new();
    if let Some(head) = head {
        forgotten.push("The entries of its record".to_owned());
        remains.push(format!(
            "On this server: how long the record was ({} entries) and its last seal ({}), so that an export made \
             before can still be verified",
            head.entries, head.seal
        ));
    }
    if connection.refresh.is_some() {
        forgotten.push("The stored sign-in (refresh token)".to_owned());
    }
    if let Some(tenant) = &connection.status.tenant {
        forgotten.push("The names and counts read from Microsoft Graph".to_owned());
        let name = tenant.name.as_ref().unwrap_or(&tenant.id);
        remains.push(format!(
            "{} and what was granted to it in {name}. An admin removes it in the app's Properties: {}",
            place.app, place.app_page
        ));
        remains.push(
            "The consent of the account that signed in. Its owner removes it at https://myapps.microsoft.com"
                .to_owned(),
        );
    }
    Ok(axum::Json(Deleted { forgotten, remains }))
}
