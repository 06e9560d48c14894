//! What a report holds, whatever its format.

use crate::observer::difference::Change;
use crate::observer::finding::Finding;
use crate::observer::snapshot::{Assigned, Enabled};
use serde::Serialize;
use std::io;

/// What stands before the apps.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The tenant.
    pub tenant: Named,
    /// When the reading began, RFC 3339.
    pub began: String,
    /// When it ended, RFC 3339.
    pub ended: String,
    /// Requests it took; a batch is one.
    pub requests: u64,
    /// Whether every list is complete and none was left out.
    pub complete: bool,
    /// The level of the observer's permissions.
    pub level: u8,
    /// How far each list was read, by name.
    pub lists: Vec<List>,
    /// What no list shows.
    pub not_covered: Vec<String>,
    /// Every change there ever was, sealed.
    pub history: History,
}

/// How many changes were ever found, and the seal of the last: whoever keeps it can tell later
/// whether one before it was altered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct History {
    /// Changes.
    pub changes: u64,
    /// The seal of the last, hex; empty where there is none.
    pub seal: String,
}

/// A tenant.
#[derive(Clone, Debug, Serialize)]
pub struct Named {
    /// Tenant ID.
    pub id: String,
    /// Display name; the ID where that can't be read.
    pub name: String,
}

/// How far a list was read.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    /// Its path in Microsoft Graph.
    pub what: String,
    /// Rows read.
    pub read: u64,
    /// Rows that Graph says there are.
    pub said: Option<u64>,
    /// Whether it was read to its end and nothing is missing.
    pub complete: bool,
    /// Why it is not complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One app.
#[derive(Clone, Debug, Serialize)]
pub struct App {
    /// Object ID in the tenant.
    pub object_id: String,
    /// Application (client) ID; the object ID where no list has shown the app.
    pub app_id: String,
    /// Display name; the object ID where that is not known.
    pub name: String,
    /// Tenant it is registered in.
    pub owner_tenant: Option<String>,
    /// Its verified publisher.
    pub publisher: Option<String>,
    /// Whether it is enabled, in four ways; `null` is unknown.
    pub enabled: Enabled,
    /// Whether only assigned people can sign in; `null` is unknown.
    pub assignment_required: Option<bool>,
    /// What Graph calls its type.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Delegated permissions, one object for each scope and audience.
    pub delegated: Vec<Delegated>,
    /// Application permissions.
    pub application: Vec<Application>,
    /// Who is assigned; `null` where that was not read.
    pub assigned: Option<Vec<Assigned>>,
    /// What an admin should know.
    pub findings: Vec<Finding>,
    /// Which of these lists may lack rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<&'static str>,
}

/// A delegated permission.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Delegated {
    /// Application ID of the API.
    pub resource_app_id: String,
    /// The permission.
    pub scope: String,
    /// `all`, or the object ID of one person.
    #[serde(rename = "for")]
    pub audience: String,
}

/// An application permission.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Application {
    /// Application ID of the API.
    pub resource_app_id: String,
    /// What it is called.
    pub value: Option<String>,
    /// ID of the app role.
    pub role_id: String,
}

/// Where a report goes.
pub trait Sink {
    /// The head.
    fn head(&mut self, head: &Head) -> io::Result<()>;
    /// One app; they come in the order of their object IDs.
    fn app(&mut self, app: &App) -> io::Result<()>;
    /// What changed since the report before, and the end.
    fn end(&mut self, changes: &[Change]) -> io::Result<()>;
}
