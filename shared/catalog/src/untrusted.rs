//! Text that somebody else wrote, made safe to show: what cannot be seen is left out, and it has an end.
//!
//! Direction is the concern of who renders a text, which isolates every name it puts into a sentence.

/// The most characters of a permission's name that are shown.
pub const NAME: usize = 80;

/// At most `limit` characters of a text, on one line and without anything that cannot be seen.
pub fn text(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    let mut space = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() || c.is_control() {
            space = length > 0;
            continue;
        }
        if length + usize::from(space) >= limit {
            out.push('…');
            break;
        }
        if space {
            out.push(' ');
            length += 1;
            space = false;
        }
        out.push(c);
        length += 1;
    }
    out
}

/// Whether a character shows nothing: what Unicode calls format characters or ignorable by default
/// (<https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt>), and private ones.
pub fn is_invisible(c: char) -> bool {
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
    fn what_cannot_be_seen_is_left_out_and_a_long_text_ends() {
        assert_eq!(text("Mail.Read", NAME), "Mail.Read");
        assert_eq!(text(" a\u{202e}b\u{200b}\r\n\tc ", NAME), "ab c");
        assert_eq!(text("tag\u{e0041}ged\u{2066}", NAME), "tagged");
        assert_eq!(text("abcdef", 3), "abc…");
    }

    proptest! {
        #[test]
        fn no_text_is_longer_than_its_limit_or_turns_what_is_around_it(from in "\\PC{0,200}|[\u{200b}-\u{202f}a-z]{0,60}", limit in 1_usize..40) {
            let shown = text(&from, limit);
            prop_assert!(shown.chars().count() <= limit + 1, "{:?}", shown);
            prop_assert!(!shown.chars().any(|c| is_invisible(c) || c.is_control()));
        }
    }
}
