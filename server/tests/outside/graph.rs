//! Microsoft Graph, as far as a check asks it.

use crate::microsoft::{Asked, CLIENT, Reply, TENANT, World, pairs};
use crate::tenant::{
    APP_OBJECT, GRAPH_OBJECT, ROLES, SHAREPOINT_OBJECT, USERS, app, assigned, assignments, grants,
    holds, policy, sites,
};
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde_json::{Value, json};

/// Rows of a page where `$top` says nothing.
const PAGE: usize = 20;

/// An error body as Graph sends it.
pub(crate) fn error(code: &str, message: &str) -> Value {
    let id = "00000000-0000-4000-8000-00000000000b";
    json!({"error": {"code": code, "message": message,
        "innerError": {"date": "2026-11-30T10:00:00", "request-id": id, "client-request-id": id}}})
}

fn refusal(status: u16, code: &str, message: &str) -> Reply {
    Reply::json(status, &error(code, message))
}

pub(crate) fn answer(world: &mut World, asked: &Asked) -> Reply {
    let bearer = asked
        .headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    if !bearer.is_some_and(|bearer| {
        ["EwB-app-", "eyJ"]
            .iter()
            .any(|token| bearer.starts_with(&format!("Bearer {token}")))
    }) {
        return refusal(401, "InvalidAuthenticationToken", "Access token is empty.");
    }
    let path = asked.path.strip_prefix("/v1.0").unwrap().to_owned();
    if asked.method == Method::POST && path == "/$batch" {
        return world
            .scripted("/$batch")
            .unwrap_or_else(|| batch(world, asked));
    }
    assert_eq!(
        asked.method,
        Method::GET,
        "{path} was asked to change something"
    );
    let place = path
        .replace(&format!("(appId='{CLIENT}')"), "(appId)")
        .replace(APP_OBJECT, "{app}")
        .replace(GRAPH_OBJECT, "{graph}");
    if let Some(reply) = world.scripted(&place) {
        return reply;
    }
    if let Some(needs) = needs(&place)
        && !needs.iter().any(|role| holds(world, role))
    {
        return if place.starts_with("/sites") {
            refusal(403, "accessDenied", "Access denied")
        } else {
            refusal(
                403,
                "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.",
            )
        };
    }
    usual(world, asked, &place)
}

/// The permissions of which any one is enough.
fn needs(place: &str) -> Option<&'static [&'static str]> {
    let apps = &["Application.Read.All", "Directory.Read.All"];
    match place {
        "/users/$count" => Some(&["User.Read.All", "Directory.Read.All"]),
        "/sites/getAllSites" => Some(&[
            "Sites.Read.All",
            "Sites.Manage.All",
            "Sites.FullControl.All",
        ]),
        "/organization" => Some(&["Organization.Read.All", "Directory.Read.All"]),
        "/oauth2PermissionGrants" => Some(&["Directory.Read.All"]),
        _ if place.starts_with("/policies") => Some(&["Policy.Read.All"]),
        "/servicePrincipals(appId)" => None,
        _ => Some(apps),
    }
}

fn usual(world: &World, asked: &Asked, place: &str) -> Reply {
    match place {
        "/users/$count" if !eventual(asked) => refusal(
            400,
            "Request_BadRequest",
            "$count is not currently supported.",
        ),
        "/users/$count" => Reply {
            status: 200,
            headers: vec![("content-type".into(), "text/plain".into())],
            body: USERS.to_string().into_bytes(),
        },
        "/sites/getAllSites" => list(world, asked, place, &sites()),
        "/servicePrincipals(appId)" | "/servicePrincipals/{app}" => Reply::json(200, &app(world)),
        "/organization" => list(
            world,
            asked,
            place,
            &[json!({"id": TENANT, "displayName": "Contoso"})],
        ),
        "/policies/authorizationPolicy" => Reply::json(200, &policy(world)),
        "/policies/adminConsentRequestPolicy" => Reply::json(200, &json!({"isEnabled": true})),
        "/servicePrincipals/{app}/appRoleAssignments" => {
            list(world, asked, place, &assignments(world))
        }
        "/servicePrincipals/{app}/appRoleAssignedTo" => list(world, asked, place, &assigned(world)),
        "/oauth2PermissionGrants" => list(world, asked, place, &grants(world)),
        "/servicePrincipals/{graph}" => Reply::json(
            200,
            &json!({
                "id": GRAPH_OBJECT, "appId": "00000003-0000-0000-c000-000000000000", "displayName": "Microsoft Graph",
                "appRoles": ROLES.iter().map(|(value, id)| json!({"id": id, "value": value,
                    "allowedMemberTypes": ["Application"], "isEnabled": true})).collect::<Vec<_>>(),
                "oauth2PermissionScopes": [],
            }),
        ),
        _ if place == format!("/servicePrincipals/{SHAREPOINT_OBJECT}") => Reply::json(
            200,
            &json!({
                "id": SHAREPOINT_OBJECT, "appId": "00000003-0000-0ff1-ce00-000000000000",
                "displayName": "Office 365 SharePoint Online", "appRoles": [], "oauth2PermissionScopes": [],
            }),
        ),
        _ => refusal(404, "Request_ResourceNotFound", "Resource does not exist."),
    }
}

fn eventual(asked: &Asked) -> bool {
    asked
        .headers
        .get("consistencylevel")
        .is_some_and(|value| value == "eventual")
}

/// A page of a list, with how many rows there are where that was asked for.
fn list(world: &World, asked: &Asked, place: &str, rows: &[Value]) -> Reply {
    let number = |name: &str| {
        asked
            .query
            .get(name)
            .and_then(|text| text.parse::<usize>().ok())
    };
    let (from, top) = (
        number("$skiptoken").unwrap_or(0),
        number("$top").unwrap_or(PAGE).min(999),
    );
    let to = (from + top).min(rows.len());
    let mut body = json!({"value": rows.get(from..to).unwrap_or_default()});
    if asked
        .query
        .get("$count")
        .is_some_and(|count| count == "true")
        && eventual(asked)
        && from == 0
    {
        body["@odata.count"] = json!(rows.len());
    }
    if to < rows.len() {
        let place = place.replace("{app}", APP_OBJECT);
        body["@odata.nextLink"] = json!(format!(
            "{}/v1.0{place}?$top={top}&$skiptoken={to}",
            world.base
        ));
    }
    Reply::json(200, &body)
}

/// Each part as if it had been asked by itself, answered in the reverse order, as Graph may.
fn batch(world: &mut World, asked: &Asked) -> Reply {
    let body: Value = serde_json::from_slice(&asked.body).unwrap();
    let requests = body["requests"].as_array().unwrap();
    assert!(requests.len() <= 20);
    let mut responses = Vec::new();
    for request in requests {
        let url = request["url"].as_str().unwrap();
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut headers = HeaderMap::new();
        headers.insert("authorization", asked.headers["authorization"].clone());
        for (name, value) in request["headers"].as_object().into_iter().flatten() {
            let name = HeaderName::try_from(name.as_str()).unwrap();
            headers.insert(
                name,
                HeaderValue::try_from(value.as_str().unwrap()).unwrap(),
            );
        }
        let inner = Asked {
            method: request["method"].as_str().unwrap().parse().unwrap(),
            path: format!(
                "/v1.0{}{path}",
                if path.starts_with('/') { "" } else { "/" }
            ),
            query: pairs(query),
            headers,
            body: Bytes::new(),
        };
        let reply = answer(world, &inner);
        let headers: serde_json::Map<_, _> = reply
            .headers
            .into_iter()
            .map(|(name, value)| (name, json!(value)))
            .collect();
        let body = serde_json::from_slice(&reply.body).unwrap_or(Value::Null);
        responses.push(
            json!({"id": request["id"], "status": reply.status, "headers": headers, "body": body}),
        );
    }
    responses.reverse();
    Reply::json(200, &json!({"responses": responses}))
}
