//! The words Consentry shows. Texts live in `words/`, one Fluent file a language
//! (projectfluent.org); the catalog holds that every language has every text with the same names.
//!
//! English is shipped with the code. A shell brings the file of another language in with
//! [`bring`] before the core is to speak it; which language that is, [`speaking`] scopes to the
//! call that says something.

mod bundle;
mod english;
mod told;
mod render;

use bundle::{Bundle, say_in_english};
use consentry_catalog::languages::languages;
use consentry_catalog::languages::{ENGLISH, Language};
use consentry_wire::isolate;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

pub use english::in_english;
pub use render::{render, rendered};
pub use told::told;
use told::told_about;

/// Names that stand for numbers, so that a text can have a plural form for each.
const COUNTS: [&str; 7] = ["adds", "at", "count", "keeps", "of", "sites", "users"];

/// A language that is ready to be spoken.
struct Tongue {
    tag: &'static str,
    bundle: Bundle,
    sentences: BTreeMap<String, String>,
}

/// A sentence, and the BCP 47 tag of the language it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The sentence.
    pub text: &'a str,
    /// Its language.
    pub lang: &'a str,
}

thread_local! {
    static SPOKEN: Cell<Option<&'static Tongue>> = const { Cell::new(None) };
    static BROUGHT: RefCell<Vec<&'static Tongue>> = const { RefCell::new(Vec::new()) };
}

/// The tag and the description of the language that is spoken now.
///
/// # Panics
///
/// Never: only one of the languages is brought in.
pub fn spoken() -> (&'static str, &'static Language) {
    let tag = SPOKEN.get().map_or(ENGLISH, |tongue| tongue.tag);
    let (tag, language) = languages()
        .get_key_value(tag)
        .expect("a tongue's tag is one of the languages'");
    (tag, language)
}

/// Takes up the file of a language, for this thread; what is not Fluent's syntax in it is passed
/// over. Beside it the sentences of the data files, by the English ones. A language that is not one
/// of [`languages`] is not taken up.
pub fn bring(tag: &str, file: &str, sentences: BTreeMap<String, String>) -> bool {
    let Some((tag, _)) = languages().get_key_value(tag) else {
        return false;
    };
    if is_brought(tag) {
        return true;
    }
    let resource = match FluentResource::try_new(file.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let tongue = Tongue {
        tag,
        bundle: Bundle::new(tag, resource),
        sentences,
    };
    // Kept for as long as the program runs: there are a handful of languages.
    BROUGHT.with_borrow_mut(|brought| brought.push(Box::leak(Box::new(tongue))));
    true
}

/// Whether a language was taken up on this thread.
pub fn is_brought(tag: &str) -> bool {
    find(tag).is_some()
}

fn find(tag: &str) -> Option<&'static Tongue> {
    BROUGHT.with_borrow(|brought| brought.iter().copied().find(|tongue| tongue.tag == tag))
}

/// Does something in a language: whatever [`say`] says meanwhile is in it. English, where it was
/// not brought.
pub fn speaking<T>(tag: &str, act: impl FnOnce() -> T) -> T {
    let before = SPOKEN.replace(find(tag));
    let done = act();
    SPOKEN.set(before);
    done
}

/// Whether there is such a text.
pub fn has(key: &str) -> bool {
    bundle::english().is_some_and(|words| words.has(key))
}

/// A text in the language that is spoken, with its names filled in; in English, where that
/// language lacks it. A key that does not exist is shown as the key, so that it is seen. The dots
/// of a key are hyphens in the files, for Fluent's names have none.
pub fn say(key: &str, names: &[(&str, &str)]) -> String {
    let id = key.replace('.', "-");
    let spoken = SPOKEN.get();
    let right_to_left = spoken.is_some() && self::spoken().1.direction == "rtl";
    let mut args = FluentArgs::with_capacity(names.len());
    for (name, value) in names {
        let count = COUNTS.contains(name).then(|| value.parse::<u32>());
        match count {
            Some(Ok(count)) => args.set(*name, FluentValue::from(count)),
            _ => args.set(*name, isolate::name(value, right_to_left)),
        }
    }
    spoken
        .and_then(|tongue| tongue.bundle.say(&id, &args))
        .or_else(|| say_in_english(&id, &args))
        .unwrap_or_else(|| key.to_owned())
}

/// A sentence of a data file in the language that is spoken. It is known by its English words and
/// not by where it stands, so that a sentence which a pack has changed is said as the pack has it,
/// in English, and never as what it meant before.
pub fn sentence(english: &str) -> Said<'_> {
    let translated = SPOKEN
        .get()
        .and_then(|tongue| Some((tongue.tag, tongue.sentences.get(english)?)));
    match translated {
        Some((lang, text)) => Said { text, lang },
        None => Said {
            text: english,
            lang: ENGLISH,
        },
    }
}

/// Things one after the other, as the language that is spoken puts them.
pub fn list<T: AsRef<str>>(things: &[T]) -> String {
    joined("list.and", things)
}

/// Things of which one will do, as the language that is spoken puts them.
pub fn choice<T: AsRef<str>>(things: &[T]) -> String {
    joined("list.or", things)
}

fn joined<T: AsRef<str>>(key: &str, things: &[T]) -> String {
    let mut things = things.iter().map(|thing| thing.as_ref().to_owned());
    let first = things.next().unwrap_or_default();
    things.fold(first, |before, next| {
        say(key, &[("one", &before), ("other", &next)])
    })
}

/// Every text whose key begins so, by the rest of its key, in the language that is spoken: for
/// those that a face says by itself.
pub fn all_of(beginning: &str) -> BTreeMap<String, String> {
    let beginning = beginning.replace('.', "-");
    let keys = bundle::english()
        .into_iter()
        .flat_map(|words| words.text.keys());
    keys.filter_map(|key| Some((key.strip_prefix(&beginning)?.to_owned(), say(key, &[]))))
        .collect()
}

#[cfg(test)]
mod tests;
