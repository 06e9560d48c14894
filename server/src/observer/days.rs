//! How the risk of a tenant's apps changes: what a look at all of them said, once a day.

use crate::observer::finding::findings;
use crate::observer::rows::{each_app, index, json};
use crate::observer::snapshot::Held;
use crate::observer::summary::{Counted, Summary};
use crate::store::{Store, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Days that are kept: two years.
const KEPT_MS: u64 = 2 * 366 * 24 * 60 * 60 * 1000;

/// One day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Day {
    /// Which, as `2026-11-30` in UTC.
    #[serde(skip)]
    pub day: String,
    /// What was counted.
    #[serde(flatten)]
    pub summary: Summary,
    /// Whether every list was read to its end.
    pub complete: bool,
}

/// The day of a time in Unix milliseconds.
pub fn day(ms: u64) -> String {
    let at = i64::try_from(ms).ok();
    let at = at.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    at.map(|at| at.strftime("%F").to_string())
        .unwrap_or_default()
}

/// Counts all apps as they are stored, at a time in Unix milliseconds. They never stand in memory as a whole.
pub async fn count(store: &Arc<dyn Store>, key: &str, now: u64) -> Result<Summary, StoreError> {
    let index = index(store, key).await?;
    let mut summary = Summary::default();
    each_app(store, key, |_, rows| {
        let held = Held::of(rows);
        summary.add(Counted::of(&held, &findings(&held, &index, now)));
        Ok::<(), StoreError>(())
    })
    .await?;
    Ok(summary)
}

/// Writes down what was counted when a whole round had ended.
pub async fn keep(
    store: &Arc<dyn Store>,
    key: &str,
    summary: Summary,
    complete: bool,
    ended: u64,
) -> Result<(), StoreError> {
    let body = Day {
        day: String::new(),
        summary,
        complete,
    };
    let first = day(ended.saturating_sub(KEPT_MS));
    store
        .add_day(key.to_owned(), day(ended), json(&body), first)
        .await
}

/// The newest days, the oldest of them first. One that cannot be read was written by a newer version.
pub async fn newest(store: &Arc<dyn Store>, key: &str, limit: u32) -> Result<Vec<Day>, StoreError> {
    let days = store.days(key.to_owned(), limit).await?;
    let read = |(day, body): (String, String)| {
        let read: Day = serde_json::from_str(&body).ok()?;
        Some(Day { day, ..read })
    };
    Ok(days.into_iter().filter_map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_utc_and_is_read_as_it_was_written() {
        assert_eq!(day(1_764_500_000_000), "2025-11-30");
        let summary = Summary {
            risks: [1, 2, 3, 4, 5],
            ..Summary::default()
        };
        let one = Day {
            summary,
            complete: true,
            ..Day::default()
        };
        let read: Day = serde_json::from_str(&json(&one)).unwrap_or_default();
        assert_eq!((read.summary.apps(), read), (15, one));
    }
}
