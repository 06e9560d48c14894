//! The records: what happened to each connection, as chained entries.

use super::Answer;
use crate::record::NewRecordEntry;
use consentry_wire::record::{Head, Sealed};
use uuid::Uuid;

/// Records of connections.
pub trait Records: Send + Sync {
    /// Writes something down about a connection; false if there is none.
    fn note(&self, id: Uuid, entry: NewRecordEntry) -> Answer<'_, bool>;
    /// The record of a connection, first entry to last.
    fn record(&self, id: Uuid) -> Answer<'_, Vec<Sealed>>;
    /// Where the record of a connection ends, also of one that was deleted.
    fn head(&self, id: Uuid) -> Answer<'_, Option<Head>>;
}
