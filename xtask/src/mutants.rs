//! `cargo xtask mutants`: changes the core in small ways, one after the other, and asks the tests
//! whether they notice. All of it takes hours; a file or a shard at a time is for a day's work.

use crate::{command, repo, tools};
use anyhow::Result;
use clap::Args;

#[derive(Args)]
pub(crate) struct Options {
    /// Only these files, as globs: `shared/catalog/src/label.rs`, `shared/logic/src/find/*.rs`
    #[arg(long)]
    file: Vec<String>,
    /// One part of all, counted from 0: `0/20`; every part has some of each file, so that one alone is a sample
    #[arg(long)]
    shard: Option<String>,
    /// So many at once, each in a copy of the project
    #[arg(long, default_value = "1")]
    jobs: String,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let tool = tools::get(tools::MUTANTS)?.display().to_string();
    let out = repo::target().join("mutants").display().to_string();
    let mut args = vec![
        "mutants",
        "--package",
        "consentry-wire",
        "--package",
        "consentry-catalog",
        "--package",
        "consentry-text",
        "--package",
        "consentry-logic",
        "--jobs",
        &options.jobs,
        "--timeout",
        "300",
        "--output",
        &out,
    ];
    for file in &options.file {
        args.extend(["--file", file]);
    }
    if let Some(shard) = &options.shard {
        args.extend(["--sharding", "round-robin", "--shard", shard]);
    }
    command::run(&tool, &args)
}
