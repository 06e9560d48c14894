//! What is said, before its words are chosen: the key of a text and the values in it.
//!
//! The core decides what is said and in no language; the words are chosen at the end, in the language of
//! the person. So what the core answers does not depend on a language, and a test can
//! compare keys.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// Shown as it is: a name, an address, or a text whose words were chosen already.
    Plain(String),
    /// Its words are chosen when it is rendered.
    Message {
        /// Which, and with what in it.
        #[serde(rename = "$text")]
        message: Box<Message>,
    },
}

/// A text whose words are chosen when it is rendered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// A text of `words/*.ftl`.
    Key {
        /// Its key; the dots are hyphens in the files.
        key: String,
        /// The values in it, by name.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<(String, Text)>,
    },
    /// A text of `words/*.ftl` where there is one with that key, another text where there is none.
    KeyOr {
        /// Its key.
        key: String,
        /// Shown without that text.
        otherwise: String,
    },
    /// A sentence of a data file, known by its English words.
    Sentence(String),
    /// A sentence of the backend, known by its English words.
    Problem(String),
    /// A sentence of the table of problems, with the app's name where it has `{app}`.
    About {
        /// The English sentence of the table.
        english: String,
        /// The app.
        app: Text,
    },
    /// An English sentence that nobody translated.
    English(String),
    /// A sentence that a profile brings in several languages.
    Own {
        /// The English one.
        english: String,
        /// The others, by language.
        translated: BTreeMap<String, String>,
    },
    /// Several things that all count.
    All(Vec<Text>),
    /// Several things of which one will do.
    Any(Vec<Text>),
    /// Parts with the same between them.
    Joined {
        /// What stands between them.
        by: String,
        /// The parts.
        parts: Vec<Text>,
    },
    /// With a capital letter at its beginning.
    Capitalized(Text),
}

/// The values of a text, by name.
#[macro_export]
macro_rules! values {
    ($($name:literal => $value:expr),+ $(,)?) => {
        [$(($name, $crate::text::Text::from($value))),+]
    };
}

/// A text with values in it.
pub fn say<V: Clone + Into<Text>>(key: &str, values: &[(&str, V)]) -> Text {
    Message::Key {
        key: key.to_owned(),
        values: values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone().into()))
            .collect(),
    }
    .into()
}

/// A text without values.
pub fn message(key: &str) -> Text {
    say::<Text>(key, &[])
}

/// An English sentence that nobody translated: it is marked as English in any other language.
pub fn in_english(sentence: &str) -> Text {
    Message::English(sentence.to_owned()).into()
}

/// A sentence of a data file, by its English words.
pub fn sentence(english: &str) -> Text {
    Message::Sentence(english.to_owned()).into()
}

/// A sentence of the backend, by its English words.
pub fn from_backend(english: &str) -> Text {
    Message::Problem(english.to_owned()).into()
}

/// Parts with the same between them.
pub fn joined(by: &str, parts: Vec<Text>) -> Text {
    let by = by.to_owned();
    Message::Joined { by, parts }.into()
}

/// A sentence of the table of problems, about an app.
pub fn about(english: &str, app: Text) -> Text {
    let english = english.to_owned();
    Message::About { english, app }.into()
}

impl Text {
    /// The key of the text, where it has one.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Plain(_) => None,
            Self::Message { message } => match &**message {
                Message::Key { key, .. } | Message::KeyOr { key, .. } => Some(key),
                _ => None,
            },
        }
    }

    /// One of its values, where that is a plain one.
    pub fn value(&self, name: &str) -> Option<&str> {
        let Self::Message { message } = self else {
            return None;
        };
        let Message::Key { values, .. } = &**message else {
            return None;
        };
        let (_, value) = values.iter().find(|(one, _)| one == name)?;
        match value {
            Self::Plain(value) => Some(value),
            Self::Message { .. } => None,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<Message> for Text {
    fn from(message: Message) -> Self {
        Self::Message {
            message: Box::new(message),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self::Plain(text.clone())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        text.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_its_key_and_values_on_the_way_and_a_string_is_a_plain_text() {
        let nested = say("elsewhere.text", &[("step", message("step.load.text"))]);
        let json = serde_json::to_string(&nested).expect("JSON");
        assert_eq!(serde_json::from_str::<Text>(&json).expect("JSON"), nested);
        assert_eq!(
            serde_json::from_str::<Text>("\"Contoso\"").expect("JSON"),
            Text::from("Contoso")
        );
    }
}
