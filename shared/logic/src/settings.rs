//! Settings: what is packaged, overruled by what a person set, overruled by what a policy says.
//!
//! Each value counts on its own. One that makes no sense is refused with a word, and the one it
//! would have overruled stands. [`table`] has every setting.

mod value;
pub mod table;

use crate::custom_client_id;
use crate::model::Settings;
use consentry_catalog::Catalog;
use consentry_catalog::languages;
use consentry_wire::text::{Text, message, say};
use consentry_wire::values;
use serde_json::Value;
use table::{Kind, TICK_POLICIES};

/// Where a setting comes from; the later overrules the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// `settings.json` in the package.
    Package,
    /// What a person set.
    Own,
    /// `chrome.storage.managed`: what an organization's policy says.
    Policy,
}

/// The language to be spoken: the one that was set, else the one of the browser, else English.
pub fn language(sources: &[(Source, Value)], of_browser: &str) -> &'static str {
    let set = sources
        .iter()
        .filter(|(_, value)| value::is_language(&value["language"]))
        .max_by_key(|(source, _)| *source)
        .and_then(|(_, value)| value["language"].as_str());
    languages::negotiate(&[set.unwrap_or(of_browser)])
}

/// Reads the sources, each an object, in any order. What is no object says nothing.
pub fn read(catalog: &Catalog, sources: &[(Source, Value)]) -> Settings {
    // Nobody is asked before somebody has said whom to ask.
    let mut settings = Settings {
        backend: String::new(),
        ..Settings::default()
    };
    let mut sources: Vec<&(Source, Value)> = sources.iter().collect();
    sources.sort_by_key(|(source, _)| *source);
    for (source, value) in sources {
        let says = value.as_object().is_some_and(|all| !all.is_empty());
        settings.managed |= *source == Source::Policy && says;
        for (key, value) in value.as_object().into_iter().flatten() {
            match set(catalog, &mut settings, *source, key, value) {
                Ok(()) if *source == Source::Policy => settings.fixed.push(key.clone()),
                Ok(()) if *source == Source::Own => settings.own.push(key.clone()),
                Ok(()) => {}
                Err(why) => settings.refused.push(refusal(*source, key, why)),
            }
        }
    }
    settings
}

fn refusal(source: Source, key: &str, why: Text) -> Text {
    let from = match source {
        Source::Package => message("settings.from.package"),
        Source::Own => message("settings.from.own"),
        Source::Policy => message("settings.from.policy"),
    };
    // A key may come from anywhere and be anything.
    let name: String = key.chars().take(40).collect();
    say(
        "settings.refused",
        &values!["from" => from, "name" => name, "why" => why],
    )
}

fn set(
    catalog: &Catalog,
    settings: &mut Settings,
    source: Source,
    key: &str,
    value: &Value,
) -> Result<(), Text> {
    let row = table::by_name(key).filter(|row| row.by.contains(&source));
    let Some(row) = row else {
        return set_client_id(settings, source, key, value);
    };
    match row.kind {
        Kind::Switch { set, .. } => set(settings, value::yes_or_no(value)?),
        Kind::Address { set, read, .. } => set(settings, read(catalog, value)?),
        Kind::Language => settings.language = value::language(value)?,
        Kind::TickPolicy => {
            let mut known = TICK_POLICIES.iter();
            let found = known.find(|(name, _)| value.as_str() == Some(name));
            let (_, policy) = found.ok_or_else(|| message("settings.needs.tick"))?;
            settings.tick_policy = *policy;
        }
        Kind::AllowedApps => {
            let (clients, wrong) = match value::clients(value) {
                Ok(read) => read,
                Err(why) => (Vec::new(), Some(why)),
            };
            // Of a list that makes no sense nothing is left: it allows nothing, and never everything.
            settings.only_allowed = !clients.is_empty() || wrong.is_some();
            settings.allowed_clients = clients;
            settings
                .refused
                .extend(wrong.map(|why| refusal(source, key, why)));
        }
        Kind::BlockedApps => {
            let (clients, wrong) = value::clients(value)?;
            settings.forbidden_clients = clients;
            settings
                .refused
                .extend(wrong.map(|why| refusal(source, key, why)));
        }
        Kind::Profiles => {
            let (profiles, wrong) = value::profiles(value)?;
            settings.profiles = profiles;
            let refused = wrong
                .into_iter()
                .map(|(id, why)| refusal(source, &format!("{key}.{id}"), why));
            settings.refused.extend(refused);
        }
        Kind::OfTheWorker if value.is_string() => {}
        Kind::OfTheWorker => return Err(message("settings.needs.text")),
    }
    Ok(())
}

/// The application ID of an app that only the person knows. A policy has `profiles` for it.
fn set_client_id(
    settings: &mut Settings,
    source: Source,
    key: &str,
    value: &Value,
) -> Result<(), Text> {
    let profile = custom_client_id::profile(key).filter(|_| source == Source::Own);
    let profile = profile.ok_or_else(|| message("settings.unknown"))?;
    let id = custom_client_id::form(value)?;
    settings.clients.insert(profile.to_owned(), id);
    Ok(())
}

/// What a person typed as a setting, as its value. An empty list or address means: as if it had
/// never been set.
///
/// # Errors
///
/// Why it makes no sense, in words.
pub(crate) fn typed(catalog: &Catalog, name: &str, text: &str) -> Result<Option<Value>, Text> {
    let value = match table::by_name(name).map(|row| &row.kind) {
        Some(Kind::Switch { .. }) => match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => return Err(message("settings.needs.yes-or-no")),
        },
        Some(Kind::AllowedApps | Kind::BlockedApps) => text
            .split([',', ';', ' ', '\n', '\r', '\t'])
            .map(|entry| consentry_catalog::guid::app_id(entry).unwrap_or_else(|| entry.to_owned()))
            .filter(|entry| !entry.is_empty())
            .map(Value::from)
            .collect(),
        _ => Value::from(text.trim()),
    };
    if value.as_array().is_some_and(Vec::is_empty) || value == "" {
        return Ok(None);
    }
    // Part of a list may be left out elsewhere; here the person can correct it.
    let wrong: Vec<&str> = value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|entry| consentry_catalog::guid::app_id(entry).is_none())
        .collect();
    if !wrong.is_empty() {
        return Err(say("settings.needs.ids", &[("wrong", &wrong.join(", "))]));
    }
    set(catalog, &mut Settings::default(), Source::Own, name, &value)?;
    Ok(Some(value))
}

#[cfg(test)]
mod tests;
