//! Sign-ins under way on SQLite.

use super::Sqlite;
use super::records;
use super::rows::{self, columns};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use crate::store::{Answer, SignIns, StoredSignIn};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

pub(super) fn insert(db: &rusqlite::Connection, login: &StoredSignIn) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO login (state, connection, browser, ticket, sealed, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        login.state,
        login.connection,
        login.browser,
        login.ticket,
        login.encrypted,
        login.expires_at.cast_signed(),
    ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredSignIn> {
    Ok(StoredSignIn {
        state: row.get(0)?,
        connection: row.get(1)?,
        browser: row.get(2)?,
        ticket: row.get(3)?,
        encrypted: row.get(4)?,
        expires_at: row.get::<_, i64>(5)?.cast_unsigned(),
    })
}

impl SignIns for Sqlite {
    fn begin(&self, login: StoredSignIn, entry: NewRecordEntry) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM login WHERE connection = ?1")?
                .execute([login.connection])?;
            insert(db, &login)?;
            records::append(db, login.connection, [entry])
        })
    }

    fn take_sign_in(&self, state: Digest) -> Answer<'_, Option<StoredSignIn>> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "DELETE FROM login WHERE state = ?1 RETURNING state, connection, browser, ticket, sealed, expires_at",
            )?
            .query_row([state], read)
            .optional()
        })
    }

    fn forget_sign_in(&self, connection: Uuid) -> Answer<'_, ()> {
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
            db.prepare_cached(columns!(
                "SELECT ",
                " FROM login l JOIN connection c ON c.id = l.connection WHERE l.ticket = ?1 AND l.expires_at > ?2"
            ))?
            .query_row(params![ticket, now.cast_signed()], rows::connection)
            .optional()
        })
    }

    fn use_ticket(
        &self,
        ticket: Digest,
        browser: Digest,
        now: u64,
    ) -> Answer<'_, Option<StoredSignIn>> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "UPDATE login SET ticket = NULL, browser = ?2 WHERE ticket = ?1 AND expires_at > ?3
                 RETURNING state, connection, browser, ticket, sealed, expires_at",
            )?
            .query_row(params![ticket, browser, now.cast_signed()], read)
            .optional()
        })
    }
}
