//! The few documents a portal consists of; everything else is drawn by its scripts.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::{DOCTYPE, Markup, html};
use serde_json::json;

use super::sign_in;
use crate::{
    scenario::{Portal, Telemetry},
    tenant::Tenant,
    web,
    world::{Account, World},
};

/// The real portals' policies are not known (facts: portal-dom G.9); this one is strict enough
/// that nothing works in it by accident.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; frame-src https://*.reactblade.portal.azure.net; frame-ancestors 'self'; \
    form-action 'self'; base-uri 'none'";

/// A frame stands in a portal's shell, or in another frame.
fn frame_policy() -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         frame-src {FRAMES}; frame-ancestors {} {FRAMES}; form-action 'none'; base-uri 'none'",
        Portal::ALL.map(Portal::origin).join(" ")
    )
}

const FRAMES: &str = "https://*.reactblade.portal.azure.net";

/// `GET /`: the shell, or for strangers the way to the sign-in that keeps the fragment.
pub(crate) async fn shell(State(tenant): State<Arc<Tenant>>, headers: HeaderMap) -> Response {
    let portal = sign_in::portal(&headers);
    let Some(account) = sign_in::account(&tenant, &headers) else {
        let body = html! {
            main { p { "Signing in… " a href="/signin/start" { "Continue" } } }
        };
        let page = document(&tenant, portal, "portal", "bounce.js", None, &body);
        return web::page(StatusCode::OK, POLICY, &page);
    };
    let entra = portal.is_entra();
    let title = if entra {
        "Entra admin center"
    } else {
        "Azure portal"
    };
    let body = html! { div id="web-container" class={ "fxs-base " @if entra { "entra" } } {} };
    let page = document(&tenant, portal, title, "shell.js", Some(account), &body);
    web::page(StatusCode::OK, POLICY, &page)
}

/// Back from the sign-in: the page in which the address waited goes on to it.
pub(crate) fn returned(tenant: &Tenant, headers: &HeaderMap) -> Response {
    let body = html! { main { p { "Signing in…" } } };
    let portal = sign_in::portal(headers);
    let page = document(tenant, portal, "portal", "return.js", None, &body);
    web::page(StatusCode::OK, POLICY, &page)
}

/// `GET /{Blade}.ReactView` on the frame host: a blade that asks its shell for everything.
pub(crate) async fn frame(State(tenant): State<Arc<Tenant>>) -> Response {
    let portal = tenant.world().scenario.portal;
    let body = html! { main id="blade" {} };
    let page = document(&tenant, portal, "blade", "frame.js", None, &body);
    web::page(StatusCode::OK, &frame_policy(), &page)
}

/// `GET /TokenAuthorize`: tells the window that opened this one how the consent ended, and closes.
pub(crate) async fn token_authorize(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
) -> Response {
    let portal = sign_in::portal(&headers);
    let body = html! { main { p id="outcome" { "You can close this window." } } };
    let page = document(&tenant, portal, "done", "token-authorize.js", None, &body);
    web::page(StatusCode::OK, POLICY, &page)
}

fn document(
    tenant: &Tenant,
    portal: Portal,
    title: &str,
    script: &str,
    account: Option<Account>,
    body: &Markup,
) -> Markup {
    let world = tenant.world();
    let scenario = &world.scenario;
    // Read by config.js; nothing in it is secret.
    let config = json!({
        "labels": tenant.labels.all(scenario.language),
        "tenant": { "id": World::tenant_id(), "name": scenario.tenant_name },
        "account": account.map(|a| json!({ "upn": a.upn, "name": a.name })),
        "portal": title,
        "language": scenario.language,
        "login": portal.login(),
        "portals": Portal::ALL.map(Portal::origin),
        "domain": World::DOMAIN,
        "address": scenario.portal_address,
        "oldRoutes": scenario.old_routes,
        "spinsS": scenario.list_spins_s,
        "loadsByScrolling": scenario.list_loads_by_scrolling,
        "framed": scenario.blades_in_frames,
        "shadow": scenario.shadow_roots,
        "menu": scenario.menu,
        "groupLikeItem": scenario.menu_group_like_item,
        "overlay": scenario.overlay,
        "toasts": scenario.toasts,
        "popup": scenario.popup,
        "collapsed": scenario.menu_collapsed,
        "overviewFirst": scenario.deep_link_to_overview,
        "grantControl": scenario.grant_control,
        "telemetry": scenario.telemetry_names != Telemetry::No,
        "telemetryWrong": scenario.telemetry_names == Telemetry::Wrong,
        "seed": scenario.churn_seed,
        "rerenderMs": scenario.rerender_every_ms,
    });
    html! {
        (DOCTYPE)
        html lang=(scenario.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (web::title(title)) }
                link rel="stylesheet" href="/assets/portal/portal.css";
                script id="practice" type="application/json" { (web::inline_json(&config)) }
                script src="/assets/portal/judge.js" {}
                script type="module" src={ "/assets/portal/" (script) } {}
            }
            body { (web::watermark()) (body) }
        }
    }
}
