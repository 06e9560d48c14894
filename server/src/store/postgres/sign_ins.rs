//! Sign-ins under way on PostgreSQL.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use super::records;
use super::rows::{self, columns, digest};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use crate::store::{Answer, SignIns, StoredSignIn};
use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use uuid::Uuid;

pub(super) async fn insert(db: &Transaction<'_>, login: &StoredSignIn) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO login (state, connection, browser, ticket, sealed, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .await?;
    let ticket = login.ticket.as_ref().map(Digest::as_slice);
    db.execute(
        &statement,
        &[
            &login.state.as_slice(),
            &login.connection,
            &login.browser.as_slice(),
            &ticket,
            &login.encrypted,
            &login.expires_at.cast_signed(),
        ],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<StoredSignIn, Failure> {
    let ticket = match row.try_get::<_, Option<&[u8]>>(3)? {
        Some(_) => Some(digest(row, 3)?),
        None => None,
    };
    Ok(StoredSignIn {
        state: digest(row, 0)?,
        connection: row.try_get(1)?,
        browser: digest(row, 2)?,
        ticket,
        encrypted: row.try_get(4)?,
        expires_at: row.try_get::<_, i64>(5)?.cast_unsigned(),
    })
}

impl SignIns for Postgres {
    fn begin(&self, login: StoredSignIn, entry: NewRecordEntry) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute(
                "DELETE FROM login WHERE connection = $1",
                &[&login.connection],
            )
            .await?;
            insert(&db, &login).await?;
            records::append(&db, login.connection, [entry.clone()]).await?;
        })
    }

    fn take_sign_in(&self, state: Digest) -> Answer<'_, Option<StoredSignIn>> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached(
                    "DELETE FROM login WHERE state = $1 RETURNING state, connection, browser, ticket, sealed, expires_at",
                )
                .await?;
            let row = db.query_opt(&statement, &[&state.as_slice()]).await?;
            row.as_ref().map(read).transpose()?
        })
    }

    fn forget_sign_in(&self, connection: Uuid) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute("DELETE FROM login WHERE connection = $1", &[&connection])
                .await?;
        })
    }

    fn pending(&self, now: u64) -> Answer<'_, u64> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached("SELECT count(*) FROM login WHERE expires_at > $1")
                .await?;
            let row = db.query_one(&statement, &[&now.cast_signed()]).await?;
            row.try_get::<_, i64>(0)?.cast_unsigned()
        })
    }

    fn ticket(&self, ticket: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!(
                    "SELECT ",
                    " FROM login l JOIN connection c ON c.id = l.connection WHERE l.ticket = $1 AND l.expires_at > $2"
                ))
                .await?;
            let row = db
                .query_opt(&statement, &[&ticket.as_slice(), &now.cast_signed()])
                .await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn use_ticket(
        &self,
        ticket: Digest,
        browser: Digest,
        now: u64,
    ) -> Answer<'_, Option<StoredSignIn>> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached(
                    "UPDATE login SET ticket = NULL, browser = $2 WHERE ticket = $1 AND expires_at > $3
                     RETURNING state, connection, browser, ticket, sealed, expires_at",
                )
                .await?;
            let now = now.cast_signed();
            let row = db
                .query_opt(&statement, &[&ticket.as_slice(), &browser.as_slice(), &now])
                .await?;
            row.as_ref().map(read).transpose()?
        })
    }
}
