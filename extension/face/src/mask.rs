//! A diagnosis without names of people, apps and organizations, so that it can be shown to others.
//!
//! Lengths, spaces and punctuation stay: they are what tells one kind of label from another.

use serde_json::Value;

/// Fields that hold words of the page or of the tenant.
const WORDS: [&str; 5] = ["name", "because", "reasons", "refused", "dark_because"];

/// Letters become `x`, digits `0`.
pub(crate) fn mask(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '0',
            c => c,
        })
        .collect()
}

/// Masks every field that may hold words of the page, at any depth.
pub(crate) fn masked(value: Value, secret: bool) -> Value {
    match value {
        Value::String(text) if secret => Value::String(mask(&text)),
        Value::Array(items) => items.into_iter().map(|item| masked(item, secret)).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| {
                let secret = secret || WORDS.contains(&key.as_str());
                (key, masked(value, secret))
            })
            .collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_keeps_its_shape_and_loses_its_letters() {
        assert_eq!(
            mask("Grant admin consent for Käse GmbH 42"),
            "xxxxx xxxxx xxxxxxx xxx xxxx xxxx 00"
        );
    }

    #[test]
    fn only_words_of_the_page_are_masked() {
        let given = json!({"page": "permissions", "looked_for": [{"control": "grant", "candidates": [{"id": 7, "role": "button", "name": "Grant for Contoso"}]}]});
        let told = json!({"page": "permissions", "looked_for": [{"control": "grant", "candidates": [{"id": 7, "role": "button", "name": "xxxxx xxx xxxxxxx"}]}]});
        assert_eq!(masked(given, false), told);
    }
}
