//! The store on SQLite: one writer thread, a few reader threads, write-ahead log.

mod private;
mod backup;
mod migrate;
mod reader;
mod writer;

mod rows;
mod records;
mod bearers;
mod sign_ins;
mod handles;
mod connections;
mod keys;
mod leases;
mod days;
mod deltas;
mod observed;

use super::observed::LOOKS_KEPT_MS;
use super::{Answer, SchemaVersion, Store, StoreError};
use reader::Readers;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};
use uuid::Uuid;
use writer::Writer;

/// The store on one SQLite file.
pub struct Sqlite {
    path: PathBuf,
    writer: Writer,
    readers: Readers,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error.to_string())
    }
}

impl Sqlite {
    /// Opens the file, makes it if it is missing, and brings its tables up to date.
    ///
    /// # Errors
    ///
    /// When the file cannot be written, or a newer program wrote it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            // Another server may be making it at this moment.
            match private::create(path) {
                Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                    return Err(StoreError::Database(format!("{}: {error}", path.display())));
                }
                _ => {}
            }
        }
        let mut connection = connect(path)?;
        migrate::run(&mut connection)?;
        let writer = Writer::start(connection);
        let readers = (0..READERS)
            .map(|_| connect(path))
            .collect::<Result<Vec<_>, _>>()?;
        let ready = (0..available_parallelism().map_or(1, NonZero::get))
            .map(|_| {
                let connection = connect(path)?;
                connection.busy_timeout(Duration::ZERO)?;
                Ok(connection)
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        Ok(Self {
            path: path.to_owned(),
            writer,
            readers: Readers::start(readers, ready),
        })
    }
}

impl Sqlite {
    /// Whether the file can be written, or its directory if there is none yet, and its version.
    pub(super) fn inspect(path: &Path) -> Result<SchemaVersion, StoreError> {
        let known = migrate::known();
        if !path.exists() {
            let directory = path
                .parent()
                .filter(|parent| !parent.as_os_str().is_empty());
            let probe = directory
                .unwrap_or(Path::new("."))
                .join(format!(".consentry-{}", Uuid::new_v4()));
            std::fs::write(&probe, "")
                .and_then(|()| std::fs::remove_file(&probe))
                .map_err(|error| StoreError::Database(error.to_string()))?;
            return Ok(SchemaVersion { found: 0, known });
        }
        let mut db = rusqlite::Connection::open(path)?;
        db.busy_timeout(Duration::from_secs(5))?;
        // Given back at once: only to see that it could be had.
        db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?
            .rollback()?;
        let found = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok(SchemaVersion { found, known })
    }
}

/// More would only wait for each other: a read takes some ten microseconds.
const READERS: usize = 2;

/// How long one waits for another, in a statement as well as when a new file is set up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

fn connect(path: &Path) -> Result<rusqlite::Connection, StoreError> {
    let connection = rusqlite::Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    write_ahead(&connection)?;
    // FULL: what was acknowledged is on the disk, even when the power fails.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Deleted tokens do not linger in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

/// Puts the file into write-ahead mode. SQLite does not wait for anybody here, whatever the busy
/// timeout (sqlite.org, "Write-Ahead Logging" section 9): of several that set up a new file at the same moment all
/// but one are refused at once, and try again.
fn write_ahead(connection: &rusqlite::Connection) -> Result<(), StoreError> {
    let began = Instant::now();
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
                    && began.elapsed() < BUSY_TIMEOUT =>
            {
                std::thread::sleep(Duration::from_millis(10));
            }
            done => return Ok(done?),
        }
    }
}

impl Store for Sqlite {
    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()> {
        self.writer.erase(move |db| {
            let (now, unused_before) = (now.cast_signed(), unused_before.cast_signed());
            db.execute("DELETE FROM bearer WHERE expires_at <= ?1", [now])?;
            db.execute("DELETE FROM login WHERE expires_at <= ?1", [now])?;
            db.execute("DELETE FROM handle WHERE expires_at <= ?1", [now])?;
            let kept_since = now.saturating_sub_unsigned(LOOKS_KEPT_MS);
            db.execute("DELETE FROM observer_look WHERE at < ?1", [kept_since])?;
            // Nothing ever happened to these: not even the end of their record is kept.
            db.execute(
                "DELETE FROM chain WHERE connection IN
                     (SELECT id FROM connection WHERE signed_in = 0 AND created_at < ?1)",
                [unused_before],
            )?;
            db.execute(
                "DELETE FROM connection WHERE signed_in = 0 AND created_at < ?1",
                [unused_before],
            )?;
            Ok(())
        })
    }

    fn touch(&self, now: u64) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "INSERT INTO touched (id, at) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
            )?
            .execute([now.cast_signed()])
            .map(|_| ())
        })
    }

    fn is_shared(&self) -> bool {
        false
    }

    fn file(&self) -> Option<&Path> {
        Some(&self.path)
    }
}

#[cfg(test)]
mod tests;
