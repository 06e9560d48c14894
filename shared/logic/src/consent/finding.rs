//! How one comparison on a consent page ended, and all of them in one line.

use consentry_wire::text::{Message, Text, joined};
use consentry_wire::view::{Line, Tone};

/// How a comparison ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Is {
    Wrong,
    Unknown,
    Right,
}

/// A comparison, in two words and in a sentence.
pub(super) struct Finding {
    pub(super) is: Is,
    pub(super) short: Text,
    pub(super) line: Option<Line>,
}

/// One line that a tired person reads: what is wrong first, then what is not known.
pub(super) fn glance(app: &Finding, others: &[&Option<Finding>]) -> Line {
    let mut parts: Vec<&Finding> = vec![app];
    parts.extend(others.iter().filter_map(|finding| finding.as_ref()));
    parts.sort_by_key(|finding| finding.is);
    let tone = match parts.first().map(|finding| finding.is) {
        Some(Is::Wrong) => Tone::Bad,
        _ if app.is == Is::Unknown => Tone::Caution,
        Some(Is::Unknown) => Tone::Plain,
        _ => Tone::Good,
    };
    let parts = parts.iter().map(|finding| finding.short.clone()).collect();
    let text = Message::Capitalized(joined(" · ", parts)).into();
    Line { tone, text }
}
