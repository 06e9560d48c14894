//! What tests of the backend as a process have in common: starting it, walking its sign-in, and the
//! soak, which does both under faults for as long as one likes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
#![expect(clippy::missing_panics_doc, reason = "only tests call this")]

pub mod gate;
pub mod kit;
pub mod robot;

pub mod rehearsal;
pub mod soak;
