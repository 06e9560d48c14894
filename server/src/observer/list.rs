//! One list, page by page to its end, and whether that was all of it.
//!
//! Lists of the directory lose rows without saying so unless they are asked in pages of 999 with a
//! count (`$top`, `$count`, `ConsistencyLevel: eventual`:
//! <https://learn.microsoft.com/graph/aad-advanced-queries>). So what was read is compared with what
//! Graph says there is, and unequal is incomplete. Each page is stored with the link to the next.

use crate::observer::difference::{APPS, ASSIGNED_TO, GRANTS};
use crate::observer::fault::Fault;
use crate::observer::reader::{Answer, Reader};
use crate::observer::wire::{self, APP_SELECT};
use crate::store::observed::{Page, Row};
use crate::store::{Store, StoreError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use url::Url;

/// The largest page that Graph gives.
const TOP: u32 = 999;

/// Smaller pages than this are not tried.
const LEAST_TOP: u32 = 60;

/// A list is begun again this often where its links end too early.
const RESTARTS: u32 = 3;

/// A list that did not show what it has is read this often.
const READINGS: u32 = 3;

/// More empty pages in a row than this are no list.
const EMPTY_PAGES: u32 = 50;

/// Where a list stands: stored with each page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Rows read, each once.
    pub read: u64,
    /// Rows that Graph says there are.
    pub said: Option<u64>,
    /// Whether it was read to its end and nothing is missing.
    pub complete: bool,
    /// Nothing more will be asked.
    pub done: bool,
    /// Why it is not complete, where it did not end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// The pass that counts.
    pub pass: u64,
    /// Where the next page is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The page size.
    top: u32,
    /// It takes no count.
    uncounted: bool,
    restarts: u32,
    readings: u32,
    /// Items of this reading that could not be read.
    unreadable: u64,
    /// The round that reads it.
    pub round: u64,
    /// When it was read to its end or given up, Unix milliseconds.
    pub ended: u64,
}

impl Progress {
    /// Before the first page.
    pub fn begin(pass: u64) -> Self {
        Self {
            pass,
            top: TOP,
            ..Self::default()
        }
    }
}

/// Called after each page: list, rows read, rows said.
pub type Watch<'a> = &'a (dyn Fn(&str, u64, Option<u64>) + Send + Sync);

/// What reading a list needs.
pub struct Lists<'a> {
    /// Microsoft Graph.
    pub reader: &'a Reader,
    /// Where the rows go.
    pub store: &'a Arc<dyn Store>,
    /// Whose rows they are.
    pub tenant: &'a str,
    /// The round.
    pub round: u64,
    /// Who is told of each page.
    pub watch: Watch<'a>,
}

/// How far each list was read, by name. One that cannot be read was written by a newer version.
pub async fn stored(
    store: &Arc<dyn Store>,
    key: &str,
) -> Result<BTreeMap<String, Progress>, StoreError> {
    let stored = store.lists(key.to_owned()).await?;
    let read = |(list, state): (String, String)| Some((list, serde_json::from_str(&state).ok()?));
    Ok(stored.into_iter().filter_map(read).collect())
}

/// When a list was read to its end or given up, Unix milliseconds.
pub async fn read_at(
    store: &Arc<dyn Store>,
    key: &str,
    list: &str,
) -> Result<Option<u64>, StoreError> {
    let state = store.list(key.to_owned(), list.to_owned()).await?;
    let at = state.and_then(|state| serde_json::from_str::<Progress>(&state).ok());
    Ok(at.map(|at| at.ended).filter(|ended| *ended > 0))
}

/// The address of a list's first page.
pub fn first(reader: &Reader, list: &str, progress: &Progress) -> Url {
    let top = progress.top.to_string();
    let mut query = vec![("$top", top.as_str())];
    if !progress.uncounted {
        query.push(("$count", "true"));
    }
    if list == APPS {
        query.push(("$select", APP_SELECT));
    }
    reader.url(list, &query)
}

impl Lists<'_> {
    /// Reads a list from where it stands. `opened` is its first page, where that was asked for already.
    /// `new_pass` numbers a pass that forgets what the one before it has seen.
    pub async fn read(
        &self,
        list: &str,
        mut at: Progress,
        mut opened: Option<Answer>,
        new_pass: &mut (dyn FnMut() -> u64 + Send),
    ) -> Result<Progress, StoreError> {
        at.round = self.round;
        let mut seen = self.seen(list, &at).await?;
        while !at.done {
            match self.walk(list, &mut at, &mut seen, opened.take()).await? {
                Ended::Whole => {}
                Ended::Again => continue,
                Ended::Broken(fault) => at.fault = Some(fault),
            }
            at.read = seen.len() as u64;
            self.judge(list, &mut at).await;
            let is_short = at.fault.is_none() && !at.complete;
            at.readings += 1;
            if is_short && at.readings < READINGS {
                // Rows that one reading did not show another may; too many means that some are gone.
                if at.said.is_some_and(|said| at.read > said) {
                    at.pass = new_pass();
                    seen.clear();
                }
                at.next = None;
                at.unreadable = 0;
                continue;
            }
            at.done = true;
            at.ended = self.reader.now();
            at.next = None;
            self.save(list, &at, Vec::new()).await?;
        }
        Ok(at)
    }

    /// Which rows this pass has seen before a break.
    async fn seen(&self, list: &str, at: &Progress) -> Result<HashSet<u64>, StoreError> {
        if at.next.is_none() {
            return Ok(HashSet::new());
        }
        let tenant = self.tenant.to_owned();
        let ids = self.store.seen(tenant, list.to_owned(), at.pass).await?;
        Ok(ids.iter().map(|id| hash(id)).collect())
    }

    /// Follows the links from where the list stands to its end.
    async fn walk(
        &self,
        list: &str,
        at: &mut Progress,
        seen: &mut HashSet<u64>,
        mut opened: Option<Answer>,
    ) -> Result<Ended, StoreError> {
        let mut links = HashSet::new();
        let mut empty = 0;
        loop {
            let url = match at.next.as_deref() {
                None => first(self.reader, list, at),
                Some(next) => match self.reader.link(next) {
                    Some(url) => url,
                    None => return Ok(broken("a link leads away from Microsoft Graph")),
                },
            };
            if !links.insert(hash(url.as_str())) {
                return Ok(broken("a link leads back to an earlier page"));
            }
            let answer = match opened.take() {
                Some(answer) => answer,
                None => self.reader.get(&url).await,
            };
            let page = answer.and_then(|body| wire::page(list, &body).ok_or(Fault::Unreadable));
            let page = match page {
                Ok(page) => page,
                Err(Fault::Refused(404, _)) if at.next.is_none() && self.is_of_none(list).await => {
                    at.said = Some(0);
                    return Ok(Ended::Whole);
                }
                Err(fault) => return Ok(again(at, &fault)),
            };
            empty = if page.rows.is_empty() { empty + 1 } else { 0 };
            if empty > EMPTY_PAGES {
                return Ok(broken("page after page is empty"));
            }
            if at.next.is_none() {
                at.said = page.said;
            }
            seen.extend(page.rows.iter().map(|row| hash(&row.id)));
            at.unreadable += page.unreadable;
            at.read = seen.len() as u64;
            let is_end = page.next.is_none();
            if let Some(next) = page.next {
                at.next = Some(next);
            }
            self.save(list, at, page.rows).await?;
            if is_end {
                return Ok(Ended::Whole);
            }
        }
    }

    /// Whether the app that a list is of is gone: it was deleted since the list of apps was read. Both have to say so.
    async fn is_of_none(&self, list: &str) -> bool {
        let Some(app) = list.strip_suffix(ASSIGNED_TO) else {
            return false;
        };
        let url = self.reader.url(app, &[("$select", "id")]);
        matches!(self.reader.get(&url).await, Err(Fault::Refused(404, _)))
    }

    /// Whether what was read is all there is.
    async fn judge(&self, list: &str, at: &mut Progress) {
        let is_main = list == APPS || list == GRANTS;
        if at.said.is_none() && at.fault.is_none() && is_main {
            at.said = self.count(list).await;
        }
        // Only of the two long lists Graph documents a count.
        let agrees = at.said.map_or(!is_main, |said| said == at.read);
        at.complete = at.fault.is_none() && at.unreadable == 0 && agrees;
    }

    async fn count(&self, list: &str) -> Option<u64> {
        let url = self.reader.url(&format!("{list}/$count"), &[]);
        let body = self.reader.get(&url).await.ok()?;
        // Graph puts a byte order mark in front at times.
        let text = String::from_utf8_lossy(&body);
        text.trim_start_matches('\u{feff}').trim().parse().ok()
    }

    async fn save(&self, list: &str, at: &Progress, rows: Vec<Row>) -> Result<(), StoreError> {
        (self.watch)(list, at.read, at.said);
        // A page may show an item more than once.
        let rows: BTreeMap<_, _> = rows
            .into_iter()
            .map(|row| ((row.app.clone(), row.kind, row.id.clone()), row))
            .collect();
        let state = serde_json::to_string(at).unwrap_or_default();
        let page = Page {
            rows: rows.into_values().collect(),
            list: list.to_owned(),
            progress: Some(state),
            state: None,
            round: self.round,
            pass: at.pass,
        };
        self.store.add_page(self.tenant.to_owned(), page).await
    }
}

enum Ended {
    /// There is no next page.
    Whole,
    /// It has to be begun again; what was read stays.
    Again,
    /// Nothing more is to be had.
    Broken(String),
}

fn broken(why: &str) -> Ended {
    Ended::Broken(why.to_owned())
}

/// What to do after a page that did not come.
fn again(at: &mut Progress, fault: &Fault) -> Ended {
    let is_first = at.next.is_none();
    match fault {
        // The page is too much for Graph, or for one answer.
        Fault::Busy(500..=599) | Fault::Unreadable if at.top / 2 >= LEAST_TOP => at.top /= 2,
        // Links of long lists end after a while.
        Fault::Refused(400 | 404 | 410, _) if !is_first && at.restarts < RESTARTS => {
            at.restarts += 1;
        }
        Fault::Refused(400, _) if is_first && !at.uncounted => at.uncounted = true,
        _ => return Ended::Broken(fault.to_string()),
    }
    at.next = None;
    at.unreadable = 0;
    Ended::Again
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
