//! What a text looks like: two that a person takes for the same have the same skeleton
//! (Unicode Technical Standard 39, section 4).
//!
//! Only the letters and digits of ASCII are told apart, because the names it is for are written in them.
//! So a table of 9 kB does, where the whole of the Unicode Consortium's takes 150.

use crate::untrusted::is_invisible;

const LOOK_ALIKES: &str = include_str!("../look-alikes.txt");

/// The skeleton of a text: letters and digits alone, in lower case.
pub fn of(text: &str) -> String {
    let letters: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .flat_map(|c| {
            let like = looks_like(c);
            let lower = like.is_none().then(|| c.to_lowercase());
            like.into_iter().chain(
                lower
                    .into_iter()
                    .flatten()
                    .map(|c| looks_like(c).unwrap_or(c)),
            )
        })
        .filter(|c| c.is_alphanumeric())
        .collect();
    letters.replace("rn", "m").replace("vv", "w")
}

/// The letter or digit a character looks like.
fn looks_like(c: char) -> Option<char> {
    if c.is_ascii() {
        return match c.to_ascii_lowercase() {
            'i' | '1' | '|' => Some('l'),
            '0' => Some('o'),
            c => c.is_ascii_alphanumeric().then_some(c),
        };
    }
    LOOK_ALIKES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .find(|(_, like)| like.contains(c))
        .and_then(|(letter, _)| letter.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_security::confusable_detection::skeleton;

    #[test]
    fn a_name_in_letters_that_look_the_same_has_the_same_skeleton() {
        let wanted = of("Office 365 Mover");
        for name in [
            "\u{41e}ffice 365 Mover",
            "Offi\u{441}e 365 M\u{43e}ver",
            "0ff1ce 365 MOVER",
            "Office\u{200b} 365\u{a0}Mover",
            "\u{39f}ffice-365-Mo\u{3bd}er",
            "\u{1d40e}ffice 365 Mover",
            "Offic\u{e9} 365 Mover",
            "\u{ff2f}\u{ff46}\u{ff46}\u{ff49}\u{ff43}\u{ff45} 365 Mover",
        ] {
            assert_eq!(of(name), wanted, "{name}");
        }
        assert_ne!(of("Office 366 Mover"), wanted);
        assert_eq!(of("rnover"), of("mover"));
        assert_eq!(of("移动"), "移动");
    }

    #[test]
    fn every_character_that_the_table_of_confusables_calls_a_letter_of_ascii_is_taken_for_it() {
        let wrong: Vec<char> = ('\u{80}'..=char::MAX)
            .filter(|c| !is_invisible(*c))
            .filter(|c| {
                let theirs: String = skeleton(&c.to_string()).collect();
                let mut theirs = theirs.chars();
                match (theirs.next(), theirs.next()) {
                    (Some(one), None) if one.is_ascii_alphanumeric() => {
                        looks_like(*c) != looks_like(one)
                    }
                    _ => false,
                }
            })
            .collect();
        assert_eq!(wrong, Vec::<char>::new());
    }
}
