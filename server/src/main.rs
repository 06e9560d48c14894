//! The server process: configuration, log, listener, and an orderly end. Everything else is in the
//! library.

use clap::{Parser, Subcommand};
use consentry_server::config::Config;
use consentry_server::limits::Peer;
use consentry_server::listen::Listener;
use consentry_server::{State, app, metrics, openapi, runner};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Requests under way get this long to finish.
const GRACE: Duration = Duration::from_secs(10);

/// The backend of Consentry.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the server until SIGTERM or SIGINT. The log goes to stderr (`RUST_LOG` filters it); one
    /// line of JSON on stdout says where it listens.
    Serve {
        /// The configuration file.
        #[arg(long, value_name = "FILE")]
        config: PathBuf,
    },
    /// Reads the configuration, says what is wrong with it or which redirect URIs follow from it.
    CheckConfig {
        /// The configuration file.
        #[arg(long, value_name = "FILE")]
        config: PathBuf,
    },
    /// Prints the description of the API, as `/openapi.json` serves it.
    Openapi,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Serve { config } => serve(&config),
        Command::CheckConfig { config } => check_config(&config),
        Command::Openapi => {
            println!("{}", openapi::text());
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("consentry-server: {error}");
            ExitCode::FAILURE
        }
    }
}

fn check_config(file: &Path) -> Result<(), Box<dyn Error>> {
    let config = Config::load(file)?;
    println!("The configuration is good. Redirect URIs to register with each app, type Web:");
    println!(
        "  {}\n  {}",
        config.redirect_uri(),
        config.admin_redirect_uri()
    );
    Ok(())
}

#[tokio::main]
async fn serve(file: &Path) -> Result<(), Box<dyn Error>> {
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
    tokio::spawn(stop_on_signal(Arc::clone(&state))?);
    let stopped = state.stop.clone();
    let over = async {
        stopped.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    warn_of_ending_credentials(&state);
    if let Some(address) = state.config.metrics_listen {
        let listener = tokio::net::TcpListener::bind(address).await?;
        tracing::info!(address = %listener.local_addr()?, "metrics");
        let figures = metrics::app(Arc::clone(&state)).into_make_service();
        let serving = axum::serve(listener, figures)
            .with_graceful_shutdown(state.stop.clone().cancelled_owned());
        tokio::spawn(serving.into_future());
    }
    // A make-service, and not the router itself: a third less memory for each idle watcher (facts:
    // backend 0.4).
    let listener = Listener::new(listener, state.config.limits.sockets);
    let service = app(Arc::clone(&state)).into_make_service_with_connect_info::<Peer>();
    let server =
        axum::serve(listener, service).with_graceful_shutdown(state.stop.clone().cancelled_owned());
    tokio::select! {
        ended = server.into_future() => ended?,
        () = over => tracing::warn!("some requests did not finish in time"),
    }
    checks.await?;
    tracing::info!("stopped");
    Ok(())
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
