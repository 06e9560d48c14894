//! What goes into a package: the unpacked extension, but for what no store takes.

use crate::build;
use anyhow::{Context, Result, bail};
use consentry_catalog::Catalog;
use consentry_logic::settings::{self, Source};
use consentry_text::words;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their names in an archive, with `/` between folders, in the order of the names.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Reads the extension, with these settings instead of its own where there are any.
///
/// The manifest's `key` stays behind: it gives the unpacked extension its id, and a store gives an id of
/// its own and refuses a manifest that brings one (developer.chrome.com, manifest, "key").
pub(super) fn read(extension: &Path, settings: Option<Vec<u8>>) -> Result<Files> {
    let mut files = folder(extension)?;
    if let Some(settings) = settings {
        files.insert("settings.json".to_owned(), settings);
    }
    let packaged = files.get("settings.json").context("settings.json")?;
    check_settings(packaged).context("the packaged settings.json")?;
    let manifest = files.get_mut("manifest.json").context("manifest.json")?;
    *manifest = without_key(manifest)?;
    Ok(files)
}

/// Every file of a folder.
pub(super) fn folder(folder: &Path) -> Result<Files> {
    let mut names = Vec::new();
    build::list(folder, folder, &mut names)?;
    names
        .into_iter()
        .map(|name| {
            let bytes = fs::read(folder.join(&name))?;
            let parts: Option<Vec<&str>> = name.iter().map(|part| part.to_str()).collect();
            let parts = parts.with_context(|| format!("{}: not UTF-8", name.display()))?;
            Ok((parts.join("/"), bytes))
        })
        .collect()
}

/// Takes one line out and leaves the others as they are.
fn without_key(manifest: &[u8]) -> Result<Vec<u8>> {
    let text = std::str::from_utf8(manifest)?;
    let kept: String = text
        .split_inclusive('\n')
        .filter(|line| !line.trim_start().starts_with("\"key\":"))
        .collect();
    let mut before: Value = serde_json::from_str(text).context("manifest.json")?;
    let after: Value = serde_json::from_str(&kept).context("manifest.json without its key")?;
    if let Some(before) = before.as_object_mut() {
        before.remove("key");
    }
    if before != after {
        bail!("manifest.json: \"key\" must stand on a line of its own");
    }
    Ok(kept.into_bytes())
}

/// Packaged settings are for everybody who installs: each must make sense, and none may say that a real
/// page is practice.
///
/// # Errors
///
/// What is wrong with them, in words.
pub(super) fn check_settings(text: &[u8]) -> Result<()> {
    let value: Value = serde_json::from_slice(text).context("this is no JSON")?;
    if !value.is_object() {
        bail!(
            "settings are an object, such as {{ \"backend\": \"https://consentry.example.com\" }}"
        );
    }
    let read = settings::read(Catalog::built_in(), &[(Source::Package, value)]);
    if read.practice || read.diagnose {
        bail!("`practice` and `diagnose` are for rehearsals; a package for people has neither");
    }
    if !read.refused.is_empty() {
        let refused: Vec<String> = read.refused.iter().map(words::rendered).collect();
        bail!("{}", refused.join("\n"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_has_no_key_and_every_other_line_of_the_manifest() {
        let manifest = b"{\n  \"name\": \"x\",\n  \"key\": \"abc\",\n  \"version\": \"1\"\n}\n";
        let kept = without_key(manifest).unwrap();
        assert_eq!(kept, b"{\n  \"name\": \"x\",\n  \"version\": \"1\"\n}\n");
        assert!(without_key(b"{ \"name\": \"x\", \"key\": \"abc\" }").is_err());
    }

    #[test]
    fn what_is_packaged_makes_sense_and_is_no_rehearsal() {
        assert!(check_settings(br#"{ "backend": "https://consentry.example" }"#).is_ok());
        for wrong in [
            r#"{ "backend": "http://consentry.example" }"#,
            r#"{ "backend": "https://consentry.example", "practice": true }"#,
            r#"{ "nonsense": 1 }"#,
            "[]",
            "{",
        ] {
            assert!(check_settings(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
