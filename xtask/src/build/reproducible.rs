//! What makes two builds of the same sources the same bytes, wherever they stand.
//!
//! A panic message names its source file. Without this the modules would hold the paths of whoever
//! built them, which gives away a home folder and differs from machine to machine.

use crate::{command, repo};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The environment variable that carries flags to rustc, and the flags: each folder of this machine gets
/// a name that every machine has. Where several fit, rustc takes the last.
pub(super) fn flags() -> Result<(&'static str, String)> {
    let mut names = vec![(repo::root().to_owned(), "/consentry".to_owned())];
    names.push((repo::target(), "/consentry/target".to_owned()));
    for registry in registries(&cargo_home()?) {
        names.push((registry, "/crates".to_owned()));
    }
    let version = answer("rustc", &["--version", "--verbose"])?;
    let hash = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc --version says no commit-hash")?;
    let sysroot = PathBuf::from(answer("rustc", &["--print", "sysroot"])?.trim());
    // Where the standard library's sources are installed, rustc names them in their place.
    let sources = sysroot.join("lib/rustlib/src/rust");
    names.push((sources, format!("/rustc/{hash}")));
    let flags: Vec<String> = names
        .iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    // doc.rust-lang.org/cargo/reference/environment-variables.html: separated by 0x1f.
    Ok(("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")))
}

/// Where cargo unpacks crates: a folder for each registry it was told of, however that is called.
fn registries(home: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(home.join("registry/src"));
    let mut found: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

fn cargo_home() -> Result<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")))
        .context("there is no home folder, and CARGO_HOME is not set")
}

fn answer(program: &str, args: &[&str]) -> Result<String> {
    let output = command::new(program, args).output().context("rustc")?;
    Ok(String::from_utf8(output.stdout)?)
}
