//! The secrets of a sign-in that was begun: `state`, `nonce` and PKCE verifier, bound to one browser for ten minutes.

use crate::secrets::encryption::{DataKey, DecryptionFailed};
use crate::secrets::token::{self, Digest};
use crate::store;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// How long a sign-in may take to come back from Microsoft. A code itself is good for about ten minutes
/// (docs/facts/login.md L1).
pub const LIFETIME_MS: u64 = 10 * 60 * 1000;

/// The three values of a sign-in, 256 bits each, and where it went. They leave memory encrypted only.
#[derive(Deserialize)]
pub struct Secrets {
    /// RFC 6749 section 10.12.
    pub state: SecretString,
    /// OpenID Connect Core section 3.1.2.1.
    pub nonce: SecretString,
    /// RFC 7636 section 4.1.
    pub verifier: SecretString,
    /// The authority it was sent to: its code is redeemed nowhere else (RFC 9700 section 4.4.2).
    #[serde(default)]
    pub authority: String,
}

/// What is encrypted of [`Secrets`].
#[derive(Serialize)]
struct Plain<'a> {
    state: &'a str,
    nonce: &'a str,
    verifier: &'a str,
    authority: &'a str,
}

impl Secrets {
    /// Fresh ones.
    pub fn random(authority: String) -> Self {
        Self {
            state: token::random().into(),
            nonce: token::random().into(),
            verifier: token::random().into(),
            authority,
        }
    }

    /// As stored: nothing in clear but when it ends.
    ///
    /// # Panics
    ///
    /// Never: strings are always JSON.
    pub fn store(
        &self,
        connection: Uuid,
        key: &DataKey,
        browser: &str,
        ticket: &str,
        now: u64,
    ) -> store::StoredSignIn {
        let state = token::digest(self.state.expose_secret());
        let plain = Plain {
            state: self.state.expose_secret(),
            nonce: self.nonce.expose_secret(),
            verifier: self.verifier.expose_secret(),
            authority: &self.authority,
        };
        let plain = Zeroizing::new(serde_json::to_vec(&plain).expect("strings are JSON"));
        store::StoredSignIn {
            state,
            connection,
            browser: token::digest(browser),
            ticket: Some(token::digest(ticket)),
            encrypted: key.encrypt("login", &row(&state), &plain),
            expires_at: now + LIFETIME_MS,
        }
    }

    /// What was stored.
    ///
    /// # Errors
    ///
    /// When it was encrypted with another key, or was changed or moved.
    pub fn open(stored: &store::StoredSignIn, key: &DataKey) -> Result<Self, DecryptionFailed> {
        let plain = key.decrypt("login", &row(&stored.state), &stored.encrypted)?;
        serde_json::from_slice(&plain).map_err(|_| DecryptionFailed)
    }
}

fn row(state: &Digest) -> String {
    URL_SAFE_NO_PAD.encode(state)
}
