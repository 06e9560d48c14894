//! What a data pack says, and whether it may say that.

use super::merge::{merge, typed};
use super::refusal::{FORMAT, Refusal};
use crate::data::{self, Catalog};
use crate::data_check;
use serde::Deserialize;
use serde_json::{Map, Value};

/// Tables a pack may change.
const TABLES: [&str; 12] = [
    "bad_clients",
    "controls",
    "first_party",
    "guides",
    "labels",
    "permissions",
    "profiles",
    "resources",
    "roles",
    "routes",
    "sign_in",
    "words",
];

/// What a pack says.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Pack {
    /// The form of the pack.
    format: u32,
    /// Higher than what is in force: a day as YYYYMMDD will do.
    serial: u64,
    /// The last day on which it counts, as YYYYMMDD in UTC. Without one it has no end.
    #[serde(default)]
    until: Option<u64>,
    /// For people: why there is a pack.
    #[serde(default, rename = "why")]
    _why: String,
    /// Step targets that point at nothing from now on.
    #[serde(default)]
    off: Vec<String>,
    /// What changes, by table: a JSON Merge Patch (RFC 7396).
    #[serde(default)]
    patch: Map<String, Value>,
}

/// Whether a pack counts today, and under a policy that names the lowest serial. Whoever hands packs out could
/// otherwise hand out one that was superseded, for ever, to a browser that has seen no newer one. `payload` is as in
/// [`ActiveCatalog::install`](super::ActiveCatalog::install); `now` is Unix time in milliseconds.
pub fn admit(payload: &str, lowest: Option<u64>, now: u64) -> Result<(), Refusal> {
    let pack: Pack =
        serde_json::from_str(payload).map_err(|error| Refusal::Malformed(error.to_string()))?;
    if let Some(lowest) = lowest
        && pack.serial < lowest
    {
        return Err(Refusal::TooOld {
            serial: pack.serial,
            lowest,
        });
    }
    match pack.until {
        Some(until) if day(now) > until => Err(Refusal::Ended { until }),
        _ => Ok(()),
    }
}

/// The day of a time, as YYYYMMDD in UTC (the proleptic Gregorian calendar, by eras of 400 years that begin in March).
pub(super) fn day(now: u64) -> u64 {
    let days = now / 86_400_000 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let of_years = of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096;
    let year = of_years / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = match month {
        0..=9 => (era * 400 + year, month + 3),
        _ => (era * 400 + year + 1, month - 9),
    };
    year * 10_000 + month * 100 + date
}

/// Checks a pack as if it were to be put in force over the shipped data; returns its serial.
pub fn check(payload: &str) -> Result<u64, Refusal> {
    overlaid(payload, Catalog::built_in().edition.serial).map(|(serial, _)| serial)
}

pub(super) fn overlaid(payload: &str, known: u64) -> Result<(u64, Catalog), Refusal> {
    let (serial, all) = patched(payload, known)?;
    let data: Catalog = typed(&all).map_err(Refusal::Unfit)?;
    let problems = data_check::problems(&data);
    if problems.is_empty() {
        Ok((serial, data))
    } else {
        Err(Refusal::Unfit(problems.join("; ")))
    }
}

/// The shipped data with a pack's changes, not yet checked.
pub(super) fn patched(payload: &str, known: u64) -> Result<(u64, Value), Refusal> {
    let pack: Pack =
        serde_json::from_str(payload).map_err(|error| Refusal::Malformed(error.to_string()))?;
    if pack.format != FORMAT {
        return Err(Refusal::Format(pack.format));
    }
    if pack.serial <= known {
        return Err(Refusal::NotNewer {
            serial: pack.serial,
            known,
        });
    }
    if let Some(table) = pack
        .patch
        .keys()
        .find(|key| !TABLES.contains(&key.as_str()))
    {
        return Err(Refusal::Table(table.clone()));
    }
    // Always over what is shipped, so that a pack means the same whatever was in force before.
    let mut all: Value =
        serde_json::from_str(data::BUILT_IN).map_err(|error| Refusal::Unfit(error.to_string()))?;
    merge(&mut all, Value::Object(pack.patch));
    all["edition"] = serde_json::json!({ "serial": pack.serial, "off": pack.off });
    Ok((pack.serial, all))
}
