//! The observer's days on PostgreSQL.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use crate::store::Answer;
use crate::store::days::Days;

impl Days for Postgres {
    fn add_day(&self, tenant: String, day: String, body: String, first: String) -> Answer<'_, ()> {
        atomically!(self, db, {
            let add = "INSERT INTO observer_day (tenant, day, body) VALUES ($1, $2, $3)
                 ON CONFLICT (tenant, day) DO UPDATE SET body = excluded.body";
            db.execute(add, &[&tenant, &day, &body]).await?;
            let forget = "DELETE FROM observer_day WHERE tenant = $1 AND day < $2";
            db.execute(forget, &[&tenant, &first]).await?;
        })
    }

    fn days(&self, tenant: String, limit: u32) -> Answer<'_, Vec<(String, String)>> {
        ask!(self, db, {
            let query = "SELECT day, body FROM observer_day WHERE tenant = $1
                 ORDER BY day DESC LIMIT $2";
            let rows = db.query(query, &[&tenant, &i64::from(limit)]).await?;
            rows.iter()
                .rev()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<Vec<_>, Failure>>()?
        })
    }
}
