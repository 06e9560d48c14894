//! Sign-ins that were begun and have not come back from Microsoft yet.
//!
//! A sign-in has no state of its own: it is under way while its row is there, and whoever deletes the row has it.

use super::Answer;
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::secrets::token::Digest;
use uuid::Uuid;

/// A started sign-in.
#[derive(Clone, Debug)]
pub struct StoredSignIn {
    /// Digest of its `state`.
    pub state: Digest,
    /// The connection it is for.
    pub connection: Uuid,
    /// Digest of the cookie of the browser it belongs to.
    pub browser: Digest,
    /// Digest of the ticket that moves it to another browser.
    pub ticket: Option<Digest>,
    /// State, nonce and PKCE verifier, encrypted.
    pub encrypted: Vec<u8>,
    /// Unix milliseconds.
    pub expires_at: u64,
}

/// Sign-ins under way; a connection has one at most.
pub trait SignIns: Send + Sync {
    /// A new sign-in for a connection; earlier ones of it stop being accepted.
    fn begin(&self, login: StoredSignIn, entry: NewRecordEntry) -> Answer<'_, ()>;
    /// Deletes a sign-in and returns it, so that nobody else gets it. Also returns one that has expired.
    fn take_sign_in(&self, state: Digest) -> Answer<'_, Option<StoredSignIn>>;
    /// Forgets the sign-in of a connection that is under way.
    fn forget_sign_in(&self, connection: Uuid) -> Answer<'_, ()>;
    /// How many sign-ins were begun and can still be finished.
    fn pending(&self, now: u64) -> Answer<'_, u64>;
    /// The connection a ticket leads to. Looking changes nothing.
    fn ticket(&self, ticket: Digest, now: u64) -> Answer<'_, Option<Connection>>;
    /// Uses a ticket up and moves its sign-in to another browser.
    fn use_ticket(
        &self,
        ticket: Digest,
        browser: Digest,
        now: u64,
    ) -> Answer<'_, Option<StoredSignIn>>;
}
