//! Every name that a page or a control may be given.

use crate::page::{ConsentKind, portal};
use consentry_catalog::Catalog;
use std::collections::BTreeSet;

/// Every name a diagnosis may give a page.
#[must_use]
pub fn pages(catalog: &Catalog) -> BTreeSet<&str> {
    let data = catalog;
    let kinds = [
        ConsentKind::User,
        ConsentKind::UserWithTick,
        ConsentKind::Admin,
    ];
    let entries = catalog.profiles.iter().filter_map(|app| app.entry.as_ref());
    let routes = &data.routes;
    kinds
        .iter()
        .map(|kind| kind.page_name())
        .chain(routes.route.iter().map(|route| route.page.as_str()))
        .chain(data.sign_in.page.iter().map(|page| page.name.as_str()))
        .chain(entries.flat_map(|entry| entry.page.iter().map(|page| page.id.as_str())))
        .chain(["entry-other", "hand-off", "consent-return", "unknown"])
        .chain(["portal-other", portal::UNSURE])
        .collect()
}

/// Every control a diagnosis may look for.
#[must_use]
pub fn controls(catalog: &Catalog) -> BTreeSet<&str> {
    let entries = catalog.profiles.iter().filter_map(|app| app.entry.as_ref());
    catalog
        .controls
        .keys()
        .chain(entries.flat_map(|entry| entry.control.keys()))
        .map(String::as_str)
        .collect()
}
