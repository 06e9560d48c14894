//! `GET /{tenant}/oauth2/v2.0/authorize`: validation, then the first page.

use std::sync::Arc;

use axum::{
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};

use super::{
    denial::Denial,
    errand::{Authorize, Challenge, Errand, Prompt, ResponseMode},
    picker, proceed, session,
};
use crate::{
    scenario::FaultAt,
    tenant::{Tenant, now},
    web::{self, Params},
    world::{Account, World},
};

/// Where a refusal is told.
pub(crate) enum Refusal {
    /// On Microsoft's own page: the application cannot be trusted with it.
    Page(Denial),
    /// To the application.
    Back(Denial, Box<Authorize>),
}

/// Answers the request.
pub(crate) async fn start(
    State(tenant): State<Arc<Tenant>>,
    Path(alias): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if alias == "consumers" {
        return web::redirect(
            StatusCode::FOUND,
            "https://login.live.com/oauth20_authorize.srf",
        );
    }
    if let Some(fault) = tenant.fault(FaultAt::Authorize) {
        return match Denial::of_fault(&fault.code) {
            Some(denial) => denial.page(&tenant),
            None => proceed::status_fault(&fault.code),
        };
    }
    let params = Params::parse(&query.unwrap_or_default());
    let request = match validate(&tenant, &alias, &params) {
        Ok(request) => request,
        Err(Refusal::Page(denial)) => return denial.page(&tenant),
        Err(Refusal::Back(denial, request)) => {
            return proceed::back(&tenant, StatusCode::FOUND, &request, &denial);
        }
    };
    let hinted = request.login_hint.as_deref().and_then(Account::find);
    let session = session::account(&tenant, &headers);
    let known = match (request.prompt, hinted) {
        (Some(Prompt::SelectAccount | Prompt::Login), _) => None,
        (_, Some(hint)) => session.filter(|account| *account == hint),
        (_, None) => session,
    };
    match known {
        Some(account) => {
            tenant.world().signed_in(account, &request.client_id, now());
            proceed::onward(
                &tenant,
                StatusCode::FOUND,
                Errand::Authorize(request),
                account,
            )
        }
        None if request.prompt == Some(Prompt::None) => {
            let denial = Denial::new(50058);
            proceed::back(&tenant, StatusCode::FOUND, &request, &denial)
        }
        None => picker::show(&tenant, Errand::Authorize(request)).into_response(),
    }
}

/// Checks everything that RFC 6749 and the facts demand, in the order of trust: until client and
/// redirect URI are known to belong together, nothing is sent anywhere.
pub(crate) fn validate(
    tenant: &Tenant,
    alias: &str,
    params: &Params,
) -> Result<Authorize, Refusal> {
    let page = |code| Refusal::Page(Denial::new(code));
    if let Some(name) = &params.repeated {
        return Err(Refusal::Page(Denial::new(9_000_411).about(name)));
    }
    if !World::is_tenant(alias) {
        return Err(page(90002));
    }
    let client_id = params
        .get("client_id")
        .ok_or_else(|| Refusal::Page(Denial::new(90014).about("client_id")))?;
    let app = tenant
        .registry
        .get(client_id)
        .ok_or_else(|| page(700_016))?;
    let redirect_uri = params.get("redirect_uri").ok_or_else(|| page(50011))?;
    if !app.redirect.iter().any(|known| known == redirect_uri) {
        return Err(page(50011));
    }
    let response_mode = match params.get("response_mode") {
        None | Some("query") => ResponseMode::Query,
        Some("fragment") => ResponseMode::Fragment,
        Some("form_post") => ResponseMode::FormPost,
        Some(_) => return Err(Refusal::Page(Denial::new(9_002_313).about("response_mode"))),
    };
    let mut request = Authorize {
        client_id: app.id.clone(),
        redirect_uri: redirect_uri.to_owned(),
        response_mode,
        scopes: Vec::new(),
        state: params.owned("state"),
        nonce: params.owned("nonce"),
        challenge: None,
        prompt: None,
        login_hint: params.owned("login_hint"),
        first: None,
    };
    let back = |denial, request: &Authorize| Refusal::Back(denial, Box::new(request.clone()));
    match params.get("response_type") {
        Some("code") => {}
        Some(_) => return Err(back(Denial::new(700_054), &request)),
        None => return Err(back(Denial::new(90014).about("response_type"), &request)),
    }
    request.prompt = match params.get("prompt") {
        None => None,
        Some("login") => Some(Prompt::Login),
        Some("none") => Some(Prompt::None),
        Some("consent") => Some(Prompt::Consent),
        Some("select_account") => Some(Prompt::SelectAccount),
        Some(_) => return Err(back(Denial::new(9_002_313).about("prompt"), &request)),
    };
    request.challenge = match (
        params.get("code_challenge"),
        params.get("code_challenge_method"),
    ) {
        (None, None) => None,
        (Some(text), Some("S256")) => Some(Challenge::S256(text.to_owned())),
        (Some(text), None | Some("plain")) => Some(Challenge::Plain(text.to_owned())),
        _ => {
            return Err(back(
                Denial::new(9_002_313).about("code_challenge"),
                &request,
            ));
        }
    };
    let scope = params
        .get("scope")
        .ok_or_else(|| back(Denial::new(90014).about("scope"), &request))?;
    request.scopes = scopes(tenant, &app.delegated, scope)
        .ok_or_else(|| back(Denial::new(650_053), &request))?;
    Ok(request)
}

/// Splits `scope` into permissions this tenant knows; `None` if it does not know one.
/// `/.default` stands for what the application declares.
pub(crate) fn scopes(tenant: &Tenant, declared: &[String], scope: &str) -> Option<Vec<String>> {
    let mut known = Vec::new();
    for word in scope.split_ascii_whitespace() {
        let value = word
            .strip_prefix("https://graph.microsoft.com/")
            .unwrap_or(word);
        if value == ".default" {
            known.extend(declared.iter().cloned());
        } else {
            let permission = tenant.permissions.get(value)?;
            permission.delegated.as_ref()?;
            known.push(permission.value.clone());
        }
    }
    known.dedup();
    Some(known)
}
