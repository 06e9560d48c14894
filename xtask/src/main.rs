//! The one tool a developer needs. `cargo xtask help` lists what it does.

#![cfg_attr(not(test), warn(clippy::too_many_lines))]

mod hash;
mod repo;
mod command;

mod packages;
mod dependencies;
mod build;
mod tools;
mod browser;

mod schema;
mod policy;
mod profile;
mod data_pack;

mod demo;
mod keep;
mod recognise;
mod soak;

mod audit;
mod bench;
mod fuzz;
mod matrix;
mod mutants;
mod package;
mod screens;
mod test;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, try and test Consentry", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Look for what is known against the crates and packages that are used, and for those nobody uses
    Audit(audit::Options),
    /// Measure, beside what people use today, and write docs/benchmarks.md
    #[command(subcommand)]
    Bench(bench::Task),
    /// Build the unpacked extension into dist/extension/ and print what each file weighs
    Build,
    /// Walk the whole journey against a practice tenant: yourself, or by a robot with --headless
    Demo(demo::Options),
    /// Make, check and sign newer data for extensions that are rolled out
    #[command(subcommand)]
    DataPack(data_pack::Task),
    /// Look for input that does harm: libFuzzer, for two minutes a target, or so long as you say
    Fuzz(fuzz::Options),
    /// Let the robot walk every scenario of tests/matrix/table.mjs and print how each ended
    Matrix(matrix::Options),
    /// Change the core in small ways and ask its tests whether they notice: hours, or a file at a time
    Mutants(mutants::Options),
    /// Make the packages for the stores: zips, hashes, bill of materials, sources, symbols
    Package(package::Options),
    /// Write the files that roll the extension out and set it, for each system, from the managed schema
    Policy(policy::Options),
    /// Begin a profile of another app, or check profiles
    #[command(subcommand)]
    Profile(profile::Task),
    /// Write the JSON Schemas of the data files to shared/catalog/schemas/, or check files against them
    Schema(schema::Options),
    /// Check everything: formatting, lints, unit, server and browser tests, documentation
    Test {
        /// Only stages whose name contains this
        #[arg(long)]
        only: Option<String>,
    },
    /// Turn a saved page into a recognition case with every text and identifier masked
    Keep(keep::Options),
    /// Take pictures of every state of card and panel: light, dark, forced colours, narrow, at 200 %, in languages
    Screens(screens::Options),
    /// Put the backend under load, faults and restarts, and compare what was acknowledged with what is there
    Soak(soak::Options),
    /// Say what the extension makes of pages: one JSON line for each case in a folder
    Recognise(recognise::Options),
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
        Task::Audit(options) => audit::run(&options),
        Task::Bench(task) => bench::run(&task),
        Task::Build => build::run().map(|_| ()),
        Task::DataPack(task) => data_pack::run(&task),
        Task::Demo(options) => demo::run(&options),
        Task::Fuzz(options) => fuzz::run(&options),
        Task::Matrix(options) => matrix::run(&options),
        Task::Mutants(options) => mutants::run(&options),
        Task::Package(options) => package::run(&options),
        Task::Policy(options) => policy::run(&options),
        Task::Profile(task) => profile::run(&task),
        Task::Schema(options) => schema::run(&options),
        Task::Test { only } => test::run(only.as_deref()),
        Task::Keep(options) => keep::run(&options),
        Task::Screens(options) => screens::run(&options),
        Task::Soak(options) => soak::run(&options),
        Task::Recognise(options) => recognise::run(&options),
    }
}
