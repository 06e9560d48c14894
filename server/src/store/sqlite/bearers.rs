//! Bearers on SQLite.

use super::Sqlite;
use super::records;
use super::rows::{self, columns};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use crate::store::bearers::{scope_of, scope_text};
use crate::store::{Answer, Bearer, Bearers, Scope, StoredStatus};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

pub(super) fn insert(
    db: &rusqlite::Connection,
    connection: Uuid,
    bearer: &Bearer,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO bearer (hash, connection, scope, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        bearer.hash,
        connection,
        scope_text(bearer.scope),
        bearer.created_at.cast_signed(),
        bearer.expires_at.map(u64::cast_signed),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Bearer> {
    Ok(Bearer {
        hash: row.get(0)?,
        scope: scope_of(row.get_ref(1)?.as_str()?),
        created_at: row.get::<_, i64>(2)?.cast_unsigned(),
        expires_at: row.get::<_, Option<i64>>(3)?.map(i64::cast_unsigned),
    })
}

impl Bearers for Sqlite {
    fn authorized(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<(Scope, Connection)>> {
        self.readers.read_now(move |db| {
            db.prepare_cached(columns!(
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

    fn stored_status(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<StoredStatus>> {
        self.readers.read_now(move |db| {
            db.prepare_cached(
                "SELECT b.scope, c.revision, c.status, c.next_check, c.watched_until
                 FROM bearer b JOIN connection c ON c.id = b.connection
                 WHERE b.hash = ?1 AND c.id = ?2 AND (b.expires_at IS NULL OR b.expires_at > ?3)",
            )?
            .query_row(params![bearer, id, now.cast_signed()], |row| {
                Ok(StoredStatus {
                    scope: scope_of(row.get_ref(0)?.as_str()?),
                    revision: row.get::<_, i64>(1)?.cast_unsigned(),
                    json: row.get(2)?,
                    next_check_at: row.get::<_, Option<i64>>(3)?.map(i64::cast_unsigned),
                    watched_until: row.get::<_, i64>(4)?.cast_unsigned(),
                })
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
            .query_map(params![id, now.cast_signed()], read)?
            .collect()
        })
    }

    fn of_bearer(&self, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        self.readers.read_now(move |db| {
            db.prepare_cached(columns!(
                "SELECT ",
                " FROM bearer b JOIN connection c ON c.id = b.connection
                  WHERE b.hash = ?1 AND (b.expires_at IS NULL OR b.expires_at > ?2)"
            ))?
            .query_row(params![bearer, now.cast_signed()], rows::connection)
            .optional()
        })
    }

    fn revoke(&self, id: Uuid, bearer: Digest, entry: NewRecordEntry) -> Answer<'_, bool> {
        self.writer.erase(move |db| {
            let revoked = db
                .prepare_cached(
                    "DELETE FROM bearer WHERE hash = ?1 AND connection = ?2 AND scope <> 'owner'",
                )?
                .execute(params![bearer, id])?;
            if revoked == 1 {
                records::append(db, id, [entry])?;
            }
            Ok(revoked == 1)
        })
    }
}
