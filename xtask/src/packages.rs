//! Programs of the distribution that tests and measurements need: PostgreSQL, Python, a load generator,
//! the library that moves clocks, and a font.

use crate::command;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Sees to it that PostgreSQL's programs are there; the tests find them in the same places.
pub(crate) fn postgres() -> Result<()> {
    if has_postgres() || (install("postgresql")? && has_postgres()) {
        return Ok(());
    }
    bail!(
        "the tests start a PostgreSQL of their own, and its programs are not installed: \
         `sudo apt-get install --no-install-recommends postgresql`, or your system's package with \
         initdb, postgres and psql on the PATH"
    )
}

/// Sees to it that clocks can be moved, where that is possible; a soak says so where it is not.
pub(crate) fn faketime() -> Result<()> {
    if !subfolders("/usr/lib").any(|folder| folder.join("faketime").is_dir()) {
        install("faketime")?;
    }
    Ok(())
}

/// Sees to it that the load generator is there.
pub(crate) fn wrk() -> Result<()> {
    let has = || {
        command::new("which", &["wrk"])
            .output()
            .is_ok_and(|found| found.status.success())
    };
    if has() || (install("wrk")? && has()) {
        return Ok(());
    }
    bail!("the load comes from wrk: `sudo apt-get install wrk`, or your system's package")
}

/// Sees to it that pictures show Japanese and not boxes, where that is possible.
pub(crate) fn japanese() -> Result<()> {
    let has = command::new("fc-list", &[":lang=ja"])
        .output()
        .is_ok_and(|fonts| !fonts.stdout.is_empty());
    if !has && !install("fonts-noto-cjk")? {
        eprintln!("There is no font with Japanese here: its pictures show boxes.");
    }
    Ok(())
}

/// Sees to it that Python can make an environment of its own.
pub(crate) fn python() -> Result<()> {
    let can = || {
        let modules = ["-c", "import ensurepip, venv"];
        command::new("python3", &modules)
            .output()
            .is_ok_and(|output| output.status.success())
    };
    if can() || (install("python3-venv")? && can()) {
        return Ok(());
    }
    bail!(
        "the tests with programs of others need Python 3 with venv: `sudo apt-get install python3-venv`, \
         or your system's package"
    )
}

fn has_postgres() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    subfolders("/usr/lib/postgresql")
        .map(|version| version.join("bin"))
        .chain(std::env::split_paths(&path))
        .any(|folder| {
            ["initdb", "postgres", "psql"]
                .iter()
                .all(|program| folder.join(program).is_file())
        })
}

fn subfolders(folder: &str) -> impl Iterator<Item = PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path())
}

/// Installs a package on Debian and its like, as root; false where that is not the case.
fn install(package: &str) -> Result<bool> {
    let is_root = command::new("id", &["-u"])
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if !is_root || !Path::new("/usr/bin/apt-get").exists() {
        return Ok(false);
    }
    eprintln!("Installing {package} from the distribution …");
    command::prepare("apt-get", &["update", "-qq"])?;
    let arguments = ["install", "-y", "-qq", "--no-install-recommends", package];
    command::prepare("apt-get", &arguments)?;
    Ok(true)
}
