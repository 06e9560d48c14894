//! The translated sentences of the data files. People write them by the key of the English sentence,
//! so that an edit of the English leaves them in place. They are looked up by the English words, so
//! that a sentence that a data pack or another release has changed is never shown as what it meant
//! before: this joins the two.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A table of a translation, and the field in it.
type Key = (String, String);
/// The sentences of a file by their keys.
pub(crate) type Sentences = BTreeMap<Key, String>;

/// The sentences of `permissions.toml`.
pub(crate) fn of_permissions(permissions: &Value) -> Sentences {
    let mut sentences = Sentences::new();
    for (name, entry) in permissions.as_object().into_iter().flatten() {
        for field in ["delegated", "application"] {
            insert(&mut sentences, name, field, &entry[field]["means"]);
        }
        for field in ["thief", "because"] {
            insert(&mut sentences, name, field, &entry[field]);
        }
    }
    sentences
}

/// The sentences of `errors.toml`. Its roles are in one table, for they repeat; Microsoft's own need
/// no translation.
pub(crate) fn of_problems(errors: &Value) -> Sentences {
    let mut sentences = Sentences::new();
    for problem in array(&errors["problem"]) {
        let code = problem["code"].as_str().expect("a problem has a code");
        for case in array(&problem["case"]).iter().chain([problem]) {
            let name = key(code, case);
            for field in ["title", "detail", "remedy"] {
                insert(&mut sentences, &name, field, &case[field]);
            }
            if let Some(role) = case["role"].as_str()
                && !role.ends_with("Administrator")
            {
                insert(&mut sentences, "role", role, &case["role"]);
            }
        }
    }
    sentences
}

/// The code of a problem, and what tells this case of it from the others.
fn key(code: &str, case: &Value) -> String {
    let endpoints = array(&case["at"]).iter().filter_map(Value::as_str);
    let mut parts: Vec<String> = [code]
        .into_iter()
        .chain(endpoints)
        .map(str::to_owned)
        .collect();
    parts.extend(array(&case["numbers"]).first().map(Value::to_string));
    parts.extend((case["lasting"] == true).then(|| "lasting".to_owned()));
    parts.join(".")
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn insert(sentences: &mut Sentences, table: &str, field: &str, text: &Value) {
    if let Some(text) = text.as_str() {
        let key = (table.to_owned(), field.to_owned());
        let before = sentences.insert(key, text.to_owned());
        let is_new = before.is_none_or(|before| before == text);
        assert!(is_new, "two sentences are at [{table:?}] {field}");
    }
}

/// The sentences in each language by the English ones. A language must have every key and no other,
/// and the same English sentence must have the same translation.
pub(crate) fn translated(folder: &Path, languages: &Value, english: &Sentences) -> Value {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut problems = Vec::new();
    let tags = languages.as_object().into_iter().flat_map(Map::keys);
    let translated: Map<String, Value> = tags
        .filter(|tag| *tag != "en")
        .map(|tag| {
            let file = folder.join(format!("{tag}.toml"));
            (tag.clone(), join(&file, english, &mut problems))
        })
        .collect();
    assert!(problems.is_empty(), "words:\n{}", problems.join("\n"));
    translated.into()
}

fn join(file: &Path, english: &Sentences, problems: &mut Vec<String>) -> Value {
    println!("cargo::rerun-if-changed={}", file.display());
    let name = file.display();
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut own: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut joined: Map<String, Value> = Map::new();
    for ((table, field), sentence) in english {
        let key = format!("[{table:?}] {field}");
        let Some(own) = own.get_mut(table).and_then(|own| own.remove(field)) else {
            problems.push(format!("{name}: {key} is missing: {sentence}"));
            continue;
        };
        let before = joined.insert(sentence.clone(), Value::String(own.clone()));
        if before.is_some_and(|before| before != own) {
            problems.push(format!("{name}: {key} has two translations: {sentence}"));
        }
    }
    for (table, fields) in own {
        for field in fields.keys() {
            problems.push(format!("{name}: [{table:?}] {field} is in no English file"));
        }
    }
    joined.into()
}
