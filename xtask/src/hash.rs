//! What follows from the contents of something.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// RFC 9562, 5.8: a UUID of one's own making, here from the hash of what it stands for.
pub(crate) fn uuid(bytes: &[u8]) -> uuid::Uuid {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}

/// The id a browser gives an extension with this key: the hash's first half, spelled with a to p.
pub(crate) fn extension_id(key: &[u8]) -> String {
    let letters = sha256(key);
    let digits = letters
        .chars()
        .take(32)
        .filter_map(|digit| digit.to_digit(16));
    digits
        .filter_map(|digit| char::from_u32(u32::from(b'a') + digit))
        .collect()
}
