//! What handlers ask for: a JSON body, the owner of a connection, anybody who may watch it.

use crate::connection::Connection;
use crate::problems::error::Error;
use crate::secrets::token::{self, Digest};
use crate::state::State;
use crate::store::Scope;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use std::sync::Arc;
use uuid::Uuid;

/// A JSON body whose refusal is a problem document.
pub(super) struct Json<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Arc<State>> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &Arc<State>) -> Result<Self, Error> {
        let axum::Json(value) =
            axum::Json::from_request(request, state)
                .await
                .map_err(|rejection| {
                    let status = rejection.status();
                    match status {
                        StatusCode::PAYLOAD_TOO_LARGE => Error::new(status, "body-too-large"),
                        StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                            Error::new(status, "unsupported-media-type")
                        }
                        _ => Error::bad("bad-request"),
                    }
                })?;
        Ok(Self(value))
    }
}

/// Body that may be left out or `null`: then it is the default.
pub(super) struct OptionalJson<T>(pub(super) T);

impl<T: DeserializeOwned + Default> FromRequest<Arc<State>> for OptionalJson<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &Arc<State>) -> Result<Self, Error> {
        let is_declared = request.headers().contains_key(header::CONTENT_TYPE);
        let is_empty = request
            .headers()
            .get(header::CONTENT_LENGTH)
            .is_none_or(|length| length == "0")
            && !request.headers().contains_key(header::TRANSFER_ENCODING);
        if is_empty && !is_declared {
            return Ok(Self(T::default()));
        }
        Json::<Option<T>>::from_request(request, state)
            .await
            .map(|Json(value)| Self(value.unwrap_or_default()))
    }
}

/// The connection in the path, for the bearer of its owner.
pub(super) struct Owner(pub(super) Connection);

/// The connection in the path, for its owner or for who signed in for it.
pub(super) struct Starter(pub(super) Connection, pub(super) Scope);

/// The connection in the path, for its owner or for who signed in for it, to begin a sign-in and to see nothing.
pub(super) struct Beginner(pub(super) Connection, pub(super) Scope);

/// The connection in the path, for anybody who may watch it, and with which bearer.
pub(super) struct Holder {
    pub(super) connection: Connection,
    /// What the bearer may do.
    pub(super) scope: Scope,
    /// Its digest.
    pub(super) bearer: Digest,
}

/// The connection in the path, for anybody who may watch it.
pub(super) struct Watcher(pub(super) Connection);

impl FromRequestParts<Arc<State>> for Watcher {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Error> {
        let (_, scope, connection) = authorized(parts, state).await?;
        may_see(scope, &connection)?;
        Ok(Self(connection))
    }
}

impl FromRequestParts<Arc<State>> for Holder {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Error> {
        let (bearer, scope, connection) = authorized(parts, state).await?;
        may_see(scope, &connection)?;
        Ok(Self {
            connection,
            scope,
            bearer,
        })
    }
}

impl FromRequestParts<Arc<State>> for Owner {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Error> {
        match authorized(parts, state).await? {
            (_, Scope::Owner, connection) => Ok(Self(connection)),
            _ => Err(Error::new(StatusCode::FORBIDDEN, "watch-only")),
        }
    }
}

impl FromRequestParts<Arc<State>> for Starter {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Error> {
        let Beginner(connection, scope) = Beginner::from_request_parts(parts, state).await?;
        may_see(scope, &connection)?;
        Ok(Self(connection, scope))
    }
}

impl FromRequestParts<Arc<State>> for Beginner {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Error> {
        match authorized(parts, state).await? {
            (_, scope @ (Scope::Owner | Scope::Starter), connection) => Ok(Self(connection, scope)),
            (_, Scope::Watch, _) => Err(Error::new(StatusCode::FORBIDDEN, "watch-only")),
        }
    }
}

/// What the organization's observer reads is for who signed in to it, and for those they hand it on to. Whoever began
/// the connection may be anybody who knows a tenant's ID.
fn may_see(scope: Scope, connection: &Connection) -> Result<(), Error> {
    if connection.is_observed() && scope == Scope::Owner {
        return Err(Error::new(StatusCode::FORBIDDEN, "sign-in-to-see"));
    }
    Ok(())
}

/// The digest of the bearer a request brings, if it has the form of one.
pub(super) fn bearer(headers: &HeaderMap) -> Option<Digest> {
    let header = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, bearer) = header.split_once(' ')?;
    let is_bearer = scheme.eq_ignore_ascii_case("bearer") && token::is_well_formed(bearer);
    is_bearer.then(|| token::digest(bearer))
}

/// An unknown connection and a foreign bearer look the same from outside.
async fn authorized(
    parts: &mut Parts,
    state: &Arc<State>,
) -> Result<(Digest, Scope, Connection), Error> {
    let refused = || Error::new(StatusCode::UNAUTHORIZED, "unauthorized");
    let path = RawPathParams::from_request_parts(parts, state).await;
    let id = path.ok().and_then(|path| {
        let (_, id) = path.iter().find(|(name, _)| *name == "id")?;
        Uuid::try_parse(id).ok()
    });
    let id = id.ok_or_else(refused)?;
    let bearer = bearer(&parts.headers).ok_or_else(refused)?;
    state
        .store
        .authorized(id, bearer, state.clock.now())
        .await?
        .ok_or_else(refused)
        .map(|(scope, connection)| (bearer, scope, connection))
}
