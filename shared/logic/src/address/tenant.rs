//! The tenant an address names.

use consentry_catalog::guid::is_guid;
use url::Url;

/// The tenant an address names, as an id or a domain, lower case: of a sign-in the first part of
/// its path, of a portal the part before its route or the first of its path (docs/facts/portal.md P1,
/// docs/facts/login.md L1).
/// `common`, `organizations` and `consumers` name none.
pub fn tenant(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let first = url
        .path_segments()
        .and_then(|mut segments| segments.next().map(str::to_owned));
    let named = url
        .fragment()
        .map(|fragment| fragment.trim_start_matches('/'))
        .and_then(|fragment| fragment.strip_prefix('@').or(fragment.strip_prefix("%40")))
        .map(|rest| rest.split(['/', '?']).next().unwrap_or_default().to_owned());
    let name = named.or(first)?;
    let name = percent_encoding::percent_decode_str(&name)
        .decode_utf8_lossy()
        .to_lowercase();
    (is_guid(&name) || is_domain(&name)).then_some(name)
}

pub(crate) fn is_domain(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
        // The version in `/v2.0/` is no domain.
        && !text.rsplit('.').next().is_some_and(|last| last.chars().all(|c| c.is_ascii_digit()))
}
