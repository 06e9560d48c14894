//! Tools of others that only some commands need: each of one version, kept in `target/tools`.

use crate::{build, command, repo};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// Name and version.
pub(crate) type Tool = (&'static str, &'static str);

pub(crate) const DENY: Tool = ("cargo-deny", "0.20.2");
pub(crate) const FUZZ: Tool = ("cargo-fuzz", "0.13.2");
pub(crate) const MACHETE: Tool = ("cargo-machete", "0.9.2");
pub(crate) const MUTANTS: Tool = ("cargo-mutants", "27.1.0");

/// Where the program is; installed first, which takes minutes, where it is not there yet.
pub(crate) fn get((name, version): Tool) -> Result<PathBuf> {
    let home = repo::target().join("tools");
    let program = home.join("bin").join(name);
    let list = std::fs::read_to_string(home.join(".crates.toml")).unwrap_or_default();
    if !program.exists() || !list.contains(&format!("\"{name} {version} ")) {
        eprintln!("Installing {name} {version} into {} …", home.display());
        let root = home.to_str().context("the target folder is not UTF-8")?;
        let args = [
            "install",
            "--locked",
            "--quiet",
            "--version",
            version,
            "--root",
            root,
            name,
        ];
        command::prepare(&build::cargo(), &args)?;
    }
    Ok(program)
}
