//! The formats of a report, by the ending of its file.

mod csv;
mod html;
mod json;
mod xlsx;

use crate::observer::stated::Sink;
use std::fs;
use std::io;
use std::path::Path;

/// Formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One JSON object.
    Json,
    /// One row for each permission.
    Csv,
    /// A workbook.
    Xlsx,
    /// A page to print.
    Html,
}

impl Format {
    /// The format that a file's ending names.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "json" => Self::Json,
            "csv" => Self::Csv,
            "xlsx" => Self::Xlsx,
            "html" | "htm" => Self::Html,
            _ => return None,
        })
    }

    /// Each with the ending of its files.
    pub const NAMED: [(Self, &'static str); 4] = [
        (Self::Csv, "csv"),
        (Self::Xlsx, "xlsx"),
        (Self::Json, "json"),
        (Self::Html, "html"),
    ];

    /// What a browser is told of it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Html => "text/html; charset=utf-8",
        }
    }

    /// A report of this format in that file.
    pub fn to(self, file: fs::File) -> io::Result<Box<dyn Sink + Send>> {
        let buffered = io::BufWriter::new;
        Ok(match self {
            Self::Json => Box::new(json::Json::new(buffered(file))),
            Self::Csv => Box::new(csv::Csv::new(buffered(file))),
            Self::Xlsx => Box::new(xlsx::Xlsx::new(file)?),
            Self::Html => Box::new(html::Html::new(buffered(file))),
        })
    }
}

type File = io::BufWriter<fs::File>;

/// A file for its owner alone: it tells who may do what.
pub fn create(file: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    options.open(file)
}

/// Text that no spreadsheet takes for a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Yes, no, or unknown.
fn answer(fact: Option<bool>) -> &'static str {
    match fact {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    }
}

#[cfg(test)]
mod tests;
