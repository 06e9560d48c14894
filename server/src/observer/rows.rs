//! What is stored of a tenant, a few rows at a time: it never stands in memory as a whole.

use crate::observer::difference::Change;
use crate::observer::itself::Known;
use crate::observer::snapshot::{Delegated, Index, Role};
use crate::store::observed::{Kind, NewChange, Place, Stored};
use crate::store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Rows that are looked at together.
const CHUNK: u32 = 2000;

/// Where a tenant's reading stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tenant {
    /// Tenant ID, as Graph gives it.
    pub id: String,
    /// Display name.
    pub name: String,
    /// The round that is read, or was read last.
    pub round: u64,
    /// The last pass through any list.
    pub pass: u64,
    /// The round is not ended.
    pub open: bool,
    /// The open round follows deltas, and is no whole one.
    pub following: bool,
    /// Every list with a delta was read to its end, and its delta goes on from there.
    pub follows: bool,
    /// When deltas were last followed to their end, Unix milliseconds.
    pub followed: u64,
    /// Counts how often rows have changed.
    pub revision: u64,
    /// What the observer itself held when it was last checked in full.
    pub itself: Option<Known>,
    /// Requests of the round, before the last break.
    pub requests: u64,
    /// When the round began, Unix milliseconds.
    pub began: u64,
    /// When the last whole round ended, Unix milliseconds.
    pub ended: u64,
    /// Lists that were never read to their end.
    pub unread: BTreeSet<String>,
    /// Rounds that have ended.
    pub rounds: u64,
    /// The observer can't be used, and that was told.
    pub lost: Option<Lost>,
    /// Up to where each receiver has had summaries, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub digests: BTreeMap<String, Summarized>,
    /// The level of its permissions when it last read; 0 where that is not known.
    pub level: u8,
}

/// Up to where a receiver has had summaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Summarized {
    /// Unix milliseconds.
    pub until: u64,
    /// The number of the last change.
    pub number: u64,
}

/// Since when an observer is lost, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// Unix milliseconds.
    pub since: u64,
    /// A code.
    pub reason: String,
}

impl Tenant {
    /// When anything of it was last known to be current, Unix milliseconds.
    pub fn last(&self) -> u64 {
        self.ended.max(self.followed)
    }
}

/// As it is stored.
pub fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Gives each change the ID that is the same however often it is found.
pub async fn numbered(
    store: &Arc<dyn Store>,
    tenant: &str,
    changes: Vec<Change>,
) -> Result<Vec<NewChange>, StoreError> {
    let contents: Vec<String> = changes
        .iter()
        .map(|change| change.content(tenant))
        .collect();
    let before = store
        .occurrences(tenant.to_owned(), contents.clone())
        .await?;
    let all = changes.into_iter().zip(contents).zip(before);
    Ok(all
        .map(|((change, content), before)| {
            let change = change.numbered(&content, before);
            NewChange {
                app: change.app.object_id.clone(),
                body: json(&change),
                content,
            }
        })
        .collect())
}

/// Where a tenant's reading stands; the beginning, if it was never read.
pub async fn load(store: &Arc<dyn Store>, tenant: &str) -> Result<Tenant, StoreError> {
    let state = store.observer(tenant.to_owned()).await?;
    state.map_or_else(
        || Ok(Tenant::default()),
        |state| {
            serde_json::from_str(&state).map_err(|error| StoreError::Damaged(error.to_string()))
        },
    )
}

/// What has to be known of all apps to speak of one.
pub async fn index(store: &Arc<dyn Store>, tenant: &str) -> Result<Index, StoreError> {
    let mut index = Index::default();
    each(store, tenant, |stored| {
        if stored.row.kind == Kind::App
            && let Ok(app) = serde_json::from_str(&stored.row.body)
        {
            index.add(&stored.row.app, app);
        }
    })
    .await?;
    Ok(index)
}

/// What has to be known of the APIs of these rows.
pub async fn index_of(
    store: &Arc<dyn Store>,
    tenant: &str,
    rows: &[Stored],
) -> Result<Index, StoreError> {
    let mut apis = BTreeSet::new();
    for stored in rows {
        for body in [Some(&stored.row.body), stored.before.as_ref()] {
            let Some(body) = body else { continue };
            let resource = match stored.row.kind {
                Kind::Delegated => {
                    serde_json::from_str(body).map(|grant: Delegated| grant.resource)
                }
                Kind::Role => serde_json::from_str(body).map(|role: Role| role.resource),
                Kind::App | Kind::Assigned => continue,
            };
            apis.extend(resource.ok());
        }
    }
    let mut index = Index::default();
    for api in apis {
        let before: Place = (api.clone(), "", String::new());
        let first = store.rows(tenant.to_owned(), before, 1);
        if let Some(stored) = first.await?.pop()
            && (stored.row.kind, &stored.row.app) == (Kind::App, &api)
            && let Ok(app) = serde_json::from_str(&stored.row.body)
        {
            index.add(&api, app);
        }
    }
    Ok(index)
}

/// Every row of a tenant in its order, a few at a time.
pub async fn each(
    store: &Arc<dyn Store>,
    tenant: &str,
    mut with: impl FnMut(Stored),
) -> Result<(), StoreError> {
    let mut after: Place = (String::new(), "", String::new());
    loop {
        let rows = store.rows(tenant.to_owned(), after, CHUNK).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = last.row.place();
        rows.into_iter().for_each(&mut with);
    }
}

/// The rows of each app, app after app.
pub async fn each_app<E: From<StoreError>>(
    store: &Arc<dyn Store>,
    tenant: &str,
    mut with: impl FnMut(&str, &[Stored]) -> Result<(), E>,
) -> Result<(), E> {
    let mut group: Vec<Stored> = Vec::new();
    let mut failed = None;
    each(store, tenant, |stored| {
        if let Some(first) = group.first()
            && first.row.app != stored.row.app
        {
            if failed.is_none() {
                failed = with(&first.row.app, &group).err();
            }
            group.clear();
        }
        group.push(stored);
    })
    .await?;
    match (failed, group.first()) {
        (Some(error), _) => Err(error),
        (None, Some(first)) => with(&first.row.app, &group),
        (None, None) => Ok(()),
    }
}
