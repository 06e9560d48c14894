//! `cargo xtask fuzz`: libFuzzer looks for input that does harm. What it finds belongs into
//! `fuzz/corpus`, where the tests hold it for ever.

use crate::{command, repo, tools};
use anyhow::{Context, Result, bail};
use clap::Args;

#[derive(Args)]
pub(crate) struct Options {
    /// One target; all of them, one after the other, where none is named
    target: Option<String>,
    /// How long each is looked at, in seconds
    #[arg(long, default_value_t = 120)]
    seconds: u64,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let known = targets()?;
    let wanted = match &options.target {
        None => known,
        Some(one) if known.contains(one) => vec![one.clone()],
        Some(_) => bail!("no target is called that; there are: {}", known.join(", ")),
    };
    let tool = tools::get(tools::FUZZ)?.display().to_string();
    let mut found = Vec::new();
    for target in wanted {
        println!("\n== {target}");
        // New input of interest goes where git does not look; the kept corpus is only read.
        let fresh = repo::target().join("fuzz").join(&target);
        std::fs::create_dir_all(&fresh)?;
        let (fresh, time) = (
            fresh.display().to_string(),
            format!("-max_total_time={}", options.seconds),
        );
        let kept = format!("fuzz/corpus/{target}");
        let args = [
            "run",
            "--release",
            "--sanitizer=none",
            "--features=libfuzzer",
            &target,
            &fresh,
            &kept,
            "--",
            &time,
            "-timeout=20",
            "-max_len=20000",
            "-print_final_stats=1",
            "-verbosity=0",
        ];
        let status = command::new(&tool, &args)
            // The flags of fuzzing are not stable; the compiler that builds all the rest takes them so.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true")
            .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true")
            .status()
            .context("cargo-fuzz")?;
        if !status.success() {
            found.push(target);
        }
    }
    if !found.is_empty() {
        bail!(
            "input that does harm was found for {}: see fuzz/artifacts, mend it, and keep it in fuzz/corpus",
            found.join(", ")
        );
    }
    Ok(())
}

/// The folders of the corpus name them.
fn targets() -> Result<Vec<String>> {
    let folder = repo::root().join("fuzz/corpus");
    let entries = std::fs::read_dir(folder).context("fuzz/corpus")?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    Ok(names)
}
