//! English sentences in a text of another language: what a backend answers, what a profile notes.

use super::{Said, spoken};
use consentry_catalog::languages::ENGLISH;
use consentry_wire::runs::marked;

/// Marks a sentence as English, where another language is spoken.
pub fn in_english(sentence: &str) -> String {
    if spoken().0 == ENGLISH || sentence.is_empty() {
        return sentence.to_owned();
    }
    marked(sentence)
}

impl Said<'_> {
    /// The sentence within a text in the language that is spoken.
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
    use crate::words::{bring, say, speaking};
    use consentry_wire::runs::runs;
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
        assert_eq!(runs(&in_english).len(), 1);
        assert!(!in_english.contains('\u{2066}'));
        assert!(bring(
            "he",
            include_str!("../../../words/he.ftl"),
            BTreeMap::new()
        ));
        let hebrew = speaking("he", said);
        let english: Vec<&str> = runs(&hebrew)
            .iter()
            .filter(|run| run.english)
            .map(|run| run.text)
            .collect();
        assert_eq!(english, ["Graph asks for a pause"]);
        assert!(runs(&hebrew).len() > 1, "{hebrew}");
    }
}
