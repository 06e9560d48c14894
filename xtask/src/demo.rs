//! `cargo xtask demo`: the whole journey against a practice tenant.

use crate::{browser, build, command, repo};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use consentry_catalog::languages;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Stdio;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Let the robot walk, following only what is lit; needs --out
    #[arg(long, requires = "out")]
    headless: bool,
    /// Where the robot writes journey.json and one screenshot for each step
    #[arg(long)]
    out: Option<PathBuf>,
    /// Who begins; somebody who cannot grant hands over to a global admin in a second browser
    #[arg(long = "as", value_enum)]
    starter: Option<Starter>,
    /// Other settings of the practice tenant (see tests/practice-tenant/scenario.toml)
    #[arg(long)]
    scenario: Option<PathBuf>,
    /// The robot uses a keyboard alone: Tab, arrow keys, Enter and Space
    #[arg(long, requires = "headless")]
    keyboard: bool,
    /// The language of the extension and of the practice tenant's pages, for example de or ja
    #[arg(long, value_parser = language)]
    language: Option<String>,
    /// Dark colours
    #[arg(long)]
    dark: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Starter {
    GlobalAdmin,
    SharepointAdmin,
}

/// A language the extension speaks.
fn language(tag: &str) -> Result<String, String> {
    let known = languages::languages();
    if known.contains_key(tag) {
        return Ok(tag.to_owned());
    }
    let tags: Vec<&str> = known.keys().map(String::as_str).collect();
    Err(format!("one of {}", tags.join(", ")))
}

/// Builds what is needed and hands over to the robot's own program.
pub(crate) fn run(options: &Options) -> Result<()> {
    let extension = build::run()?;
    let mut task = stage(&extension)?;
    let scenario = options
        .scenario
        .as_ref()
        .map(|file| {
            file.canonicalize()
                .with_context(|| format!("{}", file.display()))
        })
        .transpose()?;
    let out = options
        .out
        .as_ref()
        .map(|dir| std::fs::create_dir_all(dir).and_then(|()| dir.canonicalize()))
        .transpose()
        .context("--out")?;
    task["headless"] = json!(options.headless);
    task["out"] = json!(out);
    task["scenario"] = json!(scenario);
    task["as"] = json!(
        options
            .starter
            .and_then(|starter| starter.to_possible_value())
            .map(|value| value.get_name().to_owned())
    );
    task["keyboard"] = json!(options.keyboard);
    task["language"] = json!(options.language);
    task["dark"] = json!(options.dark);
    // The program hears when this one is gone, however it ends: nobody holds the pipe any more.
    task["endsWithParent"] = json!(true);
    let mut demo = command::new("node", &["tests/robot/demo.mjs", &task.to_string()])
        .stdin(Stdio::piped())
        .spawn()
        .context("node could not be started; is it installed?")?;
    let held = demo.stdin.take();
    let status = demo.wait()?;
    drop(held);
    if !status.success() {
        bail!("the journey did not arrive ({status})");
    }
    Ok(())
}

/// What a journey is played on, as the programs in `tests/` take it: a browser, the extension, the
/// backend and the practice tenant, and the app it is tried with.
pub(crate) fn stage(extension: &Path) -> Result<Value> {
    let browser = browser::find()?;
    let [server, tenant] = binaries()?;
    let (profile, entry) = entry()?;
    Ok(json!({
        "browser": browser,
        "extension": extension,
        "server": server,
        "tenant": tenant,
        "entry": entry,
        "profile": profile,
    }))
}

/// Builds the backend and the practice tenant.
fn binaries() -> Result<[PathBuf; 2]> {
    let names = ["consentry-server", "practice-tenant"];
    command::run(
        &build::cargo(),
        &["build", "--quiet", "--bin", names[0], "--bin", names[1]],
    )?;
    Ok(names.map(|name| {
        repo::target()
            .join("debug")
            .join(name)
            .with_extension(std::env::consts::EXE_EXTENSION)
    }))
}

/// The built-in app the demo is about: its profile and the address of its wizard.
fn entry() -> Result<(&'static str, &'static str)> {
    consentry_catalog::Catalog::built_in()
        .profiles
        .iter()
        .find_map(|app| Some((app.id.as_str(), app.entry.as_ref()?.url.as_str())))
        .context("no profile has a wizard")
}
