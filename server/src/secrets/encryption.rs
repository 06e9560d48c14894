//! Encryption at rest: XChaCha20-Poly1305, one data key per connection, each wrapped by a master
//! key.
//!
//! There may be several master keys, told apart by IDs: all of them decrypt, the active one encrypts. A
//! wrapped data key says which key wrapped it. The associated data names that key, the connection
//! and the purpose, so that an encrypted value moved to another row or column, or said to be of another
//! key, is not decrypted. Deliberately absent: a defence against somebody who puts back an older copy
//! of the whole database.

use crate::secrets::master_key::MasterKeys;
use crate::secrets::token;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use rand::RngCore;
use std::sync::{Arc, PoisonError, RwLock};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Layout of an encrypted value: this byte, 24 bytes of nonce, ciphertext with its tag.
const VERSION: u8 = 1;
/// Layout of a wrapped data key: this byte, the length of the master key's id, the id, and then
/// nonce and ciphertext as above. Release 0.1.0 wrote [`VERSION`] here and knew one master key.
const WRAPPED: u8 = 2;
const NONCE: usize = 24;

/// An encrypted value could not be decrypted: another key, another place, or changed bytes.
#[derive(Debug, thiserror::Error)]
#[error(
    "an encrypted value could not be opened: it was changed, moved, or encrypted with another master key"
)]
pub struct DecryptionFailed;

/// The master keys. They can be exchanged while the server runs.
pub struct Encryption(RwLock<Arc<Ring>>);

struct Ring {
    keys: Vec<(String, XChaCha20Poly1305)>,
    active: usize,
}

impl Ring {
    fn new(keys: &MasterKeys) -> Arc<Self> {
        let ciphers = keys
            .keys
            .iter()
            .map(|(id, key)| (id.clone(), XChaCha20Poly1305::new(&Key::from(**key))));
        let active = keys.keys.iter().position(|(id, _)| *id == keys.active);
        Arc::new(Self {
            keys: ciphers.collect(),
            active: active.expect("checked when the configuration was read"),
        })
    }

    fn find(&self, id: &str) -> Option<&XChaCha20Poly1305> {
        self.keys
            .iter()
            .find(|(known, _)| known == id)
            .map(|(_, cipher)| cipher)
    }
}

/// The data key of one connection.
pub struct DataKey {
    cipher: XChaCha20Poly1305,
    connection: Uuid,
}

/// The id of the master key that wrapped a data key; empty where release 0.1.0 did.
pub fn key_id(wrapped: &[u8]) -> &str {
    split(wrapped).map_or("", |(id, _)| id)
}

/// Id and encrypted part of a wrapped data key of today's layout.
fn split(wrapped: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = wrapped.strip_prefix(&[WRAPPED])?.split_first()?;
    let (id, encrypted) = rest.split_at_checked(usize::from(*length))?;
    Some((std::str::from_utf8(id).ok()?, encrypted))
}

impl Encryption {
    /// With these master keys.
    pub fn new(keys: &MasterKeys) -> Self {
        Self(RwLock::new(Ring::new(keys)))
    }

    /// Uses other master keys from now on.
    pub fn exchange(&self, keys: &MasterKeys) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Ring::new(keys);
    }

    fn ring(&self) -> Arc<Ring> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The ID of the key that encrypts.
    pub fn active(&self) -> String {
        let ring = self.ring();
        ring.keys[ring.active].0.clone()
    }

    /// The ids of all keys.
    pub fn ids(&self) -> Vec<String> {
        let ring = self.ring();
        ring.keys.iter().map(|(id, _)| id.clone()).collect()
    }

    /// Makes the data key of a new connection; the second part is what is stored.
    pub fn new_data_key(&self, connection: Uuid) -> (DataKey, Vec<u8>) {
        let mut key = Zeroizing::new([0_u8; 32]);
        rand::rng().fill_bytes(key.as_mut());
        let wrapped = self.wrap(connection, &key);
        (DataKey::new(&key, connection), wrapped)
    }

    fn wrap(&self, connection: Uuid, key: &[u8; 32]) -> Vec<u8> {
        let ring = self.ring();
        let (id, cipher) = &ring.keys[ring.active];
        let length = u8::try_from(id.len()).expect("ids are short");
        let encrypted = encrypt(cipher, &context("data-key", connection, id), key);
        [&[WRAPPED, length], id.as_bytes(), &encrypted].concat()
    }

    /// Unwraps the stored data key of a connection.
    ///
    /// # Errors
    ///
    /// When no configured master key wrapped it, or it was changed or moved.
    pub fn unwrap_key(
        &self,
        connection: Uuid,
        wrapped: &[u8],
    ) -> Result<DataKey, DecryptionFailed> {
        let key = self.unwrap(connection, wrapped)?;
        Ok(DataKey::new(&key, connection))
    }

    fn unwrap(
        &self,
        connection: Uuid,
        wrapped: &[u8],
    ) -> Result<Zeroizing<[u8; 32]>, DecryptionFailed> {
        let ring = self.ring();
        let key = if let Some((id, encrypted)) = split(wrapped) {
            let cipher = ring.find(id).ok_or(DecryptionFailed)?;
            decrypt(cipher, &context("data-key", connection, id), encrypted)?
        } else {
            // As release 0.1.0 wrote it, which named no key: it is one of them.
            let context = context("data-key", connection, "");
            let mut keys = ring.keys.iter();
            keys.find_map(|(_, cipher)| decrypt(cipher, &context, wrapped).ok())
                .ok_or(DecryptionFailed)?
        };
        key.as_slice()
            .try_into()
            .map(Zeroizing::new)
            .map_err(|_| DecryptionFailed)
    }

    /// The same data key, wrapped by the active master key.
    ///
    /// # Errors
    ///
    /// As [`Self::unwrap_key`].
    pub fn rewrap(&self, connection: Uuid, wrapped: &[u8]) -> Result<Vec<u8>, DecryptionFailed> {
        let key = self.unwrap(connection, wrapped)?;
        Ok(self.wrap(connection, &key))
    }

    /// Values that only these master keys decrypt, each with its key's id: stored once, tried at every
    /// start.
    pub fn proofs(&self) -> Vec<(String, Vec<u8>)> {
        self.ring()
            .keys
            .iter()
            .map(|(id, cipher)| (id.clone(), encrypt(cipher, &proof_context(id), PROOF)))
            .collect()
    }

    /// Whether a stored proof was made with the key of that id. The proof of release 0.1.0 has no
    /// id: one of the keys must decrypt it.
    pub fn proves(&self, id: &str, proof: &[u8]) -> bool {
        let opens = |cipher: &XChaCha20Poly1305| {
            decrypt(cipher, &proof_context(id), proof).is_ok_and(|plain| token::same(&plain, PROOF))
        };
        let ring = self.ring();
        if id.is_empty() {
            ring.keys.iter().any(|(_, cipher)| opens(cipher))
        } else {
            ring.find(id).is_some_and(opens)
        }
    }
}

const PROOF: &[u8] = b"consentry";

fn proof_context(id: &str) -> String {
    context("proof", Uuid::nil(), id)
}

impl DataKey {
    fn new(key: &[u8; 32], connection: Uuid) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(&Key::from(*key)),
            connection,
        }
    }

    /// Encrypts `plain` for one purpose and, where there are several rows, one row.
    pub fn encrypt(&self, purpose: &str, row: &str, plain: &[u8]) -> Vec<u8> {
        encrypt(&self.cipher, &context(purpose, self.connection, row), plain)
    }

    /// Decrypts what [`Self::encrypt`] made for the same connection, purpose and row.
    ///
    /// # Errors
    ///
    /// When it was encrypted for something else, or was changed.
    pub fn decrypt(
        &self,
        purpose: &str,
        row: &str,
        encrypted: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, DecryptionFailed> {
        decrypt(
            &self.cipher,
            &context(purpose, self.connection, row),
            encrypted,
        )
    }
}

fn context(purpose: &str, connection: Uuid, row: &str) -> String {
    format!("consentry/{VERSION}/{purpose}/{connection}/{row}")
}

fn encrypt(cipher: &XChaCha20Poly1305, context: &str, plain: &[u8]) -> Vec<u8> {
    let mut nonce = [0_u8; NONCE];
    rand::rng().fill_bytes(&mut nonce);
    let encrypted = cipher
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: plain,
                aad: context.as_bytes(),
            },
        )
        .expect("XChaCha20-Poly1305 encrypts anything below 256 GiB");
    [&[VERSION], nonce.as_slice(), encrypted.as_slice()].concat()
}

fn decrypt(
    cipher: &XChaCha20Poly1305,
    context: &str,
    encrypted: &[u8],
) -> Result<Zeroizing<Vec<u8>>, DecryptionFailed> {
    let rest = encrypted.strip_prefix(&[VERSION]).ok_or(DecryptionFailed)?;
    let (nonce, message) = rest.split_first_chunk::<NONCE>().ok_or(DecryptionFailed)?;
    cipher
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: message,
                aad: context.as_bytes(),
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| DecryptionFailed)
}

/// As release 0.1.0 did it.
#[cfg(test)]
impl Encryption {
    pub(crate) fn legacy_key(master: &[u8; 32], id: Uuid) -> (DataKey, Vec<u8>) {
        let cipher = XChaCha20Poly1305::new(&Key::from(*master));
        let wrapped = encrypt(&cipher, &context("data-key", id, ""), &[9; 32]);
        (DataKey::new(&[9; 32], id), wrapped)
    }

    pub(crate) fn legacy_proof(master: &[u8; 32]) -> (String, Vec<u8>) {
        let cipher = XChaCha20Poly1305::new(&Key::from(*master));
        (String::new(), encrypt(&cipher, &proof_context(""), PROOF))
    }
}

#[cfg(test)]
mod tests;
