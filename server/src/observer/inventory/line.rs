//! One app, as the list shows it: a line of it is kept in memory, and no more.

use crate::observer::finding::findings;
use crate::observer::shape::is_microsofts_tenant;
use crate::observer::snapshot::{Held, Index};
use crate::observer::summary::Counted;
use consentry_catalog::permission::Risk;

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
    pub(super) folded: String,
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

impl Line {
    /// The line of an app at a time, Unix milliseconds.
    pub(super) fn of(object_id: &str, held: &Held, index: &Index, now: u64) -> Self {
        let app = held.app.as_ref();
        let app_id = app.map_or(object_id, |app| &app.app_id).to_owned();
        let called = app.map(|app| app.name.as_str());
        let name = called.or(held.called.as_deref()).unwrap_or(object_id);
        let owner = app.and_then(|app| app.owner_tenant.as_deref());
        let counted = Counted::of(held, &findings(held, index, now));
        Self {
            object_id: object_id.to_owned(),
            folded: format!("{} {app_id} {object_id}", name.to_lowercase()),
            name: name.to_owned(),
            app_id,
            publisher: app.and_then(|app| app.publisher.clone()),
            is_microsoft: owner.is_some_and(is_microsofts_tenant),
            is_enabled: counted.is_enabled,
            risk: counted.risk,
            delegated: held.delegated.len(),
            is_for_all: counted.is_for_all,
            application: held.application.len(),
        }
    }

    /// What counts of it.
    pub(super) fn counted(&self) -> Counted {
        Counted {
            risk: self.risk,
            is_for_all: self.is_for_all,
            is_application: self.application > 0,
            is_enabled: self.is_enabled,
        }
    }
}
