//! Where the observer's deltas stand, on SQLite.

use super::Sqlite;
use crate::store::Answer;
use crate::store::deltas::{DeltaPage, Deltas, Noticed};
use crate::store::observed::Accepted;
use rusqlite::params;

fn notice(db: &rusqlite::Connection, tenant: &str, noticed: &[Noticed]) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO observer_noticed (tenant, list, id, body) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (tenant, list, id) DO UPDATE SET body = excluded.body",
    )?;
    for one in noticed {
        insert.execute(params![tenant, one.list, one.id, one.body])?;
    }
    Ok(())
}

/// What the end of a round leaves to look at, and the lists that it ends.
pub(super) fn settle(
    db: &rusqlite::Connection,
    tenant: &str,
    accepted: &Accepted,
) -> rusqlite::Result<()> {
    if let Some(waiting) = &accepted.waiting {
        db.execute("DELETE FROM observer_noticed WHERE tenant = ?1", [tenant])?;
        notice(db, tenant, waiting)?;
    }
    for list in &accepted.ended {
        db.execute(
            "DELETE FROM observer_list WHERE tenant = ?1 AND list = ?2",
            [tenant, list],
        )?;
    }
    Ok(())
}

impl Deltas for Sqlite {
    fn cursors(&self, tenant: String) -> Answer<'_, Vec<(String, String)>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT list, state FROM observer_cursor WHERE tenant = ?1 ORDER BY list",
            )?
            .query_map([tenant], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
        })
    }

    fn add_delta(&self, tenant: String, page: DeltaPage) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            let Some(cursor) = &page.cursor else {
                for table in ["observer_cursor", "observer_noticed"] {
                    db.execute(
                        &format!("DELETE FROM {table} WHERE tenant = ?1 AND list = ?2"),
                        [&tenant, &page.list],
                    )?;
                }
                return Ok(());
            };
            db.prepare_cached(
                "INSERT INTO observer_cursor (tenant, list, state) VALUES (?1, ?2, ?3)
                 ON CONFLICT (tenant, list) DO UPDATE SET state = excluded.state",
            )?
            .execute(params![tenant, page.list, cursor])?;
            notice(db, &tenant, &page.noticed)
        })
    }

    fn noticed(&self, tenant: String) -> Answer<'_, Vec<Noticed>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT list, id, body FROM observer_noticed WHERE tenant = ?1 ORDER BY list, id",
            )?
            .query_map([tenant], |row| {
                Ok(Noticed {
                    list: row.get(0)?,
                    id: row.get(1)?,
                    body: row.get(2)?,
                })
            })?
            .collect()
        })
    }

    fn differing(&self, tenant: String, list: String, round: u64) -> Answer<'_, Vec<String>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT DISTINCT app FROM observer_row
                 WHERE tenant = ?1 AND list = ?2 AND kind IN ('assigned', 'role')
                     AND (round < ?3 OR before IS NULL OR before <> body)
                 ORDER BY app",
            )?
            .query_map(params![tenant, list, round.cast_signed()], |row| row.get(0))?
            .collect()
        })
    }
}
