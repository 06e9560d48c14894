//! English sentences in a text of another language: what a backend answers, what a profile notes.

use super::{Said, current_language};
use consentry_catalog::languages::ENGLISH;
use consentry_wire::language_spans::marked;

/// Marks a sentence as English, where the current language is another.
pub fn in_english(sentence: &str) -> String {
    if current_language().0 == ENGLISH || sentence.is_empty() {
        return sentence.to_owned();
    }
    marked(sentence)
}

impl Said<'_> {
    /// The sentence within a text in the current language.
    pub(crate) fn within(self) -> String {
        if self.lang == ENGLISH {
            in_english(self.text)
        } else {
            self.text.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{load_language, say, with_language};
    use consentry_wire::language_spans::language_spans;
    use std::collections::BTreeMap;

    #[test]
    fn an_english_sentence_is_told_apart_in_a_text_of_another_language_only() {
        let said = || {
            say(
                "data.refused",
                &[("why", &in_english("Graph asks for a pause"))],
            )
        };
        let in_english = said();
        assert_eq!(language_spans(&in_english).len(), 1);
        assert!(!in_english.contains('\u{2066}'));
        assert!(load_language(
            "he",
            include_str!("../../../words/he.ftl"),
            BTreeMap::new()
        ));
        let hebrew = with_language("he", said);
        let english: Vec<&str> = language_spans(&hebrew)
            .iter()
            .filter(|run| run.english)
            .map(|run| run.text)
            .collect();
        assert_eq!(english, ["Graph asks for a pause"]);
        assert!(language_spans(&hebrew).len() > 1, "{hebrew}");
    }
}
