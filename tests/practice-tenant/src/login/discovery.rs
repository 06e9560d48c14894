//! `OpenID` Connect discovery and the key set (Microsoft identity platform, "OpenID Connect").

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use super::denial::Denial;
use crate::{tenant::Tenant, world::World};

/// `GET /{tenant}/v2.0/.well-known/openid-configuration`.
pub(crate) async fn document(Path(alias): Path<String>) -> Response {
    if !World::is_tenant(&alias) {
        return Denial::new(90002).json();
    }
    let base = format!("https://login.microsoftonline.com/{alias}");
    Json(json!({
        "issuer": issuer(&alias),
        "authorization_endpoint": format!("{base}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{base}/oauth2/v2.0/token"),
        "jwks_uri": format!("{base}/discovery/v2.0/keys"),
        "userinfo_endpoint": "https://graph.microsoft.com/oidc/userinfo",
        "end_session_endpoint": format!("{base}/oauth2/v2.0/logout"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt"],
        "claims_supported": ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "oid", "ver"],
        "cloud_instance_name": "microsoftonline.com",
        "msgraph_host": "graph.microsoft.com",
    }))
    .into_response()
}

/// `GET /{tenant}/discovery/v2.0/keys`.
pub(crate) async fn keys(State(tenant): State<Arc<Tenant>>, Path(alias): Path<String>) -> Response {
    if World::is_tenant(&alias) {
        Json(tenant.key.jwks(&issuer(&alias))).into_response()
    } else {
        Denial::new(90002).json()
    }
}

/// For several tenants the issuer is a template, spelled with its placeholder.
fn issuer(alias: &str) -> String {
    let tenant = if World::is_this_tenant(alias) {
        World::tenant_id()
    } else {
        "{tenantid}".to_owned()
    };
    format!("https://login.microsoftonline.com/{tenant}/v2.0")
}
