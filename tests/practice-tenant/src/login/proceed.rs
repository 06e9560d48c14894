//! After the sign-in: carries a decision out as a page or a redirect.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::html;
use url::Url;

use super::{
    admin, approval, consent,
    decide::{self, Next},
    denial::Denial,
    errand::{AdminConsent, Authorize, Errand, ResponseMode, Version},
    page::LoginPage,
};
use crate::{
    tenant::{Tenant, now},
    web,
    world::{Account, World},
};

/// Takes somebody who has signed in to the next page. `redirect` is 302 after a GET, 303 after
/// a form.
pub(crate) fn onward(
    tenant: &Tenant,
    redirect: StatusCode,
    errand: Errand,
    account: Account,
) -> Response {
    let Some(app) = tenant.registry.get(errand.client_id()) else {
        return Denial::new(700_016).page(tenant);
    };
    let next = decide::next(&tenant.world(), app, &tenant.permissions, &errand, account);
    match (next, errand) {
        (Next::Code, Errand::Authorize(request)) => code(tenant, redirect, &request, account),
        (Next::Consent { tick }, Errand::Authorize(request)) => {
            consent::show(tenant, app, request, account, tick)
        }
        (Next::AdminConsent, Errand::AdminConsent(request)) => {
            admin::show(tenant, app, request, account)
        }
        (Next::Approval(code), errand) => approval::show(tenant, app, errand, account, code),
        (Next::Back(code), Errand::Authorize(request)) => {
            back(tenant, redirect, &request, &Denial::new(code))
        }
        (Next::Stop(code) | Next::Back(code), _) => Denial::new(code).page(tenant),
        (Next::Code | Next::Consent { .. } | Next::AdminConsent, _) => {
            Denial::new(9_002_313).page(tenant)
        }
    }
}

/// The application gets its code.
pub(crate) fn code(
    tenant: &Tenant,
    redirect: StatusCode,
    request: &Authorize,
    account: Account,
) -> Response {
    let code = tenant.world().flows.issue(request.clone(), account, now());
    let mut answer = vec![("code", code)];
    answer.extend(request.state.clone().map(|state| ("state", state)));
    deliver(
        tenant,
        redirect,
        &request.redirect_uri,
        request.response_mode,
        &answer,
    )
}

/// The application gets an error (RFC 6749 section 4.1.2.1).
pub(crate) fn back(
    tenant: &Tenant,
    redirect: StatusCode,
    request: &Authorize,
    denial: &Denial,
) -> Response {
    let mut answer = vec![
        ("error", denial.error().to_owned()),
        ("error_description", denial.description()),
    ];
    answer.extend(request.state.clone().map(|state| ("state", state)));
    deliver(
        tenant,
        redirect,
        &request.redirect_uri,
        request.response_mode,
        &answer,
    )
}

/// The application hears that the person canceled: as others measured it, without a description
/// (AzureAD/microsoft-authentication-library-for-dotnet, tests of the authorization result).
pub(crate) fn canceled(tenant: &Tenant, request: &Authorize) -> Response {
    let mut answer = vec![
        ("error", "access_denied".to_owned()),
        ("error_subcode", "cancel".to_owned()),
    ];
    answer.extend(request.state.clone().map(|state| ("state", state)));
    let (uri, mode) = (&request.redirect_uri, request.response_mode);
    deliver(tenant, StatusCode::SEE_OTHER, uri, mode, &answer)
}

/// The end of an admin consent, good or bad. Both say `admin_consent=True`.
pub(crate) fn admin_back(
    tenant: &Tenant,
    request: &AdminConsent,
    denial: Option<&Denial>,
) -> Response {
    let mut answer = vec![("admin_consent", "True".to_owned())];
    if let Some(denial) = denial {
        answer.push(("error", denial.error().to_owned()));
        answer.push(("error_description", denial.description()));
    } else {
        answer.push(("tenant", World::tenant_id()));
        if request.version == Version::V2 {
            answer.push(("scope", request.scope.clone().unwrap_or_default()));
        }
    }
    answer.extend(request.state.clone().map(|state| ("state", state)));
    let (uri, mode) = (&request.redirect_uri, ResponseMode::Query);
    deliver(tenant, StatusCode::SEE_OTHER, uri, mode, &answer)
}

fn deliver(
    tenant: &Tenant,
    redirect: StatusCode,
    redirect_uri: &str,
    mode: ResponseMode,
    answer: &[(&str, String)],
) -> Response {
    let Ok(mut to) = Url::parse(redirect_uri) else {
        return Denial::new(50011).page(tenant);
    };
    match mode {
        ResponseMode::Query => {
            to.query_pairs_mut().extend_pairs(answer);
            web::redirect(redirect, to.as_str())
        }
        ResponseMode::Fragment => {
            let mut pairs = url::form_urlencoded::Serializer::new(String::new());
            pairs.extend_pairs(answer);
            to.set_fragment(Some(&pairs.finish()));
            web::redirect(redirect, to.as_str())
        }
        ResponseMode::FormPost => form_post(tenant, redirect_uri, answer),
    }
}

/// OAuth 2.0 Form Post Response Mode: a form that sends itself.
fn form_post(tenant: &Tenant, redirect_uri: &str, answer: &[(&str, String)]) -> Response {
    let body = html! {
        form method="post" action=(redirect_uri) data-send-now {
            @for (name, value) in answer { input type="hidden" name=(name) value=(value); }
            input type="submit" value="Continue";
        }
    };
    LoginPage::new(tenant, "ConvergedFormPost", body).respond()
}

/// A fault that is an HTTP status, or nonsense.
pub(crate) fn status_fault(code: &str) -> Response {
    let status = code.parse().ok().and_then(|n| StatusCode::from_u16(n).ok());
    match status {
        Some(status) => (
            status,
            [(header::RETRY_AFTER, "1")],
            "The service is unavailable.",
        )
            .into_response(),
        None => (
            [(header::CONTENT_TYPE, "application/json")],
            "{\"token_type\":\"Bearer\",",
        )
            .into_response(),
    }
}
