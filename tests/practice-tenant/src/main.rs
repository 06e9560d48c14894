//! `practice-tenant`: starts one practice tenant and prints where it is.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Parser;
use practice_tenant::{Error, Options, Scenario, start};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use url::Url;

/// A stand-in for Microsoft's login, portals and Graph. It is not Microsoft.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Scenario file; without it everything is as scenario.toml documents.
    #[arg(long)]
    scenario: Option<PathBuf>,
    /// Where to listen with TLS; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Public address of the Consentry backend.
    #[arg(long, default_value = "http://localhost:7430")]
    backend: Url,
    /// File with the app's client secret.
    #[arg(long)]
    client_secret_file: PathBuf,
    /// Where to write the throw-away authority's certificate.
    #[arg(long)]
    ca_out: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("practice-tenant: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Error> {
    let scenario = match &arguments.scenario {
        Some(path) => Scenario::parse(&read(path)?)?,
        None => Scenario::default(),
    };
    let portal = scenario.portal.host();
    let client_secret = read(&arguments.client_secret_file)?.trim().to_owned();
    let options = Options {
        scenario,
        listen: arguments.listen,
        backend: arguments.backend,
        client_secret,
    };
    // Before anything is printed: whoever reads the line may send the signal at once.
    let failed = |source| Error::Io {
        what: "cannot wait for signals".to_owned(),
        source,
    };
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;

    let practice = start(options).await?;
    std::fs::write(&arguments.ca_out, &practice.ca_pem).map_err(|source| Error::Io {
        what: format!("cannot write {}", arguments.ca_out.display()),
        source,
    })?;
    let ready = serde_json::json!({
        "port": practice.addr.port(),
        "control_port": practice.control_addr.port(),
        "ca_file": arguments.ca_out,
        "spki_sha256": practice.spki_sha256,
        "hosts": practice.hosts,
        "portal": format!("https://{portal}"),
    });
    println!("{ready}");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    practice.stop().await;
    Ok(())
}

fn read(path: &PathBuf) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|source| Error::Io {
        what: format!("cannot read {}", path.display()),
        source,
    })
}
