//! `observe`: reads every app of an organization once, and writes a report.

use super::Done;
use crate::config::Observing;
use crate::observer::{once, reader::Pace};
use std::path::Path;
use std::process::ExitCode;

/// The exit code where the report is not complete.
const INCOMPLETE: u8 = 3;

/// Ends well only where the report is complete.
#[tokio::main]
pub(super) async fn run(file: &Path, out: &Path, tenant: Option<&str>) -> Done {
    let observing = Observing::load(file)?;
    let all = once::run(&observing, tenant, out, Pace::default()).await?;
    for done in &all {
        println!("{done}");
    }
    Ok(if all.iter().all(|done| done.outcome.complete) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(INCOMPLETE)
    })
}
