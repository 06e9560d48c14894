//! Random values that are handed out, and what is kept of them.
//!
//! A bearer, a ticket, a handle or a `state` is known in clear only to its holder. The store keeps
//! its SHA-256: all of them carry 256 random bits, so there is nothing to guess and no salt needed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::RngCore;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

/// What the store keeps of a handed-out value.
pub type Digest = [u8; 32];

/// Characters of every value made here.
pub const LENGTH: usize = 43;

/// 256 bits of the operating system's randomness in the URL-safe alphabet: also a valid PKCE
/// verifier (RFC 7636 section 4.1).
pub fn random() -> String {
    let mut bytes = [0_u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The digest of a value.
pub fn digest(value: &str) -> Digest {
    Sha256::digest(value.as_bytes()).into()
}

/// A value that follows from `value` and cannot be turned back into it.
pub fn derive(purpose: &str, value: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(purpose.as_bytes());
    hash.update([0]);
    hash.update(value.as_bytes());
    URL_SAFE_NO_PAD.encode(hash.finalize())
}

/// Whether a text could have been made by [`random`]; anything else is not worth a look-up.
pub fn is_well_formed(value: &str) -> bool {
    value.len() == LENGTH
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Equality that takes equally long wherever the difference is.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_random_values_differ_and_are_well_formed() {
        let (one, other) = (random(), random());
        assert_ne!(one, other);
        assert!(is_well_formed(&one) && is_well_formed(&other));
    }

    #[test]
    fn a_value_of_another_shape_is_not_well_formed() {
        for value in [
            "",
            "short",
            &"a".repeat(44),
            &format!("{}=", "a".repeat(42)),
        ] {
            assert!(!is_well_formed(value), "{value}");
        }
    }

    #[test]
    fn a_derived_value_depends_on_its_purpose() {
        assert_ne!(derive("a", "x"), derive("b", "x"));
        assert!(is_well_formed(&derive("a", "x")));
    }
}
