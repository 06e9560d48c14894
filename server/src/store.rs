//! What must survive: each area is a trait of its own.
//!
//! The only module, with its children, that knows SQL. Its words are the domain's, so that another
//! database can be used. Deliberately absent: anything in clear that opens something;
//! secrets are encrypted or digests.
//!
//! Two databases: [`Sqlite`] for one server, [`Postgres`] for several that share it. Both
//! pass the same tests.

mod bearers;
mod sign_ins;
mod handles;
mod connections;
mod keys;
mod leases;
mod records;
pub mod days;
pub mod deltas;
pub mod observed;

mod sqlite;
mod postgres;
mod inspect;

use crate::config::Database;
use days::Days;
use deltas::Deltas;
use futures_util::future::BoxFuture;
use observed::Observed;
use std::path::Path;
use std::sync::Arc;

pub use bearers::{Bearer, Bearers, Scope, StoredStatus};
pub use connections::Connections;
pub use handles::{Handle, Handles, Kind};
pub use inspect::{SchemaVersion, inspect};
pub use keys::Keys;
pub use leases::Leases;
pub use postgres::Postgres;
pub use records::Records;
pub use sign_ins::{SignIns, StoredSignIn};
pub use sqlite::Sqlite;

/// Opens the configured database, and brings its tables up to date.
///
/// # Errors
///
/// When the database cannot be written, or a newer program wrote it.
pub async fn open(database: &Database) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match database {
        Database::Sqlite(path) => Arc::new(Sqlite::open(path)?),
        Database::Postgres(postgres) => Arc::new(Postgres::open(postgres).await?),
    })
}

/// Why the store did not do it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The database refused, or its disk.
    #[error("the database failed: {0}")]
    Database(String),
    /// The database was written by a newer version of this program.
    #[error(
        "the database has version {found}, this program knows versions up to {known}: use the newer program"
    )]
    TooNew {
        /// Version of the file.
        found: i64,
        /// Newest version known.
        known: i64,
    },
    /// Something stored does not have the form it was written in.
    #[error("a stored value is damaged: {0}")]
    Damaged(String),
    /// The store is closing.
    #[error("the store is closed")]
    Closed,
}

/// What the store answers with.
pub type Answer<'a, T> = BoxFuture<'a, Result<T, StoreError>>;

/// The whole store. Every write is durable when its future is ready, and the record has the entry of a write
/// if and only if the write is.
pub trait Store:
    Connections + Bearers + SignIns + Handles + Keys + Leases + Records + Observed + Deltas + Days
{
    /// Forgets what has expired, bearers too, and connections made before `unused_before` that nobody ever
    /// signed in to.
    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()>;
    /// Whether the store can be written now.
    fn touch(&self, now: u64) -> Answer<'_, ()>;
    /// Whether other servers may work on the same store.
    fn is_shared(&self) -> bool;
    /// The file it is in, where it is one on this machine.
    fn file(&self) -> Option<&Path>;
}

#[cfg(test)]
mod tests;
