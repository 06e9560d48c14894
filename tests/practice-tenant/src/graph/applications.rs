//! Service principals: the application's own, the others', and Graph's.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    Call,
    answer::{GraphError, Reply, context},
    list::{self, Rows},
};
use crate::world::{GRAPH_APP, Large, Permissions, ServicePrincipal, World, guid};

/// Any of these reads all applications.
pub(crate) const READ_APPS: [&str; 2] = ["Application.Read.All", "Directory.Read.All"];

/// Object id of Graph's own service principal in this tenant.
pub(crate) fn graph_object_id() -> String {
    guid("service principal of Graph").to_string()
}

/// `GET /servicePrincipals/{id}` and `GET /servicePrincipals(appId='{id}')`.
pub(crate) fn one(call: &Call<'_>, key: &str) -> Result<Reply, GraphError> {
    let mut entity = match key.strip_prefix("servicePrincipals(appId='") {
        Some(rest) => by_app_id(call, rest.trim_end_matches("')"))?,
        None => by_object_id(call, key)?,
    };
    entity["@odata.context"] = context("servicePrincipals/$entity").into();
    Ok(Reply::Json(entity))
}

/// `GET /servicePrincipals?$filter=appId eq '{id}'`.
pub(crate) fn list(call: &Call<'_>) -> Result<Reply, GraphError> {
    match call.query.get("$filter") {
        Some(filter) => {
            let app_id = filtered(filter, "appId");
            let app_id = app_id.ok_or_else(|| GraphError::bad("Unsupported filter."))?;
            Ok(Reply::list(
                "servicePrincipals",
                vec![by_app_id(call, &app_id)?],
            ))
        }
        None => all(call, |shown, large| {
            let known = shown.len();
            let rows = Rows {
                entity: "servicePrincipals",
                count: known + large.apps(),
                row: &|at| match shown.get(at) {
                    Some(app) => app.clone(),
                    None => Large::app(at - known),
                },
            };
            list::page(call, "servicePrincipals", &rows)
        }),
    }
}

/// `GET /servicePrincipals/$count`.
pub(crate) fn count(call: &Call<'_>) -> Result<Reply, GraphError> {
    all(call, |shown, large| {
        list::count(call, shown.len() + large.apps())
    })
}

/// Every app: those of the rehearsal with Graph itself, and those that only Graph shows.
fn all(
    call: &Call<'_>,
    with: impl FnOnce(&[Value], Large) -> Result<Reply, GraphError>,
) -> Result<Reply, GraphError> {
    call.caller.need(&READ_APPS)?;
    let (mut shown, large): (Vec<Value>, Large) = {
        let world = call.tenant.world();
        let shown = world.apps.iter().map(entity).collect();
        (shown, Large::of(&world.scenario))
    };
    shown.push(graph_itself(&call.tenant.permissions));
    with(&shown, large)
}

/// Those of the rehearsal, Graph itself included, by object ID.
pub(crate) fn by_id(call: &Call<'_>) -> BTreeMap<String, Value> {
    let world = call.tenant.world();
    let shown = world.apps.iter().map(entity);
    shown
        .chain([graph_itself(&call.tenant.permissions)])
        .map(keyed)
        .collect()
}

/// An entity by its ID.
pub(crate) fn keyed(entity: Value) -> (String, Value) {
    (entity["id"].as_str().unwrap_or_default().to_owned(), entity)
}

/// The value of `{property} eq '{value}'`, the only filter this Graph knows.
pub(crate) fn filtered(filter: &str, property: &str) -> Option<String> {
    let rest = filter
        .trim()
        .strip_prefix(property)?
        .trim_start()
        .strip_prefix("eq ")?;
    let value = rest.trim().strip_prefix('\'')?.strip_suffix('\'')?;
    Some(value.to_owned())
}

fn by_app_id(call: &Call<'_>, app_id: &str) -> Result<Value, GraphError> {
    if app_id.eq_ignore_ascii_case(GRAPH_APP) {
        call.caller.need(&READ_APPS)?;
        return Ok(graph_itself(&call.tenant.permissions));
    }
    let world = call.tenant.world();
    readable(call, world.app(app_id))
}

fn by_object_id(call: &Call<'_>, id: &str) -> Result<Value, GraphError> {
    if id.eq_ignore_ascii_case(&graph_object_id()) {
        call.caller.need(&READ_APPS)?;
        return Ok(graph_itself(&call.tenant.permissions));
    }
    let world = call.tenant.world();
    let large = Large::of(&world.scenario);
    if let Some(number) = large.number(id) {
        call.caller.need(&READ_APPS)?;
        return Ok(Large::app(number));
    }
    readable(call, world.object(id))
}

/// An application may read itself; who may not read others does not learn whether they exist.
fn readable(call: &Call<'_>, sp: Option<&ServicePrincipal>) -> Result<Value, GraphError> {
    match sp {
        Some(sp) if call.caller.is_itself(sp) => Ok(entity(sp)),
        found => {
            call.caller.need(&READ_APPS)?;
            found.map(entity).ok_or_else(GraphError::not_found)
        }
    }
}

fn entity(sp: &ServicePrincipal) -> Value {
    json!({
        "id": sp.object_id,
        "appId": sp.app_id,
        "displayName": sp.name,
        "appDisplayName": sp.name,
        "accountEnabled": sp.enabled,
        "appRoleAssignmentRequired": sp.assignment_required,
        // Facts: portal-dom 0.4.
        "appOwnerOrganizationId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
        "homepage": sp.homepage,
        "servicePrincipalType": "Application",
        "verifiedPublisher": { "displayName": null, "verifiedPublisherId": null, "addedDateTime": null },
        "tags": ["WindowsAzureActiveDirectoryIntegratedApp"],
        "servicePrincipalNames": [sp.app_id],
        "appRoles": [],
        "oauth2PermissionScopes": [],
    })
}

/// What maps permission ids to names.
fn graph_itself(permissions: &Permissions) -> Value {
    let described = |id: &Option<String>, value: &str, key: &str, name: &str| {
        id.as_ref()
            .map(|id| json!({ "id": id, "value": value, key: name }))
    };
    let roles: Vec<_> = permissions
        .iter()
        .filter_map(|p| described(&p.application, &p.value, "displayName", &p.admin))
        .map(|mut role| {
            role["allowedMemberTypes"] = json!(["Application"]);
            role
        })
        .collect();
    let scopes: Vec<_> = permissions
        .iter()
        .filter_map(|p| {
            let key = "adminConsentDisplayName";
            described(&p.delegated, &p.value, key, &p.admin)
        })
        .collect();
    json!({
        "id": graph_object_id(),
        "appId": GRAPH_APP,
        "displayName": "Microsoft Graph",
        "accountEnabled": true,
        "appOwnerOrganizationId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
        "appRoles": roles,
        "oauth2PermissionScopes": scopes,
        "resourceSpecificApplicationPermissions": [],
        "servicePrincipalNames": ["https://graph.microsoft.com", World::tenant_id()],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_equality_filter_is_understood() {
        assert_eq!(
            filtered("clientId eq 'abc'", "clientId").as_deref(),
            Some("abc")
        );
        assert_eq!(filtered("startswith(clientId,'a')", "clientId"), None);
        assert_eq!(filtered("clientId eq abc", "clientId"), None);
    }
}
