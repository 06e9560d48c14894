//! Places that are held for as long as something lasts: a socket, an event stream.

use super::Caller;
use super::shares::{Place, Shares};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio_util::sync::CancellationToken;

type Held = Arc<Mutex<Shares<CancellationToken>>>;

/// All places.
pub struct Seats(Held);

/// One of them; it is free again when this is dropped.
pub struct Seat {
    all: Held,
    place: Place,
    displaced: CancellationToken,
}

impl Seats {
    /// So many; 0 is without limit.
    pub fn new(most: u32) -> Self {
        Self(Arc::new(Mutex::new(Shares::new(most))))
    }

    /// A place for a caller. Where there is none left, somebody who holds more has to leave theirs; nothing where
    /// nobody does.
    pub fn take(&self, caller: Caller) -> Option<Seat> {
        let displaced = CancellationToken::new();
        let (place, left) = lock(&self.0).take(caller, displaced.clone())?;
        if let Some(left) = left {
            left.cancel();
        }
        Some(Seat {
            all: Arc::clone(&self.0),
            place,
            displaced,
        })
    }
}

impl Seat {
    /// Cancelled when this place went to somebody who held less.
    pub fn displaced(&self) -> CancellationToken {
        self.displaced.clone()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        lock(&self.all).leave(self.place);
    }
}

fn lock(held: &Held) -> MutexGuard<'_, Shares<CancellationToken>> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
