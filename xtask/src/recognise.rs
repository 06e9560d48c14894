//! `cargo xtask recognise DIR`: what the extension makes of pages somebody kept.

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
    /// Folder of NAME.json files, at any depth: {"url": …, "html": "file.html", "frames": {"https://…": "file.html"}}
    dir: PathBuf,
    /// Also write the counts, and how each case was judged, to this file as JSON
    #[arg(long)]
    report: Option<PathBuf>,
    /// Change each page in each way that is known, and say under which change it is still recognised
    #[arg(long)]
    mutate: bool,
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
    let misspelt = misspelt(&dir)?;
    let browser = browser::find()?;
    let extension = build::quietly()?;
    let mut task = json!({ "browser": browser, "extension": extension, "dir": dir, "report": report, "misspelt": misspelt });
    if options.mutate {
        task["mutate"] = json!({ "seed": options.seed, "words": words(&options.language)? });
    }
    let status =
        command::new("node", &["tests/robot/recognise.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("a case is recognised wrongly or could not be opened ({status})");
    }
    Ok(())
}

/// What the labels say in English, and in another language: the first form of each.
fn words(language: &str) -> Result<Vec<(String, String)>> {
    let labels: toml::Table = toml::from_str(&fs::read_to_string(
        repo::root().join("shared/labels.toml"),
    )?)?;
    let first = |label: &toml::Value, language: &str| {
        let form = label.get(language)?.get("says")?.get(0)?.as_str()?;
        Some(first_choice(form))
    };
    Ok(labels
        .values()
        .filter_map(|label| Some((first(label, "en")?, first(label, language)?)))
        .collect())
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
