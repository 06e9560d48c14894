//! A round that reads only what changed: it follows the deltas, looks at what they name, and reads again some of the
//! lists that have no delta, those first that were read the longest ago.
//!
//! Where nothing changed it takes four requests: one for the observer's own permissions, one for each delta, and one for
//! twenty lists. It says nothing of what it has not looked at.

use crate::clock::{Clock, rfc3339};
use crate::observer::audit;
use crate::observer::delta::{Walked, with_delta};
use crate::observer::difference::{
    APPS, Change, Completeness, Fate, GRANTS, Read, assigned_to, compare,
};
use crate::observer::fault::Fault;
use crate::observer::itself::{self, Stopped};
use crate::observer::level::Level;
use crate::observer::list::{self, Progress};
use crate::observer::look::{Looked, client_of};
use crate::observer::round::{Round, TOGETHER};
use crate::observer::rows::{Tenant, each, index_of, json, load, numbered};
use crate::observer::snapshot::App;
use crate::store::StoreError;
use crate::store::observed::{Accepted, Kind, Page, Place, Row, Stored};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A list without a delta is read again after this long, or the next day.
const AGAIN: Duration = Duration::from_hours(1);

/// What came of it.
#[derive(Clone, Debug)]
pub enum Followed {
    /// What changed is written down.
    Done {
        /// Changes.
        changes: usize,
        /// Requests.
        requests: u64,
    },
    /// Graph has trouble: it goes on from where it stopped.
    Later(Fault),
    /// A delta leads nowhere any more, for that reason: a whole round has to come next.
    Lost(String),
}

/// A list's apps and rows, as a round has found them.
struct Found {
    completeness: Completeness,
    /// Apps that may have changed.
    apps: BTreeSet<String>,
    /// Lists of apps that are gone.
    ended: Vec<String>,
    /// Whether more or less is known than before, be it of rows or of lists.
    is_news: bool,
}

impl Round<'_> {
    /// Does it, at the time `now` in Unix milliseconds.
    pub async fn follow(&self, clock: &dyn Clock) -> Result<Followed, Stopped> {
        let stands = load(self.store, &self.observer.tenant).await?;
        let level = self.still(&stands, clock.now()).await?;
        let mut tenant = self.open_following().await?;
        if let Some(ended) = self.walk(&level, clock.now()).await? {
            return Ok(ended);
        }
        let mut lists = list::stored(self.store, &self.observer.tenant).await?;
        let noticed = self.store.noticed(self.observer.tenant.clone()).await?;
        let looked = Looked::at(self.reader, noticed).await;
        let fresh = Self::fresh(&looked, &lists);
        self.write(&tenant, &looked.rows).await?;
        let again = self.again(fresh, &looked, &tenant, &lists);
        let before = lists.clone();
        for list in &again {
            if lists.get(list).is_some_and(|at| at.round != tenant.round) {
                lists.remove(list);
            }
        }
        self.read_all(&again, &mut tenant, &mut lists).await?;
        let mut found = self.found(&looked, &tenant, &again, &lists).await?;
        // Of a list that was begun before a break nobody knows what it was.
        found.is_news |= again.iter().any(|list| {
            let was = before.get(list).filter(|at| at.round != tenant.round);
            was.map(|at| at.complete) != lists.get(list).map(|at| at.complete)
        });
        self.end_following(tenant, looked, found, &level, clock.now())
            .await
    }

    /// The observer's check of itself: in one request, where it holds what it held.
    async fn still(&self, tenant: &Tenant, now: u64) -> Result<Level, Stopped> {
        if let (Some(known), None) = (&tenant.itself, &tenant.lost)
            && let Some(level) = itself::unchanged(self.reader, known).await
        {
            return Ok(level);
        }
        Ok(self.check(now).await?.0)
    }

    async fn open_following(&self) -> Result<Tenant, StoreError> {
        let mut tenant = load(self.store, &self.observer.tenant).await?;
        if !tenant.open {
            tenant.open = true;
            tenant.following = true;
            tenant.round += 1;
            tenant.requests = 0;
            self.keep(&tenant).await?;
        }
        Ok(tenant)
    }

    /// Follows each delta to its end. What ends the round here, if anything does.
    async fn walk(&self, level: &Level, now: u64) -> Result<Option<Followed>, StoreError> {
        let mut cursors = self.of_deltas().cursors().await?;
        for list in with_delta(level) {
            let walked = match cursors.remove(*list) {
                Some(at) => self.of_deltas().walk(list, at, now).await?,
                None => Walked::Lost("it was never begun".to_owned()),
            };
            match walked {
                Walked::Whole => {}
                Walked::Later(fault) => return Ok(Some(Followed::Later(fault))),
                Walked::Lost(why) => {
                    self.of_deltas().forget(list).await?;
                    return Ok(Some(Followed::Lost(format!("{list}/delta: {why}"))));
                }
            }
        }
        Ok(None)
    }

    /// Lists of apps that are new, or whose assignments may be others than before.
    fn fresh(looked: &Looked, lists: &BTreeMap<String, Progress>) -> BTreeSet<String> {
        let mut fresh = BTreeSet::new();
        for (_, row) in looked.rows.iter().filter(|(_, row)| row.kind == Kind::App) {
            let list = assigned_to(&row.app);
            let Ok(app) = serde_json::from_str::<App>(&row.body) else {
                continue;
            };
            if app.is_asked() && (app.assignment_required || !lists.contains_key(&list)) {
                fresh.insert(list);
            }
        }
        fresh
    }

    /// Writes what was looked at, each row with its list.
    async fn write(&self, tenant: &Tenant, rows: &[(String, Row)]) -> Result<(), StoreError> {
        let mut by_list: BTreeMap<&str, BTreeMap<Place, Row>> = BTreeMap::new();
        for (list, row) in rows {
            let of_list = by_list.entry(list).or_default();
            of_list.insert(row.place(), row.clone());
        }
        for (list, rows) in by_list {
            let page = Page {
                rows: rows.into_values().collect(),
                list: list.to_owned(),
                round: tenant.round,
                ..Page::default()
            };
            self.store
                .add_page(self.observer.tenant.clone(), page)
                .await?;
        }
        Ok(())
    }

    /// The lists that this round reads: those of apps that changed, and the oldest of the others, as many as one request
    /// asks for. Those that it has begun before a break stay.
    fn again(
        &self,
        fresh: BTreeSet<String>,
        looked: &Looked,
        tenant: &Tenant,
        lists: &BTreeMap<String, Progress>,
    ) -> Vec<String> {
        let now = self.reader.now();
        let again = u64::try_from(AGAIN.as_millis()).unwrap_or(u64::MAX);
        let is_gone = |list: &String| looked.apps_gone.iter().any(|app| *list == assigned_to(app));
        let mut old: Vec<(&String, &Progress)> = lists
            .iter()
            .filter(|(list, _)| *list != APPS && *list != GRANTS && !is_gone(list))
            .filter(|(_, at)| at.round != tenant.round)
            .filter(|(_, at)| at.ended.saturating_add(again) <= now)
            .collect();
        old.sort_by_key(|(_, at)| at.ended);
        let old = old.into_iter().take(TOGETHER).map(|(list, _)| list.clone());
        let begun = lists
            .iter()
            .filter(|(_, at)| at.round == tenant.round)
            .map(|(list, _)| list.clone());
        let all: BTreeSet<String> = old.chain(begun).chain(fresh).collect();
        all.into_iter().collect()
    }

    /// What the round says of the rows, and which apps may have changed by that.
    async fn found(
        &self,
        looked: &Looked,
        tenant: &Tenant,
        again: &[String],
        lists: &BTreeMap<String, Progress>,
    ) -> Result<Found, StoreError> {
        let mut completeness = Completeness {
            round: tenant.round,
            unread: tenant.unread.clone(),
            ..Completeness::default()
        };
        let mut apps: BTreeSet<String> = BTreeSet::new();
        for list in again {
            let Some(at) = lists.get(list) else { continue };
            let (complete, pass) = (at.complete, at.pass);
            completeness
                .lists
                .insert(list.clone(), Read { complete, pass });
            let key = self.observer.tenant.clone();
            apps.extend(
                self.store
                    .differing(key, list.clone(), tenant.round)
                    .await?,
            );
        }
        for (_, row) in &looked.rows {
            completeness.asked.insert(row.place(), Fate::Seen);
            apps.insert(row.app.clone());
        }
        let mut ended = Vec::new();
        for app in &looked.apps_gone {
            // What an app was granted ends with it.
            for stored in self.rows_of(app).await? {
                completeness.asked.insert(stored.row.place(), Fate::Gone);
            }
            apps.insert(app.clone());
            // So do the roles of it that others hold.
            let (list, key) = (assigned_to(app), self.observer.tenant.clone());
            for holder in self
                .store
                .differing(key, list.clone(), u64::MAX >> 1)
                .await?
            {
                let rows = self.rows_of(&holder).await?;
                let of_it = rows.iter().filter(|stored| stored.list == list);
                let gone = of_it.map(|stored| (stored.row.place(), Fate::Gone));
                completeness.asked.extend(gone);
                apps.insert(holder);
            }
            ended.push(list);
        }
        for place in self.places(&looked.grants_gone).await? {
            apps.insert(place.0.clone());
            completeness.asked.insert(place, Fate::Gone);
        }
        Ok(Found {
            is_news: !apps.is_empty(),
            completeness,
            apps,
            ended,
        })
    }

    async fn rows_of(&self, app: &str) -> Result<Vec<Stored>, StoreError> {
        let key = self.observer.tenant.clone();
        self.store.rows_of(key, app.to_owned()).await
    }

    /// Where grants stand. Their IDs name their clients; one in another form is looked for everywhere.
    async fn places(&self, grants: &BTreeSet<String>) -> Result<Vec<Place>, StoreError> {
        let (mut places, mut odd) = (Vec::new(), BTreeSet::new());
        for id in grants {
            let Some(client) = client_of(id) else {
                odd.insert(id.as_str());
                continue;
            };
            let rows = self.rows_of(&client).await?;
            let of_it = rows.iter().filter(|stored| stored.row.id == *id);
            places.extend(of_it.map(|stored| stored.row.place()));
        }
        if !odd.is_empty() {
            each(self.store, &self.observer.tenant, |stored| {
                if stored.row.kind == Kind::Delegated && odd.contains(stored.row.id.as_str()) {
                    places.push(stored.row.place());
                }
            })
            .await?;
        }
        Ok(places)
    }

    /// Compares, writes down what changed, and ends the round.
    async fn end_following(
        &self,
        mut tenant: Tenant,
        looked: Looked,
        found: Found,
        level: &Level,
        now: u64,
    ) -> Result<Followed, Stopped> {
        let text = rfc3339(now);
        let (mut gone, mut changes): (Vec<Place>, Vec<Change>) = (Vec::new(), Vec::new());
        for app in &found.apps {
            let rows = self.rows_of(app).await?;
            let compared = compare(&rows, &found.completeness);
            let index = index_of(self.store, &self.observer.tenant, &rows).await?;
            changes.extend(compared.changes(app, &index, &text));
            gone.extend(compared.gone);
        }
        if level.reads_audit() && !changes.is_empty() {
            let events = audit::events(self.reader, tenant.last()).await;
            audit::attribute(&mut changes, &events);
        }
        for (list, read) in &found.completeness.lists {
            if read.complete {
                tenant.unread.remove(list);
            }
        }
        tenant.open = false;
        tenant.following = false;
        tenant.followed = now;
        tenant.revision += u64::from(found.is_news);
        let count = changes.len();
        let accepted = Accepted {
            state: json(&tenant),
            gone,
            changes: numbered(self.store, &self.observer.tenant, changes).await?,
            waiting: Some(looked.waiting),
            ended: found.ended,
        };
        self.store
            .accept(self.observer.tenant.clone(), accepted)
            .await?;
        Ok(Followed::Done {
            changes: count,
            requests: self.requests(),
        })
    }
}
