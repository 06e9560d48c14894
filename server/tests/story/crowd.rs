//! Many callers at once, with addresses of their own: others are served all the while.

use crate::fake::Fake;
use crate::kit::{Server, ShiftedClock, client, problem};
use consentry_server::app;
use consentry_server::http::listen::Listener;
use consentry_server::http::serve;
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// A connection from an address of this machine's own network.
async fn from(source: Ipv4Addr, to: SocketAddr) -> std::io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind((source, 0).into())?;
    socket.connect(to).await
}

/// Whether a caller is answered.
async fn is_served(source: Ipv4Addr, to: SocketAddr) -> bool {
    let Ok(mut stream) = from(source, to).await else {
        return false;
    };
    let request = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    let mut answer = Vec::new();
    let asked = async {
        stream.write_all(request).await?;
        stream.read_to_end(&mut answer).await
    };
    let limit = Duration::from_secs(10);
    let in_time = tokio::time::timeout(limit, asked).await;
    in_time.is_ok_and(|read| read.is_ok()) && answer.starts_with(b"HTTP/1.1 204")
}

/// The same server behind a socket with so few places.
async fn narrow(server: &Server, sockets: u32) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = app(Arc::clone(&server.state));
    let stop = server.state.stop.clone();
    tokio::spawn(serve::serve(Listener::new(listener, sockets), router, stop));
    address
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_of_callers_who_hold_every_socket_keep_nobody_out() {
    let server = Server::start().await;
    let address = narrow(&server, 100).await;
    let mut held = Vec::new();
    // Three hundred addresses of one network, each with as many sockets as it can get and half a request on each.
    for round in 0..3 {
        for caller in 0..300_u16 {
            let [high, low] = caller.to_be_bytes();
            let source = Ipv4Addr::new(127, 0, 10 + high, low.max(1));
            if let Ok(mut stream) = from(source, address).await {
                let _ = stream.write_all(b"GET /healthz HTTP/1.1\r\nx-slow: ").await;
                held.push(stream);
            }
            if caller % 60 == round {
                for other in [
                    Ipv4Addr::new(127, 99, 0, 1),
                    Ipv4Addr::new(127, 0, 99, 1),
                    Ipv4Addr::new(127, 0, 10, 254),
                    Ipv4Addr::LOCALHOST,
                ] {
                    assert!(is_served(other, address).await, "{other} in round {round}");
                }
            }
        }
    }
    assert_eq!(held.len(), 900);
}

#[tokio::test]
async fn headers_that_never_end_are_given_up_on() {
    let server = Server::start().await;
    let address = narrow(&server, 0).await;
    let mut slow = from(Ipv4Addr::LOCALHOST, address).await.unwrap();
    let dripping = async {
        loop {
            // One byte now and then: something moves all the time.
            if slow.write_all(b"x").await.is_err() {
                return;
            }
            let mut byte = [0];
            let wait = Duration::from_secs(1);
            if let Ok(read) = tokio::time::timeout(wait, slow.read(&mut byte)).await
                && !matches!(read, Ok(1..))
            {
                return;
            }
        }
    };
    let limit = Duration::from_secs(30);
    tokio::time::timeout(limit, dripping).await.expect("closed");
}

#[tokio::test]
async fn one_caller_with_every_event_stream_keeps_nobody_from_watching() {
    let server = Server::start_as(|raw| {
        raw.limits.streams = 4;
        raw.trusted_proxies = vec!["127.0.0.1".to_owned()];
    })
    .await;
    let program = server.create(None).await;
    let watch = async |from: &str| {
        let request = program
            .request(Method::GET, "/events")
            .header("x-forwarded-for", from);
        request.send().await.unwrap()
    };
    let mut greedy = Vec::new();
    for _ in 0..4 {
        greedy.push(watch("203.0.113.1").await);
    }
    let refused = watch("203.0.113.1").await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    let other = watch("198.51.100.1").await;
    assert_eq!(other.status(), StatusCode::OK);
    // The longest of the streams ended for it.
    let ends = async { while greedy[0].chunk().await.is_ok_and(|chunk| chunk.is_some()) {} };
    let limit = Duration::from_secs(10);
    tokio::time::timeout(limit, ends).await.expect("made room");
}

#[tokio::test]
async fn one_network_that_begins_sign_ins_without_end_keeps_nobody_from_beginning_one() {
    let server = Server::start_as(|raw| {
        raw.limits.pending_sign_ins = 20;
        raw.trusted_proxies = vec!["127.0.0.1".to_owned()];
    })
    .await;
    let create = async |from: &str| {
        let body = json!({"profile": "office-365-mover", "role": "other"});
        let request = server
            .request(Method::POST, "/api/v1/connections")
            .header("x-forwarded-for", from)
            .json(&body);
        request.send().await.unwrap()
    };
    for caller in 0..60 {
        // Each a caller of its own, all of one /56.
        create(&format!("2001:db8:0:{caller:x}::1")).await;
    }
    let now = server.state.clock.now();
    assert_eq!(server.state.store.pending(now).await.unwrap(), 20);
    for _ in 0..10 {
        assert_eq!(create("198.51.100.1").await.status(), StatusCode::CREATED);
    }
    let refused = create("198.51.100.1").await;
    assert_eq!(problem(refused).await.code, "too-many-sign-ins");
    assert_eq!(server.state.store.pending(now).await.unwrap(), 20);
}

#[tokio::test]
async fn a_clock_that_is_set_back_an_hour_keeps_the_same_caller_waiting_no_longer() {
    let clock = Arc::new(ShiftedClock::default());
    let directory = Arc::new(tempfile::tempdir().unwrap());
    let server = Server::start_with(directory, Fake::start().await, Arc::clone(&clock), |raw| {
        raw.limits.client_per_minute = 60;
    })
    .await;
    let url = format!("{}/nowhere", server.base);
    let ask = async || client().get(&url).send().await.unwrap();
    while ask().await.status() != StatusCode::TOO_MANY_REQUESTS {}
    clock.set_back(60 * 60 * 1000);
    let refused = ask().await;
    if refused.status() == StatusCode::TOO_MANY_REQUESTS {
        let after = refused.headers()["retry-after"].to_str().unwrap();
        assert!(after.parse::<u64>().unwrap() <= 1, "{after} seconds");
    }
    clock.forward(2000);
    assert_eq!(ask().await.status(), StatusCode::NOT_FOUND);
}
