//! Addresses: https, or http on this machine.

use super::wrong::{Wrong, wrong};
use url::{Host, Url};

/// A URL that paths are appended to: https, or http on this machine, and nothing but an origin and
/// a path.
pub(super) fn base_url(key: &str, text: &str) -> Result<String, Wrong> {
    let expected = "an https URL (http only for localhost) without query, fragment or user";
    let url = Url::parse(text).map_err(|_| wrong(key, text, expected))?;
    let scheme = url.scheme() == "https" || (url.scheme() == "http" && is_here(&url));
    let bare = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    if scheme && bare && url.password().is_none() {
        Ok(url.as_str().trim_end_matches('/').to_owned())
    } else {
        Err(wrong(key, text, expected))
    }
}

/// Whether an address is on this machine.
pub(super) fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
