//! `digest`: what changed in the last days, from what is stored. Nothing is asked of Microsoft Graph.

use super::Done;
use crate::clock::{Clock, SystemClock};
use crate::config::Observing;
use crate::observer::once::choose;
use crate::observer::{digest, rows};
use crate::store;
use std::path::Path;
use std::process::ExitCode;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Prints a summary of each tenant, or of the one that is named.
#[tokio::main]
pub(super) async fn run(file: &Path, tenant: Option<&str>, days: u16) -> Done {
    let observing = Observing::load(file)?;
    let store = store::open(&observing.database).await?;
    let until = SystemClock.now();
    let since = until.saturating_sub(u64::from(days) * DAY_MS);
    for observer in choose(&observing.observers, tenant)? {
        let key = &observer.tenant;
        let tenant = rows::load(&store, key).await?;
        println!("{} ({key})", tenant.name);
        if tenant.rounds == 0 {
            println!("Nothing was read yet.");
            continue;
        }
        let digest = digest::of(&store, key, &tenant, 0, (since, until)).await?;
        for line in digest.lines() {
            println!("{line}");
        }
    }
    Ok(ExitCode::SUCCESS)
}
