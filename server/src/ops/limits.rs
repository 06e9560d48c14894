//! What one caller may take: so many requests in a minute (GCRA, by the `governor` crate), and a fair share of
//! sockets, event streams and sign-ins under way ([`shares`]). Time is the server's own, which nobody can set.
//!
//! A caller is an address; with IPv6 a /64, which is what one household or host is given. Deliberately
//! absent: any lock-out. Whoever waits gets on, and nobody can lock out somebody else.

mod caller;
mod shares;
mod seats;
mod pending;

use crate::clock::Clock;
use crate::config::Limits as Settings;
use consentry_wire::record::Right;
use governor::clock::Reference;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use uuid::Uuid;

pub use caller::{Caller, Peer};
pub use pending::Pending;
pub use seats::{Seat, Seats};

type Limiter<K> = RateLimiter<K, DashMapStateStore<K>, Ticks, NoOpMiddleware<Nanos>>;

/// The server's clock, for the limiters: the one that never goes back.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::from(self.0.monotonic())
    }
}

impl Ticks {
    fn now_ms(&self) -> u64 {
        u64::try_from(self.0.monotonic().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Whoever holds one right to one connection: what one right uses up is not missing for another.
type Holder = (Uuid, Right);

/// All limits.
pub struct Limits {
    settings: Settings,
    ticks: Ticks,
    clients: Option<Limiter<Caller>>,
    sign_ins: Option<Limiter<Caller>>,
    connections: Option<Limiter<Holder>>,
    watchers: Arc<Mutex<HashMap<Holder, u32>>>,
    streams: Seats,
    /// Sign-ins under way.
    pub pending: Pending,
    swept_at: AtomicU64,
}

/// A sign-in is under way for this long at most ([`LIFETIME_MS`](crate::sign_in::pending::LIFETIME_MS)).
pub const SIGN_IN_LASTS: Duration = Duration::from_mins(10);

/// Callers who sent nothing are forgotten this often.
const SWEEP_MS: u64 = 60 * 1000;

/// Too many; after so many seconds it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u64);

/// One of the event streams of a connection; it counts until it is dropped.
pub struct Stream {
    watchers: Arc<Mutex<HashMap<Holder, u32>>>,
    holder: Holder,
    /// Its place among all streams.
    pub seat: Seat,
}

impl Limits {
    /// With the server's clock.
    pub fn new(settings: &Settings, clock: Arc<dyn Clock>) -> Self {
        let ticks = Ticks(clock);
        Self {
            clients: limiter(settings.client_per_minute, &ticks),
            sign_ins: limiter(settings.sign_in_per_minute, &ticks),
            connections: limiter(settings.connection_per_minute, &ticks),
            watchers: Arc::default(),
            streams: Seats::new(settings.streams),
            pending: Pending::new(
                settings.pending_sign_ins,
                SIGN_IN_LASTS,
                Arc::clone(&ticks.0),
            ),
            swept_at: AtomicU64::new(ticks.now_ms()),
            settings: settings.clone(),
            ticks,
        }
    }

    /// Any request of a caller.
    ///
    /// # Errors
    ///
    /// When there were too many, with the time to wait.
    pub fn request(&self, caller: Caller) -> Result<(), Wait> {
        self.sweep();
        self.check(self.clients.as_ref(), &caller)
    }

    /// A caller begins or ends a sign-in, or claims a link.
    ///
    /// # Errors
    ///
    /// When there were too many, with the time to wait.
    pub fn sign_in(&self, caller: Caller) -> Result<(), Wait> {
        self.check(self.sign_ins.as_ref(), &caller)
    }

    /// Something is asked for a connection, with one right to it, that costs calls to Microsoft, makes a link or
    /// fills the record.
    ///
    /// # Errors
    ///
    /// When there were too many, with the time to wait.
    pub fn connection(&self, id: Uuid, right: Right) -> Result<(), Wait> {
        self.check(self.connections.as_ref(), &(id, right))
    }

    /// One more event stream of a connection for a caller with that right, if there is one left.
    pub fn watch(&self, caller: Caller, id: Uuid, right: Right) -> Option<Stream> {
        let holder = (id, right);
        let mut watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = watchers.get(&holder).copied().unwrap_or(0);
        if self.settings.watchers != 0 && taken >= self.settings.watchers {
            return None;
        }
        let seat = self.streams.take(caller)?;
        watchers.insert(holder, taken + 1);
        Some(Stream {
            watchers: Arc::clone(&self.watchers),
            holder,
            seat,
        })
    }

    /// Event streams that are open.
    pub fn watching(&self) -> u64 {
        let watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner);
        watchers.values().map(|taken| u64::from(*taken)).sum()
    }

    /// Forgets callers who are far from any limit, from time to time.
    fn sweep(&self) {
        let (now, swept) = (self.ticks.now_ms(), self.swept_at.load(Ordering::Relaxed));
        let due = now.saturating_sub(swept) >= SWEEP_MS;
        // One of those who come at the same time does it.
        let mine = || {
            self.swept_at
                .compare_exchange(swept, now, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
        };
        if !due || !mine() {
            return;
        }
        for limiter in [&self.clients, &self.sign_ins].into_iter().flatten() {
            limiter.retain_recent();
        }
        if let Some(limiter) = &self.connections {
            limiter.retain_recent();
        }
    }

    fn check<K: Hash + Eq + Clone>(
        &self,
        limiter: Option<&Limiter<K>>,
        key: &K,
    ) -> Result<(), Wait> {
        let Some(limiter) = limiter else {
            return Ok(());
        };
        limiter.check_key(key).map_err(|refused| {
            let now = governor::clock::Clock::now(&self.ticks);
            let wait = Duration::from(refused.earliest_possible().duration_since(now));
            Wait(
                wait.as_millis()
                    .div_ceil(1000)
                    .try_into()
                    .unwrap_or(u64::MAX),
            )
        })
    }
}

/// A quarter of a minute's worth may come at once.
fn limiter<K: Hash + Eq + Clone>(per_minute: u32, ticks: &Ticks) -> Option<Limiter<K>> {
    let rate = NonZeroU32::new(per_minute)?;
    let burst = NonZeroU32::new(per_minute / 4).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::per_minute(rate).allow_burst(burst);
    Some(RateLimiter::new(
        quota,
        DashMapStateStore::default(),
        ticks.clone(),
    ))
}

impl Drop for Stream {
    fn drop(&mut self) {
        let mut watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = watchers.get_mut(&self.holder) {
            *taken -= 1;
            if *taken == 0 {
                watchers.remove(&self.holder);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clock that goes on by hand, and one on the wall that can be set besides.
    #[derive(Default)]
    struct Hand {
        since: AtomicU64,
        wall: AtomicU64,
    }

    impl Hand {
        fn forward(&self, ms: u64) {
            self.since.fetch_add(ms, Ordering::SeqCst);
            self.wall.fetch_add(ms, Ordering::SeqCst);
        }
    }

    impl Clock for Hand {
        fn now(&self) -> u64 {
            self.wall.load(Ordering::SeqCst)
        }

        fn monotonic(&self) -> Duration {
            Duration::from_millis(self.since.load(Ordering::SeqCst))
        }
    }

    fn limits(hand: &Arc<Hand>) -> Limits {
        hand.wall.store(1_800_000_000_000, Ordering::SeqCst);
        let settings = Settings {
            client_per_minute: 60,
            watchers: 2,
            pending_sign_ins: 0,
            ..Settings::default()
        };
        Limits::new(&settings, Arc::clone(hand) as Arc<dyn Clock>)
    }

    fn caller(text: &str) -> Caller {
        Caller::of(text.parse().unwrap())
    }

    #[test]
    fn a_burst_is_a_quarter_and_then_it_goes_on_at_the_rate() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        let one = caller("192.0.2.1");
        let passed = (0..100).filter(|_| limits.request(one).is_ok()).count();
        assert_eq!(passed, 15);
        assert_eq!(limits.request(one), Err(Wait(1)));
        assert!(limits.request(caller("192.0.2.2")).is_ok(), "others go on");
        hand.forward(10_000);
        let passed = (0..100).filter(|_| limits.request(one).is_ok()).count();
        assert_eq!(passed, 10);
    }

    #[test]
    fn a_clock_that_is_set_back_an_hour_makes_no_caller_wait_longer() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        let one = caller("192.0.2.1");
        while limits.request(one).is_ok() {}
        hand.wall.fetch_sub(3_600_000, Ordering::SeqCst);
        assert_eq!(limits.request(one), Err(Wait(1)), "the same caller");
        hand.since.fetch_add(1000, Ordering::SeqCst);
        assert_eq!(limits.request(one), Ok(()));
    }

    #[test]
    fn whoever_was_quiet_is_forgotten() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        for last in 0..200 {
            limits.request(caller(&format!("192.0.2.{last}"))).unwrap();
        }
        hand.forward(60_000);
        limits.request(caller("192.0.2.1")).unwrap();
        assert_eq!(limits.clients.as_ref().unwrap().len(), 1);
    }

    #[test]
    fn a_stream_is_free_again_when_its_watcher_goes() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        let watch = |id| limits.watch(caller("192.0.2.1"), id, Right::Watch);
        let (one, _other) = (watch(Uuid::nil()), watch(Uuid::nil()));
        assert!(watch(Uuid::nil()).is_none());
        assert!(watch(Uuid::max()).is_some());
        drop(one);
        assert!(watch(Uuid::nil()).is_some());
        assert_eq!(limits.watching(), 1);
    }

    #[test]
    fn whoever_may_watch_leaves_streams_and_checks_for_the_owner() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        let (one, id) = (caller("192.0.2.1"), Uuid::nil());
        let watched: Vec<_> = std::iter::from_fn(|| limits.watch(one, id, Right::Watch)).collect();
        assert_eq!(watched.len(), 2);
        assert!(limits.watch(one, id, Right::Owner).is_some());
        while limits.connection(id, Right::Watch).is_ok() {}
        assert!(limits.connection(id, Right::Owner).is_ok());
    }

    #[test]
    fn zero_is_without_limit() {
        let settings = Settings {
            client_per_minute: 0,
            ..Settings::default()
        };
        let limits = Limits::new(&settings, Arc::new(Hand::default()));
        assert!((0..10_000).all(|_| limits.request(caller("192.0.2.1")).is_ok()));
    }
}
