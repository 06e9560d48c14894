//! JSON, written app by app: it never stands in memory as a whole.

use super::File;
use crate::observer::difference::Change;
use crate::observer::stated::{App, Head, Sink};
use std::io::{self, Write};

/// One JSON object.
pub(super) struct Json {
    file: File,
    is_first: bool,
}

impl Json {
    pub(super) fn new(file: File) -> Self {
        Self {
            file,
            is_first: true,
        }
    }
}

impl Sink for Json {
    fn head(&mut self, head: &Head) -> io::Result<()> {
        let head = serde_json::to_string(head)?;
        let open = head.strip_suffix('}').unwrap_or(&head);
        write!(self.file, "{open},\n\"apps\":[")
    }

    fn app(&mut self, app: &App) -> io::Result<()> {
        let between = if self.is_first { "\n" } else { ",\n" };
        self.is_first = false;
        self.file.write_all(between.as_bytes())?;
        serde_json::to_writer(&mut self.file, app)?;
        Ok(())
    }

    fn end(&mut self, changes: &[Change]) -> io::Result<()> {
        self.file.write_all(b"\n],\n\"changes\":[")?;
        for (at, change) in changes.iter().enumerate() {
            self.file.write_all(if at == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut self.file, change)?;
        }
        self.file.write_all(b"\n]}\n")?;
        self.file.flush()
    }
}
