//! What a report states: one app after the other, in the same order each time, so that two reports of
//! a tenant that has not changed differ in their times alone.

use crate::clock::rfc3339;
use crate::observer::difference::{APPS, Change, GRANTS, assigned_to};
use crate::observer::finding::{NOT_COVERED, findings};
use crate::observer::list::Progress;
use crate::observer::reading::{Reading, lists};
use crate::observer::rows::{self, Tenant};
use crate::observer::snapshot::{Assigned, Held, Index};
use crate::observer::stated::{App, Application, Delegated, Head, History, Named, Sink};
use crate::observer::summary::{Counted, Summary};
use crate::store::observed::seal;
use crate::store::{Store, StoreError};
use consentry_catalog::languages::ENGLISH;
use consentry_text::words;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// Changes that are read together.
const CHUNK: u32 = 2000;

/// Which changes a report states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// Those that no report has stated.
    Unreported,
    /// So many of the newest.
    Newest(u32),
}

/// What a report needs to know besides the rows.
struct Seen<'a> {
    index: &'a Index,
    lists: &'a BTreeMap<String, Progress>,
    now: u64,
}

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file.
    #[error(transparent)]
    File(#[from] io::Error),
    /// Somebody altered what was written down.
    #[error("the history of changes was altered: change {0} does not fit the one before it")]
    Altered(u64),
}

/// What was written.
pub struct Written {
    /// The number of the last change it states.
    pub last: u64,
    /// What a look at all its apps says.
    pub summary: Summary,
}

/// Writes the report of a round.
pub async fn write(
    store: &Arc<dyn Store>,
    key: &str,
    reading: Reading<'_>,
    changes: Changes,
    sink: &mut (dyn Sink + Send),
) -> Result<Written, Unwritten> {
    let history = history(store, key).await?;
    sink.head(&head(reading, history))?;
    let index = rows::index(store, key).await?;
    let seen = Seen {
        index: &index,
        lists: reading.lists,
        now: reading.tenant.ended,
    };
    let mut summary = Summary::default();
    rows::each_app(store, key, |object_id, rows| {
        let held = Held::of(rows);
        let app = seen.app(object_id, &held);
        summary.add(Counted::of(&held, &app.findings));
        Ok::<(), Unwritten>(sink.app(&app)?)
    })
    .await?;
    let (last, mut changes) = match changes {
        Changes::Unreported => unreported(store, key).await?,
        Changes::Newest(limit) => newest(store, key, limit).await?,
    };
    changes.sort_by(|one, two| order(one).cmp(&order(two)));
    sink.end(&changes)?;
    Ok(Written { last, summary })
}

/// Follows every change from the first, and sees that each fits the one before it.
async fn history(store: &Arc<dyn Store>, key: &str) -> Result<History, Unwritten> {
    let mut history = History::default();
    loop {
        let some = store
            .changes(key.to_owned(), history.changes, false, CHUNK)
            .await?;
        if some.is_empty() {
            return Ok(history);
        }
        for change in some {
            let expected = seal(&history.seal, &change.body);
            if change.number != history.changes + 1 || change.seal != expected {
                return Err(Unwritten::Altered(change.number));
            }
            history = History {
                changes: change.number,
                seal: expected,
            };
        }
    }
}

/// Changes that no report has stated, and the number of the last.
async fn unreported(store: &Arc<dyn Store>, key: &str) -> Result<(u64, Vec<Change>), StoreError> {
    let (mut last, mut changes) = (0, Vec::new());
    loop {
        let some = store.changes(key.to_owned(), last, true, CHUNK).await?;
        let Some(end) = some.last() else {
            break;
        };
        last = end.number;
        let read = some.iter().map(|change| serde_json::from_str(&change.body));
        changes.extend(
            read.collect::<Result<Vec<Change>, _>>()
                .map_err(|error| StoreError::Damaged(error.to_string()))?,
        );
    }
    Ok((last, changes))
}

/// The newest changes, and the number of the last. One that cannot be read was written by a newer version.
async fn newest(
    store: &Arc<dyn Store>,
    key: &str,
    limit: u32,
) -> Result<(u64, Vec<Change>), StoreError> {
    let newest = store.newest_changes(key.to_owned(), limit).await?;
    let last = newest.first().map_or(0, |change| change.number);
    let read = newest
        .iter()
        .filter_map(|change| serde_json::from_str(&change.body).ok());
    Ok((last, read.collect()))
}

fn order(change: &Change) -> impl Ord + '_ {
    (
        &change.app.object_id,
        &change.kind,
        &change.resource_app_id,
        &change.scope,
        &change.value,
        &change.audience,
        &change.found,
        &change.id,
    )
}

/// What stands before the apps.
fn head(reading: Reading<'_>, history: History) -> Head {
    let Tenant { id, name, .. } = reading.tenant;
    Head {
        tenant: Named {
            id: id.clone(),
            name: if name.is_empty() { id } else { name }.clone(),
        },
        began: rfc3339(reading.tenant.began),
        ended: rfc3339(reading.tenant.ended),
        requests: reading.requests,
        complete: reading.complete,
        level: reading.level,
        lists: lists(reading),
        not_covered: not_covered(),
        history,
    }
}

/// What no list shows, in English.
fn not_covered() -> Vec<String> {
    let say = |code| words::say(&format!("apps-not-covered-{code}"), &[]);
    words::with_language(ENGLISH, || NOT_COVERED.map(say).to_vec())
}

impl Seen<'_> {
    fn app(&self, object_id: &str, held: &Held) -> App {
        let of = |resource: &str| self.index.app_id(resource).to_owned();
        let mut delegated: Vec<Delegated> = held
            .delegated
            .iter()
            .map(|(key, scope)| Delegated {
                resource_app_id: of(&key.resource),
                scope: scope.clone(),
                audience: key.audience.clone().into(),
            })
            .collect();
        delegated.sort();
        let mut application: Vec<Application> = held
            .application
            .keys()
            .map(|(resource, role)| Application {
                resource_app_id: of(resource),
                value: self.index.role(resource, role).map(str::to_owned),
                role_id: role.clone(),
            })
            .collect();
        application.sort();
        let app = held.app.as_ref();
        App {
            object_id: object_id.to_owned(),
            app_id: app.map_or(object_id, |app| &app.app_id).to_owned(),
            name: app
                .map(|app| app.name.as_str())
                .or(held.called.as_deref())
                .unwrap_or(object_id)
                .to_owned(),
            owner_tenant: app.and_then(|app| app.owner_tenant.clone()),
            publisher: app.and_then(|app| app.publisher.clone()),
            enabled: app.map(|app| app.enabled).unwrap_or_default(),
            assignment_required: app.map(|app| app.assignment_required),
            kind: app.and_then(|app| app.kind.clone()),
            delegated,
            application,
            assigned: self.assigned(object_id, held),
            findings: findings(held, self.index, self.now),
            unknown: self.unknown(object_id),
        }
    }

    /// Who is assigned, where the list was read at all.
    fn assigned(&self, object_id: &str, held: &Held) -> Option<Vec<Assigned>> {
        let list = self.lists.get(&assigned_to(object_id))?;
        let is_known = list.complete || list.read > 0;
        is_known.then(|| held.assigned.values().cloned().collect())
    }

    /// Which lists of an app may lack rows.
    fn unknown(&self, object_id: &str) -> Vec<&'static str> {
        let is_complete = |list: &str| self.lists.get(list).is_some_and(|at| at.complete);
        let apis_are = is_complete(APPS)
            && self.lists.iter().all(|(list, at)| {
                at.complete || list == APPS || list == GRANTS || *list == assigned_to(object_id)
            });
        let assigned = self.lists.get(&assigned_to(object_id));
        [
            (!is_complete(GRANTS), "delegated"),
            (!apis_are, "application"),
            (assigned.is_some_and(|at| !at.complete), "assigned"),
        ]
        .into_iter()
        .filter_map(|(is_unknown, what)| is_unknown.then_some(what))
        .collect()
    }
}
