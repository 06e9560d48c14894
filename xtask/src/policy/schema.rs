//! What an organization can set, read from the one place that says so: the extension's managed schema.

use anyhow::{Context, Result, bail};
use consentry_catalog::Catalog;
use consentry_logic::settings::{self, Source};
use consentry_text::words;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a setting holds. Chrome knows more types; the schema has these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    YesOrNo,
    List,
}

/// One setting.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) title: String,
    /// More words, or none.
    pub(super) description: String,
    pub(super) kind: Kind,
    /// Values that make sense; the first is what a file holds until somebody says another.
    pub(super) examples: Vec<Value>,
}

/// The settings by their names, in the order of the names.
pub(super) type Schema = BTreeMap<String, Setting>;

/// The values of a file, in the order of the names.
pub(super) type Values = BTreeMap<String, Value>;

/// Reads the managed schema.
///
/// # Errors
///
/// It has a setting of a type that no file can hold, or one without an example.
pub(super) fn read(text: &str) -> Result<Schema> {
    let schema: Value = serde_json::from_str(text).context("managed-schema.json")?;
    let properties = schema["properties"].as_object().context("no properties")?;
    let mut settings = Schema::new();
    for (name, property) in properties {
        let words = |key: &str| property[key].as_str().unwrap_or_default().to_owned();
        let kind = match property["type"].as_str() {
            Some("string") => Kind::Text,
            Some("boolean") => Kind::YesOrNo,
            Some("array") if property["items"]["type"] == "string" => Kind::List,
            other => bail!("{name}: no policy file can hold the type {other:?}"),
        };
        let examples = property["examples"].as_array().cloned().unwrap_or_default();
        if examples.is_empty() {
            bail!("{name} has no `examples`; the policy files hold the first one");
        }
        settings.insert(
            name.clone(),
            Setting {
                title: words("title"),
                description: words("description"),
                kind,
                examples,
            },
        );
    }
    Ok(settings)
}

/// The first example of each setting.
pub(super) fn examples(schema: &Schema) -> Values {
    schema
        .iter()
        .map(|(name, setting)| (name.clone(), setting.examples[0].clone()))
        .collect()
}

/// An organization's own values, checked as the extension will check them.
///
/// # Errors
///
/// What is wrong with which value, in words.
pub(super) fn values(schema: &Schema, text: &str) -> Result<Values> {
    let values: Map<String, Value> = serde_json::from_str(text)
        .context("values are a JSON object, such as { \"zeroTouch\": true }")?;
    let read = settings::read(
        Catalog::built_in(),
        &[(Source::Policy, Value::Object(values.clone()))],
    );
    if !read.refused.is_empty() {
        let refused: Vec<String> = read.refused.iter().map(words::rendered).collect();
        bail!("{}", refused.join("\n"));
    }
    for (name, value) in &values {
        let kind = schema.get(name).map(|setting| setting.kind);
        let fits = match kind {
            Some(Kind::Text) => value.is_string(),
            Some(Kind::YesOrNo) => value.is_boolean(),
            Some(Kind::List) => value.is_array(),
            None => false,
        };
        if !fits {
            bail!(
                "{name}: a browser's policy wants it as {kind:?}, as extension/managed-schema.json says"
            );
        }
    }
    Ok(values.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use consentry_logic::settings::table::{self, ROWS};

    const SCHEMA: &str = include_str!("../../../extension/managed-schema.json");

    #[test]
    fn a_policy_may_set_what_the_table_of_settings_says_and_nothing_else() {
        let schema = read(SCHEMA).unwrap();
        let described: BTreeMap<&str, Kind> = schema
            .iter()
            .map(|(name, setting)| (name.as_str(), setting.kind))
            .collect();
        let settable = ROWS.iter().filter(|row| row.by.contains(&Source::Policy));
        let settable: BTreeMap<&str, Kind> = settable
            .map(|row| {
                let kind = match row.kind {
                    table::Kind::Switch { .. } => Kind::YesOrNo,
                    table::Kind::AllowedApps | table::Kind::BlockedApps => Kind::List,
                    _ => Kind::Text,
                };
                (row.name, kind)
            })
            .collect();
        assert_eq!(described, settable);
    }

    #[test]
    fn every_example_makes_sense_to_the_extension() {
        let schema = read(SCHEMA).unwrap();
        for (name, setting) in &schema {
            for example in &setting.examples {
                let policy = serde_json::json!({ name: example });
                let read = settings::read(Catalog::built_in(), &[(Source::Policy, policy)]);
                assert_eq!(read.refused, [], "{name}");
            }
        }
    }

    #[test]
    fn an_organizations_values_are_checked_before_they_are_rolled_out() {
        let schema = read(SCHEMA).unwrap();
        let good = values(&schema, r#"{ "zeroTouch": true, "tickPolicy": "forbid" }"#).unwrap();
        assert_eq!(good.len(), 2);
        for wrong in [
            r#"{ "tickPolicy": "always" }"#,
            r#"{ "zeroTuch": true }"#,
            r#"{ "backend": "http://consentry.example" }"#,
            r#"{ "profiles": {} }"#,
            "[]",
        ] {
            assert!(values(&schema, wrong).is_err(), "{wrong}");
        }
    }
}
