//! The stored refresh token of a connection: encrypted with its data key.

use crate::secrets::encryption::{DataKey, DecryptionFailed};
use secrecy::{ExposeSecret, SecretString};

/// What the data key encrypts it for.
const PURPOSE: &str = "refresh";

/// What is stored.
pub fn encrypt(key: &DataKey, token: &SecretString) -> Vec<u8> {
    key.encrypt(PURPOSE, "", token.expose_secret().as_bytes())
}

/// What was stored.
///
/// # Errors
///
/// When it was encrypted with another key, or was changed or moved.
pub fn decrypt(key: &DataKey, encrypted: &[u8]) -> Result<SecretString, DecryptionFailed> {
    let plain = key.decrypt(PURPOSE, "", encrypted)?;
    let text = std::str::from_utf8(&plain).map_err(|_| DecryptionFailed)?;
    Ok(text.into())
}
