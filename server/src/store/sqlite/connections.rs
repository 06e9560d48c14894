//! Connections on SQLite.

use super::Sqlite;
use super::rows::{self, columns, text};
use super::{bearers, records, sign_ins};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::encryption;
use crate::secrets::token::Digest;
use crate::store::{Answer, Bearer, Connections, Scope, StoredSignIn};
use consentry_wire::record::Head;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

fn insert(db: &rusqlite::Connection, connection: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO connection
             (id, revision, status, patience, return_to, wrapped_key, refresh, next_check, signed_in, created_at,
              key_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        connection.id,
        connection.status.revision.cast_signed(),
        text(&connection.status)?,
        text(&connection.schedule)?,
        connection.return_to,
        connection.wrapped_key,
        connection.refresh,
        connection.status.next_check_at.map(u64::cast_signed),
        connection.status.tenant.is_some(),
        connection.created_at.cast_signed(),
        encryption::key_id(&connection.wrapped_key),
    ])?;
    Ok(())
}

fn update(
    db: &rusqlite::Connection,
    connection: &Connection,
    before: u64,
) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "UPDATE connection
         SET revision = ?3, status = ?4, patience = ?5, refresh = ?6, next_check = ?7, signed_in = ?8
         WHERE id = ?1 AND revision = ?2",
    )?
    .execute(params![
        connection.id,
        before.cast_signed(),
        connection.status.revision.cast_signed(),
        text(&connection.status)?,
        text(&connection.schedule)?,
        connection.refresh,
        connection.status.next_check_at.map(u64::cast_signed),
        connection.status.tenant.is_some(),
    ])
    .map(|rows| rows == 1)
}

impl Connections for Sqlite {
    fn create(
        &self,
        connection: Connection,
        owner: Digest,
        login: StoredSignIn,
        entry: NewRecordEntry,
    ) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            insert(db, &connection)?;
            let owner = Bearer::new(owner, Scope::Owner, connection.created_at);
            bearers::insert(db, connection.id, &owner)?;
            sign_ins::insert(db, &login)?;
            records::append(db, connection.id, [entry])
        })
    }

    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>> {
        self.readers.read_now(move |db| {
            db.prepare_cached(columns!("SELECT ", " FROM connection c WHERE c.id = ?1"))?
                .query_row([id], rows::connection)
                .optional()
        })
    }

    fn save(
        &self,
        connection: Connection,
        before: u64,
        entries: Vec<NewRecordEntry>,
    ) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            let saved = update(db, &connection, before)?;
            if saved {
                records::append(db, connection.id, entries)?;
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
            records::end(db, id, now)
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
}
