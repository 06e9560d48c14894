//! The one-time handle an address of ours carries.

use super::{Site, site};
use consentry_catalog::Catalog;
use url::Url;

/// The one-time handle an address of ours carries: on a hand-off page of the backend, or in the
/// fragment that a sign-in ends with (`#consentry=…`). The fragment counts on the entry host of a
/// profile, and on the page of the backend for who has nowhere to return to.
pub fn handle(catalog: &Catalog, address: &str, backend: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    if let Some(handle) = hand_off_handle(&url, backend) {
        return Some(handle);
    }
    if site(catalog, address, backend) != Some(Site::Entry) && !is_last_page(&url, backend) {
        return None;
    }
    let handle = url.fragment()?.strip_prefix("consentry=")?;
    is_handle(handle).then(|| handle.to_owned())
}

/// Whether it is where the backend ends a sign-in that returns nowhere.
fn is_last_page(url: &Url, backend: &str) -> bool {
    let backend = Url::parse(backend).ok();
    backend.is_some_and(|backend| backend.has_host() && backend.origin() == url.origin())
        && url.path() == "/done"
}

pub(super) fn hand_off_handle(url: &Url, backend: &str) -> Option<String> {
    let backend = Url::parse(backend).ok()?;
    if backend.origin() != url.origin() || !backend.has_host() {
        return None;
    }
    let handle = url.path().strip_prefix("/h/")?;
    // RedactedPage addresses end before the handle: an empty one is a hand-off page all the same.
    let handle = if is_handle(handle) { handle } else { "" };
    Some(handle.to_owned())
}

fn is_handle(text: &str) -> bool {
    (16..=200).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
