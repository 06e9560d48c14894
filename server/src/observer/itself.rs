//! The observer looks at itself first: it reads nothing unless Graph says that it can only read.

use crate::observer::fault::Fault;
use crate::observer::level::{GRAPH, Holding, Level};
use crate::observer::reader::Reader;
use crate::observer::wire::{Api, Itself, OwnRole, OwnRoles};
use crate::problems::{self, Found};
use crate::store::StoreError;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Pages of the observer's own permissions; it holds a handful.
const PAGES: usize = 20;

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum Stopped {
    /// The observer holds what it must not.
    #[error(
        "the observer holds a permission that it must not hold: {}. Remove it from the registration, \
         then run this again. Nothing was read.", .0.join(", ")
    )]
    Forbidden(Vec<String>),
    /// What it holds cannot be read, so nobody knows that it cannot write.
    #[error(
        "the observer's own permissions can't be read ({0}), so it isn't known that it can't write. \
         Grant it Directory.Read.All (level 2) or Application.Read.All (level 1) and nothing else. \
         Nothing was read."
    )]
    Unverified(Fault),
    /// It may read nothing.
    #[error(
        "the observer may read nothing yet: grant it Directory.Read.All (level 2) or \
         Application.Read.All (level 1)"
    )]
    Nothing,
    /// There is no token.
    #[error("{0}")]
    Token(Fault),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Stopped {
    /// What stopped it passes by itself, if it is that.
    pub fn passing(&self) -> Option<Found> {
        match self {
            Self::Unverified(fault) | Self::Token(fault) => fault.passing(),
            Self::Forbidden(_) | Self::Nothing | Self::Store(_) => None,
        }
    }

    /// What it means for who wants to know something of an app.
    pub fn found(&self) -> Found {
        self.passing()
            .unwrap_or_else(|| problems::named("observer-lost"))
    }
}

/// What the observer was found to hold: app roles of Microsoft Graph, each of which only reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its object ID.
    pub object_id: String,
    /// Object ID of the API and ID of the app role.
    pub roles: BTreeSet<(String, String)>,
}

impl Known {
    fn of(object_id: &str, roles: &[OwnRole]) -> Self {
        let text = |part: &Option<String>| part.clone().unwrap_or_default().to_lowercase();
        let pair = |role: &OwnRole| (text(&role.resource_id), text(&role.app_role_id));
        Self {
            object_id: object_id.to_owned(),
            roles: roles.iter().map(pair).collect(),
        }
    }

    /// What that opens.
    fn level(&self) -> Option<Level> {
        let held: Vec<Holding> = self
            .roles
            .iter()
            .map(|(_, role)| Holding {
                resource: GRAPH.to_owned(),
                role: role.clone(),
                value: None,
            })
            .collect();
        Level::of(&held).ok()
    }
}

/// Whether the observer still holds what it was found to hold, in one request. Nothing where it does not, or where that
/// is not known: then it has to be read in full.
pub async fn unchanged(reader: &Reader, known: &Known) -> Option<Level> {
    let path = format!("servicePrincipals/{}/appRoleAssignments", known.object_id);
    let url = reader.url(&path, &[("$top", "999")]);
    let page: OwnRoles = reader.json(&url).await.ok()?;
    let is_same = page.next.is_none() && Known::of(&known.object_id, &page.value) == *known;
    is_same.then(|| known.level()).flatten()
}

/// What the observer may read. Anything but what the table allows ends it here.
pub async fn level(reader: &Reader, client_id: &str) -> Result<Level, Stopped> {
    Ok(check(reader, client_id).await?.0)
}

/// Reads what the observer itself holds, and what that opens.
pub async fn check(reader: &Reader, client_id: &str) -> Result<(Level, Known), Stopped> {
    let unverified = |fault: Fault| match fault {
        Fault::NoToken(_) => Stopped::Token(fault),
        fault => Stopped::Unverified(fault),
    };
    let path = format!("servicePrincipals(appId='{client_id}')");
    let url = reader.url(&path, &[("$select", "id,appId,displayName")]);
    let itself: Itself = reader.json(&url).await.map_err(unverified)?;
    let path = format!("servicePrincipals/{}/appRoleAssignments", itself.id);
    let mut url = reader.url(&path, &[("$top", "999")]);
    let mut roles: Vec<OwnRole> = Vec::new();
    let mut is_whole = false;
    for _ in 0..PAGES {
        let page: OwnRoles = reader.json(&url).await.map_err(unverified)?;
        roles.extend(page.value);
        let Some(next) = page.next else {
            is_whole = true;
            break;
        };
        url = reader
            .link(&next)
            .ok_or(Stopped::Unverified(Fault::Unreadable))?;
    }
    if !is_whole {
        return Err(Stopped::Unverified(Fault::Unreadable));
    }
    let known = Known::of(&itself.id, &roles);
    let level = Level::of(&holdings(reader, roles).await).map_err(Stopped::Forbidden)?;
    if level.reads_apps() {
        Ok((level, known))
    } else {
        Err(Stopped::Nothing)
    }
}

/// The observer's permissions with the APIs they are of.
async fn holdings(reader: &Reader, roles: Vec<OwnRole>) -> Vec<Holding> {
    let mut apis: BTreeMap<String, Option<Api>> = BTreeMap::new();
    let mut held = Vec::new();
    for role in roles {
        let resource = role.resource_id.unwrap_or_default();
        if !apis.contains_key(&resource) {
            apis.insert(resource.clone(), api(reader, &resource).await);
        }
        let api = apis.get(&resource).and_then(Option::as_ref);
        let id = role.app_role_id.unwrap_or_default();
        held.push(Holding {
            resource: api
                .and_then(|api| api.app_id.clone())
                .or(role.resource_display_name)
                .unwrap_or(resource),
            value: api.and_then(|api| api.role(&id)).map(str::to_owned),
            role: id,
        });
    }
    held
}

/// The API with that object ID: asked for by it, or as Microsoft Graph, which it nearly always is.
async fn api(reader: &Reader, object_id: &str) -> Option<Api> {
    let select = [("$select", "id,appId,appRoles")];
    let by_id = reader.url(&format!("servicePrincipals/{object_id}"), &select);
    if let Ok(api) = reader.json(&by_id).await {
        return Some(api);
    }
    let graph = format!("servicePrincipals(appId='{GRAPH}')");
    let api: Api = reader.json(&reader.url(&graph, &select)).await.ok()?;
    let is_it = api
        .id
        .as_deref()
        .is_some_and(|id| id.eq_ignore_ascii_case(object_id));
    is_it.then_some(api)
}
