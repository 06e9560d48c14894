//! A workbook: a summary, apps, permissions, findings, changes. Every cell is text or a number and
//! none a formula.

use super::answer;
use crate::observer::difference::Change;
use crate::observer::stated::{App, Head, Sink};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use std::fs::File;
use std::io;

/// Rows that a sheet holds, its heading included.
const ROWS: u32 = 1_048_576;

/// Characters that a cell holds.
const CELL: usize = 32_767;

pub(super) struct Xlsx {
    file: File,
    workbook: Workbook,
    /// The next row of each sheet.
    next: [u32; SHEETS.len()],
}

const SHEETS: [(&str, &[&str]); 5] = [
    (
        "Summary",
        &["What", "Rows read", "Rows stated", "Complete", "Reason"],
    ),
    (
        "Apps",
        &[
            "App",
            "Application ID",
            "Object ID",
            "Owner tenant",
            "Publisher",
            "Enabled in this tenant",
            "Enabled by its owner",
            "Enabled by Microsoft",
            "Assignment required",
            "People and groups assigned",
            "Findings",
        ],
    ),
    (
        "Permissions",
        &["App", "Object ID", "Kind", "API", "Permission", "For"],
    ),
    (
        "Findings",
        &["App", "Object ID", "Finding", "Risk", "Reason"],
    ),
    (
        "Changes",
        &[
            "Found",
            "Change",
            "App",
            "Object ID",
            "API",
            "Permission",
            "For",
            "Who",
            "When",
            "ID",
        ],
    ),
];

fn failed(error: XlsxError) -> io::Error {
    io::Error::other(error)
}

impl Xlsx {
    pub(super) fn new(file: File) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        let bold = Format::new().set_bold();
        for (name, columns) in SHEETS {
            let sheet = workbook
                .add_worksheet_with_constant_memory()
                .map_err(failed)?;
            sheet.set_name(name).map_err(failed)?;
            sheet.set_freeze_panes(1, 0).map_err(failed)?;
            for (column, title) in (0..).zip(columns) {
                sheet.set_column_width(column, 24).map_err(failed)?;
                sheet
                    .write_string_with_format(0, column, *title, &bold)
                    .map_err(failed)?;
            }
        }
        Ok(Self {
            file,
            workbook,
            next: [1; SHEETS.len()],
        })
    }

    /// Adds a row; what no sheet holds is left out, and the summary of a report that long says so.
    fn row(&mut self, sheet: usize, cells: &[&str]) -> io::Result<()> {
        let row = self.next[sheet];
        if row >= ROWS {
            return Ok(());
        }
        self.next[sheet] += 1;
        let sheet = self.workbook.worksheet_from_index(sheet).map_err(failed)?;
        for (column, text) in (0..).zip(cells) {
            let short: String = text.chars().take(CELL).collect();
            sheet.write_string(row, column, short).map_err(failed)?;
        }
        Ok(())
    }
}

impl Sink for Xlsx {
    fn head(&mut self, head: &Head) -> io::Result<()> {
        let whole = answer(Some(head.complete));
        let requests = head.requests.to_string();
        let tenant = format!("{} ({})", head.tenant.name, head.tenant.id);
        self.row(0, &["Report", "", "", whole, ""])?;
        for (name, value) in [
            ("Tenant", &tenant),
            ("Began", &head.began),
            ("Ended", &head.ended),
            ("Requests", &requests),
        ] {
            self.row(0, &[name, "", "", "", value])?;
        }
        for list in &head.lists {
            let said = list.said.map(|said| said.to_string()).unwrap_or_default();
            let reason = list.reason.as_deref().unwrap_or_default();
            let complete = answer(Some(list.complete));
            self.row(
                0,
                &[&list.what, &list.read.to_string(), &said, complete, reason],
            )?;
        }
        for line in &head.not_covered {
            self.row(0, &["Not covered", "", "", "", line])?;
        }
        Ok(())
    }

    fn app(&mut self, app: &App) -> io::Result<()> {
        let assigned = app
            .assigned
            .as_ref()
            .map_or("unknown".to_owned(), |all| all.len().to_string());
        self.row(
            1,
            &[
                &app.name,
                &app.app_id,
                &app.object_id,
                app.owner_tenant.as_deref().unwrap_or_default(),
                app.publisher.as_deref().unwrap_or_default(),
                answer(app.enabled.account),
                answer(app.enabled.owner),
                answer(app.enabled.microsoft),
                answer(app.assignment_required),
                &assigned,
                &app.findings.len().to_string(),
            ],
        )?;
        for grant in &app.delegated {
            let (api, scope) = (&grant.resource_app_id, &grant.scope);
            let whom = &grant.audience;
            self.row(
                2,
                &[&app.name, &app.object_id, "delegated", api, scope, whom],
            )?;
        }
        for grant in &app.application {
            let (api, name) = (
                &grant.resource_app_id,
                grant.value.as_ref().unwrap_or(&grant.role_id),
            );
            self.row(
                2,
                &[&app.name, &app.object_id, "application", api, name, ""],
            )?;
        }
        for finding in &app.findings {
            let (risk, reason) = (finding.risk.name(), &finding.reason.in_english());
            self.row(3, &[&app.name, &app.object_id, finding.code, risk, reason])?;
        }
        Ok(())
    }

    fn end(&mut self, changes: &[Change]) -> io::Result<()> {
        for change in changes {
            let permission = change.scope.as_deref().or(change.value.as_deref());
            let whom = change
                .audience
                .clone()
                .map(String::from)
                .unwrap_or_default();
            self.row(
                4,
                &[
                    &change.found,
                    &change.kind,
                    &change.app.name,
                    &change.app.object_id,
                    change.resource_app_id.as_deref().unwrap_or_default(),
                    permission.unwrap_or_default(),
                    &whom,
                    change.who.as_deref().unwrap_or_default(),
                    change.when.as_deref().unwrap_or_default(),
                    &change.id,
                ],
            )?;
        }
        let dropped = SHEETS.iter().zip(self.next).find(|(_, next)| *next >= ROWS);
        if let Some((sheet, _)) = dropped {
            let text = format!("The sheet {} is full: use JSON for all of it.", sheet.0);
            self.row(0, &["Report", "", "", "no", &text])?;
        }
        let file = self.file.try_clone()?;
        self.workbook.save_to_writer(file).map_err(failed)
    }
}
