//! What a tenant holds, as rows of Graph's lists.

use crate::microsoft::{CLIENT, World};
use crate::scenario::Grant;
use serde_json::{Value, json};

pub(crate) const APP_OBJECT: &str = "3a0f6e3c-1d7e-4c55-8f0e-90b1c8f0a001";
pub(crate) const GRAPH_OBJECT: &str = "3a0f6e3c-1d7e-4c55-8f0e-90b1c8f0a002";
pub(crate) const SHAREPOINT_OBJECT: &str = "3a0f6e3c-1d7e-4c55-8f0e-90b1c8f0a003";

/// Sites that aren't personal, and users.
pub(crate) const SITES: usize = 43;
pub(crate) const USERS: usize = 17;
/// Application permissions of Graph and their IDs.
pub(crate) const ROLES: &[(&str, &str)] = &[
    (
        "Files.ReadWrite.All",
        "75359482-378d-4052-8f01-80520e7db3cd",
    ),
    ("Group.Read.All", "5b567255-7703-4780-807c-7be8301ae99b"),
    ("Sites.Read.All", "332a536c-c7ef-4017-ab91-336970924f0d"),
    ("User.Read.All", "df021288-bdef-4463-88db-98f22de89214"),
    ("Sites.Manage.All", "0c0bf378-bf22-4481-8f81-9e89a9b4960a"),
    (
        "Sites.FullControl.All",
        "a82116e5-55eb-4c41-a434-62fe8a61c773",
    ),
    ("Directory.Read.All", "7ab1d382-f21e-4acd-a863-ba3e13f7da61"),
    ("Policy.Read.All", "246dd0d5-5bd0-4def-940b-0421030a5b68"),
    (
        "Application.Read.All",
        "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
    ),
    (
        "Organization.Read.All",
        "498476ce-e0fe-48b0-b801-37ba7e2685c6",
    ),
    ("Mail.Read", "810c84a8-4a9e-49e6-bf7d-12d183f40d01"),
];

/// What is granted where a scenario says nothing: all that the app asks for, and what answers every question.
pub(crate) const USUAL: &[&str] = &[
    "Files.ReadWrite.All",
    "Group.Read.All",
    "Sites.Read.All",
    "User.Read.All",
    "Sites.Manage.All",
    "Sites.FullControl.All",
    "Directory.Read.All",
    "Policy.Read.All",
];

pub(crate) fn roles(world: &World) -> Vec<String> {
    let usual = || USUAL.iter().map(|role| (*role).to_owned()).collect();
    world.tenant.roles.clone().unwrap_or_else(usual)
}

pub(crate) fn holds(world: &World, role: &str) -> bool {
    roles(world).iter().any(|held| held == role)
}

pub(crate) fn sites() -> Vec<Value> {
    let site = |number: usize, personal: bool| {
        json!({"id": format!("contoso.sharepoint.example,{number},{personal}"), "isPersonalSite": personal,
            "webUrl": format!("https://contoso.sharepoint.example/sites/{number}")})
    };
    let personal = (0..5).map(|number| site(number, true));
    (0..SITES)
        .map(|number| site(number, false))
        .chain(personal)
        .collect()
}

pub(crate) fn app(world: &World) -> Value {
    let mut app = json!({
        "id": APP_OBJECT, "appId": CLIENT, "displayName": "Office 365 Mover", "accountEnabled": true,
        "appRoleAssignmentRequired": false, "appOwnerOrganizationId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
        "servicePrincipalType": "Application", "tags": [], "disabledByMicrosoftStatus": null, "isDisabled": null,
    });
    for (name, value) in &world.tenant.app {
        if value == "absent" {
            app.as_object_mut().unwrap().remove(name);
        } else {
            app[name] = value.clone();
        }
    }
    app
}

pub(crate) fn policy(world: &World) -> Value {
    let usual =
        || vec!["ManagePermissionGrantsForSelf.microsoft-user-default-recommended".to_owned()];
    let assigned = world.tenant.policies.clone().unwrap_or_else(usual);
    json!({"id": "authorizationPolicy", "defaultUserRolePermissions": {"permissionGrantPoliciesAssigned": assigned}})
}

pub(crate) fn assignments(world: &World) -> Vec<Value> {
    let row = |value: &String| {
        let known = ROLES.iter().find(|(name, _)| name == value);
        // A role that the API's own list does not have.
        let id = known.map_or("11111111-2222-4333-8444-555555555555", |(_, id)| id);
        json!({"id": format!("assignment-{value}"), "appRoleId": id, "principalId": APP_OBJECT,
            "principalType": "ServicePrincipal", "principalDisplayName": "Office 365 Mover",
            "resourceId": GRAPH_OBJECT, "resourceDisplayName": "Microsoft Graph"})
    };
    roles(world).iter().map(row).collect()
}

pub(crate) fn assigned(world: &World) -> Vec<Value> {
    let row = |(number, name): (usize, &String)| {
        json!({"id": format!("assigned-{number}"), "appRoleId": "00000000-0000-0000-0000-000000000000",
            "principalId": format!("00000000-0000-4000-8000-{number:012}"), "principalType": "User",
            "principalDisplayName": name, "resourceId": APP_OBJECT})
    };
    world.tenant.assigned.iter().enumerate().map(row).collect()
}

pub(crate) fn grants(world: &World) -> Vec<Value> {
    let usual = || {
        vec![Grant {
            scope: "Sites.Manage.All profile openid offline_access User.Read".into(),
            of: None,
            sharepoint: false,
        }]
    };
    let row = |(number, grant): (usize, &Grant)| {
        json!({"id": format!("grant-{number}"), "clientId": APP_OBJECT, "scope": grant.scope,
            "consentType": if grant.of.is_some() { "Principal" } else { "AllPrincipals" }, "principalId": grant.of,
            "resourceId": if grant.sharepoint { SHAREPOINT_OBJECT } else { GRAPH_OBJECT }})
    };
    world
        .tenant
        .grants
        .clone()
        .unwrap_or_else(usual)
        .iter()
        .enumerate()
        .map(row)
        .collect()
}
