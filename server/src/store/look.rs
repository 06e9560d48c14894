//! A look at a database that changes nothing in it.

use super::{Postgres, Sqlite, StoreError};
use crate::config::Database;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Version of its tables; 0 if there are none.
    pub found: i64,
    /// Version this program brings them to.
    pub known: i64,
}

/// Looks whether a database can be written, and of which version its tables are.
pub async fn look(database: &Database) -> Result<Look, StoreError> {
    let look = match database {
        Database::Sqlite(path) => Sqlite::look(path)?,
        Database::Postgres(postgres) => Postgres::look(postgres).await?,
    };
    if look.found > look.known {
        return Err(StoreError::TooNew {
            found: look.found,
            known: look.known,
        });
    }
    Ok(look)
}
