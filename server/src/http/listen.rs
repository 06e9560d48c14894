//! The listening socket: so many connections at once, shared fairly among callers, and none that stands still.
//!
//! A reader too slow for its own events is dropped when nothing could be written to it for a while;
//! a connection on which nothing moves at all, likewise. An event stream moves by itself: it has a
//! heartbeat.

use crate::ops::limits::{Caller, Seat, Seats};
use ipnet::IpNet;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep};
use tokio_util::sync::CancellationToken;

/// Nothing could be written for this long: the reader is too slow.
const STALLED: Duration = Duration::from_secs(30);

/// Nothing moved for this long. More than two heartbeats of an event stream.
const IDLE: Duration = Duration::from_secs(75);

/// A listener with a limit on open connections.
pub struct Listener {
    inner: TcpListener,
    seats: Seats,
    proxies: Vec<IpNet>,
    timeouts: Timeouts,
}

/// There is no place, and nobody who holds more.
struct Full;

/// How long a connection may stand still.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// While something waits to be written.
    pub stalled: Duration,
    /// Otherwise.
    pub idle: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            stalled: STALLED,
            idle: IDLE,
        }
    }
}

impl Listener {
    /// Around a bound socket, with so many connections at once; 0 is without limit.
    pub fn new(inner: TcpListener, most: u32) -> Self {
        Self::with_timeouts(inner, most, Timeouts::default())
    }

    /// As [`Self::new`], with times of the caller's.
    pub fn with_timeouts(inner: TcpListener, most: u32, timeouts: Timeouts) -> Self {
        Self {
            inner,
            seats: Seats::new(most),
            proxies: Vec::new(),
            timeouts,
        }
    }

    /// Does not count the connections of these reverse proxies: many callers share them, and a proxy has limits
    /// of its own.
    #[must_use]
    pub fn behind(self, proxies: &[IpNet]) -> Self {
        Self {
            proxies: proxies.to_vec(),
            ..self
        }
    }

    /// A place for a connection from that address; nothing where there is none, and no other caller has more of them.
    fn admit(&self, address: SocketAddr) -> Result<Option<Seat>, Full> {
        let address = address.ip().to_canonical();
        if self.proxies.iter().any(|net| net.contains(&address)) {
            return Ok(None);
        }
        self.seats.take(Caller::of(address)).map(Some).ok_or(Full)
    }
}

impl axum::serve::Listener for Listener {
    type Io = Stream;
    type Addr = SocketAddr;

    /// Takes everybody in and closes at once what there is no place for: whoever waited in the kernel's queue would
    /// wait behind those who hold all places.
    async fn accept(&mut self) -> (Stream, SocketAddr) {
        loop {
            let (stream, address) = axum::serve::Listener::accept(&mut self.inner).await;
            let Ok(seat) = self.admit(address) else {
                continue;
            };
            // An event is a small packet and must not wait for the next one.
            let _ = stream.set_nodelay(true);
            return (Stream::new(stream, seat, self.timeouts), address);
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// A connection that does not stand still.
pub struct Stream {
    inner: TcpStream,
    timeouts: Timeouts,
    moved_at: Instant,
    is_writing: bool,
    alarm: Pin<Box<Sleep>>,
    seat: Option<Seat>,
}

impl Stream {
    fn new(inner: TcpStream, seat: Option<Seat>, timeouts: Timeouts) -> Self {
        Self {
            inner,
            timeouts,
            moved_at: Instant::now(),
            is_writing: false,
            alarm: Box::pin(tokio::time::sleep(timeouts.idle)),
            seat,
        }
    }

    /// Cancelled when its place went to a caller who held fewer.
    pub fn displaced(&self) -> CancellationToken {
        self.seat
            .as_ref()
            .map_or_else(CancellationToken::new, Seat::displaced)
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
        let timeouts = if self.is_writing {
            self.timeouts.stalled
        } else {
            self.timeouts.idle
        };
        let ends = self.moved_at + timeouts;
        // Set anew only where it would come too late, or came too early: most connections move long before it.
        if ends < self.alarm.deadline() {
            self.alarm.as_mut().reset(ends);
        }
        loop {
            ready!(self.alarm.as_mut().poll(cx));
            if Instant::now() >= ends {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            self.alarm.as_mut().reset(ends);
        }
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
mod tests;
