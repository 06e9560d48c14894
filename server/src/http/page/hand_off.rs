//! The page for the person who can grant: what, by whom, why, and the one way there.

use super::language::speaking;
use super::{answered, in_spans, page};
use crate::problems::Place;
use axum::http::StatusCode;
use axum::response::Response;
use consentry_catalog::permission::Kind;
use consentry_catalog::profile::Profile;
use consentry_text::words::{self, say};
use consentry_wire::api::{State, Status};
use consentry_wire::text::Text;
use maud::{Markup, html};
use url::Url;

/// The hand-off page. `consent` is the address of Microsoft's own admin-consent page.
pub fn hand_off(
    status: &Status,
    profile: &Profile,
    place: &Place,
    consent: Option<&Url>,
) -> Response {
    speaking(|| {
        let title = say("page-grant-title", &[("app", &profile.name)]);
        let body = html! {
            h1 { (title) }
            p.lead {
                @if !profile.about.is_empty() { (said(&profile.says_about())) " " }
                (say("page-grant-lead", &[]))
            }
            @if let State::Authorized { users, sites } = &status.state {
                section.card.good {
                    p { strong { (say("page-grant-already", &[])) } " " (answered(*users, *sites)) }
                }
            }
            (who_asks(status, profile))
            (how(status, profile, place, consent))
            @if !(profile.application.is_empty() && profile.delegated.is_empty()) { (what(profile)) }
        };
        page(StatusCode::OK, &title, &body)
    })
}

/// What a profile says of its app; not every profile speaks every language.
fn said(text: &Text) -> Markup {
    in_spans(&words::rendered(text))
}

fn who_asks(status: &Status, profile: &Profile) -> Markup {
    let tenant = status.tenant.as_ref();
    html! {
        section aria-labelledby="who" {
            h2 id="who" { (say("page-who", &[])) }
            dl {
                @if let Some(account) = &status.account {
                    dt { (say("page-who-account", &[])) } dd { bdi { (account) } }
                }
                @if let Some(name) = &status.display_name {
                    dt { (say("page-who-label", &[])) } dd { bdi { (name) } }
                }
                @if let Some(tenant) = tenant {
                    dt { (say("page-who-organization", &[])) }
                    dd { @if let Some(name) = &tenant.name { bdi { (name) } br; } code { (tenant.id) } }
                }
                dt { (say("page-who-app", &[])) }
                dd {
                    @match &status.app {
                        Some(app) => code { (app.app_id) },
                        None => @for id in &profile.client_ids { code { (id) } " " },
                    }
                }
                @if let Some(publisher) = &profile.publisher {
                    dt { (say("page-who-publisher", &[])) } dd { (publisher) }
                }
            }
        }
    }
}

fn how(status: &Status, profile: &Profile, place: &Place, consent: Option<&Url>) -> Markup {
    let app = [("app", profile.name.as_str())];
    let role = say("role-privileged-role-administrator", &[]);
    // Its own page where that is known, the list of all where it is not.
    let then = if status.app.is_some() {
        "page-how-here"
    } else {
        "page-how-list"
    };
    html! {
        section aria-labelledby="how" {
            h2 id="how" { (say("page-how", &[])) }
            p { (say("page-how-role", &[("role", &role)])) }
            p {
                a.action id="open-portal" href=(place.app_page) rel="noreferrer" { (say("page-how-open", &app)) }
            }
            p { (say(then, &app)) }
            @if let Some(consent) = consent {
                details {
                    summary { (say("page-how-else", &[])) }
                    p { (say("page-how-address", &[])) }
                    p.address { (consent) }
                }
            }
        }
    }
}

fn what(profile: &Profile) -> Markup {
    let app = [("app", profile.name.as_str())];
    let granted = profile
        .delegated
        .iter()
        .filter(|permission| permission.grant);
    let granted: Vec<_> = granted.collect();
    let signed_in: Vec<_> = profile
        .sign_in_scopes()
        .map(|permission| permission.value.as_str())
        .collect();
    html! {
        section aria-labelledby="what" {
            h2 id="what" { (say("page-what", &[])) }
            p { (say("page-what-application", &app)) }
            ul.permissions {
                @for permission in &profile.application {
                    li { code { (permission.value) } (said(&profile.says_why(permission, Kind::Application))) }
                }
            }
            @if !granted.is_empty() {
                p { (say("page-what-delegated", &[])) }
                ul.permissions {
                    @for permission in granted {
                        li { code { (permission.value) } (said(&profile.says_why(permission, Kind::Delegated))) }
                    }
                }
            }
            @if !signed_in.is_empty() {
                p { (say("page-what-repeated", &[("scopes", &signed_in.join(", "))])) }
            }
            p { (say("page-what-more", &[])) }
        }
    }
}
