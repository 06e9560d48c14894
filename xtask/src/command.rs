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

fn finish(program: &str, args: &[&str], command: &mut Command) -> Result<()> {
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

/// Installs the JavaScript tools, unless the lock file's are installed already.
pub(crate) fn npm_tools() -> Result<()> {
    npm_tools_in(crate::repo::root())
}

/// The same for a folder with a lock file of its own.
pub(crate) fn npm_tools_in(folder: &Path) -> Result<()> {
    if !exists("node") || !exists("npm") {
        bail!(
            "Node.js 20 or newer and npm are needed: install them from your distribution or nodejs.org"
        );
    }
    let wanted = std::fs::read(folder.join("package-lock.json")).context("package-lock.json")?;
    let mark = folder.join("node_modules").join(".consentry-lock");
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let args = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ];
    let mut command = new("npm", &args);
    command.current_dir(folder).stdout(std::io::stderr());
    finish("npm", &args, &mut command)?;
    std::fs::write(mark, wanted)?;
    Ok(())
}

/// Installs the Python programs that tests run.
pub(crate) fn python_tools() -> Result<()> {
    python_environment("tests/peers/requirements.txt", "target/peers")
}

/// Installs the Python packages of a list in an environment of their own, unless those of the list are
/// installed already.
pub(crate) fn python_environment(list: &str, place: &str) -> Result<()> {
    crate::packages::python()?;
    let root = crate::repo::root();
    let wanted = std::fs::read(root.join(list)).context(list.to_owned())?;
    let folder = root.join(place);
    let mark = folder.join(".consentry-list");
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    prepare("python3", &["-m", "venv", "--clear", place])?;
    let pip = folder.join("bin/pip");
    let arguments = [
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        list,
    ];
    prepare(&pip.to_string_lossy(), &arguments)?;
    std::fs::write(mark, wanted)?;
    Ok(())
}
