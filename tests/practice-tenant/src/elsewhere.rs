//! The small hosts: the short link, the sign-in of personal accounts, and the assets host.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::get,
};
use maud::{DOCTYPE, html};

use crate::{
    login::TOKEN_AUTHORIZE,
    scenario::{AdminLink, PortalAddress},
    tenant::Tenant,
    web,
    world::World,
};

/// Paths of all three: they do not overlap.
pub(crate) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/office365moverauth", get(short_link))
        .route("/oauth20_authorize.srf", get(personal))
        .fallback(async || (StatusCode::NOT_FOUND, "Nothing here.").into_response())
}

/// To the list of enterprise applications, in the old form of the route: the real target is not
/// known, and the portal rewrites old forms.
async fn short_link(State(tenant): State<Arc<Tenant>>) -> Response {
    let world = tenant.world();
    let portal = world.scenario.portal;
    if world.scenario.admin_link == AdminLink::Direct {
        let to = format!(
            "https://{}/{}/adminconsent?client_id={}&redirect_uri={}{TOKEN_AUTHORIZE}",
            portal.login(),
            World::tenant_id(),
            tenant.star().id,
            portal.origin(),
        );
        return web::redirect(StatusCode::FOUND, &to);
    }
    let route = "blade/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/AllApps";
    let place = match world.scenario.portal_address {
        PortalAddress::Plain => "/#".to_owned(),
        PortalAddress::Path => format!("/{}/#", World::DOMAIN),
        PortalAddress::Fragment => format!("/#@{}/", World::DOMAIN),
    };
    web::redirect(
        StatusCode::FOUND,
        &format!("{}{place}{route}", portal.origin()),
    )
}

/// Personal accounts are another world; a work account has no business here.
async fn personal() -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head { meta charset="utf-8"; title { (web::title("personal account")) } }
            body {
                (web::watermark())
                main {
                    h1 data-testid="appConsentTitle" { "This is the sign-in for personal accounts" }
                    p { "Use your work or school account instead." }
                }
            }
        }
    };
    web::page(
        StatusCode::OK,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        &page,
    )
}
