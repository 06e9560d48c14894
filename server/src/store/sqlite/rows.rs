//! Rows to values and back.

use crate::connection::Connection;
use rusqlite::Row;
use rusqlite::types::Type;
use serde::de::DeserializeOwned;

/// Columns that [`connection`] reads; what a statement selects besides comes after them.
pub(super) const COLUMNS: usize = 9;

/// A statement that selects the columns [`connection`] reads, from the alias `c`.
macro_rules! columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "c.id, c.revision, c.status, c.patience, c.return_to, c.wrapped_key, c.refresh, c.created_at, c.watched_until",
            $after
        )
    };
}
pub(super) use columns;

pub(super) fn connection(row: &Row<'_>) -> rusqlite::Result<Connection> {
    let mut connection = Connection {
        id: row.get(0)?,
        status: json(row, 2)?,
        schedule: json(row, 3)?,
        return_to: row.get(4)?,
        wrapped_key: row.get(5)?,
        refresh: row.get(6)?,
        created_at: row.get::<_, i64>(7)?.cast_unsigned(),
        watched_until: row.get::<_, i64>(8)?.cast_unsigned(),
    };
    connection.status.revision = row.get::<_, i64>(1)?.cast_unsigned();
    Ok(connection)
}

pub(super) fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })
}

pub(super) fn text<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}
