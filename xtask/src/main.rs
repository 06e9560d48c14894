//! The one tool a developer needs. `cargo xtask help` lists what it does.

mod browser;
mod build;
mod command;
mod demo;
mod packages;
mod recognise;
mod repo;
mod soak;
mod test;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, try and test Consentry", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the unpacked extension into dist/extension/ and print what each file weighs
    Build,
    /// Walk the whole journey against a practice tenant: yourself, or by a robot with --headless
    Demo(demo::Options),
    /// Check everything: formatting, lints, unit, server and browser tests, documentation
    Test {
        /// Only stages whose name contains this
        #[arg(long)]
        only: Option<String>,
    },
    /// Put the backend under load, faults and restarts, and compare what was acknowledged with what is there
    Soak(soak::Options),
    /// Say what the extension makes of pages: one JSON line for each case in a folder
    Recognise {
        /// Folder of NAME.json files: {"url": …, "html": "file.html", "frames": {"https://…": "file.html"}}
        dir: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Build => build::run().map(|_| ()),
        Task::Demo(options) => demo::run(&options),
        Task::Test { only } => test::run(only.as_deref()),
        Task::Soak(options) => soak::run(&options),
        Task::Recognise { dir } => recognise::run(&dir),
    }
}
