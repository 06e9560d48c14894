//! The store on SQLite: one writer thread, a few reader threads, write-ahead log.

mod migrate;
mod reader;
mod rows;
mod writer;

use super::{Answer, Handle, Kind, Login, Scope, Store, StoreError};
use crate::connection::Connection;
use crate::token::Digest;
use reader::Readers;
use rusqlite::{OptionalExtension, params};
use std::path::Path;
use std::time::Duration;
use uuid::Uuid;
use writer::Writer;

/// The store on one SQLite file.
pub struct Sqlite {
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
        let mut connection = connect(path)?;
        migrate::run(&mut connection)?;
        let writer = Writer::start(connection);
        let readers = (0..READERS)
            .map(|_| connect(path))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            writer,
            readers: Readers::start(readers),
        })
    }
}

/// More would only wait for each other: a read takes some ten microseconds.
const READERS: usize = 2;

fn connect(path: &Path) -> Result<rusqlite::Connection, StoreError> {
    let connection = rusqlite::Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // FULL: what was acknowledged is on the disk, even when the power fails.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Deleted tokens do not linger in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

/// A statement that selects the columns [`rows::connection`] reads, from the alias `c`.
macro_rules! concat_columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "c.id, c.revision, c.status, c.patience, c.return_to, c.wrapped_key, c.refresh, c.created_at",
            $after
        )
    };
}
impl Store for Sqlite {
    fn create(&self, connection: Connection, owner: Digest, login: Login) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            rows::insert_connection(db, &connection)?;
            db.prepare_cached(
                "INSERT INTO bearer (hash, connection, scope) VALUES (?1, ?2, 'owner')",
            )?
            .execute(params![owner, connection.id])?;
            rows::insert_login(db, &login)
        })
    }

    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>> {
        self.readers.read(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                " FROM connection c WHERE c.id = ?1"
            ))?
            .query_row([id], rows::connection)
            .optional()
        })
    }

    fn authorized(&self, id: Uuid, bearer: Digest) -> Answer<'_, Option<(Scope, Connection)>> {
        self.readers.read(move |db| {
            db.prepare_cached(concat_columns!(
                "SELECT ",
                ", b.scope FROM bearer b JOIN connection c ON c.id = b.connection WHERE b.hash = ?1 AND c.id = ?2"
            ))?
            .query_row(params![bearer, id], |row| {
                let scope = match row.get_ref(rows::COLUMNS)?.as_str()? {
                    "owner" => Scope::Owner,
                    "starter" => Scope::Starter,
                    _ => Scope::Watch,
                };
                Ok((scope, rows::connection(row)?))
            })
            .optional()
        })
    }

    fn save(&self, connection: Connection, before: u64) -> Answer<'_, bool> {
        self.writer
            .write(move |db| rows::update_connection(db, &connection, before))
    }

    fn delete(&self, id: Uuid) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM connection WHERE id = ?1")?
                .execute([id])
                .map(|rows| rows == 1)
        })
    }

    fn begin(&self, login: Login) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM login WHERE connection = ?1")?
                .execute([login.connection])?;
            rows::insert_login(db, &login)
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

    fn pending(&self, now: u64) -> Answer<'_, u64> {
        self.readers.read(move |db| {
            db.prepare_cached("SELECT count(*) FROM login WHERE expires_at > ?1")?
                .query_row([now.cast_signed()], |row| {
                    row.get::<_, i64>(0).map(i64::cast_unsigned)
                })
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

    fn add_handles(&self, handles: Vec<Handle>) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            handles
                .iter()
                .try_for_each(|handle| rows::insert_handle(db, handle))
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
                params![hash, rows::kind(kind), now.cast_signed()],
                rows::connection,
            )
            .optional()
        })
    }

    fn claim(&self, hash: Digest, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        self.writer.write(move |db| {
            let claimed: Option<(Uuid, bool)> = db
                .prepare_cached(
                    "UPDATE handle SET claimed_at = ?2
                     WHERE hash = ?1 AND claimed_at IS NULL AND expires_at > ?2 AND kind IN ('hand_off', 'return')
                     RETURNING connection, kind = 'return'",
                )?
                .query_row(params![hash, now.cast_signed()], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let Some((id, signed_in)) = claimed else { return Ok(None) };
            db.prepare_cached("INSERT INTO bearer (hash, connection, scope) VALUES (?1, ?2, ?3)")?
                .execute(params![bearer, id, if signed_in { "starter" } else { "watch" }])?;
            db.prepare_cached(concat_columns!("SELECT ", " FROM connection c WHERE c.id = ?1"))?
                .query_row([id], rows::connection)
                .optional()
        })
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
        self.writer.write(move |db| {
            db.execute(
                "DELETE FROM login WHERE expires_at <= ?1",
                [now.cast_signed()],
            )?;
            db.execute(
                "DELETE FROM handle WHERE expires_at <= ?1",
                [now.cast_signed()],
            )?;
            db.execute(
                "DELETE FROM connection WHERE signed_in = 0 AND created_at < ?1",
                [unused_before.cast_signed()],
            )?;
            Ok(())
        })
    }

    fn proof(&self, fresh: Vec<u8>) -> Answer<'_, Vec<u8>> {
        self.writer.write(move |db| {
            db.execute(
                "INSERT INTO proof (id, sealed) VALUES (1, ?1) ON CONFLICT DO NOTHING",
                [fresh],
            )?;
            db.query_row("SELECT sealed FROM proof WHERE id = 1", [], |row| {
                row.get(0)
            })
        })
    }

    fn ping(&self) -> Answer<'_, ()> {
        self.readers.read(|db| {
            db.query_row("SELECT 1 FROM proof LIMIT 1", [], |_| Ok(()))
                .optional()
                .map(|_| ())
        })
    }
}

#[cfg(test)]
mod tests;
