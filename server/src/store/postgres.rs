//! The store on PostgreSQL, for several servers that share it.
//!
//! Only what CockroachDB and YugabyteDB have too (facts: backend 3): every write is one short
//! transaction that is run again when the engine asks for it (40001, 40P01), what must happen once
//! is one statement that says whether it did, and changes are polled. Deliberately absent: `NOTIFY`,
//! advisory locks, sequences, and any second try of a transaction whose commit may have held.

mod pool;
mod rows;

mod records;
mod bearers;
mod sign_ins;
mod handles;
mod connections;
mod keys;
mod leases;
mod days;
mod deltas;
mod observed_rows;
mod observed;

mod migrate;

use super::observed::LOOKS_KEPT_MS;
use super::{Answer, SchemaVersion, Store, StoreError};
use crate::config;
use deadpool_postgres::Pool;
use pool::atomically;
use std::path::Path;
use uuid::Uuid;

/// The store in a PostgreSQL database.
pub struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Connects, and brings the tables up to date.
    ///
    /// # Errors
    ///
    /// When the database cannot be reached or written, or a newer program wrote it.
    pub async fn open(config: &config::Postgres) -> Result<Self, StoreError> {
        let pool = pool::build(config)?;
        migrate::run(&pool).await?;
        Ok(Self { pool })
    }

    /// Whether the database can be written, and its version.
    pub(super) async fn inspect(config: &config::Postgres) -> Result<SchemaVersion, StoreError> {
        migrate::inspect(&pool::build(config)?).await
    }
}

impl Store for Postgres {
    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            let (now, unused_before) = (now.cast_signed(), unused_before.cast_signed());
            db.execute("DELETE FROM bearer WHERE expires_at <= $1", &[&now])
                .await?;
            db.execute("DELETE FROM login WHERE expires_at <= $1", &[&now])
                .await?;
            db.execute("DELETE FROM handle WHERE expires_at <= $1", &[&now])
                .await?;
            let kept_since = now.saturating_sub_unsigned(LOOKS_KEPT_MS);
            db.execute("DELETE FROM observer_look WHERE at < $1", &[&kept_since])
                .await?;
            // Nothing ever happened to these: not even the end of their record is kept. Somebody
            // may sign in to one at this moment, hence first the connections, then their chains.
            let swept = db
                .query(
                    "DELETE FROM connection WHERE NOT signed_in AND created_at < $1 RETURNING id",
                    &[&unused_before],
                )
                .await?;
            let chain = db
                .prepare_cached("DELETE FROM chain WHERE connection = $1")
                .await?;
            for row in &swept {
                db.execute(&chain, &[&row.try_get::<_, Uuid>(0)?]).await?;
            }
        })
    }

    fn touch(&self, now: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute(
                "INSERT INTO touched (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
                &[&now.cast_signed()],
            )
            .await?;
        })
    }

    fn is_shared(&self) -> bool {
        true
    }

    fn file(&self) -> Option<&Path> {
        None
    }
}
