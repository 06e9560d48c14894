//! The master keys: several by ID, one of them active.

use zeroize::Zeroizing;

/// 256 bits.
pub type MasterKey = Zeroizing<[u8; 32]>;

/// The keys that encrypt all data keys.
#[derive(Clone)]
pub struct MasterKeys {
    /// At least one; each ID once.
    pub keys: Vec<(String, MasterKey)>,
    /// The ID of the key that encrypts; all of them decrypt.
    pub active: String,
}

impl MasterKeys {
    /// One key, for tests and tools.
    pub fn one(id: &str, key: [u8; 32]) -> Self {
        Self {
            keys: vec![(id.into(), Zeroizing::new(key))],
            active: id.into(),
        }
    }
}
