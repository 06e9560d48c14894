//! `cargo xtask package`: what is handed to a store, and what shows that it is what it says.

mod contents;
mod source;
mod archive;
mod bill;
mod lint;
mod sums;
mod twice;

use crate::{build, command, demo, repo};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// The one version: the workspace's. A repository test compares manifest and changelog with it.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The stores there is a package for. Both take the same bytes; each signs them for itself.
const STORES: [&str; 2] = ["chrome", "edge"];

#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// Settings to package instead of extension/settings.json: your backend's address
    #[arg(long)]
    settings: Option<PathBuf>,
    /// Build in two clones in different folders, and compare the packages byte for byte
    #[arg(long, conflicts_with_all = ["settings", "without_lint"])]
    twice: bool,
    /// Also take the pictures for the stores, 1280 by 800, into dist/package/pictures/
    #[arg(long)]
    pictures: bool,
    /// Leave out the check by Mozilla's linter, which is fetched from npm the first time
    #[arg(long)]
    without_lint: bool,
}

/// Builds the extension and writes dist/package/.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.twice {
        return twice::run();
    }
    let settings = options.settings.as_deref().map(settings).transpose()?;
    let extension = build::quietly()?;
    let files = contents::read(&extension, settings)?;
    let out = repo::root().join("dist").join("package");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let package = archive::zip(&files)?;
    for store in STORES {
        fs::write(
            out.join(format!("consentry-{store}-{VERSION}.zip")),
            &package,
        )?;
    }
    let symbols = archive::zip(&contents::folder(&repo::symbols())?)?;
    fs::write(
        out.join(format!("consentry-symbols-{VERSION}.zip")),
        symbols,
    )?;
    fs::write(
        out.join(format!("consentry-{VERSION}.cdx.json")),
        bill::write()?,
    )?;
    source::write(&out.join(format!("consentry-source-{VERSION}.tar.gz")))?;
    print!("{}", sums::write(&out)?);
    if !options.without_lint {
        lint::check(&out.join(format!("consentry-{}-{VERSION}.zip", STORES[0])))?;
    }
    if options.pictures {
        pictures(&extension, &out.join("pictures"))?;
    }
    println!("{}", out.display());
    Ok(())
}

/// What people see on the practice journey.
fn pictures(extension: &Path, out: &Path) -> Result<()> {
    let mut task = demo::stage(extension)?;
    task["out"] = json!(out);
    command::run("node", &["tests/screens/store.mjs", &task.to_string()])
}

fn settings(file: &Path) -> Result<Vec<u8>> {
    let text = fs::read(file).with_context(|| format!("{}", file.display()))?;
    contents::check_settings(&text).with_context(|| format!("{}", file.display()))?;
    Ok(text)
}
