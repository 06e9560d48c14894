//! The words Consentry shows. Texts live in `words/`, one file a language; names in braces are
//! filled in.

use crate::data;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// BCP 47 tag.
    pub language: String,
    text: BTreeMap<String, String>,
}

/// The language every text exists in.
///
/// # Panics
///
/// Never: a test holds that it is shipped.
pub fn english() -> &'static Words {
    data::get()
        .words
        .iter()
        .find(|words| words.language == "en")
        .expect("shipped")
}

impl Words {
    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.text.contains_key(key)
    }

    /// A text with its names filled in. A name that is not given stays as it is written, and a key
    /// that does not exist is shown as the key: both are seen at once.
    pub fn say(&self, key: &str, names: &[(&str, &str)]) -> String {
        let Some(text) = self.text.get(key) else {
            return key.to_owned();
        };
        let mut out = String::with_capacity(text.len() + 32);
        let mut rest = text.as_str();
        // One pass, so that a name that looks like a placeholder is not filled in again.
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            if let Some((name, tail)) = after.split_once('}') {
                match names.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => out.push_str(value),
                    None => out.extend(["{", name, "}"]),
                }
                rest = tail;
            } else {
                out.push('{');
                rest = after;
            }
        }
        out.push_str(rest);
        out
    }

    #[cfg(test)]
    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        self.text.keys()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_braces_is_only_a_name() {
        let words: Words = Words {
            language: "en".to_owned(),
            text: [("hello".to_owned(), "Hello {app}, from {tenant}.".to_owned())].into(),
        };
        assert_eq!(
            words.say("hello", &[("app", "{tenant}"), ("tenant", "Birchwood")]),
            "Hello {tenant}, from Birchwood."
        );
    }

    #[test]
    fn no_text_is_empty_and_every_sentence_ends() {
        for key in english().keys() {
            let text = english().say(key, &[]);
            assert!(!text.trim().is_empty(), "{key}");
            if key.rsplit('.').next() == Some("text") {
                assert!(
                    ["{why}", "{advice}"]
                        .iter()
                        .any(|last| text.ends_with(last))
                        || text.ends_with(['.', '?', '!']),
                    "{key} does not end: {text}"
                );
            }
        }
    }
}
