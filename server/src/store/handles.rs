//! Handles: links and codes that lead to a connection, most of them once.

use super::Answer;
use super::bearers::Scope;
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use consentry_wire::api::Problem;
use uuid::Uuid;

/// What a handle is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The page for the person who can grant; may be claimed once.
    HandOff,
    /// Part of the redirect after a sign-in; may be claimed once, by who signed in.
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

/// How a kind of handle is written.
pub(super) fn kind_text(kind: Kind) -> &'static str {
    match kind {
        Kind::HandOff => "hand_off",
        Kind::Return => "return",
        Kind::View => "view",
        Kind::AdminConsent => "admin_consent",
    }
}

/// What a claimed handle of a kind gives.
pub(super) fn claims(kind: &str) -> Scope {
    if kind == kind_text(Kind::Return) {
        Scope::Starter
    } else {
        Scope::Watch
    }
}

/// Handles of connections. The store has their digests only.
pub trait Handles: Send + Sync {
    /// New handles of one connection.
    fn add_handles(&self, handles: Vec<Handle>, entry: Option<NewRecordEntry>) -> Answer<'_, ()>;
    /// The connection a handle of that kind leads to.
    fn look_up(&self, hash: Digest, kind: Kind, now: u64) -> Answer<'_, Option<Connection>>;
    /// What a view shows: a connection, or only the problem its sign-in ended with.
    fn view(&self, hash: Digest, now: u64) -> Answer<'_, Option<(Connection, Option<Problem>)>>;
    /// Claims a handle, once, and adds the bearer for whoever did.
    fn claim(&self, hash: Digest, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>>;
}
