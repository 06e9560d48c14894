//! What opens something: random tokens and their digests, the master keys, the credentials of an app, and the
//! encryption of what is stored.

pub mod token;
pub mod master_key;
pub mod credential;
pub mod encryption;
