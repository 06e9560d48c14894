//! What is known of one app, for its page.

use crate::observer::difference::Change;
use crate::observer::inventory::{Detail, Inventory, Line};

/// All there is to say of an app.
pub struct Known<'a> {
    /// The inventory it is in.
    pub inventory: &'a Inventory,
    /// Its line.
    pub line: &'a Line,
    /// What it holds, and what was found.
    pub detail: &'a Detail,
    /// What changed of it, the newest first.
    pub history: &'a [Change],
    /// The address of the portal.
    pub portal: &'a str,
}
