//! A summary of what changed in a time: how much of what, what of it is worth a look, and how the risk changed.
//!
//! Pure, but for [`of`], which reads the changes. The same for the same time, however often it is made.

use crate::clock::rfc3339;
use crate::observer::days::{self, Day};
use crate::observer::difference::Change;
use crate::observer::rows::Tenant;
use crate::observer::snapshot::Audience;
use crate::observer::summary::Summary;
use crate::store::{Store, StoreError};
use consentry_catalog::Catalog;
use consentry_catalog::permission::{Kind, Risk};
use consentry_catalog::permissions;
use consentry_catalog::scope::Scope;
use data_encoding::HEXLOWER;
use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Changes that are read together.
const CHUNK: u32 = 500;

/// Changes that are worth a look, at most.
const SHOWN: usize = 20;

/// Days that the risk is looked for in: a summary is of a week at most, and a server can be off for long.
const DAYS: u32 = 400;

/// A change that is worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notable {
    /// How bad it is.
    #[serde(serialize_with = "risk_name")]
    pub risk: Risk,
    /// The change.
    #[serde(flatten)]
    pub change: Change,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn risk_name<S: Serializer>(risk: &Risk, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(risk.name())
}

/// How many apps have which risk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Risks {
    /// When the time began, if that was counted.
    pub before: Option<Summary>,
    /// As counted last.
    pub now: Option<Summary>,
}

/// A summary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Digest {
    /// From when, RFC 3339.
    pub since: String,
    /// Until when, without that moment.
    pub until: String,
    /// Changes.
    pub changes: u64,
    /// How many of each kind.
    pub kinds: BTreeMap<String, u64>,
    /// Apps that changed.
    pub apps: usize,
    /// The changes that are worth a look, the worst first.
    pub worth_a_look: Vec<Notable>,
    /// How many more of those there are.
    pub more: usize,
    /// How the risk changed.
    pub risks: Risks,
    /// Why the observer reads nothing now, as a code.
    pub lost: Option<String>,
    /// The number of the last change in it.
    #[serde(skip)]
    pub last: u64,
    #[serde(skip)]
    seen: BTreeSet<String>,
}

/// Of the changes after a number that were found from one time until another, Unix milliseconds.
pub async fn of(
    store: &Arc<dyn Store>,
    key: &str,
    tenant: &Tenant,
    after: u64,
    (since, until): (u64, u64),
) -> Result<Digest, StoreError> {
    let mut digest = Digest {
        since: rfc3339(since),
        until: rfc3339(until),
        lost: tenant.lost.as_ref().map(|lost| lost.reason.clone()),
        last: after,
        ..Digest::default()
    };
    'all: loop {
        let some = store
            .changes(key.to_owned(), digest.last, false, CHUNK)
            .await?;
        if some.is_empty() {
            break;
        }
        for stored in some {
            // One that cannot be read was written by a newer version.
            if let Ok(change) = serde_json::from_str::<Change>(&stored.body) {
                let found = ms(&change.found);
                if found >= until {
                    break 'all;
                }
                // What comes after a number is new, whenever it was found.
                if after > 0 || found >= since {
                    digest.add(change);
                }
            }
            digest.last = stored.number;
        }
    }
    digest.risks = risks(&days::newest(store, key, DAYS).await?, since, until);
    Ok(digest)
}

fn ms(text: &str) -> u64 {
    let at = text.parse().map_or(0, jiff::Timestamp::as_millisecond);
    u64::try_from(at).unwrap_or_default()
}

fn risks(days: &[Day], since: u64, until: u64) -> Risks {
    let (first, last) = (days::day(since), days::day(until));
    let newest = |limit: &str| {
        let mut until = days.iter().rev();
        until.find(|day| *day.day <= *limit).map(|day| day.summary)
    };
    Risks {
        before: newest(&first),
        now: newest(&last),
    }
}

/// How bad a change is, where it is one that somebody should look at.
fn risk(change: &Change) -> Option<Risk> {
    let api = change.resource_app_id.as_deref().unwrap_or_default();
    let judged = |name: &Option<String>, kind| {
        let scope = Scope::parse(name.as_deref()?).at(api);
        let risk = permissions::judge(Catalog::built_in(), &scope, kind).risk;
        (risk >= Risk::High).then_some(risk)
    };
    match change.kind.as_str() {
        "delegated-added" if change.audience == Some(Audience::All) => {
            judged(&change.scope, Kind::Delegated)
        }
        "application-added" => judged(&change.value, Kind::Application),
        "observer-lost" => Some(Risk::High),
        "assignment-not-required" => Some(Risk::Medium),
        _ => None,
    }
}

impl Digest {
    fn add(&mut self, change: Change) {
        self.changes += 1;
        *self.kinds.entry(change.kind.clone()).or_default() += 1;
        self.seen.insert(change.app.object_id.clone());
        self.apps = self.seen.len();
        let Some(risk) = risk(&change) else { return };
        self.worth_a_look.push(Notable { risk, change });
        self.worth_a_look
            .sort_by_key(|notable| std::cmp::Reverse(notable.risk));
        if self.worth_a_look.len() > SHOWN {
            self.worth_a_look.pop();
            self.more += 1;
        }
    }

    /// The same for the same time of a tenant.
    pub fn id(&self, tenant: &Tenant) -> String {
        let text = format!("digest/{}/{}/{}", tenant.id, self.since, self.until);
        let hash = Sha256::digest(text);
        HEXLOWER.encode(&hash[..16])
    }

    /// In words, a line each.
    pub fn lines(&self) -> Vec<String> {
        let (since, until) = (&self.since, &self.until);
        let mut lines = vec![
            format!(
                "{} of {}",
                numbered(self.changes, "change"),
                numbered(self.apps as u64, "app")
            ),
            format!("From {since} to {until}."),
        ];
        if let Some(reason) = &self.lost {
            lines.push(format!("The observer reads nothing now: {reason}."));
        }
        if !self.kinds.is_empty() {
            let kinds = self
                .kinds
                .iter()
                .map(|(kind, count)| format!("{kind}: {count}"));
            lines.push(kinds.collect::<Vec<_>>().join(", "));
        }
        if let Some(now) = self.risks.now {
            lines.push(counted(&now, self.risks.before.as_ref()));
        }
        for notable in &self.worth_a_look {
            lines.push(format!(
                "{} risk: {}",
                notable.risk.name(),
                notable.change.line()
            ));
        }
        if self.more > 0 {
            lines.push(format!("and {} more that are worth a look", self.more));
        }
        lines
    }
}

fn numbered(count: u64, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// How many apps have which risk, with the difference where that is known.
fn counted(now: &Summary, before: Option<&Summary>) -> String {
    let one = |at: usize| {
        let name = Summary::RISKS[at].map_or("none found", Risk::name);
        let count = now.risks[at];
        let was = before.map(|before| before.risks[at]);
        match was.filter(|was| *was != count) {
            Some(was) if was < count => format!("{name} {count} (+{})", count - was),
            Some(was) => format!("{name} {count} (-{})", was - count),
            None => format!("{name} {count}"),
        }
    };
    let all: Vec<String> = (0..now.risks.len()).map(one).collect();
    format!("Apps by risk: {}", all.join(", "))
}

#[cfg(test)]
mod tests;
