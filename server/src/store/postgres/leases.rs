//! Leases on PostgreSQL.

use super::Postgres;
use super::pool::atomically;
use crate::store::{Answer, Leases};
use uuid::Uuid;

/// The database's clock in Unix milliseconds.
macro_rules! now {
    () => {
        "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
    };
}

/// Takes or renews a lease: one row changed if it could.
pub(super) const LEASE: &str = concat!(
    "INSERT INTO lease (name, holder, expires_at) VALUES ($1, $2, ",
    now!(),
    " + $3) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
     WHERE lease.holder = excluded.holder OR lease.expires_at <= ",
    now!()
);

impl Leases for Postgres {
    fn lease(&self, name: String, holder: Uuid, ttl_ms: u64) -> Answer<'_, bool> {
        atomically!(self, db, {
            let statement = db.prepare_cached(LEASE).await?;
            db.execute(&statement, &[&name, &holder, &ttl_ms.cast_signed()])
                .await?
                == 1
        })
    }

    fn release(&self, name: String, holder: Uuid) -> Answer<'_, ()> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached("DELETE FROM lease WHERE name = $1 AND holder = $2")
                .await?;
            db.execute(&statement, &[&name, &holder]).await?;
        })
    }
}
