//! Records on PostgreSQL: adding to a chain, ending it, reading it.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use super::rows;
use crate::record::{self, End, NewRecordEntry};
use crate::store::{Answer, Records};
use consentry_wire::record::{Head, Sealed};
use deadpool_postgres::Transaction;
use tokio_postgres::Row;
use uuid::Uuid;

/// Adds entries, in the transaction of what they are about. The row of the chain is locked first, so
/// that two servers add one after the other.
pub(super) async fn append(
    db: &Transaction<'_>,
    id: Uuid,
    entries: impl IntoIterator<Item = NewRecordEntry>,
) -> Result<(), Failure> {
    let entries: Vec<NewRecordEntry> = entries.into_iter().collect();
    if entries.is_empty() {
        return Ok(());
    }
    let begin = db
        .prepare_cached(
            "INSERT INTO chain (connection, entries, seal) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING",
        )
        .await?;
    let mut end = End::default();
    db.execute(&begin, &[&id, &end.seal]).await?;
    let lock = db
        .prepare_cached(
            "SELECT entries, seal, ended_at FROM chain WHERE connection = $1 FOR UPDATE",
        )
        .await?;
    let held = head(&db.query_one(&lock, &[&id]).await?)?;
    (end.entries, end.seal) = (held.entries, held.seal);
    let insert = db
        .prepare_cached(
            "INSERT INTO entry (connection, number, body, seal) VALUES ($1, $2, $3, $4)",
        )
        .await?;
    for entry in entries {
        let sealed = record::chain(id, &end, entry);
        let body = rows::text(&sealed.entry)?;
        let number = sealed.entry.number.cast_signed();
        db.execute(&insert, &[&id, &number, &body, &sealed.seal])
            .await?;
        (end.entries, end.seal) = (sealed.entry.number, sealed.seal);
    }
    let update = db
        .prepare_cached("UPDATE chain SET entries = $2, seal = $3 WHERE connection = $1")
        .await?;
    db.execute(&update, &[&id, &end.entries.cast_signed(), &end.seal])
        .await?;
    Ok(())
}

/// Marks the chain of a deleted connection.
pub(super) async fn end(db: &Transaction<'_>, id: Uuid, now: u64) -> Result<Option<Head>, Failure> {
    let row = db
        .query_opt(
            "INSERT INTO chain (connection, entries, seal, ended_at) VALUES ($1, 0, $2, $3)
             ON CONFLICT (connection) DO UPDATE SET ended_at = excluded.ended_at
             RETURNING entries, seal, ended_at",
            &[&id, &End::default().seal, &now.cast_signed()],
        )
        .await?;
    row.as_ref().map(head).transpose()
}

fn head(row: &Row) -> Result<Head, Failure> {
    Ok(Head {
        entries: row.try_get::<_, i64>(0)?.cast_unsigned(),
        seal: row.try_get(1)?,
        ended_at: row.try_get::<_, Option<i64>>(2)?.map(i64::cast_unsigned),
    })
}

fn sealed(row: &Row) -> Result<Sealed, Failure> {
    Ok(Sealed {
        entry: rows::json(row.try_get(0)?)?,
        seal: row.try_get(1)?,
    })
}

impl Records for Postgres {
    fn note(&self, id: Uuid, entry: NewRecordEntry) -> Answer<'_, bool> {
        atomically!(self, db, {
            let is_there = db
                .query_opt("SELECT 1 FROM connection WHERE id = $1", &[&id])
                .await?
                .is_some();
            if is_there {
                append(&db, id, [entry.clone()]).await?;
            }
            is_there
        })
    }

    fn record(&self, id: Uuid) -> Answer<'_, Vec<Sealed>> {
        ask!(self, db, {
            let rows = db
                .query(
                    "SELECT body, seal FROM entry WHERE connection = $1 ORDER BY number",
                    &[&id],
                )
                .await?;
            rows.iter().map(sealed).collect::<Result<Vec<_>, _>>()?
        })
    }

    fn head(&self, id: Uuid) -> Answer<'_, Option<Head>> {
        ask!(self, db, {
            let row = db
                .query_opt(
                    "SELECT entries, seal, ended_at FROM chain WHERE connection = $1",
                    &[&id],
                )
                .await?;
            row.as_ref().map(head).transpose()?
        })
    }
}
