//! Changes to the shipped data: JSON Merge Patch (RFC 7396).

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// JSON as a value of that type, or what is wrong with it.
///
/// It goes through text: then the worker's module has one reader of each type and not two.
pub(super) fn typed<T: DeserializeOwned>(json: &Value) -> Result<T, String> {
    serde_json::from_str(&json.to_string()).map_err(|error| {
        // The place in a text that nobody has seen says nothing.
        let error = error.to_string();
        let (what, _) = error.rsplit_once(" at line ").unwrap_or((&error, ""));
        what.to_owned()
    })
}

/// A profile's id is its key, whatever else stands in it. What is no object does not become one.
pub(super) fn merge_profile(all: &mut Value, id: &str, patch: &Value) {
    let target = &mut all["profiles"][id];
    leave_out_old_translations(target, patch);
    merge(target, patch.clone());
    if let Some(profile) = target.as_object_mut() {
        profile.insert("id".to_owned(), Value::from(id));
    }
}

/// What a patch says anew is said in English where the patch does not translate it: the translation
/// that was there says something else.
fn leave_out_old_translations(profile: &mut Value, patch: &Value) {
    let before = profile.clone();
    let Some(translations) = profile
        .get_mut("translations")
        .and_then(Value::as_object_mut)
    else {
        return;
    };
    let stays = |list: &str, value: &str| {
        let now = patch[list].as_array();
        let mut before = before[list].as_array().into_iter().flatten();
        before.any(|permission| {
            permission["value"] == value && now.is_some_and(|now| now.contains(permission))
        })
    };
    for translation in translations.values_mut().filter_map(Value::as_object_mut) {
        for field in ["about", "tick_why", "delegated", "application"] {
            if patch.get(field).is_none_or(|now| *now == before[field]) {
                continue;
            }
            match translation.get_mut(field) {
                Some(Value::Object(said)) => said.retain(|value, _| stays(field, value)),
                _ => drop(translation.remove(field)),
            }
        }
    }
}

/// RFC 7396 section 2.
pub(super) fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(&key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}
