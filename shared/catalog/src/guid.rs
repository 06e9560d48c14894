//! Application IDs, in every form people and programs write them.

/// Whether text is a GUID.
pub fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(i, b)| match i {
            8 | 13 | 18 | 23 => b == b'-',
            _ => b.is_ascii_hexdigit(),
        })
}

/// The application ID a text is, in the one form IDs are compared in: lower case, with hyphens.
///
/// An address, a policy and a person write the same ID in many ways: in braces or parentheses, without
/// hyphens, in upper case, with white space around it, percent-encoded (`System.Guid` parses the formats
/// N, D, B and P: <https://learn.microsoft.com/dotnet/api/system.guid.parse>). `None` for everything
/// that is no ID.
pub fn app_id(text: &str) -> Option<String> {
    // Longer than any form of an ID with each of its characters percent-encoded.
    if text.len() > 160 {
        return None;
    }
    let text = percent_encoding::percent_decode_str(text).decode_utf8_lossy();
    let text = text.trim_matches(is_around);
    let inner = [('{', '}'), ('(', ')')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
        .unwrap_or(text)
        .trim_matches(is_around)
        .to_ascii_lowercase();
    if is_guid(&inner) {
        return Some(inner);
    }
    if inner.len() != 32 || !inner.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &inner[part]);
    Some(parts.join("-"))
}

/// What may stand around an ID and belongs to nothing.
fn is_around(c: char) -> bool {
    c.is_whitespace() || crate::untrusted::is_invisible(c) || matches!(c, '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ID: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

    #[test]
    fn an_id_is_the_same_in_every_form() {
        for form in [
            ID,
            "D62121F3-E023-4972-B6B0-794190C0FD98",
            "{d62121f3-e023-4972-b6b0-794190c0fd98}",
            "(d62121f3-e023-4972-b6b0-794190c0fd98)",
            "d62121f3e0234972b6b0794190c0fd98",
            "{D62121F3E0234972B6B0794190C0FD98}",
            " d62121f3-e023-4972-b6b0-794190c0fd98\t",
            "\u{a0}{ d62121f3-e023-4972-b6b0-794190c0fd98 }\r\n",
            "%7Bd62121f3-e023-4972-b6b0-794190c0fd98%7D",
            "d62121f3%2de023%2D4972-b6b0-794190c0fd98",
            "\u{200b}d62121f3-e023-4972-b6b0-794190c0fd98\u{feff}",
            "\"d62121f3-e023-4972-b6b0-794190c0fd98\"",
        ] {
            assert_eq!(app_id(form).as_deref(), Some(ID), "{form:?}");
        }
    }

    #[test]
    fn what_is_no_id_is_none() {
        for text in [
            "",
            "d62121f3",
            "d62121f3-e023-4972-b6b0-794190c0fd9",
            "d62121f3-e023-4972-b6b0-794190c0fd98-0",
            "g62121f3-e023-4972-b6b0-794190c0fd98",
            "verified by your organization",
            "{d62121f3-e023-4972-b6b0-794190c0fd98",
            "d62121f3 e023 4972 b6b0 794190c0fd98",
        ] {
            assert_eq!(app_id(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_as_an_id_is_one_and_reads_the_same_again(text in "\\PC{0,80}") {
            if let Some(id) = app_id(&text) {
                prop_assert!(is_guid(&id));
                prop_assert_eq!(app_id(&id), Some(id));
            }
        }
    }
}
