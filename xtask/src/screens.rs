//! `cargo xtask screens`: what people see, in pictures to be looked at.

use crate::{build, command, demo, packages, repo};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Where the pictures go; what was there is removed
    #[arg(long)]
    out: Option<PathBuf>,
    /// Only these languages, by their tags
    #[arg(long, value_delimiter = ',', default_value = "en,de,ja,he")]
    languages: Vec<String>,
}

/// Walks the practice journey in each language and takes a picture of each state for each kind of eyes.
pub(crate) fn run(options: &Options) -> Result<()> {
    let out = match &options.out {
        Some(out) => std::path::absolute(out).context("--out")?,
        None => repo::root().join("dist/screens"),
    };
    packages::japanese()?;
    let mut task = demo::stage(&build::quietly()?)?;
    task["out"] = json!(out);
    task["languages"] = json!(options.languages);
    let status = command::new("node", &["tests/screens/run.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("axe-core found faults in what is shown ({status})");
    }
    Ok(())
}
