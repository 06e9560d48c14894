//! `cargo xtask bench observer`: the observer on a large organization of the practice tenant, beside a reader that goes
//! app by app.

use super::{machine, section};
use crate::{build, command, repo};
use anyhow::Result;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Apps of the organization; the goals are for 120000
    #[arg(long, default_value_t = 120_000)]
    apps: u32,
    /// Its delegated grants; the goals are for 500000
    #[arg(long, default_value_t = 500_000)]
    grants: u32,
    /// App role assignments of one API; the goals are for 20000
    #[arg(long, default_value_t = 20_000)]
    assigned: u32,
    /// How often everything is measured
    #[arg(long, default_value_t = 1)]
    rounds: u32,
    /// A hundredth of everything: to see that it works
    #[arg(long)]
    quick: bool,
}

/// Prints the table, and writes target/bench/observer.json and, unless it was a quick one, the observer's part of
/// docs/benchmarks.md.
pub(super) fn run(options: &Options) -> Result<()> {
    let build = [
        "build",
        "--release",
        "--package",
        "practice-tenant",
        "--package",
        "observer-bench",
    ];
    command::prepare(&build::cargo(), &build)?;
    let place = repo::target().join("bench");
    std::fs::create_dir_all(&place)?;
    let programs = repo::target().join("release");
    let share = if options.quick { 100 } else { 1 };
    let arguments = [
        "all".to_owned(),
        format!("--machine={}", machine::described()),
        format!("--rounds={}", options.rounds),
        format!("--apps={}", options.apps / share),
        format!("--grants={}", options.grants / share),
        format!("--assigned={}", options.assigned / share),
        format!("--programs={}", programs.display()),
        format!("--out={}", place.display()),
    ];
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let driver = programs.join("observer-bench");
    command::run(&driver.to_string_lossy(), &arguments)?;
    section::take("observer", &place.join("observer.md"), !options.quick)
}
