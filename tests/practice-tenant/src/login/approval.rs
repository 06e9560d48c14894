//! "Need admin approval": for whoever may not consent, with or without a form to ask for it.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use maud::{Markup, html};
use serde_json::json;

use super::{
    admin,
    consent::{hold, publisher},
    denial::Denial,
    errand::Errand,
    page::{LoginPage, PRIMARY, SECONDARY, heading, identity},
    picker, proceed,
};
use crate::{
    labels::Label,
    tenant::{Tenant, now},
    web::Params,
    world::{Account, Registration},
};

/// The page.
pub(crate) fn show(
    tenant: &Tenant,
    app: &Registration,
    errand: Errand,
    account: Account,
    code: u32,
) -> Response {
    let held = hold(tenant, errand, Some(account));
    let form = tenant.world().scenario.request_form;
    let body = if form {
        request(tenant, app, account)
    } else {
        refusal(tenant, app, account)
    };
    LoginPage::new(tenant, "ConvergedConsent", body)
        .form("/common/Consent/Request", held)
        .config(json!({ "sErrorCode": code.to_string(), "sAppName": app.name }))
        .respond()
}

/// There is nothing to do here but to leave, or to come back as somebody else.
fn refusal(tenant: &Tenant, app: &Registration, account: Account) -> Markup {
    html! {
        (identity(account.upn))
        (heading(&tenant.say(Label::NeedAdminApproval)))
        (publisher(tenant, app))
        p class="row" { (app.name) " " (tenant.say(Label::NeedsPermission)) }
        input type="hidden" name="do" value="return";
        p class="row" { a href="#" data-do="switch" { (tenant.say(Label::HaveAdminAccount)) } }
        p class="row" { a id="idReturn" href="#" data-do="return" { (tenant.say(Label::ReturnWithoutConsent)) } }
    }
}

/// The form that asks an administrator.
fn request(tenant: &Tenant, app: &Registration, account: Account) -> Markup {
    html! {
        (identity(account.upn))
        (heading(&tenant.say(Label::ApprovalRequired)))
        (publisher(tenant, app))
        p class="row" { (app.name) " " (tenant.say(Label::NeedsPermission)) }
        input type="hidden" name="do" value="return";
        label for="justification" { "Enter justification for requesting this app" }
        textarea id="justification" name="justification" rows="3" class="field" {}
        p class="row" { a href="#" data-do="switch" { (tenant.say(Label::HaveAdminAccount)) } }
        div class="buttons win-button-pin-bottom" {
            input type="button" id="idBtn_Back" class=(SECONDARY) value=(tenant.say(Label::Cancel)) data-do="return";
            input type="button" class=(PRIMARY) value=(tenant.say(Label::RequestApproval)) data-do="request";
        }
    }
}

/// `POST /common/Consent/Request`.
pub(crate) async fn answered(State(tenant): State<Arc<Tenant>>, form: String) -> Response {
    let form = Params::parse(&form);
    let (Some(ctx), Some(canary)) = (form.get("ctx"), form.get("canary")) else {
        return Denial::new(9_002_313).page(&tenant);
    };
    let Some(held) = tenant.world().flows.take(ctx, canary, now()) else {
        return Denial::new(70008).page(&tenant);
    };
    match (form.get("do"), held.errand) {
        (Some("switch"), errand) => picker::show(&tenant, errand),
        (Some("request"), _) => {
            tenant.world().history.counters.approvals_requested += 1;
            let body = html! {
                (heading(&tenant.say(Label::RequestSent)))
                p class="row" { "An administrator has been asked. You will hear by email." }
            };
            LoginPage::new(&tenant, "ConvergedConsent", body).respond()
        }
        (_, Errand::Authorize(request)) => {
            tenant.world().history.counters.consents_declined += 1;
            proceed::back(
                &tenant,
                StatusCode::SEE_OTHER,
                &request,
                &Denial::new(90094),
            )
        }
        (_, Errand::AdminConsent(request)) => {
            tenant.world().history.counters.consents_declined += 1;
            proceed::admin_back(&tenant, &request, Some(&admin::declined(request.version)))
        }
    }
}
