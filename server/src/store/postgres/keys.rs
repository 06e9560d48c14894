//! Wrapped data keys and proofs of master keys on PostgreSQL.

use super::Postgres;
use super::pool::{ask, atomically};
use crate::secrets::encryption;
use crate::store::{Answer, Keys};
use std::collections::BTreeMap;
use uuid::Uuid;

impl Keys for Postgres {
    fn proofs(&self) -> Answer<'_, Vec<(String, Vec<u8>)>> {
        ask!(self, db, {
            let rows = db.query("SELECT id, proof FROM master_key", &[]).await?;
            let proofs = rows
                .iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<BTreeMap<_, _>, tokio_postgres::Error>>()?;
            proofs.into_iter().collect()
        })
    }

    fn add_proof(&self, key: String, proof: Vec<u8>) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute(
                "INSERT INTO master_key (id, proof) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                &[&key, &proof],
            )
            .await?;
        })
    }

    fn drop_proof(&self, key: String) -> Answer<'_, bool> {
        atomically!(self, db, {
            db.execute(
                "DELETE FROM master_key WHERE id = $1
                 AND NOT EXISTS (SELECT 1 FROM connection WHERE key_id = $1)",
                &[&key],
            )
            .await?
                == 1
        })
    }

    fn keys_in_use(&self) -> Answer<'_, Vec<String>> {
        ask!(self, db, {
            let rows = db
                .query("SELECT DISTINCT key_id FROM connection", &[])
                .await?;
            let mut ids = rows
                .iter()
                .map(|row| row.try_get(0))
                .collect::<Result<Vec<String>, _>>()?;
            ids.sort();
            ids
        })
    }

    fn wrapped_by_others(&self, active: String, limit: u32) -> Answer<'_, Vec<(Uuid, Vec<u8>)>> {
        ask!(self, db, {
            let rows = db
                .query(
                    "SELECT id, wrapped_key FROM connection WHERE key_id <> $1 LIMIT $2",
                    &[&active, &i64::from(limit)],
                )
                .await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<Vec<_>, tokio_postgres::Error>>()?
        })
    }

    fn rewrap(&self, id: Uuid, old: Vec<u8>, new: Vec<u8>) -> Answer<'_, bool> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached(
                    "UPDATE connection SET wrapped_key = $3, key_id = $4 WHERE id = $1 AND wrapped_key = $2",
                )
                .await?;
            db.execute(&statement, &[&id, &old, &new, &encryption::key_id(&new)])
                .await?
                == 1
        })
    }
}
