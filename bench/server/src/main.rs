//! Measures the server beside a bare axum handler, a service in Node.js and one in Python, on SQLite and on
//! PostgreSQL. `cargo xtask bench server` builds and installs what this starts.

mod machine;
mod subject;
mod load;
mod stage;

mod stats;
mod journey;
mod store;

mod create;
mod read;
mod watch;

mod work;
mod report;

use anyhow::Result;
use clap::Parser;
use machine::Cores;
use report::{Measured, Report};
use stage::Stage;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use store::{Base, Store, empty_file};
use test_postgres::Cluster;

#[derive(Parser)]
struct Arguments {
    /// What it is measured on, in a line
    #[arg(long)]
    machine: String,
    /// How often each reading is taken
    #[arg(long)]
    rounds: u32,
    /// Little of everything
    #[arg(long)]
    quick: bool,
    /// On one database only
    #[arg(long, value_parser = ["sqlite", "postgres"])]
    store: Option<String>,
    /// Folder of the release builds
    #[arg(long)]
    programs: PathBuf,
    /// The Python of the peers
    #[arg(long)]
    python: PathBuf,
    /// Folder for server.json and server.md
    #[arg(long)]
    out: PathBuf,
}

/// How much of everything.
struct Plan {
    rounds: u32,
    seconds: f64,
    stored: &'static [u32],
    watchers: usize,
    sign_ins: usize,
    rest: Duration,
}

impl Plan {
    fn of(arguments: &Arguments, open_files: usize) -> Self {
        // The server has a few files of its own, and so has this process.
        let watchers = 20_000.min(open_files.saturating_sub(200));
        if arguments.quick {
            Self {
                rounds: 1,
                seconds: 1.0,
                stored: &[1, 1000, 100_000],
                watchers: watchers.min(2000),
                sign_ins: 24,
                rest: Duration::from_secs(2),
            }
        } else {
            Self {
                rounds: arguments.rounds,
                seconds: 2.0,
                stored: &[1, 1000, 1_000_000],
                watchers,
                sign_ins: 200,
                rest: Duration::from_secs(16),
            }
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain of reasons without where in this program each was noticed.
            let reasons: Vec<String> = error.chain().map(ToString::to_string).collect();
            eprintln!("server-bench: {}", reasons.join(": "));
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<()> {
    let cores = Cores::divide()?;
    let plan = Plan::of(&arguments, machine::open_files()?);
    let mut report = Report {
        machine: format!("{}. {}", arguments.machine, cores.described()),
        rounds: plan.rounds,
        seconds: plan.seconds,
        ..Report::default()
    };
    let stage = Stage::build(cores, arguments.programs, arguments.python)?;
    let wanted = |name| arguments.store.as_deref().is_none_or(|store| store == name);
    if wanted("sqlite") {
        report.bases.push(on_sqlite(&stage, &plan).await?);
        let begun = stage.server(&empty_file(&stage, "start.db")?.display().to_string())?;
        report.started_in = Some(begun.started_in.as_secs_f64() * 1e3);
    }
    if wanted("postgres") {
        report.bases.push(on_postgres(&stage, &plan).await?);
    }
    let text = report.markdown();
    std::fs::write(
        arguments.out.join("server.json"),
        serde_json::to_string_pretty(&report)?,
    )?;
    std::fs::write(arguments.out.join("server.md"), &text)?;
    println!("{text}");
    Ok(())
}

async fn on_sqlite(stage: &Stage, plan: &Plan) -> Result<Measured> {
    let path = stage.path("consentry.db");
    let mut store = Store::make(stage, Base::Sqlite(path.clone())).await?;
    let reads = reads(stage, &mut store, plan)?;
    let watching = vec![
        watch::idle(stage, &store, plan.watchers, plan.rest).await?,
        watch::fan_out(stage, &store, plan.watchers, 1, plan.rounds).await?,
    ];
    std::fs::remove_file(path)?;
    let creates = create::on_file(stage, plan.rounds, plan.seconds)?;
    let own = empty_file(stage, "work.db")?.display().to_string();
    let work = work::measure(stage, &own, plan.sign_ins).await?.into();
    Ok(Measured {
        name: "SQLite",
        reads,
        creates,
        work,
        watching,
    })
}

async fn on_postgres(stage: &Stage, plan: &Plan) -> Result<Measured> {
    let cluster = Cluster::durable();
    let url = cluster.database();
    let mut store = Store::make(stage, Base::Postgres(cluster, url)).await?;
    let reads = reads(stage, &mut store, plan)?;
    let mut watching = vec![watch::idle(stage, &store, plan.watchers, plan.rest).await?];
    for instances in [1, 2] {
        watching.push(watch::fan_out(stage, &store, plan.watchers, instances, plan.rounds).await?);
    }
    let creates = create::on_cluster(stage, &store.base, plan.rounds, plan.seconds)?;
    let work = work::measure(stage, &store.base.database(), plan.sign_ins)
        .await?
        .into();
    Ok(Measured {
        name: "PostgreSQL",
        reads,
        creates,
        work,
        watching,
    })
}

fn reads(stage: &Stage, store: &mut Store, plan: &Plan) -> Result<Vec<read::Reads>> {
    let mut all = Vec::new();
    for stored in plan.stored {
        eprintln!("status reads, {stored} connections stored …");
        all.push(read::measure(
            stage,
            store,
            *stored,
            plan.rounds,
            plan.seconds,
        )?);
    }
    Ok(all)
}
