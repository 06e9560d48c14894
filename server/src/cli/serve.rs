//! `serve`: the log, the listeners, the background work, and an orderly end.

use super::Done;
use crate::config::Config;
use crate::http::listen::Listener;
use crate::http::{routes, serve};
use crate::jobs::{follow, rounds, runner};
use crate::ops::keyring;
use crate::secrets::encryption::Encryption;
use crate::state::State;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Requests in progress get this long to finish.
const GRACE: Duration = Duration::from_secs(10);

#[tokio::main]
pub(super) async fn run(file: &Path) -> Done {
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
        () = serve::serve(listener, routes::app(Arc::clone(&state)), state.stop.clone()) => {}
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
                    known = ?state.encryption.ids(), active = state.encryption.active(), "master keys read again"
                ),
                Err(error) => tracing::error!(%error, "the master keys stay as they were"),
            }
        }
    })
}

async fn reload(state: &State, file: &Path) -> Result<(), Box<dyn Error + Send + Sync>> {
    let keys = Config::load(file)?.master_keys;
    keyring::agree(&*state.store, &Encryption::new(&keys)).await?;
    state.encryption.exchange(&keys);
    Ok(())
}
