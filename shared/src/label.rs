//! Matching of the words Microsoft's pages show, in all languages at once.
//!
//! The language of a page is never asked: `<html lang>` of these pages is unknown (facts:
//! portal-dom G.8), and a wrong guess would hide a right control.

use crate::data;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One label in every language a source was found for.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Label(BTreeMap<String, Cell>);

/// What a label says in one language, and how that is known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cell {
    /// Patterns; `{0}` stands for a name that varies.
    pub(crate) says: Vec<String>,
    /// Who says so.
    pub(crate) from: String,
    /// A: three or more independent sources, B: two, C: one, I: inferred.
    pub(crate) confidence: String,
}

impl Label {
    /// Cells without a text, a source or a confidence.
    pub(crate) fn problems(&self) -> Vec<String> {
        self.0
            .iter()
            .filter(|(_, cell)| {
                cell.says.is_empty()
                    || cell.says.iter().any(|says| says.trim().is_empty())
                    || cell.from.is_empty()
                    || !["A", "B", "C", "I"].contains(&cell.confidence.as_str())
            })
            .map(|(language, _)| {
                format!("{language} needs a text, a source and a confidence of A, B, C or I")
            })
            .collect()
    }
}

/// Whether text is one of a label's forms. `varies` is what `{0}` must stand for, where that is
/// known.
pub(crate) fn matches(label: &str, text: &str, varies: Option<&str>) -> bool {
    let Some(label) = data::get().labels.get(label) else {
        return false;
    };
    label
        .0
        .values()
        .flat_map(|cell| &cell.says)
        .any(|says| says_so(says, text, varies))
}

/// Whether text begins with one of a label's forms: a row whose first cell is that label.
pub(crate) fn begins(label: &str, text: &str) -> bool {
    let Some(label) = data::get().labels.get(label) else {
        return false;
    };
    let text = normalise(text);
    label
        .0
        .values()
        .flat_map(|cell| &cell.says)
        .any(|says| text.starts_with(&normalise(says)))
}

/// Whether text fits one pattern. Text that carries direction overrides never does: it may read
/// differently from what it is.
pub fn says_so(pattern: &str, text: &str, varies: Option<&str>) -> bool {
    if has_direction_override(text) {
        return false;
    }
    let text = normalise(text);
    let pattern = normalise(pattern);
    let mut pieces = pattern.split("{0}");
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut pieces = pieces.peekable();
    if pieces.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        let last = pieces.peek().is_none();
        let end = if last {
            if !rest.ends_with(piece) {
                return false;
            }
            rest.len() - piece.len()
        } else {
            match rest
                .char_indices()
                .skip(1)
                .find(|(at, _)| rest[*at..].starts_with(piece))
            {
                Some((at, _)) => at,
                None => return false,
            }
        };
        let varying = rest[..end].trim();
        if varying.is_empty() || varies.is_some_and(|wanted| normalise(wanted) != varying) {
            return false;
        }
        rest = &rest[(end + piece.len()).min(rest.len())..];
    }
    true
}

/// The numbers and names a pattern's `{0}` stand for are not captured here on purpose: what a page
/// says is never taken as a figure. This only makes two texts comparable.
///
/// White space of every kind is one space, apostrophes are straight, full-width question marks
/// narrow, no space before a question mark, nothing invisible, all lower case (facts: portal-dom
/// E.2, "normalisation needed").
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        match c {
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{ff07}' => out.push('\''),
            '\u{201c}' | '\u{201d}' | '\u{ff02}' => out.push('"'),
            '?' | '\u{ff1f}' => {
                while out.ends_with(' ') {
                    out.pop();
                }
                out.push('?');
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Whether text carries characters that make it read in another order than it is written
/// (Unicode bidirectional embeddings, overrides and isolates).
pub fn has_direction_override(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{061c}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_tenant_may_stand_before_or_after() {
        assert!(matches(
            "grant-admin-consent",
            "Grant admin consent for Birchwood",
            None
        ));
        assert!(matches(
            "grant-admin-consent",
            "Birchwood に管理者の同意を与えます",
            None
        ));
        assert!(matches(
            "grant-admin-consent",
            "代表 Birchwood 授予管理员同意",
            Some("Birchwood")
        ));
    }

    #[test]
    fn a_known_tenant_must_be_the_one_named() {
        let text = "Grant admin consent for Birchwood";
        assert!(matches("grant-admin-consent", text, Some("Birchwood")));
        assert!(!matches("grant-admin-consent", text, Some("Oakfield")));
    }

    #[test]
    fn a_tenant_named_like_a_pattern_is_only_a_name() {
        for tenant in ["A.*+(b)[c]", "{0}", "for", "Grant admin consent for"] {
            let text = format!("Grant admin consent for {tenant}");
            assert!(
                matches("grant-admin-consent", &text, Some(tenant)),
                "{tenant}"
            );
        }
    }

    #[test]
    fn spaces_apostrophes_and_question_marks_of_every_kind_are_alike() {
        assert!(says_so(
            "Affectation requise ?",
            "Affectation\u{a0}requise\u{202f}?",
            None
        ));
        assert!(says_so(
            "割り当てが必要ですか?",
            "割り当てが必要ですか？",
            None
        ));
        assert!(says_so("d'administrateur", "d\u{2019}administrateur", None));
    }

    #[test]
    fn text_that_is_written_backwards_says_nothing() {
        assert!(!says_so("Accept", "\u{202e}tpeccA\u{202c}", None));
        assert!(!says_so("Accept", "Accept\u{202e}", None));
    }

    #[test]
    fn a_longer_sentence_is_not_the_label() {
        assert!(!says_so("Accept", "Accept all cookies", None));
        assert!(!says_so("Permissions", "Review permissions", None));
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,60}") {
            prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
        }

        #[test]
        fn no_text_and_no_pattern_panics(pattern in "\\PC{0,20}(\\{0\\}\\PC{0,20}){0,3}", text in "\\PC{0,60}") {
            says_so(&pattern, &text, None);
        }
    }
}
