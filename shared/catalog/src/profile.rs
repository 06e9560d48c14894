//! A profile: one app as data. Who it is, what it asks for and why, and the rule for the tick.
//!
//! Deliberately absent: anything that could act, and any trust in a display name. An app is known
//! by its client id alone. What no source gives stays out and is named in `unverified`.

mod translation;

pub use translation::Translation;

use crate::control::ControlSpec;
use crate::permission::Kind;
use crate::scope::Scope;
use consentry_wire::text::{Text, joined, message};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The file's name without its extension.
    pub id: String,
    /// What people call the app.
    pub name: String,
    /// One sentence: what it does.
    pub about: String,
    /// Who registers the app: its maker, once for everybody, or each organization for itself.
    #[serde(default)]
    pub registration: Registration,
    /// Application ids it is known by. None where no source gives one, and none for an app that each
    /// organization registers: there a person's or a policy's `profiles` setting adds it.
    #[serde(default)]
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
    /// Whether "Consent on behalf of your organization" may be ticked when a person signs in. Absent
    /// where the maker says nothing about it: then the box is warned about as a stranger's is.
    #[serde(default)]
    pub tick: Option<Tick>,
    /// Why the rule is what it is; shown to the person.
    #[serde(default)]
    pub tick_why: String,
    /// The role the maker's documentation asks for: an id of `roles.toml`. The smallest role that
    /// Microsoft asks for follows from the permissions and is told beside it.
    #[serde(default)]
    pub role: Option<String>,
    /// Where it has to be authorized, for an app that moves things between organizations.
    #[serde(default)]
    pub sides: Option<Sides>,
    /// Clouds the app is offered in. None means that they are not known.
    #[serde(default)]
    pub clouds: Vec<Cloud>,
    /// What to know before beginning, one sentence each: how long to wait, what else is needed.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Since when it is not offered any more and what took its place, in a sentence.
    #[serde(default)]
    pub retired: Option<String>,
    /// Delegated permissions.
    #[serde(default)]
    pub delegated: Vec<Permission>,
    /// Application permissions: all of them belong to the admin's grant.
    #[serde(default)]
    pub application: Vec<Permission>,
    /// The app's own pages, if it has a wizard.
    #[serde(default)]
    pub entry: Option<Entry>,
    /// Its sentences in other languages, by the tags of those there are words in.
    #[serde(default)]
    pub translations: BTreeMap<String, Translation>,
    /// Fields that are incomplete, or that no good source was found for. They are shown as such, and
    /// nobody is alarmed because of them.
    #[serde(default)]
    pub unverified: Vec<String>,
    /// Where the facts are from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Its application id is the one the person entered, and nobody has verified it. No profile says
    /// that of itself.
    #[serde(skip)]
    pub entered: bool,
}

/// Who registers an app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Registration {
    /// Its maker: one application id for everybody.
    #[default]
    Maker,
    /// Each organization in its own tenant: the application id is theirs.
    Own,
}

/// The rule for the organization-wide tick on the page where one person consents. Vendors give
/// opposite advice, so there is no rule that fits all (facts: product-anchors 0.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// It stays off; Accept is held while it is on.
    MustNot,
    /// Both are fine.
    Optional,
    /// The app works only with it.
    Must,
}

/// Where an app that moves things has to be authorized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// In the organization things are copied from.
    Source,
    /// In the organization things are copied to.
    Destination,
    /// In each of the two.
    Both,
}

/// A cloud of Microsoft's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cloud {
    /// The one most organizations are in.
    Global,
    /// For US government: GCC, GCC High, or the one for defence.
    UsGov,
    /// Operated by 21Vianet in China.
    China,
}

/// Where facts are from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The page or file, as an https address.
    pub url: String,
    /// When it was read: `2026-11`.
    pub seen: String,
    /// A: three or more independent sources say so, B: two, C: this one alone, I: inferred from it.
    pub confidence: String,
    /// The fields it speaks for.
    pub of: Vec<String>,
}

/// A permission an app declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EntryPage {
    /// Its name in the guide.
    pub id: String,
    /// Signs that must all be there.
    pub signs: Vec<EntrySign>,
}

/// One sign of a wizard page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EntrySign {
    /// Any of these roles.
    pub roles: Vec<String>,
    /// Text it holds, compared as labels are.
    pub says: String,
}

impl Profile {
    /// An app that nobody has written a profile for: nothing is known of it but what it is called here.
    pub fn of_app(client_id: &str, name: &str) -> Self {
        Self {
            id: String::new(),
            name: name.to_owned(),
            about: String::new(),
            registration: Registration::default(),
            client_ids: vec![client_id.to_owned()],
            owner_tenant: None,
            publisher: None,
            callback_hosts: Vec::new(),
            tick: None,
            tick_why: String::new(),
            role: None,
            sides: None,
            clouds: Vec::new(),
            notes: Vec::new(),
            retired: None,
            delegated: Vec::new(),
            application: Vec::new(),
            entry: None,
            translations: BTreeMap::new(),
            unverified: Vec::new(),
            sources: Vec::new(),
            entered: false,
        }
    }

    /// Whether this is the app with that application id.
    pub fn is(&self, client_id: &str) -> bool {
        let Some(wanted) = crate::guid::app_id(client_id) else {
            return false;
        };
        self.client_ids
            .iter()
            .any(|id| crate::guid::app_id(id).as_ref() == Some(&wanted))
    }

    /// Whether each organization registers it for itself.
    pub fn is_own(&self) -> bool {
        self.registration == Registration::Own
    }

    /// Whether a field is known to be incomplete or badly sourced.
    pub fn doubts(&self, field: &str) -> bool {
        self.unverified.iter().any(|known| known == field)
    }

    /// What is not verified, in words; none where all is.
    pub fn doubtful(&self) -> Option<Text> {
        let fields: Vec<Text> = self
            .unverified
            .iter()
            .map(|field| message(&format!("profile.field.{field}")))
            .collect();
        (!fields.is_empty()).then(|| joined(", ", fields))
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

    /// Scopes a person's sign-in asks for.
    pub fn sign_in_scopes(&self) -> impl Iterator<Item = &Permission> {
        self.delegated.iter().filter(|permission| !permission.grant)
    }
}
