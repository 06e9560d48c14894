//! What a person calls a connection.

use crate::problems::error::Error;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A name is shown on pages and in the panel: one line, at most 100 characters, and nothing that is not seen or turns
/// the direction of what stands beside it (general categories Cc, Cf, Zl and Zp of Unicode). The two joiners are part
/// of words in Persian and in India, and of emoji.
pub(super) fn display_name(name: Option<String>) -> Result<Option<String>, Error> {
    let Some(name) = name else { return Ok(None) };
    let name = name.trim();
    if name.chars().count() > 100 || name.chars().any(is_unseen) {
        return Err(Error::bad("bad-request"));
    }
    Ok((!name.is_empty()).then(|| name.to_owned()))
}

fn is_unseen(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    !matches!(c, '\u{200c}' | '\u{200d}')
        && matches!(
            c.general_category(),
            Control | Format | LineSeparator | ParagraphSeparator
        )
}
