//! What a backend says, in the language that is spoken.

use super::{ENGLISH, SPOKEN, in_english, isolate, sentence, spoken};

/// Where the app's name stands in a sentence of `server/errors.toml`.
const APP: &str = "{app}";
/// What a backend calls an app that it does not know: no name, and no word of another language.
const NAMELESS: &str = "the app";

/// A backend's sentence in the language that is spoken, where somebody translated it; in English and
/// marked so elsewhere. It arrives with the app's name in it, so it is known by the rest of its words.
pub fn told(english: &str) -> String {
    let said = sentence(english);
    if said.lang != ENGLISH {
        return said.text.to_owned();
    }
    let translated = SPOKEN.get().and_then(|tongue| {
        tongue.sentences.iter().find_map(|(template, own)| {
            let right_to_left = spoken().1.direction == "rtl";
            let app = isolate::name(name_in(template, english)?, right_to_left);
            Some(own.replace(APP, &app))
        })
    });
    translated.unwrap_or_else(|| in_english(english))
}

/// The name that makes a sentence of a template.
fn name_in<'a>(template: &str, sentence: &'a str) -> Option<&'a str> {
    let (before, _) = template.split_once(APP)?;
    let times = template.matches(APP).count();
    let words = template.len() - times * APP.len();
    let length = sentence.len().checked_sub(words)? / times;
    let name = sentence.get(before.len()..before.len() + length)?;
    let is_name = !name.is_empty() && name != NAMELESS;
    (is_name && template.replace(APP, name) == sentence).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::name_in;

    #[test]
    fn a_name_is_found_wherever_it_stands_and_no_other_sentence_is_taken_for_one() {
        for (template, sentence, name) in [
            (
                "It gave {app} nothing.",
                "It gave Mover nothing.",
                Some("Mover"),
            ),
            ("{app} and {app}.", "日報 and 日報.", Some("日報")),
            ("{app} and {app}.", "One and Two.", None),
            ("It gave {app} nothing.", "It gave  nothing.", None),
            ("It gave {app} nothing.", "It gave nothing.", None),
            ("It gave {app} nothing.", "It gave the app nothing.", None),
            ("Nothing.", "Nothing.", None),
        ] {
            assert_eq!(name_in(template, sentence), name, "{template} / {sentence}");
        }
    }
}
