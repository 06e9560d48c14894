//! The page for the person who can grant: what, by whom, why, and the one way there.

use super::page;
use crate::remedy::Place;
use axum::http::StatusCode;
use axum::response::Response;
use consentry_shared::api::{State, Status};
use consentry_shared::profile::Profile;
use maud::{Markup, html};
use url::Url;

/// The hand-off page. `consent` is the address of Microsoft's own admin-consent page.
pub fn hand_off(
    status: &Status,
    profile: &Profile,
    place: &Place,
    consent: Option<&Url>,
) -> Response {
    let body = html! {
        h1 { "Grant " (profile.name) " its permissions" }
        p.lead { (profile.about) " Somebody in your organization began to connect it and needs you for one step." }
        @if let State::Authorized { users, sites } = &status.state {
            section.card.good aria-label="State" {
                p { strong { "This is done already." } " Microsoft Graph answers: " (users) " users, " (sites) " sites." }
            }
        }
        (who_asks(status, profile))
        section aria-labelledby="how" {
            h2 id="how" { "How" }
            p { "You need the role " strong { "Privileged Role Administrator" } " or Global Administrator. The \
                 portal asks you to sign in; this page never does." }
            p { a.action id="open-portal" href=(place.app_page) rel="noreferrer" { "Open " (profile.name) " in the portal" } }
            @if status.app.is_some() {
                p { "There, choose " strong { "Permissions" } " and then " strong { "Grant admin consent" } "." }
            } @else {
                p { "There, open " strong { (profile.name) } " in the list (compare the application id below), choose "
                    strong { "Permissions" } " and then " strong { "Grant admin consent" } "." }
            }
            @if let Some(consent) = consent {
                details {
                    summary { "If the portal does not open" }
                    p { "Microsoft's own page for the same grant has this address. Check that it begins with the \
                         name of Microsoft's sign-in host before you open it:" }
                    p.address { (consent) }
                }
            }
        }
        section aria-labelledby="what" {
            h2 id="what" { "What will be granted" }
            p { (profile.name) " gets these permissions for itself, for everybody's data, without anybody signed in:" }
            ul.permissions {
                @for permission in &profile.application {
                    li { code { (permission.value) } span { (permission.why) } }
                }
            }
            @let granted = profile.delegated.iter().filter(|permission| permission.grant).collect::<Vec<_>>();
            @if !granted.is_empty() {
                p { "Microsoft's page also lists these, for the person who is signed in:" }
                ul.permissions {
                    @for permission in granted { li { code { (permission.value) } span { (permission.why) } } }
                }
            }
            @let signed_in = profile.sign_in_scopes().collect::<Vec<_>>();
            @if !signed_in.is_empty() {
                p { "It may repeat what the sign-in asked for: "
                    @for (index, permission) in signed_in.iter().enumerate() {
                        @if index > 0 { ", " }
                        code { (permission.value) }
                    }
                    "."
                }
            }
            p { "If Microsoft's page shows anything else, do not accept, and ask the person who sent you this." }
        }
    };
    page(StatusCode::OK, &format!("Grant {}", profile.name), &body)
}

fn who_asks(status: &Status, profile: &Profile) -> Markup {
    let tenant = status.tenant.as_ref();
    html! {
        section aria-labelledby="who" {
            h2 id="who" { "Who asks" }
            dl {
                @if let Some(account) = &status.account { dt { "Signed in as" } dd { (account) } }
                @if let Some(name) = &status.display_name { dt { "Their name for it" } dd { (name) } }
                @if let Some(tenant) = tenant {
                    dt { "Organization" }
                    dd { @if let Some(name) = &tenant.name { (name) br; } code { (tenant.id) } }
                }
                dt { "Application id" }
                dd {
                    @match &status.app {
                        Some(app) => code { (app.app_id) },
                        None => @for id in &profile.client_ids { code { (id) } " " },
                    }
                }
                @if let Some(publisher) = &profile.publisher { dt { "Publisher" } dd { (publisher) } }
            }
        }
    }
}
