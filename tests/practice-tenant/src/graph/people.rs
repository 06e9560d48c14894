//! Users, the signed-in person, and the organization.

use serde_json::{Value, json};

use super::{
    Call,
    answer::{GraphError, Reply, context},
};
use crate::world::{Role, World, guid};

/// Any of these reads the directory's users.
const READ_USERS: [&str; 3] = ["User.Read.All", "User.ReadBasic.All", "Directory.Read.All"];

/// `GET /users/$count`: an advanced query, so it needs `ConsistencyLevel: eventual`.
pub(crate) fn count(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&READ_USERS)?;
    let level = call
        .headers
        .get("ConsistencyLevel")
        .and_then(|value| value.to_str().ok());
    if level.is_none_or(|level| !level.eq_ignore_ascii_case("eventual")) {
        return Err(GraphError::bad("$count is not currently supported."));
    }
    let scenario = call.tenant.world().scenario.clone();
    Ok(Reply::Text(
        call.tenant.directory.users(&scenario).len().to_string(),
    ))
}

/// `GET /users`, in one page.
pub(crate) fn users(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&READ_USERS)?;
    let scenario = call.tenant.world().scenario.clone();
    Ok(Reply::list("users", call.tenant.directory.users(&scenario)))
}

/// `GET /me`.
pub(crate) fn me(call: &Call<'_>) -> Result<Reply, GraphError> {
    let account = call.caller.account().ok_or_else(|| {
        GraphError::bad("/me request is only valid with delegated authentication flow.")
    })?;
    call.caller
        .need(&["User.Read", "User.Read.All", "Directory.Read.All"])?;
    Ok(Reply::Json(json!({
        "@odata.context": context("users/$entity"),
        "id": account.oid(),
        "displayName": account.name,
        "userPrincipalName": account.upn,
        "mail": account.upn,
    })))
}

/// `GET /me/memberOf`: the directory roles. With `User.Read` alone their properties are null.
pub(crate) fn roles(call: &Call<'_>) -> Result<Reply, GraphError> {
    let account = call.caller.account().ok_or_else(|| {
        GraphError::bad("/me request is only valid with delegated authentication flow.")
    })?;
    call.caller.need(&["User.Read", "Directory.Read.All"])?;
    let full = call.caller.has_scope(&["Directory.Read.All"]);
    let shown = |text: &str| if full { Value::from(text) } else { Value::Null };
    let roles = account.role.template().map(|template| {
        json!({
            "@odata.type": "#microsoft.graph.directoryRole",
            "id": guid(&format!("directory role {template}")),
            "displayName": shown(account.role.name()),
            "roleTemplateId": shown(template),
        })
    });
    debug_assert!(roles.is_some() || account.role == Role::None);
    Ok(Reply::list("directoryObjects", roles.into_iter().collect()))
}

/// `GET /organization`.
pub(crate) fn organization(call: &Call<'_>) -> Result<Reply, GraphError> {
    let full = ["Organization.Read.All", "Directory.Read.All"];
    if !call.caller.has_scope(&["User.Read"]) {
        call.caller.need(&full)?;
    }
    let name = call.tenant.world().scenario.tenant_name.clone();
    let domain = |name: &str, initial: bool| json!({ "name": name, "isInitial": initial, "isDefault": !initial, "type": "Managed" });
    let entity = json!({
        "id": World::tenant_id(),
        "displayName": name,
        "verifiedDomains": [
            domain("birchwood.example", false),
            domain("birchwood.onmicrosoft.com", true),
        ],
    });
    Ok(Reply::list("organization", vec![entity]))
}

/// `GET /oidc/userinfo`.
pub(crate) fn userinfo(call: &Call<'_>) -> Result<Reply, GraphError> {
    call.caller.need(&["openid", "profile", "User.Read"])?;
    let account = call.caller.account().ok_or_else(GraphError::denied)?;
    Ok(Reply::Json(
        json!({ "sub": account.oid(), "name": account.name, "email": account.upn }),
    ))
}
