//! The pages between choosing an account and what the person came for: an approval on a telephone
//! that comes by itself, and "Stay signed in?" (facts: portal-dom D.1 to D.3).

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::html;

use super::{
    denial::Denial,
    errand::Errand,
    page::{LoginPage, hidden, identity},
    proceed, session,
};
use crate::{
    labels::Label,
    tenant::{Tenant, now},
    web::Params,
    world::Account,
};

/// What somebody has already been asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Nothing,
    Approval,
    StaySignedIn,
}

/// After an account was chosen: the first page there is, or onward.
pub(crate) fn begin(
    tenant: &Tenant,
    headers: &HeaderMap,
    errand: Errand,
    account: Account,
) -> Response {
    // Who is signed in here already has proven it.
    let asked = if session::account(tenant, headers) == Some(account) {
        Asked::StaySignedIn
    } else {
        Asked::Nothing
    };
    next(tenant, headers, errand, account, asked)
}

fn next(
    tenant: &Tenant,
    headers: &HeaderMap,
    errand: Errand,
    account: Account,
    asked: Asked,
) -> Response {
    let (approve_ms, stay) = {
        let world = tenant.world();
        (
            world.scenario.approve_sign_in_ms,
            world.scenario.stay_signed_in,
        )
    };
    if asked < Asked::Approval && approve_ms > 0 {
        return approval(tenant, errand, account, approve_ms);
    }
    if asked < Asked::StaySignedIn && stay {
        return stay_signed_in(tenant, errand, account);
    }
    tenant.world().signed_in(account, errand.client_id(), now());
    let response = proceed::onward(tenant, StatusCode::SEE_OTHER, errand, account);
    session::sign_in(tenant, headers, account, response)
}

/// The page that waits for the telephone. Its form sends itself when that has answered.
fn approval(tenant: &Tenant, errand: Errand, account: Account, after_ms: u32) -> Response {
    let (ctx, canary) = super::consent::hold(tenant, errand, Some(account));
    let heading = tenant.say(Label::ApproveSignIn);
    let body = html! {
        (identity(account.upn))
        div id="idDiv_SAOTCAS_Title" class="row title" role="heading" aria-level="1" { (heading) }
        p class="row" { "Open your authenticator app and approve the request." }
        form method="post" action="/common/SAS/ProcessAuth" data-send-after=(after_ms) {
            (hidden(&ctx, &canary))
        }
    };
    LoginPage::new(tenant, "ConvergedTFA", &heading, body).respond()
}

fn stay_signed_in(tenant: &Tenant, errand: Errand, account: Account) -> Response {
    let (ctx, canary) = super::consent::hold(tenant, errand, Some(account));
    let heading = tenant.say(Label::StaySignedIn);
    let body = html! {
        (identity(account.upn))
        div class="row title" role="heading" aria-level="1" { (heading) }
        div id="KmsiDescription" class="row" { "Do this to be asked to sign in less often." }
        form method="post" action="/kmsi" {
            (hidden(&ctx, &canary))
            label class="row" {
                input type="checkbox" id="KmsiCheckboxField" name="DontShowAgain" value="true";
                " Don't show this again"
            }
            div class="buttons" {
                input type="submit" id="idBtn_Back" class="button" value=(tenant.say(Label::No));
                input type="submit" id="idSIButton9" class="button primary" value=(tenant.say(Label::Yes));
            }
        }
    };
    LoginPage::new(tenant, "KmsiInterrupt", &heading, body).respond()
}

/// `POST /common/SAS/ProcessAuth`: the telephone has answered.
pub(crate) async fn approved(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    form: String,
) -> Response {
    answered(&tenant, &headers, &form, Asked::Approval)
}

/// `POST /kmsi`: Yes and No lead to the same place.
pub(crate) async fn stays(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    form: String,
) -> Response {
    answered(&tenant, &headers, &form, Asked::StaySignedIn)
}

fn answered(tenant: &Tenant, headers: &HeaderMap, form: &str, asked: Asked) -> Response {
    let form = Params::parse(form);
    let (Some(ctx), Some(canary)) = (form.get("ctx"), form.get("canary")) else {
        return Denial::new(9_002_313).page(tenant);
    };
    let held = tenant.world().flows.take(ctx, canary, now());
    match held.map(|held| (held.errand, held.account)) {
        Some((errand, Some(account))) => next(tenant, headers, errand, account, asked),
        _ => Denial::new(70008).page(tenant),
    }
}
