//! Making connections, each on the disk before it is answered; and the same rows written by a bare loop.

use crate::load::{self, Reading, Requests};
use crate::stage::Stage;
use crate::stats::{self, Row};
use crate::store::{Base, empty_file};
use crate::subject::Subject;
use anyhow::Result;
use rusqlite::{Connection, params};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Connections of the load: one that waits for each answer, and many.
const DEPTHS: [usize; 2] = [1, 64];

/// The readings at one depth.
#[derive(Serialize)]
pub(crate) struct Creates {
    /// Connections of the load; for the bare loop, rows committed together.
    pub(crate) depth: usize,
    /// The bare loop first, where there is one.
    pub(crate) rows: Vec<Row>,
}

/// On a file: beside the bare loop.
pub(crate) fn on_file(stage: &Stage, rounds: u32, seconds: f64) -> Result<Vec<Creates>> {
    let (bare, own) = (empty_file(stage, "bare.db")?, empty_file(stage, "own.db")?);
    let server = stage.server(&own.display().to_string())?;
    let requests = Requests::creates(stage.files.path())?;
    let measure = |depth: usize| {
        let mut readings = Vec::new();
        for _ in 0..rounds {
            readings.push(vec![
                insert(&bare, depth, seconds)?,
                load::run(&[&server], &requests, depth, seconds)?,
            ]);
        }
        let rows = stats::rows(&["bare SQLite loop", "Consentry"], &readings);
        Ok(Creates { depth, rows })
    };
    DEPTHS.map(measure).into_iter().collect()
}

/// On a cluster that waits for its disk: one instance and two.
pub(crate) fn on_cluster(
    stage: &Stage,
    base: &Base,
    rounds: u32,
    seconds: f64,
) -> Result<Vec<Creates>> {
    let database = base.database();
    let servers = [stage.server(&database)?, stage.server(&database)?];
    let requests = Requests::creates(stage.files.path())?;
    let both: Vec<&Subject> = servers.iter().collect();
    let measure = |depth: usize| {
        let mut readings = Vec::new();
        for _ in 0..rounds {
            readings.push(vec![
                load::run(&both[..1], &requests, depth, seconds)?,
                load::run(&both, &requests, depth, seconds)?,
            ]);
        }
        let rows = stats::rows(&["Consentry", "Consentry, two instances"], &readings);
        Ok(Creates { depth, rows })
    };
    [DEPTHS[1]].map(measure).into_iter().collect()
}

/// Writes what a new connection writes, so many to a commit, each commit on the disk: as fast as one thread
/// and this disk can.
fn insert(path: &Path, group: usize, seconds: f64) -> Result<Reading> {
    let mut db = Connection::open(path)?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "secure_delete", true)?;
    let (begun, lasts) = (Instant::now(), Duration::from_secs_f64(seconds));
    let (mut written, mut took) = (0_usize, Vec::new());
    while begun.elapsed() < lasts {
        let commit = Instant::now();
        let transaction = db.transaction()?;
        for _ in 0..group {
            one(&transaction)?;
        }
        transaction.commit()?;
        written += group;
        took.push(commit.elapsed().as_secs_f64() * 1e6);
    }
    took.sort_by(f64::total_cmp);
    Ok(reading(written, begun.elapsed(), &took))
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and microseconds of a few seconds"
)]
fn reading(written: usize, lasted: Duration, sorted: &[f64]) -> Reading {
    let at = |mille| stats::per_mille(sorted, mille) as u64;
    Reading {
        rate: written as f64 / lasted.as_secs_f64(),
        p50: at(500),
        p99: at(990),
        p999: at(999),
        cpu: f64::NAN,
        memory: 0,
    }
}

/// Rows as long as the server's.
fn one(db: &Connection) -> Result<()> {
    let id = Uuid::new_v4();
    let digest = |part: &str| Sha256::digest(format!("{part}{id}"));
    let (text, key) = ("x".repeat(700), [7_u8; 110]);
    db.prepare_cached(
        "INSERT INTO connection (id, revision, status, patience, wrapped_key, signed_in, created_at, key_id)
         VALUES (?1, 1, ?2, '{}', ?3, 0, 0, 'default')",
    )?
    .execute(params![id, text, key])?;
    db.prepare_cached("INSERT INTO bearer (hash, connection, scope) VALUES (?1, ?2, 'owner')")?
        .execute(params![digest("b").as_slice(), id])?;
    db.prepare_cached(
        "INSERT INTO login (state, connection, browser, ticket, sealed, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
    )?
    .execute(params![
        digest("s").as_slice(),
        id,
        digest("c").as_slice(),
        digest("t").as_slice(),
        [7_u8; 300]
    ])?;
    db.prepare_cached("INSERT INTO entry (connection, number, body, seal) VALUES (?1, 1, ?2, ?3)")?
        .execute(params![id, &text[..400], &text[..64]])?;
    db.prepare_cached("INSERT INTO chain (connection, entries, seal) VALUES (?1, 1, ?2)")?
        .execute(params![id, &text[..64]])?;
    Ok(())
}
