//! The connections themselves, and when each is checked next.

use super::{Answer, StoredSignIn};
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use consentry_wire::record::Head;
use uuid::Uuid;

/// Connections. Each has one row, and a revision that a change is compared with.
pub trait Connections: Send + Sync {
    /// A new connection with its owner's bearer and its first sign-in, all or nothing.
    fn create(
        &self,
        connection: Connection,
        owner: Digest,
        login: StoredSignIn,
        entry: NewRecordEntry,
    ) -> Answer<'_, ()>;
    /// The connection with that id.
    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>>;
    /// Replaces a connection if it still has revision `before`; false if it has not.
    fn save(
        &self,
        connection: Connection,
        before: u64,
        entries: Vec<NewRecordEntry>,
    ) -> Answer<'_, bool>;
    /// Removes a connection and all that belongs to it, the entries of its record included. Gives the
    /// end of the record, which stays; nothing if there was no connection.
    fn delete(&self, id: Uuid, now: u64) -> Answer<'_, Option<Head>>;
    /// Connections whose next check is due, the longest waiting first.
    fn due(&self, now: u64, limit: u32) -> Answer<'_, Vec<Uuid>>;
    /// When the next check of any connection is due.
    fn next_due(&self) -> Answer<'_, Option<u64>>;
    /// The revisions of those connections that there are.
    fn revisions(&self, ids: Vec<Uuid>) -> Answer<'_, Vec<(Uuid, u64)>>;
    /// Lets all servers know that somebody watches these connections.
    fn watched(&self, ids: Vec<Uuid>, until: u64) -> Answer<'_, ()>;
}
