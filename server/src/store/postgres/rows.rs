//! Rows to values and back.

use super::pool::Failure;
use crate::connection::Connection;
use crate::secrets::token::Digest;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio_postgres::Row;

/// Columns that [`connection`] reads; what a statement selects besides comes after them.
pub(super) const COLUMNS: usize = 9;

/// The columns [`connection`] reads, from the alias `c`, between two parts of a statement.
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

pub(super) fn connection(row: &Row) -> Result<Connection, Failure> {
    let mut connection = Connection {
        id: row.try_get(0)?,
        status: json(row.try_get(2)?)?,
        schedule: json(row.try_get(3)?)?,
        return_to: row.try_get(4)?,
        wrapped_key: row.try_get(5)?,
        refresh: row.try_get(6)?,
        created_at: row.try_get::<_, i64>(7)?.cast_unsigned(),
        watched_until: row.try_get::<_, i64>(8)?.cast_unsigned(),
    };
    connection.status.revision = row.try_get::<_, i64>(1)?.cast_unsigned();
    Ok(connection)
}

pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::Damaged(error.to_string()))
}

pub(super) fn text<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Damaged(error.to_string()))
}

pub(super) fn digest(row: &Row, column: usize) -> Result<Digest, Failure> {
    row.try_get::<_, &[u8]>(column)?
        .try_into()
        .map_err(|_| Failure::Damaged("a digest has another length".into()))
}
