//! Leases on SQLite.

use super::Sqlite;
use crate::store::{Answer, Leases};
use rusqlite::params;
use uuid::Uuid;

/// The database's clock in Unix milliseconds.
macro_rules! now {
    () => {
        "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    };
}

impl Leases for Sqlite {
    fn lease(&self, name: String, holder: Uuid, ttl_ms: u64) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.prepare_cached(concat!(
                "INSERT INTO lease (name, holder, expires_at) VALUES (?1, ?2, ",
                now!(),
                " + ?3)
                 ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
                 WHERE lease.holder = excluded.holder OR lease.expires_at <= ",
                now!()
            ))?
            .execute(params![name, holder, ttl_ms.cast_signed()])
            .map(|rows| rows == 1)
        })
    }

    fn release(&self, name: String, holder: Uuid) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached("DELETE FROM lease WHERE name = ?1 AND holder = ?2")?
                .execute(params![name, holder])
                .map(|_| ())
        })
    }
}
