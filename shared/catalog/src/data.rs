//! The data files as one value: labels, controls, routes, hosts, guides, profiles, words. What is shipped is parsed once;
//! a [`crate::pack`] makes another value of it. Whatever judges by the tables is given them.

use crate::client::{BadClients, FirstParties};
use crate::control::{ControlSpec, Placement};
use crate::fluent::{Language, Words};
use crate::guide::Guide;
use crate::hosts::Hosts;
use crate::label::Label;
use crate::look::Look;
use crate::permission::Entry;
use crate::portal_page::{Route, Title};
use crate::problem::Problem;
use crate::profile::Profile;
use crate::recipes::Recipes;
use crate::resource::Resource;
use crate::role::Roles;
use crate::sign_in_page::SignInPage;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The shipped data files in one piece; `build.rs` writes it.
pub const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/data.json"));

/// All of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// Which state of the tables this is.
    pub edition: DataVersion,
    pub(crate) bad_clients: BadClients,
    /// How a control is found, by its name.
    pub controls: BTreeMap<String, ControlSpec>,
    /// Apps of Microsoft's own.
    pub first_party: FirstParties,
    /// Whose host is whose.
    pub hosts: Hosts,
    /// What Microsoft's pages say, by language.
    pub labels: BTreeMap<String, Label>,
    /// What is looked for on a page.
    pub look: Look,
    /// What a permission means.
    pub permissions: BTreeMap<String, Entry>,
    /// How far the place of a control counts against it.
    pub placement: BTreeMap<String, Placement>,
    /// Of the backend's problems those with a number of Microsoft's.
    pub problems: Vec<Problem>,
    /// How a grant is taken back by hand.
    pub recipes: Recipes,
    /// Services and their permissions.
    #[serde(deserialize_with = "with_ids")]
    pub resources: BTreeMap<String, Resource>,
    /// Who can grant what.
    pub roles: Roles,
    /// Which address is which page of the portal.
    pub routes: Routes,
    /// The pages of the sign-in.
    pub sign_in: SignInPages,
    /// The guides, in the order of their names.
    #[serde(deserialize_with = "by_name")]
    pub guides: Vec<Guide>,
    /// The apps, in the order of their names.
    #[serde(deserialize_with = "by_name")]
    pub profiles: Vec<Profile>,
    /// The languages there are words in.
    pub languages: BTreeMap<String, Language>,
    /// What is said, by language: English alone is shipped with the tables.
    pub words: BTreeMap<String, Words>,
    /// How often the tables had changed when these were made.
    #[serde(skip)]
    pub(crate) revision: u64,
}

/// Which state of the data this is.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DataVersion {
    /// The day of the last change, as YYYYMMDD, or a pack's own number.
    pub serial: u64,
    /// Step targets that point at nothing, because what they pointed at has changed.
    #[serde(default)]
    pub off: Vec<String>,
}

/// The addresses and the titles of the portal's pages.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Routes {
    /// Names of parameters.
    pub keys: Vec<String>,
    /// Which address is which page.
    pub route: Vec<Route>,
    /// What a page is called on itself.
    pub title: Vec<Title>,
    /// What the frames that hold a page are called.
    #[serde(default)]
    pub view: Vec<View>,
}

/// A view of the portal's that stands in a frame of its own.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct View {
    /// What the frame is called, without `.ReactView`.
    pub name: String,
    /// The menu item whose page it holds; empty for a page that no guide leads to.
    #[serde(default)]
    pub item: String,
}

impl Routes {
    /// The page that a blade and its menu item are.
    pub fn known(&self, blade: &str, item: &str) -> Option<&Route> {
        self.route.iter().find(|known| {
            let mut items = known.items.iter();
            known.blade.eq_ignore_ascii_case(blade)
                && (known.items.is_empty() || items.any(|known| known.eq_ignore_ascii_case(item)))
        })
    }

    /// Whether a frame of that name holds the page of a route, as far as the name is known.
    pub fn shows(&self, blade: &str, item: &str, frame: &str) -> Option<bool> {
        let name = frame.strip_suffix(".ReactView").unwrap_or(frame);
        let view = self.view.iter().find(|view| view.name == name)?;
        Some(view.name == blade || view.item.eq_ignore_ascii_case(item))
    }
}

/// The pages of the sign-in.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInPages {
    /// The pages.
    pub page: Vec<SignInPage>,
}

/// A table of files by name, in the order of the names.
fn by_name<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(BTreeMap::<String, T>::deserialize(from)?
        .into_values()
        .collect())
}

/// Services by their IDs, which each of them knows too.
fn with_ids<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Resource>, D::Error> {
    let mut resources = BTreeMap::<String, Resource>::deserialize(from)?;
    for (id, resource) in &mut resources {
        resource.id.clone_from(id);
    }
    Ok(resources)
}

impl Catalog {
    /// The tables as they were shipped.
    ///
    /// # Panics
    ///
    /// Never: a test reads them.
    pub fn built_in() -> &'static Self {
        static CATALOG: OnceLock<Catalog> = OnceLock::new();
        CATALOG.get_or_init(|| serde_json::from_str(BUILT_IN).expect("tested"))
    }

    /// Tells these tables from others that the same program has had in force: none as they were shipped.
    pub fn revision(&self) -> u64 {
        self.revision
    }
}
