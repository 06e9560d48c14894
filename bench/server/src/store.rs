//! Stores of a size: one connection that was really signed in to and granted, and copies of its row, each
//! with an id and a bearer of its own. What is sealed in a copy opens with the original's id only; a read of
//! the status opens nothing.

use crate::journey;
use crate::stage::Stage;
use anyhow::{Context, Result};
use consentry_wire::api::Created;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use test_postgres::Cluster;
use uuid::Uuid;

/// A database.
pub(crate) enum Base {
    /// A file.
    Sqlite(PathBuf),
    /// A cluster of its own, and the URL of a database in it.
    Postgres(Cluster, String),
}

/// A database with connections in it.
pub(crate) struct Store {
    /// Which one.
    pub(crate) base: Base,
    /// The connection that was signed in to.
    pub(crate) original: Created,
    /// What a read of it answers.
    pub(crate) status: String,
    held: u32,
}

impl Base {
    /// As the configuration names it.
    pub(crate) fn database(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(_, url) => url.clone(),
        }
    }

    /// As the peers are told: a file, or PostgreSQL's own variables.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Sqlite(path) => vec![("DATABASE", path.display().to_string())],
            Self::Postgres(_, url) => {
                let rest = url.trim_start_matches("postgres://app@");
                let (host, name) = rest.split_once('/').unwrap_or((rest, "app"));
                vec![
                    ("PGHOST", host.replace("%2F", "/")),
                    ("PGUSER", "app".to_owned()),
                    ("PGDATABASE", name.to_owned()),
                ]
            }
        }
    }
}

impl Store {
    /// A new store with one connection, walked through sign-in and grant.
    pub(crate) async fn make(stage: &Stage, base: Base) -> Result<Self> {
        let server = stage.server_for_sign_ins(&base.database())?;
        let (original, status) = journey::authorized(stage, &server).await?;
        Ok(Self {
            base,
            original,
            status,
            held: 1,
        })
    }

    /// Adds copies until there are so many connections.
    pub(crate) fn grow(&mut self, to: u32) -> Result<()> {
        if to <= self.held {
            return Ok(());
        }
        match &self.base {
            Base::Sqlite(path) => grow_file(path, &self.original.id, self.held..to)?,
            Base::Postgres(cluster, url) => {
                grow_cluster(cluster, url, &self.original.id, self.held..to);
            }
        }
        self.held = to;
        Ok(())
    }

    /// Ids and bearers of at most so many connections, from all over the store.
    pub(crate) fn sample(&self, most: u32) -> Vec<(String, String)> {
        let count = most.min(self.held);
        (0..count)
            .map(|part| u64::from(part) * u64::from(self.held) / u64::from(count))
            .map(|number| match u32::try_from(number) {
                Ok(0) | Err(_) => (
                    self.original.id.clone(),
                    self.original.secret.expose().to_owned(),
                ),
                Ok(number) => (id(number).to_string(), bearer(number)),
            })
            .collect()
    }

    /// MiB the database takes on the disk.
    pub(crate) fn size(&self) -> u64 {
        let bytes = match &self.base {
            Base::Sqlite(path) => std::fs::metadata(path).map_or(0, |file| file.len()),
            Base::Postgres(cluster, url) => cluster
                .query(url, "SELECT pg_database_size(current_database())")
                .trim()
                .parse()
                .unwrap_or_default(),
        };
        bytes >> 20
    }
}

/// The id of a copy: as random to an index as a real one.
fn id(number: u32) -> Uuid {
    let digest = Sha256::digest(format!("c{number}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}

/// The bearer of a copy, in the form of a real one.
fn bearer(number: u32) -> String {
    format!("b{number:042}")
}

/// When copies are looked at again: later than any measurement, and spread over a day.
const LATER: &str = "3600000 + (86400000 / 1000003) * ";

fn grow_file(path: &Path, original: &str, numbers: std::ops::Range<u32>) -> Result<()> {
    let mut db = Connection::open(path)?;
    // Nobody else has it open, and it is thrown away if this fails: no journal, which would be as large again.
    // The server turns it back to write-ahead.
    db.query_row("PRAGMA journal_mode = OFF", [], |_| Ok(()))?;
    db.pragma_update(None, "synchronous", "OFF")?;
    db.pragma_update(None, "cache_size", -1_000_000)?;
    let transaction = db.transaction()?;
    {
        let mut copy = transaction.prepare(&format!(
            "INSERT INTO connection (id, revision, status, patience, return_to, wrapped_key, refresh, next_check,
                 signed_in, created_at, key_id)
             SELECT ?2, revision, replace(status, ?3, ?4), patience, return_to, wrapped_key, refresh,
                 unixepoch() * 1000 + {LATER} ?5, signed_in, created_at, key_id
             FROM connection WHERE id = ?1"
        ))?;
        let mut own = transaction
            .prepare("INSERT INTO bearer (hash, connection, scope) VALUES (?1, ?2, 'owner')")?;
        let first = Uuid::parse_str(original)?;
        for number in numbers {
            let id = id(number);
            copy.execute(params![first, id, original, id.to_string(), number])?;
            own.execute(params![Sha256::digest(bearer(number)).as_slice(), id])?;
        }
    }
    transaction.commit()?;
    Ok(())
}

fn grow_cluster(cluster: &Cluster, url: &str, original: &str, numbers: std::ops::Range<u32>) {
    let (from, to) = (numbers.start, numbers.end - 1);
    let id = "encode(substr(sha256(convert_to('c' || i, 'UTF8')), 1, 16), 'hex')::uuid";
    cluster.query(
        url,
        &format!(
            "INSERT INTO connection (id, revision, status, patience, return_to, wrapped_key, key_id, refresh,
                 next_check, signed_in, created_at)
             SELECT {id}, revision, replace(status, '{original}', {id}::text), patience, return_to, wrapped_key,
                 key_id, refresh, extract(epoch FROM now())::bigint * 1000 + {LATER} i::bigint, signed_in, created_at
             FROM connection, generate_series({from}, {to}) AS i WHERE id = '{original}'"
        ),
    );
    cluster.query(
        url,
        &format!(
            "INSERT INTO bearer (hash, connection, scope)
             SELECT sha256(convert_to('b' || lpad(i::text, 42, '0'), 'UTF8')), {id}, 'owner'
             FROM generate_series({from}, {to}) AS i"
        ),
    );
    for table in ["connection", "bearer"] {
        cluster.query(url, &format!("VACUUM (ANALYZE) {table}"));
    }
    cluster.query(url, "CHECKPOINT");
}

/// A file with the tables of a server and nothing in them.
pub(crate) fn empty_file(stage: &Stage, name: &str) -> Result<PathBuf> {
    let path = stage.path(name);
    drop(
        stage
            .server(&path.display().to_string())
            .context("an empty store")?,
    );
    Ok(path)
}
