//! The portals of all clouds, and the host of the blades in frames. One shell for all of them, as in
//! reality.
//!
//! Deliberately absent: every blade but those of enterprise applications, and one of app
//! registrations.

mod api;
mod assets;
mod page;
mod registrations;
mod sign_in;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{login::TOKEN_AUTHORIZE, tenant::Tenant};

/// The portals' routes.
pub(crate) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/", get(page::shell))
        // The tenant may be named in the path.
        .route("/{tenant}", get(page::shell))
        .route("/{tenant}/", get(page::shell))
        .route("/signin/start", get(sign_in::start))
        .route("/signin/index/", get(sign_in::finish))
        .route(TOKEN_AUTHORIZE, get(page::token_authorize))
        .route(
            "/TokenAuthorize/ExtensionName/{extension}",
            get(page::token_authorize),
        )
        .route("/api/applications", get(api::applications))
        .route("/api/applications/{id}", get(api::application))
        .route("/api/applications/{id}/properties", post(api::properties))
        .route("/api/applications/{id}/users", post(api::users))
        .route("/api/registrations/{id}", get(registrations::show))
        .route("/api/registrations/{id}/grant", post(registrations::grant))
        .route("/assets/portal/{file}", get(assets::serve))
}

/// The routes of `*.reactblade.portal.azure.net`.
pub(crate) fn frame_router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/React/Index", get(page::frame))
        .route("/assets/portal/{file}", get(assets::serve))
}
