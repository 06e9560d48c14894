//! The texts of one language, in Fluent's syntax (projectfluent.org).

use fluent_bundle::FluentResource;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The language every text exists in without a file of its own being read.
pub const ENGLISH: &str = "en";

/// A language there are words in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// What it calls itself.
    pub name: String,
    /// `ltr` or `rtl`, as HTML's `dir` has it.
    pub direction: String,
}

/// The texts of one language: each as it stands in a Fluent file, after its `=`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// By key.
    pub text: BTreeMap<String, String>,
}

impl Words {
    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.text.contains_key(&key.replace('.', "-"))
    }

    /// The Fluent file of them all.
    pub fn file(&self) -> String {
        let mut file = String::new();
        for (id, text) in &self.text {
            file.extend([id, " =", text, "\n"]);
        }
        file
    }

    /// What is not Fluent's syntax in it.
    pub fn problems(&self) -> Vec<String> {
        match FluentResource::try_new(self.file()) {
            Ok(_) => Vec::new(),
            Err((_, errors)) => errors.iter().map(ToString::to_string).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_fluent_is_said() {
        let problems = |text: &str| {
            let words = serde_json::json!({ "text": { "begin-text": text } });
            serde_json::from_value::<Words>(words)
                .expect("words")
                .problems()
                .len()
        };
        assert_eq!(problems(" { $app }"), 0);
        assert!(problems(" { $app") > 0);
    }
}
