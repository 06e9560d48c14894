//! "Pick an account", and the sign-in page for another one.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use maud::html;

use super::{
    denial::Denial,
    errand::Errand,
    page::{LoginPage, hidden},
    proceed, session,
};
use crate::{
    labels::Label,
    tenant::{Tenant, now},
    web::Params,
    world::{Account, Held},
};

/// `GET /`: nobody is sent here on purpose.
pub(crate) async fn front(State(tenant): State<Arc<Tenant>>) -> Response {
    let body = html! {
        h1 class="title" role="heading" aria-level="1" { (tenant.say(Label::SignIn)) }
        p { "Nothing asked you to sign in. Start from the application." }
    };
    LoginPage::new(
        &tenant,
        "ConvergedSignIn",
        &tenant.say(Label::SignInTitle),
        body,
    )
    .respond()
}

/// The picker.
pub(crate) fn show(tenant: &Tenant, errand: Errand) -> Response {
    let (ctx, canary) = hold(tenant, errand);
    let body = html! {
        h1 id="loginHeader" class="title" role="heading" aria-level="1" data-bind="text: str['CT_PWD_STR_PickAnAccount']" {
            (tenant.say(Label::PickAnAccount))
        }
        form id="tilesForm" method="post" action="/common/login" {
            (hidden(&ctx, &canary))
            input type="hidden" name="login" value="";
            div class="tiles" role="list" data-bind="foreach: sessions" {
                @for account in Account::ALL {
                    div role="listitem" class="row tile" {
                        div class="table" role="button" tabindex="0" data-test-id=(account.upn)
                            data-bind="click: tile_onClick, pressEnter: tile_onClick"
                            aria-label={ "Sign in with " (account.upn) " work or school account." }
                            data-pick=(account.upn) {
                            (avatar(account.name))
                            div class="table-cell text-left content" {
                                div { (account.name) }
                                small { (account.upn) }
                            }
                        }
                    }
                }
                div role="listitem" class="row tile" {
                    div id="otherTile" class="table" role="button" tabindex="0" data-pick="" {
                        span class="avatar" aria-hidden="true" { "+" }
                        div class="table-cell text-left content" { (tenant.say(Label::UseAnotherAccount)) }
                    }
                }
            }
        }
    };
    LoginPage::new(
        tenant,
        "ConvergedSignIn",
        &tenant.say(Label::SignInTitle),
        body,
    )
    .respond()
}

/// The page with a field for the user name.
fn ask(tenant: &Tenant, held: Held, problem: Option<&str>) -> Response {
    let (ctx, canary) = hold(tenant, held.errand);
    let body = html! {
        h1 id="loginHeader" class="title" role="heading" aria-level="1" { (tenant.say(Label::SignIn)) }
        form method="post" action="/common/login" {
            (hidden(&ctx, &canary))
            @if let Some(problem) = problem {
                div id="usernameError" class="alert" role="alert" { (problem) }
            }
            input type="email" id="i0116" name="login" class="field" autocomplete="username"
                aria-label="Email or phone" placeholder="Email or phone" data-loginfmt;
            div class="buttons" {
                input type="submit" id="idSIButton9" class="button primary" value=(tenant.say(Label::Next));
            }
        }
    };
    LoginPage::new(
        tenant,
        "ConvergedSignIn",
        &tenant.say(Label::SignInTitle),
        body,
    )
    .respond()
}

/// `POST /common/login`.
pub(crate) async fn picked(
    State(tenant): State<Arc<Tenant>>,
    headers: HeaderMap,
    form: String,
) -> Response {
    let form = Params::parse(&form);
    let (Some(ctx), Some(canary)) = (form.get("ctx"), form.get("canary")) else {
        return Denial::new(9_002_313).page(&tenant);
    };
    let Some(held) = tenant.world().flows.take(ctx, canary, now()) else {
        return Denial::new(70008).page(&tenant);
    };
    let Some(login) = form.get("login") else {
        return ask(&tenant, held, None);
    };
    let Some(account) = Account::find(login) else {
        return ask(
            &tenant,
            held,
            Some("We couldn't find an account with that username."),
        );
    };
    tenant
        .world()
        .signed_in(account, held.errand.client_id(), now());
    let response = proceed::onward(&tenant, StatusCode::SEE_OTHER, held.errand, account);
    session::sign_in(&tenant, &headers, account, response).into_response()
}

fn hold(tenant: &Tenant, errand: Errand) -> (String, String) {
    super::consent::hold(tenant, errand, None)
}

/// A circle with initials.
fn avatar(name: &str) -> maud::Markup {
    let initials: String = name
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect();
    html! { span class="avatar" aria-hidden="true" { (initials) } }
}
