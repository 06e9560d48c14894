//! The record of a connection as a page to print: every entry in words, with its seal.

use super::page;
use axum::http::StatusCode;
use axum::response::Response;
use consentry_wire::api::{DelegatedGrant, Role};
use consentry_wire::record::{Event, Export, Findings, Right, Sealed, Seen, Sight};
use jiff::Timestamp;
use maud::{Markup, html};

/// The page.
pub fn record(export: &Export) -> Response {
    page(StatusCode::OK, "Record", &body(export))
}

/// What stands on it.
pub fn body(export: &Export) -> Markup {
    html! {
        h1 { "Record of a connection" }
        p { "Connection " code { (export.connection) } ", exported " (time(export.exported_at)) ": "
            (export.head.entries) " entries. Each entry is sealed by the SHA-256 of what it says and of the seal \
             before it, so that a change shows. Verify the JSON export with "
            code { "consentry-server verify-record FILE" } "." }
        ol.record {
            @for sealed in &export.entries { (entry(sealed)) }
        }
        p { "Last seal: " code { (export.head.seal) } }
    }
}

fn entry(sealed: &Sealed) -> Markup {
    html! {
        li {
            p { strong { (time(sealed.entry.at)) } " " (words(&sealed.entry.event)) }
            p.quiet { code { (sealed.seal) } }
        }
    }
}

fn time(ms: u64) -> String {
    i64::try_from(ms)
        .ok()
        .and_then(|ms| Timestamp::from_millisecond(ms).ok())
        .map_or_else(|| ms.to_string(), |at| at.strftime("%F %T UTC").to_string())
}

fn who(right: Right) -> &'static str {
    match right {
        Right::Owner => "the owner of the connection",
        Right::Starter => "the person who signed in",
        Right::Watch => "someone with read-only access",
    }
}

fn words(event: &Event) -> Markup {
    match event {
        Event::Asked {
            profile,
            client_id,
            role,
            delegated,
            application,
        } => html! {
            "A connection for " (profile) " (application " code { (client_id) } ") was created by someone who stated: "
            (match role {
                Role::GlobalAdmin => "I am a Global Administrator",
                Role::SharepointAdmin => "I am a SharePoint Administrator",
                Role::Other => "I am neither Global nor SharePoint Administrator",
            })
            ". Delegated permissions to request: " (list(delegated)) "; application permissions: " (list(application)) "."
        },
        Event::SignInBegun { by } => html! { "A new sign-in was started by " (who(*by)) "." },
        Event::SignedIn { tenant, account } => html! {
            (account.as_deref().unwrap_or("Someone")) " signed in; the tenant is " code { (tenant) } "."
        },
        Event::Stands { state, problem } => html! {
            "The state became " code { (state) }
            @if let Some(problem) = problem { " (" code { (problem) } ")" } "."
        },
        Event::HandedOff { by, until } => html! {
            "A hand-off link was created by " (who(*by)) ", valid until " (time(*until)) "."
        },
        Event::Claimed { right } => {
            html! { "A one-time link was used: " (who(*right)) " has access now." }
        }
        Event::Revoked { right } => html! {
            "The owner revoked the access of " (who(*right)) "."
        },
        Event::GrantSuggested => {
            html! { "A page reported a grant. This isn't verified." }
        }
        Event::Seen { by, seen } => {
            html! { "The guard in the browser of " (who(*by)) " reported: " (sight(seen)) }
        }
        Event::Checked {
            by,
            before,
            after,
            calls,
        } => html! {
            (by) " checked Microsoft Graph. "
            @if let Some(before) = before { "Before: " (findings(before)) " " }
            "Found: " (findings(after))
            @if !calls.is_empty() {
                " Asked: "
                @for (index, call) in calls.iter().enumerate() {
                    @if index > 0 { ", " }
                    code { (call.call) } " " (call.status)
                }
                "."
            }
        },
    }
}

fn sight(seen: &Seen) -> Markup {
    html! {
        (match seen.what {
            Sight::Offered => "the page offers organization-wide consent",
            Sight::Ticked => "organization-wide consent is selected",
            Sight::Held => "Accept is blocked",
            Sight::Released => "the person allowed it",
        })
        @if let Some(id) = &seen.client_id { "; application " code { (id) } }
        @if !seen.scopes.is_empty() { "; scopes " (list(&seen.scopes)) }
        "."
    }
}

fn findings(found: &Findings) -> Markup {
    html! {
        "state " code { (found.state) }
        @if let Some(problem) = &found.problem { " (" code { (problem) } ")" }
        @if let (Some(users), Some(sites)) = (found.users, found.sites) {
            ", " (users) " users and " (sites) " SharePoint sites"
        }
        "; granted application permissions: " (known(found.grants.application.as_deref()))
        "; granted delegated permissions: " (delegated(found.grants.delegated.as_deref()))
        @if !found.missing.is_empty() { "; missing: " (list(&found.missing)) }
        @if let Some(required) = found.exposure.assignment_required {
            "; assignment is " @if !required { "not " } "required"
        }
        "."
    }
}

fn known(values: Option<&[String]>) -> Markup {
    html! { @if let Some(values) = values { (list(values)) } @else { "not readable" } }
}

fn delegated(grants: Option<&[DelegatedGrant]>) -> Markup {
    html! {
        @match grants {
            None => { "not readable" }
            Some([]) => { "nothing" }
            Some(grants) => {
                @for (index, grant) in grants.iter().enumerate() {
                    @if index > 0 { ", " }
                    code { (grant.value) }
                    @if grant.for_everybody { " (everyone)" }
                }
            }
        }
    }
}

fn list(values: &[String]) -> Markup {
    html! {
        @if values.is_empty() { "nothing" }
        @for (index, value) in values.iter().enumerate() {
            @if index > 0 { ", " }
            code { (value) }
        }
    }
}
