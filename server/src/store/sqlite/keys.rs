//! Wrapped data keys and proofs of master keys on SQLite.

use super::Sqlite;
use crate::secrets::encryption;
use crate::store::{Answer, Keys};
use rusqlite::params;
use uuid::Uuid;

impl Keys for Sqlite {
    fn proofs(&self) -> Answer<'_, Vec<(String, Vec<u8>)>> {
        self.readers.read(|db| {
            db.prepare("SELECT id, proof FROM master_key ORDER BY id")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    fn add_proof(&self, key: String, proof: Vec<u8>) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.execute(
                "INSERT INTO master_key (id, proof) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                params![key, proof],
            )
            .map(|_| ())
        })
    }

    fn drop_proof(&self, key: String) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.execute(
                "DELETE FROM master_key WHERE id = ?1
                 AND NOT EXISTS (SELECT 1 FROM connection WHERE key_id = ?1)",
                [key],
            )
            .map(|rows| rows == 1)
        })
    }

    fn keys_in_use(&self) -> Answer<'_, Vec<String>> {
        self.readers.read(|db| {
            db.prepare("SELECT DISTINCT key_id FROM connection ORDER BY key_id")?
                .query_map([], |row| row.get(0))?
                .collect()
        })
    }

    fn wrapped_by_others(&self, active: String, limit: u32) -> Answer<'_, Vec<(Uuid, Vec<u8>)>> {
        self.readers.read(move |db| {
            db.prepare("SELECT id, wrapped_key FROM connection WHERE key_id <> ?1 LIMIT ?2")?
                .query_map(params![active, limit], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }

    fn rewrap(&self, id: Uuid, old: Vec<u8>, new: Vec<u8>) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "UPDATE connection SET wrapped_key = ?3, key_id = ?4 WHERE id = ?1 AND wrapped_key = ?2",
            )?
            .execute(params![id, old, new, encryption::key_id(&new)])
            .map(|rows| rows == 1)
        })
    }
}
