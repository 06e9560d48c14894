//! The permission tables against Microsoft's published list, where that lies beside the checkout; `cargo xtask test`
//! says where it does not.

#![expect(
    clippy::unwrap_used,
    reason = "a list that does not fit fails the test"
)]

use consentry_shared::permission::{Kind, Risk, guess, resource};
use std::collections::BTreeMap;

/// `(value, application, id)` of the published list beside the checkout.
fn published() -> Option<Vec<(String, Kind, String)>> {
    let list = test_published::read(test_published::PERMISSIONS)?;
    let kind = |entry: &serde_json::Value| match entry["type"].as_str() {
        Some("application") => Kind::Application,
        _ => Kind::Delegated,
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let entries = list["permissions"].as_array().unwrap();
    Some(
        entries
            .iter()
            .map(|entry| (text(&entry["value"]), kind(entry), text(&entry["id"])))
            .collect(),
    )
}

#[test]
fn every_graph_permission_of_the_table_is_published_with_that_id() {
    let Some(published) = published() else { return };
    let graph = consentry_shared::resources::by_id("graph").unwrap();
    for (value, ids) in &graph.permissions {
        for kind in [Kind::Delegated, Kind::Application] {
            let wanted = published
                .iter()
                .find(|(name, of, _)| name == value && *of == kind)
                .map(|(_, _, id)| id.as_str());
            assert_eq!(ids.of(kind), wanted, "{value} {kind:?}");
        }
    }
}

#[test]
fn the_rule_is_sane_over_every_published_name() {
    let Some(published) = published() else { return };
    let risk: BTreeMap<(&str, Kind), Risk> = published
        .iter()
        .map(|(name, kind, _)| ((name.as_str(), *kind), guess::guess(name, *kind)))
        .collect();
    // Rooms, printers and tabs, and what ends at the app itself or at what was picked for it.
    let minor = |name: &str| {
        guess::is_minor(&name.split('.').next().unwrap().to_lowercase())
            || ["Self", "Selected"].iter().any(|word| name.contains(word))
    };
    for ((name, kind), found) in &risk {
        if name.contains(".ReadWrite") && name.ends_with(".All") && !minor(name) {
            assert!(*found >= Risk::High, "{name} writes all and is {found:?}");
        }
        if name.contains(".ReadBasic") {
            assert!(
                *found <= Risk::Medium,
                "{name} reads basics and is {found:?}"
            );
        }
        if name.contains(".Read.") {
            let writes = name.replacen(".Read.", ".ReadWrite.", 1);
            if let Some(more) = risk.get(&(writes.as_str(), *kind)) {
                assert!(more >= found, "{writes} is less than {name}");
            }
        }
    }
}
