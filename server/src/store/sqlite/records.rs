//! Records on SQLite: adding to a chain, ending it, reading it.

use super::Sqlite;
use crate::record::{self, End, NewRecordEntry};
use crate::store::{Answer, Records};
use consentry_wire::record::{Head, Sealed};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// Adds entries. The caller's transaction makes it one with what the entries are about; there is one
/// writer, so nobody adds in between.
pub(super) fn append(
    db: &Connection,
    id: Uuid,
    entries: impl IntoIterator<Item = NewRecordEntry>,
) -> rusqlite::Result<()> {
    for entry in entries {
        let end = head(db, id)?.map_or_else(End::default, |head| End {
            entries: head.entries,
            seal: head.seal,
        });
        let sealed = record::chain(id, &end, entry);
        let body = serde_json::to_string(&sealed.entry)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        let number = sealed.entry.number.cast_signed();
        db.prepare_cached(
            "INSERT INTO entry (connection, number, body, seal) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![id, number, body, sealed.seal])?;
        db.prepare_cached(
            "INSERT INTO chain (connection, entries, seal) VALUES (?1, ?2, ?3)
             ON CONFLICT (connection) DO UPDATE SET entries = excluded.entries, seal = excluded.seal",
        )?
        .execute(params![id, number, sealed.seal])?;
    }
    Ok(())
}

/// Marks the chain of a deleted connection.
pub(super) fn end(db: &Connection, id: Uuid, now: u64) -> rusqlite::Result<Option<Head>> {
    db.prepare_cached(
        "INSERT INTO chain (connection, entries, seal, ended_at) VALUES (?1, 0, ?2, ?3)
         ON CONFLICT (connection) DO UPDATE SET ended_at = excluded.ended_at",
    )?
    .execute(params![id, End::default().seal, now.cast_signed()])?;
    head(db, id)
}

fn head(db: &Connection, id: Uuid) -> rusqlite::Result<Option<Head>> {
    db.prepare_cached("SELECT entries, seal, ended_at FROM chain WHERE connection = ?1")?
        .query_row([id], |row| {
            Ok(Head {
                entries: row.get::<_, i64>(0)?.cast_unsigned(),
                seal: row.get(1)?,
                ended_at: row.get::<_, Option<i64>>(2)?.map(i64::cast_unsigned),
            })
        })
        .optional()
}

fn all(db: &Connection, id: Uuid) -> rusqlite::Result<Vec<Sealed>> {
    db.prepare_cached("SELECT body, seal FROM entry WHERE connection = ?1 ORDER BY number")?
        .query_map([id], |row| {
            let entry = serde_json::from_str(row.get_ref(0)?.as_str()?).map_err(|error| {
                rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into())
            })?;
            Ok(Sealed {
                seal: row.get(1)?,
                entry,
            })
        })?
        .collect()
}

impl Records for Sqlite {
    fn note(&self, id: Uuid, entry: NewRecordEntry) -> Answer<'_, bool> {
        self.writer.write(move |db| {
            let is_there = db
                .prepare_cached("SELECT 1 FROM connection WHERE id = ?1")?
                .exists([id])?;
            if is_there {
                append(db, id, [entry])?;
            }
            Ok(is_there)
        })
    }

    fn record(&self, id: Uuid) -> Answer<'_, Vec<Sealed>> {
        self.readers.read(move |db| all(db, id))
    }

    fn head(&self, id: Uuid) -> Answer<'_, Option<Head>> {
        self.readers.read(move |db| head(db, id))
    }
}
