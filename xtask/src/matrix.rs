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
}

impl Options {
    /// One language of the list: the whole of it takes a quarter of an hour and has a command of its
    /// own.
    pub(crate) fn sample() -> Self {
        Self {
            only: Some(" de ".to_owned()),
            list: false,
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
    task["only"] = json!(options.only);
    command::run("node", &["--test", "tests/matrix/pairs.test.mjs"])?;
    let status = command::new("node", &["tests/matrix/run.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("not every scenario ended as it must ({status})");
    }
    Ok(())
}
