//! `cargo xtask bench browser`: builds the extension, and lets pages be measured without it, with it, and with its peers.

use super::{machine, section};
use crate::{build, command, demo, dependencies, repo};
use anyhow::{Result, bail};
use serde_json::json;

/// Rounds, and seconds each: with less, a table has no spread worth reading.
const FULL: (u32, u32) = (3, 6);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often each page is measured in each variant, the variants in turn
    #[arg(long, default_value_t = FULL.0)]
    rounds: u32,
    /// How long each time
    #[arg(long, default_value_t = FULL.1)]
    seconds: u32,
}

/// Prints the table, and writes target/bench/browser.json and, when enough was measured, the browser's part of
/// docs/benchmarks.md.
pub(super) fn run(options: &Options) -> Result<()> {
    let extension = build::quietly()?;
    dependencies::npm_tools_in(&repo::root().join("bench/browser/peers"))?;
    let out = repo::target().join("bench");
    let mut task = demo::stage(&extension)?;
    task["machine"] = json!(machine::described());
    task["out"] = json!(out);
    task["rounds"] = json!(options.rounds);
    task["seconds"] = json!(options.seconds);
    let status = command::new("node", &["bench/browser/run.mjs"])
        .env("CONSENTRY_STAGE", task.to_string())
        .status()?;
    if !status.success() {
        bail!("the pages could not be measured ({status})");
    }
    let enough = options.rounds >= FULL.0 && options.seconds >= FULL.1;
    section::take("browser", &out.join("browser.md"), enough)
}
