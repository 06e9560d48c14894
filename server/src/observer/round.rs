//! One whole round: the observer checks itself, reads every list, and states what changed since the
//! round before. It goes on where it stopped, whatever stopped it.

use crate::clock::{Clock, rfc3339};
use crate::config::Observer;
use crate::observer::audit;
use crate::observer::completeness::{completeness, note};
use crate::observer::delta::{Deltas, with_delta};
use crate::observer::difference::{APPS, Change, GRANTS, assigned_to, compare};
use crate::observer::itself::{self, Known, Stopped};
use crate::observer::level::Level;
use crate::observer::list::{self, Lists, Progress, Watch, first};
use crate::observer::loss;
use crate::observer::reader::Reader;
use crate::observer::rows::{Tenant, each, each_app, index, json, load, numbered};
use crate::observer::snapshot::App;
use crate::observer::wire::Organizations;
use crate::store::observed::{Accepted, Kind, Page, Place};
use crate::store::{Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Lists whose first pages are asked for together.
pub(super) const TOGETHER: usize = 20;

/// What a round has read.
#[derive(Debug)]
pub struct Outcome {
    /// Where the tenant's reading stands.
    pub tenant: Tenant,
    /// Its lists, by name.
    pub lists: BTreeMap<String, Progress>,
    /// Whether each of them is complete and none was left out.
    pub complete: bool,
    /// What the observer may read.
    pub level: Level,
    /// Requests of the whole round, those before a break included.
    pub requests: u64,
}

/// A round of one tenant.
pub struct Round<'a> {
    /// Microsoft Graph.
    pub reader: &'a Reader,
    /// Where the rows go.
    pub store: &'a Arc<dyn Store>,
    /// The registration.
    pub observer: &'a Observer,
    /// Who is told of each page.
    pub watch: Watch<'a>,
    /// Requests of the reader that belong to earlier rounds.
    pub before: u64,
    /// Deltas are begun, so that the next round can follow them.
    pub deltas: bool,
}

impl<'a> Round<'a> {
    /// A round that nobody looks on at, and that the next one can follow deltas after.
    pub fn quiet(reader: &'a Reader, store: &'a Arc<dyn Store>, observer: &'a Observer) -> Self {
        Self {
            reader,
            store,
            observer,
            watch: &|_, _, _| {},
            before: reader.requests(),
            deltas: true,
        }
    }
}

impl Round<'_> {
    pub(super) fn requests(&self) -> u64 {
        self.reader.requests().saturating_sub(self.before)
    }

    /// Does it, at the time `now` in Unix milliseconds.
    pub async fn run(&self, clock: &dyn Clock) -> Result<Outcome, Stopped> {
        let (level, known) = self.check(clock.now()).await?;
        let mut tenant = self.open(&level, clock.now()).await?;
        tenant.itself = Some(known);
        self.name(&mut tenant, &level).await;
        let mut lists = list::stored(self.store, &self.observer.tenant).await?;
        self.read(APPS, &mut tenant, &mut lists, None).await?;
        if level.reads_directory() {
            self.read(GRANTS, &mut tenant, &mut lists, None).await?;
        }
        self.assignments(&mut tenant, &mut lists).await?;
        self.end(tenant, lists, level, clock.now()).await
    }

    /// The observer's check of itself; what it finds may be news.
    pub(super) async fn check(&self, now: u64) -> Result<(Level, Known), Stopped> {
        match itself::check(self.reader, &self.observer.client_id).await {
            Ok((level, known)) => {
                loss::back(self.store, self.observer, &level, now).await?;
                Ok((level, known))
            }
            Err(stopped) => {
                loss::lost(self.store, self.observer, &stopped, now).await?;
                Err(stopped)
            }
        }
    }

    /// The round that was broken off, or a new one.
    async fn open(&self, level: &Level, now: u64) -> Result<Tenant, StoreError> {
        let mut tenant = load(self.store, &self.observer.tenant).await?;
        if tenant.open && !tenant.following {
            return Ok(tenant);
        }
        if self.deltas {
            // Before the lists: what changes while they are read, the deltas name.
            self.of_deltas().begin_stale(level, now).await?;
        }
        if tenant.following {
            // The number stays: rows that it has written keep what they were before. No pass may be taken for another.
            let lists = list::stored(self.store, &self.observer.tenant).await?;
            let passes = lists.values().map(|at| at.pass);
            tenant.pass = passes.fold(tenant.pass, u64::max);
        } else {
            tenant.round += 1;
        }
        tenant.open = true;
        tenant.following = false;
        tenant.began = now;
        tenant.requests = 0;
        let key = self.observer.tenant.clone();
        self.store.begin_round(key, json(&tenant)).await?;
        Ok(tenant)
    }

    /// Deltas of this observer.
    pub(super) fn of_deltas(&self) -> Deltas<'_> {
        Deltas {
            reader: self.reader,
            store: self.store,
            tenant: &self.observer.tenant,
        }
    }

    /// What the organization is called, where the observer may read that.
    async fn name(&self, tenant: &mut Tenant, level: &Level) {
        if tenant.id.is_empty() {
            tenant.id.clone_from(&self.observer.tenant);
        }
        if !level.reads_directory() {
            return;
        }
        let url = self
            .reader
            .url("organization", &[("$select", "id,displayName")]);
        let found = self.reader.json::<Organizations>(&url).await;
        if let Some(organization) = found.ok().and_then(|list| list.value.into_iter().next()) {
            tenant.id = organization.id;
            tenant.name = organization.display_name.unwrap_or_default();
        }
    }

    async fn read(
        &self,
        list: &str,
        tenant: &mut Tenant,
        lists: &mut BTreeMap<String, Progress>,
        opened: Option<(Progress, crate::observer::reader::Answer)>,
    ) -> Result<(), StoreError> {
        let (at, opened) = match opened {
            Some((at, answer)) => (at, Some(answer)),
            None => (Self::stands(list, tenant, lists), None),
        };
        if at.done {
            return Ok(());
        }
        let reading = Lists {
            reader: self.reader,
            store: self.store,
            tenant: &self.observer.tenant,
            round: tenant.round,
            watch: self.watch,
        };
        let pass = &mut tenant.pass;
        let mut new_pass = || {
            *pass += 1;
            *pass
        };
        let done = reading.read(list, at, opened, &mut new_pass).await?;
        lists.insert(list.to_owned(), done);
        self.keep(tenant).await
    }

    /// Where a list stands, or its beginning.
    fn stands(list: &str, tenant: &mut Tenant, lists: &BTreeMap<String, Progress>) -> Progress {
        // A break may have come between a pass and the state that counts it.
        let newest = lists.values().map(|at| at.pass).max().unwrap_or_default();
        tenant.pass = tenant.pass.max(newest);
        lists.get(list).cloned().unwrap_or_else(|| {
            tenant.pass += 1;
            Progress::begin(tenant.pass)
        })
    }

    /// Stores how many requests the round has taken.
    pub(super) async fn keep(&self, tenant: &Tenant) -> Result<(), StoreError> {
        let mut now = tenant.clone();
        now.requests += self.requests();
        let page = Page {
            state: Some(json(&now)),
            ..Page::default()
        };
        self.store
            .add_page(self.observer.tenant.clone(), page)
            .await
    }

    /// Who holds the roles of each API, and who is assigned to each app that asks for it: one list for
    /// each of those, and never one for each app.
    async fn assignments(
        &self,
        tenant: &mut Tenant,
        lists: &mut BTreeMap<String, Progress>,
    ) -> Result<(), StoreError> {
        let asked = self.apps_to_ask(tenant.round, lists.get(APPS)).await?;
        let all: Vec<String> = asked.iter().map(|id| assigned_to(id)).collect();
        self.read_all(&all, tenant, lists).await
    }

    /// Reads each of these lists, from where it stands.
    pub(super) async fn read_all(
        &self,
        all: &[String],
        tenant: &mut Tenant,
        lists: &mut BTreeMap<String, Progress>,
    ) -> Result<(), StoreError> {
        let is_open = |list: &&String| !lists.get(*list).is_some_and(|at| at.done);
        let open: Vec<String> = all.iter().filter(is_open).cloned().collect();
        for some in open.chunks(TOGETHER) {
            let begun: Vec<(&String, Progress)> = some
                .iter()
                .map(|list| (list, Self::stands(list, tenant, lists)))
                .collect();
            let (fresh, broken): (Vec<_>, Vec<_>) =
                begun.into_iter().partition(|(_, at)| at.next.is_none());
            let urls: Vec<url::Url> = fresh
                .iter()
                .map(|(list, at)| first(self.reader, list, at))
                .collect();
            let answers = self.reader.get_all(&urls).await;
            for ((list, at), answer) in fresh.into_iter().zip(answers) {
                self.read(list, tenant, lists, Some((at, answer))).await?;
            }
            for (list, _) in broken {
                self.read(list, tenant, lists, None).await?;
            }
        }
        Ok(())
    }

    /// Apps that are APIs or ask for assignment, by object ID. One that a complete list does not show is gone, and its
    /// list with it.
    async fn apps_to_ask(
        &self,
        round: u64,
        apps: Option<&Progress>,
    ) -> Result<BTreeSet<String>, StoreError> {
        let mut asked = BTreeSet::new();
        let whole = apps.filter(|at| at.complete).map(|at| at.pass);
        each(self.store, &self.observer.tenant, |stored| {
            let is_gone = whole.is_some_and(|pass| (stored.round, stored.pass) != (round, pass));
            if stored.row.kind != Kind::App || is_gone {
                return;
            }
            if let Ok(app) = serde_json::from_str::<App>(&stored.row.body)
                && app.is_asked()
            {
                asked.insert(stored.row.app);
            }
        })
        .await?;
        Ok(asked)
    }

    /// Compares, writes down what changed, and ends the round.
    async fn end(
        &self,
        mut tenant: Tenant,
        lists: BTreeMap<String, Progress>,
        level: Level,
        now: u64,
    ) -> Result<Outcome, Stopped> {
        let completeness = completeness(&tenant, &lists);
        let index = index(self.store, &self.observer.tenant).await?;
        let found = rfc3339(now);
        let (mut gone, mut changes): (Vec<Place>, Vec<Change>) = (Vec::new(), Vec::new());
        let mut read_before = BTreeSet::new();
        each_app(self.store, &self.observer.tenant, |object_id, rows| {
            let older = rows
                .iter()
                .filter(|stored| stored.round != completeness.round || stored.before.is_some())
                .filter(|stored| !completeness.is_complete(&stored.list));
            read_before.extend(older.map(|stored| stored.list.clone()));
            let compared = compare(rows, &completeness);
            changes.extend(compared.changes(object_id, &index, &found));
            gone.extend(compared.gone);
            Ok::<(), StoreError>(())
        })
        .await?;
        if level.reads_audit() && !changes.is_empty() {
            audit::attribute(
                &mut changes,
                &audit::events(self.reader, tenant.last()).await,
            );
        }
        let complete = note(&mut tenant, &lists, &level, &completeness, &read_before);
        let cursors = self.of_deltas().cursors().await?;
        let is_followed =
            |list: &&str| cursors.contains_key(*list) && completeness.is_complete(list);
        tenant.follows = with_delta(&level).iter().all(is_followed);
        tenant.open = false;
        tenant.rounds += 1;
        tenant.revision += 1;
        tenant.ended = now;
        tenant.requests += self.requests();
        let accepted = Accepted {
            state: json(&tenant),
            gone,
            changes: numbered(self.store, &self.observer.tenant, changes).await?,
            waiting: Some(self.of_deltas().waiting(&completeness).await?),
            ended: Vec::new(),
        };
        self.store
            .accept(self.observer.tenant.clone(), accepted)
            .await?;
        Ok(Outcome {
            requests: tenant.requests,
            tenant,
            lists,
            complete,
            level,
        })
    }
}
