//! "Pick an account", and the sign-in page for another one.

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
    interrupt,
    page::{LoginPage, PRIMARY, heading},
};
use crate::{
    labels::Label,
    tenant::{Tenant, now},
    web::{self, Params},
    world::{Account, Held},
};

/// `GET /`: nobody is sent here on purpose.
pub(crate) async fn front(State(tenant): State<Arc<Tenant>>) -> Response {
    let body = html! {
        (heading(&tenant.say(Label::SignIn)))
        p { "Nothing asked you to sign in. Start from the application." }
    };
    LoginPage::new(&tenant, "ConvergedSignIn", body).respond()
}

/// The picker.
pub(crate) fn show(tenant: &Tenant, errand: Errand) -> Response {
    let held = hold(tenant, errand);
    let (guests, personal) = {
        let world = tenant.world();
        (
            world.scenario.guests as usize,
            world.scenario.personal_account,
        )
    };
    let strangers = STRANGERS.iter().take(guests);
    let body = html! {
        div id="loginHeader" class="row title ext-title" {
            div role="heading" aria-level="1" data-bind="text: str['CT_PWD_STR_PickAnAccount']" {
                (tenant.say(Label::PickAnAccount))
            }
        }
        input type="hidden" name="login" value="";
        div id="tilesHolder" class="tiles form-group" role="list" data-bind="foreach: sessions" {
            @for (name, upn) in strangers { (tile(name, upn, "work or school")) }
            @for account in Account::ALL { (tile(account.name, account.upn, "work or school")) }
            @if personal { (tile("Adele Admin", PERSONAL, "personal")) }
            div role="listitem" class="row tile" {
                div id="otherTile" data-test-id="otherTile" class="table" role="button" tabindex="0" data-pick="" {
                    span class="avatar" aria-hidden="true" { "+" }
                    div id="otherTileText" class="table-cell text-left content" { (tenant.say(Label::UseAnotherAccount)) }
                }
            }
        }
    };
    LoginPage::new(tenant, "ConvergedSignIn", body)
        .form("/common/login", held)
        .respond()
}

/// Accounts that are not of this tenant, though their names may be.
const STRANGERS: [(&str, &str); 3] = [
    ("Adele Admin", "adele.admin@oakfield.example"),
    ("Gus Guest", "gus.guest@oakfield.example"),
    (
        "Adele Admin",
        "adele.admin@birchwood.example.oakfield.example",
    ),
];

/// A personal account.
const PERSONAL: &str = "adele.admin@personal.example";

/// One account of the picker.
fn tile(name: &str, upn: &str, kind: &str) -> maud::Markup {
    html! {
        div role="listitem" class="row tile" {
            div class="table" role="button" tabindex="0" data-test-id=(upn)
                data-bind="click: tile_onClick, pressEnter: tile_onClick"
                aria-label={ "Sign in with " (upn) " " (kind) " account." } data-pick=(upn) {
                (avatar(name))
                div class="table-cell text-left content" {
                    div { (name) }
                    small { (upn) }
                }
            }
        }
    }
}

/// The page with a field for the user name.
fn ask(tenant: &Tenant, held: Held, problem: Option<&str>) -> Response {
    let held = hold(tenant, held.errand);
    let body = html! {
        div id="loginHeader" class="row title ext-title" {
            div role="heading" aria-level="1" { (tenant.say(Label::SignIn)) }
        }
        @if let Some(problem) = problem {
            div id="usernameError" class="alert" role="alert" { (problem) }
        }
        input type="email" id="i0116" name="login" class="field form-control ltr_override ext-input ext-text-box"
            autocomplete="username" aria-label="Email or phone" placeholder="Email or phone" data-loginfmt;
        div class="buttons win-button-pin-bottom" {
            input type="submit" id="idSIButton9" class=(PRIMARY) value=(tenant.say(Label::Next));
        }
    };
    LoginPage::new(tenant, "ConvergedSignIn", body)
        .form("/common/login", held)
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
    if login == PERSONAL {
        return web::redirect(
            StatusCode::SEE_OTHER,
            "https://login.live.com/oauth20_authorize.srf",
        );
    }
    if STRANGERS.iter().any(|(_, upn)| *upn == login) {
        return Denial::new(50020).page(&tenant);
    }
    let Some(account) = Account::find(login) else {
        return ask(
            &tenant,
            held,
            Some("We couldn't find an account with that username."),
        );
    };
    interrupt::begin(&tenant, &headers, held.errand, account)
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
