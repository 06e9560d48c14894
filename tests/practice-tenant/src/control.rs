//! The control listener: what happened, and what shall be different. For tests and robots; it is
//! plain HTTP on the loopback interface and no part of the model.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde_json::{Value, json};

use crate::{
    error::Error,
    tenant::Tenant,
    world::{Account, Grants, World},
};

/// The listener's routes.
pub(crate) fn router(tenant: Arc<Tenant>) -> Router {
    Router::new()
        .route("/state", get(state))
        .route("/scenario", get(scenario).post(patch))
        .route("/revoke", post(revoke))
        .route("/reset", post(reset))
        .route("/begin", post(begin))
        .with_state(tenant)
}

/// `GET /state`.
async fn state(State(tenant): State<Arc<Tenant>>) -> Json<Value> {
    let star = tenant.star();
    let world = tenant.world();
    let grants: Vec<Value> = world
        .grants
        .delegated
        .iter()
        .map(|grant| {
            json!({
                "client_id": grant.client_id,
                "principal": grant.principal,
                "consent_type": grant.consent_type(),
                "scope": grant.scope(),
            })
        })
        .collect();
    let roles: Vec<Value> = world
        .grants
        .roles
        .iter()
        .map(|grant| json!({ "client_id": grant.client_id, "value": grant.value }))
        .collect();
    let sp = world.app(&star.id);
    Json(json!({
        "tenant": { "id": World::tenant_id(), "name": world.scenario.tenant_name },
        "app": sp.map(|sp| json!({
            "app_id": sp.app_id, "object_id": sp.object_id, "enabled": sp.enabled,
        })),
        "own_app_id": crate::own_application(),
        "accounts": Account::ALL.map(|a| json!({ "upn": a.upn, "role": a.role })),
        "grants": grants,
        "app_roles": roles,
        "assignment_required": world.assignment_required(&star.id),
        "assigned": sp.map(|sp| sp.assigned.clone()).unwrap_or_default(),
        "codes_redeemed": world.history.codes_redeemed,
        "sign_ins": world.history.sign_ins,
        "consents": world.history.consents,
        "clicks": world.history.clicks,
        "counters": world.history.counters,
    }))
}

/// `GET /scenario`.
async fn scenario(State(tenant): State<Arc<Tenant>>) -> Response {
    let scenario = tenant.world().scenario.clone();
    Json(scenario).into_response()
}

/// `POST /scenario`: a JSON merge patch on the running scenario.
async fn patch(State(tenant): State<Arc<Tenant>>, Json(patch): Json<Value>) -> Response {
    let mut world = tenant.world();
    match world.scenario.patched(&patch) {
        Ok(scenario) => {
            let star = tenant.star();
            world.adopt(
                scenario.clone(),
                &star.id,
                &star.name,
                &tenant.directory.apps,
            );
            Json(scenario).into_response()
        }
        Err(error) => refused(&error),
    }
}

/// `POST /revoke`: nobody has granted anything any more.
async fn revoke(State(tenant): State<Arc<Tenant>>) -> StatusCode {
    tenant.world().grants = Grants::default();
    StatusCode::NO_CONTENT
}

/// `POST /reset`: nothing has happened yet.
async fn reset(State(tenant): State<Arc<Tenant>>) -> StatusCode {
    tenant.reset();
    StatusCode::NO_CONTENT
}

/// `POST /begin`: nothing has happened yet, and the scenario is what the program was started with,
/// with a JSON merge patch on it. Answers the host of the portal.
async fn begin(State(tenant): State<Arc<Tenant>>, Json(patch): Json<Value>) -> Response {
    match tenant.initial().patched(&patch) {
        Ok(scenario) => {
            let host = scenario.portal.host();
            tenant.begin(scenario);
            Json(json!({ "portal_host": host })).into_response()
        }
        Err(error) => refused(&error),
    }
}

fn refused(error: &Error) -> Response {
    let body = Json(json!({ "error": error.to_string() }));
    (StatusCode::BAD_REQUEST, body).into_response()
}
