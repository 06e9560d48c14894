//! The observer's days on SQLite.

use super::Sqlite;
use crate::store::Answer;
use crate::store::days::Days;
use rusqlite::params;

impl Days for Sqlite {
    fn add_day(&self, tenant: String, day: String, body: String, first: String) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "INSERT INTO observer_day (tenant, day, body) VALUES (?1, ?2, ?3)
                 ON CONFLICT (tenant, day) DO UPDATE SET body = excluded.body",
            )?
            .execute(params![tenant, day, body])?;
            db.prepare_cached("DELETE FROM observer_day WHERE tenant = ?1 AND day < ?2")?
                .execute(params![tenant, first])
                .map(|_| ())
        })
    }

    fn days(&self, tenant: String, limit: u32) -> Answer<'_, Vec<(String, String)>> {
        self.readers.read(move |db| {
            let mut days: Vec<(String, String)> = db
                .prepare_cached(
                    "SELECT day, body FROM observer_day WHERE tenant = ?1
                     ORDER BY day DESC LIMIT ?2",
                )?
                .query_map(params![tenant, limit], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            days.reverse();
            Ok(days)
        })
    }
}
