//! `login.microsoftonline.com`: sign-in, consent and tokens.
//!
//! Deliberately absent: passwords and federation. Choosing an account is signing in; where the
//! scenario wants a second proof, it comes by itself.

mod admin;
mod approval;
mod authorize;
mod consent;
mod decide;
mod denial;
mod discovery;
mod errand;
mod interrupt;
mod page;
mod picker;
mod proceed;
mod session;
mod token;
mod tokens;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

pub(crate) use errand::{Authorize, Errand};
pub(crate) use tokens::AccessClaims;

use crate::{
    tenant::Tenant,
    world::{Account, World},
};

/// Where a portal's admin-consent window ends.
pub(crate) const TOKEN_AUTHORIZE: &str = "/TokenAuthorize";

/// Whether an account of the picker is one to choose: the starter's own, or one that takes its errand
/// further because it may consent; for a portal one that may grant there.
pub(crate) fn leads_on(tenant: &Tenant, world: &World, errand: &Errand, upn: &str) -> bool {
    let (Some(account), Some(app)) = (Account::find(upn), tenant.registry.get(errand.client_id()))
    else {
        return false;
    };
    if app.first_party {
        return account.is_global_admin();
    }
    if world.is_starter(account) && matches!(errand, Errand::Authorize(_)) {
        return true;
    }
    let next = decide::next(world, app, &tenant.permissions, errand, account);
    !matches!(
        next,
        decide::Next::Approval(_) | decide::Next::Stop(_) | decide::Next::Back(_)
    )
}

/// The pages and endpoints of this host.
pub(crate) fn router() -> Router<Arc<Tenant>> {
    Router::new()
        .route("/", get(picker::front))
        .route("/{tenant}/oauth2/v2.0/authorize", get(authorize::start))
        .route("/{tenant}/adminconsent", get(admin::start_v1))
        .route("/{tenant}/v2.0/adminconsent", get(admin::start_v2))
        .route("/{tenant}/oauth2/v2.0/token", post(token::answer))
        .route(
            "/{tenant}/v2.0/.well-known/openid-configuration",
            get(discovery::document),
        )
        .route("/{tenant}/discovery/v2.0/keys", get(discovery::keys))
        .route("/{tenant}/oauth2/v2.0/logout", get(session::logout))
        .route("/common/login", post(picker::picked))
        .route("/common/SAS/ProcessAuth", post(interrupt::approved))
        .route("/kmsi", post(interrupt::stays))
        .route("/common/reprocess", get(interrupt::reprocess))
        // Both consent pages send their forms here (silverhack/monkey365; pnp/powershell).
        .route("/common/Consent/Set", post(consent::answered))
        .route("/common/Consent/Request", post(approval::answered))
}
