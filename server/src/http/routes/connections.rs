//! Making, reading and forgetting a connection.

use super::checks::within_limit;
use super::display_name::display_name;
use super::extract::{Beginner, Json, Owner, Watcher};
use super::observed::{self, Wanted};
use super::pending::app_and_key;
use super::sign_in;
use crate::checks;
use crate::config::Authority;
use crate::connection::Connection;
use crate::jobs::follow;
use crate::ops::limits::Caller;
use crate::problems::Place;
use crate::problems::error::Error;
use crate::record::{self, NewRecordEntry};
use crate::secrets::token;
use crate::sign_in::cookie::Cookie;
use crate::sign_in::refresh_token;
use crate::state::State;
use axum::extract::{self, Extension};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use consentry_wire::api::{Create, Created, Deleted, Problem, Restarted, Secret, Status};
use consentry_wire::record::Event;
use std::sync::Arc;
use uuid::Uuid;

/// `POST /api/v1/connections`: a connection, its bearer, and a sign-in to begin with.
#[utoipa::path(post, path = "/connections", tag = "connections", request_body = Create,
    responses(
        (status = 201, description = "A connection, its bearer, and a sign-in to start with", body = Created),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn create(
    extract::State(state): extract::State<Arc<State>>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    Json(body): Json<Create>,
) -> Result<Response, Error> {
    let wanted = observed::wanted(&state, &body).await?;
    let return_to = match body.return_to.as_deref() {
        None => None,
        Some(text) => Some(
            state
                .config
                .return_to(text)
                .ok_or_else(|| Error::new(StatusCode::FORBIDDEN, "return-to-not-allowed"))?,
        ),
    };
    let id = Uuid::new_v4();
    let (key, wrapped_key) = state.encryption.new_data_key(id);
    let profile = match &wanted {
        Wanted::Own(app) => Some(app.profile),
        Wanted::Observed { profile, .. } => *profile,
    };
    let profile = profile.map_or("", |profile| &profile.id);
    let mut connection = Connection::new(id, profile, body.role, wrapped_key, state.clock.now());
    connection.status.display_name = display_name(body.display_name)?;
    connection.return_to = return_to.map(String::from);
    connection.schedule.tenant = tenant(&state, body.tenant.as_deref())?;
    can_be_signed_in_to(&state, connection.schedule.tenant.as_deref()).await?;
    let (app, asked) = match wanted {
        Wanted::Own(app) => (app, record::asked(app, body.role)),
        Wanted::Observed {
            observer, asked, ..
        } => {
            let tenant = tenant(&state, Some(&observer.tenant))?;
            let entry = record::asked_of_observer(profile, &asked, body.role);
            connection = connection.observed(asked, tenant.unwrap_or_default());
            (&*observer.sign_in, entry)
        }
    };
    let asked = NewRecordEntry::new(connection.created_at, asked);
    connection.status.advice = checks::advice(&connection, &state.place(&connection));
    let started = sign_in::begin(&state, app, &connection, &key, caller, &headers).await?;
    let secret = token::random();
    let created = Created {
        id: id.to_string(),
        secret: Secret::new(secret.clone()),
        authorization_url: started.authorization_url,
        start_url: started.start_url,
        expires_at: started.stored.expires_at,
        status: connection.status.clone(),
    };
    state
        .store
        .create(connection, token::digest(&secret), started.stored, asked)
        .await?;
    tracing::info!(connection.id = %id, profile, "connection made");
    let cookie = Cookie::Flow.set(&state.config, &started.browser);
    Ok((
        StatusCode::CREATED,
        [(header::SET_COOKIE, cookie)],
        axum::Json(created),
    )
        .into_response())
}

/// The tenant a sign-in is to be in. It becomes a part of addresses, so it is an id or a domain and nothing else.
fn tenant(state: &State, named: Option<&str>) -> Result<Option<String>, Error> {
    let Some(named) = named.map(str::trim).filter(|named| !named.is_empty()) else {
        return Ok(None);
    };
    let authority = Authority::of_tenant(named).ok_or_else(|| Error::bad("bad-request"))?;
    let configured = &state.config.microsoft.authority;
    if !configured.is_for_many() && *configured != authority {
        return Err(Error::bad("tenant-not-served"));
    }
    Ok(Some(authority.segment().to_owned()))
}

/// Microsoft's page for a tenant that nobody has leads back to no app, and neither does that of one in another cloud, so
/// it is said before anybody is sent there.
async fn can_be_signed_in_to(state: &State, named: Option<&str>) -> Result<(), Error> {
    let Some(tenant) = named.and_then(Authority::of_tenant) else {
        return Ok(());
    };
    let why_not = state.microsoft.why_not(&tenant, state.clock.now()).await;
    why_not.map_or(Ok(()), |code| Err(Error::bad(code)))
}

/// `GET /api/v1/connections/{id}`. Reading is watching: a connection that waits for a grant is
/// checked while somebody asks for it.
#[utoipa::path(get, path = "/connections/{id}", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The full status", body = Status),
        (status = 304, description = "Unchanged since `If-None-Match`"),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
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

/// Notes that somebody reads the status, and plans a check if that is a reason for one.
pub(super) async fn attend(state: &State, connection: Connection) -> Result<Connection, Error> {
    let now = state.clock.now();
    let next_check_at = connection.status.next_check_at;
    state.mark_seen(connection.id, next_check_at);
    if follow::is_to_be_known(state, next_check_at, connection.watched_until, now) {
        state
            .store
            .watched(vec![connection.id], now + follow::KNOWN_MS)
            .await?;
    }
    if !checks::is_left_alone(&connection, now, &state.pace) {
        return Ok(connection);
    }
    let changed = state
        .update_connection(connection.id, |connection| {
            checks::attend(connection, now, &state.pace);
        })
        .await?;
    Ok(changed.unwrap_or(connection))
}

/// `POST /api/v1/connections/{id}/reauthorize`: another sign-in for the same connection.
#[utoipa::path(post, path = "/connections/{id}/reauthorize", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "Another sign-in for the same connection", body = Restarted),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn reauthorize(
    extract::State(state): extract::State<Arc<State>>,
    Extension(caller): Extension<Caller>,
    Beginner(connection, scope): Beginner,
    headers: HeaderMap,
) -> Result<Response, Error> {
    within_limit(&state, connection.id, scope)?;
    let (app, key) = app_and_key(&state, &connection)?;
    let started = sign_in::begin(&state, app, &connection, &key, caller, &headers).await?;
    let restarted = Restarted {
        authorization_url: started.authorization_url,
        start_url: started.start_url,
        expires_at: started.stored.expires_at,
    };
    let begun = Event::SignInBegun { by: scope.into() };
    state
        .store
        .begin(
            started.stored,
            NewRecordEntry::new(state.clock.now(), begun),
        )
        .await?;
    let cookie = Cookie::Flow.set(&state.config, &started.browser);
    Ok(([(header::SET_COOKIE, cookie)], axum::Json(restarted)).into_response())
}

/// `DELETE /api/v1/connections/{id}`. What can be revoked is, what is kept here is forgotten, and
/// what only an admin can undo is named: this server changes nothing in a tenant.
#[utoipa::path(delete, path = "/connections/{id}", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "What was revoked, what was deleted, what remains", body = Deleted),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn delete(
    extract::State(state): extract::State<Arc<State>>,
    Owner(connection): Owner,
) -> Result<axum::Json<Deleted>, Error> {
    let revoked = revoke(&state, &connection).await;
    let head = state.store.delete(connection.id, state.clock.now()).await?;
    state.broadcaster.end(connection.id);
    tracing::info!(connection.id = %connection.id, revoked, "connection deleted");
    let connection = if connection.is_observed() {
        connection.unseen()
    } else {
        connection
    };
    let mut summary = summarize(&connection, &state.place(&connection), revoked);
    if let Some(head) = head {
        summary
            .forgotten
            .push("The entries of its record".to_owned());
        summary.remains.push(format!(
            "On this server: how long the record was ({} entries) and its last seal ({}), so that an export made \
             before can still be verified",
            head.entries, head.seal
        ));
    }
    Ok(axum::Json(summary))
}

/// Revokes the stored sign-in, where the identity platform takes that.
async fn revoke(state: &State, connection: &Connection) -> bool {
    let (Some(app), Some(encrypted)) = (state.app(connection), &connection.refresh) else {
        return false;
    };
    let refresh = state
        .data_key(connection)
        .and_then(|key| refresh_token::decrypt(&key, encrypted));
    let Ok(refresh) = refresh else {
        return false;
    };
    let now = state.clock.now();
    state.microsoft.revoke(app, &refresh, now).await
}

fn summarize(connection: &Connection, place: &Place, revoked: bool) -> Deleted {
    let mut summary = Deleted {
        revoked: Vec::new(),
        forgotten: vec!["The connection, its access keys and its hand-off links".to_owned()],
        remains: Vec::new(),
    };
    if connection.refresh.is_some() {
        let sign_in = "The stored sign-in (refresh token)";
        summary.forgotten.push(sign_in.to_owned());
        if revoked {
            summary.revoked.push(sign_in.to_owned());
        }
    }
    if let Some(tenant) = &connection.status.tenant {
        summary
            .forgotten
            .push("The names and counts read from Microsoft Graph".to_owned());
        let name = tenant.name.as_ref().unwrap_or(&tenant.id);
        summary.remains.push(format!(
            "{} and what was granted to it in {name}. An admin removes it in the app's Properties: {}",
            place.app, place.app_page
        ));
        summary.remains.push(
            "The consent of the account that signed in. Its owner removes it at https://myapps.microsoft.com"
                .to_owned(),
        );
        if connection.refresh.is_some() && !revoked {
            summary.remains.push(format!(
                "The sign-in at Microsoft, which offers no way to revoke one alone. Nobody holds it any more; it \
                 ends unused after 90 days, or when an admin revokes the account's sessions in {}",
                place.portal
            ));
        }
    }
    summary
}
