//! Handing a connection to the person who can grant.

use super::checks::within_limit;
use super::extract::{OptionalJson, Starter};
use crate::connection::Connection;
use crate::http::page;
use crate::problems::error::Error;
use crate::record::NewRecordEntry;
use crate::secrets::token;
use crate::state::State;
use crate::store::{Handle, Kind};
use axum::extract::{self, Path};
use axum::http::StatusCode;
use axum::response::Response;
use consentry_wire::api::{Claim, Claimed, HandOff, Problem, Secret};
use consentry_wire::record::Event;
use std::sync::Arc;

/// How long a hand-off link works.
const LIFETIME_MS: u64 = 24 * 60 * 60 * 1000;

/// `POST /api/v1/connections/{id}/handoff`: a link for the person who can grant. The `state` of its
/// admin-consent address follows from the handle, so that it need not be stored in clear.
#[utoipa::path(post, path = "/connections/{id}/handoff", tag = "connections",
    params(("id" = Uuid, Path, description = "The connection's ID")),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "A hand-off link for an admin", body = HandOff),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn create(
    extract::State(state): extract::State<Arc<State>>,
    Starter(connection, scope): Starter,
) -> Result<axum::Json<HandOff>, Error> {
    if connection.status.tenant.is_none() {
        return Err(Error::new(StatusCode::CONFLICT, "not-signed-in"));
    }
    within_limit(&state, connection.id, scope)?;
    let handle = token::random();
    let expires_at = state.clock.now() + LIFETIME_MS;
    let stored = |value: &str, kind| Handle {
        hash: token::digest(value),
        connection: connection.id,
        kind,
        expires_at,
        problem: None,
    };
    let handles = vec![
        stored(&handle, Kind::HandOff),
        stored(&consent_state(&handle), Kind::AdminConsent),
    ];
    let handed = Event::HandedOff {
        by: scope.into(),
        until: expires_at,
    };
    let entry = NewRecordEntry::new(state.clock.now(), handed);
    state.store.add_handles(handles, Some(entry)).await?;
    Ok(axum::Json(HandOff {
        url: format!("{}/h/{handle}", state.config.public_url),
        expires_at,
    }))
}

fn consent_state(handle: &str) -> String {
    token::derive("admin-consent", handle)
}

/// `POST /api/v1/handoffs/{handle}/claim`: the right to watch, once. The handle is the credential.
#[utoipa::path(post, path = "/handoffs/{handle}/claim", tag = "connections", request_body = Option<Claim>,
    params(("handle" = String, Path, description = "From the link or the redirect; valid once")),
    responses(
        (status = 200, description = "A bearer for the connection", body = Claimed),
        (status = "4XX", description = "Rejected, with a remedy", body = Problem, content_type = "application/problem+json"),
        (status = "5XX", description = "Temporarily unavailable, with a remedy", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn claim(
    extract::State(state): extract::State<Arc<State>>,
    Path(handle): Path<String>,
    OptionalJson(Claim { secret }): OptionalJson<Claim>,
) -> Result<axum::Json<Claimed>, Error> {
    let gone = || Error::new(StatusCode::NOT_FOUND, "handle-unknown");
    if !token::is_well_formed(&handle) {
        return Err(gone());
    }
    let proposed = secret
        .map(|secret| secret.expose().to_owned())
        .filter(|secret| token::is_well_formed(secret));
    // Whoever proposed a bearer and did not hear the answer has the right all the same, and asks again.
    if let Some(bearer) = &proposed
        && let Some(connection) = state
            .store
            .of_bearer(token::digest(bearer), state.clock.now())
            .await?
    {
        return Ok(axum::Json(claimed_by(bearer.clone(), connection)));
    }
    let bearer = proposed.unwrap_or_else(token::random);
    let claimed = state
        .store
        .claim(
            token::digest(&handle),
            token::digest(&bearer),
            state.clock.now(),
        )
        .await?;
    let connection = if claimed.is_some() {
        claimed
    } else {
        // Or it was not committed yet a moment ago.
        let now = state.clock.now();
        state.store.of_bearer(token::digest(&bearer), now).await?
    };
    Ok(axum::Json(claimed_by(bearer, connection.ok_or_else(gone)?)))
}

fn claimed_by(bearer: String, connection: Connection) -> Claimed {
    Claimed {
        id: connection.id.to_string(),
        secret: Secret::new(bearer),
        status: connection.status,
    }
}

/// `GET /h/{handle}`: what is asked, by whom and why. Looking does not use the link up.
pub(super) async fn page(
    extract::State(state): extract::State<Arc<State>>,
    Path(handle): Path<String>,
) -> Response {
    let found = if token::is_well_formed(&handle) {
        state
            .store
            .look_up(token::digest(&handle), Kind::HandOff, state.clock.now())
            .await
            .map_err(Error::from)
    } else {
        Ok(None)
    };
    let connection = match found {
        Ok(Some(connection)) => connection,
        Ok(None) => return page::of_error(&Error::new(StatusCode::NOT_FOUND, "handle-unknown")),
        Err(error) => return page::of_error(&error),
    };
    let (Some(profile), Some(tenant)) = (state.subject(&connection), &connection.status.tenant)
    else {
        return page::of_error(&Error::new(StatusCode::NOT_FOUND, "handle-unknown"));
    };
    // Where the answer to a grant goes is known of this server's own apps alone.
    let consent = state.app(&connection).and_then(|app| {
        let answer = consent_state(&handle);
        state.microsoft.admin_consent_url(app, &tenant.id, &answer)
    });
    page::hand_off(
        &connection.status,
        &profile,
        &state.place(&connection),
        consent.as_ref(),
    )
}
