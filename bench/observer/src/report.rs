//! What was measured, as a table.

use crate::stage::Size;
use crate::whole::CHANGED;
use crate::{by_app, shown, whole};
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
pub(crate) struct Report {
    machine: String,
    size: Size,
    pub(crate) whole: Vec<whole::Measured>,
    pub(crate) shown: Vec<shown::Measured>,
    pub(crate) by_app: Vec<by_app::Measured>,
}

impl Report {
    pub(crate) fn of(machine: &str, size: Size) -> Self {
        Self {
            machine: machine.to_owned(),
            size,
            whole: Vec::new(),
            shown: Vec::new(),
            by_app: Vec::new(),
        }
    }

    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let Size {
            apps,
            grants,
            assigned,
        } = self.size;
        let rounds = self.whole.len();
        let _ = writeln!(
            text,
            "{}. {apps} apps, {grants} delegated grants, one API with {assigned} app role assignments, in the practice \
             tenant, which answers at once and runs on the same cores. Rounds: {rounds}; medians, the lowest and the \
             highest in parentheses. Each reader is a process of its own, with SQLite.\n",
            self.machine
        );
        let _ = writeln!(text, "| | requests | seconds | CPU s | memory MiB |");
        let _ = writeln!(text, "|---|---:|---:|---:|---:|");
        let of_whole = |of: fn(&whole::Measured) -> f64| self.whole.iter().map(of).collect();
        let of_shown = |of: &dyn Fn(&shown::Measured) -> f64| self.shown.iter().map(of).collect();
        let of_app = |of: fn(&by_app::Measured) -> f64| self.by_app.iter().map(of).collect();
        row(
            &mut text,
            "Every list, from the beginning",
            [
                of_whole(|one| count(one.requests)),
                of_whole(|one| one.whole.seconds),
                of_whole(|one| one.whole.cpu),
                of_whole(|one| one.whole.memory),
            ],
        );
        row(
            &mut text,
            "Nothing changed (the longest of five)",
            [
                of_whole(|one| count(one.idle_requests)),
                of_whole(|one| one.idle.seconds),
                of_whole(|one| one.idle.cpu),
                Vec::new(),
            ],
        );
        row(
            &mut text,
            &format!("{CHANGED} grants changed"),
            [
                of_whole(|one| count(one.changed_requests)),
                of_whole(|one| one.changed.seconds),
                of_whole(|one| one.changed.cpu),
                of_whole(|one| one.changed.memory),
            ],
        );
        row(
            &mut text,
            "App by app, in batches of 20",
            [
                of_app(|one| count(one.requests)),
                of_app(|one| one.took.seconds),
                of_app(|one| one.took.cpu),
                of_app(|one| one.took.memory),
            ],
        );
        let endings = self.shown.first().map_or(0, |one| one.exports.len());
        for at in 0..endings {
            let name = format!("Export of everything, {}", self.shown[0].exports[at].0);
            row(
                &mut text,
                &name,
                [
                    Vec::new(),
                    of_shown(&|one| one.exports[at].1.seconds),
                    of_shown(&|one| one.exports[at].1.cpu),
                    of_shown(&|one| one.exports[at].1.memory),
                ],
            );
        }
        row(
            &mut text,
            "Inventory made after a round",
            [
                Vec::new(),
                of_shown(&|one| one.made.seconds),
                of_shown(&|one| one.made.cpu),
                of_shown(&|one| one.made.memory),
            ],
        );
        let page = |at: usize| shown_as(of_shown(&|one| one.page[at]));
        let _ = writeln!(
            text,
            "\nA page of the inventory, searched, filtered, and sorted, without HTTP: {} ms, p95 {} ms.",
            page(0),
            page(1)
        );
        if let (Some(whole), Some(by_app)) = (self.whole.last(), self.by_app.last()) {
            let missed = |all: u64, read: u64| format!("{} of {all}", all.saturating_sub(read));
            let _ = writeln!(
                text,
                "\nThe reader that goes app by app asks for the list of apps in pages of 999 without a count, as public \
                 tools do; of such a list the practice tenant shows four fifths. It missed {} apps, {} delegated grants, \
                 and {} assignments, and did not say so.",
                missed(whole.apps, by_app.apps),
                missed(whole.grants, by_app.grants),
                missed(whole.assigned, by_app.roles),
            );
        }
        text
    }
}

/// A count as a figure of the table.
fn count(number: u64) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn row(text: &mut String, name: &str, columns: [Vec<f64>; 4]) {
    let columns = columns.map(shown_as).join(" | ");
    let _ = writeln!(text, "| {name} | {columns} |");
}

/// The middle one; the lowest and the highest where they differ.
fn shown_as(mut all: Vec<f64>) -> String {
    all.sort_by(f64::total_cmp);
    let (Some(lowest), Some(highest)) = (all.first(), all.last()) else {
        return "–".to_owned();
    };
    let middle = number(all[all.len() / 2]);
    let (lowest, highest) = (number(*lowest), number(*highest));
    if lowest == highest {
        middle
    } else {
        format!("{middle} ({lowest}–{highest})")
    }
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 || value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}
