//! Who has granted what, and who is assigned, as Graph writes it (Microsoft Graph, `oAuth2PermissionGrant`).

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Call,
    answer::{GraphError, Reply, context},
    applications::{READ_APPS, filtered, graph_object_id, keyed},
    list::{self, Rows},
};
use crate::{
    tenant::now,
    world::{Account, Delegated, Large, RoleGrant, ServicePrincipal, guid},
};

/// What Graph's own service principal is called in the making of its id.
const GRAPH_SP: &str = "service principal of Graph";

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

/// `GET /oauth2PermissionGrants`: all of them.
pub(crate) fn delegated_all(call: &Call<'_>) -> Result<Reply, GraphError> {
    all(call, |shown, large| {
        let known = shown.len();
        let resource = resource();
        let rows = Rows {
            entity: "oauth2PermissionGrants",
            count: known + large.grants(),
            row: &|at| match shown.get(at) {
                Some(grant) => grant.clone(),
                None => large.grant(at - known, resource),
            },
        };
        list::page(call, "oauth2PermissionGrants", &rows)
    })
}

/// `GET /oauth2PermissionGrants/$count`.
pub(crate) fn count(call: &Call<'_>) -> Result<Reply, GraphError> {
    all(call, |shown, large| {
        list::count(call, shown.len() + large.grants())
    })
}

/// Object ID of the API that the grants are of.
pub(crate) fn resource() -> Uuid {
    guid(GRAPH_SP)
}

/// Those of the rehearsal, as far as they are seen by now.
fn shown(call: &Call<'_>) -> Vec<Value> {
    let world = call.tenant.world();
    let (at, delay) = (now(), world.propagation());
    let of = |sp| {
        let seen = world.grants.delegated_seen(app_id(sp), at, delay);
        seen.into_iter().map(move |grant| delegated(sp, grant))
    };
    world.apps.iter().flat_map(of).collect()
}

/// The same by ID.
pub(crate) fn by_id(call: &Call<'_>) -> BTreeMap<String, Value> {
    shown(call).into_iter().map(keyed).collect()
}

/// `GET /oauth2PermissionGrants/{id}`.
pub(crate) fn one(call: &Call<'_>, id: &str) -> Result<Reply, GraphError> {
    call.caller.need(&["Directory.Read.All"])?;
    let known = by_id(call).remove(id);
    let large = Large::of(&call.tenant.world().scenario);
    let mut grant = known
        .or_else(|| large_one(large, id))
        .ok_or_else(GraphError::not_found)?;
    grant["@odata.context"] = context("oauth2PermissionGrants/$entity").into();
    Ok(Reply::Json(grant))
}

/// A grant of the large organization: its ID begins with that of its client.
fn large_one(large: Large, id: &str) -> Option<Value> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(id).ok()?;
    let client = Uuid::from_bytes_le(bytes.get(..16)?.try_into().ok()?);
    let number = large.number(&client.to_string())?;
    let mut all = large.grants_of(number);
    all.find_map(|at| Some(large.grant(at, resource())).filter(|grant| grant["id"] == id))
}

/// What an app of the large organization was granted.
fn of_large(call: &Call<'_>, large: Large, number: usize, what: &str) -> Vec<Value> {
    match what {
        "oauth2PermissionGrants" => large
            .grants_of(number)
            .map(|at| large.grant(at, resource()))
            .collect(),
        "appRoleAssignments" => {
            let place = large.place(number);
            place
                .map(|place| large.holder(place, held(call), resource()))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The application permission that apps of the large organization hold.
fn held<'a>(call: &Call<'a>) -> &'a str {
    let held = call.tenant.permissions.get("Sites.Read.All");
    held.and_then(|permission| permission.application.as_deref())
        .unwrap_or_default()
}

fn all(
    call: &Call<'_>,
    with: impl FnOnce(&[Value], Large) -> Result<Reply, GraphError>,
) -> Result<Reply, GraphError> {
    call.caller.need(&["Directory.Read.All"])?;
    let shown = shown(call);
    let large = Large::of(&call.tenant.world().scenario);
    with(&shown, large)
}

fn app_id(sp: &ServicePrincipal) -> &str {
    &sp.app_id
}

/// Who holds the roles of Graph itself: `GET /servicePrincipals/{id of Graph}/appRoleAssignedTo`.
fn holders(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&READ_APPS)?;
    let (shown, large): (Vec<Value>, Large) = {
        let world = call.tenant.world();
        let (at, delay) = (now(), world.propagation());
        let of = |sp| {
            let seen = world.grants.roles_seen(app_id(sp), at, delay);
            seen.into_iter()
                .filter_map(move |grant| role(call, sp, grant))
        };
        (
            world.apps.iter().flat_map(of).collect(),
            Large::of(&world.scenario),
        )
    };
    let known = shown.len();
    let rows = Rows {
        entity: "appRoleAssignments",
        count: known + large.holders(),
        row: &|at| match shown.get(at) {
            Some(assignment) => assignment.clone(),
            None => large.holder(at - known, held(call), resource()),
        },
    };
    let path = format!("servicePrincipals/{}/appRoleAssignedTo", graph_object_id());
    list::page(call, &path, &rows)
}

/// `GET /servicePrincipals/{id}/…`.
pub(crate) fn of_principal(call: &Call<'_>, id: &str, what: &str) -> Result<Reply, GraphError> {
    if what == "appRoleAssignedTo" && id.eq_ignore_ascii_case(&graph_object_id()) {
        return holders(call);
    }
    match what {
        "oauth2PermissionGrants" => call.caller.need(&["Directory.Read.All"])?,
        "appRoleAssignments" | "appRoleAssignedTo" => call.caller.need(&READ_APPS)?,
        _ => return Err(GraphError::not_found()),
    }
    let world = call.tenant.world();
    let large = Large::of(&world.scenario);
    if let Some(number) = large.number(id) {
        return Ok(Reply::list(what, of_large(call, large, number, what)));
    }
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
    if what == "appRoleAssignedTo" {
        let rows = Rows {
            entity: "appRoleAssignments",
            count: value.len(),
            row: &|at| value[at].clone(),
        };
        return Ok(list::whole(call, &rows));
    }
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
    let resource = guid(GRAPH_SP);
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
