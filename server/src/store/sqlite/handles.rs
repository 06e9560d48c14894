//! Handles on SQLite.

use super::Sqlite;
use super::rows::{self, columns};
use super::{bearers, records};
use crate::connection::Connection;
use crate::record::{self, NewRecordEntry};
use crate::secrets::token::Digest;
use crate::store::handles::{claims, kind_text};
use crate::store::{Answer, Bearer, Handle, Handles, Kind};
use consentry_wire::api::Problem;
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

fn insert(db: &rusqlite::Connection, handle: &Handle) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO handle (hash, connection, kind, expires_at, problem) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        handle.hash,
        handle.connection,
        kind_text(handle.kind),
        handle.expires_at.cast_signed(),
        handle.problem.as_ref().map(rows::text).transpose()?,
    ])?;
    Ok(())
}

fn problem(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Problem>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => rows::json(row, column).map(Some),
    }
}

impl Handles for Sqlite {
    fn add_handles(&self, handles: Vec<Handle>, entry: Option<NewRecordEntry>) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            for handle in &handles {
                insert(db, handle)?;
            }
            match handles.first() {
                Some(handle) => records::append(db, handle.connection, entry),
                None => Ok(()),
            }
        })
    }

    fn look_up(&self, hash: Digest, kind: Kind, now: u64) -> Answer<'_, Option<Connection>> {
        self.readers.read(move |db| {
            db.prepare_cached(columns!(
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

    fn view(&self, hash: Digest, now: u64) -> Answer<'_, Option<(Connection, Option<Problem>)>> {
        self.readers.read(move |db| {
            db.prepare_cached(columns!(
                "SELECT ",
                ", h.problem FROM handle h JOIN connection c ON c.id = h.connection
                 WHERE h.hash = ?1 AND h.kind = 'view' AND h.expires_at > ?2"
            ))?
            .query_row(params![hash, now.cast_signed()], |row| {
                Ok((rows::connection(row)?, problem(row, rows::COLUMNS)?))
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
            bearers::insert(db, id, &Bearer::new(bearer, scope, now))?;
            records::append(db, id, [record::claimed(scope.into(), now)])?;
            db.prepare_cached(columns!("SELECT ", " FROM connection c WHERE c.id = ?1"))?
                .query_row([id], rows::connection)
                .optional()
        })
    }
}
