//! `cargo xtask matrix`: every scenario of the list, walked by the robot that follows the light.

use crate::{build, command, demo};
use anyhow::{Result, bail};
use serde_json::json;

#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// Only scenarios whose name contains this
    #[arg(long)]
    only: Option<String>,
    /// Print the scenarios and walk none
    #[arg(long)]
    list: bool,
    /// Walk the practice journey so many times instead, while the extension's worker is ended at random moments
    #[arg(long, conflicts_with_all = ["only", "list"])]
    worker_ended: Option<u32>,
    /// Where the random moments begin: a walk with the same seed meets the same
    #[arg(long, default_value_t = 1, requires = "worker_ended")]
    seed: u32,
    /// How many walk at once
    #[arg(long, default_value_t = 2, requires = "worker_ended")]
    at_once: u32,
}

impl Options {
    /// One language of the list: the whole of it takes a quarter of an hour and has a command of its
    /// own.
    pub(crate) fn sample() -> Self {
        Self {
            only: Some(" de ".to_owned()),
            list: false,
            ..Self::default()
        }
    }

    /// A few walks with a worker that is ended again and again.
    pub(crate) fn worker_ended() -> Self {
        Self {
            worker_ended: Some(4),
            seed: 1,
            at_once: 2,
            ..Self::default()
        }
    }
}

/// Checks what the list promises, walks it and prints a table.
pub(crate) fn run(options: &Options) -> Result<()> {
    if options.list {
        let task = json!({ "list": true, "only": options.only });
        return command::run("node", &["tests/matrix/run.mjs", &task.to_string()]);
    }
    let mut task = demo::stage(&build::quietly()?)?;
    if let Some(walks) = options.worker_ended {
        task["walks"] = json!(walks);
        task["seed"] = json!(options.seed);
        task["atOnce"] = json!(options.at_once);
        return command::run("node", &["tests/matrix/ended.mjs", &task.to_string()]);
    }
    task["only"] = json!(options.only);
    command::run("node", &["--test", "tests/matrix/pairs.test.mjs"])?;
    let status = command::new("node", &["tests/matrix/run.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("not every scenario ended as it must ({status})");
    }
    Ok(())
}
