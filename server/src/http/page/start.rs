//! The page before a sign-in: who asks for it, what they will see, and a button for the person who agrees.

use super::language::speaking;
use super::{page, policy};
use axum::http::{StatusCode, header};
use axum::response::Response;
use consentry_catalog::profile::Profile;
use consentry_text::words::say;
use maud::{Markup, html};

/// What the page says and sends.
pub struct Start<'a> {
    /// The app the sign-in is for.
    pub profile: &'a Profile,
    /// Its application ID.
    pub client_id: &'a str,
    /// The application ID of the organization's observer, where that is what the sign-in is to.
    pub observer: Option<&'a str>,
    /// What whoever began it calls the connection. Anything may stand there.
    pub display_name: Option<&'a str>,
    /// The origin the browser goes to in the end; nothing where it stays with this server.
    pub return_to: Option<String>,
    /// Where the form goes.
    pub action: &'a str,
    /// What shows that the form was sent by the browser it was shown in.
    pub proof: &'a str,
    /// The identity platform, where the form's answer sends the browser.
    pub login: &'a str,
}

/// The page.
pub fn start(asked: &Start<'_>) -> Response {
    speaking(|| {
        let app = [("app", asked.profile.name.as_str())];
        let title = say("page-start-title", &app);
        let body = html! {
            h1 { (title) }
            p.lead { (say("page-start-lead", &[])) }
            (who(asked))
            @if asked.observer.is_some() { (what_is_read(&app)) } @else { (what(&app)) }
            form method="post" action=(asked.action) {
                input type="hidden" name="proof" value=(asked.proof);
                p { button.action type="submit" { (say("page-start-continue", &[])) } }
            }
            p.quiet { (say("page-start-stop", &[])) }
        };
        let mut response = page(StatusCode::OK, &title, &body);
        response.headers_mut().insert(
            header::CONTENT_SECURITY_POLICY,
            policy(&form_to(asked.login)),
        );
        response
    })
}

/// A form's answer may redirect, and Chromium holds the policy against each redirect. Microsoft's sign-in may lead on at
/// once to the organization's own (federation), whose host nobody here knows.
pub(super) fn form_to(login: &str) -> String {
    if login.starts_with("https:") {
        "'self' https:".to_owned()
    } else {
        format!("'self' https: {login}")
    }
}

fn who(asked: &Start<'_>) -> Markup {
    html! {
        section aria-labelledby="who" {
            h2 id="who" { (say("page-start-who", &[])) }
            dl {
                dt { (say("page-start-name", &[])) }
                dd {
                    @match asked.display_name {
                        Some(name) => { bdi { (name) } br; span.quiet { (say("page-start-name-unverified", &[])) } }
                        None => (say("page-start-name-none", &[])),
                    }
                }
                dt { (say("page-start-app", &[])) }
                dd {
                    @if asked.profile.name != asked.client_id { (asked.profile.name) br; }
                    code { (asked.client_id) }
                }
                @if let Some(observer) = asked.observer {
                    dt { (say("page-start-observer", &[])) } dd { code { (observer) } }
                }
                @if let Some(publisher) = &asked.profile.publisher {
                    dt { (say("page-who-publisher", &[])) } dd { (publisher) }
                }
                dt { (say("page-start-return", &[])) }
                dd {
                    @match &asked.return_to {
                        Some(origin) => code { (origin) },
                        None => (say("page-start-return-here", &[])),
                    }
                }
            }
        }
    }
}

/// What the observer reads, and who sees it: not who began the connection.
fn what_is_read(app: &[(&str, &str)]) -> Markup {
    html! {
        section aria-labelledby="what" {
            h2 id="what" { (say("page-start-observer-see", &[])) }
            p { (say("page-start-observer-text", &[])) }
            ul {
                li { (say("page-start-see-access", app)) }
                li { (say("page-start-see-settings", &[])) }
            }
            p { (say("page-start-see-not", &[])) }
        }
    }
}

fn what(app: &[(&str, &str)]) -> Markup {
    html! {
        section aria-labelledby="what" {
            h2 id="what" { (say("page-start-see", &[])) }
            p { (say("page-start-see-text", &[])) }
            ul {
                li { (say("page-start-see-account", &[])) }
                li { (say("page-start-see-counts", &[])) }
                li { (say("page-start-see-access", app)) }
                li { (say("page-start-see-settings", &[])) }
            }
            p { (say("page-start-see-not", &[])) }
        }
    }
}
