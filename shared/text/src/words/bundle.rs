//! The texts of a language, ready to be said.

use consentry_catalog::data;
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

thread_local! {
    /// The English texts that a data pack has changed, and how they are said.
    static OVERLAID: RefCell<Option<(&'static Words, Rc<Bundle>)>> = const { RefCell::new(None) };
}

/// The English texts in force.
pub(super) fn english() -> Option<&'static Words> {
    data::get().words.get(ENGLISH)
}

/// Says an English text. What is shipped is made ready once in a program; what a pack makes of it, once on a thread.
pub(super) fn say_in_english(id: &str, args: &FluentArgs<'_>) -> Option<String> {
    static BUILT_IN: OnceLock<Bundle> = OnceLock::new();
    let words = english()?;
    let is_built_in = data::built_in()
        .words
        .get(ENGLISH)
        .is_some_and(|built_in| std::ptr::eq(built_in, words));
    if is_built_in {
        return BUILT_IN.get_or_init(|| of(words)).say(id, args);
    }
    let bundle = OVERLAID.with_borrow_mut(|known| match known {
        Some((known, bundle)) if std::ptr::eq(*known, words) => Rc::clone(bundle),
        _ => {
            let bundle = Rc::new(of(words));
            *known = Some((words, Rc::clone(&bundle)));
            bundle
        }
    });
    bundle.say(id, args)
}

fn of(words: &Words) -> Bundle {
    let resource = match FluentResource::try_new(words.file()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    Bundle::new(ENGLISH, resource)
}
