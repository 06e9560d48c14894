//! What follows from the answers of Microsoft Graph, and when it is asked again. Pure: no network and no clock.

pub mod schedule;
mod exposure;
mod context;
mod request;
mod settle;
pub mod conclude;

pub use conclude::conclude;
pub use context::{CheckContext, CheckResult};
pub use request::{attend, hasten, is_left_alone, may_be_left_alone, suggest};
pub use settle::advice;
