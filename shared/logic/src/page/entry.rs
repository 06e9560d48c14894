//! Pages of an app's own wizard: the profile tells how they are known.

use super::{Page, Recognised};
use crate::address;
use consentry_catalog::Catalog;
use consentry_catalog::label;
use consentry_wire::sighting::Sighting;
use url::Url;

pub(super) fn recognise(catalog: &Catalog, url: &Url, frames: &[(u32, &Sighting)]) -> Recognised {
    let host = address::host(catalog, url);
    let profile = catalog
        .profiles
        .iter()
        .find(|p| p.entry.as_ref().is_some_and(|e| e.host == host));
    let Some((profile, entry)) = profile.and_then(|p| Some((p, p.entry.as_ref()?))) else {
        return Recognised {
            page: Page::Unknown("no profile has this host".to_owned()),
            because: Vec::new(),
            missing: Vec::new(),
        };
    };
    let says = |roles: &[String], says: &str| {
        frames
            .iter()
            .flat_map(|(_, sighting)| &sighting.controls)
            .any(|control| {
                control.visible
                    && roles.contains(&control.role)
                    && label::says_so(says, &control.name, None)
            })
    };
    let page = entry
        .page
        .iter()
        .find(|page| page.signs.iter().all(|sign| says(&sign.roles, &sign.says)));
    Recognised {
        page: Page::Entry {
            profile: profile.id.clone(),
            page: page.map(|page| page.id.clone()),
        },
        because: match page {
            Some(page) => page
                .signs
                .iter()
                .map(|sign| format!("it says {:?}", sign.says))
                .collect(),
            None => vec!["a page of the app that its profile does not describe".to_owned()],
        },
        missing: Vec::new(),
    }
}
