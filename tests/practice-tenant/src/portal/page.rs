//! The few documents a portal consists of; everything else is drawn by its scripts.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::{DOCTYPE, Markup, html};
use serde_json::{Value, json};

use super::sign_in;
use crate::{
    scenario::{Portal, Scenario, Telemetry, Theme},
    tenant::Tenant,
    web,
    world::{Account, World},
};

/// The real portals' policies are not known; this one is strict enough that nothing works in it by
/// accident. Styles that the scripts set on an element (where a frame is) are no inline styles.
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
    let title = if portal.is_entra() {
        "Entra admin center"
    } else {
        "Azure portal"
    };
    let body = html! {
        div id="web-container" class="fxs-portal fxs-desktop-normal fxs-sidebar-hamburger-mode fxs-show-journey" {}
        div id="PortalReader" class="visually-hidden" aria-live="polite" {}
    };
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

/// `GET /React/Index` on the frame host: a blade that asks its shell for everything. Which blade it
/// is, the shell says; the address carries the language and the shell's origin.
pub(crate) async fn frame(State(tenant): State<Arc<Tenant>>) -> Response {
    let portal = tenant.world().scenario.portal;
    let body = html! { div id="blade" {} };
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
    let scenario = tenant.world().scenario.clone();
    // Read by config.js; nothing in it is secret.
    let config = json!({
        "labels": tenant.labels.all(scenario.language),
        "tenant": { "id": World::tenant_id(), "name": scenario.tenant_name },
        "account": account.map(|a| json!({ "upn": a.upn, "name": a.name })),
        "portal": title,
        "entra": portal.is_entra(),
        "display": scenario.language.display(),
        "login": portal.login(),
        "portals": Portal::ALL.map(Portal::origin),
        "domain": World::DOMAIN,
        "markup": markup(&scenario),
    });
    let classes = mode(scenario.theme);
    html! {
        (DOCTYPE)
        html lang=(scenario.language.tag()) dir="ltr" {
            head class=(classes) {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (web::title(title)) }
                link rel="stylesheet" href="/assets/portal/portal.css";
                script id="practice" type="application/json" { (web::inline_json(&config)) }
                script src="/assets/portal/judge.js" {}
                script type="module" src={ "/assets/portal/" (script) } {}
            }
            body class={ (classes) @if portal.is_entra() { " entra" } } { (web::watermark()) (body) }
        }
    }
}

/// Head and body carry the same classes for colors and contrast.
fn mode(theme: Theme) -> String {
    let mode = match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    format!(
        "fxs-theme-azure fxs-mode-{mode} ext-mode-{mode} fxs-mode-standardcontrast \
         ext-mode-standardcontrast"
    )
}

/// The scenario's keys that the portal's scripts follow.
fn markup(scenario: &Scenario) -> Value {
    json!({
        "address": scenario.portal_address,
        "oldRoutes": scenario.old_routes,
        "shell": scenario.shell,
        "filter": scenario.filter,
        "spinsS": scenario.list_spins_s,
        "loadsByScrolling": scenario.list_loads_by_scrolling,
        "framed": scenario.blades_in_frames,
        "otherFrames": scenario.other_frames,
        "shadow": scenario.shadow_roots,
        "menu": scenario.menu,
        "groupLikeItem": scenario.menu_group_like_item,
        "overlay": scenario.overlay,
        "pane": scenario.pane,
        "toasts": scenario.toasts,
        "popup": scenario.popup,
        "collapsed": scenario.menu_collapsed,
        "overviewFirst": scenario.deep_link_to_overview,
        "permissionsBlade": scenario.permissions_blade,
        "grantControl": scenario.grant_control,
        "yesNo": scenario.yes_no,
        "telemetry": scenario.telemetry_names != Telemetry::No,
        "telemetryWrong": scenario.telemetry_names == Telemetry::Wrong,
        "seed": scenario.churn_seed,
        "rerenderMs": scenario.rerender_every_ms,
    })
}
