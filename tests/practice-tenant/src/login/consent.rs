//! The user's consent page: what the application would like to do, and for a Global Administrator
//! the box that would say yes for everybody.
//!
//! Nobody has published this page's markup. Frame and fields are those of the other pages of the
//! sign-in; Accept's name, the link to what is known of the app, and the form's target are those
//! that automation relies on (AzureAD/microsoft-authentication-library-for-dotnet pull request 4897,
//! microsoft-authentication-library-common-for-android, silverhack/monkey365).

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use maud::{Markup, PreEscaped, html};
use serde_json::json;

use super::{
    admin,
    denial::Denial,
    errand::{Authorize, Errand, Prompt},
    page::{LoginPage, PRIMARY, SECONDARY, identity},
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
    let step = step(tenant, &request);
    let held = hold(tenant, Errand::Authorize(request), Some(account));
    let body = html! {
        (identity(account.upn))
        (title(tenant, step, None))
        (publisher(tenant, app))
        p class="row strong" { (tenant.say(Label::NotPublished)) }
        (decision())
        @if tick && place == TickPlace::Before { (org_tick(tenant)) }
        (permissions(tenant, &rows))
        @if tick && place == TickPlace::After { (org_tick(tenant)) }
        (small_print(app))
        (buttons(tenant, step))
    };
    LoginPage::new(tenant, "ConvergedConsent", body)
        .form("/common/Consent/Set", held)
        .config(configuration(tenant, app, &scopes, account))
        .respond()
}

/// Where a page stands when two applications ask one after the other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Only,
    First,
    Second,
}

fn step(tenant: &Tenant, request: &Authorize) -> Step {
    if request.first.is_some() {
        Step::Second
    } else if tenant.world().scenario.consent_apps > 1 {
        Step::First
    } else {
        Step::Only
    }
}

/// What the page's configuration says of the application (Gerenios/AADInternals, `AccessToken.ps1`).
pub(crate) fn configuration(
    tenant: &Tenant,
    app: &Registration,
    scopes: &[String],
    account: Account,
) -> serde_json::Value {
    let verified = tenant.world().scenario.publisher_verified;
    let scopes: Vec<_> = scopes
        .iter()
        .filter_map(|value| tenant.permissions.get(value))
        .map(|p| {
            json!({
                "label": p.user, "description": p.means,
                "adminLabel": p.admin, "adminDescription": p.means,
            })
        })
        .collect();
    json!({
        "sAppName": app.name,
        "sAppVerifiedPublisherName": if verified { app.publisher.as_str() } else { "" },
        "sAppWebsite": app.homepage,
        "sAppCreatedDate": "2019-05-21",
        "urlAppSettings": "https://myapps.microsoft.com",
        "urlAppTermsOfService": "",
        "urlAppPrivacyStatement": "",
        "urlAppLogo": "",
        "fAppInDifferentTenant": true,
        "arrScopes": scopes,
        "arrAppReplyUrls": app.redirect,
        "sPOST_Username": account.upn,
    })
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
pub(crate) fn title(tenant: &Tenant, step: Step, second: Option<Label>) -> Markup {
    let text = match step {
        Step::Only => tenant.say(Label::PermissionsRequested),
        Step::First => tenant.say_of(Label::PermissionsRequestedOfTwo, "1"),
        Step::Second => tenant.say_of(Label::PermissionsRequestedOfTwo, "2"),
    };
    html! {
        div class="row text-title title ext-title" id="consentHeader" role="heading" aria-level="1"
            data-bind="text: str['STR_Consent_Title']" { (text) }
        @if let Some(second) = second {
            div class="row title second" role="heading" aria-level="2" { (tenant.say(second)) }
        }
    }
}

/// The application and who says to have made it.
pub(crate) fn publisher(tenant: &Tenant, app: &Registration) -> Markup {
    let verified = tenant.world().scenario.publisher_verified;
    html! {
        div class="row row-app-info" {
            div class="logo app-logo" aria-hidden="true" { (app.name.chars().next().unwrap_or('?')) }
            div {
                div class="app-name" { (app.name) }
                a id="appDomainLinkToAppInfo" class="app-publisher" href="#" data-stay { (app.publisher) }
                " "
                @if verified {
                    span class="verified" { (tenant.say(Label::Verified)) }
                } @else {
                    span class="unverified" { (tenant.say(Label::Unverified)) }
                }
            }
        }
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
                    div class="toggle" {
                        button type="button" class="chevron" aria-expanded=(open) aria-controls=(id)
                            aria-label={ "Show details: " (row.name) } data-bind="click: toggleDetails" {}
                        div class="label" { (row.name) }
                    }
                    div id=(id) class="text-caption" hidden[!open] { (row.means) }
                }
            }
        }
        (PreEscaped("<!-- /ko -->"))
    }
}

/// What the person decides, as the form carries it.
pub(crate) fn decision() -> Markup {
    html! { input type="hidden" name="acceptConsent" value="true"; }
}

/// The checkbox, in the markup the scenario wants: the real one is not known.
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
                    div class="form-group checkbox" {
                        label {
                            input type="checkbox" name="orgConsent" value="true" aria-label=(words)
                                data-bind="checked: isOrgConsent";
                            span { (words) }
                        }
                    }
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

/// Cancel and Accept. A flag of the server's decides whether Accept is known by its name or its id.
pub(crate) fn buttons(tenant: &Tenant, step: Step) -> Markup {
    let via_name = tenant.world().scenario.accept_id_via_name;
    let text = tenant.say(if step == Step::First {
        Label::Next
    } else {
        Label::Accept
    });
    html! {
        div class="buttons win-button-pin-bottom" {
            div class="row" {
                div class="inline-block button-item ext-button-item" {
                    input type="button" id="idBtn_Back" class=(SECONDARY) value=(tenant.say(Label::Cancel))
                        data-bind="click: cancel_onClick" data-cancel;
                }
                div class="inline-block button-item ext-button-item" {
                    (PreEscaped("<!-- ko ifnot: svr.fConsentButtonIdViaName -->"))
                    @if !via_name { input type="submit" id="idSIButton9" class=(PRIMARY) value=(text); }
                    (PreEscaped("<!-- /ko --><!-- ko if: svr.fConsentButtonIdViaName -->"))
                    @if via_name { input type="submit" name="idSIButton9" class=(PRIMARY) value=(text); }
                    (PreEscaped("<!-- /ko -->"))
                }
            }
        }
    }
}

/// `POST /common/Consent/Set`: what was decided on either consent page.
pub(crate) async fn answered(State(tenant): State<Arc<Tenant>>, form: String) -> Response {
    let form = Params::parse(&form);
    let (Some(ctx), Some(canary)) = (form.get("ctx"), form.get("canary")) else {
        return Denial::new(9_002_313).page(&tenant);
    };
    let accepted = form.get("acceptConsent") == Some("true");
    let held = tenant.world().flows.take(ctx, canary, now());
    match held.map(|held| (held.errand, held.account)) {
        Some((Errand::Authorize(request), Some(account))) => {
            let org_tick = form.get("orgConsent").is_some();
            decided(&tenant, request, account, accepted, org_tick)
        }
        Some((Errand::AdminConsent(request), Some(account))) => {
            admin::decided(&tenant, &request, account, accepted)
        }
        _ => Denial::new(70008).page(&tenant),
    }
}

fn decided(
    tenant: &Tenant,
    request: Authorize,
    account: Account,
    accepted: bool,
    org_tick: bool,
) -> Response {
    let Some(app) = tenant.registry.get(&request.client_id) else {
        return Denial::new(700_016).page(tenant);
    };
    // The second page belongs to the application that asked first: that one is answered.
    let asked = request.first.as_deref().unwrap_or(&request);
    if !accepted {
        tenant.world().history.counters.consents_declined += 1;
        if step(tenant, &request) == Step::Only {
            return proceed::canceled(tenant, asked);
        }
        let denial = Denial::new(65004).called("consent_required");
        return proceed::back(tenant, StatusCode::SEE_OTHER, asked, &denial);
    }
    if org_tick && !account.is_global_admin() {
        return Denial::new(90093).page(tenant);
    }
    tenant
        .world()
        .consent(app, account, &request.scopes, org_tick, now());
    if step(tenant, &request) == Step::First {
        let companion = tenant.registry.companion();
        let second = Authorize {
            client_id: companion.id.clone(),
            scopes: companion.delegated.clone(),
            prompt: Some(Prompt::Consent),
            first: Some(Box::new(request.clone())),
            ..request
        };
        return show(
            tenant,
            companion,
            second,
            account,
            account.is_global_admin(),
        );
    }
    if let Some(fault) = tenant.fault(FaultAt::Consent) {
        return match Denial::of_fault(&fault.code) {
            Some(denial) => proceed::back(tenant, StatusCode::SEE_OTHER, asked, &denial),
            None => proceed::status_fault(&fault.code),
        };
    }
    proceed::code(tenant, StatusCode::SEE_OTHER, asked, account)
}
