//! A page to print: no script, nothing from elsewhere.

use super::{File, answer};
use crate::observer::difference::Change;
use crate::observer::stated::{App, Head, Sink};
use maud::{DOCTYPE, PreEscaped, html};
use std::io::{self, Write};

const STYLE: &str = include_str!("style.css");

pub(super) struct Html {
    file: File,
}

impl Html {
    pub(super) fn new(file: File) -> Self {
        Self { file }
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.file.write_all(text.as_bytes())
    }
}

impl Sink for Html {
    fn head(&mut self, head: &Head) -> io::Result<()> {
        let title = format!("Apps of {}", head.tenant.name);
        let top = html! {
            (DOCTYPE)
            (PreEscaped("<html lang=\"en\">"))
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            (PreEscaped("<body><main>"))
            h1 { bdi { (title) } }
            @if head.complete {
                p { "Complete: every list was read to its end." }
            } @else {
                p role="status" { strong { "Incomplete:" } " some lists could not be read to their end." }
            }
            p { "Tenant " code { (head.tenant.id) } ", read from " (head.began) " to " (head.ended)
                " with " (head.requests) " requests." }
            table {
                caption { "Lists" }
                thead { tr { th scope="col" { "List" } th scope="col" { "Rows read" }
                    th scope="col" { "Rows stated" } th scope="col" { "Complete" } th scope="col" { "Reason" } } }
                tbody { @for list in &head.lists { tr {
                    th scope="row" { (list.what) }
                    td { (list.read) }
                    td { @if let Some(said) = list.said { (said) } @else { "not stated" } }
                    td { (answer(Some(list.complete))) }
                    td { (list.reason.as_deref().unwrap_or_default()) }
                } } }
            }
            h2 { "Not covered" }
            ul { @for line in &head.not_covered { li { (line) } } }
            h2 { "Apps" }
        };
        self.write(&top.into_string())
    }

    fn app(&mut self, app: &App) -> io::Result<()> {
        let section = html! {
            section {
                h3 { bdi { (app.name) } }
                p { "Application ID " code { (app.app_id) } ", object ID " code { (app.object_id) }
                    @if let Some(publisher) = &app.publisher { ", publisher " bdi { (publisher) } }
                    @if let Some(owner) = &app.owner_tenant { ", registered in " code { (owner) } }
                    ". Assignment required: " (answer(app.assignment_required)) "." }
                @if !app.findings.is_empty() {
                    ul { @for finding in &app.findings {
                        li { strong { (finding.risk.name()) } ": " bdi { (finding.reason.in_english()) } }
                    } }
                }
                @if !app.delegated.is_empty() || !app.application.is_empty() {
                    table {
                        thead { tr { th scope="col" { "Permission" } th scope="col" { "Kind" }
                            th scope="col" { "API" } th scope="col" { "For" } } }
                        tbody {
                            @for grant in &app.delegated { tr {
                                th scope="row" { bdi { (grant.scope) } } td { "delegated" }
                                td { code { (grant.resource_app_id) } } td { (grant.audience) }
                            } }
                            @for grant in &app.application { tr {
                                th scope="row" { bdi { (grant.value.as_ref().unwrap_or(&grant.role_id)) } }
                                td { "application" } td { code { (grant.resource_app_id) } } td { "the app itself" }
                            } }
                        }
                    }
                }
                @match &app.assigned {
                    Some(assigned) if !assigned.is_empty() => p { "Assigned: "
                        @for (at, one) in assigned.iter().enumerate() {
                            @if at > 0 { ", " } bdi { (one.name) } " (" (one.kind) ")"
                        } },
                    _ => {},
                }
                @if !app.unknown.is_empty() { p { "Not completely known: " (app.unknown.join(", ")) "." } }
            }
        };
        self.write(&section.into_string())
    }

    fn end(&mut self, changes: &[Change]) -> io::Result<()> {
        let bottom = html! {
            h2 { "Changes" }
            @if changes.is_empty() { p { "None." } } @else {
                ul { @for change in changes { li {
                    (change.kind) ": " bdi { (change.app.name) }
                    @if let Some(name) = change.scope.as_ref().or(change.value.as_ref()) { ", " bdi { (name) } }
                    @if let Some(whom) = &change.audience { ", for " (String::from(whom.clone())) }
                    @if let Some(when) = &change.when { ", " (when) }
                    @if let Some(who) = &change.who { ", by " bdi { (who) } }
                } } }
            }
            (PreEscaped("</main></body></html>\n"))
        };
        self.write(&bottom.into_string())?;
        self.file.flush()
    }
}
