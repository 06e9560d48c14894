//! Measures the observer on a large organization of the practice tenant, beside a reader that goes app by app as public
//! tools do. `cargo xtask bench observer` builds what this starts. Each reader is a process of its own, so that its
//! memory and processor time are its own.

mod usage;
mod stage;

mod by_app;
mod shown;
mod whole;

mod report;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use report::Report;
use serde::de::DeserializeOwned;
use stage::{Size, Stage};
use std::path::PathBuf;
use std::process::{Command, Stdio};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything, and a table of it
    All(All),
    /// One whole round, and rounds that follow deltas
    Whole(Reading),
    /// The inventory's pages, and each export
    Shown(Reading),
    /// The reader that goes app by app
    ByApp(Reading),
}

#[derive(clap::Args)]
struct All {
    /// What it is measured on, in a line
    #[arg(long)]
    machine: String,
    /// How often everything is measured
    #[arg(long)]
    rounds: u32,
    #[command(flatten)]
    size: Size,
    /// Folder of the release builds
    #[arg(long)]
    programs: PathBuf,
    /// Folder for observer.json and observer.md
    #[arg(long)]
    out: PathBuf,
}

#[derive(clap::Args)]
struct Reading {
    /// The observer's configuration
    #[arg(long)]
    config: PathBuf,
    /// Where the practice tenant is told what changes
    #[arg(long)]
    control: String,
}

#[tokio::main]
async fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::All(all) => measure(&all),
        Task::Whole(of) => print(&whole::measure(&of.config, &of.control).await?),
        Task::Shown(of) => print(&shown::measure(&of.config).await?),
        Task::ByApp(of) => print(&by_app::measure(&of.config).await?),
    }
}

fn print(value: &impl serde::Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(value)?);
    Ok(())
}

fn measure(all: &All) -> Result<()> {
    let mut report = Report::of(&all.machine, all.size);
    for round in 1..=all.rounds {
        let stage = Stage::build(&all.programs, all.size)?;
        eprintln!("round {round} of {}: the observer", all.rounds);
        report.whole.push(run(&stage, "whole")?);
        report.shown.push(run(&stage, "shown")?);
        eprintln!("round {round} of {}: app by app", all.rounds);
        report.by_app.push(run(&stage, "by-app")?);
    }
    let text = report.text();
    std::fs::write(
        all.out.join("observer.json"),
        serde_json::to_string_pretty(&report)?,
    )?;
    std::fs::write(all.out.join("observer.md"), &text)?;
    println!("{text}");
    Ok(())
}

/// A reader in a process of its own, and what it says it took.
fn run<T: DeserializeOwned>(stage: &Stage, task: &str) -> Result<T> {
    let output = Command::new(std::env::current_exe()?)
        .arg(task)
        .arg("--config")
        .arg(&stage.config)
        .arg("--control")
        .arg(&stage.control)
        .stderr(Stdio::inherit())
        .output()?;
    anyhow::ensure!(
        output.status.success(),
        "{task} ended with {}",
        output.status
    );
    serde_json::from_slice(&output.stdout).with_context(|| format!("what {task} says"))
}
