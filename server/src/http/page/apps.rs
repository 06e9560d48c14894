//! The inventory of an organization's apps: the list, one app, what changed, and who looked.
//!
//! Whatever stands on them was chosen by somebody: names are text and nothing else, and stand apart from the direction
//! of what is around them.

mod known;
mod parts;
mod over_time;
mod list;
mod permissions;
mod recipes;
mod changed;
mod one;
mod looked;

use super::language::speaking;
use super::start::form_to;
use super::{document, page, policy};
use crate::observer::inventory::Inventory;
use crate::observer::right::Right;
use axum::http::{StatusCode, header};
use axum::response::Response;
use consentry_text::words::say;
use maud::{Markup, html};
use parts::{cut, time};

pub use changed::changes;
pub use known::Known;
pub use list::apps;
pub use looked::looks;
pub use one::one_app;

/// Whose inventory it is, and who looks.
pub struct Frame<'a> {
    /// The tenant, as it stands in the address.
    pub tenant: &'a str,
    /// Who signed in, to be shown.
    pub account: Option<&'a str>,
    /// What they may do.
    pub right: Right,
}

/// A page with a button for the sign-in. `login` is the identity platform, where the form's answer sends the browser.
pub fn apps_sign_in(tenant: &str, login: &str) -> Response {
    speaking(|| {
        let title = say("apps-title", &[]);
        let body = html! {
            h1 { (title) }
            p.lead { (say("apps-sign-in-text", &[])) }
            dl { dt { (say("apps-tenant", &[])) } dd { code { (tenant) } } }
            form method="post" action={ "/apps/" (tenant) "/sign-in" } {
                p { button.action type="submit" { (say("page-start-continue", &[])) } }
            }
            p.quiet { (say("apps-sign-in-role", &[])) }
        };
        let mut response = page(StatusCode::OK, &title, &body);
        let policy = policy(&form_to(login));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        response
    })
}

/// Where a server reads several organizations and the address names none.
pub fn apps_of_whom() -> Response {
    speaking(|| {
        let title = say("apps-title", &[]);
        let body = html! {
            h1 { (title) }
            p { (say("apps-which", &[])) }
            p.address { "/apps/TENANT-ID" }
        };
        page(StatusCode::OK, &title, &body)
    })
}

/// Where in the inventory a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Apps,
    Changes,
    Record,
    /// None of those that the bar leads to.
    Within,
}

/// A page of the inventory: its bar, and how current and complete it is before anything else.
fn shown(
    frame: &Frame<'_>,
    place: Place,
    title: &Markup,
    inventory: &Inventory,
    rest: &Markup,
) -> Response {
    let body = html! {
        h1 { (title) }
        (reading(inventory))
        (rest)
    };
    let name = say("apps-title", &[]);
    let mut response = document(StatusCode::OK, &name, Some(&bar(frame, place)), &body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy("'self'"));
    response
}

fn bar(frame: &Frame<'_>, place: Place) -> Markup {
    let base = format!("/apps/{}", frame.tenant);
    let mut places = vec![
        (Place::Apps, "apps-nav-apps", base.clone()),
        (
            Place::Changes,
            "apps-nav-changes",
            format!("{base}/changes"),
        ),
    ];
    if frame.right >= Right::Admin {
        places.push((Place::Record, "apps-nav-record", format!("{base}/record")));
    }
    html! {
        nav.places aria-label=(say("apps-nav", &[])) { ul {
            @for (at, name, to) in &places {
                li { a href=(to) aria-current=[(*at == place).then_some("page")] { (say(name, &[])) } }
            }
        } }
        form.leave method="post" action={ (base) "/sign-out" } {
            @if let Some(account) = frame.account { bdi.quiet { (cut(account)) } }
            button type="submit" { (say("apps-sign-out", &[])) }
        }
    }
}

/// What the organization is called.
fn organization(frame: &Frame<'_>, inventory: &Inventory) -> String {
    let name = &inventory.tenant.name;
    cut(if name.is_empty() { frame.tenant } else { name })
}

/// A title with the organization's name in it.
fn titled(key: &str, frame: &Frame<'_>, inventory: &Inventory) -> Markup {
    let name = organization(frame, inventory);
    html! { (say(key, &[("organization", &name)])) }
}

fn reading(inventory: &Inventory) -> Markup {
    let tenant = &inventory.tenant;
    let reading = inventory.reading();
    let short = reading.lists.values().filter(|at| !at.complete).count();
    let count = short.to_string();
    html! {
        div.reading role="status" {
            @if let Some(lost) = &tenant.lost {
                p.notice.bad {
                    strong { (say("apps-lost", &[])) } " "
                    (say("apps-lost-since", &[])) " " (time(lost.since)) " (" code { (lost.reason) } "). "
                    (say("apps-lost-text", &[]))
                }
            }
            @if tenant.rounds == 0 {
                p.notice { (say("apps-read-never", &[])) }
            } @else {
                p.quiet {
                    (say("apps-read", &[])) " " (time(tenant.ended)) ". "
                    @if reading.complete { (say("apps-complete", &[])) }
                    @if tenant.followed > tenant.ended {
                        " " (say("apps-read-changes", &[])) " " (time(tenant.followed)) "."
                    }
                }
                @if tenant.open {
                    p.notice { (say("apps-under-way", &[])) }
                } @else if short > 0 {
                    p.notice.bad {
                        strong { (say("apps-incomplete", &[])) } " "
                        (say("apps-incomplete-lists", &[("count", &count)]))
                    }
                } @else if !reading.complete {
                    p.notice { (say("apps-incomplete-level", &[])) }
                }
            }
        }
    }
}
