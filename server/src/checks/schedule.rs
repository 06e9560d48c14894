//! When a connection is checked again. Pure: the time and the random number are parameters.

mod budget;

use crate::connection::CheckSchedule;
use consentry_wire::api::State;

pub use budget::Budget;

/// The waiting times, all in milliseconds. Tests make them shorter.
#[derive(Clone, Debug)]
pub struct Pace {
    /// After a grant, while it spreads: one step for each try, the last one again and again
    /// (facts: protocol B4).
    pub propagating_ms: Vec<u64>,
    /// How long a grant may take to spread before other words are used.
    pub propagation_limit_ms: u64,
    /// While somebody watches and nothing happened yet: at first, later, and after that.
    pub watched_ms: [u64; 3],
    /// Tries before the next of [`Self::watched_ms`].
    pub watched_tries: [u32; 2],
    /// A connection that works is checked this often.
    pub authorized_ms: u64,
    /// What waits for somebody while nobody watches, such as a grant, is looked at after these times: one step for each
    /// try, the last one again and again. A grant that shows late is found within a day, and a sign-in does not end
    /// unused and unnoticed
    /// (<https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime>).
    pub idle_ms: Vec<u64>,
    /// What came due while the server was down is spread over this time.
    pub catch_up_ms: u64,
    /// First pause after a check that brought no answer; it doubles.
    pub trouble_ms: u64,
    /// The longest such pause.
    pub trouble_limit_ms: u64,
    /// Without an answer for this long, earlier results do not count any more.
    pub trouble_end_ms: u64,
    /// The same where Graph rejects fresh tokens: that is no outage.
    pub token_refused_end_ms: u64,
    /// The refresh token is replaced this often at most.
    pub refresh_ms: u64,
    /// Two checks of one connection are at least this far apart.
    pub least_ms: u64,
    /// An event stream without an update sends a comment after this long, so that no proxy closes it.
    pub heartbeat_ms: u64,
}

impl Default for Pace {
    fn default() -> Self {
        const SECOND: u64 = 1000;
        const MINUTE: u64 = 60 * SECOND;
        const HOUR: u64 = 60 * MINUTE;
        Self {
            propagating_ms: vec![2 * SECOND, 4 * SECOND, 8 * SECOND, 15 * SECOND, 30 * SECOND],
            propagation_limit_ms: 5 * MINUTE,
            watched_ms: [10 * SECOND, 30 * SECOND, 5 * MINUTE],
            watched_tries: [30, 120],
            authorized_ms: 24 * HOUR,
            idle_ms: vec![HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 16 * HOUR, 21 * HOUR],
            catch_up_ms: 10 * MINUTE,
            trouble_ms: 5 * SECOND,
            trouble_limit_ms: 5 * MINUTE,
            trouble_end_ms: 24 * HOUR,
            token_refused_end_ms: 10 * MINUTE,
            refresh_ms: HOUR,
            least_ms: 2 * SECOND,
            heartbeat_ms: 15 * SECOND,
        }
    }
}

impl Pace {
    /// The pause before the next check of a connection that was just checked, if there is one.
    ///
    /// `chance`, from 0 to 1, spreads the checks of many connections: up to a tenth is added.
    pub fn next(
        &self,
        state: &State,
        schedule: &CheckSchedule,
        watched: bool,
        chance: f64,
    ) -> Option<u64> {
        let pause = match state {
            State::Propagating { .. } => step(&self.propagating_ms, schedule.tries)?,
            State::NeedsAdminConsent if watched => match schedule.tries {
                tries if tries < self.watched_tries[0] => self.watched_ms[0],
                tries if tries < self.watched_tries[1] => self.watched_ms[1],
                _ => self.watched_ms[2],
            },
            State::Authorized { .. } | State::Granted => self.authorized_ms,
            // Who repairs what blocks does not tell this server; nor does who switches the app on again, changes a policy
            // or lets the account sign in, after which the old sign-in works again.
            State::NeedsAdminConsent
            | State::Blocked { .. }
            | State::NeedsReauthorization { .. } => step(&self.idle_ms, schedule.tries)?,
            State::AwaitingSignIn => return None,
        };
        Some(spread(pause, chance))
    }

    /// How long there may be no answer before what was known does not count any more.
    pub fn trouble_end_ms(&self, code: &str) -> u64 {
        match code {
            "graph-token-refused" => self.token_refused_end_ms,
            _ => self.trouble_end_ms,
        }
    }

    /// The pause after a check without an answer: anything up to a bound that doubles (full jitter),
    /// so that many do not come back together. What Microsoft asked for is never shortened.
    pub fn after_trouble(&self, troubles: u32, asked_ms: Option<u64>, chance: f64) -> u64 {
        let own = self
            .trouble_ms
            .saturating_mul(1 << troubles.min(16))
            .min(self.trouble_limit_ms);
        match asked_ms {
            Some(asked) => spread(asked, chance),
            None => part(own, chance).max(self.trouble_ms / 5),
        }
    }

    /// The pause where there is no room for a retry: the long end of the scale.
    pub fn without_budget(&self, asked_ms: Option<u64>, chance: f64) -> u64 {
        let half = self.trouble_limit_ms / 2;
        let own = half + part(half, chance);
        asked_ms.map_or(own, |asked| own.max(spread(asked, chance)))
    }

    /// By how much a check is put off that came due `late_ms` ago, with the server up for `up_ms`:
    /// after a restart everything is late at once. Nothing if it is to be made now.
    pub fn catch_up(&self, late_ms: u64, up_ms: u64, chance: f64) -> Option<u64> {
        const LATE_MS: u64 = 60 * 1000;
        (late_ms > LATE_MS && up_ms < self.catch_up_ms)
            .then(|| part(self.catch_up_ms - up_ms, chance).max(1))
    }
}

/// The step for so many tries; beyond the last one the last one.
fn step(steps: &[u64], tries: u32) -> Option<u64> {
    let at = usize::try_from(tries).unwrap_or(usize::MAX);
    steps.get(at).or(steps.last()).copied()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "minutes fit"
)]
fn part(whole: u64, chance: f64) -> u64 {
    (whole as f64 * chance.clamp(0.0, 1.0)) as u64
}

fn spread(pause: u64, chance: f64) -> u64 {
    pause + part(pause / 10, chance)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(tries: u32) -> CheckSchedule {
        CheckSchedule {
            tries,
            ..CheckSchedule::default()
        }
    }

    #[test]
    fn a_spreading_grant_is_looked_at_ever_more_patiently() {
        let pace = Pace::default();
        let pauses: Vec<_> = (0..7)
            .map(|tries| {
                pace.next(&State::Propagating { since: 0 }, &tried(tries), false, 0.0)
                    .unwrap()
                    / 1000
            })
            .collect();
        assert_eq!(pauses, [2, 4, 8, 15, 30, 30, 30]);
    }

    #[test]
    fn without_a_watcher_what_waits_for_somebody_is_looked_at_at_least_once_a_day() {
        let pace = Pace::default();
        let problem = crate::problems::named("no-sharepoint-license")
            .problem(&crate::problems::Place::default());
        let cause = problem.clone();
        for state in [
            State::NeedsAdminConsent,
            State::Blocked { problem },
            State::NeedsReauthorization { cause },
        ] {
            let mut pauses = (0..200).map(|tries| {
                let pause = pace.next(&state, &tried(tries), false, 1.0);
                pause.unwrap() / 60_000
            });
            assert!(pauses.all(|minutes| (60..24 * 60).contains(&minutes)));
            let on_one_day = (0..4).map(|tries| pace.next(&state, &tried(tries), false, 0.0));
            let hours: u64 = on_one_day.map(|pause| pause.unwrap() / 3_600_000).sum();
            assert_eq!(hours, 15, "four checks on the first day");
        }
    }

    #[test]
    fn with_a_watcher_a_missing_grant_is_looked_for_in_seconds_and_later_in_minutes() {
        let pace = Pace::default();
        assert_eq!(
            pace.next(&State::NeedsAdminConsent, &tried(0), true, 0.0),
            Some(10_000)
        );
        assert_eq!(
            pace.next(&State::NeedsAdminConsent, &tried(30), true, 0.0),
            Some(30_000)
        );
        assert_eq!(
            pace.next(&State::NeedsAdminConsent, &tried(9999), true, 0.0),
            Some(300_000)
        );
    }

    #[test]
    fn trouble_doubles_up_to_a_limit() {
        let pace = Pace::default();
        let pauses: Vec<_> = (0..8)
            .map(|n| pace.after_trouble(n, None, 1.0) / 1000)
            .collect();
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 300, 300]);
        assert_eq!(pace.after_trouble(u32::MAX, None, 1.0), 300_000);
    }

    #[test]
    fn those_in_trouble_come_back_at_any_time_up_to_the_bound() {
        let pace = Pace::default();
        assert_eq!(pace.after_trouble(3, None, 0.5), 20_000);
        assert_eq!(pace.after_trouble(3, None, 0.0), 1000, "and not at once");
        assert_eq!(pace.without_budget(None, 0.0), 150_000);
        assert_eq!(pace.without_budget(Some(400_000), 0.0), 400_000);
    }

    #[test]
    fn what_came_due_while_the_server_was_down_is_spread_over_ten_minutes() {
        let pace = Pace::default();
        let minute = 60_000;
        assert_eq!(pace.catch_up(minute, 0, 1.0), None, "not late");
        assert_eq!(pace.catch_up(2 * minute, 0, 0.5), Some(5 * minute));
        assert_eq!(pace.catch_up(2 * minute, 8 * minute, 1.0), Some(2 * minute));
        assert_eq!(pace.catch_up(2 * minute, 10 * minute, 1.0), None);
    }

    #[test]
    fn what_microsoft_asks_for_is_never_shortened() {
        let pace = Pace::default();
        for chance in [0.0, 0.5, 1.0] {
            assert!(pace.after_trouble(0, Some(60_000), chance) >= 60_000);
        }
    }

    #[test]
    fn many_connections_do_not_come_at_once() {
        let pace = Pace::default();
        let state = State::Authorized { users: 1, sites: 1 };
        let early = pace.next(&state, &tried(0), false, 0.0).unwrap();
        let late = pace.next(&state, &tried(0), false, 1.0).unwrap();
        assert!(
            late - early > 2 * 60 * 60 * 1000,
            "two hours and more of a day"
        );
    }
}
