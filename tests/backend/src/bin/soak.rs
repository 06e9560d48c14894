//! Runs a soak and prints its figures as JSON, one line for each database.

use backend_tests::soak::{self, Base, Plan};
use clap::{Parser, ValueEnum};
use std::process::ExitCode;
use std::time::Duration;

#[derive(Parser)]
struct Arguments {
    /// How long on each database
    #[arg(long, default_value_t = 600)]
    seconds: u64,
    /// On which database; on both if absent
    #[arg(long, value_enum)]
    store: Option<Store>,
    /// Clients at the same time
    #[arg(long, default_value_t = 6)]
    clients: usize,
    /// What chance begins with
    #[arg(long)]
    seed: Option<u64>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Store {
    Sqlite,
    Postgres,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let bases = match arguments.store {
        None => vec![Base::Sqlite, Base::Postgres],
        Some(Store::Sqlite) => vec![Base::Sqlite],
        Some(Store::Postgres) => vec![Base::Postgres],
    };
    let mut is_well = true;
    for base in bases {
        let figures = soak::run(Plan {
            lasts: Duration::from_secs(arguments.seconds),
            base,
            clients: arguments.clients,
            seed: arguments.seed.unwrap_or_else(rand::random),
        })
        .await;
        is_well &= figures.violations.is_empty();
        println!(
            "{}",
            serde_json::to_string(&figures).unwrap_or_else(|error| error.to_string())
        );
    }
    if is_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
