//! The texts of a language, ready to be said.

use consentry_catalog::Catalog;
use consentry_catalog::fluent::{ENGLISH, Words};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::OnceLock;

/// Fluent's own type for the texts of one language, ready to be said.
pub(crate) struct Bundle(FluentBundle<FluentResource>);

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bundle")
    }
}

impl Bundle {
    pub(crate) fn new(tag: &str, resource: FluentResource) -> Self {
        let languages = tag.parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(languages);
        // Names are isolated by `isolate`, where their direction may differ from the text's.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    pub(crate) fn say(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(args), &mut errors);
        Some(text.into_owned())
    }
}

/// English texts that a data pack has brought, ready to be said. Who takes a pack up keeps them.
#[derive(Clone, Debug)]
pub struct English(Rc<(Words, Bundle)>);

impl English {
    /// The English texts of these tables.
    pub fn of(catalog: &Catalog) -> Option<Self> {
        let words = catalog.words.get(ENGLISH)?;
        Some(Self(Rc::new((words.clone(), of(words)))))
    }
}

impl PartialEq for English {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

thread_local! {
    /// The changed texts that are said in the call that [`with_english`] scopes.
    static CURRENT: RefCell<Option<English>> = const { RefCell::new(None) };
}

/// Does something with other English texts than the shipped ones, where there are any.
pub fn with_english<T>(english: Option<&English>, act: impl FnOnce() -> T) -> T {
    let before = CURRENT.replace(english.cloned());
    let done = act();
    CURRENT.replace(before);
    done
}

/// The changed texts that are said now.
pub(super) fn current_english() -> Option<English> {
    CURRENT.with_borrow(Clone::clone)
}

/// Reads the English texts that are said now.
pub(super) fn english<T>(read: impl FnOnce(&Words) -> T) -> Option<T> {
    match current_english() {
        Some(English(changed)) => Some(read(&changed.0)),
        None => shipped().map(read),
    }
}

fn shipped() -> Option<&'static Words> {
    Catalog::built_in().words.get(ENGLISH)
}

/// Says an English text. What is shipped is made ready once in a program.
pub(super) fn say_in_english(id: &str, args: &FluentArgs<'_>) -> Option<String> {
    static SHIPPED: OnceLock<Bundle> = OnceLock::new();
    if let Some(English(changed)) = current_english() {
        changed.1.say(id, args)
    } else {
        let shipped = shipped()?;
        SHIPPED.get_or_init(|| of(shipped)).say(id, args)
    }
}

fn of(words: &Words) -> Bundle {
    let resource = match FluentResource::try_new(words.file()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    Bundle::new(ENGLISH, resource)
}
