//! What must survive: connections, pending sign-ins, bearers and handles.
//!
//! The only module, with its children, that knows SQL. Its words are the domain's, so that another
//! database can stand behind them. Deliberately absent: anything in clear that opens something;
//! secrets come in sealed or as digests.

mod sqlite;

use crate::connection::Connection;
use crate::token::Digest;
use futures_util::future::BoxFuture;
use uuid::Uuid;

pub use sqlite::Sqlite;

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

/// A started sign-in.
#[derive(Clone, Debug)]
pub struct Login {
    /// Digest of its `state`.
    pub state: Digest,
    /// The connection it is for.
    pub connection: Uuid,
    /// Digest of the cookie of the browser it belongs to.
    pub browser: Digest,
    /// Digest of the ticket that moves it to another browser.
    pub ticket: Option<Digest>,
    /// State, nonce and PKCE verifier, sealed.
    pub sealed: Vec<u8>,
    /// Unix milliseconds.
    pub expires_at: u64,
}

/// What a bearer token may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    Owner,
    /// Read, watch, check, sign in again and hand off: who just signed in, in their own browser.
    Starter,
    /// Read, watch, check.
    Watch,
}

/// What a handle is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The page for the person who can grant; may be claimed once.
    HandOff,
    /// Rides on the redirect after a sign-in; may be claimed once, by who signed in.
    Return,
    /// Shows the state on our own page.
    View,
    /// The `state` of an admin-consent link.
    AdminConsent,
}

/// A handle.
#[derive(Clone, Debug)]
pub struct Handle {
    /// Digest of it.
    pub hash: Digest,
    /// The connection it leads to.
    pub connection: Uuid,
    /// What it is good for.
    pub kind: Kind,
    /// Unix milliseconds.
    pub expires_at: u64,
}

/// The store. Every write is durable when its future is ready.
pub trait Store: Send + Sync {
    /// A new connection with its owner's bearer and its first sign-in, all or nothing.
    fn create(&self, connection: Connection, owner: Digest, login: Login) -> Answer<'_, ()>;
    /// The connection with that id.
    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>>;
    /// The connection with that id, if the bearer is one of its own.
    fn authorized(&self, id: Uuid, bearer: Digest) -> Answer<'_, Option<(Scope, Connection)>>;
    /// Replaces a connection if it still has revision `before`; false if it has not.
    fn save(&self, connection: Connection, before: u64) -> Answer<'_, bool>;
    /// Removes a connection and all that hangs on it; false if there was none.
    fn delete(&self, id: Uuid) -> Answer<'_, bool>;

    /// A new sign-in for a connection; earlier ones of it stop being accepted.
    fn begin(&self, login: Login) -> Answer<'_, ()>;
    /// Takes a sign-in out, so that nobody else gets it. Also returns one that has expired.
    fn take_login(&self, state: Digest) -> Answer<'_, Option<Login>>;
    /// How many sign-ins were begun and can still be finished.
    fn pending(&self, now: u64) -> Answer<'_, u64>;
    /// Uses a ticket up and moves its sign-in to another browser.
    fn use_ticket(&self, ticket: Digest, browser: Digest, now: u64) -> Answer<'_, Option<Login>>;

    /// New handles.
    fn add_handles(&self, handles: Vec<Handle>) -> Answer<'_, ()>;
    /// The connection a handle of that kind leads to.
    fn look_up(&self, hash: Digest, kind: Kind, now: u64) -> Answer<'_, Option<Connection>>;
    /// Claims a handle, once, and adds the bearer for whoever did.
    fn claim(&self, hash: Digest, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>>;

    /// Connections whose next check is due, the longest waiting first.
    fn due(&self, now: u64, limit: u32) -> Answer<'_, Vec<Uuid>>;
    /// When the next check of any connection is due.
    fn next_due(&self) -> Answer<'_, Option<u64>>;
    /// Forgets what has expired, and connections made before `unused_before` that nobody ever
    /// signed in to.
    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()>;

    /// The stored proof of the master key; stores `fresh` if there is none yet.
    fn proof(&self, fresh: Vec<u8>) -> Answer<'_, Vec<u8>>;
    /// Whether the store can be reached.
    fn ping(&self) -> Answer<'_, ()>;
}
