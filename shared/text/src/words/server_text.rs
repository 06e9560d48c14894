//! What a backend says, in the current language.

use super::{CURRENT, current_language, in_english, sentence};
use consentry_catalog::languages::ENGLISH;
use consentry_wire::isolate;

/// Where names stand in a sentence of `server/errors.toml`: the app's, and those of two tenants.
const NAMES: [&str; 3] = ["{app}", "{expected}", "{actual}"];
/// What a backend calls an app that it does not know: no name, and no word of another language.
const NAMELESS: &str = "the app";

/// A backend's sentence in the current language, where somebody translated it; in English and
/// marked so elsewhere. It arrives with names in it, so it is known by the rest of its words.
pub fn translate_server_text(english: &str) -> String {
    let said = sentence(english);
    if said.lang != ENGLISH {
        return said.text.to_owned();
    }
    let translated = CURRENT.get().and_then(|loaded| {
        loaded.sentences.iter().find_map(|(template, own)| {
            let right_to_left = current_language().1.direction == "rtl";
            let names = names_in(template, english)?;
            let isolated = names
                .into_iter()
                .map(|(place, name)| (place, isolate::name(name, right_to_left)));
            Some(filled(own, isolated))
        })
    });
    translated.unwrap_or_else(|| in_english(english))
}

/// A sentence of the table of problems about an app, in the current language where somebody
/// translated it; in English and marked so elsewhere.
pub(super) fn translate_about(template: &str, app: &str) -> String {
    let said = sentence(template);
    let right_to_left = said.lang != ENGLISH && current_language().1.direction == "rtl";
    let text = filled(said.text, [("{app}", isolate::name(app, right_to_left))]);
    if said.lang == ENGLISH {
        in_english(&text)
    } else {
        text
    }
}

/// A sentence with names where its places are. A name is never taken for a place.
fn filled<N: AsRef<str>>(
    template: &str,
    names: impl IntoIterator<Item = (&'static str, N)>,
) -> String {
    let names: Vec<_> = names.into_iter().collect();
    let (mut text, mut rest) = (String::new(), template);
    while let Some((at, place, name)) = next(rest, &names) {
        text.push_str(&rest[..at]);
        text.push_str(name);
        rest = &rest[at + place.len()..];
    }
    text + rest
}

/// The first place in a text, and the name that goes there.
fn next<'n, N: AsRef<str>>(
    text: &str,
    names: &'n [(&'static str, N)],
) -> Option<(usize, &'static str, &'n str)> {
    let places = names
        .iter()
        .filter_map(|(place, name)| Some((text.find(place)?, *place, name.as_ref())));
    places.min_by_key(|(at, ..)| *at)
}

/// The names that make a sentence of a template.
fn names_in<'a>(template: &str, sentence: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
    let mut places: Vec<_> = NAMES
        .into_iter()
        .filter_map(|place| Some((template.find(place)?, place)))
        .collect();
    places.sort_unstable();
    let names = match places.as_slice() {
        [] => return None,
        [(_, place)] => vec![(*place, only_name(template, place, sentence)?)],
        several => each_name(template, several, sentence)?,
    };
    let are_names = names
        .iter()
        .all(|(_, name)| !name.is_empty() && *name != NAMELESS);
    (are_names && filled(template, names.iter().copied()) == sentence).then_some(names)
}

/// The one name of a template, however often it stands there: its length follows from the rest.
fn only_name<'a>(template: &str, place: &str, sentence: &'a str) -> Option<&'a str> {
    let (before, _) = template.split_once(place)?;
    let times = template.matches(place).count();
    let words = template.len() - times * place.len();
    let length = sentence.len().checked_sub(words)? / times;
    sentence.get(before.len()..before.len() + length)
}

/// Several names, each up to the words that follow it.
fn each_name<'a>(
    template: &str,
    places: &[(usize, &'static str)],
    sentence: &'a str,
) -> Option<Vec<(&'static str, &'a str)>> {
    let (mut names, mut rest) = (Vec::new(), sentence.get(places.first()?.0..)?);
    for (index, (at, place)) in places.iter().enumerate() {
        let end = places.get(index + 1).map_or(template.len(), |(at, _)| *at);
        let after = template.get(at + place.len()..end)?;
        let length = match (after, index + 1 == places.len()) {
            (_, true) => rest.len().checked_sub(after.len())?,
            (after, false) => rest.find(after)?,
        };
        names.push((*place, rest.get(..length)?));
        rest = rest.get(length + after.len()..)?;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::{filled, names_in};

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
            let expected = name.map(|name| vec![("{app}", name)]);
            assert_eq!(
                names_in(template, sentence),
                expected,
                "{template} / {sentence}"
            );
        }
    }

    #[test]
    fn two_names_are_told_apart_and_may_look_like_anything() {
        let template = "This is for {expected}, and that came from {actual}.";
        for (expected, actual) in [
            ("Contoso", "Fabrikam"),
            ("{actual}", "{expected}"),
            ("Smith, Sons", "a.b."),
            ("日報", "שלום"),
        ] {
            let names = [("{expected}", expected), ("{actual}", actual)];
            let sentence = filled(template, names);
            assert_eq!(
                sentence,
                format!("This is for {expected}, and that came from {actual}.")
            );
            assert_eq!(names_in(template, &sentence), Some(names.to_vec()));
        }
        assert_eq!(names_in(template, "This is for Contoso."), None);
        assert_eq!(
            names_in(template, "This is for , and that came from ."),
            None
        );
    }
}
