//! The data keys of the connections, each wrapped by a master key, and a proof of each master key.

use super::Answer;
use uuid::Uuid;

/// Wrapped data keys, and proofs of the master keys that wrapped them.
pub trait Keys: Send + Sync {
    /// The stored proofs of master keys, by key id.
    fn proofs(&self) -> Answer<'_, Vec<(String, Vec<u8>)>>;
    /// Stores the proof of a master key, unless there is one.
    fn add_proof(&self, key: String, proof: Vec<u8>) -> Answer<'_, ()>;
    /// Forgets the proof of a master key, unless a data key is still wrapped by it.
    fn drop_proof(&self, key: String) -> Answer<'_, bool>;
    /// Ids of the master keys that wrapped a stored data key.
    fn keys_in_use(&self) -> Answer<'_, Vec<String>>;
    /// Some connections whose data key another master key than this one wrapped.
    fn wrapped_by_others(&self, active: String, limit: u32) -> Answer<'_, Vec<(Uuid, Vec<u8>)>>;
    /// Replaces the wrapped data key of a connection, if it is still the old one.
    fn rewrap(&self, id: Uuid, old: Vec<u8>, new: Vec<u8>) -> Answer<'_, bool>;
}
