//! What follows from the answers of Microsoft Graph, and when it is asked again. Pure: no network and no clock.

pub mod schedule;
pub mod conclude;
