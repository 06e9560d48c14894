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

use crate::{tenant::Tenant, web};

/// Paths of all three: they do not overlap.
pub(crate) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/office365moverauth", get(short_link))
        .route("/oauth20_authorize.srf", get(personal))
        .fallback(async || (StatusCode::NOT_FOUND, "Nothing here.").into_response())
}

/// To the list of enterprise applications, in the old form of the route: the real target is not
/// known, and the portal rewrites old forms (facts: portal-dom B).
async fn short_link(State(tenant): State<Arc<Tenant>>) -> Response {
    let host = tenant.world().scenario.portal.host();
    let route = "#blade/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/AllApps";
    web::redirect(StatusCode::FOUND, &format!("https://{host}/{route}"))
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
