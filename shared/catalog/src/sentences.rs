//! The translated sentences of the data files, by the English ones, for whoever packs or serves them.
//! They are no part of a module that does not ask for them.

use std::collections::BTreeMap;

type Languages = BTreeMap<String, BTreeMap<String, String>>;

/// What permissions mean, in a language; nothing in English.
///
/// # Panics
///
/// Never: `build.rs` writes the file.
pub fn of_permissions(tag: &str) -> BTreeMap<String, String> {
    read(
        include_str!(concat!(env!("OUT_DIR"), "/permissions.json")),
        tag,
    )
}

/// What the backend writes of problems, in a language; nothing in English.
///
/// # Panics
///
/// Never: `build.rs` writes the file.
pub fn of_problems(tag: &str) -> BTreeMap<String, String> {
    read(
        include_str!(concat!(env!("OUT_DIR"), "/problems.json")),
        tag,
    )
}

fn read(file: &str, tag: &str) -> BTreeMap<String, String> {
    let mut languages: Languages = serde_json::from_str(file).expect("build.rs wrote it");
    languages.remove(tag).unwrap_or_default()
}
