//! The store on SQLite: one writer thread, a few reader threads, write-ahead log.

mod private;
mod backup;
mod chain;
mod migrate;
mod observed;
mod reader;
mod rows;
mod writer;

use super::{
    Answer, Bearer, Handle, Kind, Login, Look, Scope, Store, StoreError, claims, kind_text,
    scope_of,
};
use crate::connection::Connection;
use crate::record::{self, Noted};
use crate::secrets::encryption;
use crate::secrets::token::Digest;
use consentry_shared::api::Problem;
use consentry_shared::record::{Head, Sealed};
use reader::Readers;
use rusqlite::{OptionalExtension, params};
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
    /// Looks at the file, or at its directory if there is none yet.
    pub(super) fn look(path: &Path) -> Result<Look, StoreError> {
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
            return Ok(Look { found: 0, known });
        }
        let mut db = rusqlite::Connection::open(path)?;
        db.busy_timeout(Duration::from_secs(5))?;
        // Given back at once: only to see that it could be had.
        db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?
            .rollback()?;
        let found = db.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok(Look { found, known })
    }
}

/// More would only wait for each other: a read takes some ten microseconds.
const READERS: usize = 2;

/// How long one waits for another, in a statement as well as when a new file is set up.
const PATIENCE: Duration = Duration::from_secs(5);

fn connect(path: &Path) -> Result<rusqlite::Connection, StoreError> {
    let connection = rusqlite::Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
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
                    && began.elapsed() < PATIENCE =>
            {
                std::thread::sleep(Duration::from_millis(10));
            }
            done => return Ok(done?),
        }
    }
}

/// The database's clock in Unix milliseconds.
macro_rules! now {
    () => {
        "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    };
}

/// A statement that selects the columns [`rows::connection`] reads, from the alias `c`.
macro_rules! concat_columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "c.id, c.revision, c.status, c.patience, c.return_to, c.wrapped_key, c.refresh, c.created_at, c.watched_until",
            $after
        )
    };
}

impl Store for Sqlite {
    fn create(
        &self,
        connection: Connection,
        owner: Digest,
        login: Login,
        noted: Noted,
    ) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            rows::insert_connection(db, &connection)?;
            let owner = Bearer::new(owner, Scope::Owner, connection.created_at);
            rows::insert_bearer(db, connection.id, &owner)?;
            rows::insert_login(db, &login)?;
            chain::append(db, connection.id, [noted])
        })
    }

    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>> {
        self.readers.glance(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                " FROM connection c WHERE c.id = ?1"
            ))?
            .query_row([id], rows::connection)
            .optional()
        })
    }

    fn authorized(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<(Scope, Connection)>> {
        self.readers.glance(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                ", b.scope FROM bearer b JOIN connection c ON c.id = b.connection
                 WHERE b.hash = ?1 AND c.id = ?2 AND (b.expires_at IS NULL OR b.expires_at > ?3)"
            ))?
            .query_row(params![bearer, id, now.cast_signed()], |row| {
                let scope = scope_of(row.get_ref(rows::COLUMNS)?.as_str()?);
                Ok((scope, rows::connection(row)?))
            })
            .optional()
        })
    }

    fn bearers(&self, id: Uuid, now: u64) -> Answer<'_, Vec<Bearer>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT hash, scope, created_at, expires_at FROM bearer
                 WHERE connection = ?1 AND (expires_at IS NULL OR expires_at > ?2) ORDER BY created_at, hash",
            )?
            .query_map(params![id, now.cast_signed()], rows::bearer)?
            .collect()
        })
    }

    fn revoke(&self, id: Uuid, bearer: Digest, noted: Noted) -> Answer<'_, bool> {
        self.writer.erase(move |db| {
            let revoked = db
                .prepare_cached(
                    "DELETE FROM bearer WHERE hash = ?1 AND connection = ?2 AND scope <> 'owner'",
                )?
                .execute(params![bearer, id])?;
            if revoked == 1 {
                chain::append(db, id, [noted])?;
            }
            Ok(revoked == 1)
        })
    }

    fn save(&self, connection: Connection, before: u64, noted: Vec<Noted>) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            let saved = rows::update_connection(db, &connection, before)?;
            if saved {
                chain::append(db, connection.id, noted)?;
            }
            Ok(saved)
        })
    }

    fn delete(&self, id: Uuid, now: u64) -> Answer<'_, Option<Head>> {
        self.writer.erase(move |db| {
            let deleted = db
                .prepare_cached("DELETE FROM connection WHERE id = ?1")?
                .execute([id])?;
            if deleted == 0 {
                return Ok(None);
            }
            chain::end(db, id, now)
        })
    }

    fn begin(&self, login: Login, noted: Noted) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM login WHERE connection = ?1")?
                .execute([login.connection])?;
            rows::insert_login(db, &login)?;
            chain::append(db, login.connection, [noted])
        })
    }

    fn take_login(&self, state: Digest) -> Answer<'_, Option<Login>> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "DELETE FROM login WHERE state = ?1 RETURNING state, connection, browser, ticket, sealed, expires_at",
            )?
            .query_row([state], rows::login)
            .optional()
        })
    }

    fn forget_login(&self, connection: Uuid) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM login WHERE connection = ?1")?
                .execute([connection])
                .map(|_| ())
        })
    }

    fn pending(&self, now: u64) -> Answer<'_, u64> {
        self.readers.read(move |db| {
            db.prepare_cached("SELECT count(*) FROM login WHERE expires_at > ?1")?
                .query_row([now.cast_signed()], |row| {
                    row.get::<_, i64>(0).map(i64::cast_unsigned)
                })
        })
    }

    fn ticket(&self, ticket: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        self.readers.read(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                " FROM login l JOIN connection c ON c.id = l.connection WHERE l.ticket = ?1 AND l.expires_at > ?2"
            ))?
            .query_row(params![ticket, now.cast_signed()], rows::connection)
            .optional()
        })
    }

    fn use_ticket(&self, ticket: Digest, browser: Digest, now: u64) -> Answer<'_, Option<Login>> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "UPDATE login SET ticket = NULL, browser = ?2 WHERE ticket = ?1 AND expires_at > ?3
                 RETURNING state, connection, browser, ticket, sealed, expires_at",
            )?
            .query_row(params![ticket, browser, now.cast_signed()], rows::login)
            .optional()
        })
    }

    fn add_handles(&self, handles: Vec<Handle>, noted: Option<Noted>) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            for handle in &handles {
                rows::insert_handle(db, handle)?;
            }
            match handles.first() {
                Some(handle) => chain::append(db, handle.connection, noted),
                None => Ok(()),
            }
        })
    }

    fn look_up(&self, hash: Digest, kind: Kind, now: u64) -> Answer<'_, Option<Connection>> {
        self.readers.read(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                " FROM handle h JOIN connection c ON c.id = h.connection
                 WHERE h.hash = ?1 AND h.kind = ?2 AND h.expires_at > ?3"
            ))?
            .query_row(
                params![hash, kind_text(kind), now.cast_signed()],
                rows::connection,
            )
            .optional()
        })
    }

    fn of_bearer(&self, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        self.readers.glance(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                " FROM bearer b JOIN connection c ON c.id = b.connection
                  WHERE b.hash = ?1 AND (b.expires_at IS NULL OR b.expires_at > ?2)"
            ))?
            .query_row(params![bearer, now.cast_signed()], rows::connection)
            .optional()
        })
    }

    fn view(&self, hash: Digest, now: u64) -> Answer<'_, Option<(Connection, Option<Problem>)>> {
        self.readers.read(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                ", h.problem FROM handle h JOIN connection c ON c.id = h.connection
                 WHERE h.hash = ?1 AND h.kind = 'view' AND h.expires_at > ?2"
            ))?
            .query_row(params![hash, now.cast_signed()], |row| {
                Ok((rows::connection(row)?, rows::problem(row, rows::COLUMNS)?))
            })
            .optional()
        })
    }

    fn claim(&self, hash: Digest, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        self.writer.write(move |db| {
            let claimed: Option<(Uuid, String)> = db
                .prepare_cached(
                    "UPDATE handle SET claimed_at = ?2
                     WHERE hash = ?1 AND claimed_at IS NULL AND expires_at > ?2 AND kind IN ('hand_off', 'return')
                     RETURNING connection, kind",
                )?
                .query_row(params![hash, now.cast_signed()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let Some((id, kind)) = claimed else { return Ok(None) };
            let scope = claims(&kind);
            rows::insert_bearer(db, id, &Bearer::new(bearer, scope, now))?;
            chain::append(db, id, [record::claimed(scope.into(), now)])?;
            db.prepare_cached(concat_columns!("SELECT ", " FROM connection c WHERE c.id = ?1"))?
                .query_row([id], rows::connection)
                .optional()
        })
    }

    fn note(&self, id: Uuid, noted: Noted) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            let is_there = db
                .prepare_cached("SELECT 1 FROM connection WHERE id = ?1")?
                .exists([id])?;
            if is_there {
                chain::append(db, id, [noted])?;
            }
            Ok(is_there)
        })
    }

    fn record(&self, id: Uuid) -> Answer<'_, Vec<Sealed>> {
        self.readers.read(move |db| chain::all(db, id))
    }

    fn head(&self, id: Uuid) -> Answer<'_, Option<Head>> {
        self.readers.read(move |db| chain::head(db, id))
    }

    fn due(&self, now: u64, limit: u32) -> Answer<'_, Vec<Uuid>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT id FROM connection WHERE next_check <= ?1 ORDER BY next_check LIMIT ?2",
            )?
            .query_map(params![now.cast_signed(), limit], |row| row.get(0))?
            .collect()
        })
    }

    fn next_due(&self) -> Answer<'_, Option<u64>> {
        self.readers.read(|db| {
            db.prepare_cached(
                "SELECT min(next_check) FROM connection WHERE next_check IS NOT NULL",
            )?
            .query_row([], |row| {
                Ok(row.get::<_, Option<i64>>(0)?.map(i64::cast_unsigned))
            })
        })
    }

    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()> {
        self.writer.erase(move |db| {
            let (now, unused_before) = (now.cast_signed(), unused_before.cast_signed());
            db.execute("DELETE FROM bearer WHERE expires_at <= ?1", [now])?;
            db.execute("DELETE FROM login WHERE expires_at <= ?1", [now])?;
            db.execute("DELETE FROM handle WHERE expires_at <= ?1", [now])?;
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

    fn is_shared(&self) -> bool {
        false
    }

    fn file(&self) -> Option<&Path> {
        Some(&self.path)
    }

    fn revisions(&self, ids: Vec<Uuid>) -> Answer<'_, Vec<(Uuid, u64)>> {
        self.readers.read(move |db| {
            let mut statement =
                db.prepare_cached("SELECT revision FROM connection WHERE id = ?1")?;
            let mut found = Vec::new();
            for id in ids {
                let revision: Option<i64> =
                    statement.query_row([id], |row| row.get(0)).optional()?;
                found.extend(revision.map(|revision| (id, revision.cast_unsigned())));
            }
            Ok(found)
        })
    }

    fn watched(&self, ids: Vec<Uuid>, until: u64) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            let mut statement =
                db.prepare_cached("UPDATE connection SET watched_until = ?2 WHERE id = ?1")?;
            ids.iter().try_for_each(|id| {
                statement
                    .execute(params![id, until.cast_signed()])
                    .map(|_| ())
            })
        })
    }

    fn lease(&self, name: String, holder: Uuid, ttl_ms: u64) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.prepare_cached(concat!(
                "INSERT INTO lease (name, holder, expires_at) VALUES (?1, ?2, ",
                now!(),
                " + ?3)
                 ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
                 WHERE lease.holder = excluded.holder OR lease.expires_at <= ",
                now!()
            ))?
            .execute(params![name, holder, ttl_ms.cast_signed()])
            .map(|rows| rows == 1)
        })
    }

    fn release(&self, name: String, holder: Uuid) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM lease WHERE name = ?1 AND holder = ?2")?
                .execute(params![name, holder])
                .map(|_| ())
        })
    }

    fn proofs(&self) -> Answer<'_, Vec<(String, Vec<u8>)>> {
        self.readers.read(|db| {
            db.prepare("SELECT id, proof FROM master_key ORDER BY id")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    fn add_proof(&self, key: String, proof: Vec<u8>) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.execute(
                "INSERT INTO master_key (id, proof) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                params![key, proof],
            )
            .map(|_| ())
        })
    }

    fn drop_proof(&self, key: String) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.execute(
                "DELETE FROM master_key WHERE id = ?1
                 AND NOT EXISTS (SELECT 1 FROM connection WHERE key_id = ?1)",
                [key],
            )
            .map(|rows| rows == 1)
        })
    }

    fn keys_in_use(&self) -> Answer<'_, Vec<String>> {
        self.readers.read(|db| {
            db.prepare("SELECT DISTINCT key_id FROM connection ORDER BY key_id")?
                .query_map([], |row| row.get(0))?
                .collect()
        })
    }

    fn wrapped_by_others(&self, active: String, limit: u32) -> Answer<'_, Vec<(Uuid, Vec<u8>)>> {
        self.readers.read(move |db| {
            db.prepare("SELECT id, wrapped_key FROM connection WHERE key_id <> ?1 LIMIT ?2")?
                .query_map(params![active, limit], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    fn rewrap(&self, id: Uuid, old: Vec<u8>, new: Vec<u8>) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "UPDATE connection SET wrapped_key = ?3, key_id = ?4 WHERE id = ?1 AND wrapped_key = ?2",
            )?
            .execute(params![id, old, new, encryption::key_id(&new)])
            .map(|rows| rows == 1)
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
}

#[cfg(test)]
mod tests;
