//! The face's own words: headings, and what stands on what only a face has. They come with the
//! view, in the language of everything else in it.

use crate::view::View;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static WORDS: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Takes up the words of a view, and tells the page which language it is in and which way it runs.
pub(crate) fn take_up(view: &View) {
    if view.words.is_empty() {
        return;
    }
    WORDS.with_borrow_mut(|words| words.clone_from(&view.words));
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        drop(root.set_attribute("lang", &view.language));
        drop(root.set_attribute("dir", &view.direction));
    }
}

/// One of them; its name, where it has no words.
pub(crate) fn word(name: &str) -> String {
    WORDS.with_borrow(|words| words.get(name).cloned().unwrap_or_else(|| name.to_owned()))
}

/// A word before what it is about. The space after the colon is part of the word where a language
/// writes one.
pub(crate) fn about(name: &str, what: &str) -> String {
    format!("{} {what}", word(name))
}
