//! Every app of a tenant as a page lists them: made once from what a round has stored, then searched, filtered and sorted
//! in memory. Of each app a line is kept; everything else of it is read when somebody looks at it.

use crate::observer::finding::{Finding, MICROSOFT, findings};
use crate::observer::list::Progress;
use crate::observer::rows::{Tenant, each_app, index, load};
use crate::observer::snapshot::{Audience, Held, Index};
use crate::store::{Store, StoreError};
use consentry_catalog::permission::Risk;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Apps on one page.
pub const PAGE: usize = 50;

/// A longer search is cut.
const LONGEST: usize = 100;

/// The inventory of one tenant after one round.
pub struct Inventory {
    /// Where the tenant's reading stands.
    pub tenant: Tenant,
    /// How far each list was read, by name.
    pub lists: BTreeMap<String, Progress>,
    index: Index,
    lines: Vec<Line>,
}

/// One app, as the list shows it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Object ID in the tenant.
    pub object_id: String,
    /// Application (client) ID.
    pub app_id: String,
    /// Display name, as its publisher or an administrator chose it.
    pub name: String,
    /// What it is searched in: name and IDs in lowercase.
    folded: String,
    /// The verified publisher.
    pub publisher: Option<String>,
    /// Whether Microsoft registered it.
    pub is_microsoft: bool,
    /// Whether nothing known stands in the way of a sign-in.
    pub is_enabled: bool,
    /// The highest risk of its findings.
    pub risk: Option<Risk>,
    /// Delegated permissions, for all and for one.
    pub delegated: usize,
    /// Whether one of them is for everyone.
    pub is_for_all: bool,
    /// Application permissions.
    pub application: usize,
}

/// Which apps are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those with a finding of high or critical risk.
    Risky,
    /// Those with a delegated permission for everyone.
    ForAll,
    /// Those with an application permission.
    Application,
    /// Those that are disabled.
    Disabled,
    /// Those that Microsoft has not registered.
    Others,
}

impl Filter {
    /// Each with its name in an address.
    pub const NAMED: [(Self, &'static str); 6] = [
        (Self::All, "all"),
        (Self::Risky, "risky"),
        (Self::ForAll, "for-everyone"),
        (Self::Application, "application"),
        (Self::Disabled, "disabled"),
        (Self::Others, "not-microsoft"),
    ];

    fn holds(self, line: &Line) -> bool {
        match self {
            Self::All => true,
            Self::Risky => line.risk >= Some(Risk::High),
            Self::ForAll => line.is_for_all,
            Self::Application => line.application > 0,
            Self::Disabled => !line.is_enabled,
            Self::Others => !line.is_microsoft,
        }
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The highest risk first.
    Risk,
    /// Most delegated permissions first.
    Delegated,
    /// Most application permissions first.
    Application,
}

impl Sort {
    /// Each with its name in an address.
    pub const NAMED: [(Self, &'static str); 4] = [
        (Self::Name, "name"),
        (Self::Risk, "risk"),
        (Self::Delegated, "delegated"),
        (Self::Application, "application"),
    ];
}

/// What is asked of the list.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Part of a name or of an ID.
    pub text: String,
    /// Which.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// From 0.
    pub page: usize,
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
}

impl Inventory {
    async fn read(store: &Arc<dyn Store>, key: &str, tenant: Tenant) -> Result<Self, StoreError> {
        let index = index(store, key).await?;
        let mut lines = Vec::new();
        let now = tenant.ended;
        each_app(store, key, |object_id, rows| {
            lines.push(line(object_id, &Held::of(rows), &index, now));
            Ok::<(), StoreError>(())
        })
        .await?;
        lines.sort_by(|one: &Line, other| {
            (&one.folded, &one.object_id).cmp(&(&other.folded, &other.object_id))
        });
        let stored = store.lists(key.to_owned()).await?;
        let read =
            |(list, state): (String, String)| Some((list, serde_json::from_str(&state).ok()?));
        Ok(Self {
            tenant,
            lists: stored.into_iter().filter_map(read).collect(),
            index,
            lines,
        })
    }

    /// How many apps there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether none was ever read.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// One page of those that fit.
    pub fn page(&self, query: &Query) -> Page<'_> {
        let text: String = query.text.trim().chars().take(LONGEST).collect();
        let text = text.to_lowercase();
        let mut fit: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| query.filter.holds(line) && line.folded.contains(&text))
            .collect();
        // The lines stand in the order of their names, and sorting keeps that among equals.
        match query.sort {
            Sort::Name => {}
            Sort::Risk => fit.sort_by_key(|line| std::cmp::Reverse(line.risk)),
            Sort::Delegated => fit.sort_by_key(|line| std::cmp::Reverse(line.delegated)),
            Sort::Application => fit.sort_by_key(|line| std::cmp::Reverse(line.application)),
        }
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
        self.lines.iter().find(|line| line.object_id == object_id)
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
        let findings = findings(&held, &self.index, self.tenant.ended);
        Ok(Detail { held, findings })
    }

    /// What an API is called: its application ID, or its object ID where no list has shown it.
    pub fn api<'a>(&'a self, object_id: &'a str) -> &'a str {
        self.index.app_id(object_id)
    }

    /// What an app role is called: its ID where that is not known.
    pub fn role<'a>(&'a self, api: &str, role: &'a str) -> &'a str {
        self.index.role(api, role).unwrap_or(role)
    }
}

fn line(object_id: &str, held: &Held, index: &Index, now: u64) -> Line {
    let app = held.app.as_ref();
    let app_id = app.map_or(object_id, |app| &app.app_id).to_owned();
    let called = app.map(|app| app.name.as_str());
    let name = called.or(held.called.as_deref()).unwrap_or(object_id);
    let owner = app.and_then(|app| app.owner_tenant.as_deref());
    let mut wide = held.delegated.keys();
    Line {
        object_id: object_id.to_owned(),
        folded: format!("{} {app_id} {object_id}", name.to_lowercase()),
        name: name.to_owned(),
        app_id,
        publisher: app.and_then(|app| app.publisher.clone()),
        is_microsoft: owner.is_some_and(|owner| MICROSOFT.contains(&owner)),
        is_enabled: app.is_none_or(|app| app.enabled.is_enabled()),
        risk: findings(held, index, now)
            .iter()
            .map(|finding| finding.risk)
            .max(),
        delegated: held.delegated.len(),
        is_for_all: wide.any(|scoped| scoped.audience == Audience::All),
        application: held.application.len(),
    }
}

/// The newest inventory of each tenant. Nothing of one is ever answered for another.
#[derive(Default)]
pub struct Inventories(Mutex<BTreeMap<String, Arc<Inventory>>>);

impl Inventories {
    /// That of a tenant, made anew where a round has ended since.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn of(
        &self,
        store: &Arc<dyn Store>,
        key: &str,
    ) -> Result<Arc<Inventory>, StoreError> {
        let tenant = load(store, key).await?;
        let mut all = self.0.lock().await;
        if let Some(known) = all.get(key)
            && (known.tenant.ended, known.tenant.rounds) == (tenant.ended, tenant.rounds)
        {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(Inventory::read(store, key, tenant).await?);
        all.insert(key.to_owned(), Arc::clone(&made));
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[(&str, Option<Risk>, usize)]) -> Inventory {
        let mut lines: Vec<Line> = names
            .iter()
            .map(|(name, risk, delegated)| Line {
                object_id: format!("object-{name}"),
                app_id: format!("app-{name}"),
                folded: name.to_lowercase(),
                name: (*name).to_owned(),
                publisher: None,
                is_microsoft: name.starts_with("Microsoft"),
                is_enabled: *delegated > 0,
                risk: *risk,
                delegated: *delegated,
                is_for_all: false,
                application: 0,
            })
            .collect();
        lines.sort_by(|one, other| one.folded.cmp(&other.folded));
        Inventory {
            tenant: Tenant::default(),
            lists: BTreeMap::new(),
            index: Index::default(),
            lines,
        }
    }

    fn names(inventory: &Inventory, query: &Query) -> Vec<String> {
        let page = inventory.page(query);
        page.lines.iter().map(|line| line.name.clone()).collect()
    }

    #[test]
    fn apps_are_searched_filtered_and_sorted() {
        let all = of(&[
            ("beta", Some(Risk::Critical), 1),
            ("Alpha", Some(Risk::Low), 3),
            ("Microsoft Teams", None, 2),
            ("gamma", Some(Risk::High), 0),
        ]);
        let by = |sort, filter, text: &str| {
            let query = Query {
                text: text.into(),
                filter,
                sort,
                page: 0,
            };
            names(&all, &query)
        };
        assert_eq!(
            by(Sort::Name, Filter::All, ""),
            ["Alpha", "beta", "gamma", "Microsoft Teams"]
        );
        assert_eq!(by(Sort::Risk, Filter::All, "")[..2], ["beta", "gamma"]);
        assert_eq!(by(Sort::Delegated, Filter::All, "")[0], "Alpha");
        assert_eq!(by(Sort::Name, Filter::Risky, ""), ["beta", "gamma"]);
        assert_eq!(by(Sort::Name, Filter::Disabled, ""), ["gamma"]);
        assert_eq!(by(Sort::Name, Filter::Others, " MA "), ["gamma"]);
        assert_eq!(by(Sort::Name, Filter::All, "%"), Vec::<String>::new());
    }

    #[test]
    fn every_app_is_on_exactly_one_page_and_no_page_is_beyond_the_last() {
        let many: Vec<String> = (0..123).map(|at| format!("app {at:03}")).collect();
        let all = of(&many
            .iter()
            .map(|name| (name.as_str(), None, 1))
            .collect::<Vec<_>>());
        let page = |page| Query {
            page,
            ..Query::default()
        };
        let seen: Vec<String> = (0..3).flat_map(|at| names(&all, &page(at))).collect();
        assert_eq!(seen, many);
        assert_eq!(all.page(&page(usize::MAX)).page, 2);
        assert_eq!(of(&[]).page(&page(7)).page, 0);
    }
}
