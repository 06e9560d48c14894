//! A profile: one app as data. Who it is, what it asks for and why, and the rule for the tick.
//!
//! Deliberately absent: anything that could act, and any trust in a display name. An app is known
//! by its client id alone.

use crate::data;
use crate::find::ControlSpec;
use crate::permission::{Kind, Scope};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The file's name without its extension.
    pub id: String,
    /// What people call the app.
    pub name: String,
    /// One sentence: what it does.
    pub about: String,
    /// Application ids it is known by.
    pub client_ids: Vec<String>,
    /// The tenant the app is registered in.
    #[serde(default)]
    pub owner_tenant: Option<String>,
    /// The publisher's domain, as the consent page shows it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Hosts the answer of a sign-in or a grant may go to, besides the backend and the portal. None
    /// means that they are not known.
    #[serde(default)]
    pub callback_hosts: Vec<String>,
    /// Whether "Consent on behalf of your organization" may be ticked when a person signs in.
    pub tick: Tick,
    /// Why the rule is what it is; shown to the person.
    pub tick_why: String,
    /// Delegated permissions.
    #[serde(default)]
    pub delegated: Vec<Permission>,
    /// Application permissions: all of them belong to the admin's grant.
    #[serde(default)]
    pub application: Vec<Permission>,
    /// The app's own pages, if it has a wizard.
    #[serde(default)]
    pub entry: Option<Entry>,
}

/// The rule for the organization-wide tick on the page where one person consents. Vendors give
/// opposite advice, so there is no rule that fits all (facts: product-anchors 0.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// It stays off; Accept is held while it is on.
    MustNot,
    /// Both are fine.
    Optional,
    /// The app works only with it.
    Must,
}

/// A permission an app declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// Its value, as in `Sites.Read.All`; with its service where that is not Microsoft Graph:
    /// `00000003-0000-0ff1-ce00-000000000000/Sites.FullControl.All`.
    pub value: String,
    /// What the app needs it for.
    pub why: String,
    /// A delegated permission that is asked for in the admin's grant only, not at sign-in.
    #[serde(default)]
    pub grant: bool,
}

/// The app's own pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Where a journey begins.
    pub url: String,
    /// The one host whose pages may begin a journey.
    pub host: String,
    /// Where the app itself sends an admin who is to grant.
    #[serde(default)]
    pub admin_link: Option<String>,
    /// How its pages are told apart, the most telling first.
    #[serde(default)]
    pub page: Vec<EntryPage>,
    /// The controls of its pages that the guide may point at.
    #[serde(default)]
    pub control: BTreeMap<String, ControlSpec>,
}

/// One page of the app's wizard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryPage {
    /// Its name in the guide.
    pub id: String,
    /// Signs that must all be there.
    pub signs: Vec<EntrySign>,
}

/// One sign of a wizard page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntrySign {
    /// Any of these roles.
    pub roles: Vec<String>,
    /// Text it holds, compared as labels are.
    pub says: String,
}

impl Profile {
    /// Whether this is the app with that application id.
    pub fn is(&self, client_id: &str) -> bool {
        self.client_ids
            .iter()
            .any(|id| id.eq_ignore_ascii_case(client_id))
    }

    /// What is wrong with it: an id that is no GUID, an address that is not safe to open.
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if self.client_ids.is_empty() {
            problems.push("client_ids names no application id".to_owned());
        }
        for id in self.client_ids.iter().chain(&self.owner_tenant) {
            if !crate::address::is_guid(id) {
                problems.push(format!("{id} is not a GUID"));
            }
        }
        if let Some(entry) = &self.entry {
            let addresses = [Some(&entry.url), entry.admin_link.as_ref()];
            for address in addresses.into_iter().flatten() {
                if !address.starts_with("https://") {
                    problems.push(format!("{address} does not begin with https://"));
                }
            }
            let host = url::Url::parse(&entry.url).ok();
            if host.as_ref().and_then(url::Url::host_str) != Some(entry.host.as_str()) {
                problems.push(format!("entry.url is not on entry.host, {}", entry.host));
            }
        }
        problems
    }

    /// What the admin's grant gives it.
    pub fn grant(&self) -> Vec<(Scope, Kind)> {
        let delegated = self.delegated.iter().filter(|permission| permission.grant);
        self.application
            .iter()
            .map(|permission| (Scope::parse(&permission.value), Kind::Application))
            .chain(delegated.map(|permission| (Scope::parse(&permission.value), Kind::Delegated)))
            .collect()
    }

    /// Why it asks for a permission, where it declares it.
    pub fn declared(&self, scope: &Scope, kind: Kind) -> Option<&Permission> {
        let declared = match kind {
            Kind::Delegated => &self.delegated,
            Kind::Application => &self.application,
        };
        declared
            .iter()
            .find(|permission| Scope::parse(&permission.value).is(scope, kind))
    }

    /// Scopes a person's sign-in asks for.
    pub fn sign_in_scopes(&self) -> impl Iterator<Item = &Permission> {
        self.delegated.iter().filter(|permission| !permission.grant)
    }
}

/// Every built-in profile, in the order of their ids.
pub fn catalogue() -> &'static [Profile] {
    &data::get().profiles
}

/// The profile with that id.
pub fn by_id(id: &str) -> Option<&'static Profile> {
    catalogue().iter().find(|profile| profile.id == id)
}

/// The profile of the app with that application id.
pub fn by_client_id(client_id: &str) -> Option<&'static Profile> {
    catalogue().iter().find(|profile| profile.is(client_id))
}
