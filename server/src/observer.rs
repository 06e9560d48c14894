//! The observer: reads every app of an organization with a registration that can change nothing,
//! and says what each may do, what changed, and how much of it was seen.
//!
//! Each module uses only those before it. In reading order:
//!
//! 1. [`shape`], [`snapshot`], [`difference`], [`finding`], [`level`]: what is known and what follows from it (pure)
//! 2. [`reader`] asks Microsoft Graph, with tokens of [`token`]; [`wire`] are Graph's shapes;
//!    [`itself`] looks at the observer first, [`list`] reads one list to its end, [`round`] all of them, [`audit`] who made a change
//! 3. [`report`] and [`export`]: what is written; [`once`]: the command that does it all
//! 4. [`rounds`]: the same in a running server, and [`alert`] to whom it tells what changed, at [`public`]
//!    addresses
//!
//! Deliberately absent: any request that writes, and any list that is called complete without proof.

pub mod difference;
pub mod finding;
pub mod level;
pub mod shape;
pub mod snapshot;

pub mod itself;
pub mod reader;
pub mod token;
pub mod wire;

pub mod audit;
pub mod list;
pub mod round;

pub mod export;
pub mod once;
pub mod report;

pub mod alert;
pub mod public;
pub mod rounds;
