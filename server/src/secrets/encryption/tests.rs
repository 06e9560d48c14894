//! What was encrypted opens with its own key, at its own place, and nowhere else.

use super::*;

fn one(id: &str, byte: u8) -> Encryption {
    Encryption::new(&MasterKeys::one(id, [byte; 32]))
}

/// The active one first.
fn several(keys: &[(&str, u8)]) -> Encryption {
    Encryption::new(&MasterKeys {
        keys: keys
            .iter()
            .map(|&(id, byte)| (id.into(), Zeroizing::new([byte; 32])))
            .collect(),
        active: keys[0].0.into(),
    })
}

fn key(connection: Uuid) -> DataKey {
    one("a", 7).new_data_key(connection).0
}

#[test]
fn a_stored_data_key_decrypts_what_it_encrypted() {
    let (encryption, id) = (one("a", 7), Uuid::new_v4());
    let (made, wrapped) = encryption.new_data_key(id);
    let encrypted = made.encrypt("refresh", "", b"secret");
    let opened = encryption
        .unwrap_key(id, &wrapped)
        .unwrap()
        .decrypt("refresh", "", &encrypted)
        .unwrap();
    assert_eq!(opened.as_slice(), b"secret");
}

#[test]
fn a_value_moved_to_another_row_column_or_connection_does_not_open() {
    let (encryption, one, other) = (one("a", 7), Uuid::new_v4(), Uuid::new_v4());
    let (made, wrapped) = encryption.new_data_key(one);
    let encrypted = made.encrypt("login", "row-1", b"secret");
    assert!(made.decrypt("login", "row-2", &encrypted).is_err());
    assert!(made.decrypt("refresh", "row-1", &encrypted).is_err());
    assert!(encryption.unwrap_key(other, &wrapped).is_err());
    assert!(key(one).decrypt("login", "row-1", &encrypted).is_err());
}

#[test]
fn no_single_flipped_bit_goes_unnoticed() {
    let (encryption, id) = (one("a", 7), Uuid::new_v4());
    let (made, wrapped) = encryption.new_data_key(id);
    let encrypted = made.encrypt("refresh", "", b"secret");
    for bit in 0..encrypted.len() * 8 {
        let mut broken = encrypted.clone();
        broken[bit / 8] ^= 1 << (bit % 8);
        assert!(made.decrypt("refresh", "", &broken).is_err(), "bit {bit}");
    }
    for bit in 0..wrapped.len() * 8 {
        let mut broken = wrapped.clone();
        broken[bit / 8] ^= 1 << (bit % 8);
        assert!(
            encryption.unwrap_key(id, &broken).is_err(),
            "bit {bit} of the key"
        );
    }
    for length in 0..encrypted.len() {
        assert!(
            made.decrypt("refresh", "", &encrypted[..length]).is_err(),
            "cut at {length}"
        );
    }
    for length in 0..wrapped.len() {
        assert!(encryption.unwrap_key(id, &wrapped[..length]).is_err());
    }
}

#[test]
fn another_master_key_is_noticed_before_anything_is_opened() {
    let (right, wrong, id) = (one("a", 7), one("a", 8), Uuid::new_v4());
    let (_, proof) = &right.proofs()[0];
    assert!(right.proves("a", proof));
    assert!(!wrong.proves("a", proof));
    assert!(!one("b", 7).proves("a", proof), "its id is not known");
    assert!(!one("b", 7).proves("b", proof), "it is another key's");
    assert!(wrong.unwrap_key(id, &right.new_data_key(id).1).is_err());
}

#[test]
fn a_data_key_said_to_be_wrapped_by_another_key_does_not_open() {
    // The same key twice under two names: only the name differs.
    let (encryption, id) = (several(&[("a", 7), ("b", 7)]), Uuid::new_v4());
    let (_, mut wrapped) = encryption.new_data_key(id);
    assert_eq!(key_id(&wrapped), "a");
    wrapped[2] = b'b';
    assert_eq!(key_id(&wrapped), "b");
    assert!(encryption.unwrap_key(id, &wrapped).is_err());
}

#[test]
fn a_rewrapped_key_needs_the_old_master_key_no_more() {
    let id = Uuid::new_v4();
    let (made, old) = one("old", 7).new_data_key(id);
    let encrypted = made.encrypt("refresh", "", b"secret");
    let both = several(&[("new", 8), ("old", 7)]);
    let new = both.rewrap(id, &old).unwrap();
    assert_eq!(key_id(&new), "new");
    let opened = one("new", 8).unwrap_key(id, &new).unwrap();
    assert_eq!(
        opened
            .decrypt("refresh", "", &encrypted)
            .unwrap()
            .as_slice(),
        b"secret"
    );
    assert!(one("new", 8).unwrap_key(id, &old).is_err());
}

#[test]
fn keys_can_be_exchanged_while_they_are_used() {
    let (encryption, id) = (one("old", 7), Uuid::new_v4());
    let (_, old) = encryption.new_data_key(id);
    encryption.exchange(&MasterKeys::one("new", [8; 32]));
    assert_eq!(encryption.active(), "new");
    assert!(encryption.unwrap_key(id, &old).is_err());
}

#[test]
fn what_release_0_1_0_wrapped_opens_with_its_key_under_any_name() {
    let id = Uuid::new_v4();
    let (_, wrapped) = Encryption::legacy_key(&[7; 32], id);
    let (_, proof) = Encryption::legacy_proof(&[7; 32]);
    assert_eq!(key_id(&wrapped), "");
    let encryption = several(&[("new", 8), ("old", 7)]);
    assert!(encryption.unwrap_key(id, &wrapped).is_ok());
    assert!(encryption.proves("", &proof));
    assert!(!one("new", 8).proves("", &proof));
}

#[test]
fn encrypting_twice_never_looks_the_same() {
    let made = key(Uuid::new_v4());
    assert_ne!(
        made.encrypt("refresh", "", b"secret"),
        made.encrypt("refresh", "", b"secret")
    );
}
