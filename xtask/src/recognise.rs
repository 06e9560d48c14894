//! `cargo xtask recognise DIR`: what the extension makes of pages somebody kept.

use crate::{browser, build, command};
use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

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
    let browser = browser::find()?;
    let extension = build::quietly()?;
    let task = json!({ "browser": browser, "extension": extension, "dir": dir, "report": report });
    let status =
        command::new("node", &["tests/robot/recognise.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("a case is recognised wrongly or could not be opened ({status})");
    }
    Ok(())
}
