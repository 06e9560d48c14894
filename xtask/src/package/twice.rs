//! Whether two people who build the same commit get the same bytes: two clones in different folders,
//! each with its own build folder and its own name for cargo's home.

use crate::{command, hash, repo};
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Where the clones stand, below a folder of their own; as different in length as in name.
const PLACES: [&str; 2] = ["one", "another/folder that is further down"];

/// Builds both, one after the other, and compares every file.
pub(super) fn run() -> Result<()> {
    if !super::source::all_is_committed()? {
        bail!("commit first: the clones are of the last commit");
    }
    let top = TempDir::with_prefix("consentry-twice-")?;
    compare(top.path())
}

fn compare(top: &Path) -> Result<()> {
    let clones = PLACES.map(|place| top.join(place).join("consentry"));
    // Both at once, so that they are of one commit whatever happens here meanwhile.
    for clone in &clones {
        let (from, to) = (repo::root().to_string_lossy(), clone.to_string_lossy());
        command::run("git", &["clone", "--quiet", "--no-hardlinks", &from, &to])?;
    }
    let mut made = Vec::new();
    for clone in &clones {
        println!("\n== {}", clone.display());
        made.push(packages(clone)?);
        // One build folder at a time: each is gigabytes.
        fs::remove_dir_all(clone)?;
    }
    let names = |at: usize| made[at].keys().collect::<Vec<_>>();
    if names(0) != names(1) {
        bail!(
            "the clones made different files: {:?} and {:?}",
            names(0),
            names(1)
        );
    }
    let different: Vec<&String> = made[0]
        .iter()
        .filter(|(name, hash)| made[1].get(*name) != Some(hash))
        .map(|(name, _)| name)
        .collect();
    if !different.is_empty() {
        bail!("not the same bytes: {different:?}");
    }
    println!("\n{} files, the same bytes in both clones", made[0].len());
    Ok(())
}

/// Packages what was cloned. The hash of each file by its name.
fn packages(clone: &Path) -> Result<BTreeMap<String, String>> {
    // This program is of the same commit; what it builds and reads is the clone's.
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["package", "--without-lint"]);
    command.current_dir(clone).env(repo::ELSEWHERE, clone);
    command.env_remove("CARGO_TARGET_DIR");
    if let Some(home) = other_home(clone)? {
        command.env("CARGO_HOME", home);
    }
    let status = command.status()?;
    if !status.success() {
        bail!("packaging in {} failed ({status})", clone.display());
    }
    let out = clone.join("dist/package");
    fs::read_dir(&out)?
        .map(|entry| {
            let path = entry?.path();
            let name = path.file_name().context("a file has a name")?;
            let hash = hash::sha256(&fs::read(&path)?);
            Ok((name.to_string_lossy().into_owned(), hash))
        })
        .collect()
}

/// Another name for cargo's home, so that the paths of crates differ too and nothing is fetched again.
#[cfg(unix)]
fn other_home(clone: &Path) -> Result<Option<PathBuf>> {
    let Some(home) = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
    else {
        return Ok(None);
    };
    let link = clone.with_file_name("cargo-home");
    std::os::unix::fs::symlink(home, &link)?;
    Ok(Some(link))
}

#[cfg(not(unix))]
fn other_home(_: &Path) -> Result<Option<PathBuf>> {
    Ok(None)
}
