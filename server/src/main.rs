//! The server process: arguments, log, listener, and an orderly end. Everything else is in the
//! library.

use clap::{Parser, Subcommand};
use consentry_server::cli::doctor;
use consentry_server::config::{Config, ConfigError, Database, Observing, Raw};
use consentry_server::http::listen::Listener;
use consentry_server::http::{routes, serve};
use consentry_server::jobs::{follow, rounds, runner};
use consentry_server::observer::{once, reader::Pace};
use consentry_server::ops::keyring;
use consentry_server::record::verify::verify;
use consentry_server::secrets::encryption::Seal;
use consentry_server::store::{self, Sqlite};
use consentry_server::{State, app};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// For an event stream it holds a third less than the system's of glibc, and it is quicker (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Requests under way get this long to finish.
const GRACE: Duration = Duration::from_secs(10);

/// What `observe` ends with where the report is not complete.
const INCOMPLETE: u8 = 3;

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
    /// Prints the OpenAPI description of the API, as served at `/openapi.json`.
    Openapi,
}

#[derive(clap::Args)]
struct Configured {
    /// The configuration file.
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
}

type Done = Result<ExitCode, Box<dyn Error>>;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Serve(given) => serve(&given.config),
        Command::CheckConfig(given) => check_config(&given.config),
        Command::Doctor { configured, tenant } => examine(&configured.config, tenant),
        Command::RotateKeys(given) => rotate_keys(&given.config),
        Command::Backup { configured, to } => backup(&configured.config, &to),
        Command::VerifyRecord { file, config } => verify_record(&file, config.as_deref()),
        Command::Observe {
            configured,
            once: _,
            out,
            tenant,
        } => observe(&configured.config, &out, tenant.as_deref()),
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

fn check_config(file: &Path) -> Done {
    let config = match Config::load(file) {
        Ok(config) => config,
        Err(error) => return check_observing(file, error),
    };
    println!(
        "The configuration is valid. Register these redirect URIs with each app, as type Web:"
    );
    println!(
        "  {}\n  {}",
        config.redirect_uri(),
        config.admin_redirect_uri()
    );
    Ok(ExitCode::SUCCESS)
}

/// A file that is for `observe` alone is good for that.
fn check_observing(file: &Path, error: ConfigError) -> Done {
    let observing = observing_alone(file).unwrap_or(Err(error))?;
    println!("The configuration is good for `observe`. It reads:");
    for observer in &observing.observers {
        println!("  {} as {}", observer.tenant, observer.client_id);
    }
    Ok(ExitCode::SUCCESS)
}

/// The configuration of a file that names observers and no app.
fn observing_alone(file: &Path) -> Option<Result<Observing, ConfigError>> {
    let raw = Raw::load(file).ok()?;
    let is_alone = raw.app.is_empty() && !raw.observer.0.is_empty();
    is_alone.then(|| Ok(Observing::from_raw(raw)?))
}

#[tokio::main]
async fn examine(file: &Path, tenant: Option<String>) -> Done {
    let findings = match (Config::load(file), observing_alone(file)) {
        (Ok(config), _) => doctor::examine(config, tenant).await,
        (Err(_), Some(observing)) => doctor::examine_observing(&observing?).await,
        (Err(error), None) => return Err(error.into()),
    };
    let is_well = findings.iter().all(|finding| !finding.is_bad());
    for finding in findings {
        println!("{finding}");
    }
    println!(
        "\n{}",
        if is_well {
            "No problems found."
        } else {
            "Problems found: see the lines that begin with BAD."
        }
    );
    Ok(if is_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Ends well only where the report is complete.
#[tokio::main]
async fn observe(file: &Path, out: &Path, tenant: Option<&str>) -> Done {
    let observing = Observing::load(file)?;
    let all = once::run(&observing, tenant, out, Pace::default()).await?;
    for done in &all {
        println!("{done}");
    }
    Ok(if all.iter().all(|done| done.outcome.complete) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(INCOMPLETE)
    })
}

#[tokio::main]
async fn rotate_keys(file: &Path) -> Done {
    let config = Config::load(file)?;
    let store = store::open(&config.database).await?;
    let seal = Seal::new(&config.master_keys);
    keyring::agree(&*store, &seal).await?;
    let rotated = keyring::rotate(&*store, &seal).await?;
    println!(
        "Wrapped {} data keys with the master key {:?}; no other master key is in use now.",
        rotated.rewrapped,
        seal.active()
    );
    for id in seal.ids().into_iter().filter(|id| *id != seal.active()) {
        println!("The master key {id:?} can be removed from the configuration of every server.");
    }
    Ok(ExitCode::SUCCESS)
}

fn backup(file: &Path, to: &Path) -> Done {
    match Config::load(file)?.database {
        Database::Sqlite(path) => {
            Sqlite::backup(&path, to)?;
            println!(
                "{} is a full backup of {}. Its tokens are encrypted with the master keys, so store those separately. Everything \
                 else in it is readable.",
                to.display(),
                path.display()
            );
            Ok(ExitCode::SUCCESS)
        }
        Database::Postgres(postgres) => {
            eprintln!(
                "consentry-server: use PostgreSQL's own tool, which can also restore:\n\n  pg_dump --format=custom --file={} {}\n",
                to.display(),
                postgres.connect.get_dbname().unwrap_or("DATABASE")
            );
            Ok(ExitCode::from(2))
        }
    }
}

fn verify_record(file: &Path, config: Option<&Path>) -> Done {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let whole = match verify(&text) {
        Ok(whole) => whole,
        Err(broken) => {
            for broken in broken {
                println!("BROKEN  {broken}");
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    println!(
        "The record of connection {} is intact: {} entries, last seal {}.",
        whole.connection, whole.head.entries, whole.head.seal
    );
    for number in whole.back_in_time {
        println!("Entry {number} is earlier than the one before it: a clock was set back.");
    }
    match config {
        None => {
            println!(
                "Later entries can be detected only with the server's database (--config) or a later seal."
            );
            Ok(ExitCode::SUCCESS)
        }
        Some(config) => compare(
            config,
            &whole.connection,
            &whole.head.seal,
            whole.head.entries,
        ),
    }
}

/// Whether the database goes on from where the export ended.
#[tokio::main]
async fn compare(file: &Path, connection: &str, seal: &str, entries: u64) -> Done {
    let store = store::open(&Config::load(file)?.database).await?;
    let id = connection.parse()?;
    let head = store
        .head(id)
        .await?
        .ok_or("the database doesn't have this connection")?;
    let record = store.record(id).await?;
    let there = if head.entries == entries {
        Some(head.seal.clone())
    } else {
        record
            .into_iter()
            .find(|sealed| sealed.entry.number == entries)
            .map(|sealed| sealed.seal)
    };
    match there {
        Some(there) if there == seal && head.entries == entries => {
            println!("The database's record ends with the same seal.");
        }
        Some(there) if there == seal => println!(
            "The database's record continues from there: it has {} entries now.",
            head.entries
        ),
        Some(_) => {
            println!(
                "BROKEN  the database has a different entry {entries}: one of the two was forged"
            );
            return Ok(ExitCode::FAILURE);
        }
        None if head.ended_at.is_some() && head.entries > entries => println!(
            "The connection was deleted, {} entries after this export ended.",
            head.entries - entries
        ),
        None => {
            println!(
                "BROKEN  the database's record has only {} entries",
                head.entries
            );
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

#[tokio::main]
async fn serve(file: &Path) -> Done {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();

    let config = Config::load(file)?;
    let listen = config.listen;
    let state = State::open(config).await?;
    let listener = tokio::net::TcpListener::bind(listen).await?;
    println!(
        "{}",
        serde_json::json!({ "listening": listener.local_addr()? })
    );
    tracing::info!(address = %listener.local_addr()?, "listening");

    let checks = tokio::spawn(runner::run(Arc::clone(&state)));
    let follows = tokio::spawn(follow::run(Arc::clone(&state)));
    let observers = tokio::spawn(rounds::run(Arc::clone(&state)));
    tokio::spawn(stop_on_signal(Arc::clone(&state))?);
    tokio::spawn(reload_on_signal(Arc::clone(&state), file.to_owned())?);
    let stopped = state.stop.clone();
    let over = async {
        stopped.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    warn_of_ending_credentials(&state);
    if let Some(address) = state.config.metrics_listen {
        let listener = tokio::net::TcpListener::bind(address).await?;
        tracing::info!(address = %listener.local_addr()?, "metrics");
        let figures = routes::figures(Arc::clone(&state)).into_make_service();
        let serving = axum::serve(listener, figures)
            .with_graceful_shutdown(state.stop.clone().cancelled_owned());
        tokio::spawn(serving.into_future());
    }
    let listener =
        Listener::new(listener, state.config.limits.sockets).behind(&state.config.trusted_proxies);
    tokio::select! {
        () = serve::serve(listener, app(Arc::clone(&state)), state.stop.clone()) => {}
        () = over => tracing::warn!("some requests did not finish in time"),
    }
    checks.await?;
    follows.await?;
    observers.await?;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

/// A credential that ends is the commonest way for such a server to stop working.
fn warn_of_ending_credentials(state: &State) {
    const MONTH_MS: u64 = 30 * 24 * 60 * 60 * 1000;
    let then = state.clock.now().saturating_add(MONTH_MS);
    for app in &state.config.apps {
        for (credential, ends) in app.credentials.ending(then) {
            tracing::warn!(
                credential,
                ends,
                "this credential ends within a month, or has ended"
            );
        }
    }
}

/// Watches for the signals from now on; the future ends with the first of them.
fn stop_on_signal(state: Arc<State>) -> std::io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping");
        state.stop.cancel();
    })
}

/// Reads the master keys again at each SIGHUP, so that a new one is known everywhere before it is
/// used. A configuration that is wrong changes nothing.
fn reload_on_signal(state: Arc<State>, file: PathBuf) -> std::io::Result<impl Future<Output = ()>> {
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(async move {
        while hang_up.recv().await.is_some() {
            match reload(&state, &file).await {
                Ok(()) => tracing::info!(
                    known = ?state.seal.ids(), active = state.seal.active(), "master keys read again"
                ),
                Err(error) => tracing::error!(%error, "the master keys stay as they were"),
            }
        }
    })
}

async fn reload(state: &State, file: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
    let keys = Config::load(file)?.master_keys;
    keyring::agree(&*state.store, &Seal::new(&keys)).await?;
    state.seal.exchange(&keys);
    Ok(())
}
