//! What Microsoft answers, in the words of the table.

mod table;
mod numbers;
mod endpoints;

use super::*;
use consentry_catalog::languages;
use consentry_catalog::sentences;
use std::collections::HashSet;

const ENDPOINTS: [Endpoint; 5] = [
    Endpoint::Authorize,
    Endpoint::Redeem,
    Endpoint::Refresh,
    Endpoint::App,
    Endpoint::AdminConsent,
];

/// Values of `error` that a service may send: RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core section 3.1.2.6.
const ERRORS: [&str; 17] = [
    "invalid_request",
    "unauthorized_client",
    "access_denied",
    "permission_denied",
    "unsupported_response_type",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "invalid_client",
    "invalid_grant",
    "unsupported_grant_type",
    "invalid_resource",
    "interaction_required",
    "login_required",
    "account_selection_required",
    "consent_required",
    "never_seen",
];

fn place() -> Place {
    Place {
        app: "Mover".into(),
        portal: "https://portal.example".into(),
        app_page: "https://portal.example/app".into(),
        admin: "https://admin.example".into(),
        login: "https://login.example".into(),
        consent: "https://login.example/adminconsent".into(),
    }
}

fn of(endpoint: Endpoint, error: &str, description: &str) -> Found {
    let answer = Answer {
        error,
        description,
        ..Answer::default()
    };
    of_oauth(endpoint, &answer)
}

/// The code, and who can help.
fn seen(found: &Found) -> (&'static str, String) {
    (
        found.code(),
        found.problem(&place()).role.unwrap_or_default(),
    )
}

/// Words of every entry and of all its cases.
fn sentences() -> impl Iterator<Item = &'static String> {
    table().problem.iter().flat_map(|entry| {
        let cases = entry.cases.iter();
        let other = cases.flat_map(|case| [case.detail.as_ref(), case.remedy.as_ref()]);
        [&entry.title, &entry.detail, &entry.remedy]
            .into_iter()
            .chain(other.flatten())
    })
}
