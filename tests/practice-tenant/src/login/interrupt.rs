//! The pages between choosing an account and what the person came for: an approval on a telephone
//! that comes by itself, and "Stay signed in?".

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use maud::html;

use super::{
    denial::Denial,
    errand::Errand,
    page::{LoginPage, PRIMARY, SECONDARY, heading, identity},
    proceed, session,
};
use crate::{
    labels::Label,
    scenario::AfterSignIn,
    tenant::{Tenant, now},
    web::{self, Params},
    world::{Account, guid},
};

/// What somebody has already been asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Nothing,
    Approval,
    StaySignedIn,
}

/// After an account was chosen: on to the address at which the sign-in goes on.
pub(crate) fn begin(
    tenant: &Tenant,
    headers: &HeaderMap,
    errand: Errand,
    account: Account,
) -> Response {
    if tenant.world().scenario.after_sign_in == AfterSignIn::Login {
        return go_on(tenant, headers, errand, account);
    }
    let (ctx, _) = super::consent::hold(tenant, errand, Some(account));
    let session = guid(&ctx);
    let to = format!("/common/reprocess?ctx={ctx}&sessionid={session}");
    web::redirect(StatusCode::SEE_OTHER, &to)
}

/// The first page there is for an account, or onward.
fn go_on(tenant: &Tenant, headers: &HeaderMap, errand: Errand, account: Account) -> Response {
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
    let held = super::consent::hold(tenant, errand, Some(account));
    let body = html! {
        (identity(account.upn))
        div id="idDiv_SAOTCAS_Title" class="row title ext-title" role="heading" aria-level="1" {
            (tenant.say(Label::ApproveSignIn))
        }
        p class="row" { "Open your authenticator app and approve the request." }
    };
    LoginPage::new(tenant, "ConvergedTFA", body)
        .form("/common/SAS/ProcessAuth", held)
        .send_after(after_ms)
        .respond()
}

fn stay_signed_in(tenant: &Tenant, errand: Errand, account: Account) -> Response {
    let held = super::consent::hold(tenant, errand, Some(account));
    let body = html! {
        (identity(account.upn))
        (heading(&tenant.say(Label::StaySignedIn)))
        div id="KmsiDescription" class="row text-body" { "Do this to be asked to sign in less often." }
        div class="row" {
            div class="form-group checkbox" {
                label {
                    input type="checkbox" id="KmsiCheckboxField" name="DontShowAgain" value="true"
                        aria-label="Don't show this again";
                    span { "Don't show this again" }
                }
            }
        }
        div class="buttons win-button-pin-bottom" {
            input type="submit" id="idBtn_Back" class=(SECONDARY) value=(tenant.say(Label::No));
            input type="submit" id="idSIButton9" class=(PRIMARY) value=(tenant.say(Label::Yes));
        }
    };
    LoginPage::new(tenant, "KmsiInterrupt", body)
        .form("/kmsi", held)
        .respond()
}

/// `GET /common/reprocess`: goes on with whoever has just chosen an account.
pub(crate) async fn reprocess(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let query = Params::parse(&query.unwrap_or_default());
    let held = query
        .get("ctx")
        .and_then(|ctx| tenant.world().flows.held(ctx).cloned());
    match held.map(|held| (held.errand, held.account)) {
        Some((errand, Some(account))) => go_on(&tenant, &headers, errand, account),
        _ => Denial::new(70008).page(&tenant),
    }
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
