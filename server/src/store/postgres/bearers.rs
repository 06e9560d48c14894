//! Bearers on PostgreSQL.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use super::records;
use super::rows::{self, columns, digest};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use crate::store::bearers::{scope_of, scope_text};
use crate::store::{Answer, Bearer, Bearers, Scope, StoredStatus};
use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use uuid::Uuid;

pub(super) async fn insert(
    db: &Transaction<'_>,
    connection: Uuid,
    bearer: &Bearer,
) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO bearer (hash, connection, scope, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &bearer.hash.as_slice(),
            &connection,
            &scope_text(bearer.scope),
            &bearer.created_at.cast_signed(),
            &bearer.expires_at.map(u64::cast_signed),
        ],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Bearer, Failure> {
    Ok(Bearer {
        hash: digest(row, 0)?,
        scope: scope_of(row.try_get(1)?),
        created_at: row.try_get::<_, i64>(2)?.cast_unsigned(),
        expires_at: row.try_get::<_, Option<i64>>(3)?.map(i64::cast_unsigned),
    })
}

fn stored_status(row: &Row) -> Result<StoredStatus, Failure> {
    Ok(StoredStatus {
        scope: scope_of(row.try_get(0)?),
        revision: row.try_get::<_, i64>(1)?.cast_unsigned(),
        json: row.try_get(2)?,
        next_check_at: row.try_get::<_, Option<i64>>(3)?.map(i64::cast_unsigned),
        watched_until: row.try_get::<_, i64>(4)?.cast_unsigned(),
    })
}

impl Bearers for Postgres {
    fn authorized(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<(Scope, Connection)>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!(
                    "SELECT ",
                    ", b.scope FROM bearer b JOIN connection c ON c.id = b.connection
                     WHERE b.hash = $1 AND c.id = $2 AND (b.expires_at IS NULL OR b.expires_at > $3)"
                ))
                .await?;
            let row = db
                .query_opt(&statement, &[&bearer.as_slice(), &id, &now.cast_signed()])
                .await?;
            match row {
                Some(row) => Some((
                    scope_of(row.try_get(rows::COLUMNS)?),
                    rows::connection(&row)?,
                )),
                None => None,
            }
        })
    }

    fn stored_status(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<StoredStatus>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(
                    "SELECT b.scope, c.revision, c.status, c.next_check, c.watched_until
                     FROM bearer b JOIN connection c ON c.id = b.connection
                     WHERE b.hash = $1 AND c.id = $2 AND (b.expires_at IS NULL OR b.expires_at > $3)",
                )
                .await?;
            let row = db
                .query_opt(&statement, &[&bearer.as_slice(), &id, &now.cast_signed()])
                .await?;
            row.as_ref().map(stored_status).transpose()?
        })
    }

    fn bearers(&self, id: Uuid, now: u64) -> Answer<'_, Vec<Bearer>> {
        ask!(self, db, {
            let rows = db
                .query(
                    "SELECT hash, scope, created_at, expires_at FROM bearer
                     WHERE connection = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at, hash",
                    &[&id, &now.cast_signed()],
                )
                .await?;
            rows.iter().map(read).collect::<Result<Vec<_>, _>>()?
        })
    }

    fn of_bearer(&self, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let row = db
                .query_opt(
                    columns!(
                        "SELECT ",
                        " FROM bearer b JOIN connection c ON c.id = b.connection
                          WHERE b.hash = $1 AND (b.expires_at IS NULL OR b.expires_at > $2)"
                    ),
                    &[&bearer.as_slice(), &now.cast_signed()],
                )
                .await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn revoke(&self, id: Uuid, bearer: Digest, entry: NewRecordEntry) -> Answer<'_, bool> {
        atomically!(self, db, {
            let revoked = db
                .execute(
                    "DELETE FROM bearer WHERE hash = $1 AND connection = $2 AND scope <> 'owner'",
                    &[&bearer.as_slice(), &id],
                )
                .await?;
            if revoked == 1 {
                records::append(&db, id, [entry.clone()]).await?;
            }
            revoked == 1
        })
    }
}
