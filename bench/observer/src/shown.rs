//! What people look at: the inventory's pages, and each export of everything.

use crate::stage::TENANT;
use crate::usage::{Usage, Watch};
use anyhow::{Context, Result};
use consentry_server::config::Observing;
use consentry_server::observer::export::Format;
use consentry_server::observer::inventory::{Filter, Inventories, Query, Sort};
use consentry_server::observer::list;
use consentry_server::observer::reading::Reading;
use consentry_server::observer::report::{self, Changes};
use consentry_server::observer::rows;
use consentry_server::store;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::Path;
use std::time::Instant;

/// Pages that are asked for.
const PAGES: usize = 400;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Measured {
    /// Making the inventory after a round.
    pub(crate) made: Usage,
    /// Milliseconds of a page: the middle one, and the one that 95 of 100 are below.
    pub(crate) page: [f64; 2],
    /// Each export: its ending, and what it took.
    pub(crate) exports: Vec<(String, Usage)>,
}

pub(crate) async fn measure(config: &Path) -> Result<Measured> {
    let observing = Observing::load(config)?;
    let store = store::open(&observing.database).await?;
    let mut exports = Vec::new();
    let folder = tempfile::tempdir()?;
    for ending in ["json", "csv", "xlsx", "html"] {
        let out = folder.path().join(format!("report.{ending}"));
        let tenant = rows::load(&store, TENANT).await?;
        let lists = list::stored(&store, TENANT).await?;
        let reading = Reading::stored(&tenant, &lists);
        let watch = Watch::start()?;
        let format = Format::of(&out).context("a known ending")?;
        let mut sink = format.to(File::create(&out)?)?;
        let changes = Changes::Newest(0);
        report::write(&store, TENANT, reading, changes, &mut *sink).await?;
        drop(sink);
        exports.push((ending.to_owned(), watch.end()?));
    }
    let watch = Watch::start()?;
    let inventory = Inventories::default().of(&store, TENANT).await?;
    let made = watch.end()?;
    let mut times: Vec<f64> = (0..PAGES)
        .map(|at| {
            let query = query(at);
            let began = Instant::now();
            let page = inventory.page(&query);
            std::hint::black_box(page.lines.len());
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    Ok(Measured {
        made,
        page: [times[PAGES / 2], times[PAGES * 95 / 100]],
        exports,
    })
}

/// Every order, searches and filters, and pages far behind.
fn query(at: usize) -> Query {
    let texts = ["", "business 1", "99", "publisher"];
    Query {
        text: texts[at % texts.len()].to_owned(),
        filter: [Filter::All, Filter::Risky, Filter::ForAll][at % 3],
        sort: [Sort::Name, Sort::Risk, Sort::Delegated, Sort::Application][at / 3 % 4],
        page: at * 7,
    }
}
