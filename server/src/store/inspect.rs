//! Which version the tables of a database have, without changing anything in it.

use super::{Postgres, Sqlite, StoreError};
use crate::config::Database;

/// The version of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchemaVersion {
    /// Version of its tables; 0 if there are none.
    pub found: i64,
    /// Version this program brings them to.
    pub known: i64,
}

/// Whether a database can be written, and which version its tables have.
///
/// # Errors
///
/// When the database cannot be written, or a newer program wrote it.
pub async fn inspect(database: &Database) -> Result<SchemaVersion, StoreError> {
    let version = match database {
        Database::Sqlite(path) => Sqlite::inspect(path)?,
        Database::Postgres(postgres) => Postgres::inspect(postgres).await?,
    };
    if version.found > version.known {
        return Err(StoreError::TooNew {
            found: version.found,
            known: version.known,
        });
    }
    Ok(version)
}
