//! What is wrong with a profile beyond its form, in words for who writes one.

use crate::data::Catalog;
use crate::fluent::ENGLISH;
use crate::guid::{app_id, is_guid};
use crate::languages::languages;
use crate::profile::{Profile, Registration};
use crate::scope::Scope;
use std::collections::BTreeSet;
use std::fmt;
use url::Url;

/// Fields that say something about the app, so that a source must say it or `unverified` name it.
pub const FIELDS: [&str; 12] = [
    "client_ids",
    "owner_tenant",
    "publisher",
    "callback_hosts",
    "tick",
    "role",
    "sides",
    "clouds",
    "retired",
    "delegated",
    "application",
    "entry",
];

/// Something wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub field: &'static str,
    /// The value that is wrong, where it is one of several.
    pub value: Option<String>,
    /// What is wrong and what to write instead.
    pub says: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.says)
    }
}

fn problem(field: &'static str, says: impl Into<String>) -> Problem {
    Problem {
        field,
        value: None,
        says: says.into(),
    }
}

fn wrong(field: &'static str, value: &str, says: &str) -> Problem {
    Problem {
        field,
        value: Some(value.to_owned()),
        says: format!("{value:?} {says}"),
    }
}

impl Profile {
    /// What is wrong with it; nothing, for every profile that is used.
    pub fn problems(&self, catalog: &Catalog) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.names(&mut problems);
        self.identity(&mut problems);
        self.advice(catalog, &mut problems);
        self.permissions(&mut problems);
        self.translated(&mut problems);
        self.pages(&mut problems);
        self.provenance(&mut problems);
        problems
    }

    fn names(&self, problems: &mut Vec<Problem>) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || !self.id.chars().all(plain) {
            problems.push(wrong(
                "id",
                &self.id,
                "must be small letters, digits and hyphens, as in \"my-app\"",
            ));
        }
        for (field, text) in [("name", &self.name), ("about", &self.about)] {
            if text.trim().is_empty() {
                problems.push(problem(field, "is empty; write what people are to read"));
            }
        }
    }

    fn identity(&self, problems: &mut Vec<Problem>) {
        let guid = "is not an application id; it looks like \
                    \"d62121f3-e023-4972-b6b0-794190c0fd98\"";
        for id in &self.client_ids {
            if app_id(id).is_none() {
                problems.push(wrong("client_ids", id, guid));
            }
        }
        if let Some(id) = self.owner_tenant.as_ref().filter(|id| !is_guid(id)) {
            problems.push(wrong("owner_tenant", id, "is not a tenant's id, a GUID"));
        }
        if self.client_ids.is_empty()
            && self.registration == Registration::Maker
            && !self.doubts("client_ids")
        {
            problems.push(problem(
                "client_ids",
                "names no application id: add it, or \"client_ids\" to unverified if no source \
                 gives it, or registration = \"own\" if each organization registers the app",
            ));
        }
        for host in &self.callback_hosts {
            let as_host = Url::parse(&format!("https://{host}/")).ok();
            if as_host.as_ref().and_then(Url::host_str) != Some(host.as_str()) {
                problems.push(wrong(
                    "callback_hosts",
                    host,
                    "is not a host; write it alone, as in \"app.example.com\"",
                ));
            }
        }
    }

    fn advice(&self, catalog: &Catalog, problems: &mut Vec<Problem>) {
        if self.tick.is_some() && self.tick_why.trim().is_empty() {
            problems.push(problem(
                "tick_why",
                "is missing; say in a sentence why the box must, may or must not be ticked",
            ));
        }
        if self.tick.is_none() && !self.doubts("tick") {
            problems.push(problem(
                "tick",
                "is missing: write \"must_not\", \"optional\" or \"must\", or add \"tick\" to \
                 unverified if the maker says nothing about the box",
            ));
        }
        if let Some(role) = self
            .role
            .as_ref()
            .filter(|id| crate::roles::by_id(catalog, id).is_none())
        {
            problems.push(wrong(
                "role",
                role,
                "is not in roles.toml; write for example \"global-administrator\"",
            ));
        }
    }

    fn translated(&self, problems: &mut Vec<Problem>) {
        let tags: Vec<&str> = languages().keys().map(String::as_str).collect();
        for (tag, translation) in &self.translations {
            if tag == ENGLISH || !tags.contains(&tag.as_str()) {
                problems.push(wrong(
                    "translations",
                    tag,
                    &format!(
                        "is not a language to translate into; there are {}",
                        tags.join(", ")
                    ),
                ));
            }
            for (list, said) in [
                (&self.delegated, &translation.delegated),
                (&self.application, &translation.application),
            ] {
                for value in said.keys() {
                    if !list.iter().any(|permission| permission.value == *value) {
                        problems.push(wrong(
                            "translations",
                            value,
                            "is not among the permissions above",
                        ));
                    }
                }
            }
        }
    }

    fn permissions(&self, problems: &mut Vec<Problem>) {
        for (field, list) in [
            ("delegated", &self.delegated),
            ("application", &self.application),
        ] {
            let mut known: Vec<Scope> = Vec::new();
            for permission in list {
                let scope = Scope::parse(&permission.value);
                if permission.value.trim().is_empty() || permission.value.contains(' ') {
                    problems.push(wrong(
                        field,
                        &permission.value,
                        "is not a permission; write its value, as in \"Sites.Read.All\"",
                    ));
                } else if known.contains(&scope) {
                    problems.push(wrong(field, &permission.value, "is there twice"));
                }
                if permission.why.trim().is_empty() {
                    problems.push(wrong(
                        field,
                        &permission.value,
                        "does not say why the app needs it",
                    ));
                }
                known.push(scope);
            }
        }
    }

    fn pages(&self, problems: &mut Vec<Problem>) {
        let Some(entry) = &self.entry else { return };
        let addresses = [Some(&entry.url), entry.admin_link.as_ref()];
        for address in addresses.into_iter().flatten() {
            if !address.starts_with("https://") {
                problems.push(wrong("entry", address, "does not begin with https://"));
            }
        }
        let url = Url::parse(&entry.url).ok();
        if url.as_ref().and_then(Url::host_str) != Some(entry.host.as_str()) {
            problems.push(wrong("entry", &entry.host, "is not the host of entry.url"));
        }
    }

    /// Every fact has a source or is named as having none.
    fn provenance(&self, problems: &mut Vec<Problem>) {
        let all = FIELDS.join(", ");
        for field in &self.unverified {
            if !FIELDS.contains(&field.as_str()) {
                let says = format!("is not one of the fields that need a source: {all}");
                problems.push(wrong("unverified", field, &says));
            }
        }
        let mut sourced = BTreeSet::new();
        for source in &self.sources {
            if !source.url.starts_with("https://") {
                problems.push(wrong(
                    "sources",
                    &source.url,
                    "does not begin with https://",
                ));
            }
            if !["A", "B", "C", "I"].contains(&source.confidence.as_str()) {
                problems.push(wrong(
                    "sources",
                    &source.confidence,
                    "is not a confidence: A three or more sources, B two, C one, I inferred",
                ));
            }
            for field in &source.of {
                if !FIELDS.contains(&field.as_str()) && field != "notes" {
                    let says = format!("is not one of the fields that need a source: {all}, notes");
                    problems.push(wrong("sources", field, &says));
                }
                sourced.insert(field.as_str());
            }
        }
        for field in FIELDS {
            if self.says_something_of(field) && !sourced.contains(field) && !self.doubts(field) {
                problems.push(problem(
                    field,
                    format!(
                        "has no source: add \"{field}\" to a [[sources]] entry's of, or to \
                         unverified"
                    ),
                ));
            }
        }
    }

    fn says_something_of(&self, field: &str) -> bool {
        match field {
            "client_ids" => !self.client_ids.is_empty() && !self.is_own(),
            "owner_tenant" => self.owner_tenant.is_some(),
            "publisher" => self.publisher.is_some(),
            "callback_hosts" => !self.callback_hosts.is_empty(),
            "tick" => self.tick.is_some(),
            "role" => self.role.is_some(),
            "sides" => self.sides.is_some(),
            "clouds" => !self.clouds.is_empty(),
            "retired" => self.retired.is_some(),
            "delegated" => !self.delegated.is_empty(),
            "application" => !self.application.is_empty(),
            "entry" => self.entry.is_some(),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// What is wrong with the built-in example when some of it is otherwise.
    fn wrong_with(patch: &Value) -> Vec<&'static str> {
        let data: Value = serde_json::from_str(crate::data::BUILT_IN).unwrap();
        let mut profile = data["profiles"]["office-365-mover"].clone();
        for (key, value) in patch.as_object().unwrap() {
            profile[key] = value.clone();
        }
        let profile: Profile = serde_json::from_value(profile).unwrap();
        let problems = profile.problems(Catalog::built_in());
        problems.iter().map(|problem| problem.field).collect()
    }

    /// Says of every field of the example that no source is known.
    fn unsourced(without: &str) -> Value {
        let doubted: Vec<&str> = FIELDS.into_iter().filter(|one| *one != without).collect();
        json!({ "sources": [], "unverified": doubted })
    }

    #[test]
    fn each_field_is_checked_for_itself() {
        assert_eq!(wrong_with(&json!({})), [""; 0]);
        let entry = |url: &str, host: &str| json!({ "entry": { "url": url, "host": host } });
        for (patch, fields) in [
            (json!({ "id": "" }), &["id"][..]),
            (json!({ "id": "Office" }), &["id"]),
            (json!({ "id": "office 365" }), &["id"]),
            (json!({ "name": " ", "about": "" }), &["name", "about"]),
            (json!({ "client_ids": ["mine"] }), &["client_ids"]),
            (json!({ "client_ids": [] }), &["client_ids"]),
            (json!({ "client_ids": [], "registration": "own" }), &[]),
            (json!({ "owner_tenant": "birchwood" }), &["owner_tenant"]),
            (
                json!({ "callback_hosts": ["https://app.example/"] }),
                &["callback_hosts", "callback_hosts"],
            ),
            (json!({ "tick_why": "" }), &["tick_why"]),
            (json!({ "tick": null }), &["tick"]),
            (json!({ "tick": null, "unverified": ["tick"] }), &[]),
            (json!({ "role": "king" }), &["role"]),
            (entry("http://app.mover.io/", "app.mover.io"), &["entry"]),
            (entry("https://app.mover.io/", "mover.io"), &["entry"]),
            (json!({ "translations": { "en": {} } }), &["translations"]),
            (
                json!({ "translations": { "de": { "delegated": { "Mail.Read": "Liest" } } } }),
                &["translations"],
            ),
            (
                json!({ "translations": { "de": { "application": { "openid": "Meldet an" } } } }),
                &["translations"],
            ),
            (json!({ "unverified": ["name"] }), &["unverified"]),
        ] {
            assert_eq!(wrong_with(&patch), fields, "{patch}");
        }
    }

    #[test]
    fn each_field_that_says_something_needs_a_source_or_a_doubt() {
        let sources = |of: &[&str], url: &str, confidence: &str| {
            let rest = unsourced("owner_tenant");
            let source =
                json!({ "of": of, "url": url, "confidence": confidence, "seen": "2026-11" });
            json!({ "sources": [source], "unverified": rest["unverified"] })
        };
        let of = ["owner_tenant"];
        assert_eq!(wrong_with(&sources(&of, "https://a.example", "A")), [""; 0]);
        assert_eq!(
            wrong_with(&sources(&of, "http://a.example", "A")),
            ["sources"]
        );
        assert_eq!(
            wrong_with(&sources(&of, "https://a.example", "Z")),
            ["sources"]
        );
        let more = ["owner_tenant", "notes", "weather"];
        assert_eq!(
            wrong_with(&sources(&more, "https://a.example", "A")),
            ["sources"]
        );
        let says_nothing = ["callback_hosts", "clouds", "retired"];
        for field in FIELDS {
            let wrong = wrong_with(&unsourced(field));
            if says_nothing.contains(&field) {
                assert_eq!(wrong, [""; 0], "{field}");
            } else {
                assert_eq!(wrong, [field], "{field}");
            }
        }
        for (field, value) in [
            ("callback_hosts", json!(["app.example"])),
            ("clouds", json!(["global"])),
            ("retired", json!("It was ended in 2026.")),
        ] {
            let mut patch = unsourced(field);
            patch[field] = value;
            assert_eq!(wrong_with(&patch), [field], "{field}");
        }
    }
}
