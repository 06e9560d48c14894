//! Zip files that hold the same bytes whenever and wherever they are made.

use super::contents::Files;
use anyhow::Result;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Files in the order of their names, of one time (the first a zip can tell, in 1980) and one set of
/// permissions.
pub(super) fn zip(files: &Files) -> Result<Vec<u8>> {
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, how)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn an_archive_tells_nothing_of_when_it_was_made_and_holds_what_was_put_in() {
        let files: Files = [("b/c.js", "two"), ("a.json", "one")]
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .collect();
        let bytes = zip(&files).unwrap();
        assert_eq!(bytes, zip(&files).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        assert_eq!(names, ["a.json", "b/c.js"]);
        let mut file = archive.by_name("b/c.js").unwrap();
        assert_eq!(file.last_modified(), Some(DateTime::default()));
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644));
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "two");
    }
}
