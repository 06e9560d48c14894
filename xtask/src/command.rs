//! Running other programs.

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs a program in the repository and fails with its name when it does.
pub(crate) fn run(program: &str, args: &[&str]) -> Result<()> {
    finish(program, args, &mut new(program, args))
}

/// The same for what only prepares: what it says goes where messages go, so that a task's own
/// output stays clean.
pub(crate) fn prepare(program: &str, args: &[&str]) -> Result<()> {
    finish(program, args, new(program, args).stdout(std::io::stderr()))
}

/// Runs what was made ready, and fails with its name when it does.
pub(crate) fn finish(program: &str, args: &[&str], command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{program} could not be started; is it installed?"))?;
    if !status.success() {
        bail!("`{program} {}` failed ({status})", args.join(" "));
    }
    Ok(())
}

/// A program, to be run in the repository.
pub(crate) fn new(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(crate::repo::root());
    command
}

/// Whether a program answers when asked for its version.
pub(crate) fn exists(program: impl AsRef<Path>) -> bool {
    Command::new(program.as_ref())
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
