//! How somebody gets into a portal: an ordinary sign-in at the login host.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use url::Url;

use super::page;
use crate::{
    scenario::Portal,
    tenant::{Tenant, now},
    web::{self, Params},
    world::{Account, secret},
};

/// Application id of the portal (merill/microsoft-info).
const PORTAL_APP: &str = "c44b4083-3bb0-49c1-b47d-974e53cbdf3c";
const COOKIE: &str = "portalId";
const STATE_COOKIE: &str = "portalState";

/// Who uses this portal in this browser.
pub(crate) fn account(tenant: &Tenant, headers: &HeaderMap) -> Option<Account> {
    let cookie = web::cookie(headers, COOKIE)?;
    tenant.world().portal_sessions.get(&cookie).copied()
}

/// The portal, by the host the browser used.
pub(crate) fn portal(headers: &HeaderMap) -> Portal {
    let host = headers
        .get(header::HOST)
        .and_then(|value| value.to_str().ok());
    let name = host.and_then(|host| host.split(':').next());
    name.and_then(Portal::of).unwrap_or(Portal::Azure)
}

/// `GET /signin/start`: to the login host. The route's fragment stays behind in the page.
pub(crate) async fn start(headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let query = Params::parse(&query.unwrap_or_default());
    let state = secret();
    let portal = portal(&headers);
    let authorize = format!(
        "https://{}/organizations/oauth2/v2.0/authorize",
        portal.login()
    );
    let Ok(mut to) = Url::parse(&authorize) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    to.query_pairs_mut()
        .append_pair("client_id", PORTAL_APP)
        .append_pair(
            "redirect_uri",
            &format!("{}/signin/index/", portal.origin()),
        )
        .append_pair("response_type", "code")
        .append_pair("scope", "openid profile")
        .append_pair("state", &state)
        .append_pair("nonce", &secret());
    if query.get("prompt") == Some("select_account") {
        to.query_pairs_mut().append_pair("prompt", "select_account");
    }
    web::set_cookie(
        web::redirect(StatusCode::FOUND, to.as_str()),
        STATE_COOKIE,
        &state,
    )
}

/// `GET /signin/index/`: back with a code. Both hosts are one program, so the code is redeemed
/// without a call.
pub(crate) async fn finish(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Params::parse(&query.unwrap_or_default());
    let expected = web::cookie(&headers, STATE_COOKIE);
    if expected.is_none() || query.get("state") != expected.as_deref() {
        return (StatusCode::BAD_REQUEST, "The sign-in was not started here.").into_response();
    }
    let mut world = tenant.world();
    let redeemed = query
        .get("code")
        .map(|code| world.flows.redeem(code, now()));
    let Some(Ok(code)) = redeemed else {
        return (StatusCode::BAD_REQUEST, "The sign-in did not succeed.").into_response();
    };
    if code.request.client_id != PORTAL_APP {
        return (
            StatusCode::BAD_REQUEST,
            "The sign-in was meant for another application.",
        )
            .into_response();
    }
    let session = secret();
    world.portal_sessions.insert(session.clone(), code.account);
    drop(world);
    let response = web::set_cookie(page::returned(&tenant, &headers), COOKIE, &session);
    web::drop_cookie(response, STATE_COOKIE)
}
