//! Who looks at an inventory: a sealed cookie, of one tenant, for an hour. Nothing of it is stored, so that every server
//! that has the master keys knows it.

use crate::config::Config;
use crate::sign_in::pending::{LIFETIME_MS, Secrets};
use crate::state::State;
use axum::http::{HeaderMap, HeaderValue, header};
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
    /// To be shown.
    pub(super) account: Option<String>,
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

/// A kind of cookie, with its purpose in the seal: one never opens as another.
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

fn name<T: Kept>(config: &Config) -> String {
    let host = if config.is_https() { "__Host-" } else { "" };
    format!("{host}{}", T::NAME)
}

/// The header that sets it.
pub(super) fn set<T: Kept>(state: &State, kept: &T) -> Option<HeaderValue> {
    header_of::<T>(&state.config, &sealed(state, kept)?, T::LASTS_MS / 1000)
}

/// The header that takes it away.
pub(super) fn forget<T: Kept>(state: &State) -> Option<HeaderValue> {
    header_of::<T>(&state.config, "", 0)
}

fn header_of<T: Kept>(config: &Config, value: &str, seconds: u64) -> Option<HeaderValue> {
    let secure = if config.is_https() { "; Secure" } else { "" };
    // Lax: it must come along when Microsoft sends the browser back.
    let text = format!(
        "{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}",
        name::<T>(config)
    );
    HeaderValue::try_from(text).ok()
}

/// What a request carries, if it was sealed here and has not ended. Two of the same name are none.
pub(super) fn read<T: Kept>(state: &State, headers: &HeaderMap) -> Option<T> {
    let wanted = name::<T>(&state.config);
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == wanted)
        .map(|(_, value)| value);
    let value = values.next()?;
    if values.next().is_some() {
        return None;
    }
    let kept: T = opened(state, value)?;
    (state.clock.now() < kept.until()).then_some(kept)
}

/// A key of its own, wrapped by the master key, and what it seals.
fn sealed<T: Kept>(state: &State, kept: &T) -> Option<String> {
    let id = Uuid::new_v4();
    let (key, wrapped) = state.encryption.new_data_key(id);
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(kept).ok()?);
    let length = u16::try_from(wrapped.len()).ok()?.to_be_bytes();
    let sealed = key.encrypt(T::NAME, "", &plain);
    let bytes = [id.as_bytes().as_slice(), &length, &wrapped, &sealed].concat();
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

fn opened<T: Kept>(state: &State, value: &str) -> Option<T> {
    if value.len() > LONGEST {
        return None;
    }
    let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
    let (id, rest) = bytes.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let (wrapped, sealed) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    let key = state
        .encryption
        .unwrap_key(Uuid::from_bytes(*id), wrapped)
        .ok()?;
    let plain = key.decrypt(T::NAME, "", sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}
