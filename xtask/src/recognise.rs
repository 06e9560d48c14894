//! `cargo xtask recognise DIR`: what the extension makes of pages somebody kept.

mod expect;

use crate::{browser, build, command};
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
    let task = json!({ "browser": browser, "extension": extension, "dir": dir, "report": report, "misspelt": misspelt });
    let status =
        command::new("node", &["tests/robot/recognise.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("a case is recognised wrongly or could not be opened ({status})");
    }
    Ok(())
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
