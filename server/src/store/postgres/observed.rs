//! The observer's rows on PostgreSQL.

use super::Postgres;
use super::deltas::settle;
use super::observed_rows::{change, look, stored};
use super::pool::{Failure, ask, atomically};
use crate::store::Answer;
use crate::store::observed::{
    AFTER_ALL, Accepted, Change, Look, NewChange, Observed, Page, Place, Row, Stored, seal,
};
use deadpool_postgres::Transaction;

const COLUMNS: &str = "app, kind, id, list, body, before, round, pass";

async fn set_state(db: &Transaction<'_>, tenant: &str, state: &str) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO observer (tenant, state) VALUES ($1, $2)
             ON CONFLICT (tenant) DO UPDATE SET state = excluded.state",
        )
        .await?;
    db.execute(&statement, &[&tenant, &state]).await?;
    Ok(())
}

/// One statement for the whole page: a round trip for each row would be a second for each page.
async fn insert(db: &Transaction<'_>, tenant: &str, page: &Page) -> Result<(), Failure> {
    let of = |text: fn(&Row) -> &str| page.rows.iter().map(text).collect::<Vec<_>>();
    let statement = db
        .prepare_cached(
            "INSERT INTO observer_row (tenant, app, kind, id, list, body, before, round, pass)
             SELECT $1::TEXT, r.app, r.kind, r.id, $2::TEXT, r.body, NULL, $3::BIGINT, $4::BIGINT
             FROM unnest($5::TEXT[], $6::TEXT[], $7::TEXT[], $8::TEXT[]) AS r (app, kind, id, body)
             ON CONFLICT (tenant, app, kind, id) DO UPDATE SET
                 before = CASE WHEN observer_row.round < excluded.round
                          THEN observer_row.body ELSE observer_row.before END,
                 round = excluded.round, pass = excluded.pass, list = excluded.list,
                 body = excluded.body",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &tenant,
            &page.list,
            &page.round.cast_signed(),
            &page.pass.cast_signed(),
            &of(|row| &row.app),
            &of(|row| row.kind.text()),
            &of(|row| &row.id),
            &of(|row| &row.body),
        ],
    )
    .await?;
    Ok(())
}

async fn forget(db: &Transaction<'_>, tenant: &str, gone: &[Place]) -> Result<(), Failure> {
    let apps: Vec<&str> = gone.iter().map(|place| place.0.as_str()).collect();
    let kinds: Vec<&str> = gone.iter().map(|place| place.1).collect();
    let ids: Vec<&str> = gone.iter().map(|place| place.2.as_str()).collect();
    let statement = db
        .prepare_cached(
            "DELETE FROM observer_row WHERE tenant = $1 AND (app, kind, id) IN
             (SELECT * FROM unnest($2::TEXT[], $3::TEXT[], $4::TEXT[]))",
        )
        .await?;
    db.execute(&statement, &[&tenant, &apps, &kinds, &ids])
        .await?;
    Ok(())
}

async fn add_changes(
    db: &Transaction<'_>,
    tenant: &str,
    changes: &[NewChange],
) -> Result<(), Failure> {
    let last = "SELECT number, seal FROM observer_change WHERE tenant = $1
         ORDER BY number DESC LIMIT 1";
    let (last, mut before): (i64, String) = match db.query_opt(last, &[&tenant]).await? {
        Some(row) => (row.try_get(0)?, row.try_get(1)?),
        None => Default::default(),
    };
    let numbers: Vec<i64> = (last + 1..).take(changes.len()).collect();
    let seals: Vec<String> = changes
        .iter()
        .map(|change| {
            before = seal(&before, &change.body);
            before.clone()
        })
        .collect();
    let of = |text: fn(&NewChange) -> &str| changes.iter().map(text).collect::<Vec<_>>();
    let statement = db
        .prepare_cached(
            "INSERT INTO observer_change (tenant, number, app, content, body, seal)
             SELECT $1::TEXT, c.*
             FROM unnest($2::BIGINT[], $3::TEXT[], $4::TEXT[], $5::TEXT[], $6::TEXT[])
             AS c (number, app, content, body, seal)",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &tenant,
            &numbers,
            &of(|change| &change.app),
            &of(|change| &change.content),
            &of(|change| &change.body),
            &seals,
        ],
    )
    .await?;
    Ok(())
}

impl Observed for Postgres {
    fn observer(&self, tenant: String) -> Answer<'_, Option<String>> {
        ask!(self, db, {
            let query = "SELECT state FROM observer WHERE tenant = $1";
            let row = db.query_opt(query, &[&tenant]).await?;
            row.map(|row| row.try_get(0)).transpose()?
        })
    }

    fn lists(&self, tenant: String) -> Answer<'_, Vec<(String, String)>> {
        ask!(self, db, {
            let query = "SELECT list, state FROM observer_list WHERE tenant = $1 ORDER BY list COLLATE \"C\"";
            let rows = db.query(query, &[&tenant]).await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn list(&self, tenant: String, list: String) -> Answer<'_, Option<String>> {
        ask!(self, db, {
            let query = "SELECT state FROM observer_list WHERE tenant = $1 AND list = $2";
            let row = db.query_opt(query, &[&tenant, &list]).await?;
            row.map(|row| row.try_get(0)).transpose()?
        })
    }

    fn begin_round(&self, tenant: String, state: String) -> Answer<'_, ()> {
        atomically!(self, db, {
            let forget = "DELETE FROM observer_list WHERE tenant = $1";
            db.execute(forget, &[&tenant]).await?;
            set_state(&db, &tenant, &state).await?;
        })
    }

    fn add_page(&self, tenant: String, page: Page) -> Answer<'_, ()> {
        atomically!(self, db, {
            if !page.rows.is_empty() {
                insert(&db, &tenant, &page).await?;
            }
            if let Some(progress) = &page.progress {
                let statement = db
                    .prepare_cached(
                        "INSERT INTO observer_list (tenant, list, state) VALUES ($1, $2, $3)
                         ON CONFLICT (tenant, list) DO UPDATE SET state = excluded.state",
                    )
                    .await?;
                db.execute(&statement, &[&tenant, &page.list, progress])
                    .await?;
            }
            if let Some(state) = &page.state {
                set_state(&db, &tenant, state).await?;
            }
        })
    }

    fn rows(&self, tenant: String, after: Place, limit: u32) -> Answer<'_, Vec<Stored>> {
        ask!(self, db, {
            let query = format!(
                "SELECT {COLUMNS} FROM observer_row
                 WHERE tenant = $1 AND (app, kind, id) > ($2, $3, $4)
                 ORDER BY app, kind, id LIMIT $5"
            );
            let statement = db.prepare_cached(&query).await?;
            let limit = i64::from(limit);
            let rows = db
                .query(&statement, &[&tenant, &after.0, &after.1, &after.2, &limit])
                .await?;
            rows.iter().map(stored).collect::<Result<Vec<_>, _>>()?
        })
    }

    fn rows_of(&self, tenant: String, app: String) -> Answer<'_, Vec<Stored>> {
        ask!(self, db, {
            let query = format!(
                "SELECT {COLUMNS} FROM observer_row WHERE tenant = $1 AND app = $2 ORDER BY kind, id"
            );
            let statement = db.prepare_cached(&query).await?;
            let rows = db.query(&statement, &[&tenant, &app]).await?;
            rows.iter().map(stored).collect::<Result<Vec<_>, _>>()?
        })
    }

    fn seen(&self, tenant: String, list: String, pass: u64) -> Answer<'_, Vec<String>> {
        ask!(self, db, {
            let query = "SELECT id FROM observer_row WHERE tenant = $1 AND list = $2 AND pass = $3";
            let rows = db
                .query(query, &[&tenant, &list, &pass.cast_signed()])
                .await?;
            rows.iter()
                .map(|row| row.try_get(0).map_err(Failure::from))
                .collect::<Result<Vec<_>, _>>()?
        })
    }

    fn occurrences(&self, tenant: String, contents: Vec<String>) -> Answer<'_, Vec<u64>> {
        ask!(self, db, {
            let query = "SELECT count(*) FROM observer_change WHERE tenant = $1 AND content = $2";
            let statement = db.prepare_cached(query).await?;
            let mut counts = Vec::with_capacity(contents.len());
            for content in &contents {
                let row = db.query_one(&statement, &[&tenant, content]).await?;
                counts.push(row.try_get::<_, i64>(0)?.cast_unsigned());
            }
            counts
        })
    }

    fn accept(&self, tenant: String, accepted: Accepted) -> Answer<'_, ()> {
        atomically!(self, db, {
            forget(&db, &tenant, &accepted.gone).await?;
            add_changes(&db, &tenant, &accepted.changes).await?;
            settle(&db, &tenant, &accepted).await?;
            set_state(&db, &tenant, &accepted.state).await?;
        })
    }

    fn changes(
        &self,
        tenant: String,
        after: u64,
        unreported: bool,
        limit: u32,
    ) -> Answer<'_, Vec<Change>> {
        ask!(self, db, {
            let query = "SELECT number, body, seal FROM observer_change
                 WHERE tenant = $1 AND number > $2 AND (NOT $3 OR NOT reported)
                 ORDER BY number LIMIT $4";
            let (after, limit) = (after.cast_signed(), i64::from(limit));
            let rows = db
                .query(query, &[&tenant, &after, &unreported, &limit])
                .await?;
            rows.iter()
                .map(change)
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn newest_changes(&self, tenant: String, limit: u32) -> Answer<'_, Vec<Change>> {
        ask!(self, db, {
            let query = "SELECT number, body, seal FROM observer_change
                 WHERE tenant = $1 ORDER BY number DESC LIMIT $2";
            let rows = db.query(query, &[&tenant, &i64::from(limit)]).await?;
            rows.iter()
                .map(change)
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn changes_of(&self, tenant: String, app: String, limit: u32) -> Answer<'_, Vec<Change>> {
        ask!(self, db, {
            let query = "SELECT number, body, seal FROM observer_change
                 WHERE tenant = $1 AND app = $2 ORDER BY number DESC LIMIT $3";
            let rows = db.query(query, &[&tenant, &app, &i64::from(limit)]).await?;
            rows.iter()
                .map(change)
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn add_look(&self, tenant: String, look: Look) -> Answer<'_, ()> {
        atomically!(self, db, {
            let query = "INSERT INTO observer_look (tenant, id, at, person, name, what, subject)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
            let at = look.at.cast_signed();
            db.execute(
                query,
                &[
                    &tenant,
                    &look.id,
                    &at,
                    &look.person,
                    &look.name,
                    &look.what,
                    &look.subject,
                ],
            )
            .await?;
        })
    }

    fn looks(&self, tenant: String, before: Option<String>, limit: u32) -> Answer<'_, Vec<Look>> {
        let before = before.unwrap_or_else(|| AFTER_ALL.to_owned());
        ask!(self, db, {
            let query = "SELECT id, at, person, name, what, subject FROM observer_look
                 WHERE tenant = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
            let rows = db
                .query(query, &[&tenant, &before, &i64::from(limit)])
                .await?;
            rows.iter().map(look).collect::<Result<Vec<_>, Failure>>()?
        })
    }

    fn reported(&self, tenant: String, up_to: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            let query = "UPDATE observer_change SET reported = TRUE
                 WHERE tenant = $1 AND number <= $2 AND NOT reported";
            db.execute(query, &[&tenant, &up_to.cast_signed()]).await?;
        })
    }

    fn delivered(&self, tenant: String, receiver: String) -> Answer<'_, u64> {
        atomically!(self, db, {
            let query = "INSERT INTO observer_delivery (tenant, receiver, number)
                 SELECT $1::TEXT, $2::TEXT, coalesce(max(number), 0) FROM observer_change
                 WHERE tenant = $1
                 ON CONFLICT (tenant, receiver) DO UPDATE SET number = observer_delivery.number
                 RETURNING number";
            let row = db.query_one(query, &[&tenant, &receiver]).await?;
            row.try_get::<_, i64>(0)?.cast_unsigned()
        })
    }

    fn deliver(&self, tenant: String, receiver: String, number: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            let query = "UPDATE observer_delivery SET number = $3
                 WHERE tenant = $1 AND receiver = $2 AND number < $3";
            db.execute(query, &[&tenant, &receiver, &number.cast_signed()])
                .await?;
        })
    }
}
