//! How many retries there may be: when Microsoft is in trouble for everybody, everybody's retries
//! must not keep it there.

use std::sync::{Mutex, PoisonError};

/// Retries saved up at most; also what there is in the beginning.
const RESERVE: u32 = 20;

/// Checks that pay for one retry.
const PRICE: u32 = 10;

/// Each check made for its own sake adds a tenth of a retry, so retries are at most a tenth of all
/// checks, but for a small reserve.
#[derive(Debug)]
pub struct Budget(Mutex<u32>);

impl Default for Budget {
    fn default() -> Self {
        Self(Mutex::new(RESERVE * PRICE))
    }
}

impl Budget {
    /// A check was made that was no retry.
    pub fn deposit(&self) {
        let mut saved = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *saved = (*saved + 1).min(RESERVE * PRICE);
    }

    /// Whether there is room for a retry; then it is spent.
    pub fn withdraw(&self) -> bool {
        let mut saved = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = *saved >= PRICE;
        if enough {
            *saved -= PRICE;
        }
        enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retries_are_a_tenth_of_the_checks_after_a_small_reserve() {
        let budget = Budget::default();
        let retries = |checks: u32| {
            let mut made = 0;
            for _ in 0..checks {
                budget.deposit();
                made += u32::from(budget.withdraw());
            }
            made
        };
        assert!(retries(100) >= RESERVE);
        assert_eq!(retries(1000), 100);
    }
}
