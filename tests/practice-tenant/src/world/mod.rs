//! The tenant itself: everything that sign-ins, grants and settings change.
//!
//! Deliberately absent: HTTP, pages and clocks. Every decision that depends on time is given it.

mod account;
mod app;
mod directory;
mod flow;
mod grant;
mod history;
mod ids;
mod large;
mod permission;
mod seen;
mod state;

pub(crate) use account::{Account, Role};
pub(crate) use app::{Registration, Registry, ServicePrincipal};
pub(crate) use directory::Directory;
pub(crate) use flow::{Flows, Held};
pub(crate) use grant::{Delegated, Grants, RoleGrant};
pub(crate) use history::{Consent, ConsentKind, History, SignIn};
pub(crate) use ids::{GRAPH_APP, OBSERVER, guid, secret};
pub(crate) use large::Large;
pub(crate) use permission::Permissions;
pub(crate) use seen::{Seen, Tokens};
pub(crate) use state::World;
