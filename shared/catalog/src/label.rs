//! Matching of the words Microsoft's pages show, in all languages at once.
//!
//! The language of a page is never asked: `<html lang>` of these pages is unknown (facts:
//! portal-dom G.8), and a wrong guess would hide a right control.

use crate::untrusted::is_invisible;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// One label in every language a source was found for.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Label(pub BTreeMap<String, Cell>);

/// What a label says in one language, and how sure that is. Who says so stays in the table.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Patterns; `{0}` stands for a name that varies, `[a|b|]` for one of these words or none.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(deserialize_with = "every_form")]
    pub says: Vec<Pattern>,
    /// A: three or more independent sources, B: two, C: one, I: inferred.
    pub confidence: String,
    /// Who says so: left out of what is shipped, and allowed in a pack.
    #[serde(default, rename = "from")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    _from: IgnoredAny,
}

impl Label {
    /// Every form of it, in every language.
    pub fn forms(&self) -> impl Iterator<Item = &Pattern> {
        self.0.values().flat_map(|cell| &cell.says)
    }

    /// Cells without a text or a confidence.
    pub fn problems(&self) -> Vec<String> {
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
    pub(crate) fn is_inferred(&self) -> bool {
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
pub struct Pattern {
    /// As the table has it.
    pub written: String,
    /// The same, normalised.
    pub plain: String,
    /// What stands around each `{0}` of it.
    pub(crate) pieces: Vec<String>,
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
pub struct Match {
    /// Nobody has seen these words on the page: they were inferred, and say less.
    pub inferred: bool,
    /// What stands where the pattern has `{0}`, normalised and without quotation marks.
    pub varies: Option<String>,
}

/// Whether text fits one pattern. Text that carries direction overrides never does: it may read
/// differently from what it is.
pub fn says_so(pattern: &str, text: &str, varies: Option<&str>) -> bool {
    let pattern = Pattern::from(pattern.to_owned());
    !has_direction_override(text) && pattern.capture(&normalise(text), varies).is_some()
}

impl Pattern {
    pub(crate) fn has_words(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.any(|piece| piece.contains(char::is_alphanumeric))
    }

    /// Whether a normalised text fits it, and what stands there where it has its first `{0}`.
    #[expect(
        clippy::option_option,
        reason = "it fits or not, and with a name in it or without"
    )]
    pub(crate) fn capture(&self, text: &str, varies: Option<&str>) -> Option<Option<String>> {
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
pub fn plain_name(name: &str) -> String {
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
