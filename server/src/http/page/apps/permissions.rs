//! What an app holds: each permission in plain words, its risk and why, for whom, and at which API.

use super::parts::{audience, columns, cut, read, risk, table, written};
use crate::observer::inventory::{Detail, Inventory};
use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::scope::Scope;
use consentry_catalog::{permissions, resources};
use consentry_text::words::{Said, current_language, say, sentence};
use maud::{Markup, html};

/// Both kinds.
pub(super) fn held(inventory: &Inventory, detail: &Detail) -> Markup {
    let none = || html! { p { (say("apps-none-listed", &[])) } };
    html! {
        section aria-labelledby="delegated" {
            h2 id="delegated" { (say("apps-delegated", &[])) }
            p.quiet { (say("apps-delegated-text", &[])) }
            @if !detail.held.delegated.is_empty() { (delegated(inventory, detail)) }
            @else if inventory.knows_grants() { (none()) }
            @else { p { (say("apps-unknown", &[])) } }
        }
        section aria-labelledby="application" {
            h2 id="application" { (say("apps-application", &[])) }
            p.quiet { (say("apps-application-text", &[])) }
            (read(detail.application_read))
            @if detail.held.application.is_empty() { (none()) } @else { (application(inventory, detail)) }
        }
    }
}

fn delegated(inventory: &Inventory, detail: &Detail) -> Markup {
    let row = |(key, scope): (&crate::observer::snapshot::Scoped, &String)| {
        let [permission, risk] = judged(scope, inventory.api(&key.resource), Kind::Delegated);
        let api = api(inventory.api(&key.resource));
        vec![permission, risk, audience(&key.audience), api]
    };
    let rows: Vec<_> = detail.held.delegated.iter().map(row).collect();
    table(&columns(&["permission", "risk", "for", "api"]), &rows)
}

fn application(inventory: &Inventory, detail: &Detail) -> Markup {
    let row = |((resource, role), since): (&(String, String), &Option<String>)| {
        let value = inventory.role(resource, role);
        let [permission, risk] = judged(value, inventory.api(resource), Kind::Application);
        let since = html! { @if let Some(since) = since { (written(since)) } };
        vec![permission, risk, since, api(inventory.api(resource))]
    };
    let rows: Vec<_> = detail.held.application.iter().map(row).collect();
    table(&columns(&["permission", "risk", "since", "api"]), &rows)
}

/// A permission in plain words, and its risk with the reason.
fn judged(value: &str, api: &str, kind: Kind) -> [Markup; 2] {
    let scope = Scope::parse(value).at(api);
    let judged = permissions::judge(Catalog::built_in(), &scope, kind);
    let means = judged.known.map(|(_, meaning)| meaning.means.as_str());
    let because = judged.known.map(|(entry, _)| entry.because.as_str());
    let permission = html! {
        code.permission { (cut(value)) }
        @if let Some(means) = means { span.means { (said(means)) } }
    };
    let why = html! {
        (risk(Some(judged.risk)))
        span.why {
            @if let Some(because) = because { (said(because)) } @else { (say("apps-risk-guessed", &[])) }
        }
    };
    [permission, why]
}

/// A sentence of a data file, marked where it is in another language than the page.
fn said(english: &str) -> Markup {
    let Said { text, lang } = sentence(english);
    let (tag, _) = current_language();
    html! {
        @if lang == tag { (text) } @else { bdi lang=(lang) dir="ltr" { (text) } }
    }
}

/// An API by its name, where it is one that is known.
fn api(app_id: &str) -> Markup {
    html! {
        @match resources::by_name(Catalog::built_in(), app_id) {
            Some(known) => bdi { (known.name) },
            None => code { (cut(app_id)) },
        }
    }
}
