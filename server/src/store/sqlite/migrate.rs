//! Brings the tables up to date. Deliberately absent: the way back; a newer file is refused.

use crate::store::StoreError;
use rusqlite::{Connection, TransactionBehavior};

/// Applied in order; `user_version` counts how many are.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/sqlite/0001_connections.sql"),
    include_str!("../../../migrations/sqlite/0002_record.sql"),
    include_str!("../../../migrations/sqlite/0003_bearers.sql"),
    include_str!("../../../migrations/sqlite/0004_observer.sql"),
    include_str!("../../../migrations/sqlite/0005_observer_look.sql"),
    include_str!("../../../migrations/sqlite/0006_observer_delta.sql"),
    include_str!("../../../migrations/sqlite/0007_observer_day.sql"),
];

/// The version this program brings a file to.
pub(super) fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Two servers that start at once do it one after the other: the transaction is immediate.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    let known = known();
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let done = usize::try_from(found)
        .ok()
        .filter(|done| *done <= MIGRATIONS.len())
        .ok_or(StoreError::TooNew { found, known })?;
    for migration in &MIGRATIONS[done..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    Ok(transaction.commit()?)
}
