//! One app: what it is, what was found, what it holds, who uses it, what changed, and what to do about it.

use super::changed::changed;
use super::known::Known;
use super::parts::{cut, read, risk, spans};
use super::permissions::held;
use super::recipes::recipes;
use super::{Frame, Place, shown};
use crate::http::page::language::speaking;
use crate::observer::finding::{Finding, NOT_COVERED, is_microsofts};
use crate::observer::snapshot::{App, Enabled};
use axum::response::Response;
use consentry_text::words::say;
use maud::{Markup, html};

/// The page.
pub fn one_app(frame: &Frame<'_>, known: &Known<'_>) -> Response {
    speaking(|| {
        let title = html! { bdi { (cut(&known.line.name)) } };
        let rest = html! {
            (facts(known))
            (findings(&known.detail.findings))
            (held(known.inventory, known.detail))
            (people(known))
            (not_covered())
            section aria-labelledby="history" {
                h2 id="history" { (say("apps-history", &[])) }
                @if known.history.is_empty() { p { (say("apps-history-none", &[])) } }
                @else { div.changes { (changed(frame, known.history, false)) } }
            }
            (recipes(known))
        };
        shown(frame, Place::Within, &title, known.inventory, &rest)
    })
}

fn facts(known: &Known<'_>) -> Markup {
    let line = known.line;
    let app = known.detail.held.app.as_ref();
    let unknown = say("apps-unknown", &[]);
    html! {
        dl.facts-of {
            dt { (say("apps-column-risk", &[])) } dd { (risk(line.risk)) }
            dt { (say("apps-column-state", &[])) }
            dd { @match app { Some(app) => (state(app.enabled)), None => (unknown) } }
            dt { (say("apps-who", &[])) }
            dd { @match app.map(|app| app.assignment_required) {
                Some(true) => (say("apps-who-assigned", &[])),
                Some(false) => (say("apps-who-everyone", &[])),
                None => (unknown),
            } }
            dt { (say("apps-publisher", &[])) }
            dd { @match &line.publisher { Some(name) => bdi { (cut(name)) }, None => (say("apps-publisher-none", &[])) } }
            dt { (say("apps-owner", &[])) }
            dd { @match app { Some(app) => (owner(app, &known.inventory.tenant.id)), None => (unknown) } }
            dt { (say("page-who-app", &[])) } dd { code { (line.app_id) } }
            dt { (say("apps-object", &[])) } dd { code { (line.object_id) } }
        }
    }
}

/// Where an app is registered.
fn owner(app: &App, own: &str) -> Markup {
    html! {
        @match &app.owner_tenant {
            Some(_) if is_microsofts(app) => "Microsoft",
            Some(id) if id.eq_ignore_ascii_case(own) => (say("apps-owner-here", &[])),
            Some(id) => code { (cut(id)) },
            None => (say("apps-unknown", &[])),
        }
    }
}

fn state(enabled: Enabled) -> Markup {
    let off = [
        (enabled.deleted, "deleted"),
        (enabled.account == Some(false), "account"),
        (enabled.owner == Some(false), "owner"),
        (enabled.microsoft == Some(false), "microsoft"),
    ];
    let off: Vec<String> = off
        .iter()
        .filter(|(is_off, _)| *is_off)
        .map(|(_, way)| say(&format!("apps-state-{way}"), &[]))
        .collect();
    html! {
        @if off.is_empty() { (say("apps-state-enabled", &[])) }
        @for (at, way) in off.iter().enumerate() { @if at > 0 { br; } span.off { (way) } }
    }
}

/// The worst first, each with its reason.
fn findings(findings: &[Finding]) -> Markup {
    let mut findings: Vec<&Finding> = findings.iter().collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.risk));
    html! {
        section aria-labelledby="findings" {
            h2 id="findings" { (say("apps-findings", &[])) }
            @if findings.is_empty() { p { (say("apps-findings-none", &[])) } }
            @else { ul.findings { @for finding in findings {
                li {
                    p { (risk(Some(finding.risk))) " " strong { (say(&format!("apps-finding-{}", finding.code), &[])) } }
                    p { (spans(&finding.reason.said(cut))) }
                }
            } } }
        }
    }
}

fn people(known: &Known<'_>) -> Markup {
    let assigned = &known.detail.held.assigned;
    let app = known.detail.held.app.as_ref();
    let was_read = app.is_some_and(|app| app.assignment_required);
    html! {
        section aria-labelledby="people" {
            h2 id="people" { (say("apps-assigned", &[])) }
            (read(known.detail.assigned_read))
            @if !assigned.is_empty() {
                ul.people { @for one in assigned.values() {
                    li { bdi { (cut(&one.name)) } " " span.quiet { (kind(&one.kind)) } " " code.quiet { (cut(&one.id)) } }
                } }
            } @else if was_read {
                p { (say("apps-assigned-none", &[])) }
            } @else {
                p { (say("apps-assigned-unread", &[])) }
            }
        }
    }
}

/// Access that none of these lists shows.
fn not_covered() -> Markup {
    html! {
        details {
            summary { (say("apps-not-covered", &[])) }
            ul { @for code in NOT_COVERED { li { (say(&format!("apps-not-covered-{code}"), &[])) } } }
        }
    }
}

fn kind(kind: &str) -> String {
    match kind {
        "User" => say("apps-kind-user", &[]),
        "Group" => say("apps-kind-group", &[]),
        other => other.to_owned(),
    }
}
