//! Serving: HTTP/1.1 on each connection, and an orderly end.
//!
//! Deliberately absent: HTTP/2. What stands in front of this server (docs/hosting.md) speaks HTTP/1.1 to it, and
//! `axum::serve`, which looks for both on each connection, keeps another 8 KiB for that as long as it is open.

use crate::http::listen::Listener;
use crate::http::routes::App;
use crate::ops::limits::Peer;
use axum::http::Request;
use axum::serve::Listener as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How long a request's headers may take, and a connection may be kept for the next request. An event stream is an
/// answer and lasts as long as it has something to say.
const HEADERS_IN: Duration = Duration::from_secs(15);

/// Serves until `stop`, then takes nobody new in and lets what was begun end.
pub async fn serve(mut listener: Listener, app: App, stop: CancellationToken) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEADERS_IN);
    let open = GracefulShutdown::new();
    loop {
        let (stream, address) = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        let (app, displaced) = (app.clone(), stream.displaced());
        let answer =
            service_fn(move |request: Request<Incoming>| app.answer(request, Peer(address)));
        let connection = open.watch(http.serve_connection(TokioIo::new(stream), answer));
        tokio::spawn(async move {
            tokio::select! {
                // Of the other end's making: it went away, stood still, or did not speak HTTP.
                ended = connection => if let Err(error) = ended {
                    tracing::debug!(%error, "a connection ended");
                },
                () = displaced.cancelled() => tracing::debug!("a connection made room for another caller"),
            }
        });
    }
    drop(listener);
    open.shutdown().await;
}
