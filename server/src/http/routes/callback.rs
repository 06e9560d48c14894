//! Coming back from Microsoft's sign-in (RFC 6749 section 4.1.2).
//!
//! In order: the parameters, the state (taken out, so that nobody has it twice), the browser, the
//! time; only then anything is used or sent. Deliberately absent: a way to learn from outside
//! which of these failed for a stranger's sign-in.

use super::arrival::{Failure, arrived, failed};
use super::done::send_on;
use super::pending::PendingSignIn;
use super::query::Query;
use crate::config::App;
use crate::connection::Connection;
use crate::http::page;
use crate::observer::right::Right;
use crate::problems::error::Error;
use crate::problems::{self, Answer, Endpoint, Found, Place};
use crate::secrets::token;
use crate::sign_in::cookie::Cookie;
use crate::sign_in::id_token::{self, Expected, Identity};
use crate::sign_in::microsoft::{self, Unidentified};
use crate::sign_in::pending::Secrets;
use crate::sign_in::refresh_token;
use crate::state::State;
use axum::extract::{self, RawQuery};
use axum::http::HeaderMap;
use axum::response::Response;
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use uuid::Uuid;

/// `GET /oauth/callback`.
pub(super) async fn callback(
    extract::State(state): extract::State<Arc<State>>,
    RawQuery(raw): RawQuery,
    headers: HeaderMap,
) -> Response {
    match come_back(&state, raw.as_deref(), &headers).await {
        Ok(response) => response,
        Err(error) => page::of_error(&error),
    }
}

/// A sign-in ends in the browser it began in (RFC 9700 section 4.7).
fn is_same_browser(state: &State, headers: &HeaderMap, began: &token::Digest) -> Result<(), Error> {
    let other = || Error::bad("other-browser");
    let browser = Cookie::Flow
        .read(&state.config, headers)
        .ok_or_else(other)?;
    if token::same(&token::digest(&browser), began) {
        Ok(())
    } else {
        Err(other())
    }
}

async fn come_back(
    state: &Arc<State>,
    raw: Option<&str>,
    headers: &HeaderMap,
) -> Result<Response, Error> {
    let query = Query::parse(raw).ok_or_else(|| Error::bad("callback-malformed"))?;
    let malformed = || Error::bad("callback-malformed");
    let unknown = || Error::bad("sign-in-unknown");
    if let Some(page) = admins_grant(state, &query) {
        return Ok(page);
    }
    // One of the two, never both.
    if query.get("code").is_some() == query.get("error").is_some() {
        return Err(malformed());
    }
    let presented = query.get("state").ok_or_else(malformed)?;
    let stored = state
        .store
        .take_sign_in(token::digest(presented))
        .await?
        .ok_or_else(unknown)?;
    state.limits.pending.end(stored.connection);
    is_same_browser(state, headers, &stored.browser)?;
    if state.clock.now() >= stored.expires_at {
        return Err(unknown());
    }
    let PendingSignIn {
        connection,
        app,
        key,
        secrets,
    } = PendingSignIn::open(state, &stored)
        .await?
        .ok_or_else(unknown)?;
    // Begun when this server was configured for another authority: its answer belongs there.
    if !state.microsoft.is_authority(&secrets.authority) {
        return Err(unknown());
    }

    let failed = match sign_in(state, app, &connection, &secrets, &query).await {
        Ok((identity, refresh)) => {
            let refresh = refresh.map(|token| refresh_token::encrypt(&key, &token));
            if arrived(state, connection.id, &identity, refresh).await? {
                tracing::info!(connection.id = %connection.id, tenant.id = identity.tenant, "signed in");
                None
            } else {
                Some(problems::named("other-tenant"))
            }
        }
        Err(failure) => {
            failed(state, connection.id, &failure).await?;
            let found = failure.found;
            tracing::info!(connection.id = %connection.id, code = found.code(), "sign-in failed");
            Some(found)
        }
    };
    state.metrics.signed_in(failed.as_ref().map(Found::code));
    send_on(state, &connection, failed).await
}

/// An admin's grant that was made with a link without a return address of its own ends here, without a code and without
/// a state of ours. What the address says is a hint; no sign-in is used up by it, and no connection is changed.
fn admins_grant(state: &State, query: &Query) -> Option<Response> {
    query
        .get("admin_consent")
        .filter(|_| query.get("code").is_none())?;
    let place = Place::new("the app", &state.config.microsoft);
    Some(match answer(query) {
        Some(answer) => {
            let found = problems::of_oauth(Endpoint::AdminConsent, &answer);
            page::problem(axum::http::StatusCode::OK, &found.problem(&place))
        }
        None => page::granted_elsewhere(),
    })
}

/// The error of an address that somebody came back with.
pub(super) fn answer(query: &Query) -> Option<Answer<'_>> {
    query.get("error").map(|error| Answer {
        error,
        description: query.get("error_description").unwrap_or_default(),
        uri: query.get("error_uri"),
        suberror: query.get("error_subcode").or_else(|| query.get("suberror")),
        ..Answer::default()
    })
}

/// Exchanges the code and finds out who signed in. The `id_token` is checked before anything of the answer
/// is kept.
pub(super) async fn sign_in(
    state: &State,
    app: &App,
    connection: &Connection,
    secrets: &Secrets,
    query: &Query,
) -> Result<(Identity, Option<SecretString>), Failure> {
    let now = state.clock.now();
    let metadata = state.microsoft.metadata(now).await;
    let metadata = metadata.map_err(|_| problems::named("metadata-refused"))?;
    // RFC 9207 section 2.4: one that is named must fit, and one that was promised must be there.
    let iss = query.get("iss");
    if iss.is_some_and(|iss| !is_ours(state, iss)) || (iss.is_none() && metadata.names_issuer) {
        return Err(problems::named("issuer-mismatch").into());
    }
    if let Some(answer) = answer(query) {
        return Err(problems::of_oauth(Endpoint::Authorize, &answer).into());
    }
    let code = query.get("code").unwrap_or_default().into();
    let tokens = state.microsoft.redeem(app, &code, secrets, now).await?;
    let id_token = tokens
        .id_token
        .ok_or_else(|| problems::named("id-token-refused"))?;
    let expected = Expected {
        login: &state.config.microsoft.login,
        authority: &state.config.microsoft.authority,
        client_id: &app.client_id,
        nonce: secrets.nonce.expose_secret(),
        now: state.clock.now(),
    };
    let identity = state
        .microsoft
        .identify(id_token.expose_secret(), &expected)
        .await;
    let identity = identity.map_err(|unidentified| match unidentified {
        Unidentified::Refused(refusal) => {
            tracing::warn!(connection.id = %connection.id, reason = %refusal, "id_token refused");
            problems::named(refusal.code())
        }
        Unidentified::Unavailable(unavailable) => {
            microsoft::of_unavailable(&unavailable).at(Endpoint::Redeem)
        }
        Unidentified::Untrusted => problems::named("metadata-refused"),
    })?;
    // RFC 9207: if the address names an issuer, it is the one that signed.
    if query.get("iss").is_some_and(|iss| iss != identity.issuer) {
        return Err(problems::named("issuer-mismatch").into());
    }
    is_of_the_tenant(state, connection, secrets, &identity).await?;
    if app.is_observer {
        may_look(connection, &identity)?;
        return Ok((identity, None));
    }
    Ok((identity, tokens.refresh))
}

/// Whether who signed in may see what the observer reads: of its tenant, and with a role that an admin there has
/// assigned.
fn may_look(connection: &Connection, identity: &Identity) -> Result<(), Found> {
    if connection.wanted_tenant() != Some(identity.tenant.as_str()) {
        return Err(problems::named("other-tenant"));
    }
    match Right::of(&identity.roles) {
        Some(_) => Ok(()),
        None => Err(problems::named("observer-role-missing")),
    }
}

/// Whether who signed in is of the tenant that this connection belongs to or was begun for. Both are named otherwise: a guest
/// or a partner is easily signed in to the tenant at home.
async fn is_of_the_tenant(
    state: &State,
    connection: &Connection,
    secrets: &Secrets,
    identity: &Identity,
) -> Result<(), Found> {
    let known = connection.status.tenant.as_ref();
    let expected = if let Some(tenant) = known {
        Some(tenant.id.clone())
    } else {
        let now = state.clock.now();
        state.microsoft.tenant_of(&secrets.authority, now).await
    };
    if expected.as_ref().is_none_or(|id| *id == identity.tenant) {
        return Ok(());
    }
    // A tenant's ID is public and its display name is not: whoever opened the link may be a stranger.
    let named = connection.schedule.tenant.clone();
    let expected = named.or(expected).unwrap_or_default();
    Err(problems::named("other-tenant").between(&expected, &identity.tenant))
}

/// Whether an issuer is one of the identity platform this server is configured for.
fn is_ours(state: &State, iss: &str) -> bool {
    let tenant = iss
        .strip_prefix(&state.config.microsoft.login)
        .and_then(|rest| rest.split('/').nth(1));
    tenant.is_some_and(|tenant| {
        Uuid::try_parse(tenant).is_ok()
            && id_token::issuer(&state.config.microsoft.login, tenant) == iss
    })
}
