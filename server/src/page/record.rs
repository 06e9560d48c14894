//! The record of a connection as a page to print: every entry in words, with its seal.

use super::page;
use axum::http::StatusCode;
use axum::response::Response;
use consentry_shared::api::{DelegatedGrant, Role};
use consentry_shared::record::{Event, Export, Findings, Right, Sealed, Seen, Sight};
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
        Right::Watch => "somebody who may watch",
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
            "A connection for " (profile) " (application " code { (client_id) } ") was made by somebody who said: "
            (match role {
                Role::GlobalAdmin => "I am a Global Administrator",
                Role::SharepointAdmin => "I am a SharePoint Administrator",
                Role::Other => "I am neither Global nor SharePoint Administrator",
            })
            ". To be asked for, as the person who signs in: " (list(delegated)) "; as the app itself: " (list(application)) "."
        },
        Event::SignInBegun { by } => html! { "A new sign-in was begun by " (who(*by)) "." },
        Event::SignedIn { tenant, account } => html! {
            (account.as_deref().unwrap_or("Somebody")) " signed in; the tenant is " code { (tenant) } "."
        },
        Event::Stands { state, problem } => html! {
            "The state became " code { (state) }
            @if let Some(problem) = problem { " (" code { (problem) } ")" } "."
        },
        Event::HandedOff { by, until } => html! {
            "A link for the person who can grant was made by " (who(*by)) ", good until " (time(*until)) "."
        },
        Event::Claimed { right } => {
            html! { "A one-time link was taken up: " (who(*right)) " has access now." }
        }
        Event::Revoked { right } => html! {
            "The owner revoked the access of " (who(*right)) "."
        },
        Event::GrantSuggested => {
            html! { "A page said that a grant was made. This proves nothing yet." }
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
            (by) " asked Microsoft Graph. "
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
            Sight::Offered => "the page offers to consent for the whole organization",
            Sight::Ticked => "the box for the whole organization is ticked",
            Sight::Held => "Accept is held",
            Sight::Released => "the person let it through",
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
        "; granted to the app itself: " (known(found.grants.application.as_deref()))
        "; granted for people: " (delegated(found.grants.delegated.as_deref()))
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
                    @if grant.for_everybody { " (everybody)" }
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
