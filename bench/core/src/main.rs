//! How long the core takes to judge a page, from what the eyes saw to what is painted, beside the bare
//! limit: reading that from the message it comes in. Writes core.md and core.json to a folder.
//!
//! The pages are those fuzzing begins with, with as many more controls as a portal has. What is
//! measured runs natively; in the extension it is WebAssembly built for size.

use anyhow::{Context, Result};
use consentry_catalog::Catalog;
use consentry_logic::model::Model;
use consentry_logic::update::{Event, update};
use consentry_wire::api::Role;
use consentry_wire::sighting::{Control, Sighting};
use consentry_wire::view::Choice;
use serde::Serialize;
use serde_json::json;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// Pages of each kind, by their names among those fuzzing begins with.
const PAGES: [(&str, &str); 4] = [
    ("the wizard", "wizard-needs-admin"),
    ("consent", "tick-labelled-by"),
    ("list of apps", "list-rows-with-links-for-each-cell"),
    ("permissions", "grant-custom-element"),
];
/// Controls that are there besides; with the last of these the eyes' limit is reached.
const MORE: [usize; 3] = [0, 200, 750];
const ROUNDS: usize = 30;

/// One page of one size. Times are the least, the median and the most, in milliseconds.
#[derive(Serialize)]
struct Row {
    page: &'static str,
    controls: usize,
    message_bytes: usize,
    reading_ms: [f64; 3],
    judging_ms: [f64; 3],
    /// Judging beside reading: of the medians.
    ratio: f64,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let machine = arguments.next().context("the machine, in a line")?;
    let out = arguments.next().context("a folder to write to")?;
    let mut rows = Vec::new();
    for (kind, name) in PAGES {
        let page = page(name)?;
        for more in MORE {
            let mut page = page.clone();
            page.controls.extend((0..more).map(another));
            rows.push(measure(kind, &page)?);
        }
    }
    let text = format!("{machine}. {ROUNDS} times each.\n\n{}", table(&rows));
    print!("{text}");
    std::fs::write(Path::new(&out).join("core.md"), text)?;
    let json = json!({ "machine": machine, "rows": rows });
    let json = serde_json::to_string_pretty(&json)?;
    std::fs::write(Path::new(&out).join("core.json"), json)?;
    Ok(())
}

fn table(rows: &[Row]) -> String {
    let times = |[least, median, most]: [f64; 3]| {
        let [least, median, most] = [least, median, most].map(|time| time * 1000.0);
        format!("{median:.0} µs ({least:.0}–{most:.0})")
    };
    let mut table = String::from(
        "| Page | Controls | Message | Reading it | Judging it | × |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for row in rows {
        let _ = writeln!(
            table,
            "| {} | {} | {} kB | {} | {} | {:.1} |",
            row.page,
            row.controls,
            row.message_bytes / 1000,
            times(row.reading_ms),
            times(row.judging_ms),
            row.ratio,
        );
    }
    table
}

/// The top frame of a page.
fn page(name: &str) -> Result<Sighting> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus/page")
        .join(name);
    let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
    let frames: Vec<Sighting> = serde_json::from_slice(&bytes).with_context(|| name.to_owned())?;
    frames.into_iter().next().context("a page has a frame")
}

/// One of many controls that nothing is looked for in.
fn another(number: usize) -> Control {
    let roles = ["link", "button", "heading", "cell", "menuitem"];
    Control {
        id: u32::try_from(number).unwrap_or_default() + 10_000,
        role: roles[number % roles.len()].to_owned(),
        name: format!("Another thing of the portal, number {number}"),
        row: number
            .is_multiple_of(3)
            .then(|| format!("Row {number} of a table, with what else it says")),
        visible: true,
        ..Control::default()
    }
}

/// The time to read a page's message, and the time to judge what it says.
fn measure(kind: &'static str, page: &Sighting) -> Result<Row> {
    let mut model = Model::default();
    let mut now = 1_000_000;
    let begin = Choice::Begin {
        profile: "office-365-mover".to_owned(),
        role: Role::GlobalAdmin,
    };
    update(Catalog::built_in(), &mut model, Event::Chose(begin), now);
    let hello = Event::Hello {
        tab: 1,
        frame: 0,
        document: "document".to_owned(),
        url: page.url.clone(),
    };
    update(Catalog::built_in(), &mut model, hello, now);
    let (mut reading, mut judging) = (Vec::new(), Vec::new());
    let mut message_bytes = 0;
    for round in 0..=ROUNDS {
        now += 1_000;
        // A page that is the same would not be judged again.
        let mut page = page.clone();
        page.controls[0].name += &round.to_string();
        let message = serde_json::to_string(&page)?;
        message_bytes = message.len();
        let start = Instant::now();
        let sighting: Sighting = serde_json::from_str(&message)?;
        let read = start.elapsed();
        let start = Instant::now();
        let effects = update(
            Catalog::built_in(),
            &mut model,
            Event::Saw {
                tab: 1,
                frame: 0,
                document: "document".to_owned(),
                sighting,
            },
            now,
        );
        let judged = start.elapsed();
        drop(effects);
        // The first time, tables are still being read.
        if round > 0 {
            reading.push(read);
            judging.push(judged);
        }
    }
    let (reading_ms, judging_ms) = (spread(reading), spread(judging));
    Ok(Row {
        page: kind,
        controls: page.controls.len(),
        message_bytes,
        reading_ms,
        judging_ms,
        ratio: judging_ms[1] / reading_ms[1],
    })
}

/// The least, the median and the most, in milliseconds.
fn spread(mut times: Vec<Duration>) -> [f64; 3] {
    times.sort_unstable();
    [0, times.len() / 2, times.len() - 1].map(|at| times[at].as_secs_f64() * 1000.0)
}
