//! `cargo xtask test`: everything a change must pass, in the order that fails soonest.

use crate::{build, command, demo, dependencies, matrix, package, packages, recognise, repo};
use anyhow::{Context, Result, bail};
use std::time::Instant;

/// One stage: its name, and what it does.
type Stage = (&'static str, fn() -> Result<()>);

const STAGES: [Stage; 12] = [
    ("format", format),
    ("web-format", web_format),
    ("extension", || build::run().map(|_| ())),
    ("package", || package::run(&package::Options::default())),
    ("lint", lint),
    ("web-lint", web_lint),
    ("unit", unit),
    ("peers", peers),
    ("browser", in_browser),
    ("matrix", || matrix::run(&matrix::Options::sample())),
    ("worker-ended", || {
        matrix::run(&matrix::Options::worker_ended())
    }),
    ("docs", docs),
];

/// Runs the stages whose name contains `only`.
pub(crate) fn run(only: Option<&str>) -> Result<()> {
    dependencies::npm_tools()?;
    let began = Instant::now();
    let mut took = Vec::new();
    for (name, stage) in STAGES
        .iter()
        .filter(|(name, _)| only.is_none_or(|only| name.contains(only)))
    {
        println!("\n== {name}");
        let began = Instant::now();
        stage().with_context(|| format!("stage {name}"))?;
        let seconds = began.elapsed().as_secs_f64();
        println!("== {name}: {seconds:.1} s");
        took.push((name, seconds));
    }
    if took.is_empty() {
        bail!(
            "no stage is called that; there are: {}",
            STAGES.map(|(name, _)| name).join(", ")
        );
    }
    println!();
    for (name, seconds) in took {
        println!("{name:<12} {seconds:>7.1} s");
    }
    println!("{:<12} {:>7.1} s", "all", began.elapsed().as_secs_f64());
    Ok(())
}

fn format() -> Result<()> {
    command::run(&build::cargo(), &["fmt", "--all", "--check"])
}

fn web_format() -> Result<()> {
    command::run(
        "node",
        &[
            "node_modules/prettier/bin/prettier.cjs",
            "--check",
            "--log-level=warn",
            ".",
        ],
    )
}

/// `cargo COMMAND`, quietly, for everything that runs natively, tests with programs of others among it. Features of
/// dependencies are then the same as for a plain `cargo test`, and nothing is built twice.
fn natively(command: &str, more: &[&str]) -> Result<()> {
    let mut args = vec![command, "--quiet", "--workspace"];
    args.extend([
        "--exclude",
        "consentry-worker",
        "--exclude",
        "consentry-face",
    ]);
    args.extend(more);
    command::run(&build::cargo(), &args)
}

fn lint() -> Result<()> {
    natively("clippy", &["--all-targets", "--", "-D", "warnings"])?;
    let wasm = [
        "clippy",
        "--quiet",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        "consentry-worker",
        "-p",
        "consentry-face",
        "--",
        "-D",
        "warnings",
    ];
    command::run(&build::cargo(), &wasm)
}

fn web_lint() -> Result<()> {
    command::run(
        "node",
        &["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."],
    )?;
    command::run(
        "node",
        &[
            "node_modules/typescript/bin/tsc",
            "--project",
            "tsconfig.json",
        ],
    )
}

fn unit() -> Result<()> {
    packages::postgres()?;
    packages::faketime()?;
    for file in test_published::missing() {
        println!("shared/data/{file} is not beside the checkout: nothing is compared with it");
    }
    command::run(&build::cargo(), &["test", "--quiet", "--no-fail-fast"])?;
    // No default member, for it is built for another target; what of it needs no browser is tested here.
    command::run(
        &build::cargo(),
        &["test", "--quiet", "-p", "consentry-face"],
    )
}

/// Programs of others: an `OpenID` Provider, Microsoft's client libraries, a fuzzer of APIs.
fn peers() -> Result<()> {
    dependencies::python_tools()?;
    natively("test", &["--test", "peers"])
}

fn in_browser() -> Result<()> {
    let cases = recognise::plain(&repo::root().join("tests/recognise"))?;
    let mut stage = demo::stage(&repo::extension())?;
    stage["cases"] = cases.path().to_string_lossy().into();
    let mut files: Vec<String> = std::fs::read_dir(repo::root().join("tests/browser"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/browser/{name}"))
        .collect();
    files.sort();
    let mut args = vec!["--test", "--test-concurrency=2"];
    args.extend(files.iter().map(String::as_str));
    let mut command = command::new("node", &args);
    let status = command.env("CONSENTRY_STAGE", stage.to_string()).status()?;
    if !status.success() {
        bail!("a browser test failed ({status})");
    }
    Ok(())
}

/// Private items are documented too, so links to them resolve.
fn docs() -> Result<()> {
    let args = ["doc", "--quiet", "--no-deps", "--document-private-items"];
    let status = command::new(&build::cargo(), &args)
        .env(
            "RUSTDOCFLAGS",
            "-D warnings -A rustdoc::private_intra_doc_links",
        )
        .status()?;
    if !status.success() {
        bail!("the documentation has warnings ({status})");
    }
    Ok(())
}
