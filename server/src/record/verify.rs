//! Whether an exported record is whole: offline, from the file alone.
//!
//! Each entry is read as JSON and not as today's types, so that the record of a newer server can be
//! verified too. What cannot be found out from the file: whether entries are missing at its end,
//! and whether all of it was made again by somebody who has the database. For both, compare the head
//! with one that was kept elsewhere, or with the store's ([`End`](super::End)).

use super::seal;
use consentry_wire::record::{FORMAT, Head, NOTHING_BEFORE};
use serde::Deserialize;
use serde_json::Value;

/// What is wrong with a record. Numbers count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// No export at all.
    #[error("this is not an exported record: {0}")]
    Shape(String),
    /// An export of another version.
    #[error("the format is {0:?}, this program reads {FORMAT:?}")]
    Format(String),
    /// An entry whose seal is not the one that was written.
    #[error("entry {0} was changed: its seal does not fit what it says")]
    Changed(u64),
    /// An entry that does not follow the one before.
    #[error("entry {0} does not follow the one before it: something was left out, added or moved")]
    Unchained(u64),
    /// An entry of another connection.
    #[error("entry {0} belongs to another connection")]
    Foreign(u64),
    /// The end is not what the export says it is.
    #[error(
        "the export says it ends with {said} entries and seal {seal}, but it does not: its end was cut off or changed"
    )]
    End {
        /// Entries, as the export says.
        said: u64,
        /// The last seal, as the export says.
        seal: String,
    },
}

/// A record that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The connection's id.
    pub connection: String,
    /// Where it ends.
    pub head: Head,
    /// Entries whose time is before the one they follow: a clock was set back, or is another
    /// server's.
    pub back_in_time: Vec<u64>,
}

#[derive(Deserialize)]
struct Export {
    format: String,
    connection: String,
    head: Head,
    entries: Vec<Sealed>,
}

#[derive(Deserialize)]
struct Sealed {
    seal: String,
    entry: Value,
}

/// Verifies an export. All that is broken is named, not the first alone.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn verify(text: &str) -> Result<Whole, Vec<Broken>> {
    let export: Value =
        serde_json::from_str(text).map_err(|error| vec![Broken::Shape(error.to_string())])?;
    if let Some(format) = export.get("format").and_then(Value::as_str)
        && format != FORMAT
    {
        return Err(vec![Broken::Format(format.into())]);
    }
    let export: Export =
        serde_json::from_value(export).map_err(|error| vec![Broken::Shape(error.to_string())])?;
    if export.format != FORMAT {
        return Err(vec![Broken::Format(export.format)]);
    }
    let (mut broken, mut back_in_time) = (Vec::new(), Vec::new());
    let (mut previous, mut time) = (NOTHING_BEFORE.to_owned(), 0);
    for (sealed, number) in export.entries.iter().zip(1..) {
        let text = |key: &str| sealed.entry.get(key).and_then(Value::as_str);
        let whole = |key: &str| sealed.entry.get(key).and_then(Value::as_u64);
        if seal(&sealed.entry) != sealed.seal {
            broken.push(Broken::Changed(number));
        }
        if text("previous") != Some(&previous) || whole("number") != Some(number) {
            broken.push(Broken::Unchained(number));
        }
        if text("connection") != Some(&export.connection) {
            broken.push(Broken::Foreign(number));
        }
        let at = whole("at").unwrap_or_default();
        if at < time {
            back_in_time.push(number);
        }
        time = at;
        previous.clone_from(&sealed.seal);
    }
    if export.head.seal != previous || export.head.entries != export.entries.len() as u64 {
        broken.push(Broken::End {
            said: export.head.entries,
            seal: export.head.seal.clone(),
        });
    }
    if broken.is_empty() {
        Ok(Whole {
            connection: export.connection,
            head: export.head,
            back_in_time,
        })
    } else {
        Err(broken)
    }
}
