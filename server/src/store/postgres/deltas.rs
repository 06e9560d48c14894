//! Where the observer's deltas stand, on PostgreSQL.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use crate::store::Answer;
use crate::store::deltas::{DeltaPage, Deltas, Noticed};
use crate::store::observed::Accepted;
use deadpool_postgres::Transaction;

async fn notice(db: &Transaction<'_>, tenant: &str, noticed: &[Noticed]) -> Result<(), Failure> {
    let of = |text: fn(&Noticed) -> &str| noticed.iter().map(text).collect::<Vec<_>>();
    let statement = db
        .prepare_cached(
            "INSERT INTO observer_noticed (tenant, list, id, body)
             SELECT $1::TEXT, n.* FROM unnest($2::TEXT[], $3::TEXT[], $4::TEXT[]) AS n (list, id, body)
             ON CONFLICT (tenant, list, id) DO UPDATE SET body = excluded.body",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &tenant,
            &of(|one| &one.list),
            &of(|one| &one.id),
            &of(|one| &one.body),
        ],
    )
    .await?;
    Ok(())
}

/// What the end of a round leaves to look at, and the lists that it ends.
pub(super) async fn settle(
    db: &Transaction<'_>,
    tenant: &str,
    accepted: &Accepted,
) -> Result<(), Failure> {
    if let Some(waiting) = &accepted.waiting {
        let forget = "DELETE FROM observer_noticed WHERE tenant = $1";
        db.execute(forget, &[&tenant]).await?;
        notice(db, tenant, waiting).await?;
    }
    if !accepted.ended.is_empty() {
        let forget = "DELETE FROM observer_list WHERE tenant = $1 AND list = ANY($2)";
        db.execute(forget, &[&tenant, &accepted.ended]).await?;
    }
    Ok(())
}

impl Deltas for Postgres {
    fn cursors(&self, tenant: String) -> Answer<'_, Vec<(String, String)>> {
        ask!(self, db, {
            let query = "SELECT list, state FROM observer_cursor WHERE tenant = $1 ORDER BY list COLLATE \"C\"";
            let rows = db.query(query, &[&tenant]).await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn add_delta(&self, tenant: String, page: DeltaPage) -> Answer<'_, ()> {
        atomically!(self, db, {
            if let Some(cursor) = &page.cursor {
                let statement = db
                    .prepare_cached(
                        "INSERT INTO observer_cursor (tenant, list, state) VALUES ($1, $2, $3)
                         ON CONFLICT (tenant, list) DO UPDATE SET state = excluded.state",
                    )
                    .await?;
                db.execute(&statement, &[&tenant, &page.list, cursor])
                    .await?;
                notice(&db, &tenant, &page.noticed).await?;
            } else {
                for table in ["observer_cursor", "observer_noticed"] {
                    let forget = format!("DELETE FROM {table} WHERE tenant = $1 AND list = $2");
                    db.execute(&forget, &[&tenant, &page.list]).await?;
                }
            }
        })
    }

    fn noticed(&self, tenant: String) -> Answer<'_, Vec<Noticed>> {
        ask!(self, db, {
            let query = "SELECT list, id, body FROM observer_noticed WHERE tenant = $1
                 ORDER BY list COLLATE \"C\", id";
            let rows = db.query(query, &[&tenant]).await?;
            rows.iter()
                .map(|row| {
                    Ok(Noticed {
                        list: row.try_get(0)?,
                        id: row.try_get(1)?,
                        body: row.try_get(2)?,
                    })
                })
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn differing(&self, tenant: String, list: String, round: u64) -> Answer<'_, Vec<String>> {
        ask!(self, db, {
            let query = "SELECT DISTINCT app FROM observer_row
                 WHERE tenant = $1 AND list = $2 AND kind IN ('assigned', 'role')
                     AND (round < $3 OR before IS NULL OR before <> body)
                 ORDER BY app";
            let rows = db
                .query(query, &[&tenant, &list, &round.cast_signed()])
                .await?;
            rows.iter()
                .map(|row| row.try_get(0).map_err(Failure::from))
                .collect::<Result<Vec<_>, _>>()?
        })
    }
}
