//! What a name looks like, so that names that cannot be told apart are found.

use consentry_shared::label;
use std::hash::{DefaultHasher, Hash, Hasher};
use unicode_security::confusable_detection::skeleton;

/// More of a name than this nobody reads.
const LONGEST: usize = 256;

/// What a name looks like (Unicode Technical Standard 39, section 4), without case.
pub fn text(name: &str) -> String {
    let short: String = name.chars().take(LONGEST).collect();
    let visible = label::normalise(&short);
    skeleton(&visible).collect::<String>().to_lowercase()
}

/// Hash of what a name looks like: equal for names that cannot be told apart.
pub fn of(name: &str) -> u64 {
    hash(&text(name))
}

/// Hash of a name as it is compared.
pub fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    label::normalise(name).hash(&mut hasher);
    hasher.finish()
}

/// Whether a name has characters that nobody sees.
pub fn has_invisible(name: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    // Lowercase can lengthen a text; then nothing was hidden.
    plain(&label::normalise(name)) < plain(name)
}
