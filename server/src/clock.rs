//! The time, as a value that is passed in. Deliberately absent: sleeping.

use jiff::Timestamp;

/// Where the time comes from. Unix time in milliseconds, as everywhere in this crate.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> u64;
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
