//! `verify-record`: whether an exported record is intact, and whether the database continues it.

use super::Done;
use crate::config::Config;
use crate::record::verify::verify;
use crate::store;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(file: &Path, config: Option<&Path>) -> Done {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let whole = match verify(&text) {
        Ok(whole) => whole,
        Err(broken) => {
            for broken in broken {
                println!("BROKEN  {broken}");
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    println!(
        "The record of connection {} is intact: {} entries, last seal {}.",
        whole.connection, whole.head.entries, whole.head.seal
    );
    for number in whole.back_in_time {
        println!("Entry {number} is earlier than the one before it: a clock was set back.");
    }
    match config {
        None => {
            println!(
                "Later entries can be detected only with the server's database (--config) or a later seal."
            );
            Ok(ExitCode::SUCCESS)
        }
        Some(config) => compare(
            config,
            &whole.connection,
            &whole.head.seal,
            whole.head.entries,
        ),
    }
}

/// Whether the database goes on from where the export ended.
#[tokio::main]
async fn compare(file: &Path, connection: &str, seal: &str, entries: u64) -> Done {
    let store = store::open(&Config::load(file)?.database).await?;
    let id = connection.parse()?;
    let head = store
        .head(id)
        .await?
        .ok_or("the database doesn't have this connection")?;
    let record = store.record(id).await?;
    let there = if head.entries == entries {
        Some(head.seal.clone())
    } else {
        record
            .into_iter()
            .find(|sealed| sealed.entry.number == entries)
            .map(|sealed| sealed.seal)
    };
    match there {
        Some(there) if there == seal && head.entries == entries => {
            println!("The database's record ends with the same seal.");
        }
        Some(there) if there == seal => println!(
            "The database's record continues from there: it has {} entries now.",
            head.entries
        ),
        Some(_) => {
            println!(
                "BROKEN  the database has a different entry {entries}: one of the two was forged"
            );
            return Ok(ExitCode::FAILURE);
        }
        None if head.ended_at.is_some() && head.entries > entries => println!(
            "The connection was deleted, {} entries after this export ended.",
            head.entries - entries
        ),
        None => {
            println!(
                "BROKEN  the database's record has only {} entries",
                head.entries
            );
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
