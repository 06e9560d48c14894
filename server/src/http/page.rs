//! Our own pages: few, calm, without script, without anything from elsewhere.
//!
//! Deliberately absent: pictures, and any resemblance to Microsoft's pages; nobody is ever asked for a password here.
//! The pages before a sign-in have a form, which is a button ([mod@start], [mod@apps]), and the inventory has a search.

mod language;
mod hand_off;
mod record;
mod start;
mod apps;

use crate::problems::Place;
use crate::problems::error::Error;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use consentry_text::words::{self, say};
use consentry_wire::api::{Problem, State, Status};
use consentry_wire::language_spans::language_spans;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

pub use apps::{Frame, Known, apps, apps_of_whom, apps_sign_in, changes, looks, one_app};
pub use hand_off::hand_off;
pub use language::negotiate;
use language::speaking;
pub use record::{body as record_body, record};
pub use start::{Start, start};

const STYLE: &str = include_str!("page/style.css");

/// What the pages of the inventory need besides.
const APPS_STYLE: &str = concat!(
    include_str!("page/apps/style.css"),
    include_str!("page/apps/tables.css")
);

/// Nothing but our own styles may load, nobody may frame it, and forms go there or nowhere.
fn policy(form_to: &str) -> HeaderValue {
    static STYLES: OnceLock<String> = OnceLock::new();
    let styles = STYLES.get_or_init(|| {
        let hash = |style: &str| STANDARD.encode(Sha256::digest(style.as_bytes()));
        format!("'sha256-{}' 'sha256-{}'", hash(STYLE), hash(APPS_STYLE))
    });
    let text = format!(
        "default-src 'none'; style-src {styles}; base-uri 'none'; form-action {form_to}; \
         frame-ancestors 'none'"
    );
    HeaderValue::try_from(text).expect("base64 and origins fit a header")
}

/// A page in the language that is spoken now.
fn page(status: StatusCode, title: &str, body: &Markup) -> Response {
    document(status, title, None, body)
}

/// A page in the language that is spoken now, with a bar above it where it is one of the inventory.
fn document(status: StatusCode, title: &str, bar: Option<&Markup>, body: &Markup) -> Response {
    let (tag, language) = words::current_language();
    let markup = html! {
        (DOCTYPE)
        html lang=(tag) dir=(language.direction) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) " · Consentry" }
                style { (PreEscaped(STYLE)) }
                @if bar.is_some() { style { (PreEscaped(APPS_STYLE)) } }
            }
            body {
                header { p.brand { "Consentry" } @if let Some(bar) = bar { (bar) } }
                main { (body) }
                footer { p { (say("page-footer", &[])) } }
            }
        }
    };
    let mut response = (status, markup).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy("'none'"));
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
    speaking(|| {
        let body = html! { h1 { (said(&problem.title)) } (remedy(problem)) };
        let title = words::translate_server_text(&problem.title);
        let title: String = language_spans(&title)
            .into_iter()
            .map(|span| span.text)
            .collect();
        page(status, &title, &body)
    })
}

/// A sentence in the language that is spoken, or in English that is marked so.
fn said(english: &str) -> Markup {
    in_spans(&words::translate_server_text(english))
}

/// A text whose English parts are marked.
fn in_spans(text: &str) -> Markup {
    html! {
        @for span in language_spans(text) {
            @if span.english { bdi lang="en" dir="ltr" { (span.text) } } @else { (span.text) }
        }
    }
}

fn remedy(problem: &Problem) -> Markup {
    let to_do = say("page-error-remedy", &[]);
    html! {
        p { (said(&problem.detail)) }
        section.card aria-label=(to_do) {
            p { strong { (to_do) ": " } (said(&problem.remedy)) }
            @if let Some(role) = &problem.role {
                p { strong { (say("page-error-role", &[])) ": " } (said(role)) }
            }
            @if let Some(link) = &problem.link {
                p { a href=(link) rel="noreferrer" { (say("page-error-link", &[])) } }
            }
            @if let Some(code) = &problem.microsoft {
                p.quiet { (say("page-error-code", &[])) ": " code { (code) } }
            }
        }
    }
}

/// How a sign-in ended; without a status nothing is known of it.
pub fn done(status: Option<(&Status, &Place)>) -> Response {
    speaking(|| {
        let Some((status, place)) = status else {
            return simple(
                &say("page-nothing-title", &[]),
                &html! { p { (say("page-nothing-text", &[])) } },
            );
        };
        let app = [("app", place.app.as_str())];
        // Of what the observer reads, the advice says more than the state does.
        if let (State::NeedsAdminConsent, Some(_), Some(advice)) =
            (&status.state, &status.asked, &status.advice)
        {
            return problem(StatusCode::OK, advice);
        }
        match &status.state {
            State::AwaitingSignIn => simple(
                &say("page-nobody-title", &[]),
                &html! { p { (say("page-nobody-text", &[])) } },
            ),
            State::NeedsAdminConsent => simple(
                &say("page-missing-title", &[]),
                &html! { p { (say("page-missing-text", &app)) } },
            ),
            State::Propagating { .. } => simple(
                &say("page-spreading-title", &[]),
                &html! { p { (say("page-spreading-text", &[])) } },
            ),
            State::Authorized { users, sites } => simple(
                &say("page-done-title", &app),
                &html! {
                    p { (answered(*users, *sites)) }
                    p { (say("page-close", &[])) }
                },
            ),
            State::Granted => simple(
                &say("state-granted", &[]),
                &html! {
                    p { (say("page-granted-text", &app)) }
                    p { (say("page-close", &[])) }
                },
            ),
            State::NeedsReauthorization { cause } | State::Blocked { problem: cause } => {
                problem(StatusCode::OK, cause)
            }
        }
    })
}

/// A page with one thing to say.
fn simple(title: &str, text: &Markup) -> Response {
    page(StatusCode::OK, title, &html! { h1 { (title) } (text) })
}

/// What Microsoft Graph answered.
fn answered(users: u64, sites: u64) -> String {
    let (users, sites) = (users.to_string(), sites.to_string());
    say("page-done-text", &[("users", &users), ("sites", &sites)])
}

/// After an admin's grant that came back to the address of the sign-in: which connection it is for is not known.
pub fn granted_elsewhere() -> Response {
    speaking(|| {
        simple(
            &say("page-elsewhere-title", &[]),
            &html! { p { (say("page-elsewhere-text", &[])) } },
        )
    })
}

/// After an admin's grant. The address is not believed, so this promises nothing.
pub fn granted(place: &Place) -> Response {
    speaking(|| {
        simple(
            &say("page-thanks-title", &[]),
            &html! {
                p { (say("page-thanks-text", &[("app", &place.app)])) }
                p { (say("page-close", &[])) }
            },
        )
    })
}
