//! What reads the input of strangers, each as one function of bytes that panics where something is
//! wrong. The tests call them with the corpus and with a fixed number of mutations; `cargo xtask
//! fuzz` lets libFuzzer look for more.
//!
//! Deliberately absent: an opinion on input that makes no sense, as long as it does no harm.

mod fake;
mod seen;
mod flow;

mod address;
mod callback;
mod config;
mod graph;
mod message;
mod pack;
mod page;
mod record;
mod request;
mod token;

pub use address::address;
pub use callback::callback;
pub use config::config;
pub use flow::flow;
pub use graph::graph;
pub use message::message;
pub use pack::pack;
pub use page::page;
pub use record::record;
pub use request::request;
pub use token::token;

/// A target: its name, which is also that of its folder in the corpus, and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 11] = [
    ("address", address),
    ("page", page),
    ("message", message),
    ("request", request),
    ("flow", flow),
    ("callback", callback),
    ("graph", graph),
    ("pack", pack),
    ("config", config),
    ("record", record),
    ("token", token),
];
