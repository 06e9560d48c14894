//! Microsoft Graph: GET, and batches of GETs. What it answers is held to the official schema.

use super::{CLIENT, Canned, Fake, Lists, OBSERVER, OBSERVER_PRINCIPAL, PRINCIPAL, TENANT, World};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const GRAPH: &str = "88888888-2222-4333-8444-555555555555";

pub(crate) async fn answer(
    State(fake): State<Fake>,
    method: Method,
    uri: Uri,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if fake.world().slow {
        std::future::pending::<()>().await;
    }
    if is_held(&fake, &headers) {
        std::future::pending::<()>().await;
    }
    let mut world = fake.world();
    let path = uri.path().trim_start_matches("/v1.0/").to_owned();
    let text = String::from_utf8_lossy(&body).into_owned();
    world
        .graph_requests
        .push((method.to_string(), path.clone(), text));
    let claims = claims(&headers);
    if let Some(challenge) = challenge(&world, &claims) {
        return challenge.into_response();
    }
    if path == "$batch" && method == Method::POST {
        return batch(&fake, &mut world, &claims, &body);
    }
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if path == "users/$count" && headers.get("consistencylevel").is_none() {
        return Canned::new(400, "{}").into_response();
    }
    one(&fake, &mut world, &claims, &path, query.as_deref()).into_response()
}

fn claims(headers: &HeaderMap) -> Value {
    let bearer = headers[header::AUTHORIZATION].to_str().unwrap();
    let bearer = bearer.trim_start_matches("Bearer ").to_owned();
    jsonwebtoken::dangerous::insecure_decode_claims(&bearer).unwrap()
}

/// Whether the answer is held back; then it is counted.
fn is_held(fake: &Fake, headers: &HeaderMap) -> bool {
    let world = fake.world();
    let is_held = world
        .held
        .is_some_and(|tenant| claims(headers)["tid"] == tenant);
    if is_held {
        world.holding.send_modify(|count| *count += 1);
    }
    is_held
}

/// Continuous access evaluation (facts: protocol A5).
fn challenge(world: &World, claims: &Value) -> Option<Canned> {
    let wanted = world.challenge?;
    assert_eq!(
        claims["asked"]["access_token"]["xms_cc"]["values"],
        json!(["cp1"])
    );
    let satisfied = claims["asked"]["access_token"].get("nbf").is_some();
    if satisfied && !world.never_satisfied {
        return None;
    }
    let encoded = STANDARD.encode(wanted);
    let header = format!("Bearer realm=\"\", error=\"insufficient_claims\", claims=\"{encoded}\"");
    let body = json!({"error": {"code": "InvalidAuthenticationToken", "message": "canary"}});
    Some(Canned::new(401, body.to_string()).with("www-authenticate", header))
}

fn batch(fake: &Fake, world: &mut World, claims: &Value, body: &[u8]) -> Response {
    if let Some(canned) = world.canned.get("batch") {
        return canned.clone().into_response();
    }
    let batch: Value = serde_json::from_slice(body).unwrap();
    let requests = batch["requests"].as_array().unwrap();
    assert!(requests.len() <= 20, "a batch holds twenty");
    let answers = requests.iter().map(|request| {
        assert_eq!(request["method"], "GET", "a batch of GETs");
        let url = request["url"].as_str().unwrap().trim_start_matches('/');
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let canned = one(fake, world, claims, path, Some(query));
        let headers: serde_json::Map<String, Value> = canned
            .headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect();
        let body: Value = serde_json::from_str(&canned.body).unwrap_or(canned.body.into());
        json!({"id": request["id"], "status": canned.status, "headers": headers, "body": body})
    });
    // In any order.
    let mut answers: Vec<Value> = answers.collect();
    answers.reverse();
    Json(json!({ "responses": answers })).into_response()
}

fn one(fake: &Fake, world: &mut World, claims: &Value, path: &str, query: Option<&str>) -> Canned {
    world.graph_calls.push(path.to_owned());
    let last = path.rsplit('/').next().unwrap();
    let what = match path {
        "users/$count" => "users",
        "sites/getAllSites" => "sites",
        "organization" => "organization",
        "oauth2PermissionGrants" => "grants",
        _ if path.contains(OBSERVER) || path.contains(OBSERVER_PRINCIPAL) => "observer",
        _ if path.starts_with("servicePrincipals(appId='") => "principal",
        _ if path.starts_with("policies/") => last,
        _ if last == "appRoleAssignments" => "roles",
        _ if last == "appRoleAssignedTo" => "assigned",
        _ => "resource",
    };
    if let Some(canned) = world.canned.get(what) {
        return canned.clone();
    }
    let roles = claims["roles"].as_array().cloned().unwrap_or_default();
    let holds = |role: &str| {
        let reads_all = ["Application.Read.All", "Organization.Read.All"].contains(&role);
        roles
            .iter()
            .any(|held| held == role || (reads_all && held == "Directory.Read.All"))
    };
    let needs = match what {
        "users" => "User.Read.All",
        "sites" => "Sites.Read.All",
        "organization" => "Organization.Read.All",
        "grants" => "Directory.Read.All",
        "roles" | "assigned" | "resource" => "Application.Read.All",
        "authorizationPolicy" | "adminConsentRequestPolicy" => "Policy.Read.All",
        _ => "",
    };
    if !needs.is_empty() && !holds(needs) {
        let denied = json!({"error": {"code": "Authorization_RequestDenied", "message": "no"}});
        return Canned::new(403, denied.to_string());
    }
    let asks = |part: &str| query.is_some_and(|query| query.contains(part));
    let counts = asks("count=true");
    if world.lists == Lists::Older && (counts || asks("isDisabled")) {
        let refused = json!({"error": {"code": "Request_BadRequest", "message": "canary"}});
        return Canned::new(400, refused.to_string());
    }
    let mut body = match what {
        "users" => return Canned::new(200, "\u{feff}17"),
        "sites" => sites(&fake.base, query),
        "principal" => json!({
            "id": PRINCIPAL, "appId": CLIENT, "displayName": "Mover", "accountEnabled": true,
            "appRoleAssignmentRequired": false,
        }),
        "organization" => json!({"value": [{"id": TENANT, "displayName": "Birchwood"}]}),
        "grants" => json!({"value": [{
            "id": "g", "clientId": PRINCIPAL, "resourceId": GRAPH, "consentType": "AllPrincipals",
            "principalId": null, "scope": " Sites.Manage.All  Mail.Read",
        }]}),
        "roles" => {
            let held = world.roles.iter().map(|role| held(role, PRINCIPAL));
            json!({"value": held.collect::<Vec<_>>()})
        }
        "observer" if last == "appRoleAssignments" => {
            let held = world
                .observer
                .iter()
                .map(|role| held(role, OBSERVER_PRINCIPAL));
            json!({"value": held.collect::<Vec<_>>()})
        }
        "observer" => json!({"id": OBSERVER_PRINCIPAL, "appId": OBSERVER}),
        "assigned" => json!({"value": [
            {"id": "a", "principalType": "User", "principalDisplayName": "Adele"},
            {"id": "b", "principalType": "Group", "principalDisplayName": "Migrators"},
            {"id": "c", "principalType": "ServicePrincipal", "principalDisplayName": "A robot"},
        ]}),
        "resource" => {
            let all = world.roles.iter().chain(&world.observer);
            let declared =
                all.map(|role| json!({"id": role_id(role), "value": role, "isEnabled": true}));
            json!({"id": GRAPH, "appId": "00000003-0000-0000-c000-000000000000",
                "appRoles": declared.collect::<Vec<_>>()})
        }
        "authorizationPolicy" => {
            json!({"id": "authorizationPolicy", "defaultUserRolePermissions": {
            "permissionGrantPoliciesAssigned":
                ["ManagePermissionGrantsForSelf.microsoft-user-default-recommended"]}})
        }
        _ => json!({"isEnabled": true}),
    };
    if let (true, Some(rows)) = (counts, body["value"].as_array().map(Vec::len)) {
        body["@odata.count"] = json!(rows + usize::from(world.lists == Lists::CutShort));
    }
    world.answered.push((path.to_owned(), body.clone()));
    Canned::new(200, body.to_string())
}

fn held(role: &str, principal: &str) -> Value {
    json!({"id": format!("held-{role}"), "appRoleId": role_id(role), "resourceId": GRAPH,
        "principalId": principal, "principalType": "ServicePrincipal"})
}

/// As Microsoft has them, where that matters.
fn role_id(role: &str) -> String {
    match role {
        "Application.Read.All" => "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30".to_owned(),
        "Directory.Read.All" => "7ab1d382-f21e-4acd-a863-ba3e13f7da61".to_owned(),
        _ => {
            let number: usize = role.bytes().map(usize::from).sum();
            format!("99999999-2222-4333-8444-{number:012}")
        }
    }
}

/// 43 sites and 2 personal ones on three pages; the second page is empty.
fn sites(base: &str, query: Option<&str>) -> Value {
    let page = |from: u32, to: u32| {
        (from..to)
            .map(|id| json!({"id": id.to_string(), "isPersonalSite": id < 2}))
            .collect::<Vec<_>>()
    };
    let next = |page| format!("{base}/v1.0/sites/getAllSites?page={page}");
    match query.unwrap_or_default() {
        "page=2" => json!({"value": [], "@odata.nextLink": next(3)}),
        "page=3" => json!({"value": page(20, 45)}),
        _ => json!({"value": page(0, 20), "@odata.nextLink": next(2)}),
    }
}
