//! What may be kept and told of an address.

use super::is_portal;
use consentry_catalog::Catalog;
use consentry_catalog::endpoint::words;
use consentry_catalog::route::segments;
use url::Url;

/// An address as it may be kept and told: without user information, and with the values of known,
/// harmless query keys only. Codes, states, nonces and login hints are gone. A fragment stays
/// where it is a portal's route and goes everywhere else. Of what is no web address the scheme alone
/// is kept.
pub fn clean(catalog: &Catalog, address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else {
        return String::new();
    };
    // A file's path, or what an extension or a program calls its pages, is nobody's business.
    if !matches!(url.scheme(), "https" | "http") {
        let scheme = format!("{}:", url.scheme());
        // Some, like `ftp`, are no address without a host: of those nothing is left.
        return Url::parse(&scheme).map_or_else(|_| String::new(), |_| scheme);
    }
    let keep = &catalog.hosts.keep;
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| keep.iter().any(|known| known.eq_ignore_ascii_case(key)))
        .map(|(key, value)| (key.into_owned(), strip_query(&value)))
        .collect();
    url.set_query(None);
    if !kept.is_empty() {
        url.query_pairs_mut().extend_pairs(kept);
    }
    let route = url
        .fragment()
        .filter(|_| is_portal(catalog, &url))
        .and_then(kept_fragment);
    url.set_fragment(route.as_deref());
    // Neither can fail on an address with a host; without one there is nothing to take away.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    // Whatever follows may be a handle, or one with something behind it.
    if url.path().starts_with("/h/") {
        url.set_path("/h/");
    }
    url.into()
}

/// A portal's route without the query inside of it; nothing of any other fragment.
fn kept_fragment(fragment: &str) -> Option<String> {
    let kind = segments(fragment).into_iter().next()?.to_lowercase();
    let path = fragment.split('?').next().unwrap_or_default();
    matches!(kind.as_str(), "view" | "blade" | "home").then(|| path.to_owned())
}

/// A redirect address inside a query value keeps its origin and path only. A list of scopes may hold
/// addresses, too, between [whatever separates words](words).
fn strip_query(value: &str) -> String {
    words(value)
        .map(|part| match Url::parse(part) {
            Ok(mut inner) => {
                inner.set_query(None);
                inner.set_fragment(None);
                inner.into()
            }
            Err(_) => part.to_owned(),
        })
        .collect::<Vec<String>>()
        .join(" ")
}
