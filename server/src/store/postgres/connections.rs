//! Connections on PostgreSQL.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use super::rows::{self, columns, text};
use super::{bearers, records, sign_ins};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::encryption;
use crate::secrets::token::Digest;
use crate::store::{Answer, Bearer, Connections, Scope, StoredSignIn};
use consentry_wire::record::Head;
use deadpool_postgres::Transaction;
use uuid::Uuid;

async fn insert(db: &Transaction<'_>, connection: &Connection) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO connection
                 (id, revision, status, patience, return_to, wrapped_key, refresh, next_check, signed_in, created_at,
                  key_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &connection.id,
            &connection.status.revision.cast_signed(),
            &text(&connection.status)?,
            &text(&connection.schedule)?,
            &connection.return_to,
            &connection.wrapped_key,
            &connection.refresh,
            &connection.status.next_check_at.map(u64::cast_signed),
            &connection.status.tenant.is_some(),
            &connection.created_at.cast_signed(),
            &encryption::key_id(&connection.wrapped_key),
        ],
    )
    .await?;
    Ok(())
}

async fn update(
    db: &Transaction<'_>,
    connection: &Connection,
    before: u64,
) -> Result<bool, Failure> {
    let statement = db
        .prepare_cached(
            "UPDATE connection
             SET revision = $3, status = $4, patience = $5, refresh = $6, next_check = $7, signed_in = $8
             WHERE id = $1 AND revision = $2",
        )
        .await?;
    let rows = db
        .execute(
            &statement,
            &[
                &connection.id,
                &before.cast_signed(),
                &connection.status.revision.cast_signed(),
                &text(&connection.status)?,
                &text(&connection.schedule)?,
                &connection.refresh,
                &connection.status.next_check_at.map(u64::cast_signed),
                &connection.status.tenant.is_some(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

impl Connections for Postgres {
    fn create(
        &self,
        connection: Connection,
        owner: Digest,
        login: StoredSignIn,
        entry: NewRecordEntry,
    ) -> Answer<'_, ()> {
        atomically!(self, db, {
            insert(&db, &connection).await?;
            let owner = Bearer::new(owner, Scope::Owner, connection.created_at);
            bearers::insert(&db, connection.id, &owner).await?;
            sign_ins::insert(&db, &login).await?;
            records::append(&db, connection.id, [entry.clone()]).await?;
        })
    }

    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!("SELECT ", " FROM connection c WHERE c.id = $1"))
                .await?;
            let row = db.query_opt(&statement, &[&id]).await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn save(
        &self,
        connection: Connection,
        before: u64,
        entries: Vec<NewRecordEntry>,
    ) -> Answer<'_, bool> {
        atomically!(self, db, {
            let saved = update(&db, &connection, before).await?;
            if saved {
                records::append(&db, connection.id, entries.clone()).await?;
            }
            saved
        })
    }

    fn delete(&self, id: Uuid, now: u64) -> Answer<'_, Option<Head>> {
        atomically!(self, db, {
            let deleted = db
                .execute("DELETE FROM connection WHERE id = $1", &[&id])
                .await?;
            if deleted == 0 {
                None
            } else {
                records::end(&db, id, now).await?
            }
        })
    }

    fn due(&self, now: u64, limit: u32) -> Answer<'_, Vec<Uuid>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(
                    "SELECT id FROM connection WHERE next_check <= $1 ORDER BY next_check LIMIT $2",
                )
                .await?;
            let rows = db
                .query(&statement, &[&now.cast_signed(), &i64::from(limit)])
                .await?;
            rows.iter()
                .map(|row| row.try_get(0))
                .collect::<Result<Vec<_>, _>>()?
        })
    }

    fn next_due(&self) -> Answer<'_, Option<u64>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(
                    "SELECT min(next_check) FROM connection WHERE next_check IS NOT NULL",
                )
                .await?;
            let row = db.query_one(&statement, &[]).await?;
            row.try_get::<_, Option<i64>>(0)?.map(i64::cast_unsigned)
        })
    }

    fn revisions(&self, ids: Vec<Uuid>) -> Answer<'_, Vec<(Uuid, u64)>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached("SELECT id, revision FROM connection WHERE id = ANY($1)")
                .await?;
            let rows = db.query(&statement, &[&ids]).await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get::<_, i64>(1)?.cast_unsigned())))
                .collect::<Result<Vec<_>, tokio_postgres::Error>>()?
        })
    }

    fn watched(&self, ids: Vec<Uuid>, until: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            // Locked in one order: two servers that write the same ones do not wait for each other in a
            // circle.
            let statement = db
                .prepare_cached(
                    "UPDATE connection SET watched_until = $2 WHERE id IN
                         (SELECT id FROM connection WHERE id = ANY($1) ORDER BY id FOR UPDATE)",
                )
                .await?;
            db.execute(&statement, &[&ids, &until.cast_signed()])
                .await?;
        })
    }
}
