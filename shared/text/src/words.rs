//! The words Consentry shows. Texts live in `words/`, one Fluent file a language
//! (projectfluent.org); the catalog holds that every language has every text with the same names.
//!
//! English is shipped with the code. A shell brings the file of another language in with
//! [`load_language`] before the core is to speak it; which language that is, [`with_language`] scopes to the
//! call that says something.

mod bundle;
mod english;
mod server_text;
mod render;

use bundle::{Bundle, say_in_english};
use consentry_catalog::languages::languages;
use consentry_catalog::languages::{ENGLISH, Language};
use consentry_wire::isolate;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

pub use bundle::{English, with_english};
pub use english::in_english;
pub use render::{render, rendered};
use server_text::translate_about;
pub use server_text::translate_server_text;

/// Names that stand for numbers, so that a text can have a plural form for each.
const COUNTS: [&str; 7] = ["adds", "at", "count", "keeps", "of", "sites", "users"];

/// A language whose texts are loaded.
struct LoadedLanguage {
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
    static CURRENT: Cell<Option<&'static LoadedLanguage>> = const { Cell::new(None) };
    static LOADED: RefCell<Vec<&'static LoadedLanguage>> = const { RefCell::new(Vec::new()) };
}

/// The tag and the description of the current language.
///
/// # Panics
///
/// Never: only one of the languages is loaded.
pub fn current_language() -> (&'static str, &'static Language) {
    let tag = CURRENT.get().map_or(ENGLISH, |loaded| loaded.tag);
    let (tag, language) = languages()
        .get_key_value(tag)
        .expect("a loaded language's tag is one of the languages'");
    (tag, language)
}

/// Takes up the file of a language, for this thread; what is not Fluent's syntax in it is passed
/// over. Beside it the sentences of the data files, by the English ones. A language that is not one
/// of [`languages`] is not taken up.
pub fn load_language(tag: &str, file: &str, sentences: BTreeMap<String, String>) -> bool {
    let Some((tag, _)) = languages().get_key_value(tag) else {
        return false;
    };
    if is_loaded(tag) {
        return true;
    }
    let resource = match FluentResource::try_new(file.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let loaded = LoadedLanguage {
        tag,
        bundle: Bundle::new(tag, resource),
        sentences,
    };
    // RedactedPage for as long as the program runs: there are a handful of languages.
    LOADED.with_borrow_mut(|all| all.push(Box::leak(Box::new(loaded))));
    true
}

/// Whether a language was taken up on this thread.
pub fn is_loaded(tag: &str) -> bool {
    find(tag).is_some()
}

fn find(tag: &str) -> Option<&'static LoadedLanguage> {
    LOADED.with_borrow(|all| all.iter().copied().find(|loaded| loaded.tag == tag))
}

/// Does something in a language: whatever [`say`] says meanwhile is in it. English, where it was
/// not loaded.
pub fn with_language<T>(tag: &str, act: impl FnOnce() -> T) -> T {
    let before = CURRENT.replace(find(tag));
    let done = act();
    CURRENT.set(before);
    done
}

/// Whether there is such a text.
pub fn has(key: &str) -> bool {
    bundle::english(|words| words.has(key)).unwrap_or_default()
}

/// A text in the current language, with its names filled in; in English, where that
/// language lacks it. A key that does not exist is shown as the key, so that it is seen. The dots
/// of a key are hyphens in the files, for Fluent's names have none.
pub fn say(key: &str, names: &[(&str, &str)]) -> String {
    let id = key.replace('.', "-");
    let current = CURRENT.get();
    let right_to_left = current.is_some() && current_language().1.direction == "rtl";
    let mut args = FluentArgs::with_capacity(names.len());
    for (name, value) in names {
        let count = COUNTS.contains(name).then(|| value.parse::<u32>());
        match count {
            Some(Ok(count)) => args.set(*name, FluentValue::from(count)),
            _ => args.set(*name, isolate::name(value, right_to_left)),
        }
    }
    current
        .and_then(|loaded| loaded.bundle.say(&id, &args))
        .or_else(|| say_in_english(&id, &args))
        .unwrap_or_else(|| key.to_owned())
}

/// A sentence of a data file in the current language. It is known by its English words and
/// not by where it stands, so that a sentence which a pack has changed is said as the pack has it,
/// in English, and never as what it meant before.
pub fn sentence(english: &str) -> Said<'_> {
    let translated = CURRENT
        .get()
        .and_then(|loaded| Some((loaded.tag, loaded.sentences.get(english)?)));
    match translated {
        Some((lang, text)) => Said { text, lang },
        None => Said {
            text: english,
            lang: ENGLISH,
        },
    }
}

/// Things one after the other, as the current language puts them.
pub fn list<T: AsRef<str>>(things: &[T]) -> String {
    joined("list.and", things)
}

/// Things of which one will do, as the current language puts them.
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

/// Every text whose key begins so, by the rest of its key, in the current language: for
/// those that a face says by itself.
pub fn all_of(beginning: &str) -> BTreeMap<String, String> {
    let beginning = beginning.replace('.', "-");
    let keys: Vec<String> =
        bundle::english(|words| words.text.keys().cloned().collect()).unwrap_or_default();
    keys.iter()
        .filter_map(|key| Some((key.strip_prefix(&beginning)?.to_owned(), say(key, &[]))))
        .collect()
}

#[cfg(test)]
mod tests;
