//! `cargo xtask bench server`: builds and installs what is measured, and lets it be measured.

use super::{machine, section};
use crate::{build, command, dependencies, packages, repo};
use anyhow::Result;

/// With fewer, a table has no spread worth reading.
const FULL_ROUNDS: u32 = 3;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often each reading is taken, the peers in turn
    #[arg(long, default_value_t = FULL_ROUNDS)]
    rounds: u32,
    /// One short round and a store of 10^5 at most: to see that it works
    #[arg(long)]
    quick: bool,
}

/// Prints the tables, and writes target/bench/server.json and, when enough was measured, the server's part of
/// docs/benchmarks.md.
pub(super) fn run(options: &Options) -> Result<()> {
    packages::postgres()?;
    packages::wrk()?;
    dependencies::npm_tools_in(&repo::root().join("bench/server/peers"))?;
    dependencies::python_environment("bench/server/peers/requirements.txt", "target/bench/python")?;
    let build = [
        "build",
        "--release",
        "--package",
        "consentry-server",
        "--package",
        "practice-tenant",
        "--package",
        "server-bench",
    ];
    command::prepare(&build::cargo(), &build)?;
    let place = repo::target().join("bench");
    std::fs::create_dir_all(&place)?;
    let programs = repo::target().join("release");
    let driver = programs.join("server-bench");
    let arguments = [
        format!("--machine={}", machine::described()),
        format!("--rounds={}", options.rounds),
        format!("--programs={}", programs.display()),
        format!(
            "--python={}",
            repo::root()
                .join("target/bench/python/bin/python")
                .display()
        ),
        format!("--out={}", place.display()),
    ];
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if options.quick {
        arguments.push("--quick");
    }
    command::run(&driver.to_string_lossy(), &arguments)?;
    let enough = !options.quick && options.rounds >= FULL_ROUNDS;
    section::take("server", &place.join("server.md"), enough)
}
