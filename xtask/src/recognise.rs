//! `cargo xtask recognise DIR`: what the extension makes of pages somebody kept.

mod change;

mod case;
mod expect;

use crate::{browser, build, command, repo};
use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Options {
    /// Folder of cases, at any depth: files NAME.toml as in tests/recognise, or NAME.json:
    /// {"url": …, "html": "file.html", "frames": {"https://…": "file.html"}}
    dir: PathBuf,
    /// Also write the counts, and how each case was judged, to this file as JSON
    #[arg(long)]
    report: Option<PathBuf>,
    /// Change each page in each way that is known, and say under which change it is still recognised
    #[arg(long)]
    mutate: bool,
    /// With --mutate, only this change, by its name in what is printed
    #[arg(long, requires = "mutate")]
    change: Option<String>,
    /// What the changes are drawn from
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// The language that words are translated to
    #[arg(long, default_value = "de")]
    language: String,
}

/// Opens each case at its real address and prints one JSON line for it; the counts go to stderr.
pub(crate) fn run(options: &Options) -> Result<()> {
    let dir = options
        .dir
        .canonicalize()
        .with_context(|| format!("{}", options.dir.display()))?;
    let report = options
        .report
        .as_ref()
        .map(std::path::absolute)
        .transpose()?;
    let plain = plain(&dir)?;
    let misspelt = misspelt(plain.path())?;
    let browser = browser::find()?;
    let extension = build::quietly()?;
    let mut task = json!({ "browser": browser, "extension": extension, "dir": plain.path(), "report": report, "misspelt": misspelt });
    if options.mutate {
        task["mutate"] = json!({
            "seed": options.seed,
            "words": words(&options.language)?,
            "change": options.change,
        });
    }
    let status =
        command::new("node", &["tests/robot/recognise.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("a case is recognised wrongly or could not be opened ({status})");
    }
    Ok(())
}

/// The cases of a folder in their plain form, in a folder that is gone with what is returned.
pub(crate) fn plain(dir: &Path) -> Result<tempfile::TempDir> {
    let plain = tempfile::tempdir()?;
    case::plain(dir, plain.path())?;
    Ok(plain)
}

/// What the labels say in English, and in another language: the first forms that hold a name alike.
fn words(language: &str) -> Result<Vec<(String, String)>> {
    let labels: toml::Table = toml::from_str(&fs::read_to_string(
        repo::root().join("shared/catalog/labels.toml"),
    )?)?;
    let forms = |label: &toml::Value, language: &str| {
        let says = label.get(language)?.get("says")?.as_array()?.clone();
        let forms = says
            .iter()
            .filter_map(|form| Some(first_choice(form.as_str()?)));
        Some(forms.collect::<Vec<_>>())
    };
    let pair = |label: &toml::Value| {
        let other = forms(label, language)?.into_iter().next()?;
        let mut english = forms(label, "en")?.into_iter();
        let english = english.find(|form| form.contains("{0}") == other.contains("{0}"))?;
        Some((english, other))
    };
    Ok(labels.values().filter_map(pair).collect())
}

/// A form of a label with the first of each of its alternatives.
fn first_choice(form: &str) -> String {
    let Some((before, rest)) = form.split_once('[') else {
        return form.to_owned();
    };
    let (choices, after) = rest.split_once(']').unwrap_or((rest, ""));
    let first = choices.split('|').next().unwrap_or_default();
    format!("{before}{first}{}", first_choice(after))
}

/// The cases that expect what no page can answer, each with a word why: they are not judged.
fn misspelt(dir: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let mut files = Vec::new();
    build::list(dir, dir, &mut files)?;
    let mut misspelt = BTreeMap::new();
    for file in files {
        if file.extension().is_none_or(|kind| kind != "json") {
            continue;
        }
        // What is no JSON is told when the case is opened.
        let Ok(case) = serde_json::from_str(&fs::read_to_string(dir.join(&file))?) else {
            continue;
        };
        let problems = expect::problems(&case);
        if !problems.is_empty() {
            let name = file.with_extension("");
            eprintln!("{}: {}", name.display(), problems.join("; "));
            misspelt.insert(name.to_string_lossy().replace('\\', "/"), problems);
        }
    }
    Ok(misspelt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo;

    #[test]
    fn every_base_page_is_the_base_of_a_case() -> Result<()> {
        let dir = repo::root().join("tests/recognise");
        let mut files = Vec::new();
        build::list(&dir, &dir, &mut files)?;
        let is = |file: &Path, kind: &str| file.extension().is_some_and(|end| end == kind);
        let cases = files.iter().filter(|file| is(file, "toml"));
        let cases: String = cases
            .map(|file| fs::read_to_string(dir.join(file)))
            .collect::<Result<_, _>>()?;
        let bases = files.iter().filter(|file| file.starts_with("bases"));
        for base in bases.filter_map(|file| file.file_stem()?.to_str()) {
            assert!(cases.contains(&format!("base = \"{base}\"")), "{base}");
        }
        Ok(())
    }
}
