//! How the checks of many connections spread over time: the server's own schedule, with time and chance
//! simulated. For docs/scale.md.
//!
//! The model: so many connections that work are signed in within an hour, the worst there is. Each is due again
//! after the server's own pause. A server makes so many checks at once, each of which takes so long. Once
//! everything has settled, all servers are away for some hours.

use clap::Parser;
use consentry_server::checks::schedule::Pace;
use consentry_server::connection::CheckSchedule;
use consentry_wire::api::State;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

#[derive(Parser)]
struct Arguments {
    /// Connections that work
    #[arg(long, default_value_t = 1_000_000)]
    connections: usize,
    /// Checks that a server makes at once
    #[arg(long, default_value_t = 8)]
    at_once: usize,
    /// What a check takes, in milliseconds: some calls to Microsoft
    #[arg(long, default_value_t = 1000)]
    check_ms: usize,
    /// Hours without any server
    #[arg(long, default_value_t = 6)]
    away_hours: usize,
}

const HOUR: usize = 60;
const DAY: usize = 24 * HOUR;

/// Long enough for the pauses to have mixed.
const SETTLED: usize = 60 * DAY;

/// What is due, minute by minute.
struct Queue {
    due: Vec<usize>,
    waiting: usize,
    pace: Pace,
    chance: StdRng,
}

impl Queue {
    /// Connections that were all signed in, and looked at for the first time, within the first hour.
    fn after_a_rush(connections: usize, minutes: usize) -> Self {
        let mut queue = Self {
            due: vec![0; minutes + 2 * DAY],
            waiting: 0,
            pace: Pace::default(),
            chance: StdRng::seed_from_u64(1),
        };
        for number in 0..connections {
            queue.plan(number * HOUR / connections);
        }
        queue
    }

    /// Plans the check after one that was made in that minute.
    fn plan(&mut self, minute: usize) {
        let works = State::Authorized { users: 1, sites: 1 };
        let chance = self.chance.random();
        let pause = self
            .pace
            .next(&works, &CheckSchedule::default(), false, chance)
            .unwrap_or_default();
        let pause = usize::try_from(pause / 60_000).unwrap_or(usize::MAX);
        if let Some(due) = self.due.get_mut(minute + pause) {
            *due += 1;
        }
    }

    /// Lets a minute pass in which so many checks can be made; how many were due and how many wait.
    fn pass(&mut self, minute: usize, most: usize) -> (usize, usize) {
        let due = self.due[minute];
        self.waiting += due;
        let made = self.waiting.min(most);
        self.waiting -= made;
        for _ in 0..made {
            self.plan(minute);
        }
        (due, self.waiting)
    }
}

fn main() {
    let given = Arguments::parse();
    println!(
        "| servers | checks /s at most | most due in a minute of day 2, 7, 30, 60 | longest wait in the first month | late for after {} h without servers |",
        given.away_hours
    );
    println!("|---:|---:|---|---:|---:|");
    for servers in [1, 2, 4, 8, 16] {
        let most = servers * given.at_once * 60_000 / given.check_ms;
        println!("{}", row(&given, servers, most));
    }
}

fn row(given: &Arguments, servers: usize, most: usize) -> String {
    let end = SETTLED + 20 * DAY;
    let mut queue = Queue::after_a_rush(given.connections, end);
    let (mut peaks, mut longest, mut waits) = (vec![0; SETTLED / DAY], 0, true);
    for minute in 0..SETTLED {
        let (due, waiting) = queue.pass(minute, most);
        let day = minute / DAY;
        peaks[day] = peaks[day].max(due);
        if day < 30 {
            longest = longest.max(waiting);
        }
        waits = waiting > most;
    }
    let away = SETTLED + given.away_hours * HOUR;
    for minute in SETTLED..away {
        queue.pass(minute, 0);
    }
    let caught_up = (away..end).find(|minute| queue.pass(*minute, most).1 == 0);
    let late = match caught_up {
        _ if waits => "never caught up before".to_owned(),
        Some(minute) => hours(minute - away),
        None => "more than 20 days".to_owned(),
    };
    format!(
        "| {servers} | {} | {}, {}, {}, {} | {} | {late} |",
        most / 60,
        peaks[1],
        peaks[6],
        peaks[29],
        peaks[59],
        hours(longest / most)
    )
}

fn hours(minutes: usize) -> String {
    if minutes < 2 * HOUR {
        format!("{minutes} min")
    } else {
        format!("{} h", minutes / HOUR)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rush_of_an_hour_is_spread_over_ever_more_of_the_day() {
        let mut queue = Queue::after_a_rush(20_000, 40 * DAY);
        let mut peaks = [0; 40];
        for minute in 0..40 * DAY {
            let (due, _) = queue.pass(minute, usize::MAX);
            peaks[minute / DAY] = peaks[minute / DAY].max(due);
        }
        assert!(peaks[1] > 3 * peaks[30], "{peaks:?}");
        // An even spread has 13 in a minute.
        assert!(peaks[39] < 60, "{peaks:?}");
    }

    #[test]
    fn what_waits_is_not_lost() {
        let mut queue = Queue::after_a_rush(1000, 10 * DAY);
        for minute in 0..3 * DAY {
            queue.pass(minute, 0);
        }
        assert_eq!(queue.waiting, 1000);
        queue.pass(3 * DAY, 400);
        assert_eq!(queue.waiting, 600);
    }
}
