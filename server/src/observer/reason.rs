//! Why a finding is one: a code, and what it is about. So it is said in the words of any language, and a report has both
//! the sentence in English and what a program needs.

use consentry_catalog::languages::ENGLISH;
use consentry_text::words::{self, say};
use serde::Serialize;
use serde::ser::SerializeMap;

/// Names that a sentence holds; the others are counted.
const SHOWN: usize = 6;

/// What stands in a reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A name, an ID, or a day.
    One(String),
    /// Several names.
    Many(Vec<String>),
    /// A sentence of a data file, in English.
    English(String),
    /// Ways, each by its code.
    Ways(Vec<&'static str>),
}

/// Why a finding is one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// What it says: the end of its key in the words.
    pub code: &'static str,
    /// What stands in it, by name.
    pub values: Vec<(&'static str, Value)>,
}

impl Reason {
    /// One in which nothing stands.
    pub fn plain(code: &'static str) -> Self {
        let values = Vec::new();
        Self { code, values }
    }

    /// The same with something in it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, Value::One(value.into())));
        self
    }

    /// The same with names in it.
    #[must_use]
    pub fn with_all(
        mut self,
        name: &'static str,
        all: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let all = all.into_iter().map(Into::into).collect();
        self.values.push((name, Value::Many(all)));
        self
    }

    /// In the current language. `name` makes of each name what is to be shown of it.
    pub fn said(&self, name: impl Fn(&str) -> String) -> String {
        let values = self.values.iter();
        let values: Vec<(&str, String)> = values
            .map(|(called, value)| (*called, value.said(&name)))
            .collect();
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(called, value)| (*called, value.as_str()))
            .collect();
        say(&format!("apps-reason-{}", self.code), &values)
    }

    /// In English, with every name as it is.
    pub fn in_english(&self) -> String {
        words::with_language(ENGLISH, || self.said(str::to_owned))
    }

    /// What stands in it, as an object.
    pub fn object(&self) -> impl Serialize + '_ {
        struct Values<'a>(&'a [(&'static str, Value)]);
        impl Serialize for Values<'_> {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut map = to.serialize_map(Some(self.0.len()))?;
                for (name, value) in self.0 {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
        Values(&self.values)
    }
}

impl Value {
    fn said(&self, name: impl Fn(&str) -> String) -> String {
        match self {
            Self::One(text) => name(text),
            Self::Many(all) => listed(&all.iter().map(|one| name(one)).collect::<Vec<_>>()),
            Self::English(sentence) => words::in_english(sentence),
            Self::Ways(ways) => {
                let ways = ways.iter();
                let said = ways.map(|way| say(&format!("apps-reason-way-{way}"), &[]));
                said.reduce(|one, other| both(&one, &other))
                    .unwrap_or_default()
            }
        }
    }
}

fn both(one: &str, other: &str) -> String {
    say("apps-reason-both", &[("one", one), ("other", other)])
}

/// A few names, and how many more there are.
fn listed(names: &[String]) -> String {
    let shown = names[..names.len().min(SHOWN)].join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => say(
            "apps-reason-more",
            &[("names", &shown), ("count", &more.to_string())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_names_are_listed_and_the_others_are_counted() {
        let names = |count: usize| (1..=count).map(|at| format!("P{at}"));
        let said = |count| {
            let reason =
                Reason::plain("application-permission").with_all("permissions", names(count));
            reason.in_english()
        };
        assert_eq!(said(2), "It can use P1, P2 without a signed-in user.");
        assert_eq!(
            said(8),
            "It can use P1, P2, P3, P4, P5, P6 and 2 more without a signed-in user."
        );
    }

    #[test]
    fn a_program_finds_every_name_under_what_it_is() {
        let reason = Reason::plain("beyond-profile")
            .with("app", "Mover")
            .with_all("permissions", ["Mail.Send"]);
        assert_eq!(
            serde_json::to_string(&reason.object()).unwrap_or_default(),
            r#"{"app":"Mover","permissions":["Mail.Send"]}"#
        );
    }
}
