//! What is said in English, as a test reads it.

use consentry_text::words;
use consentry_wire::text::Text;

/// Something that can be read in English.
pub(crate) trait English {
    /// In English.
    fn english(&self) -> String;
}

impl English for Text {
    fn english(&self) -> String {
        words::rendered(self)
    }
}
