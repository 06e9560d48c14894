//! A diagnosis without names of people, apps and organizations, so that it can be shown to others.
//!
//! Lengths, spaces and punctuation stay: they are what tells one kind of label from another.

use serde_json::Value;

/// Fields that hold words of the page or of the tenant.
const WORDS: [&str; 6] = [
    "name",
    "because",
    "reasons",
    "refused",
    "dark_because",
    "step",
];

/// Fields that name an app: an organization's own is nobody else's business.
const APP: [&str; 2] = ["client_id", "profile"];

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
        Value::Object(fields) => {
            let own = fields.get("is_public") == Some(&Value::Bool(false));
            fields
                .into_iter()
                .map(|(key, value)| {
                    let names_app = own && APP.contains(&key.as_str());
                    let secret = secret || names_app || WORDS.contains(&key.as_str());
                    (key, masked(value, secret))
                })
                .collect()
        }
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
    fn an_organizations_own_app_is_masked_and_one_that_everybody_knows_stays() {
        let verdict = |is_public: bool, client_id: &str, profile: &str| json!({ "consent": { "is_public": is_public, "client_id": client_id, "profile": profile } });
        let public = verdict(true, "d62121f3", "some-app");
        assert_eq!(masked(public.clone(), false), public);
        assert_eq!(
            masked(verdict(false, "d62121f3", "payroll"), false),
            verdict(false, "x00000x0", "xxxxxxx")
        );
    }

    #[test]
    fn only_words_of_the_page_are_masked() {
        let given = json!({"page": "permissions", "looked_for": [{"control": "grant", "candidates": [{"id": 7, "role": "button", "name": "Grant for Contoso"}]}]});
        let told = json!({"page": "permissions", "looked_for": [{"control": "grant", "candidates": [{"id": 7, "role": "button", "name": "xxxxx xxx xxxxxxx"}]}]});
        assert_eq!(masked(given, false), told);
    }
}
