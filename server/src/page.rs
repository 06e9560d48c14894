//! Our own pages: few, calm, without script, without anything from elsewhere.
//!
//! Deliberately absent: forms, pictures, and any resemblance to Microsoft's pages; nobody is ever
//! asked to sign in here.

mod hand_off;
mod record;

use crate::error::Error;
use crate::remedy::Place;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use consentry_shared::api::{Problem, State, Status};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

pub use hand_off::hand_off;
pub use record::{body as record_body, record};

const STYLE: &str = include_str!("page/style.css");

/// Nothing but our own style may load, nobody may frame it, nothing may be sent from it.
fn policy() -> &'static HeaderValue {
    static POLICY: OnceLock<HeaderValue> = OnceLock::new();
    POLICY.get_or_init(|| {
        let hash = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
        let text = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; \
             frame-ancestors 'none'"
        );
        HeaderValue::try_from(text).expect("base64 fits a header")
    })
}

fn page(status: StatusCode, title: &str, body: &Markup) -> Response {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) " · Consentry" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { p.brand { "Consentry" } }
                main { (body) }
                footer { p { "Consentry only reads. It never grants anything, and it never asks for a password." } }
            }
        }
    };
    let mut response = (status, markup).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy().clone());
    response
}

/// An error, for a browser.
pub fn of_error(error: &Error) -> Response {
    error.log();
    let mut response = problem(error.status(), &error.problem());
    if let Some(seconds) = error.retry_after_s() {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// A problem in words.
pub fn problem(status: StatusCode, problem: &Problem) -> Response {
    page(
        status,
        &problem.title,
        &html! { h1 { (problem.title) } (remedy(problem)) },
    )
}

fn remedy(problem: &Problem) -> Markup {
    html! {
        p { (problem.detail) }
        section.card aria-label="What to do" {
            p { strong { "What to do: " } (problem.remedy) }
            @if let Some(role) = &problem.role { p { strong { "Who can: " } (role) } }
            @if let Some(link) = &problem.link { p { a href=(link) rel="noreferrer" { "Open the place where to do it" } } }
            @if let Some(code) = &problem.microsoft { p.quiet { "Microsoft's code: " code { (code) } } }
        }
    }
}

/// How a sign-in ended; without a status nothing is known of it.
pub fn done(status: Option<(&Status, &Place)>) -> Response {
    let Some((status, place)) = status else {
        let body =
            html! { h1 { "You can close this page." } p { "There is nothing left to do here." } };
        return page(StatusCode::OK, "Done", &body);
    };
    let body = match &status.state {
        State::AwaitingSignIn => html! {
            h1 { "Nobody has signed in yet." }
            p { "Go back to where you began and start again." }
        },
        State::NeedsAdminConsent => html! {
            h1 { "You are signed in." }
            p { "One thing is missing, and that is expected: an admin of your organization has to grant "
                (place.app) " its own permissions. Go back to where you began; it shows the next step." }
        },
        State::Propagating { .. } => html! {
            h1 { "Almost there." }
            p { "A grant was made and is spreading through Microsoft's services. That takes up to a few minutes." }
        },
        State::Authorized { users, sites } => html! {
            h1 { (place.app) " is fully authorized." }
            p { "Microsoft Graph answered: " strong { (users) } " users and " strong { (sites) } " SharePoint sites." }
            p { "You can close this page." }
        },
        State::NeedsReauthorization { cause } => html! { h1 { (cause.title) } (remedy(cause)) },
        State::Blocked { problem } => html! { h1 { (problem.title) } (remedy(problem)) },
    };
    page(StatusCode::OK, "Sign-in", &body)
}

/// After an admin's grant. The address is not believed, so this promises nothing.
pub fn granted(place: &Place) -> Response {
    let body = html! {
        h1 { "Thank you." }
        p { "Consentry now asks Microsoft Graph whether the grant for " (place.app) " has arrived. The person who \
             sent you the link sees the answer, mostly within a minute." }
        p { "You can close this page." }
    };
    page(StatusCode::OK, "Thank you", &body)
}
