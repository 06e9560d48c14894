//! Bearer tokens: who may do what with a connection, and for how long.

use super::Answer;
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use consentry_wire::record::Right;
use uuid::Uuid;

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
pub(super) const DAY_MS: u64 = 24 * 60 * 60 * 1000;

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
    pub(super) fn new(hash: Digest, scope: Scope, now: u64) -> Self {
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

/// A status as it is stored, for a bearer that may read it: not parsed, because most reads send it as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredStatus {
    /// What the bearer may do.
    pub scope: Scope,
    /// The revision.
    pub revision: u64,
    /// The status as JSON, as the API answers it.
    pub json: String,
    /// When the connection is checked next.
    pub next_check_at: Option<u64>,
    /// Until when somebody watches it at some server.
    pub watched_until: u64,
}

/// How a scope is written.
pub(super) fn scope_text(scope: Scope) -> &'static str {
    match scope {
        Scope::Owner => "owner",
        Scope::Starter => "starter",
        Scope::Watch => "watch",
    }
}

/// A scope as it was written.
pub(super) fn scope_of(text: &str) -> Scope {
    match text {
        "owner" => Scope::Owner,
        "starter" => Scope::Starter,
        _ => Scope::Watch,
    }
}

/// Bearers of connections. The store has their digests only.
pub trait Bearers: Send + Sync {
    /// The connection with that id, if the bearer is one of its own and has not expired.
    fn authorized(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<(Scope, Connection)>>;
    /// As [`authorized`](Self::authorized), with the status as it is stored and nothing else.
    fn stored_status(&self, id: Uuid, bearer: Digest, now: u64)
    -> Answer<'_, Option<StoredStatus>>;
    /// The bearers of a connection that still work, the oldest first.
    fn bearers(&self, id: Uuid, now: u64) -> Answer<'_, Vec<Bearer>>;
    /// The connection a bearer is for, while it is valid.
    fn of_bearer(&self, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>>;
    /// Takes a bearer of a connection back, but for the owner's; false if there is none.
    fn revoke(&self, id: Uuid, bearer: Digest, entry: NewRecordEntry) -> Answer<'_, bool>;
}
