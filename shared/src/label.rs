//! Matching of the words Microsoft's pages show, in all languages at once.
//!
//! The language of a page is never asked: `<html lang>` of these pages is unknown (facts:
//! portal-dom G.8), and a wrong guess would hide a right control.

use crate::data;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// One label in every language a source was found for.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub(crate) struct Label(BTreeMap<String, Cell>);

/// What a label says in one language, and how sure that is. Who says so stays in the table.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Cell {
    /// Patterns; `{0}` stands for a name that varies, `[a|b|]` for one of these words or none.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(deserialize_with = "every_form")]
    pub(crate) says: Vec<Pattern>,
    /// A: three or more independent sources, B: two, C: one, I: inferred.
    pub(crate) confidence: String,
    /// Who says so: left out of what is shipped, and allowed in a pack.
    #[serde(default, rename = "from")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    _from: IgnoredAny,
}

impl Label {
    /// Every form of it, in every language.
    fn forms(&self) -> impl Iterator<Item = &Pattern> {
        self.0.values().flat_map(|cell| &cell.says)
    }

    /// Cells without a text or a confidence.
    pub(crate) fn problems(&self) -> Vec<String> {
        self.0
            .iter()
            .filter(|(_, cell)| {
                cell.says.is_empty()
                    || cell.says.iter().any(|says| says.written.trim().is_empty())
                    || !["A", "B", "C", "I"].contains(&cell.confidence.as_str())
            })
            .map(|(language, _)| {
                format!("{language} needs a text and a confidence of A, B, C or I")
            })
            .collect()
    }
}

impl Cell {
    fn is_inferred(&self) -> bool {
        self.confidence == "I"
    }
}

/// The patterns that some with alternatives in them stand for.
fn every_form<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Pattern>, D::Error> {
    let written = Vec::<String>::deserialize(from)?;
    let forms = written.iter().flat_map(|pattern| alternatives(pattern));
    let spaced = |form: String| form.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(forms.map(spaced).map(Pattern::from).collect())
}

/// A pattern once for each choice of its alternatives.
fn alternatives(pattern: &str) -> Vec<String> {
    let Some((before, rest)) = pattern.split_once('[') else {
        return vec![pattern.to_owned()];
    };
    let Some((words, after)) = rest.split_once(']') else {
        return vec![pattern.to_owned()];
    };
    let ends = alternatives(after);
    let each = words
        .split('|')
        .flat_map(|word| ends.iter().map(move |end| format!("{before}{word}{end}")));
    each.collect()
}

/// What a label says, made comparable once: a page is compared with hundreds of these.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// As the table has it.
    written: String,
    /// The same, normalised.
    plain: String,
    /// What stands around each `{0}` of it.
    pieces: Vec<String>,
}

impl From<String> for Pattern {
    fn from(written: String) -> Self {
        let plain = normalise(&written);
        let pieces = plain.split("{0}").map(|piece| tight(piece).to_owned());
        Self {
            pieces: pieces.collect(),
            plain,
            written,
        }
    }
}

/// How a text fits a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// Nobody has seen these words on the page: they were inferred, and say less.
    pub(crate) inferred: bool,
    /// What stands where the pattern has `{0}`, normalised and without quotation marks.
    pub(crate) varies: Option<String>,
}

/// How text fits one of a label's forms, a confirmed one first. `varies` is what `{0}` must stand
/// for, where that is known.
pub(crate) fn find(label: &str, text: &str, varies: Option<&str>) -> Option<Match> {
    let cells = || {
        data::get()
            .labels
            .get(label)
            .into_iter()
            .flat_map(|label| label.0.values())
    };
    if has_direction_override(text) {
        return None;
    }
    let text = normalise(text);
    let among = |inferred: bool| {
        cells()
            .filter(|cell| cell.is_inferred() == inferred)
            .flat_map(|cell| &cell.says)
            .find_map(|says| says.capture(&text, varies))
            .map(|varies| Match { inferred, varies })
    };
    among(false).or_else(|| among(true))
}

/// Whether text is one of a label's forms.
pub(crate) fn matches(label: &str, text: &str, varies: Option<&str>) -> bool {
    find(label, text, varies).is_some()
}

/// Whether text begins with one of a label's forms: a row whose first cell is that label.
pub(crate) fn begins(label: &str, text: &str) -> bool {
    any(label, text, |text, says| text.starts_with(says))
}

/// Whether text ends with one of a label's forms.
pub(crate) fn ends(label: &str, text: &str) -> bool {
    any(label, text, |text, says| text.ends_with(says))
}

/// Whether one of a label's forms stands anywhere in text.
pub(crate) fn mentions(label: &str, text: &str) -> bool {
    any(label, text, |text, says| text.contains(says))
}

fn any(label: &str, text: &str, fits: fn(&str, &str) -> bool) -> bool {
    let text = normalise(text);
    forms(label).any(|says| fits(&text, &says.plain))
}

/// The form of any label that text has, and the name in it. A form of names alone, like a domain's, says
/// nothing about a text.
pub(crate) fn anywhere(text: &str) -> Option<(&'static str, Option<String>)> {
    if has_direction_override(text) {
        return None;
    }
    let text = normalise(text);
    let labels = data::get().labels.values();
    labels
        .flat_map(Label::forms)
        .filter(|says| says.has_words())
        .find_map(|says| Some((says.written.as_str(), says.capture(&text, None)?)))
}

/// Every form of a label, in every language.
pub(crate) fn patterns(label: &str) -> impl Iterator<Item = &'static str> {
    forms(label).map(|says| says.written.as_str())
}

fn forms(label: &str) -> impl Iterator<Item = &'static Pattern> {
    let label = data::get().labels.get(label);
    label.into_iter().flat_map(Label::forms)
}

/// Whether text fits one pattern. Text that carries direction overrides never does: it may read
/// differently from what it is.
pub fn says_so(pattern: &str, text: &str, varies: Option<&str>) -> bool {
    let pattern = Pattern::from(pattern.to_owned());
    !has_direction_override(text) && pattern.capture(&normalise(text), varies).is_some()
}

impl Pattern {
    fn has_words(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.any(|piece| piece.contains(char::is_alphanumeric))
    }

    /// Whether a normalised text fits it, and what stands there where it has its first `{0}`.
    #[expect(
        clippy::option_option,
        reason = "it fits or not, and with a name in it or without"
    )]
    fn capture(&self, text: &str, varies: Option<&str>) -> Option<Option<String>> {
        let mut pieces = self.pieces.iter().map(String::as_str);
        let mut rest = text.strip_prefix(pieces.next().unwrap_or_default())?;
        let mut pieces = pieces.peekable();
        if pieces.peek().is_none() {
            return rest.is_empty().then_some(None);
        }
        let mut captured = None;
        while let Some(piece) = pieces.next() {
            let last = pieces.peek().is_none();
            let end = if last {
                rest.strip_suffix(piece)?.len()
            } else {
                rest.char_indices()
                    .skip(1)
                    .find(|(at, _)| rest[*at..].starts_with(piece))?
                    .0
            };
            let varying = unquoted(&rest[..end]);
            if varying.is_empty()
                || varies.is_some_and(|wanted| unquoted(&normalise(wanted)) != varying)
            {
                return None;
            }
            captured.get_or_insert_with(|| varying.to_owned());
            rest = &rest[(end + piece.len()).min(rest.len())..];
        }
        Some(captured)
    }
}

/// A name made comparable, as [`Match::varies`] has it.
pub(crate) fn plain_name(name: &str) -> String {
    unquoted(&normalise(name)).to_owned()
}

/// A piece of a pattern without the spaces that nobody writes beside a Chinese or Japanese
/// character: whether they stand there depends on the name beside them.
fn tight(piece: &str) -> &str {
    let (start, end) = (piece.trim_start(), piece.trim_end());
    let piece = if start.chars().next().is_some_and(is_unspaced) {
        start
    } else {
        piece
    };
    if end.chars().next_back().is_some_and(is_unspaced) {
        piece.trim_end()
    } else {
        piece
    }
}

/// A name without the quotation marks some languages put around it.
fn unquoted(name: &str) -> &str {
    name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '「' | '」' | '『' | '』')
    })
}

/// Makes two texts comparable. What a page says is never taken as a figure.
///
/// White space of every kind is one space, apostrophes and quotation marks are straight, full-width
/// punctuation narrow, no space before a question mark or between Chinese or Japanese characters,
/// nothing invisible, all lower case (facts: portal-dom E.2, "normalisation needed"; the same label
/// is written with and without a space in Japanese sources).
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        let c = match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{ff07}' | '`' | '\u{b4}' => '\'',
            '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' => '"',
            '\u{2010}' | '\u{2011}' => '-',
            '\u{ff1f}' => '?',
            '\u{ff1a}' => ':',
            '\u{ff08}' => '(',
            '\u{ff09}' => ')',
            c => c,
        };
        if c.is_whitespace() {
            space = true;
            continue;
        }
        let before = out.chars().next_back();
        if space
            && c != '?'
            && before.is_some_and(|before| !(is_unspaced(before) && is_unspaced(c)))
        {
            out.push(' ');
        }
        space = false;
        // Most letters, and by far the cheaper way.
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// Written without spaces between words: Chinese characters and the Japanese syllables.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Whether text carries characters that make it read in another order than it is written
/// (Unicode bidirectional embeddings, overrides and isolates).
pub fn has_direction_override(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{202d}' | '\u{202e}'))
}

/// Whether a character shows nothing: what Unicode calls format characters or ignorable by default
/// (<https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt>), and private ones.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
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
    fn quotation_marks_around_the_tenant_do_not_matter() {
        for tenant in [
            "\u{ab}\u{a0}Birchwood\u{a0}\u{bb}",
            "\u{201e}Birchwood\u{201c}",
            "\"Birchwood\"",
            "<Birchwood>",
            "'Birchwood'",
        ] {
            let text = format!("Grant admin consent for {tenant}");
            assert!(
                matches("grant-admin-consent", &text, Some("Birchwood")),
                "{tenant}"
            );
        }
    }

    #[test]
    fn a_mark_of_direction_is_harmless_and_an_override_is_not() {
        assert!(says_so("Accept", "\u{200e}Accept\u{200f}", None));
        assert!(!says_so("Accept", "\u{202d}Accept\u{202c}", None));
    }

    #[test]
    fn japanese_reads_the_same_with_and_without_spaces() {
        for text in [
            "Birchwood に管理者の同意を与えます",
            "Birchwoodに管理者の同意を与えます",
            "Birchwood\u{3000}に 管理者の同意を与えます",
        ] {
            assert!(
                matches("grant-admin-consent", text, Some("Birchwood")),
                "{text}"
            );
        }
    }

    #[test]
    fn the_name_that_varies_is_told_and_so_is_an_inferred_word() {
        assert_eq!(
            find(
                "grant-admin-consent",
                "Grant admin consent for Birchwood",
                None
            ),
            Some(Match {
                inferred: false,
                varies: Some("birchwood".to_owned())
            })
        );
        assert_eq!(
            find("menu-group-security", "Sicherheit", None),
            Some(Match {
                inferred: true,
                varies: None
            })
        );
    }

    #[test]
    fn what_has_a_form_of_names_alone_has_no_labels_words() {
        assert!(matches("publisher-domain", "mover.io", None));
        assert_eq!(anywhere("mover.io"), None);
        assert_eq!(
            anywhere("It may use adele@birchwood.example. Or not."),
            None
        );
        let name = anywhere("Grant admin consent for Birchwood").expect("a label");
        assert_eq!(name.1.as_deref(), Some("birchwood"));
    }

    #[test]
    fn a_longer_sentence_is_not_the_label() {
        assert!(!says_so("Accept", "Accept all cookies", None));
        assert!(!says_so("Permissions", "Review permissions", None));
    }

    proptest! {
        #[test]
        fn any_tenant_is_found_in_every_form_of_the_grant(tenant in "[\\p{L}\\p{N}.*+()&|^$\\-]{1,20}( [\\p{L}\\p{N}]{1,9})?") {
            for form in patterns("grant-admin-consent").filter(|form| form.contains("{0}")) {
                let text = form.replace("{0}", &tenant);
                prop_assert!(matches("grant-admin-consent", &text, None), "{}", text);
            }
        }

        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,60}") {
            prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
        }

        #[test]
        fn no_text_and_no_pattern_panics(pattern in "\\PC{0,20}(\\{0\\}\\PC{0,20}){0,3}", text in "\\PC{0,60}") {
            says_so(&pattern, &text, None);
        }
    }

    #[test]
    fn a_pattern_stands_for_each_choice_of_its_words() {
        let cell =
            serde_json::json!({ "says": ["[a|b|] c [d|e] {0}", "f (g)"], "confidence": "A" });
        let cell: Cell = serde_json::from_value(cell).expect("a cell");
        let written: Vec<&str> = cell.says.iter().map(|says| says.written.as_str()).collect();
        let first = ["a c d {0}", "a c e {0}", "b c d {0}", "b c e {0}"];
        assert_eq!(written[..4], first);
        assert_eq!(written[4..], ["c d {0}", "c e {0}", "f (g)"]);
    }

    #[test]
    fn a_label_needs_a_text_and_a_confidence_in_each_language() {
        let problems = |says: &[&str], confidence: &str| {
            let cell = serde_json::json!({ "et": { "says": says, "confidence": confidence, "from": "x" } });
            let label: Label = serde_json::from_value(cell).expect("a label");
            label.problems().len()
        };
        assert_eq!(problems(&["Õigused"], "C"), 0);
        assert_eq!(problems(&[], "C"), 1);
        assert_eq!(problems(&["Õigused", " "], "C"), 1);
        assert_eq!(problems(&["Õigused"], "D"), 1);
    }

    #[test]
    fn a_space_counts_between_letters_and_characters_and_not_between_characters() {
        assert_eq!(normalise("承認 OK"), "承認 ok");
        assert_eq!(normalise("OK 承認"), "ok 承認");
        assert_eq!(normalise("管理者の 同意"), "管理者の同意");
    }
}
