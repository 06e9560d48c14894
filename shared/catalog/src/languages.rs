//! The languages there are words in.

use crate::data::Catalog;
pub use crate::fluent::{ENGLISH, Language};
use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

/// All languages there are words in, by their BCP 47 tags.
pub fn languages() -> &'static BTreeMap<String, Language> {
    &Catalog::built_in().languages
}

/// The language among those there are words in that fits best what is wanted, the most wanted
/// first: BCP 47 tags, as a browser or `Accept-Language` tells them. What is no tag is passed over.
pub fn negotiate(wanted: &[&str]) -> &'static str {
    let parse = |tag: &str| tag.parse::<LanguageIdentifier>().ok();
    let wanted: Vec<LanguageIdentifier> = wanted.iter().filter_map(|tag| parse(tag)).collect();
    let available: Vec<(&'static str, LanguageIdentifier)> = languages()
        .keys()
        .filter_map(|tag| Some((tag.as_str(), parse(tag)?)))
        .collect();
    let tags: Vec<&LanguageIdentifier> = available.iter().map(|(_, tag)| tag).collect();
    let best = negotiate_languages(&wanted, &tags, None, NegotiationStrategy::Lookup);
    best.first()
        .and_then(|best| available.iter().find(|(_, tag)| tag == **best))
        .map_or(ENGLISH, |(tag, _)| tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_is_matched_with_what_there_is_and_english_is_the_last_resort() {
        for (wanted, got) in [
            (&["en-GB"][..], "en"),
            (&["xx-nonsense", "%%"], "en"),
            (&[], "en"),
            (&["zh-CN"], "en"),
        ] {
            assert_eq!(negotiate(wanted), got, "{wanted:?}");
        }
    }
}
