//! The time, as a value that is passed in. Deliberately absent: sleeping.

use jiff::Timestamp;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Now, as Unix time in milliseconds. Somebody may set it, in both directions.
    fn now(&self) -> u64;

    /// Time since a moment early in this process. It only ever grows, whatever is done to the clock: for
    /// spans within one process, which are neither stored nor shown.
    fn monotonic(&self) -> Duration {
        static FIRST: OnceLock<Instant> = OnceLock::new();
        FIRST.get_or_init(Instant::now).elapsed()
    }
}

/// Unix milliseconds as RFC 3339 writes them.
pub fn rfc3339(ms: u64) -> String {
    Timestamp::from_millisecond(ms.cast_signed())
        .unwrap_or_default()
        .to_string()
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> u64 {
        u64::try_from(Timestamp::now().as_millisecond()).unwrap_or(0)
    }
}

/// Whether something happened less than `span` milliseconds ago. A stamp in the future, left by a clock that was set
/// back since, is as good as none.
pub fn within(at: u64, span: u64, now: u64) -> bool {
    now.checked_sub(at).is_some_and(|passed| passed < span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_in_the_future_has_not_happened() {
        for (at, now, expected) in [(5, 5, true), (5, 14, true), (5, 15, false), (6, 5, false)] {
            assert_eq!(within(at, 10, now), expected, "{at} {now}");
        }
        assert!(!within(u64::MAX, u64::MAX, 0));
    }
}
