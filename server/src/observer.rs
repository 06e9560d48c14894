//! The observer: reads every app of an organization with a registration that can change nothing,
//! and says what each may do, what changed, and how much of it was seen.
//!
//! Each module uses only those before it. In reading order:
//!
//! 1. [`shape`], [`snapshot`], [`difference`], [`reason`], [`finding`], [`summary`], [`level`], [`right`]: what is known and what follows from it (pure)
//! 2. [`reader`] asks Microsoft Graph, with tokens of [`token`], and [`fault`] is why it did not answer; [`wire`] are
//!    Graph's shapes; [`itself`]: the observer checks that it can only read
//! 3. [`rows`] are what is stored, [`list`] reads one list to its end, [`delta`] what changed of it, [`audit`] says who
//!    made a change, [`loss`]: the observer itself as news; [`round`] does it all, and [`follow`] only what changed, by
//!    [`look`]ing at it; [`due`] says which; [`days`]: how the risk changes
//! 4. [`stated`]: what a report holds; [`reading`]: how far it came; [`report`] and [`export`] write it; [`once`]: the command
//! 5. For a running server: [`alert`]: who is told what changed, with [`message`]s, a [`digest`] of a day or a week among them, at [`public`] addresses; [`proof`]: single questions
//!    about an app that may not read them of itself; [`inventory`]: every app, for a page
//!
//! Deliberately absent: any request that writes, and any list that is called complete without proof.

pub mod shape;
pub mod snapshot;
pub mod difference;
pub mod reason;
pub mod finding;
pub mod summary;
pub mod level;
pub mod right;

pub mod token;
pub mod fault;
pub mod reader;
pub mod wire;
pub mod itself;

pub mod rows;
pub mod list;
pub mod delta;
pub mod audit;
pub mod loss;
mod completeness;
pub mod round;
pub mod look;
pub mod follow;
pub mod due;
pub mod days;

pub mod stated;
pub mod reading;
pub mod report;
pub mod export;
pub mod once;

pub mod digest;
pub mod public;
pub mod message;
pub mod alert;
pub mod proof;
pub mod inventory;
