//! `cargo xtask soak`: the backend under load, faults and restarts.

use crate::{build, command, packages};
use anyhow::Result;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Minutes on each database
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// On one database only: sqlite or postgres
    #[arg(long)]
    store: Option<String>,
    /// What chance begins with: the same seed gives the same faults in the same order
    #[arg(long)]
    seed: Option<u64>,
}

/// Prints one line of figures for each database, and fails if anything was lost, done twice or told.
pub(crate) fn run(options: &Options) -> Result<()> {
    packages::postgres()?;
    packages::faketime()?;
    let mut arguments: Vec<String> = ["run", "--quiet", "--bin", "soak", "--"]
        .map(str::to_owned)
        .to_vec();
    arguments.push(format!("--seconds={}", options.minutes * 60));
    arguments.extend(options.store.iter().map(|store| format!("--store={store}")));
    arguments.extend(options.seed.map(|seed| format!("--seed={seed}")));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    command::run(&build::cargo(), &arguments)
}
