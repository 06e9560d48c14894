//! Files for macOS: a list of properties, and configuration profiles that an MDM takes or a person opens.
//!
//! An extension's settings have a domain of their own there, beside the browser's.

use super::browser::{Browser, install};
use super::schema::Values;
use crate::hash;
use anyhow::Result;
use plist::{Dictionary, Value};

/// The extension's settings alone, for tools that make the profile themselves.
pub(super) fn settings(values: &Values) -> Result<String> {
    text(&Value::Dictionary(dictionary(values)))
}

/// A profile with the extension's settings.
pub(super) fn profile(browser: &Browser, values: &Values) -> Result<String> {
    let domain = format!("{}.extensions.{}", browser.domain, browser.id);
    let name = format!("Consentry in {}", browser.title);
    wrapped(browser, "settings", &name, &domain, dictionary(values))
}

/// A profile that has the browser install the extension.
pub(super) fn installing(browser: &Browser) -> Result<String> {
    let entry: Dictionary = install(browser)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Value::from(value)))
        .collect();
    let entries = Dictionary::from_iter([(browser.id.clone(), Value::Dictionary(entry))]);
    let settings =
        Dictionary::from_iter([("ExtensionSettings".to_owned(), Value::Dictionary(entries))]);
    let name = format!("Install Consentry in {}", browser.title);
    wrapped(browser, "install", &name, browser.domain, settings)
}

fn dictionary(values: &Values) -> Dictionary {
    values
        .iter()
        .map(|(name, value)| (name.clone(), property(value)))
        .collect()
}

fn property(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Bool(yes) => Value::from(*yes),
        serde_json::Value::Array(list) => Value::Array(list.iter().map(property).collect()),
        other => Value::from(other.as_str().unwrap_or_default()),
    }
}

/// A profile with one payload. Its identifiers follow from what it is, so that a newer one replaces it.
fn wrapped(
    browser: &Browser,
    what: &str,
    name: &str,
    domain: &str,
    inside: Dictionary,
) -> Result<String> {
    let identifier = format!("consentry.{}.{what}", browser.name);
    let head = |identifier: &str, kind: &str| {
        let uuid = hash::uuid(identifier.as_bytes()).to_string().to_uppercase();
        Dictionary::from_iter([
            ("PayloadDisplayName".to_owned(), Value::from(name)),
            ("PayloadIdentifier".to_owned(), Value::from(identifier)),
            ("PayloadType".to_owned(), Value::from(kind)),
            ("PayloadUUID".to_owned(), Value::from(uuid)),
            ("PayloadVersion".to_owned(), Value::from(1)),
        ])
    };
    let mut payload = head(&format!("{identifier}.payload"), domain);
    payload.insert("PayloadEnabled".to_owned(), Value::from(true));
    payload.extend(inside);
    let mut profile = head(&identifier, "Configuration");
    profile.insert("PayloadScope".to_owned(), Value::from("System"));
    profile.insert(
        "PayloadContent".to_owned(),
        Value::Array(vec![Value::Dictionary(payload)]),
    );
    text(&Value::Dictionary(profile))
}

fn text(value: &Value) -> Result<String> {
    let mut out = Vec::new();
    value.to_writer_xml(&mut out)?;
    let mut text = String::from_utf8(out)?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}
