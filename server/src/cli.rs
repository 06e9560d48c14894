//! The commands of the program, one file each.

mod check_config;
mod doctor;
mod rotate_keys;
mod backup;
mod verify_record;
mod observe;
mod digest;
mod serve;

use crate::http::routes;
use clap::{Parser, Subcommand};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// How a command ends.
type Done = Result<ExitCode, Box<dyn Error>>;

/// The backend of Consentry.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the server until SIGTERM or SIGINT; SIGHUP reads the master keys again. The log goes to
    /// stderr (`RUST_LOG` filters it); one line of JSON on stdout says where it listens.
    Serve(Configured),
    /// Checks the configuration and prints the redirect URIs to register.
    CheckConfig(Configured),
    /// Tests everything in the configuration, changes nothing, and suggests a fix for each problem.
    Doctor {
        #[command(flatten)]
        configured: Configured,
        /// A tenant to test the app's own token in; required if any tenant can sign in.
        #[arg(long, value_name = "ID OR DOMAIN")]
        tenant: Option<String>,
    },
    /// Re-wraps every connection's data key with the active master key. Servers can keep running.
    RotateKeys(Configured),
    /// Backs up a SQLite database while servers use it.
    Backup {
        #[command(flatten)]
        configured: Configured,
        /// The new file.
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
    /// Verifies an exported record offline; with --config, also against the database it came from.
    VerifyRecord {
        /// The export: JSON, as returned by GET /api/v1/connections/{id}/record.
        file: PathBuf,
        /// The configuration of the server it came from.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Reads every app of an organization with the observer's registration, and writes a report.
    Observe {
        #[command(flatten)]
        configured: Configured,
        /// Reads once and ends; a running server reads on its own.
        #[arg(long, required = true)]
        once: bool,
        /// The report: a file that ends in .json, .csv, .xlsx or .html.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// The one tenant to read, where several are configured. Without it each is read, and its ID
        /// is added to the name of its report.
        #[arg(long, value_name = "ID OR DOMAIN")]
        tenant: Option<String>,
    },
    /// Prints a summary of what changed in the last days, from what was read. Asks nothing of Microsoft Graph.
    Digest {
        #[command(flatten)]
        configured: Configured,
        /// How many days.
        #[arg(long, default_value_t = 7)]
        days: u16,
        /// The one tenant, where several are configured.
        #[arg(long, value_name = "ID OR DOMAIN")]
        tenant: Option<String>,
    },
    /// Prints the OpenAPI description of the API, as served at `/openapi.json`.
    Openapi,
}

#[derive(clap::Args)]
struct Configured {
    /// The configuration file.
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Serve(given) => serve::run(&given.config),
        Command::CheckConfig(given) => check_config::run(&given.config),
        Command::Doctor { configured, tenant } => doctor::run(&configured.config, tenant),
        Command::RotateKeys(given) => rotate_keys::run(&given.config),
        Command::Backup { configured, to } => backup::run(&configured.config, &to),
        Command::VerifyRecord { file, config } => verify_record::run(&file, config.as_deref()),
        Command::Observe {
            configured,
            once: _,
            out,
            tenant,
        } => observe::run(&configured.config, &out, tenant.as_deref()),
        Command::Digest {
            configured,
            days,
            tenant,
        } => digest::run(&configured.config, tenant.as_deref(), days),
        Command::Openapi => {
            println!("{}", routes::openapi());
            Ok(ExitCode::SUCCESS)
        }
    };
    done.unwrap_or_else(|error| {
        eprintln!("consentry-server: {error}");
        ExitCode::FAILURE
    })
}
