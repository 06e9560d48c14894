//! Addresses: whose host is this, what may be kept of it, and the portal's own route grammar.
//!
//! Every function is total: an address that makes no sense is an answer, not an error.

mod handle;
mod kept;
mod tenant;
#[cfg(test)]
mod tests;

use consentry_catalog::Catalog;
pub use consentry_catalog::hosts::Site;
use consentry_catalog::hosts::covers;
use handle::hand_off_handle;
pub use handle::handle;
pub use kept::clean;
pub(crate) use tenant::is_domain;
pub use tenant::tenant;
use url::Url;

/// Whose page that is; `backend` is the address of the configured backend.
pub fn site(catalog: &Catalog, address: &str, backend: &str) -> Option<Site> {
    let url = Url::parse(address).ok()?;
    if hand_off_handle(&url, backend).is_some() {
        return Some(Site::HandOff);
    }
    if url.scheme() != "https" || url.port().is_some() {
        return None;
    }
    let hosts = &catalog.hosts;
    let host = host(catalog, &url);
    let among = |list: &[String]| list.iter().any(|entry| covers(entry, host));
    if among(&hosts.portal) {
        Some(Site::Portal)
    } else if among(&hosts.frame) {
        Some(Site::Frame)
    } else if among(&hosts.login) {
        Some(Site::Login)
    } else if among(&hosts.personal) {
        Some(Site::Personal)
    } else if catalog
        .profiles
        .iter()
        .filter_map(|p| p.entry.as_ref())
        .any(|e| e.host == host)
    {
        Some(Site::Entry)
    } else {
        None
    }
}

fn is_portal(catalog: &Catalog, url: &Url) -> bool {
    url.host_str()
        .is_some_and(|host| is_portal_host(catalog, host))
}

/// Whether a host is a portal's.
pub(crate) fn is_portal_host(catalog: &Catalog, host: &str) -> bool {
    let host = unproxied(catalog, host);
    catalog.hosts.portal.iter().any(|entry| covers(entry, host))
}

/// Whether an application ID is the portal's own.
pub(crate) fn is_portal_app(catalog: &Catalog, client_id: &str) -> bool {
    let Some(client_id) = consentry_catalog::guid::app_id(client_id) else {
        return false;
    };
    catalog.hosts.portal_apps.contains(&client_id)
}

/// The host behind a session proxy, or the host itself.
fn unproxied<'h>(catalog: &Catalog, host: &'h str) -> &'h str {
    let proxies = &catalog.hosts.proxy;
    proxies
        .iter()
        .find_map(|suffix| host.strip_suffix(suffix.as_str()))
        .unwrap_or(host)
}

/// A host as the table has it, with `sub` for what stands before a domain of the table.
pub(crate) fn known_host(catalog: &Catalog, host: &str, sub: &str) -> String {
    let hosts = &catalog.hosts;
    let plain = unproxied(catalog, host);
    let proxy = &host[plain.len()..];
    let lists = [&hosts.portal, &hosts.frame, &hosts.login, &hosts.personal];
    let entries = || lists.iter().flat_map(|list| list.iter());
    let known = entries()
        .find(|entry| *entry == plain)
        .cloned()
        .or_else(|| {
            entries()
                .find(|entry| covers(entry, plain))
                .map(|entry| format!("{sub}{entry}"))
        })
        .unwrap_or_else(|| "unknown.example".to_owned());
    format!("{known}{proxy}")
}

/// The host of an address, as far as it has one, without a session proxy's suffix. The dot that makes a
/// name absolute (RFC 1034 section 3.1) leads to the same host; browsers keep it in the address.
pub(crate) fn host<'u>(catalog: &Catalog, url: &'u Url) -> &'u str {
    let host = url.host_str().unwrap_or_default();
    unproxied(catalog, host.strip_suffix('.').unwrap_or(host))
}

/// Whether every address a manifest's match pattern covers is the work and school sign-in's.
pub fn is_sign_in_pattern(catalog: &Catalog, pattern: &str) -> bool {
    let sample = pattern.replace("*.", "x.").replace("/*", "/");
    site(catalog, &sample, "") == Some(Site::Login)
}
