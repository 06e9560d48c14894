//! App registrations > API permissions, for the one application that is the tenant's own. Its grant
//! has nothing to do with the rehearsal: it is there to be told from the one that has.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::HeaderMap,
};
use serde_json::{Value, json};

use super::api::{Answer, admin, known, missing};
use crate::{
    own_application,
    tenant::{Tenant, now},
    world::{Account, World},
};

/// What the tenant's own application asks for, and whether that needs an administrator.
const ASKS: [(&str, bool); 2] = [("User.Read", false), ("Group.Read.All", true)];

fn told(world: &World, account: Account) -> Value {
    let permissions = ASKS.map(|(value, admin)| {
        json!({ "permission": value, "type": "Delegated", "adminRequired": admin })
    });
    json!({
        "name": format!("{} Intranet", world.scenario.tenant_name),
        "appId": own_application(),
        "granted": world.grants.tenant_wide(&own_application()),
        "mayChange": account.is_global_admin(),
        "permissions": permissions,
    })
}

/// `GET /api/registrations/{application id}`.
pub(crate) async fn show(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Answer {
    let account = known(&tenant, &headers)?;
    if !id.eq_ignore_ascii_case(&own_application()) {
        return Err(missing());
    }
    Ok(Json(told(&tenant.world(), account)))
}

/// `POST /api/registrations/{application id}/grant`.
pub(crate) async fn grant(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Answer {
    let account = admin(&tenant, &headers)?;
    if !id.eq_ignore_ascii_case(&own_application()) {
        return Err(missing());
    }
    let mut world = tenant.world();
    let scopes = ASKS.map(|(value, _)| value.to_owned());
    world
        .grants
        .grant_declared(&own_application(), &scopes, &[], now());
    Ok(Json(told(&world, account)))
}
