//! Admin consent: both endpoints, and the page that grants for the whole organization.

use std::sync::Arc;

use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use maud::html;

use super::{
    TOKEN_AUTHORIZE, authorize,
    consent::{
        Step, buttons, configuration, decision, hold, permissions, publisher, rows, small_print,
        title,
    },
    denial::Denial,
    errand::{AdminConsent, Errand, Version},
    page::{LoginPage, identity},
    picker, proceed,
};
use crate::{
    labels::Label,
    scenario::{AdminHeading, FaultAt, Portal},
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
            // Application permissions come through `/.default` only.
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
    let second = match tenant.world().scenario.admin_heading {
        AdminHeading::Review => Label::ReviewForOrganization,
        AdminHeading::Accept => Label::AcceptForOrganization,
    };
    let held = hold(tenant, Errand::AdminConsent(request), Some(account));
    let body = html! {
        (identity(account.upn))
        (title(tenant, Step::Only, Some(second)))
        (publisher(tenant, app))
        p class="row strong" { (tenant.say(Label::NotPublished)) }
        (decision())
        (permissions(tenant, &rows))
        p class="fine" {
            (tenant.say(Label::GrantsForOrganization)) " Nobody else will be asked."
        }
        (small_print(app))
        (buttons(tenant, Step::Only))
    };
    LoginPage::new(tenant, "ConvergedConsent", body)
        .form("/common/Consent/Set", held)
        .config(configuration(tenant, app, &values, account))
        .respond()
}

/// What was decided on the page.
pub(crate) fn decided(
    tenant: &Tenant,
    request: &AdminConsent,
    account: Account,
    accepted: bool,
) -> Response {
    let Some(app) = tenant.registry.get(&request.client_id) else {
        return Denial::new(700_016).page(tenant);
    };
    if !accepted {
        tenant.world().history.counters.consents_declined += 1;
        return proceed::admin_back(tenant, request, Some(&declined(request.version)));
    }
    if !account.is_global_admin() {
        return Denial::new(90093).page(tenant);
    }
    if let Some(fault) = tenant.fault(FaultAt::Consent) {
        return match Denial::of_fault(&fault.code) {
            Some(denial) => proceed::admin_back(tenant, request, Some(&denial)),
            None => proceed::status_fault(&fault.code),
        };
    }
    tenant
        .world()
        .admin_consent(app, account, &request.delegated, &request.roles, now());
    proceed::admin_back(tenant, request, None)
}

/// The two endpoints call a refusal by different names.
pub(crate) fn declined(version: Version) -> Denial {
    let name = if version == Version::V1 {
        "permission_denied"
    } else {
        "consent_required"
    };
    Denial::new(65004).called(name)
}
