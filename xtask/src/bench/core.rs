//! `cargo xtask bench core`: how long a page takes to be judged, beside reading what was seen of it.

use super::{machine, section};
use crate::{build, command, repo};
use anyhow::Result;

/// Prints the table, and writes target/bench/core.json and the core's part of docs/benchmarks.md.
pub(super) fn run() -> Result<()> {
    let build = ["build", "--release", "--bin", "core-bench"];
    command::prepare(&build::cargo(), &build)?;
    let place = repo::target().join("bench");
    std::fs::create_dir_all(&place)?;
    let program = repo::target().join("release/core-bench");
    let arguments = [&machine::described(), &*place.to_string_lossy()];
    command::run(&program.to_string_lossy(), &arguments)?;
    section::take("core", &place.join("core.md"), true)
}
