//! The JavaScript and Python packages that tools and tests need, as their lock files name them.

use crate::{command, packages, repo};
use anyhow::{Context, Result, bail};
use std::path::Path;

/// Installs the JavaScript tools, unless the lock file's are installed already.
pub(crate) fn npm_tools() -> Result<()> {
    npm_tools_in(repo::root())
}

/// The same for a folder with a lock file of its own.
pub(crate) fn npm_tools_in(folder: &Path) -> Result<()> {
    if !command::exists("node") || !command::exists("npm") {
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
    let mut npm = command::new("npm", &args);
    npm.current_dir(folder).stdout(std::io::stderr());
    command::finish("npm", &args, &mut npm)?;
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
    packages::python()?;
    let root = repo::root();
    let wanted = std::fs::read(root.join(list)).context(list.to_owned())?;
    let folder = root.join(place);
    let mark = folder.join(".consentry-list");
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    command::prepare("python3", &["-m", "venv", "--clear", place])?;
    let pip = folder.join("bin/pip");
    let arguments = [
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--requirement",
        list,
    ];
    command::prepare(&pip.to_string_lossy(), &arguments)?;
    std::fs::write(mark, wanted)?;
    Ok(())
}
