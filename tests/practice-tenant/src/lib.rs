//! A practice tenant: Microsoft's sign-in, both portals, Graph, aka.ms and the app's own wizard, as
//! one local program on the real host names, to rehearse and to test against.
//!
//! It is a model, drawn from the facts and not captured, and every page says so. It deliberately
//! has no passwords, no other tenants, and no way out: it talks to the backend it was given and to
//! nobody else. Browsers and clients reach it by mapping the hosts to its port and trusting its
//! throw-away authority.

mod control;
mod elsewhere;
mod error;
mod graph;
mod judge;
mod keys;
mod labels;
mod login;
mod mover;
mod portal;
mod scenario;
mod site;
mod tenant;
mod tls;
mod web;
mod world;

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};

use axum_server::{Handle, tls_rustls::RustlsConfig};
use tokio::task::JoinHandle;
use url::Url;

use crate::tenant::Tenant;
pub use crate::{
    error::Error,
    scenario::{
        AdminHeading, AdminLink, AfterSignIn, ConsentForm, Delta, Fault, FaultAt, Filter, Frames,
        GrantControl, Language, Menu, Observer, ObserverRole, Overlay, Pane, PermissionsBlade,
        Popup, Portal, PortalAddress, Scenario, Shell, Starter, Telemetry, Theme, TickPlace,
        UserConsent, YesNo,
    },
};

/// What a practice tenant is started with.
#[derive(Clone)]
pub struct Options {
    /// What the rehearsal is like.
    pub scenario: Scenario,
    /// Where to listen with TLS; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Public address of the Consentry backend: its redirect URIs are registered with the app, and
    /// the wizard calls it. For example `http://localhost:7430`.
    pub backend: Url,
    /// The app's client secret.
    pub client_secret: String,
}

/// A running practice tenant. Dropping it leaves it running; [`Practice::stop`] ends it.
pub struct Practice {
    /// Where all hosts are served, with TLS.
    pub addr: SocketAddr,
    /// Where the control listener is, without TLS, on the loopback interface.
    pub control_addr: SocketAddr,
    /// The throw-away authority's certificate.
    pub ca_pem: String,
    /// Base64 of SHA-256 over the leaf's `SubjectPublicKeyInfo`, as Chromium's
    /// `--ignore-certificate-errors-spki-list` takes it.
    pub spki_sha256: String,
    /// Host patterns for Chromium's `--host-resolver-rules`.
    pub hosts: Vec<String>,
    handle: Handle<SocketAddr>,
    tasks: Vec<JoinHandle<std::io::Result<()>>>,
}

impl Practice {
    /// Stops listening; requests under way have two seconds.
    pub async fn stop(self) {
        self.handle.graceful_shutdown(Some(Duration::from_secs(2)));
        for task in self.tasks {
            // A task that panicked has said so already; there is nothing left to stop.
            let _ = task.await;
        }
    }
}

/// Starts a practice tenant.
pub async fn start(options: Options) -> Result<Practice, Error> {
    let identity = tls::identity()?;
    let tenant = Arc::new(Tenant::new(&options)?);
    let (secure, addr) = bind(options.listen)?;
    let (plain, control_addr) = bind((Ipv4Addr::LOCALHOST, 0).into())?;

    let handle = Handle::new();
    let config = RustlsConfig::from_config(identity.config);
    let failed = |source| Error::Io {
        what: "cannot serve".to_owned(),
        source,
    };
    let site = axum_server::from_tcp_rustls(secure, config).map_err(failed)?;
    let site = site.handle(handle.clone());
    let control = axum_server::from_tcp(plain)
        .map_err(failed)?
        .handle(handle.clone());
    let tasks = vec![
        tokio::spawn(site.serve(site::router(Arc::clone(&tenant)).into_make_service())),
        tokio::spawn(control.serve(control::router(tenant).into_make_service())),
    ];
    // Both servers share the handle; the first to listen fulfils it, and both sockets are bound.
    handle.listening().await;
    Ok(Practice {
        addr,
        control_addr,
        ca_pem: identity.ca_pem,
        spki_sha256: identity.spki_sha256,
        hosts: tls::HOSTS.map(str::to_owned).to_vec(),
        handle,
        tasks,
    })
}

/// Application id of the one application that is the tenant's own: the same in every run.
pub fn own_application() -> String {
    world::guid("the tenant's own application").to_string()
}

fn bind(listen: SocketAddr) -> Result<(TcpListener, SocketAddr), Error> {
    let failed = |source| Error::Io {
        what: format!("cannot listen on {listen}"),
        source,
    };
    let listener = TcpListener::bind(listen).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    let addr = listener.local_addr().map_err(failed)?;
    Ok((listener, addr))
}
