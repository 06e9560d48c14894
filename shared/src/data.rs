//! The data files, parsed once: labels, controls, routes, hosts, guides, profiles, words.

use crate::{
    address::Hosts,
    find::ControlSpec,
    guide::Guide,
    label::Label,
    page::login::SignInPage,
    page::portal::{Route, Title},
    permission::PermissionText,
    profile::Profile,
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
    pub(crate) controls: BTreeMap<String, ControlSpec>,
    pub(crate) hosts: Hosts,
    pub(crate) labels: BTreeMap<String, Label>,
    pub(crate) look: Look,
    pub(crate) permissions: BTreeMap<String, PermissionText>,
    pub(crate) routes: Routes,
    #[serde(rename = "sign-in")]
    pub(crate) sign_in: SignInPages,
    pub(crate) guides: Vec<Guide>,
    pub(crate) profiles: Vec<Profile>,
    pub(crate) words: Vec<Words>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Routes {
    /// Names of parameters.
    pub(crate) keys: Vec<String>,
    pub(crate) route: Vec<Route>,
    pub(crate) title: Vec<Title>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignInPages {
    pub(crate) page: Vec<SignInPage>,
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
    fn every_label_of_a_page_exists() {
        let headings = get().sign_in.page.iter().flat_map(|page| &page.headings);
        let titles = get().routes.title.iter().map(|title| &title.label);
        for label in headings.chain(titles) {
            assert!(
                get().labels.contains_key(label),
                "there is no label {label}"
            );
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
