//! Who stands still is dropped, and who moves is not.

use super::*;
use axum::serve::Listener as _;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

async fn listener(most: u32, timeouts: Timeouts) -> Listener {
    let inner = TcpListener::bind("127.0.0.1:0").await.unwrap();
    Listener::with_timeouts(inner, most, timeouts)
}

const SHORT: Timeouts = Timeouts {
    stalled: Duration::from_millis(100),
    idle: Duration::from_mins(1),
};

#[tokio::test]
async fn a_reader_that_does_not_read_is_dropped() {
    let mut listener = listener(0, SHORT).await;
    let _reader = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let (mut stream, _) = listener.accept().await;
    let chunk = vec![0; 1 << 20];
    let error = loop {
        if let Err(error) = stream.write_all(&chunk).await {
            break error;
        }
    };
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
}

#[tokio::test]
async fn a_reader_that_reads_late_but_reads_is_kept() {
    let timeouts = Timeouts {
        stalled: Duration::from_mins(1),
        ..SHORT
    };
    let mut listener = listener(0, timeouts).await;
    let mut reader = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let (mut stream, _) = listener.accept().await;
    let writing = tokio::spawn(async move { stream.write_all(&vec![0; 8 << 20]).await });
    let (mut chunk, mut left) = (vec![0; 64 << 10], 8_usize << 20);
    while left > 0 {
        left -= reader.read(&mut chunk).await.unwrap();
    }
    writing.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_connection_on_which_nothing_moves_ends() {
    let timeouts = Timeouts {
        idle: Duration::from_millis(50),
        ..SHORT
    };
    let mut listener = listener(0, timeouts).await;
    let _quiet = TcpStream::connect(listener.local_addr().unwrap())
        .await
        .unwrap();
    let (mut stream, _) = listener.accept().await;
    let error = stream.read_u8().await.unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::TimedOut);
}

#[tokio::test]
async fn one_connection_too_many_of_a_caller_is_closed_and_takes_nothing_from_others() {
    let mut listener = listener(1, SHORT).await;
    let address = listener.local_addr().unwrap();
    let _held = TcpStream::connect(address).await.unwrap();
    let (_first, _) = listener.accept().await;
    let mut second = TcpStream::connect(address).await.unwrap();
    let accepting = tokio::spawn(async move { listener.accept().await.0 });
    assert_eq!(second.read(&mut [0]).await.unwrap(), 0, "closed");
    assert!(!accepting.is_finished());
}

#[tokio::test]
async fn a_proxy_is_not_counted() {
    let mut listener = listener(1, SHORT)
        .await
        .behind(&["127.0.0.0/8".parse().unwrap()]);
    let address = listener.local_addr().unwrap();
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(TcpStream::connect(address).await.unwrap());
        held.push(listener.accept().await.0.inner);
    }
}
