//! The tables in force in this worker: whatever judges or speaks is given them.

use consentry_catalog::Catalog;
use consentry_catalog::pack::{ActiveCatalog, ActiveData, Refusal};
use consentry_logic::model::Settings;
use consentry_text::words::{self, English};
use std::cell::RefCell;

#[derive(Default)]
struct Tables {
    active: ActiveCatalog,
    /// The English texts, where a pack has brought them.
    english: Option<English>,
}

thread_local! {
    static TABLES: RefCell<Tables> = RefCell::default();
}

/// Does something by the tables.
pub(crate) fn with<T>(act: impl FnOnce(&Catalog) -> T) -> T {
    TABLES.with_borrow(|tables| act(tables.active.catalog()))
}

/// Puts a data pack in force.
pub(crate) fn install(payload: &str) -> Result<(), Refusal> {
    TABLES.with_borrow_mut(|tables| {
        tables.active.install(payload)?;
        tables.english = English::of(tables.active.catalog());
        Ok(())
    })
}

/// Takes the pack away where it would not be admitted any more.
pub(crate) fn expire(lowest: Option<u64>, now: u64) {
    TABLES.with_borrow_mut(|tables| tables.active.expire(lowest, now));
    forget_english();
}

/// Takes the pack away.
pub(crate) fn remove() {
    TABLES.with_borrow_mut(|tables| tables.active.remove());
    forget_english();
}

/// Without a pack the shipped texts are said.
fn forget_english() {
    TABLES.with_borrow_mut(|tables| {
        if tables.active.active().pack.is_none() {
            tables.english = None;
        }
    });
}

/// Puts the profiles of settings in force.
pub(crate) fn use_profiles(settings: &Settings) {
    TABLES.with_borrow_mut(|tables| {
        let active = &mut tables.active;
        active.use_profiles(&settings.profiles, &settings.clients);
    });
}

/// Which tables are in force.
pub(crate) fn state() -> ActiveData {
    TABLES.with_borrow(|tables| tables.active.active())
}

/// Says something in a language, and in these tables' English where it is said in that.
pub(crate) fn spoken(language: &str, say: &dyn Fn() -> String) -> String {
    let english = TABLES.with_borrow(|tables| tables.english.clone());
    words::with_english(english.as_ref(), || words::with_language(language, say))
}
