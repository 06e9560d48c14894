//! Who is signed in, in which browser.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};

use crate::{
    scenario::Portal,
    tenant::Tenant,
    web,
    world::{Account, secret},
};

/// The cookie's name, as on the real host.
const COOKIE: &str = "ESTSAUTH";

/// The account this browser is signed in with.
pub(crate) fn account(tenant: &Tenant, headers: &HeaderMap) -> Option<Account> {
    let cookie = web::cookie(headers, COOKIE)?;
    tenant.world().sessions.get(&cookie).copied()
}

/// Signs a browser in: a new cookie each time, so that an old one is worth nothing.
pub(crate) fn sign_in(
    tenant: &Tenant,
    headers: &HeaderMap,
    account: Account,
    response: Response,
) -> Response {
    let fresh = secret();
    let mut world = tenant.world();
    if let Some(old) = web::cookie(headers, COOKIE) {
        world.sessions.remove(&old);
    }
    world.sessions.insert(fresh.clone(), account);
    web::set_cookie(response, COOKIE, &fresh)
}

/// Signs a browser out.
pub(crate) fn sign_out(tenant: &Tenant, headers: &HeaderMap, response: Response) -> Response {
    if let Some(old) = web::cookie(headers, COOKIE) {
        tenant.world().sessions.remove(&old);
    }
    web::drop_cookie(response, COOKIE)
}

/// `GET /{tenant}/oauth2/v2.0/logout`.
pub(crate) async fn logout(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let query = web::Params::parse(&query.unwrap_or_default());
    // Only back to a portal: anything else would be an open redirect.
    let portals = Portal::ALL.map(|portal| format!("{}/", portal.origin()));
    let back = query
        .get("post_logout_redirect_uri")
        .filter(|to| portals.iter().any(|portal| portal == to));
    let to = back.unwrap_or("https://login.microsoftonline.com/");
    sign_out(&tenant, &headers, web::redirect(StatusCode::FOUND, to))
}
