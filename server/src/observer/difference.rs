//! What changed between two readings, and what only was not seen.
//!
//! Pure. A row that a list did not show is gone only where the list is complete; a list that was
//! read to its end for the first time has no changes, it is the beginning.

use crate::observer::snapshot::{App, Audience, Held, Index};
use crate::store::observed::{Kind, Place, Stored};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The list of all apps.
pub const APPS: &str = "servicePrincipals";
/// The list of all delegated grants.
pub const GRANTS: &str = "oauth2PermissionGrants";

/// How the list of an app ends.
pub const ASSIGNED_TO: &str = "/appRoleAssignedTo";

/// The list of who holds an app's roles and who is assigned to it.
pub fn assigned_to(object_id: &str) -> String {
    format!("servicePrincipals/{object_id}{ASSIGNED_TO}")
}

/// A name in a line is cut after so many characters.
const IN_A_LINE: usize = 120;

/// A change, as reports and alerts state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The same each time this change is found; another when it happens again.
    pub id: String,
    /// What happened.
    pub kind: String,
    /// The app it happened to.
    pub app: Named,
    /// Application ID of the API, or its object ID where no list has shown it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_app_id: Option<String>,
    /// The delegated permission.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The application permission; its role ID where its name is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// For whom: `all`, or an object ID.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Who did it.
    pub who: Option<String>,
    /// When it was done, RFC 3339.
    pub when: Option<String>,
    /// When it was found, RFC 3339.
    #[serde(default)]
    pub found: String,
}

/// An app, as a change names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Object ID in the tenant.
    pub object_id: String,
    /// Application (client) ID.
    pub app_id: String,
    /// Display name.
    pub name: String,
}

impl Change {
    /// A change of that kind, without what is particular to it.
    pub fn new(kind: &str, app: &Named, found: &str) -> Self {
        Self {
            id: String::new(),
            kind: kind.to_owned(),
            app: app.clone(),
            resource_app_id: None,
            scope: None,
            value: None,
            audience: None,
            who: None,
            when: None,
            found: found.to_owned(),
        }
    }

    /// Hash of what changed, without when it was found or how often before.
    pub fn content(&self, tenant: &str) -> String {
        let audience = self.audience.clone().map(String::from);
        let parts = [
            Some(tenant),
            Some(&self.kind),
            Some(&self.app.object_id),
            self.resource_app_id.as_deref(),
            self.scope.as_deref(),
            self.value.as_deref(),
            audience.as_deref(),
        ];
        let folded = parts.map(|part| part.map(str::to_lowercase));
        let text = serde_json::to_vec(&folded).unwrap_or_default();
        HEXLOWER.encode(&Sha256::digest(text))
    }

    /// Its ID, where the same has changed that often before.
    #[must_use]
    pub fn numbered(mut self, content: &str, before: u64) -> Self {
        self.id = HEXLOWER.encode(&Sha256::digest(format!("{content}/{before}"))[..16]);
        self
    }
}

impl Change {
    /// In a line. Whatever somebody chose in it is cut.
    pub fn line(&self) -> String {
        let cut = |text: &str| text.chars().take(IN_A_LINE).collect::<String>();
        let permission = self.scope.as_deref().or(self.value.as_deref());
        let audience = self.audience.clone().map(String::from);
        let (name, id) = (cut(&self.app.name), cut(&self.app.app_id));
        let parts = [
            Some(format!("{}: {name} ({id})", self.kind)),
            permission.map(cut),
            audience.map(|audience| format!("for {}", cut(&audience))),
            self.who.as_ref().map(|who| format!("by {}", cut(who))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// How far one list was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    /// Whether every row it has was seen.
    pub complete: bool,
    /// The pass that counts.
    pub pass: u64,
}

/// What a round has read.
#[derive(Clone, Debug, Default)]
pub struct Completeness {
    /// Its number.
    pub round: u64,
    /// The lists that were asked.
    pub lists: BTreeMap<String, Read>,
    /// Lists that no earlier round has read to the end: what they show is no change.
    pub unread: BTreeSet<String>,
    /// Nothing was read before.
    pub first: bool,
    /// Rows whose object was asked itself, whatever their list shows.
    pub asked: BTreeMap<Place, Fate>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was seen.
    Seen,
    /// It was not seen, and nothing is known of whether it is there.
    Carried,
    /// It is gone.
    Gone,
    /// Nobody asks for it any more; whether it is there does not matter.
    Dropped,
}

impl Completeness {
    /// What became of a row. `is_there` says whether the app it belongs to was seen.
    pub fn fate(&self, stored: &Stored, is_there: bool) -> Fate {
        if let Some(fate) = self.asked.get(&stored.row.place()) {
            return *fate;
        }
        match self.lists.get(&stored.list) {
            Some(read) if read.pass == stored.pass && stored.round == self.round => Fate::Seen,
            Some(read) if read.complete => Fate::Gone,
            Some(_) => Fate::Carried,
            None if stored.list == APPS || stored.list == GRANTS => Fate::Carried,
            None if !self.is_complete(APPS) => Fate::Carried,
            None if stored.row.kind == Kind::Assigned && is_there => Fate::Dropped,
            None => Fate::Gone,
        }
    }

    /// Whether a list was read to its end.
    pub fn is_complete(&self, list: &str) -> bool {
        self.lists.get(list).is_some_and(|read| read.complete)
    }

    fn is_quiet(&self, list: &str) -> bool {
        self.first || self.unread.contains(list)
    }
}

/// One app before and after a round.
#[derive(Debug, Default)]
pub struct Compared {
    /// What was known, where it was read to the end.
    pub before: Held,
    /// What is known now, where it was read to the end before.
    pub after: Held,
    /// Rows that are gone.
    pub gone: Vec<Place>,
    /// Whether its assignments were known before.
    assigned_known: bool,
}

/// Compares the rows of one app.
pub fn compare(rows: &[Stored], completeness: &Completeness) -> Compared {
    let mut compared = Compared::default();
    let app = rows.iter().find(|stored| stored.row.kind == Kind::App);
    let is_there = app.is_some_and(|app| completeness.fate(app, true) != Fate::Gone);
    for stored in rows {
        let fate = completeness.fate(stored, is_there);
        if matches!(fate, Fate::Gone | Fate::Dropped) {
            compared.gone.push(stored.row.place());
        }
        if completeness.is_quiet(&stored.list) || fate == Fate::Dropped {
            // The app itself is the exception: its name stands in every change.
            if stored.row.kind == Kind::App {
                compared.before.add(Kind::App, &stored.row.body);
                compared.after.add(Kind::App, &stored.row.body);
            }
            continue;
        }
        let (kind, body) = (stored.row.kind, stored.row.body.as_str());
        let before = if stored.round == completeness.round {
            stored.before.as_deref()
        } else {
            Some(body)
        };
        if let Some(before) = before {
            compared.before.add(kind, before);
        }
        if fate != Fate::Gone {
            compared.after.add(kind, body);
        }
    }
    let was = compared.before.app.as_ref();
    compared.assigned_known = was.is_none_or(App::is_asked) || !compared.before.assigned.is_empty();
    compared
}

impl Compared {
    /// What changed, each change once, in the order of the report.
    pub fn changes(&self, object_id: &str, index: &Index, found: &str) -> Vec<Change> {
        let app = self.after.app.as_ref().or(self.before.app.as_ref());
        let named = Named {
            object_id: object_id.to_owned(),
            app_id: app.map_or(object_id, |app| &app.app_id).to_owned(),
            name: app.map_or(object_id, |app| &app.name).to_owned(),
        };
        let change = |kind: &str| Change::new(kind, &named, found);
        let mut changes: Vec<Change> = self.of_app().into_iter().map(change).collect();
        let (before, after) = (&self.before, &self.after);
        let resource = |id: &str| Some(index.app_id(id).to_owned());
        for (kind, have, had) in [
            ("delegated-added", &after.delegated, &before.delegated),
            ("delegated-removed", &before.delegated, &after.delegated),
        ] {
            let news = have.iter().filter(|(key, _)| !had.contains_key(key));
            changes.extend(news.map(|(key, scope)| Change {
                resource_app_id: resource(&key.resource),
                scope: Some(scope.clone()),
                audience: Some(key.audience.clone()),
                ..change(kind)
            }));
        }
        for (kind, have, had) in [
            ("application-added", &after.application, &before.application),
            (
                "application-removed",
                &before.application,
                &after.application,
            ),
        ] {
            let news = have.iter().filter(|(key, _)| !had.contains_key(key));
            changes.extend(news.map(|((api, role), since)| Change {
                resource_app_id: resource(api),
                value: Some(index.role(api, role).unwrap_or(role).to_owned()),
                when: since.clone().filter(|_| kind == "application-added"),
                ..change(kind)
            }));
        }
        for (kind, have, had) in [
            ("assigned-added", &after.assigned, &before.assigned),
            ("assigned-removed", &before.assigned, &after.assigned),
        ] {
            let news = have
                .keys()
                .filter(|id| self.assigned_known && !had.contains_key(*id));
            changes.extend(news.map(|id| Change {
                audience: Some(Audience::One(id.clone())),
                ..change(kind)
            }));
        }
        changes
    }

    fn of_app(&self) -> Vec<&'static str> {
        let (before, after) = (self.before.app.as_ref(), self.after.app.as_ref());
        let (before, after) = match (before, after) {
            (None, Some(_)) => return vec!["app-added"],
            (Some(_), None) => return vec!["app-removed"],
            (None, None) => return Vec::new(),
            (Some(before), Some(after)) => (before, after),
        };
        let switch = |was: bool, is: bool, on: &'static str, off: &'static str| {
            (was != is).then_some(if is { on } else { off })
        };
        let required = (before.assignment_required, after.assignment_required);
        [
            switch(
                before.enabled.is_enabled(),
                after.enabled.is_enabled(),
                "app-enabled",
                "app-disabled",
            ),
            switch(
                required.0,
                required.1,
                "assignment-required",
                "assignment-not-required",
            ),
            (before.name != after.name).then_some("app-renamed"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests;
