//! Encryption at rest: XChaCha20-Poly1305, one data key per connection, each wrapped by the master
//! key.
//!
//! The associated data names the connection and the purpose, so that a sealed value moved to
//! another row or column does not open. Deliberately absent: a defence against somebody who puts
//! back an older copy of the whole database.

use crate::token;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use rand::RngCore;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Layout of a sealed value: this byte, 24 bytes of nonce, ciphertext with its tag.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// A sealed value did not open: another key, another place, or changed bytes.
#[derive(Debug, thiserror::Error)]
#[error(
    "a sealed value could not be opened: it was changed, moved, or sealed with another master key"
)]
pub struct Unsealable;

/// The master key.
pub struct Seal(XChaCha20Poly1305);

/// The data key of one connection.
pub struct DataKey {
    cipher: XChaCha20Poly1305,
    connection: Uuid,
}

impl Seal {
    /// From the 32 bytes of the master key.
    pub fn new(master: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(&Key::from(*master)))
    }

    /// Makes the data key of a new connection; the second part is what is stored.
    pub fn make_key(&self, connection: Uuid) -> (DataKey, Vec<u8>) {
        let mut key = Zeroizing::new([0_u8; 32]);
        rand::rng().fill_bytes(key.as_mut());
        let wrapped = seal(&self.0, &context("data-key", connection, ""), key.as_ref());
        (DataKey::new(&key, connection), wrapped)
    }

    /// Unwraps the stored data key of a connection.
    pub fn open_key(&self, connection: Uuid, wrapped: &[u8]) -> Result<DataKey, Unsealable> {
        let key = open(&self.0, &context("data-key", connection, ""), wrapped)?;
        let key: Zeroizing<[u8; 32]> =
            Zeroizing::new(key.as_slice().try_into().map_err(|_| Unsealable)?);
        Ok(DataKey::new(&key, connection))
    }

    /// A value that only this master key opens: stored once, tried at every start.
    pub fn proof(&self) -> Vec<u8> {
        seal(&self.0, &context("proof", Uuid::nil(), ""), b"consentry")
    }

    /// Whether a stored [`Self::proof`] was made with this master key.
    pub fn proves(&self, proof: &[u8]) -> bool {
        open(&self.0, &context("proof", Uuid::nil(), ""), proof)
            .is_ok_and(|plain| token::same(&plain, b"consentry"))
    }
}

impl DataKey {
    fn new(key: &[u8; 32], connection: Uuid) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(&Key::from(*key)),
            connection,
        }
    }

    /// Seals `plain` for one purpose and, where there are several rows, one row.
    pub fn seal(&self, purpose: &str, row: &str, plain: &[u8]) -> Vec<u8> {
        seal(&self.cipher, &context(purpose, self.connection, row), plain)
    }

    /// Opens what [`Self::seal`] made for the same connection, purpose and row.
    pub fn open(
        &self,
        purpose: &str,
        row: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
        open(
            &self.cipher,
            &context(purpose, self.connection, row),
            sealed,
        )
    }
}

fn context(purpose: &str, connection: Uuid, row: &str) -> String {
    format!("consentry/{VERSION}/{purpose}/{connection}/{row}")
}

fn seal(cipher: &XChaCha20Poly1305, context: &str, plain: &[u8]) -> Vec<u8> {
    let mut nonce = [0_u8; NONCE];
    rand::rng().fill_bytes(&mut nonce);
    let sealed = cipher
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: plain,
                aad: context.as_bytes(),
            },
        )
        .expect("XChaCha20-Poly1305 seals anything below 256 GiB");
    [&[VERSION], nonce.as_slice(), sealed.as_slice()].concat()
}

fn open(
    cipher: &XChaCha20Poly1305,
    context: &str,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
    let rest = sealed.strip_prefix(&[VERSION]).ok_or(Unsealable)?;
    let (nonce, message) = rest.split_first_chunk::<NONCE>().ok_or(Unsealable)?;
    cipher
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: message,
                aad: context.as_bytes(),
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| Unsealable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(connection: Uuid) -> DataKey {
        Seal::new(&[7; 32]).make_key(connection).0
    }

    #[test]
    fn a_stored_data_key_opens_what_it_sealed() {
        let (seal, id) = (Seal::new(&[7; 32]), Uuid::new_v4());
        let (made, wrapped) = seal.make_key(id);
        let sealed = made.seal("refresh", "", b"secret");
        let opened = seal
            .open_key(id, &wrapped)
            .unwrap()
            .open("refresh", "", &sealed)
            .unwrap();
        assert_eq!(opened.as_slice(), b"secret");
    }

    #[test]
    fn a_value_moved_to_another_row_column_or_connection_does_not_open() {
        let (seal, one, other) = (Seal::new(&[7; 32]), Uuid::new_v4(), Uuid::new_v4());
        let (made, wrapped) = seal.make_key(one);
        let sealed = made.seal("login", "row-1", b"secret");
        assert!(made.open("login", "row-2", &sealed).is_err());
        assert!(made.open("refresh", "row-1", &sealed).is_err());
        assert!(seal.open_key(other, &wrapped).is_err());
        assert!(key(one).open("login", "row-1", &sealed).is_err());
    }

    #[test]
    fn no_single_flipped_bit_goes_unnoticed() {
        let made = key(Uuid::new_v4());
        let sealed = made.seal("refresh", "", b"secret");
        for bit in 0..sealed.len() * 8 {
            let mut broken = sealed.clone();
            broken[bit / 8] ^= 1 << (bit % 8);
            assert!(made.open("refresh", "", &broken).is_err(), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert!(
                made.open("refresh", "", &sealed[..length]).is_err(),
                "cut at {length}"
            );
        }
    }

    #[test]
    fn another_master_key_is_noticed_before_anything_is_opened() {
        let (right, wrong, id) = (Seal::new(&[7; 32]), Seal::new(&[8; 32]), Uuid::new_v4());
        assert!(right.proves(&right.proof()));
        assert!(!wrong.proves(&right.proof()));
        assert!(wrong.open_key(id, &right.make_key(id).1).is_err());
    }

    #[test]
    fn sealing_twice_never_looks_the_same() {
        let made = key(Uuid::new_v4());
        assert_ne!(
            made.seal("refresh", "", b"secret"),
            made.seal("refresh", "", b"secret")
        );
    }
}
