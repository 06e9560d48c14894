//! What was decided on each tab, and how long that stays so: the same is not decided twice.

use super::{Lasting, Model, Session, Settings};
use consentry_catalog::Catalog;
use consentry_wire::view::TabView;

/// What follows from the rest of a model and from the tables: it is not stored, a copy of the model has none of it, and
/// it tells no models apart.
#[derive(Debug)]
pub(crate) struct Derived<T>(Option<Box<T>>);

impl<T> Derived<T> {
    pub(crate) fn of(value: T) -> Self {
        Self(Some(Box::new(value)))
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_deref()
    }
}

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        Self(None)
    }
}

impl<T> PartialEq for Derived<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What was decided on a tab.
#[derive(Debug)]
pub(crate) struct TabDecision {
    /// What the panel shows of it.
    pub(crate) view: TabView,
    /// When it is decided anew although nothing happens: Unix time in milliseconds.
    pub(crate) again_at: Option<u64>,
}

/// What decisions rest on beside the tab they are about, and the time in which that stays the same.
#[derive(Debug)]
pub(crate) struct Basis {
    tables: u64,
    lasting: Lasting,
    settings: Settings,
    from: u64,
    until: u64,
}

/// Which tabs an event changes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Touched {
    /// None: it may only change what decisions rest on.
    None,
    /// One.
    Tab(u32),
    /// Any.
    Any,
}

impl Model {
    /// Forgets what may be decided otherwise by now.
    pub(crate) fn forget_decisions(&mut self, catalog: &Catalog, touched: Touched, now: u64) {
        let Self { lasting, session } = self;
        let basis = session.basis.get();
        let stays = basis.is_some_and(|basis| basis.stays(catalog, lasting, session, now));
        if !stays {
            session.basis = Derived::of(Basis::of(catalog, lasting, session, now));
        }
        for (id, tab) in &mut session.tabs {
            let again_at = tab.decision.get().and_then(|decision| decision.again_at);
            let is_touched = touched == Touched::Any || touched == Touched::Tab(*id);
            if !stays || is_touched || again_at.is_some_and(|at| at <= now) {
                tab.decision = Derived::default();
            }
        }
    }

    /// What was decided on each tab.
    pub(crate) fn decisions(&self) -> impl Iterator<Item = (u32, &TabDecision)> {
        let tabs = self.session.tabs.iter();
        tabs.filter_map(|(id, tab)| Some((*id, tab.decision.get()?)))
    }
}

impl Basis {
    fn of(catalog: &Catalog, lasting: &Lasting, session: &Session, now: u64) -> Self {
        let journeys = lasting.journeys.iter();
        let ends = journeys.filter_map(|journey| journey.changes_after(now));
        Self {
            tables: catalog.revision(),
            lasting: lasting.clone(),
            settings: session.settings.clone(),
            from: now,
            until: ends.min().unwrap_or(u64::MAX),
        }
    }

    fn stays(&self, catalog: &Catalog, lasting: &Lasting, session: &Session, now: u64) -> bool {
        (self.from..self.until).contains(&now)
            && self.tables == catalog.revision()
            && self.lasting == *lasting
            && self.settings == session.settings
    }
}
