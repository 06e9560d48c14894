//! SHA-256 of each file of a package, as `sha256sum --check` reads them.

use crate::hash;
use anyhow::{Context, Result};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Writes SHA256SUMS into a folder and returns it.
pub(super) fn write(folder: &Path) -> Result<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        names.push(name.into_string().ok().context("a name is UTF-8")?);
    }
    names.sort();
    let mut text = String::new();
    for name in names {
        let hash = hash::sha256(&fs::read(folder.join(&name))?);
        writeln!(text, "{hash}  {name}")?;
    }
    fs::write(folder.join("SHA256SUMS"), &text)?;
    Ok(text)
}
