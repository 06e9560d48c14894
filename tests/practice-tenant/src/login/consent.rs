//! The user's consent page: what the application would like to do, and for a Global Administrator
//! the tick that would say yes for everybody (facts: portal-dom D.3, the guide's picture).

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use maud::{Markup, PreEscaped, html};
use serde_json::json;

use super::{
    denial::Denial,
    errand::{Authorize, Errand, Prompt},
    page::{LoginPage, hidden, identity},
    proceed,
};
use crate::{
    labels::Label,
    scenario::{ConsentForm, FaultAt, TickPlace},
    tenant::{Tenant, now},
    web::{self, Params},
    world::{Account, Registration},
};

/// One line of a consent page.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) means: String,
}

/// Keeps an errand for the next form; answers its `ctx` and `canary`.
pub(crate) fn hold(tenant: &Tenant, errand: Errand, account: Option<Account>) -> (String, String) {
    let mut world = tenant.world();
    let ctx = world.flows.hold(errand, account, now());
    let canary = world
        .flows
        .held(&ctx)
        .map(|held| held.canary.clone())
        .unwrap_or_default();
    (ctx, canary)
}

/// The page.
pub(crate) fn show(
    tenant: &Tenant,
    app: &Registration,
    request: Authorize,
    account: Account,
    tick: bool,
) -> Response {
    let (scopes, place) = {
        let world = tenant.world();
        // Only what is not granted yet is asked, unless the page was asked for.
        let held = world.grants.held_by(&app.id, account.upn);
        let all = request.prompt == Some(Prompt::Consent);
        let asked = request.scopes.iter().filter(|s| all || !held.contains(*s));
        let scopes: Vec<String> = asked.cloned().collect();
        (scopes, world.scenario.tick_place)
    };
    let rows = rows(tenant, &scopes, false);
    let (ctx, canary) = hold(tenant, Errand::Authorize(request), Some(account));
    let body = html! {
        (identity(account.upn))
        (heading(tenant, None))
        (publisher(tenant, app, true))
        form id="consentForm" method="post" action="/common/Consent/Set" data-bind="submit: accept_onSubmit" {
            (hidden(&ctx, &canary))
            input type="hidden" name="cancelled" value="";
            @if tick && place == TickPlace::Before { (org_tick(tenant)) }
            (permissions(tenant, &rows))
            @if tick && place == TickPlace::After { (org_tick(tenant)) }
            (small_print(app))
            (buttons(tenant))
        }
    };
    let extra = json!({ "arrScopes": scopes, "sAppName": app.name });
    let title = tenant.say(Label::PermissionsRequested);
    LoginPage::new(tenant, "ConvergedConsent", &title, body)
        .config(extra)
        .respond()
}

/// What is asked, each thing once: two scopes can share a line.
pub(crate) fn rows(tenant: &Tenant, values: &[String], admin: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for permission in values
        .iter()
        .filter_map(|value| tenant.permissions.get(value))
    {
        let name = if admin {
            &permission.admin
        } else {
            &permission.user
        };
        if !rows.iter().any(|row| row.name == *name) {
            rows.push(Row {
                name: name.clone(),
                means: permission.means.clone(),
            });
        }
    }
    // As the guide's picture has it: what the app does first, who you are after, and the
    // lasting access at the end.
    rows.sort_by_key(|row| match row.name.as_str() {
        "Maintain access to data you have given it access to" => 2,
        "View your basic profile" | "View your email address" => 1,
        _ => 0,
    });
    rows
}

/// Title and, on the admin's page, its second line.
pub(crate) fn heading(tenant: &Tenant, second: Option<Label>) -> Markup {
    html! {
        div class="row text-title title" role="heading" aria-level="1" id="consentHeader"
            data-bind="text: str['STR_Consent_Title']" {
            (tenant.say(Label::PermissionsRequested))
        }
        @if let Some(second) = second {
            div class="row title second" role="heading" aria-level="2" { (tenant.say(second)) }
        }
    }
}

/// The application and who says to have made it.
pub(crate) fn publisher(tenant: &Tenant, app: &Registration, warn: bool) -> Markup {
    let verified = tenant.world().scenario.publisher_verified;
    html! {
        div class="row app" {
            span class="app-logo" aria-hidden="true" { (app.name.chars().next().unwrap_or('?')) }
            div {
                div class="app-name" { (app.name) }
                a class="app-publisher" href="#" data-stay { (app.publisher) }
                " "
                @if verified {
                    span class="verified" { (tenant.say(Label::Verified)) }
                } @else {
                    span class="unverified" { (tenant.say(Label::Unverified)) }
                }
            }
        }
        @if warn { p class="row strong" { (tenant.say(Label::NotPublished)) } }
    }
}

/// The rows with their chevrons.
pub(crate) fn permissions(tenant: &Tenant, rows: &[Row]) -> Markup {
    let (seed, open) = {
        let world = tenant.world();
        (world.scenario.churn_seed, world.scenario.rows_expanded)
    };
    html! {
        div class="row" { (tenant.say(Label::AppWouldLikeTo)) }
        (PreEscaped("<!-- ko foreach: scopes -->"))
        ul class={ "scopes " (web::churn(seed, "scope-list")) } {
            @for (i, row) in rows.iter().enumerate() {
                @let id = web::churn(seed, &format!("scopeDetail{i}"));
                li class="scope" {
                    button type="button" class="chevron" aria-expanded=(open) aria-controls=(id)
                        aria-label={ "Show details: " (row.name) } data-bind="click: toggleDetails" {}
                    div {
                        div class="scope-name" { (row.name) }
                        div id=(id) class="scope-means" hidden[!open] { (row.means) }
                    }
                }
            }
        }
        (PreEscaped("<!-- /ko -->"))
    }
}

/// The tick, in the markup the scenario wants: the real one is not known.
fn org_tick(tenant: &Tenant) -> Markup {
    let (form, seed) = {
        let world = tenant.world();
        (world.scenario.consent_form, world.scenario.churn_seed)
    };
    let words = tenant.say(Label::ConsentOnBehalf);
    let id = web::churn(seed, "chkOrgConsent");
    html! {
        div class={ "row org " (web::churn(seed, "org-consent")) } {
            @match form {
                ConsentForm::CheckboxLabel => {
                    input type="checkbox" id=(id) name="orgConsent" value="true" data-bind="checked: isOrgConsent";
                    label for=(id) { (words) }
                }
                ConsentForm::CheckboxAria => {
                    input type="checkbox" name="orgConsent" value="true" aria-label=(words);
                    span aria-hidden="true" { (words) }
                }
                ConsentForm::CheckboxNestedLabel => {
                    label { input type="checkbox" name="orgConsent" value="true"; span { (words) } }
                }
                ConsentForm::DivRoleCheckbox => {
                    div id=(id) class="box" role="checkbox" tabindex="0" aria-checked="false"
                        aria-labelledby={ (id) "-text" } data-tick="orgConsent" {}
                    span id={ (id) "-text" } data-tick-text=(id) { (words) }
                    input type="hidden" name="orgConsent" value="";
                }
            }
        }
    }
}

/// The lines under the list, in our own words.
pub(crate) fn small_print(app: &Registration) -> Markup {
    html! {
        p class="fine" {
            "If you accept, " (app.name) " may use your data in the way its "
            a href="#" data-stay { "terms of service" } " and "
            a href="#" data-stay { "privacy statement" }
            " describe. You can look at your permissions at https://myapps.microsoft.com. "
            a href="#" data-stay { "Show details" }
        }
    }
}

/// Cancel and Accept: Accept has a name and no id (facts: portal-dom 0.2).
pub(crate) fn buttons(tenant: &Tenant) -> Markup {
    html! {
        div class="buttons" {
            input type="button" id="idBtn_Back" class="button" value=(tenant.say(Label::Cancel))
                data-bind="click: cancel_onClick" data-cancel;
            input type="submit" name="idSIButton9" class="button primary" value=(tenant.say(Label::Accept));
        }
    }
}

/// `POST /common/Consent/Set`.
pub(crate) async fn answered(State(tenant): State<Arc<Tenant>>, form: String) -> Response {
    let form = Params::parse(&form);
    let (Some(ctx), Some(canary)) = (form.get("ctx"), form.get("canary")) else {
        return Denial::new(9_002_313).page(&tenant);
    };
    let held = tenant.world().flows.take(ctx, canary, now());
    let Some((Errand::Authorize(request), Some(account))) = held.map(|h| (h.errand, h.account))
    else {
        return Denial::new(70008).page(&tenant);
    };
    let Some(app) = tenant.registry.get(&request.client_id) else {
        return Denial::new(700_016).page(&tenant);
    };
    if form.get("cancelled").is_some() || form.get("idSIButton9").is_none() {
        tenant.world().history.counters.consents_declined += 1;
        return proceed::back(
            &tenant,
            StatusCode::SEE_OTHER,
            &request,
            &Denial::new(65004),
        );
    }
    let org_tick = form.get("orgConsent").is_some();
    if org_tick && !account.is_global_admin() {
        return Denial::new(90093).page(&tenant);
    }
    tenant
        .world()
        .consent(app, account, &request.scopes, org_tick, now());
    if let Some(fault) = tenant.fault(FaultAt::Consent) {
        return match Denial::of_fault(&fault.code) {
            Some(denial) => proceed::back(&tenant, StatusCode::SEE_OTHER, &request, &denial),
            None => proceed::status_fault(&fault.code),
        };
    }
    proceed::code(&tenant, StatusCode::SEE_OTHER, &request, account)
}
