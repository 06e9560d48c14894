//! English sentences in a text of another language: what a backend answers, what a profile notes.
//!
//! A screen reader must pronounce them as English. The mark is the isolate from left to right (Unicode
//! Standard Annex 9, section 2.1), which such a sentence needs in a text from right to left anyway;
//! no other text of ours has it, and where nobody looks for it, it is not seen.

use crate::isolate;

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const ISOLATES: [char; 3] = [LEFT_TO_RIGHT_ISOLATE, '\u{2067}', '\u{2068}'];
const POP_ISOLATE: char = '\u{2069}';

/// Marks a sentence as English, whatever the language.
pub fn marked(sentence: &str) -> String {
    let sentence = isolate::balanced(sentence);
    format!("{LEFT_TO_RIGHT_ISOLATE}{sentence}{POP_ISOLATE}")
}

/// A part of a text, and whether it is English in a text of another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageSpan<'a> {
    /// The part, without the mark.
    pub text: &'a str,
    /// Whether it was marked.
    pub english: bool,
}

/// A text in its parts.
pub fn language_spans(text: &str) -> Vec<LanguageSpan<'_>> {
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(LEFT_TO_RIGHT_ISOLATE) {
        let end = end(after);
        spans.push(LanguageSpan {
            text: before,
            english: false,
        });
        spans.push(LanguageSpan {
            text: &after[..end],
            english: true,
        });
        rest = after[end..].strip_prefix(POP_ISOLATE).unwrap_or_default();
    }
    spans.push(LanguageSpan {
        text: rest,
        english: false,
    });
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// Where what was isolated ends: isolates may stand in isolates.
fn end(text: &str) -> usize {
    let mut open = 1_usize;
    for (at, c) in text.char_indices() {
        if ISOLATES.contains(&c) {
            open += 1;
        } else if c == POP_ISOLATE {
            open -= 1;
        }
        if open == 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_stands_in_a_sentence_its_end_is_found() {
        for sentence in [
            "a",
            "a\u{2069}b",
            "a \u{2068}\u{5d0}\u{2069} b",
            "\u{2066}x",
        ] {
            let text = format!("vor {} nach", marked(sentence));
            let parts = parts(&text);
            assert_eq!((parts[0], parts[2]), (("vor ", false), (" nach", false)));
            assert!(parts[1].1 && parts.len() == 3, "{parts:?}");
        }
        assert_eq!(parts("\u{2066}never closed"), [("never closed", true)]);
        assert_eq!(parts(""), []);
    }

    fn parts(text: &str) -> Vec<(&str, bool)> {
        language_spans(text)
            .into_iter()
            .map(|span| (span.text, span.english))
            .collect()
    }
}
