//! Identifiers: the ones that are the same in every run, and the ones nobody can guess.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

/// Application id of Microsoft Graph (merill/microsoft-info).
pub(crate) const GRAPH_APP: &str = "00000003-0000-0000-c000-000000000000";

/// Application id of the organization's own read-only registration: `data/apps.toml` has it too.
pub(crate) const OBSERVER: &str = "0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e";

/// The GUID of a named thing: the same in every run, so that failures can be compared.
pub(crate) fn guid(name: &str) -> Uuid {
    let digest: [u8; 32] = Sha256::digest(name).into();
    let mut half = [0; 16];
    half.copy_from_slice(&digest[..16]);
    Builder::from_random_bytes(half).into_uuid()
}

/// 256 random bits, as text that fits URLs and cookies.
pub(crate) fn secret() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}
