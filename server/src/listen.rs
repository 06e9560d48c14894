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
