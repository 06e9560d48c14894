//! Who has granted what, and who is assigned, as Graph writes it (Microsoft Graph, `oAuth2PermissionGrant`).

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Call,
    answer::{GraphError, Reply},
    applications::{READ_APPS, filtered, graph_object_id},
};
use crate::{
    tenant::now,
    world::{Account, Delegated, RoleGrant, ServicePrincipal, guid},
};

/// `GET /oauth2PermissionGrants?$filter=clientId eq '{object id}'`.
pub(crate) fn delegated_by_filter(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&["Directory.Read.All"])?;
    let filter = call.query.get("$filter").unwrap_or_default();
    let id = filtered(filter, "clientId").ok_or_else(|| GraphError::bad("Unsupported filter."))?;
    let world = call.tenant.world();
    // A filter that meets nothing is no error.
    let grants = world.object(&id).map_or_else(Vec::new, |sp| {
        let seen = world
            .grants
            .delegated_seen(&sp.app_id, now(), world.propagation());
        seen.into_iter().map(|grant| delegated(sp, grant)).collect()
    });
    Ok(Reply::list("oauth2PermissionGrants", grants))
}

/// `GET /servicePrincipals/{id}/…`.
pub(crate) fn of_principal(call: &Call<'_>, id: &str, what: &str) -> Result<Reply, GraphError> {
    match what {
        "oauth2PermissionGrants" => call.caller.need(&["Directory.Read.All"])?,
        "appRoleAssignments" | "appRoleAssignedTo" => call.caller.need(&READ_APPS)?,
        _ => return Err(GraphError::not_found()),
    }
    let world = call.tenant.world();
    let sp = world.object(id).ok_or_else(GraphError::not_found)?;
    let (at, delay) = (now(), world.propagation());
    let value: Vec<Value> = match what {
        "appRoleAssignments" => {
            let seen = world.grants.roles_seen(&sp.app_id, at, delay);
            seen.into_iter()
                .filter_map(|grant| role(call, sp, grant))
                .collect()
        }
        "appRoleAssignedTo" => sp
            .assigned
            .iter()
            .filter_map(|upn| Account::find(upn))
            .map(|a| assigned(sp, a))
            .collect(),
        _ => {
            let seen = world.grants.delegated_seen(&sp.app_id, at, delay);
            seen.into_iter().map(|grant| delegated(sp, grant)).collect()
        }
    };
    Ok(Reply::list(what, value))
}

fn delegated(sp: &ServicePrincipal, grant: &Delegated) -> Value {
    let principal = grant
        .principal
        .as_deref()
        .and_then(Account::find)
        .map(Account::oid);
    json!({
        "id": grant_id(sp.object_id, principal),
        "clientId": sp.object_id,
        "resourceId": graph_object_id(),
        "consentType": grant.consent_type(),
        "principalId": principal,
        "scope": grant.scope(),
    })
}

/// base64url over the GUIDs in little-endian form (Microsoft Graph, `oAuth2PermissionGrant`).
fn grant_id(client: Uuid, principal: Option<Uuid>) -> String {
    let resource = guid("service principal of Graph");
    let parts = [Some(client), Some(resource), principal];
    let bytes: Vec<u8> = parts
        .into_iter()
        .flatten()
        .flat_map(|id| id.to_bytes_le())
        .collect();
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

fn role(call: &Call<'_>, sp: &ServicePrincipal, grant: &RoleGrant) -> Option<Value> {
    let permission = call.tenant.permissions.get(&grant.value)?;
    Some(json!({
        "id": guid(&format!("assignment {} {}", sp.app_id, grant.value)),
        "appRoleId": permission.application,
        "principalId": sp.object_id,
        "principalDisplayName": sp.name,
        "principalType": "ServicePrincipal",
        "resourceId": graph_object_id(),
        "resourceDisplayName": "Microsoft Graph",
        "createdDateTime": grant.at.to_string(),
    }))
}

/// Default access: a role id of zeros.
fn assigned(sp: &ServicePrincipal, account: Account) -> Value {
    json!({
        "id": guid(&format!("assignment {} {}", sp.app_id, account.upn)),
        "appRoleId": Uuid::nil(),
        "principalId": account.oid(),
        "principalDisplayName": account.name,
        "principalType": "User",
        "resourceId": sp.object_id,
        "resourceDisplayName": sp.name,
    })
}
