//! The tables, as Markdown.

use crate::create::Creates;
use crate::read::Reads;
use crate::stats::Row;
use crate::watch::Watching;
use crate::work::Work;
use serde::Serialize;
use std::fmt::Write as _;

/// All that was measured.
#[derive(Default, Serialize)]
pub(crate) struct Report {
    /// The machine, and when.
    pub(crate) machine: String,
    /// How often each reading was taken, and for how many seconds.
    pub(crate) rounds: u32,
    pub(crate) seconds: f64,
    /// What each database gave.
    pub(crate) bases: Vec<Measured>,
    /// Milliseconds from the start of the server to its first line, on an empty file.
    pub(crate) started_in: Option<f64>,
}

/// What one database gave.
#[derive(Serialize)]
pub(crate) struct Measured {
    pub(crate) name: &'static str,
    pub(crate) reads: Vec<Reads>,
    pub(crate) creates: Vec<Creates>,
    pub(crate) work: Vec<Work>,
    pub(crate) watching: Vec<Watching>,
}

impl Report {
    /// As Markdown.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!(
            "{}. {} rounds of {} s, the peers in turn; medians, the lowest and highest rate in brackets, the ratio \
             that of each round's rates. \"CPU\" is the processor time of the measured program for each answer, \
             without that of the database's process. Release builds with limits counted and not reached; the log \
             at its default.\n",
            self.machine, self.rounds, self.seconds
        );
        for base in &self.bases {
            let _ = writeln!(text, "\n### On {}", base.name);
            base.write(&mut text);
        }
        if let Some(ms) = self.started_in {
            let _ = writeln!(
                text,
                "\nFrom its start to its first line a server took {ms:.0} ms."
            );
        }
        text
    }
}

const HEAD: &str =
    "| rate /s | to the first | p50 ms | p99 ms | p99.9 ms | CPU µs | memory MiB |\n";
const RULE: &str = "|---:|---:|---:|---:|---:|---:|---:|\n";

impl Measured {
    fn write(&self, text: &mut String) {
        for reads in &self.reads {
            let _ = writeln!(
                text,
                "\nStatus read, {} connections stored ({} MiB), {} at once:\n",
                grouped(reads.stored.into()),
                grouped(reads.size),
                crate::read::DEPTH
            );
            table(text, &reads.rows);
            let idle: Vec<String> = reads
                .rows
                .iter()
                .zip(&reads.idle)
                .map(|(row, idle)| format!("{} {}", row.name, mib(*idle)))
                .collect();
            let _ = writeln!(
                text,
                "\nMemory before the first request, MiB: {}.",
                idle.join(", ")
            );
        }
        for creates in &self.creates {
            let _ = writeln!(
                text,
                "\nConnection create, {} at once, each durable:\n",
                creates.depth
            );
            table(text, &creates.rows);
        }
        if !self.work.is_empty() {
            text.push_str("\nWhat asks Microsoft (the practice tenant in a process of its own), 8 at once:\n\n");
            text.push_str(
                "| | count | rate /s | p50 ms | p99 ms | longest ms | CPU ms | memory MiB |\n",
            );
            text.push_str("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        }
        for work in &self.work {
            let [p50, p99, longest] = work.took;
            let _ = writeln!(
                text,
                "| {} | {} | {:.0} | {p50:.0} | {p99:.0} | {longest:.0} | {:.1} | {} |",
                work.name,
                work.count,
                work.rate,
                work.cpu,
                mib(work.memory)
            );
        }
        if !self.watching.is_empty() {
            text.push_str("\nEvent streams:\n\n");
            text.push_str("| | streams | instances | memory before, with, MiB | kB each | CPU while idle | first, last hears after ms |\n");
            text.push_str("|---|---:|---:|---:|---:|---:|---:|\n");
        }
        for watching in &self.watching {
            let what = if watching.heard.is_some() {
                "of one connection"
            } else {
                "of as many connections"
            };
            let heard = watching.heard.map_or_else(
                || "–".to_owned(),
                |[first, last]| format!("{first:.0}, {last:.0}"),
            );
            let idle = if watching.idle_cpu.is_nan() {
                "–".to_owned()
            } else {
                format!("{:.1} %", watching.idle_cpu * 100.0)
            };
            let _ = writeln!(
                text,
                "| {what} | {} | {} | {}, {} | {:.1} | {idle} | {heard} |",
                grouped(watching.watchers as u64),
                watching.instances,
                mib(watching.memory[0]),
                mib(watching.memory[1]),
                watching.each * 1.024
            );
        }
    }
}

fn table(text: &mut String, rows: &[Row]) {
    text.push_str("| ");
    text.push_str(HEAD);
    text.push_str("|---");
    text.push_str(RULE);
    for row in rows {
        let middle = &row.middle;
        let cpu = if middle.cpu.is_nan() {
            "–".to_owned()
        } else {
            format!("{:.1}", middle.cpu)
        };
        let memory = if middle.memory == 0 {
            "–".to_owned()
        } else {
            mib(middle.memory)
        };
        let _ = writeln!(
            text,
            "| {} | {} ({}–{}) | {:.2} | {} | {} | {} | {cpu} | {memory} |",
            row.name,
            whole(middle.rate),
            whole(row.rates[0]),
            whole(row.rates[1]),
            row.ratio,
            ms(middle.p50),
            ms(middle.p99),
            ms(middle.p999)
        );
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rate, rounded"
)]
fn whole(rate: f64) -> String {
    grouped(rate.round() as u64)
}

/// With a thin space between thousands.
fn grouped(figure: u64) -> String {
    let digits = figure.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a few seconds")]
fn ms(micros: u64) -> String {
    format!("{:.2}", micros as f64 / 1e3)
}

#[expect(clippy::cast_precision_loss, reason = "KiB of a few GiB")]
fn mib(kib: u64) -> String {
    format!("{:.1}", kib as f64 / 1024.0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_stand_apart() {
        assert_eq!(super::grouped(7), "7");
        assert_eq!(super::grouped(1_000), "1\u{202f}000");
        assert_eq!(super::grouped(1_234_567), "1\u{202f}234\u{202f}567");
    }
}
