//! The listening socket: so many connections at once, and none that stands still.
//!
//! A reader too slow for its own events is dropped when nothing could be written to it for a while;
//! a connection on which nothing moves at all, likewise. An event stream moves by itself: it has a
//! heartbeat.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep};

/// Nothing could be written for this long: the reader is too slow.
const STALLED: Duration = Duration::from_secs(30);

/// Nothing moved for this long. More than two heartbeats of an event stream.
const IDLE: Duration = Duration::from_secs(75);

/// A listener with a limit on open connections.
pub struct Listener {
    inner: TcpListener,
    seats: Arc<Semaphore>,
    patience: Patience,
}

/// How long a connection may stand still.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// While something waits to be written.
    pub stalled: Duration,
    /// Otherwise.
    pub idle: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            stalled: STALLED,
            idle: IDLE,
        }
    }
}

impl Listener {
    /// Around a bound socket; 0 is without limit.
    pub fn new(inner: TcpListener, most: u32) -> Self {
        Self::with_patience(inner, most, Patience::default())
    }

    /// As [`Self::new`], with times of the caller's.
    pub fn with_patience(inner: TcpListener, most: u32, patience: Patience) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let most = if most == 0 { usize::MAX } else { most };
        Self {
            inner,
            seats: Arc::new(Semaphore::new(most.min(Semaphore::MAX_PERMITS))),
            patience,
        }
    }
}

impl axum::serve::Listener for Listener {
    type Io = Stream;
    type Addr = SocketAddr;

    /// Waits for a free seat first: who comes late waits in the kernel's queue.
    async fn accept(&mut self) -> (Stream, SocketAddr) {
        let seats = Arc::clone(&self.seats);
        let seat = seats.acquire_owned().await.expect("never closed");
        let (stream, address) = axum::serve::Listener::accept(&mut self.inner).await;
        // An event is a small packet and must not wait for the next one.
        let _ = stream.set_nodelay(true);
        (Stream::new(stream, seat, self.patience), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// A connection that does not stand still.
pub struct Stream {
    inner: TcpStream,
    patience: Patience,
    moved_at: Instant,
    is_writing: bool,
    alarm: Pin<Box<Sleep>>,
    _seat: OwnedSemaphorePermit,
}

impl Stream {
    fn new(inner: TcpStream, seat: OwnedSemaphorePermit, patience: Patience) -> Self {
        Self {
            inner,
            patience,
            moved_at: Instant::now(),
            is_writing: false,
            alarm: Box::pin(tokio::time::sleep(patience.idle)),
            _seat: seat,
        }
    }

    /// After each attempt: notes whether something moved, and whether it has stood still too long.
    fn judge<T>(
        &mut self,
        cx: &mut Context<'_>,
        writes: bool,
        result: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if result.is_ready() {
            // Whoever sends and does not read is still too slow.
            if writes || !self.is_writing {
                self.is_writing = false;
                self.moved_at = Instant::now();
            }
            return result;
        }
        if writes && !self.is_writing {
            self.is_writing = true;
            self.moved_at = Instant::now();
        }
        let patience = if self.is_writing {
            self.patience.stalled
        } else {
            self.patience.idle
        };
        self.alarm.as_mut().reset(self.moved_at + patience);
        ready!(self.alarm.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let result = Pin::new(&mut self.inner).poll_read(cx, buffer);
        self.judge(cx, false, result)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.inner).poll_write(cx, bytes);
        self.judge(cx, true, result)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.inner).poll_write_vectored(cx, bytes);
        self.judge(cx, true, result)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::serve::Listener as _;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn listener(most: u32, patience: Patience) -> Listener {
        let inner = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Listener::with_patience(inner, most, patience)
    }

    const SHORT: Patience = Patience {
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
        let patience = Patience {
            stalled: Duration::from_mins(1),
            ..SHORT
        };
        let mut listener = listener(0, patience).await;
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
        let patience = Patience {
            idle: Duration::from_millis(50),
            ..SHORT
        };
        let mut listener = listener(0, patience).await;
        let _quiet = TcpStream::connect(listener.local_addr().unwrap())
            .await
            .unwrap();
        let (mut stream, _) = listener.accept().await;
        let error = stream.read_u8().await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn one_connection_too_many_waits_for_another_to_end() {
        let mut listener = listener(1, SHORT).await;
        let address = listener.local_addr().unwrap();
        let (_one, _other) = (
            TcpStream::connect(address).await.unwrap(),
            TcpStream::connect(address).await.unwrap(),
        );
        let (first, _) = listener.accept().await;
        let second = tokio::spawn(async move { listener.accept().await.0 });
        tokio::task::yield_now().await;
        assert!(!second.is_finished());
        drop(first);
        second.await.unwrap();
    }
}
