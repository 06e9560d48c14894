//! The data files, parsed once.

use crate::{
    address::Hosts,
    client::{BadClients, FirstParties},
    find::ControlSpec,
    guide::Guide,
    label::Label,
    page::portal::Route,
    permission::{Entry, resource::Resource},
    profile::Profile,
    role::Roles,
    sighting::Look,
    words::Words,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// All of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Data {
    pub(crate) bad_clients: BadClients,
    pub(crate) controls: BTreeMap<String, ControlSpec>,
    pub(crate) first_party: FirstParties,
    pub(crate) hosts: Hosts,
    pub(crate) labels: BTreeMap<String, Label>,
    pub(crate) look: Look,
    pub(crate) permissions: BTreeMap<String, Entry>,
    pub(crate) resources: BTreeMap<String, Resource>,
    pub(crate) roles: Roles,
    pub(crate) routes: Routes,
    pub(crate) guides: Vec<Guide>,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) words: Vec<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Routes {
    pub(crate) route: Vec<Route>,
}

pub(crate) fn get() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| {
        parse(include_str!(concat!(env!("OUT_DIR"), "/data.json"))).expect("tested")
    })
}

fn parse(json: &str) -> Result<Data, serde_json::Error> {
    serde_json::from_str(json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_file_fits_its_type() {
        if let Err(error) = parse(include_str!(concat!(env!("OUT_DIR"), "/data.json"))) {
            panic!("a data file of shared/ does not fit: {error}");
        }
    }

    #[test]
    fn every_label_a_control_names_exists() {
        for (id, control) in &get().controls {
            for label in control.label.iter().chain(&control.row_label) {
                assert!(
                    get().labels.contains_key(label),
                    "control {id} names label {label}"
                );
            }
        }
    }

    #[test]
    fn every_guide_is_well_formed() {
        for guide in &get().guides {
            let problems = crate::guide::check(guide);
            assert!(problems.is_empty(), "guide {}: {problems:#?}", guide.id);
        }
    }
}
