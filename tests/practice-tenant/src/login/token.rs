//! `POST /{tenant}/oauth2/v2.0/token`: code, refresh token and client credentials.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use super::{
    denial::Denial,
    proceed,
    tokens::{self, ACCESS_LIFE_S, AccessClaims, GRAPH},
};
use crate::{
    scenario::FaultAt,
    tenant::{Tenant, now},
    web::Params,
    world::{Account, Registration, World},
};

/// Answers the request.
pub(crate) async fn answer(
    State(tenant): State<Arc<Tenant>>,
    Path(alias): Path<String>,
    headers: HeaderMap,
    form: String,
) -> Response {
    tenant.world().history.counters.token_requests += 1;
    if let Some(fault) = tenant.fault(FaultAt::Token) {
        return match Denial::of_fault(&fault.code) {
            Some(denial) => denial.json(),
            None => proceed::status_fault(&fault.code),
        };
    }
    match grant(&tenant, &alias, &headers, &Params::parse(&form)) {
        Ok(body) => ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response(),
        Err(denial) => {
            tenant.world().history.counters.tokens_refused += 1;
            denial.json()
        }
    }
}

fn grant(
    tenant: &Tenant,
    alias: &str,
    headers: &HeaderMap,
    form: &Params,
) -> Result<Value, Denial> {
    if let Some(name) = &form.repeated {
        return Err(Denial::new(9_000_411).about(name));
    }
    if !World::is_tenant(alias) {
        return Err(Denial::new(90002));
    }
    // A browser may not use client credentials (Microsoft identity platform, "Client credentials flow").
    if headers.contains_key(header::ORIGIN) {
        return Err(Denial::new(90023));
    }
    let app = client(tenant, headers, form)?;
    match form.get("grant_type") {
        Some("authorization_code") => code(tenant, app, form),
        Some("refresh_token") => refresh(tenant, app, form),
        Some("client_credentials") if World::is_this_tenant(alias) => {
            credentials(tenant, app, form)
        }
        Some("client_credentials") => Err(Denial::new(50059)),
        Some(_) => Err(Denial::new(9_002_313).called("unsupported_grant_type")),
        None => Err(Denial::new(90014).about("grant_type")),
    }
}

/// The client, authenticated by its secret in the body or as Basic (RFC 6749 section 2.3.1).
fn client<'a>(
    tenant: &'a Tenant,
    headers: &HeaderMap,
    form: &Params,
) -> Result<&'a Registration, Denial> {
    let basic = basic(headers);
    let id = form
        .get("client_id")
        .or(basic.as_ref().map(|(id, _)| id.as_str()));
    let secret = form
        .get("client_secret")
        .or(basic.as_ref().map(|(_, secret)| secret.as_str()));
    let app = id
        .ok_or_else(|| Denial::new(90014).about("client_id"))
        .and_then(|id| tenant.registry.get(id).ok_or_else(|| Denial::new(700_016)))?;
    match secret {
        None => Err(Denial::new(7_000_218)),
        Some(secret) if app.secret && secret == tenant.client_secret => Ok(app),
        Some(_) => Err(Denial::new(7_000_215)),
    }
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let value = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .strip_prefix("Basic ")?;
    let text = String::from_utf8(BASE64_STANDARD.decode(value).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    // Both halves are form-encoded before they are joined.
    let decode = |half: &str| Params::parse(&format!("v={half}")).owned("v");
    Some((decode(id)?, decode(secret)?))
}

/// RFC 6749 section 4.1.3 and RFC 7636 section 4.6.
fn code(tenant: &Tenant, app: &Registration, form: &Params) -> Result<Value, Denial> {
    let at = now();
    let code = form
        .get("code")
        .ok_or_else(|| Denial::new(90014).about("code"))?;
    let mut world = tenant.world();
    let worth = world.flows.code(code, at).cloned();
    // The number of a code that was redeemed already.
    world.history.counters.codes_replayed += u64::from(worth.as_ref().err() == Some(&54005));
    let worth = worth.map_err(Denial::new)?;
    if worth.request.client_id != app.id {
        return Err(Denial::new(9_002_313).called("invalid_grant"));
    }
    if form.get("redirect_uri") != Some(worth.request.redirect_uri.as_str()) {
        return Err(Denial::new(500_112));
    }
    let verified = match (&worth.request.challenge, form.get("code_verifier")) {
        (Some(challenge), Some(verifier)) => challenge.matches(verifier),
        (None, None) => true,
        _ => false,
    };
    if !verified {
        return Err(Denial::new(501_481));
    }
    let worth = world.flows.redeem(code, at).map_err(Denial::new)?;
    world.history.codes_redeemed += 1;
    drop(world);
    let scopes: BTreeSet<String> = worth.request.scopes.into_iter().collect();
    answer_delegated(
        tenant,
        app,
        worth.account,
        &scopes,
        worth.request.nonce.as_deref(),
    )
}

/// RFC 6749 section 6. What was granted since and revoked since counts.
fn refresh(tenant: &Tenant, app: &Registration, form: &Params) -> Result<Value, Denial> {
    let token = form
        .get("refresh_token")
        .ok_or_else(|| Denial::new(90014).about("refresh_token"))?;
    let worth = tenant.world().flows.refresh(token, now()).map_err(|code| {
        if code == 9_002_313 {
            Denial::new(code).called("invalid_grant")
        } else {
            Denial::new(code)
        }
    })?;
    if worth.client_id != app.id {
        return Err(Denial::new(9_002_313).called("invalid_grant"));
    }
    answer_delegated(tenant, app, worth.account, &worth.scopes, None)
}

fn answer_delegated(
    tenant: &Tenant,
    app: &Registration,
    account: Account,
    asked: &BTreeSet<String>,
    nonce: Option<&str>,
) -> Result<Value, Denial> {
    let at = now();
    let mut world = tenant.world();
    let held = world.grants.held_by(&app.id, account.upn);
    let scopes: BTreeSet<String> = asked.intersection(&held).cloned().collect();
    if scopes.is_empty() {
        return Err(Denial::new(65001));
    }
    let claims = AccessClaims::delegated(&app.id, account, &scopes, at);
    let mut body = json!({
        "token_type": "Bearer",
        "scope": claims.scp,
        "expires_in": ACCESS_LIFE_S,
        "ext_expires_in": ACCESS_LIFE_S,
        "access_token": signed(tenant.key.sign(&claims))?,
    });
    if scopes.contains("offline_access") {
        body["refresh_token"] = world
            .flows
            .refreshable(&app.id, account, scopes.clone(), at)
            .into();
    }
    drop(world);
    if scopes.contains("openid") {
        body["id_token"] = signed(tokens::id_token(tenant, &app.id, account, nonce, at))?.into();
    }
    Ok(body)
}

/// RFC 6749 section 4.4. A token is issued whether or not anything is granted.
fn credentials(tenant: &Tenant, app: &Registration, form: &Params) -> Result<Value, Denial> {
    if form.get("scope") != Some(format!("{GRAPH}/.default").as_str()) {
        return Err(Denial::new(70011));
    }
    let world = tenant.world();
    if world.app(&app.id).is_some_and(|sp| !sp.enabled) {
        return Err(Denial::new(7_000_112));
    }
    let claims =
        AccessClaims::app_only(&world, &app.id, now()).ok_or_else(|| Denial::new(7_000_229))?;
    Ok(json!({
        "token_type": "Bearer",
        "expires_in": ACCESS_LIFE_S,
        "ext_expires_in": ACCESS_LIFE_S,
        "access_token": signed(tenant.key.sign(&claims))?,
    }))
}

fn signed(token: Result<String, crate::error::Error>) -> Result<String, Denial> {
    token.map_err(|_| Denial::new(90090))
}
