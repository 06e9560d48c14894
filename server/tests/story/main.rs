//! Stories: the server as a whole against a small stand-in for Microsoft.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod answers;
mod api;
mod apps;
mod bearers;
mod checklist;
mod cluster;
mod credentials;
mod crowd;
mod data_pack;
mod fake;
mod graph;
mod hand_off;
mod journey;
mod kit;
mod observed;
mod queue;
mod ready;
mod record;
mod secrets;
mod sign_in;
mod start;
mod states;
mod status_read;
