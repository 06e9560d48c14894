//! The data files, parsed once: labels, controls, routes, hosts, guides, profiles, words. What is
//! shipped can be overlaid by a [`crate::pack`].

use crate::{
    address::Hosts,
    client::{BadClients, FirstParties},
    find::{self, ControlSpec, Placement},
    guide::Guide,
    label::Label,
    page::login::SignInPage,
    page::portal::{Route, Title},
    permission::{Entry, resource::Resource},
    profile::Profile,
    recipe::Recipes,
    role::Roles,
    sighting::Look,
    words::{ENGLISH, Language, Words},
};
use serde::{Deserialize, Deserializer};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The shipped data files in one piece; `build.rs` writes it.
pub(crate) const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/data.json"));

/// All of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    pub(crate) edition: Edition,
    pub(crate) bad_clients: BadClients,
    pub(crate) controls: BTreeMap<String, ControlSpec>,
    pub(crate) first_party: FirstParties,
    pub(crate) hosts: Hosts,
    pub(crate) labels: BTreeMap<String, Label>,
    pub(crate) look: Look,
    pub(crate) permissions: BTreeMap<String, Entry>,
    pub(crate) placement: BTreeMap<String, Placement>,
    pub(crate) recipes: Recipes,
    pub(crate) resources: BTreeMap<String, Resource>,
    pub(crate) roles: Roles,
    pub(crate) routes: Routes,
    pub(crate) sign_in: SignInPages,
    #[serde(deserialize_with = "by_name")]
    pub(crate) guides: Vec<Guide>,
    #[serde(deserialize_with = "by_name")]
    pub(crate) profiles: Vec<Profile>,
    pub(crate) languages: BTreeMap<String, Language>,
    pub(crate) words: BTreeMap<String, Words>,
}

/// Which state of the data this is.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Edition {
    /// The day of the last change, as YYYYMMDD, or a pack's own number.
    pub(crate) serial: u64,
    /// Stations that point at nothing, because what they pointed at has changed.
    #[serde(default)]
    pub(crate) off: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Routes {
    /// Names of parameters.
    pub(crate) keys: Vec<String>,
    /// Which address is which page.
    pub(crate) route: Vec<Route>,
    /// What a page is called on itself.
    pub(crate) title: Vec<Title>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInPages {
    /// The pages.
    pub(crate) page: Vec<SignInPage>,
}

/// A table of files by name, in the order of the names.
fn by_name<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(BTreeMap::<String, T>::deserialize(from)?
        .into_values()
        .collect())
}

thread_local! {
    /// What a pack made of the data, on this thread. The service worker has one thread; the
    /// backend, which has many, ships with its data and takes no packs.
    static OVERLAID: Cell<Option<&'static Data>> = const { Cell::new(None) };
}

/// The data in force.
pub(crate) fn get() -> &'static Data {
    OVERLAID.get().unwrap_or_else(built_in)
}

/// The data as it was shipped.
pub(crate) fn built_in() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| serde_json::from_str(BUILT_IN).expect("tested"))
}

/// Puts other data in force on this thread; none brings the shipped data back. Everything points
/// into the data, so what was in force stays in memory: packs change a few times a year.
pub(crate) fn overlay(data: Option<Data>) {
    OVERLAID.set(data.map(|data| &*Box::leak(Box::new(data))));
}

impl Data {
    /// What is wrong with it beyond its types; nothing, for what is shipped and for every pack that
    /// is taken up.
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        for (id, control) in &self.controls {
            for label in control.label.iter().chain(&control.row_label) {
                if !self.labels.contains_key(label) {
                    problems.push(format!(
                        "control {id} names label {label}, which is not there"
                    ));
                }
            }
        }
        problems.extend(find::placement::problems(self));
        let headings = self.sign_in.page.iter().flat_map(|page| &page.headings);
        let titles = self.routes.title.iter().map(|title| &title.label);
        for label in headings.chain(titles) {
            if !self.labels.contains_key(label) {
                problems.push(format!(
                    "a page is known by label {label}, which is not there"
                ));
            }
        }
        for (name, label) in &self.labels {
            problems.extend(
                label
                    .problems()
                    .into_iter()
                    .map(|problem| format!("label {name}: {problem}")),
            );
        }
        for guide in &self.guides {
            problems.extend(
                guide
                    .problems(self)
                    .into_iter()
                    .map(|problem| format!("guide {}: {problem}", guide.id)),
            );
        }
        for profile in &self.profiles {
            problems.extend(
                profile
                    .problems()
                    .into_iter()
                    .map(|problem| format!("profile {}: {problem}", profile.id)),
            );
        }
        let is_station = |id: &String| {
            self.guides
                .iter()
                .flat_map(|guide| &guide.step)
                .flat_map(|step| &step.at)
                .any(|station| station.id == *id)
        };
        for id in self.edition.off.iter().filter(|id| !is_station(id)) {
            problems.push(format!("{id} is switched off and is no station of a guide"));
        }
        match self.words.get(ENGLISH) {
            None => problems.push("there are no English words".to_owned()),
            Some(words) => problems.extend(words.problems()),
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_fits_its_type() {
        if let Err(error) = serde_json::from_str::<Data>(BUILT_IN) {
            panic!("a data file of shared/ does not fit: {error}");
        }
    }

    #[test]
    fn what_is_shipped_has_no_problems() {
        let problems = built_in().problems();
        assert!(problems.is_empty(), "{problems:#?}");
    }
}
