//! Every app of a tenant as a page lists them: made once from what a round has stored, then searched, filtered and sorted
//! in memory. Of each app a line is kept; everything else of it is read when somebody looks at it.

mod line;
mod query;

use crate::observer::difference::{GRANTS, assigned_to};
use crate::observer::finding::{Finding, findings};
use crate::observer::list::{self, Progress};
use crate::observer::reading::Reading;
use crate::observer::rows::{Tenant, each_app, index, load};
use crate::observer::snapshot::{Held, Index};
use crate::observer::summary::Summary;
use crate::store::{Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Semaphore, SemaphorePermit};

pub use line::Line;
pub use query::{Filter, Query, Sort};

/// Apps on one page.
pub const PAGE: usize = 50;

/// The inventory of one tenant.
pub struct Inventory {
    /// Where the tenant's reading stands now.
    pub tenant: Tenant,
    made: Arc<Made>,
}

/// What was made of the rows after a round.
struct Made {
    /// When the whole round ended, and how often rows had changed by then.
    at: (u64, u64),
    lists: BTreeMap<String, Progress>,
    index: Index,
    summary: Summary,
    lines: Vec<Line>,
}

/// One page of the list.
pub struct Page<'a> {
    /// The apps.
    pub lines: Vec<&'a Line>,
    /// How many fit, on all pages.
    pub found: usize,
    /// The page that this is: the last, where a later one was asked for.
    pub page: usize,
}

/// Everything known of one app.
pub struct Detail {
    /// What it holds.
    pub held: Held,
    /// What an admin should know.
    pub findings: Vec<Finding>,
    /// When who is assigned was last read, Unix milliseconds.
    pub assigned_read: Option<u64>,
    /// When the oldest of the lists was read that show its application permissions, Unix milliseconds.
    pub application_read: Option<u64>,
}

impl Made {
    async fn read(store: &Arc<dyn Store>, key: &str, tenant: &Tenant) -> Result<Self, StoreError> {
        let index = index(store, key).await?;
        let mut lines = Vec::new();
        let now = tenant.ended;
        each_app(store, key, |object_id, rows| {
            lines.push(Line::of(object_id, &Held::of(rows), &index, now));
            Ok::<(), StoreError>(())
        })
        .await?;
        lines.sort_by(|one: &Line, other| {
            (&one.folded, &one.object_id).cmp(&(&other.folded, &other.object_id))
        });
        Ok(Self {
            at: (tenant.ended, tenant.revision),
            lists: list::stored(store, key).await?,
            index,
            summary: summary(&lines),
            lines,
        })
    }
}

/// What a look at all of them says.
fn summary(lines: &[Line]) -> Summary {
    let mut summary = Summary::default();
    for line in lines {
        summary.add(line.counted());
    }
    summary
}

impl Inventory {
    /// How many apps there are.
    pub fn len(&self) -> usize {
        self.made.lines.len()
    }

    /// Whether none was ever read.
    pub fn is_empty(&self) -> bool {
        self.made.lines.is_empty()
    }

    /// What a look at all of them says.
    pub fn summary(&self) -> &Summary {
        &self.made.summary
    }

    /// Whether delegated permissions were read at all; if not, none that is known does not mean that there is none.
    pub fn knows_grants(&self) -> bool {
        let list = self.made.lists.get(GRANTS);
        list.is_some_and(|at| at.complete || at.read > 0)
    }

    /// How far the tenant was read.
    pub fn reading(&self) -> Reading<'_> {
        Reading::stored(&self.tenant, &self.made.lists)
    }

    /// One page of those that fit.
    pub fn page(&self, query: &Query) -> Page<'_> {
        let fit = query.fit(&self.made.lines);
        let found = fit.len();
        let page = query.page.min(found.saturating_sub(1) / PAGE);
        Page {
            lines: fit.into_iter().skip(page * PAGE).take(PAGE).collect(),
            found,
            page,
        }
    }

    /// The line of one app.
    pub fn line(&self, object_id: &str) -> Option<&Line> {
        let mut lines = self.made.lines.iter();
        lines.find(|line| line.object_id == object_id)
    }

    /// Everything known of one app.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn detail(
        &self,
        store: &Arc<dyn Store>,
        key: &str,
        object_id: &str,
    ) -> Result<Detail, StoreError> {
        let rows = store.rows_of(key.to_owned(), object_id.to_owned()).await?;
        let held = Held::of(&rows);
        let findings = findings(&held, &self.made.index, self.tenant.ended);
        let read = |api: String| async move { list::read_at(store, key, &assigned_to(&api)).await };
        let mut application_read = None;
        let apis: BTreeSet<&String> = held.application.keys().map(|(api, _)| api).collect();
        for api in apis {
            let at = read(api.clone()).await?;
            application_read = at.into_iter().chain(application_read).min();
        }
        Ok(Detail {
            assigned_read: read(object_id.to_owned()).await?,
            application_read,
            held,
            findings,
        })
    }

    /// What an API is called: its application ID, or its object ID where no list has shown it.
    pub fn api<'a>(&'a self, object_id: &'a str) -> &'a str {
        self.made.index.app_id(object_id)
    }

    /// What an app role is called: its ID where that is not known.
    pub fn role<'a>(&'a self, api: &str, role: &'a str) -> &'a str {
        self.made.index.role(api, role).unwrap_or(role)
    }
}

/// The newest of one tenant. Who comes while it is made waits for it; who looks at another tenant does not.
type Slot = Arc<tokio::sync::Mutex<Option<Arc<Made>>>>;

/// So many files are written at a time: each takes a core for seconds.
const EXPORTS: usize = 2;

/// The newest inventory of each tenant. Nothing of one is ever answered for another.
pub struct Inventories {
    newest: Mutex<BTreeMap<String, Slot>>,
    exports: Semaphore,
}

impl Default for Inventories {
    fn default() -> Self {
        Self {
            newest: Mutex::default(),
            exports: Semaphore::new(EXPORTS),
        }
    }
}

impl Inventories {
    /// That of a tenant, made anew where a round has ended since.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn of(&self, store: &Arc<dyn Store>, key: &str) -> Result<Inventory, StoreError> {
        let tenant = load(store, key).await?;
        let slot = self.slot(key);
        let mut newest = slot.lock().await;
        let current = newest
            .as_ref()
            .filter(|made| made.at == (tenant.ended, tenant.revision));
        let made = match current {
            Some(made) => Arc::clone(made),
            None => Arc::new(Made::read(store, key, &tenant).await?),
        };
        *newest = Some(Arc::clone(&made));
        Ok(Inventory { tenant, made })
    }

    /// Waits for its turn to write a file; the turn ends when what is returned does.
    pub async fn export(&self) -> Option<SemaphorePermit<'_>> {
        self.exports.acquire().await.ok()
    }

    fn slot(&self, key: &str) -> Slot {
        let mut all = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(key.to_owned()).or_default())
    }
}

#[cfg(test)]
mod tests;
