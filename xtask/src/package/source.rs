//! The sources that a package was made from, for a reviewer: the last commit, as one archive.

use crate::command;
use anyhow::{Result, bail};
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Writes the archive. It holds what git knows, in git's order, with the commit's own time, so that it is
/// the same wherever it is made. An unpacked archive knows no git: there nothing is written, and said.
pub(super) fn write(file: &Path) -> Result<()> {
    if !crate::repo::root().join(".git").exists() {
        println!("no archive of sources: this is not a git checkout");
        return Ok(());
    }
    if !all_is_committed()? {
        eprintln!(
            "Not everything is committed: the archive of sources is of the last commit, and the packages \
             are not made from it alone."
        );
    }
    let name = format!("--prefix=consentry-{}/", super::VERSION);
    let tar = command::new("git", &["archive", "--format=tar", &name, "HEAD"]).output()?;
    if !tar.status.success() {
        bail!("git archive: {}", String::from_utf8_lossy(&tar.stderr));
    }
    // No name and no time of its own.
    let out = fs::File::create(file)?;
    let mut writer = GzBuilder::new().mtime(0).write(out, Compression::best());
    writer.write_all(&tar.stdout)?;
    writer.finish()?;
    Ok(())
}

/// Whether the last commit is all there is.
pub(super) fn all_is_committed() -> Result<bool> {
    let changed = command::new("git", &["status", "--porcelain"]).output()?;
    Ok(changed.status.success() && changed.stdout.is_empty())
}
