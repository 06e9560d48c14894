//! "Need admin approval": for whoever may not consent, with or without a form to ask for it.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use maud::html;
use serde_json::json;

use super::{
    admin,
    consent::{hold, publisher},
    denial::Denial,
    errand::Errand,
    page::{LoginPage, hidden, identity},
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
    let (ctx, canary) = hold(tenant, errand, Some(account));
    let form = tenant.world().scenario.request_form;
    let heading = if form {
        Label::ApprovalRequired
    } else {
        Label::NeedAdminApproval
    };
    let body = html! {
        (identity(account.upn))
        div class="row title" role="heading" aria-level="1" { (tenant.say(heading)) }
        (publisher(tenant, app, false))
        p class="row" { (app.name) " " (tenant.say(Label::NeedsPermission)) }
        form id="approvalForm" method="post" action="/common/Consent/Request" {
            (hidden(&ctx, &canary))
            input type="hidden" name="do" value="return";
            @if form {
                label for="justification" { "Enter justification for requesting this app" }
                textarea id="justification" name="justification" rows="3" class="field" {}
                div class="buttons" {
                    input type="button" id="idBtn_Back" class="button" value=(tenant.say(Label::Cancel)) data-do="return";
                    input type="button" class="button primary" value=(tenant.say(Label::RequestApproval)) data-do="request";
                }
            }
            p class="row" { a href="#" data-do="switch" { (tenant.say(Label::HaveAdminAccount)) } }
            p class="row" { a id="idReturn" href="#" data-do="return" { (tenant.say(Label::ReturnWithoutConsent)) } }
        }
    };
    let extra = json!({ "sErrorCode": code.to_string() });
    LoginPage::new(tenant, "ConvergedConsent", &tenant.say(heading), body)
        .config(extra)
        .respond()
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
            let heading = tenant.say(Label::RequestSent);
            let body = html! {
                div class="row title" role="heading" aria-level="1" { (heading) }
                p class="row" { "An administrator has been asked. You will hear by email." }
            };
            LoginPage::new(&tenant, "ConvergedConsent", &heading, body).respond()
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
