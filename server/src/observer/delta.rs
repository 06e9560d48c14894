//! One delta, page by page from where it stood: which objects of a list have changed
//! (<https://learn.microsoft.com/graph/delta-query-overview>).
//!
//! A delta is believed to name objects, and nothing else: items come twice, late, in any order, with some of their
//! properties or from long ago. What an object is, it is asked itself. So a delta whose link has ended, or that cannot be
//! followed to its end, is [`Walked::Lost`]: the list is read as a whole again, and nothing is gone for that.

use crate::observer::difference::{APPS, Completeness, GRANTS};
use crate::observer::fault::Fault;
use crate::observer::level::Level;
use crate::observer::reader::Reader;
use crate::observer::rows::json;
use crate::observer::wire::APP_SELECT;
use crate::store::deltas::{DeltaPage, Noticed};
use crate::store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// More objects than this are not asked for one by one: reading the list takes fewer requests.
pub const MANY: u64 = 2000;

/// A delta that was not followed for so long is begun anew: its link ends after seven days.
const STALE_MS: u64 = 5 * 24 * 60 * 60 * 1000;

/// More empty pages in a row than this are no delta.
const EMPTY_PAGES: u32 = 50;

/// Where a delta stands: stored with each page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cursor {
    /// What to ask next, as Graph gave it.
    pub link: String,
    /// When the delta was last followed to its end, Unix milliseconds.
    pub since: u64,
    /// Objects named since then.
    pub named: u64,
}

/// What a delta said of an object.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// `@removed`, for whatever reason: one that can be restored is not in the list either.
    pub removed: bool,
    /// Its plain properties, as many as came.
    pub said: BTreeMap<String, Value>,
    /// How often the object itself said something else.
    pub tries: u32,
}

/// How far a delta was followed.
#[derive(Clone, Debug)]
pub enum Walked {
    /// To its end.
    Whole,
    /// Graph has trouble: it goes on from the same link later.
    Later(Fault),
    /// It leads nowhere any more.
    Lost(String),
}

#[derive(Deserialize)]
struct Page {
    value: Vec<Map<String, Value>>,
    #[serde(default, rename = "@odata.nextLink")]
    next: Option<String>,
    #[serde(default, rename = "@odata.deltaLink")]
    end: Option<String>,
}

/// Lists that Graph has a delta of, where the observer may read them.
pub fn with_delta(level: &Level) -> &'static [&'static str] {
    if level.reads_directory() {
        &[APPS, GRANTS]
    } else {
        &[APPS]
    }
}

/// What following a delta needs.
pub struct Deltas<'a> {
    /// Microsoft Graph.
    pub reader: &'a Reader,
    /// Where the cursor goes.
    pub store: &'a Arc<dyn Store>,
    /// Whose it is.
    pub tenant: &'a str,
}

impl Deltas<'_> {
    /// Where each stands, by list.
    pub async fn cursors(&self) -> Result<BTreeMap<String, Cursor>, StoreError> {
        let stored = self.store.cursors(self.tenant.to_owned()).await?;
        Ok(stored
            .into_iter()
            .filter_map(|(list, state)| Some((list, serde_json::from_str(&state).ok()?)))
            .collect())
    }

    /// Begins each that was never begun, or was not followed for days.
    pub async fn begin_stale(&self, level: &Level, now: u64) -> Result<(), StoreError> {
        let known = self.cursors().await?;
        for list in with_delta(level) {
            let is_fresh = known
                .get(*list)
                .is_some_and(|at| now < at.since.saturating_add(STALE_MS));
            if !is_fresh {
                self.forget(list).await?;
                self.begin(list, now).await?;
            }
        }
        Ok(())
    }

    /// What they named and a complete list has not answered.
    pub async fn waiting(&self, completeness: &Completeness) -> Result<Vec<Noticed>, StoreError> {
        let noticed = self.store.noticed(self.tenant.to_owned()).await?;
        let is_open = |one: &Noticed| !completeness.is_complete(&one.list);
        Ok(noticed.into_iter().filter(is_open).collect())
    }

    /// Begins a delta that names what changes from now on. Whether there is one.
    async fn begin(&self, list: &str, now: u64) -> Result<bool, StoreError> {
        let latest = ("$deltatoken", "latest");
        let all: &[&[(&str, &str)]] = &[&[latest]];
        // Without a selection an app's credentials do not count as a change.
        let selected: &[&[(&str, &str)]] = &[&[latest, ("$select", APP_SELECT)], &[latest]];
        for query in if list == APPS { selected } else { all } {
            let url = self.reader.url(&format!("{list}/delta"), query);
            let answer = self.reader.get(&url).await;
            let page = answer.ok().and_then(|body| page(&body));
            let link = page.and_then(|page| page.end);
            if let Some(link) = link.filter(|link| self.reader.link(link).is_some()) {
                let (since, named) = (now, 0);
                let cursor = Cursor { link, since, named };
                self.save(list, &cursor, Vec::new()).await?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Follows the links to the end.
    pub async fn walk(&self, list: &str, mut at: Cursor, now: u64) -> Result<Walked, StoreError> {
        let (mut links, mut empty) = (HashSet::new(), 0);
        loop {
            let Some(url) = self.reader.link(&at.link) else {
                return Ok(lost("a link leads away from Microsoft Graph"));
            };
            if !links.insert(url.to_string()) {
                return Ok(lost("a link leads back to an earlier page"));
            }
            let body = match self.reader.get(&url).await {
                Ok(body) => body,
                // Whatever Graph refuses here, it refuses the next time.
                Err(fault @ (Fault::Refused(..) | Fault::Unreadable)) => {
                    return Ok(Walked::Lost(fault.to_string()));
                }
                Err(fault) => return Ok(Walked::Later(fault)),
            };
            let Some(Page { value, next, end }) = page(&body) else {
                return Ok(lost("a page has another form than documented"));
            };
            empty = if value.is_empty() { empty + 1 } else { 0 };
            if empty > EMPTY_PAGES {
                return Ok(lost("page after page is empty"));
            }
            let Some(noticed) = value.into_iter().map(|item| noticed(list, item)).collect() else {
                return Ok(lost("an item has no ID"));
            };
            let noticed: Vec<Noticed> = noticed;
            at.named += noticed.len() as u64;
            let is_end = end.is_some();
            match end.or(next) {
                Some(link) => at.link = link,
                None => return Ok(lost("a page has no link")),
            }
            if at.named > MANY {
                return Ok(lost("it names too many objects"));
            }
            if is_end {
                (at.since, at.named) = (now, 0);
            }
            self.save(list, &at, noticed).await?;
            if is_end {
                return Ok(Walked::Whole);
            }
        }
    }

    /// Forgets a delta.
    pub async fn forget(&self, list: &str) -> Result<(), StoreError> {
        let page = DeltaPage {
            list: list.to_owned(),
            ..DeltaPage::default()
        };
        self.store.add_delta(self.tenant.to_owned(), page).await
    }

    async fn save(&self, list: &str, at: &Cursor, noticed: Vec<Noticed>) -> Result<(), StoreError> {
        // A page may name an object more than once; the last word counts.
        let noticed: BTreeMap<String, Noticed> = noticed
            .into_iter()
            .map(|one| (one.id.clone(), one))
            .collect();
        let page = DeltaPage {
            list: list.to_owned(),
            cursor: Some(json(at)),
            noticed: noticed.into_values().collect(),
        };
        self.store.add_delta(self.tenant.to_owned(), page).await
    }
}

fn lost(why: &str) -> Walked {
    Walked::Lost(why.to_owned())
}

fn page(body: &[u8]) -> Option<Page> {
    serde_json::from_slice(body).ok()
}

fn noticed(list: &str, item: Map<String, Value>) -> Option<Noticed> {
    let id = item.get("id")?.as_str()?.to_owned();
    // It becomes a part of an address.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=".contains(&byte);
    if id.is_empty() || !id.bytes().all(is_plain) {
        return None;
    }
    let told = Told {
        removed: item.contains_key("@removed"),
        said: plain(item),
        tries: 0,
    };
    Some(Noticed {
        list: list.to_owned(),
        id,
        body: json(&told),
    })
}

fn plain(item: Map<String, Value>) -> BTreeMap<String, Value> {
    let is_plain = |name: &str, value: &Value| {
        !name.starts_with('@') && !value.is_array() && !value.is_object()
    };
    item.into_iter()
        .filter(|(name, value)| is_plain(name, value))
        .collect()
}
