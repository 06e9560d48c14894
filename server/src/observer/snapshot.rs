//! What is known of a tenant's apps at one time: apps, delegated grants, app role assignments and
//! assignments, as they are stored.

use crate::observer::shape;
use crate::store::observed::{Kind, Stored};
use consentry_catalog::{Catalog, resources};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A service principal: an app as it is in the tenant
/// (<https://learn.microsoft.com/graph/api/resources/serviceprincipal>).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct App {
    /// Application (client) ID.
    pub app_id: String,
    /// Display name, as its publisher or an administrator chose it.
    pub name: String,
    /// Tenant it is registered in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_tenant: Option<String>,
    /// Name of its verified publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Whether it is enabled, in four ways.
    pub enabled: Enabled,
    /// Whether only assigned people can sign in to it.
    pub assignment_required: bool,
    /// `Application`, `ManagedIdentity`, `Legacy`, `SocialIdp`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// When the last of its credentials in this tenant ends, Unix milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credential_ends: Option<u64>,
    /// Its app roles that applications can hold: ID to value.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub roles: BTreeMap<String, String>,
}

impl App {
    /// Whether it is asked who is assigned to it and holds its roles.
    pub fn is_asked(&self) -> bool {
        self.assignment_required || self.is_api()
    }

    /// Whether applications can hold a role of it: as it says itself, or as is known of it.
    fn is_api(&self) -> bool {
        !self.roles.is_empty() || resources::by_name(Catalog::built_in(), &self.app_id).is_some()
    }
}

/// Whether an app is enabled: four facts, each known or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enabled {
    /// People can sign in to it in this tenant (`accountEnabled`).
    pub account: Option<bool>,
    /// Its owner has not deactivated it everywhere (`isDisabled`).
    pub owner: Option<bool>,
    /// Microsoft has not disabled it (`disabledByMicrosoftStatus`).
    pub microsoft: Option<bool>,
    /// It is deleted and can be restored.
    pub deleted: bool,
}

impl Enabled {
    /// Whether nothing known stands in the way of a sign-in.
    pub fn is_enabled(self) -> bool {
        let facts = [self.account, self.owner, self.microsoft];
        !self.deleted && facts.iter().all(|fact| *fact != Some(false))
    }
}

/// For whom a delegated grant counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum Audience {
    /// Everyone in the tenant (`AllPrincipals`).
    All,
    /// One person, by object ID.
    One(String),
}

impl From<Audience> for String {
    fn from(audience: Audience) -> Self {
        match audience {
            Audience::All => "all".into(),
            Audience::One(id) => id,
        }
    }
}

impl From<String> for Audience {
    fn from(text: String) -> Self {
        if text == "all" {
            Self::All
        } else {
            Self::One(text)
        }
    }
}

/// A delegated grant
/// (<https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant>).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegated {
    /// Object ID of the API.
    pub resource: String,
    /// For whom.
    #[serde(rename = "for")]
    pub audience: Audience,
    /// Permissions with spaces between them, at times more than one, in any case.
    pub scope: String,
}

/// An app role that the app holds: an application permission
/// (<https://learn.microsoft.com/graph/api/resources/approleassignment>).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Object ID of the API.
    pub resource: String,
    /// ID of the app role; zeros are access without a role.
    pub role: String,
    /// Since when, as Graph writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What the app is called, for one that no list of apps has shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
}

/// A person or group that may use the app.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Assigned {
    /// Object ID.
    pub id: String,
    /// `User` or `Group`.
    pub kind: String,
    /// Display name.
    pub name: String,
}

/// A permission that an app was granted for somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scoped {
    /// Object ID of the API.
    pub resource: String,
    /// The permission in lowercase: Graph compares without case.
    pub folded: String,
    /// For whom.
    pub audience: Audience,
}

/// Everything known of one app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The app itself; nothing for one that no list of apps has shown.
    pub app: Option<App>,
    /// Delegated permissions, with each as it is written.
    pub delegated: BTreeMap<Scoped, String>,
    /// App roles it holds: API and role ID, and since when.
    pub application: BTreeMap<(String, String), Option<String>>,
    /// People and groups assigned to it, by object ID.
    pub assigned: BTreeMap<String, Assigned>,
    /// What an API calls an app that no list of apps has shown.
    pub called: Option<String>,
}

impl Held {
    /// Adds a row. One that cannot be read is none: it was written by a newer version.
    pub fn add(&mut self, kind: Kind, body: &str) {
        match kind {
            Kind::App => self.app = serde_json::from_str(body).ok(),
            Kind::Delegated => {
                let Ok(grant) = serde_json::from_str::<Delegated>(body) else {
                    return;
                };
                for scope in grant.scope.split_whitespace() {
                    let key = Scoped {
                        resource: grant.resource.clone(),
                        folded: scope.to_lowercase(),
                        audience: grant.audience.clone(),
                    };
                    self.delegated
                        .entry(key)
                        .or_insert_with(|| scope.to_owned());
                }
            }
            Kind::Role => {
                if let Ok(role) = serde_json::from_str::<Role>(body) {
                    self.called = self.called.take().or(role.holder);
                    self.application
                        .insert((role.resource, role.role), role.since);
                }
            }
            Kind::Assigned => {
                if let Ok(assigned) = serde_json::from_str::<Assigned>(body) {
                    self.assigned.insert(assigned.id.clone(), assigned);
                }
            }
        }
    }

    /// All rows of an app.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Stored>) -> Self {
        let mut held = Self::default();
        for stored in rows {
            held.add(stored.row.kind, &stored.row.body);
        }
        held
    }

    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What has to be known of all apps to speak of one: the application ID behind an object ID, and
/// what an API's roles are called.
#[derive(Debug, Default)]
pub struct Index {
    app_ids: HashMap<Box<str>, Box<str>>,
    roles: HashMap<Box<str>, BTreeMap<String, String>>,
    /// Lookalike shapes of names, and the one application ID behind each; none where there are several.
    shapes: HashMap<u64, Option<u64>>,
}

impl Index {
    /// Adds an app.
    pub fn add(&mut self, object_id: &str, app: App) {
        let name = shape::hash(&app.name);
        self.shapes
            .entry(shape::of(&app.name))
            .and_modify(|known| {
                if *known != Some(name) {
                    *known = None;
                }
            })
            .or_insert(Some(name));
        self.app_ids.insert(object_id.into(), app.app_id.into());
        if !app.roles.is_empty() {
            self.roles.insert(object_id.into(), app.roles);
        }
    }

    /// The application ID of an app; its object ID where no list has shown it.
    pub fn app_id<'a>(&'a self, object_id: &'a str) -> &'a str {
        self.app_ids
            .get(object_id)
            .map_or(object_id, |app_id| app_id)
    }

    /// What an app role is called; nothing where that is not known.
    pub fn role(&self, resource: &str, role: &str) -> Option<&str> {
        let known = self.roles.get(resource).and_then(|roles| roles.get(role));
        let known = known.map(String::as_str).filter(|value| !value.is_empty());
        known.or_else(|| {
            let catalog = Catalog::built_in();
            let api = resources::by_name(catalog, self.app_id(resource))?;
            let kind = consentry_catalog::permission::Kind::Application;
            resources::by_permission_id(catalog, Some(api), role, kind).map(|(_, value)| value)
        })
    }

    /// Whether apps with other names look like this one.
    pub fn has_lookalike(&self, name: &str) -> bool {
        self.shapes.get(&shape::of(name)) == Some(&None)
    }

    /// Object IDs of the APIs: apps with roles that applications can hold.
    pub fn apis(&self) -> BTreeSet<&str> {
        self.roles.keys().map(|id| &**id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(scope: &str) -> Held {
        let mut held = Held::default();
        let body = serde_json::json!({"resource": "r", "for": "all", "scope": scope});
        held.add(Kind::Delegated, &body.to_string());
        held
    }

    #[test]
    fn stray_spaces_and_case_make_no_other_permission() {
        let plain: Vec<_> = grant("Mail.Read User.Read").delegated.into_keys().collect();
        let odd: Vec<_> = grant("  user.read  Mail.Read mail.read ")
            .delegated
            .into_keys()
            .collect();
        assert_eq!(plain, odd);
    }

    #[test]
    fn a_permission_is_shown_as_it_is_written() {
        let written: Vec<_> = grant("Mail.Read").delegated.into_values().collect();
        assert_eq!(written, ["Mail.Read"]);
    }

    #[test]
    fn each_of_four_facts_disables_an_app_and_an_unknown_one_does_not() {
        assert!(Enabled::default().is_enabled());
        for off in [
            Enabled {
                account: Some(false),
                ..Enabled::default()
            },
            Enabled {
                owner: Some(false),
                ..Enabled::default()
            },
            Enabled {
                microsoft: Some(false),
                ..Enabled::default()
            },
            Enabled {
                deleted: true,
                ..Enabled::default()
            },
        ] {
            assert!(!off.is_enabled(), "{off:?}");
        }
    }

    #[test]
    fn an_app_that_no_list_has_shown_stands_by_its_object_id() {
        assert_eq!(Index::default().app_id("77"), "77");
        assert_eq!(Index::default().role("77", "88"), None);
    }
}
