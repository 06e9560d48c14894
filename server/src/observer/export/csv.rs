//! CSV (RFC 4180): one row for each permission, and one for an app without any.

use super::{File, answer, inert};
use crate::observer::difference::Change;
use crate::observer::stated::{App, Head, Sink};
use std::io;

const COLUMNS: [&str; 14] = [
    "App",
    "Application ID",
    "Object ID",
    "Owner tenant",
    "Publisher",
    "Enabled",
    "Assignment required",
    "Kind",
    "API",
    "Permission",
    "For",
    "Findings",
    "Report complete",
    "Report ended",
];

pub(super) struct Csv {
    writer: csv::Writer<File>,
    complete: &'static str,
    ended: String,
}

impl Csv {
    pub(super) fn new(file: File) -> Self {
        Self {
            writer: csv::WriterBuilder::new()
                .terminator(csv::Terminator::CRLF)
                .from_writer(file),
            complete: "no",
            ended: String::new(),
        }
    }

    fn row(&mut self, app: &App, permission: [&str; 4]) -> io::Result<()> {
        let findings: Vec<String> = app
            .findings
            .iter()
            .map(|finding| format!("{} ({})", finding.code, finding.risk.name()))
            .collect();
        let known = app.assignment_required.map(|_| app.enabled.is_enabled());
        let [kind, api, name, whom] = permission;
        let cells = [
            &app.name,
            &app.app_id,
            &app.object_id,
            app.owner_tenant.as_deref().unwrap_or_default(),
            app.publisher.as_deref().unwrap_or_default(),
            answer(known),
            answer(app.assignment_required),
            kind,
            api,
            name,
            whom,
            &findings.join("; "),
            self.complete,
            &self.ended,
        ];
        self.writer.write_record(cells.map(inert))?;
        Ok(())
    }
}

impl Sink for Csv {
    fn head(&mut self, head: &Head) -> io::Result<()> {
        self.complete = answer(Some(head.complete));
        self.ended.clone_from(&head.ended);
        self.writer.write_record(COLUMNS)?;
        Ok(())
    }

    fn app(&mut self, app: &App) -> io::Result<()> {
        if app.delegated.is_empty() && app.application.is_empty() {
            return self.row(app, ["", "", "", ""]);
        }
        for grant in &app.delegated {
            let (api, scope) = (&grant.resource_app_id, &grant.scope);
            self.row(app, ["delegated", api, scope, &grant.audience])?;
        }
        for grant in &app.application {
            let name = grant.value.as_ref().unwrap_or(&grant.role_id);
            self.row(app, ["application", &grant.resource_app_id, name, ""])?;
        }
        Ok(())
    }

    fn end(&mut self, _: &[Change]) -> io::Result<()> {
        self.writer.flush()
    }
}
