//! The configured master keys against those the store was encrypted with.

use crate::secrets::encryption::{DecryptionFailed, Encryption};
use crate::store::{Keys, StoreError};

/// Why the master keys do not fit the store.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The database was encrypted with another key.
    #[error(
        "the master key {0:?} is not the one this database was encrypted with: configure the right key under that ID"
    )]
    Wrong(String),
    /// As [`Self::Wrong`], for a database of release 0.1.0, whose key had no id.
    #[error("`master_key` is not the key this database was encrypted with")]
    WrongOnly,
    /// A key that is needed is not configured.
    #[error(
        "connections are encrypted with the master key {0:?}, which is not configured: add it, and run `rotate-keys` before you remove it"
    )]
    Absent(String),
    /// A data key could not be decrypted with its master key.
    #[error("the data key of connection {0} does not open: it was changed or moved")]
    Damaged(uuid::Uuid),
}

/// Compares the keys with the store; the proof of a key that the store does not know is stored.
///
/// # Errors
///
/// When a key is missing or another one than the database was encrypted with, or the store fails.
pub async fn agree(store: &dyn Keys, encryption: &Encryption) -> Result<(), KeyError> {
    // First compared, so that a wrong key leaves no trace; and again after, because another server
    // that starts at this moment may have stored its proof first.
    compare(store, encryption).await?;
    for (id, proof) in encryption.proofs() {
        store.add_proof(id, proof).await?;
    }
    compare(store, encryption).await
}

/// As [`agree`], and stores nothing.
///
/// # Errors
///
/// As [`agree`].
pub async fn compare(store: &dyn Keys, encryption: &Encryption) -> Result<(), KeyError> {
    let known = encryption.ids();
    let in_use = store.keys_in_use().await?;
    for (id, proof) in store.proofs().await? {
        let is_needed = known.contains(&id) || in_use.contains(&id);
        if is_needed && !encryption.proves(&id, &proof) {
            return Err(if id.is_empty() {
                KeyError::WrongOnly
            } else if known.contains(&id) {
                KeyError::Wrong(id)
            } else {
                KeyError::Absent(id)
            });
        }
    }
    match in_use
        .into_iter()
        .find(|id| !id.is_empty() && !known.contains(id))
    {
        Some(absent) => Err(KeyError::Absent(absent)),
        None => Ok(()),
    }
}

/// What a rotation did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rotated {
    /// Data keys that are wrapped by the active key now and were not before.
    pub rewrapped: u64,
    /// Ids of keys that nothing needs any more.
    pub retired: Vec<String>,
}

/// So many at a time.
const BATCH: u32 = 256;

/// Wraps every data key by the active master key. Servers go on meanwhile: each row changes in one
/// step, and the encrypted values do not change at all. Can be stopped and begun again at any point.
///
/// # Errors
///
/// When a data key cannot be decrypted, or the store fails.
pub async fn rotate(store: &dyn Keys, encryption: &Encryption) -> Result<Rotated, KeyError> {
    let active = encryption.active();
    let mut rotated = Rotated::default();
    loop {
        let batch = store.wrapped_by_others(active.clone(), BATCH).await?;
        if batch.is_empty() {
            break;
        }
        for (id, old) in batch {
            let new = encryption
                .rewrap(id, &old)
                .map_err(|DecryptionFailed| KeyError::Damaged(id))?;
            // False if it was deleted or rewrapped by somebody else meanwhile.
            rotated.rewrapped += u64::from(store.rewrap(id, old, new).await?);
        }
    }
    for (id, _) in store.proofs().await? {
        if id != active && store.drop_proof(id.clone()).await? && !id.is_empty() {
            rotated.retired.push(id);
        }
    }
    Ok(rotated)
}
