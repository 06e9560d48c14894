//! What one caller may take: so many requests in a minute (GCRA, by the `governor` crate), so many
//! event streams. Time comes from the server's clock.
//!
//! A caller is an address; with IPv6 a /64, which is what one household or host is given. Deliberately
//! absent: any lock-out. Whoever waits gets on, and nobody can lock out somebody else.

mod caller;

use crate::clock::Clock;
use crate::config::Limits as Settings;
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

type Limiter<K> = RateLimiter<K, DashMapStateStore<K>, Ticks, NoOpMiddleware<Nanos>>;

/// The server's clock, for the limiters.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::from(Duration::from_millis(self.0.now()))
    }
}

/// All limits.
pub struct Limits {
    settings: Settings,
    ticks: Ticks,
    clients: Option<Limiter<Caller>>,
    sign_ins: Option<Limiter<Caller>>,
    connections: Option<Limiter<Uuid>>,
    watchers: Arc<Mutex<HashMap<Uuid, u32>>>,
    swept_at: AtomicU64,
}

/// Callers who were quiet are forgotten this often.
const SWEEP_MS: u64 = 60 * 1000;

/// Too many; after so many seconds it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u64);

/// One of the event streams of a connection; it counts until it is dropped.
pub struct Seat {
    watchers: Arc<Mutex<HashMap<Uuid, u32>>>,
    id: Uuid,
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
            swept_at: AtomicU64::new(ticks.0.now()),
            settings: settings.clone(),
            ticks,
        }
    }

    /// Any request of a caller.
    pub fn request(&self, caller: Caller) -> Result<(), Wait> {
        self.sweep();
        self.check(self.clients.as_ref(), &caller)
    }

    /// A caller begins or ends a sign-in, or claims a link.
    pub fn sign_in(&self, caller: Caller) -> Result<(), Wait> {
        self.check(self.sign_ins.as_ref(), &caller)
    }

    /// Something is asked for a connection that costs calls to Microsoft, or makes a link.
    pub fn connection(&self, id: Uuid) -> Result<(), Wait> {
        self.check(self.connections.as_ref(), &id)
    }

    /// How many sign-ins may be pending at once; nothing is without limit.
    pub fn pending_sign_ins(&self) -> Option<u64> {
        match self.settings.pending_sign_ins {
            0 => None,
            most => Some(most.into()),
        }
    }

    /// A seat for one more event stream of a connection, if there is one.
    pub fn watch(&self, id: Uuid) -> Option<Seat> {
        let mut watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = watchers.entry(id).or_insert(0);
        if self.settings.watchers != 0 && *taken >= self.settings.watchers {
            return None;
        }
        *taken += 1;
        Some(Seat {
            watchers: Arc::clone(&self.watchers),
            id,
        })
    }

    /// Event streams that are open.
    pub fn watching(&self) -> u64 {
        let watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner);
        watchers.values().map(|taken| u64::from(*taken)).sum()
    }

    /// Forgets callers who are far from any limit, from time to time.
    fn sweep(&self) {
        let (now, swept) = (self.ticks.0.now(), self.swept_at.load(Ordering::Relaxed));
        let due = now.abs_diff(swept) >= SWEEP_MS;
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

impl Drop for Seat {
    fn drop(&mut self) {
        let mut watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = watchers.get_mut(&self.id) {
            *taken -= 1;
            if *taken == 0 {
                watchers.remove(&self.id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Hand(AtomicU64);

    impl Clock for Hand {
        fn now(&self) -> u64 {
            self.0.load(Ordering::SeqCst)
        }
    }

    fn limits(hand: &Arc<Hand>) -> Limits {
        hand.0.store(1_800_000_000_000, Ordering::SeqCst);
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
        hand.0.fetch_add(10_000, Ordering::SeqCst);
        let passed = (0..100).filter(|_| limits.request(one).is_ok()).count();
        assert_eq!(passed, 10);
    }

    #[test]
    fn a_clock_that_goes_back_locks_nobody_out_for_long() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        let one = caller("192.0.2.1");
        assert!(limits.request(one).is_ok());
        hand.0.fetch_sub(3_600_000, Ordering::SeqCst);
        let again = (0..3).filter(|_| limits.request(caller("192.0.2.9")).is_ok());
        assert_eq!(again.count(), 3);
    }

    #[test]
    fn whoever_was_quiet_is_forgotten() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        for last in 0..200 {
            limits.request(caller(&format!("192.0.2.{last}"))).unwrap();
        }
        hand.0.fetch_add(60_000, Ordering::SeqCst);
        limits.request(caller("192.0.2.1")).unwrap();
        assert_eq!(limits.clients.as_ref().unwrap().len(), 1);
    }

    #[test]
    fn a_seat_is_free_again_when_its_watcher_goes() {
        let hand = Arc::new(Hand::default());
        let limits = limits(&hand);
        let (one, _other) = (limits.watch(Uuid::nil()), limits.watch(Uuid::nil()));
        assert!(limits.watch(Uuid::nil()).is_none());
        assert!(limits.watch(Uuid::max()).is_some());
        drop(one);
        assert!(limits.watch(Uuid::nil()).is_some());
        assert_eq!(limits.watching(), 1);
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
