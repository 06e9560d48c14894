//! Who looks at an inventory: an encrypted cookie, of one tenant, for an hour. Nothing of it is stored, so that every server
//! that has the master keys knows it.

use crate::observer::right::Right;
use crate::sign_in::cookie;
use crate::sign_in::pending::{LIFETIME_MS, Secrets};
use crate::state::State;
use axum::http::{HeaderMap, HeaderValue};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::ExposeSecret;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroize;

/// So long a session lasts: the role may be taken away meanwhile.
pub(super) const HOUR_MS: u64 = 60 * 60 * 1000;

/// Browsers keep no longer cookie.
const LONGEST: usize = 4096;

/// Who signed in.
#[derive(Serialize, Deserialize)]
pub(super) struct Session {
    /// The tenant whose apps may be seen, and no other.
    pub(super) tenant: String,
    /// Object ID of the person in it.
    pub(super) person: String,
    /// To be shown.
    pub(super) account: Option<String>,
    /// What the person may do.
    pub(super) right: Right,
    /// Unix milliseconds.
    pub(super) until: u64,
}

/// A sign-in that was begun in this browser.
#[derive(Serialize, Deserialize)]
pub(super) struct Begun {
    pub(super) tenant: String,
    /// As in [`Secrets`].
    pub(super) state: String,
    nonce: String,
    verifier: String,
    authority: String,
    /// Unix milliseconds.
    until: u64,
}

impl Begun {
    /// A sign-in in a tenant that begins now.
    pub(super) fn new(tenant: &str, secrets: &Secrets, now: u64) -> Self {
        Self {
            tenant: tenant.to_owned(),
            state: secrets.state.expose_secret().to_owned(),
            nonce: secrets.nonce.expose_secret().to_owned(),
            verifier: secrets.verifier.expose_secret().to_owned(),
            authority: secrets.authority.clone(),
            until: now + LIFETIME_MS,
        }
    }

    /// What the answer is redeemed with.
    pub(super) fn secrets(&self) -> Secrets {
        Secrets {
            state: self.state.clone().into(),
            nonce: self.nonce.clone().into(),
            verifier: self.verifier.clone().into(),
            authority: self.authority.clone(),
        }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        self.state.zeroize();
        self.nonce.zeroize();
        self.verifier.zeroize();
    }
}

/// A kind of cookie. Its name is part of what it is encrypted with: one is never read as another.
pub(super) trait Kept: Serialize + DeserializeOwned {
    const NAME: &'static str;
    const LASTS_MS: u64;
    fn until(&self) -> u64;
}

impl Kept for Session {
    const NAME: &'static str = "consentry-apps";
    const LASTS_MS: u64 = HOUR_MS;
    fn until(&self) -> u64 {
        self.until
    }
}

impl Kept for Begun {
    const NAME: &'static str = "consentry-apps-begun";
    const LASTS_MS: u64 = LIFETIME_MS;
    fn until(&self) -> u64 {
        self.until
    }
}

/// The header that sets it.
pub(super) fn set<T: Kept>(state: &State, kept: &T) -> Option<HeaderValue> {
    let value = encrypted(state, kept)?;
    cookie::set(&state.config, T::NAME, &value, T::LASTS_MS / 1000)
}

/// The header that takes it away.
pub(super) fn forget<T: Kept>(state: &State) -> Option<HeaderValue> {
    cookie::set(&state.config, T::NAME, "", 0)
}

/// What a request carries, if it was encrypted here and has not ended.
pub(super) fn read<T: Kept>(state: &State, headers: &HeaderMap) -> Option<T> {
    let value = cookie::read(&state.config, headers, T::NAME)?;
    let kept: T = decrypted(state, value)?;
    (state.clock.now() < kept.until()).then_some(kept)
}

/// A key of its own, wrapped by the master key, and what it encrypts.
fn encrypted<T: Kept>(state: &State, kept: &T) -> Option<String> {
    let id = Uuid::new_v4();
    let (key, wrapped) = state.encryption.new_data_key(id);
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(kept).ok()?);
    let length = u16::try_from(wrapped.len()).ok()?.to_be_bytes();
    let encrypted = key.encrypt(T::NAME, "", &plain);
    let bytes = [id.as_bytes().as_slice(), &length, &wrapped, &encrypted].concat();
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

fn decrypted<T: Kept>(state: &State, value: &str) -> Option<T> {
    if value.len() > LONGEST {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
    let (id, rest) = bytes.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let (wrapped, encrypted) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    let key = state
        .encryption
        .unwrap_key(Uuid::from_bytes(*id), wrapped)
        .ok()?;
    let plain = key.decrypt(T::NAME, "", encrypted).ok()?;
    serde_json::from_slice(&plain).ok()
}
