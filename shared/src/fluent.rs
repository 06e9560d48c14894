//! The texts of one language, in Fluent's syntax (projectfluent.org).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;

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
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) text: BTreeMap<String, String>,
    #[serde(skip)]
    pub(crate) bundle: OnceLock<Bundle>,
}

/// Fluent's own type for the texts of one language, ready to be said.
pub(crate) struct Bundle(FluentBundle<FluentResource>);

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bundle")
    }
}

impl Words {
    /// Whether there is such a text.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.text.contains_key(&key.replace('.', "-"))
    }

    pub(crate) fn bundle(&self) -> &Bundle {
        self.bundle.get_or_init(|| {
            let resource = match FluentResource::try_new(self.file()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            Bundle::new(ENGLISH, resource)
        })
    }

    fn file(&self) -> String {
        let mut file = String::new();
        for (id, text) in &self.text {
            file.extend([id, " =", text, "\n"]);
        }
        file
    }

    /// What is not Fluent's syntax in it.
    pub(crate) fn problems(&self) -> Vec<String> {
        match FluentResource::try_new(self.file()) {
            Ok(_) => Vec::new(),
            Err((_, errors)) => errors.iter().map(ToString::to_string).collect(),
        }
    }
}

impl Bundle {
    pub(crate) fn new(tag: &str, resource: FluentResource) -> Self {
        let languages = tag.parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(languages);
        // Names are isolated by `isolate`, where their direction may differ from the text's.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    pub(crate) fn say(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(args), &mut errors);
        Some(text.into_owned())
    }
}
