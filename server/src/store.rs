//! What must survive: connections, pending sign-ins, bearers and handles.
//!
//! The only module, with its children, that knows SQL. Its words are the domain's, so that another
//! database can stand behind them. Deliberately absent: anything in clear that opens something;
//! secrets come in sealed or as digests.

//!
//! One trait, two databases: [`Sqlite`] for one server, [`Postgres`] for several that share it. Both
//! pass the same tests.

mod look;
pub mod observed;
mod postgres;
mod sqlite;

use crate::config::Database;
use crate::connection::Connection;
use crate::record::Noted;
use crate::secrets::token::Digest;
use consentry_shared::api::Problem;
use consentry_shared::record::{Head, Right, Sealed};
use futures_util::future::BoxFuture;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

pub use look::{Look, look};
pub use postgres::Postgres;
pub use sqlite::Sqlite;

/// Opens the configured database, and brings its tables up to date.
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

impl From<Scope> for Right {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Owner => Self::Owner,
            Scope::Starter => Self::Starter,
            Scope::Watch => Self::Watch,
        }
    }
}

/// A day in milliseconds.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

impl Scope {
    /// How long a bearer with that right works, in milliseconds. The owner's works as long as there is a connection,
    /// which nobody else can delete.
    pub fn lifetime_ms(self) -> Option<u64> {
        match self {
            Self::Owner => None,
            Self::Starter => Some(90 * DAY_MS),
            Self::Watch => Some(30 * DAY_MS),
        }
    }
}

/// A bearer of a connection, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// Digest of it.
    pub hash: Digest,
    /// What it may do.
    pub scope: Scope,
    /// Unix milliseconds.
    pub created_at: u64,
    /// Unix milliseconds.
    pub expires_at: Option<u64>,
}

impl Bearer {
    /// A new one, with the end its right has.
    fn new(hash: Digest, scope: Scope, now: u64) -> Self {
        Self {
            hash,
            scope,
            created_at: now,
            expires_at: scope.lifetime_ms().map(|span| now.saturating_add(span)),
        }
    }

    /// Names it without being of use to anybody: the beginning of its digest, in hex.
    pub fn id(&self) -> String {
        let start = std::array::from_fn(|index| self.hash[index]);
        format!("{:016x}", u64::from_be_bytes(start))
    }
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
    /// For a view: the problem a sign-in ended with, which is then all there is to see.
    pub problem: Option<Problem>,
}

/// The store. Every write is durable when its future is ready, and what is noted with it is in the
/// record if and only if the write is.
pub trait Store: observed::Observed {
    /// A new connection with its owner's bearer and its first sign-in, all or nothing.
    fn create(
        &self,
        connection: Connection,
        owner: Digest,
        login: Login,
        noted: Noted,
    ) -> Answer<'_, ()>;
    /// The connection with that id.
    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>>;
    /// The connection with that id, if the bearer is one of its own and has not expired.
    fn authorized(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<(Scope, Connection)>>;
    /// The bearers of a connection that still work, the oldest first.
    fn bearers(&self, id: Uuid, now: u64) -> Answer<'_, Vec<Bearer>>;
    /// Takes a bearer of a connection back, but for the owner's; false if there is none.
    fn revoke(&self, id: Uuid, bearer: Digest, noted: Noted) -> Answer<'_, bool>;
    /// Replaces a connection if it still has revision `before`; false if it has not.
    fn save(&self, connection: Connection, before: u64, noted: Vec<Noted>) -> Answer<'_, bool>;
    /// Removes a connection and all that hangs on it, the entries of its record included. Gives the
    /// end of the record, which stays; nothing if there was no connection.
    fn delete(&self, id: Uuid, now: u64) -> Answer<'_, Option<Head>>;

    /// A new sign-in for a connection; earlier ones of it stop being accepted.
    fn begin(&self, login: Login, noted: Noted) -> Answer<'_, ()>;
    /// Takes a sign-in out, so that nobody else gets it. Also returns one that has expired.
    fn take_login(&self, state: Digest) -> Answer<'_, Option<Login>>;
    /// Forgets the sign-in of a connection that is under way.
    fn forget_login(&self, connection: Uuid) -> Answer<'_, ()>;
    /// How many sign-ins were begun and can still be finished.
    fn pending(&self, now: u64) -> Answer<'_, u64>;
    /// The connection a ticket leads to. Looking changes nothing.
    fn ticket(&self, ticket: Digest, now: u64) -> Answer<'_, Option<Connection>>;
    /// Uses a ticket up and moves its sign-in to another browser.
    fn use_ticket(&self, ticket: Digest, browser: Digest, now: u64) -> Answer<'_, Option<Login>>;

    /// New handles of one connection.
    fn add_handles(&self, handles: Vec<Handle>, noted: Option<Noted>) -> Answer<'_, ()>;
    /// The connection a handle of that kind leads to.
    fn look_up(&self, hash: Digest, kind: Kind, now: u64) -> Answer<'_, Option<Connection>>;
    /// The connection a bearer is for, while it is valid.
    fn of_bearer(&self, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>>;
    /// What a view shows: a connection, or only the problem its sign-in ended with.
    fn view(&self, hash: Digest, now: u64) -> Answer<'_, Option<(Connection, Option<Problem>)>>;
    /// Claims a handle, once, and adds the bearer for whoever did.
    fn claim(&self, hash: Digest, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>>;

    /// Writes something down about a connection; false if there is none.
    fn note(&self, id: Uuid, noted: Noted) -> Answer<'_, bool>;
    /// The record of a connection, first entry to last.
    fn record(&self, id: Uuid) -> Answer<'_, Vec<Sealed>>;
    /// Where the record of a connection ends, also of one that was deleted.
    fn head(&self, id: Uuid) -> Answer<'_, Option<Head>>;

    /// Connections whose next check is due, the longest waiting first.
    fn due(&self, now: u64, limit: u32) -> Answer<'_, Vec<Uuid>>;
    /// When the next check of any connection is due.
    fn next_due(&self) -> Answer<'_, Option<u64>>;
    /// Forgets what has expired, bearers too, and connections made before `unused_before` that nobody ever
    /// signed in to.
    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()>;

    /// Whether other servers may work on the same store.
    fn is_shared(&self) -> bool;
    /// The file it is in, where it is one on this machine.
    fn file(&self) -> Option<&Path>;
    /// The revisions of those connections that there are.
    fn revisions(&self, ids: Vec<Uuid>) -> Answer<'_, Vec<(Uuid, u64)>>;
    /// Lets all servers know that somebody watches these connections.
    fn watched(&self, ids: Vec<Uuid>, until: u64) -> Answer<'_, ()>;
    /// Takes or renews the lease of that name for `ttl_ms` from now, by the store's own clock, which
    /// is the same for all servers. False while another holder has it.
    fn lease(&self, name: String, holder: Uuid, ttl_ms: u64) -> Answer<'_, bool>;
    /// Gives a lease back.
    fn release(&self, name: String, holder: Uuid) -> Answer<'_, ()>;

    /// The stored proofs of master keys, by key id.
    fn proofs(&self) -> Answer<'_, Vec<(String, Vec<u8>)>>;
    /// Stores the proof of a master key, unless there is one.
    fn add_proof(&self, key: String, proof: Vec<u8>) -> Answer<'_, ()>;
    /// Forgets the proof of a master key, unless a data key is still wrapped by it.
    fn drop_proof(&self, key: String) -> Answer<'_, bool>;
    /// Ids of the master keys that wrapped a stored data key.
    fn keys_in_use(&self) -> Answer<'_, Vec<String>>;
    /// Some connections whose data key another master key than this one wrapped.
    fn wrapped_by_others(&self, active: String, limit: u32) -> Answer<'_, Vec<(Uuid, Vec<u8>)>>;
    /// Replaces the wrapped data key of a connection, if it is still the old one.
    fn rewrap(&self, id: Uuid, old: Vec<u8>, new: Vec<u8>) -> Answer<'_, bool>;

    /// Whether the store can be written now.
    fn touch(&self, now: u64) -> Answer<'_, ()>;
}

/// How a kind of handle is written.
fn kind_text(kind: Kind) -> &'static str {
    match kind {
        Kind::HandOff => "hand_off",
        Kind::Return => "return",
        Kind::View => "view",
        Kind::AdminConsent => "admin_consent",
    }
}

/// How a scope is written.
fn scope_text(scope: Scope) -> &'static str {
    match scope {
        Scope::Owner => "owner",
        Scope::Starter => "starter",
        Scope::Watch => "watch",
    }
}

/// What a claimed handle of a kind gives.
fn claims(kind: &str) -> Scope {
    if kind == kind_text(Kind::Return) {
        Scope::Starter
    } else {
        Scope::Watch
    }
}

/// A scope as it was written.
fn scope_of(text: &str) -> Scope {
    match text {
        "owner" => Scope::Owner,
        "starter" => Scope::Starter,
        _ => Scope::Watch,
    }
}

#[cfg(test)]
mod tests;
