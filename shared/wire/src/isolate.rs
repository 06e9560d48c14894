//! Names in a text whose direction may be another than theirs.
//!
//! Fluent would put marks around every name. They are invisible, and still in the way of who
//! searches, copies or compares a text; so they stand only where the direction may differ: around
//! every name in a language from right to left, and around a name with letters from right to left
//! or with marks of its own in any other (Unicode Standard Annex 9, section 2.4).

use std::borrow::Cow;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// A name as it goes into a text.
pub fn name(name: &str, right_to_left: bool) -> Cow<'_, str> {
    let marked = name.chars().any(is_mark);
    if !right_to_left && !marked && !name.chars().any(runs_left) {
        return Cow::Borrowed(name);
    }
    let name = if marked {
        Cow::Owned(balanced(name))
    } else {
        Cow::Borrowed(name)
    };
    Cow::Owned(format!("{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"))
}

/// What changes the direction of what follows it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Letters from right to left: Hebrew, Arabic and their neighbours, and their presentation forms.
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Without overrides and embeddings, and with as many isolates closed as opened: a name must not
/// turn the text around it.
pub fn balanced(name: &str) -> String {
    let mut open = 0_usize;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '\u{202a}'..='\u{202e}' => continue,
            POP_ISOLATE if open == 0 => continue,
            POP_ISOLATE => open -= 1,
            c if is_mark(c) => open += 1,
            _ => {}
        }
        out.push(c);
    }
    out.extend(std::iter::repeat_n(POP_ISOLATE, open));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_name_is_not_touched_in_a_text_of_its_direction() {
        assert_eq!(name("Birchwood", false), "Birchwood");
        assert_eq!(name("Birchwood", true), "\u{2068}Birchwood\u{2069}");
        assert_eq!(name("שלום", false), "\u{2068}שלום\u{2069}");
    }

    #[test]
    fn a_name_cannot_turn_the_text_around_it() {
        for hostile in [
            "\u{202e}moc.elpmaxe",
            "x\u{2069}y\u{2069}",
            "\u{2067}\u{2066}x",
        ] {
            let safe = name(hostile, false);
            let opened = safe
                .chars()
                .filter(|c| matches!(c, '\u{2066}'..='\u{2068}'))
                .count();
            let closed = safe.chars().filter(|c| *c == POP_ISOLATE).count();
            assert_eq!(opened, closed, "{safe:?}");
            assert!(safe.starts_with(FIRST_STRONG_ISOLATE) && safe.ends_with(POP_ISOLATE));
            assert!(!safe.chars().any(|c| ('\u{202a}'..='\u{202e}').contains(&c)));
        }
    }

    #[test]
    fn a_name_that_closes_what_it_opens_stays_as_it_is() {
        assert_eq!(balanced("\u{2067}x\u{2069}y"), "\u{2067}x\u{2069}y");
    }
}
