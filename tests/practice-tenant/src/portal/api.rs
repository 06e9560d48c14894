//! What the portal's scripts ask their own host. Settings change here and nowhere else, and only
//! for a Global Administrator.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::sign_in;
use crate::{
    tenant::Tenant,
    world::{Account, ServicePrincipal, World},
};

/// Marks requests of our own scripts: a form of another site cannot set it.
const OURS: &str = "x-practice-portal";

/// Why nothing was changed or told.
pub(crate) struct Refused(StatusCode, &'static str);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

const SIGNED_OUT: Refused = Refused(StatusCode::UNAUTHORIZED, "Sign in to the portal first.");

pub(crate) type Answer = Result<Json<Value>, Refused>;

pub(crate) fn known(tenant: &Tenant, headers: &HeaderMap) -> Result<Account, Refused> {
    sign_in::account(tenant, headers).ok_or(SIGNED_OUT)
}

pub(crate) fn admin(tenant: &Tenant, headers: &HeaderMap) -> Result<Account, Refused> {
    let account = known(tenant, headers)?;
    if headers.contains_key(OURS) && account.is_global_admin() {
        return Ok(account);
    }
    tenant.world().history.counters.portal_refused += 1;
    Err(Refused(
        StatusCode::FORBIDDEN,
        "You do not have permission to change this.",
    ))
}

pub(crate) fn missing() -> Refused {
    Refused(StatusCode::NOT_FOUND, "The application was not found.")
}

/// `GET /api/applications`.
pub(crate) async fn applications(State(tenant): State<Arc<Tenant>>, headers: HeaderMap) -> Answer {
    known(&tenant, &headers)?;
    let mut list: Vec<Value> = tenant
        .world()
        .apps
        .iter()
        .map(|sp| {
            json!({
                "name": sp.name,
                "homepage": sp.homepage,
                "objectId": sp.object_id,
                "appId": sp.app_id,
                "hiddenByFilter": sp.hidden_by_filter,
            })
        })
        .collect();
    list.sort_by_key(|app| app["name"].as_str().unwrap_or_default().to_lowercase());
    Ok(Json(list.into()))
}

/// `GET /api/applications/{object or application id}`.
pub(crate) async fn application(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Answer {
    let account = known(&tenant, &headers)?;
    let mut world = tenant.world();
    if world.end_sessions_once() {
        return Err(SIGNED_OUT);
    }
    let sp = world
        .object(&id)
        .or_else(|| world.app(&id))
        .ok_or_else(missing)?;
    Ok(Json(detail(&tenant, &world, sp, account)))
}

fn detail(tenant: &Tenant, world: &World, sp: &ServicePrincipal, account: Account) -> Value {
    json!({
        "name": sp.name,
        "homepage": sp.homepage,
        "objectId": sp.object_id,
        "appId": sp.app_id,
        "enabled": sp.enabled,
        "visible": sp.visible,
        "assignmentRequired": sp.assignment_required,
        "assigned": people(|a| sp.assigned.iter().any(|upn| upn == a.upn)),
        "accounts": people(|_| true),
        "mayChange": account.is_global_admin(),
        "adminConsent": granted(tenant, world, sp, true),
        "userConsent": granted(tenant, world, sp, false),
    })
}

fn people(keep: impl Fn(&Account) -> bool) -> Vec<Value> {
    let kept = Account::ALL.into_iter().filter(keep);
    kept.map(|a| json!({ "upn": a.upn, "name": a.name }))
        .collect()
}

/// The grid's rows: what an administrator granted for everybody, or what people granted.
fn granted(tenant: &Tenant, world: &World, sp: &ServicePrincipal, for_all: bool) -> Vec<Value> {
    let name = |value: &str| {
        tenant
            .permissions
            .get(value)
            .map_or_else(|| value.to_owned(), |p| p.admin.clone())
    };
    let row = |value: &str, kind: &str, by: &str| {
        let through = if for_all {
            "Admin consent"
        } else {
            "User consent"
        };
        json!({
            "api": "Microsoft Graph",
            "claim": value,
            "permission": name(value),
            "type": kind,
            "through": through,
            "by": by,
        })
    };
    let grants = world
        .grants
        .delegated
        .iter()
        .filter(|g| g.client_id == sp.app_id && g.principal.is_none() == for_all);
    let mut rows: Vec<Value> = grants
        .flat_map(|g| {
            g.scopes
                .iter()
                .map(move |scope| (scope, g.principal.as_deref()))
        })
        .map(|(scope, who)| row(scope, "Delegated", who.unwrap_or("An administrator")))
        .collect();
    if for_all {
        let roles = world
            .grants
            .roles
            .iter()
            .filter(|r| r.client_id == sp.app_id);
        rows.extend(roles.map(|r| row(&r.value, "Application", "An administrator")));
    }
    rows
}

/// Body of `POST /api/applications/{id}/properties`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Properties {
    enabled: bool,
    visible: bool,
    assignment_required: bool,
}

/// Saves the Properties blade.
pub(crate) async fn properties(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Json(wanted): Json<Properties>,
) -> Answer {
    let account = admin(&tenant, &headers)?;
    let mut world = tenant.world();
    let sp = world.object_mut(&id).ok_or_else(missing)?;
    sp.enabled = wanted.enabled;
    sp.visible = wanted.visible;
    sp.assignment_required = wanted.assignment_required;
    let sp = sp.clone();
    Ok(Json(detail(&tenant, &world, &sp, account)))
}

/// Body of `POST /api/applications/{id}/users`: who is assigned from now on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Users {
    assigned: BTreeSet<String>,
}

/// Assigns people.
pub(crate) async fn users(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Json(wanted): Json<Users>,
) -> Answer {
    let account = admin(&tenant, &headers)?;
    let all = wanted
        .assigned
        .iter()
        .map(|upn| Account::find(upn).map(|a| a.upn.to_owned()));
    let assigned = all.collect::<Option<Vec<String>>>().ok_or(Refused(
        StatusCode::BAD_REQUEST,
        "There is no such account.",
    ))?;
    let mut world = tenant.world();
    let sp = world.object_mut(&id).ok_or_else(missing)?;
    sp.assigned = assigned;
    let sp = sp.clone();
    Ok(Json(detail(&tenant, &world, &sp, account)))
}
