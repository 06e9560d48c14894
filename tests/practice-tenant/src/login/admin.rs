//! Admin consent: both endpoints, and the page that grants for the whole organization.

use std::sync::Arc;

use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use maud::html;
use serde_json::json;

use super::{
    TOKEN_AUTHORIZE, authorize,
    consent::{buttons, heading, hold, permissions, publisher, rows, small_print},
    denial::Denial,
    errand::{AdminConsent, Errand, Version},
    page::{LoginPage, hidden, identity},
    picker, proceed,
};
use crate::{
    labels::Label,
    scenario::{FaultAt, Portal},
    tenant::{Tenant, now},
    web::Params,
    world::{Account, Registration, World},
};

/// `GET /{tenant}/adminconsent`: everything the application declares.
pub(crate) async fn start_v1(
    State(tenant): State<Arc<Tenant>>,
    Path(alias): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    start(&tenant, &alias, query.as_deref(), Version::V1)
}

/// `GET /{tenant}/v2.0/adminconsent`: what `scope` names.
pub(crate) async fn start_v2(
    State(tenant): State<Arc<Tenant>>,
    Path(alias): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    start(&tenant, &alias, query.as_deref(), Version::V2)
}

fn start(tenant: &Tenant, alias: &str, query: Option<&str>, version: Version) -> Response {
    let params = Params::parse(query.unwrap_or_default());
    match validate(tenant, alias, &params, version) {
        // Always the picker: the account that signed in before is often not the admin's.
        Ok(request) => picker::show(tenant, Errand::AdminConsent(request)),
        Err(denial) => denial.page(tenant),
    }
}

fn validate(
    tenant: &Tenant,
    alias: &str,
    params: &Params,
    version: Version,
) -> Result<AdminConsent, Denial> {
    if let Some(name) = &params.repeated {
        return Err(Denial::new(9_000_411).about(name));
    }
    if !World::is_tenant(alias) {
        return Err(Denial::new(90002));
    }
    let client_id = params
        .get("client_id")
        .ok_or_else(|| Denial::new(90014).about("client_id"))?;
    let app = tenant
        .registry
        .get(client_id)
        .ok_or_else(|| Denial::new(700_016))?;
    let redirect_uri = match (params.get("redirect_uri"), version) {
        (Some(uri), _) if allowed(app, uri) => uri.to_owned(),
        (None, Version::V1) => app.redirect.first().cloned().unwrap_or_default(),
        _ => return Err(Denial::new(50011)),
    };
    let scope = params.owned("scope");
    let (delegated, roles) = match (version, scope.as_deref()) {
        (Version::V1, _) => (app.delegated.clone(), app.application.clone()),
        (Version::V2, None) => return Err(Denial::new(90014).about("scope")),
        (Version::V2, Some(words)) => {
            let delegated = authorize::scopes(tenant, &app.delegated, words)
                .ok_or_else(|| Denial::new(650_053))?;
            // Application permissions come through `/.default` only (facts: protocol A1).
            let all = words
                .split_ascii_whitespace()
                .any(|word| word.ends_with(".default"));
            (
                delegated,
                if all {
                    app.application.clone()
                } else {
                    Vec::new()
                },
            )
        }
    };
    let (client_id, state) = (app.id.clone(), params.owned("state"));
    Ok(AdminConsent {
        version,
        client_id,
        redirect_uri,
        state,
        delegated,
        roles,
        scope,
    })
}

/// Besides its own redirect URIs, the portals' landing page may end an admin consent.
fn allowed(app: &Registration, uri: &str) -> bool {
    let landing = |portal: Portal| format!("{}{TOKEN_AUTHORIZE}", portal.origin());
    app.redirect.iter().any(|known| known == uri)
        || Portal::ALL.into_iter().any(|portal| landing(portal) == uri)
}

/// The page.
pub(crate) fn show(
    tenant: &Tenant,
    app: &Registration,
    request: AdminConsent,
    account: Account,
) -> Response {
    let asked: Vec<String> = request
        .delegated
        .iter()
        .chain(&request.roles)
        .cloned()
        .collect();
    let mut values: Vec<String> = app
        .order
        .iter()
        .filter(|value| asked.contains(value))
        .cloned()
        .collect();
    values.extend(
        asked
            .iter()
            .filter(|value| !app.order.contains(value))
            .cloned(),
    );
    let rows = rows(tenant, &values, true);
    let (ctx, canary) = hold(tenant, Errand::AdminConsent(request), Some(account));
    let body = html! {
        (identity(account.upn))
        (heading(tenant, Some(Label::AcceptForOrganization)))
        (publisher(tenant, app, false))
        form id="consentForm" method="post" action="/common/Consent/Admin" {
            (hidden(&ctx, &canary))
            input type="hidden" name="cancelled" value="";
            (permissions(tenant, &rows))
            p class="fine" {
                "Accepting gives the app these permissions for all users in your organization. "
                "Nobody else will be asked."
            }
            (small_print(app))
            (buttons(tenant))
        }
    };
    let extra = json!({ "arrScopes": values, "sAppName": app.name });
    let title = tenant.say(Label::PermissionsRequested);
    LoginPage::new(tenant, "ConvergedConsent", &title, body)
        .config(extra)
        .respond()
}

/// `POST /common/Consent/Admin`.
pub(crate) async fn answered(State(tenant): State<Arc<Tenant>>, form: String) -> Response {
    let form = Params::parse(&form);
    let (Some(ctx), Some(canary)) = (form.get("ctx"), form.get("canary")) else {
        return Denial::new(9_002_313).page(&tenant);
    };
    let held = tenant.world().flows.take(ctx, canary, now());
    let Some((Errand::AdminConsent(request), Some(account))) = held.map(|h| (h.errand, h.account))
    else {
        return Denial::new(70008).page(&tenant);
    };
    let Some(app) = tenant.registry.get(&request.client_id) else {
        return Denial::new(700_016).page(&tenant);
    };
    if form.get("cancelled").is_some() || form.get("idSIButton9").is_none() {
        tenant.world().history.counters.consents_declined += 1;
        return proceed::admin_back(&tenant, &request, Some(&declined(request.version)));
    }
    if !account.is_global_admin() {
        return Denial::new(90093).page(&tenant);
    }
    if let Some(fault) = tenant.fault(FaultAt::Consent) {
        return match Denial::of_fault(&fault.code) {
            Some(denial) => proceed::admin_back(&tenant, &request, Some(&denial)),
            None => proceed::status_fault(&fault.code),
        };
    }
    tenant
        .world()
        .admin_consent(app, account, &request.delegated, &request.roles, now());
    proceed::admin_back(&tenant, &request, None)
}

/// The two endpoints call a refusal by different names (facts: protocol A7).
pub(crate) fn declined(version: Version) -> Denial {
    let name = if version == Version::V1 {
        "permission_denied"
    } else {
        "consent_required"
    };
    Denial::new(65004).called(name)
}
