//! What a running server does next for a tenant: nothing, a whole round, or what changed since the last.

use crate::config::DigestEvery;
use crate::observer::rows::Tenant;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// A whole round at least this often: deltas miss changes, and lists without one are read then.
const WHOLE_MS: u64 = DAY_MS;

/// Without deltas, whole rounds have at least this long between them.
const SELDOM_MS: u64 = 60 * 60 * 1000;

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing.
    Nothing,
    /// Every list from its beginning, or from where that was broken off.
    Whole,
    /// What deltas name.
    Changes,
}

impl Due {
    /// For a tenant that is looked at every so many milliseconds.
    pub fn of(tenant: &Tenant, every: u64, now: u64) -> Self {
        let is_over = |since: u64, time: u64| since.saturating_add(time) <= now;
        let is_whole_open = tenant.open && !tenant.following;
        if is_whole_open || tenant.rounds == 0 || is_over(tenant.ended, WHOLE_MS) {
            return Self::Whole;
        }
        if !tenant.follows {
            let is_due = is_over(tenant.ended, every.max(SELDOM_MS));
            return if is_due { Self::Whole } else { Self::Nothing };
        }
        if tenant.open || is_over(tenant.last(), every) {
            Self::Changes
        } else {
            Self::Nothing
        }
    }
}

/// When the last day or week ended, in UTC: a week on Monday.
pub fn last_end(every: DigestEvery, now: u64) -> u64 {
    // January 1, 1970, was a Thursday.
    let (length, offset) = match every {
        DigestEvery::Day => (DAY_MS, 0),
        DigestEvery::Week => (7 * DAY_MS, 4 * DAY_MS),
    };
    now.saturating_sub(offset) / length * length + offset
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60 * 1000;
    const HOUR: u64 = 60 * MINUTE;

    fn read() -> Tenant {
        Tenant {
            rounds: 1,
            ended: HOUR,
            follows: true,
            ..Tenant::default()
        }
    }

    fn due(tenant: &Tenant, now: u64) -> Due {
        Due::of(tenant, 10 * MINUTE, now)
    }

    #[test]
    fn a_whole_round_comes_first_then_changes_and_a_whole_round_each_day() {
        assert_eq!(due(&Tenant::default(), 0), Due::Whole);
        assert_eq!(due(&read(), HOUR + 9 * MINUTE), Due::Nothing);
        assert_eq!(due(&read(), HOUR + 10 * MINUTE), Due::Changes);
        let followed = Tenant {
            followed: 24 * HOUR,
            ..read()
        };
        assert_eq!(due(&followed, 24 * HOUR + 9 * MINUTE), Due::Nothing);
        assert_eq!(due(&followed, 25 * HOUR), Due::Whole);
    }

    #[test]
    fn without_a_complete_beginning_lists_are_read_as_a_whole_and_not_more_often_than_each_hour() {
        let tenant = Tenant {
            follows: false,
            ..read()
        };
        assert_eq!(due(&tenant, HOUR + 30 * MINUTE), Due::Nothing);
        assert_eq!(due(&tenant, 2 * HOUR), Due::Whole);
    }

    #[test]
    fn a_day_ends_at_midnight_and_a_week_on_monday_in_utc() {
        // Monday, November 30, 2026, 18:00, and the Sunday before.
        let monday = 1_796_061_600_000;
        let sunday = monday - 24 * HOUR;
        let midnight = 1_795_996_800_000;
        assert_eq!(last_end(DigestEvery::Day, monday), midnight);
        assert_eq!(last_end(DigestEvery::Week, monday), midnight);
        assert_eq!(last_end(DigestEvery::Day, sunday), midnight - 24 * HOUR);
        assert_eq!(
            last_end(DigestEvery::Week, sunday),
            midnight - 7 * 24 * HOUR
        );
        assert_eq!(last_end(DigestEvery::Week, midnight), midnight);
    }

    #[test]
    fn what_was_broken_off_goes_on_at_once() {
        let open = |following| Tenant {
            open: true,
            following,
            ..read()
        };
        assert_eq!(due(&open(false), HOUR), Due::Whole);
        assert_eq!(due(&open(true), HOUR), Due::Changes);
        assert_eq!(due(&open(true), 25 * HOUR), Due::Whole);
    }
}
