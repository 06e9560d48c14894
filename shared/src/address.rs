//! Addresses: whose host is this, what may be kept of it, and the portal's own route grammar.
//!
//! Every function is total: an address that makes no sense is an answer, not an error.

use crate::data;
use serde::{Deserialize, Serialize};
use url::Url;

/// Whose page an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Site {
    /// The Azure portal or the Entra admin center.
    Portal,
    /// A frame the portals put blades in.
    Frame,
    /// Microsoft's work and school sign-in.
    Login,
    /// The sign-in of personal accounts: never part of a journey.
    Personal,
    /// An app's own pages.
    Entry,
    /// A hand-off page of our backend.
    HandOff,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hosts {
    portal: Vec<String>,
    frame: Vec<String>,
    login: Vec<String>,
    personal: Vec<String>,
    portal_apps: Vec<String>,
    proxy: Vec<String>,
    keep: Vec<String>,
}

/// Whose page that is; `backend` is the address of the configured backend.
pub fn site(address: &str, backend: &str) -> Option<Site> {
    let url = Url::parse(address).ok()?;
    if hand_off_handle(&url, backend).is_some() {
        return Some(Site::HandOff);
    }
    if url.scheme() != "https" {
        return None;
    }
    let hosts = &data::get().hosts;
    let host = unproxied(url.host_str()?);
    let among = |list: &[String]| list.iter().any(|entry| covers(entry, host));
    if among(&hosts.portal) {
        Some(Site::Portal)
    } else if among(&hosts.frame) {
        Some(Site::Frame)
    } else if among(&hosts.login) {
        Some(Site::Login)
    } else if among(&hosts.personal) {
        Some(Site::Personal)
    } else if crate::profile::catalogue()
        .iter()
        .filter_map(|p| p.entry.as_ref())
        .any(|e| e.host == host)
    {
        Some(Site::Entry)
    } else {
        None
    }
}

/// Whether an application id is the portal's own.
pub(crate) fn is_portal_app(client_id: &str) -> bool {
    data::get()
        .hosts
        .portal_apps
        .iter()
        .any(|id| id.eq_ignore_ascii_case(client_id))
}

/// The host behind a session proxy, or the host itself.
fn unproxied(host: &str) -> &str {
    let proxies = &data::get().hosts.proxy;
    proxies
        .iter()
        .find_map(|suffix| host.strip_suffix(suffix.as_str()))
        .unwrap_or(host)
}

pub(crate) fn covers(entry: &str, host: &str) -> bool {
    match entry.strip_prefix('.') {
        Some(domain) => host
            .strip_suffix(domain)
            .is_some_and(|sub| sub.ends_with('.') && sub.len() > 1),
        None => entry == host,
    }
}

/// The host of an address, as far as it has one, without a session proxy's suffix.
pub(crate) fn host(url: &Url) -> &str {
    unproxied(url.host_str().unwrap_or_default())
}

/// An address as it may be kept and told: without user information, and with the values of known,
/// harmless query keys only. Codes, states, nonces and login hints are gone. A fragment stays
/// where it is a portal's route and goes everywhere else.
pub fn clean(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else {
        return String::new();
    };
    if url.cannot_be_a_base() {
        return format!("{}:", url.scheme());
    }
    let keep = &data::get().hosts.keep;
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| keep.iter().any(|known| known.eq_ignore_ascii_case(key)))
        .map(|(key, value)| (key.into_owned(), strip_query(&value)))
        .collect();
    url.set_query(None);
    if !kept.is_empty() {
        url.query_pairs_mut().extend_pairs(kept);
    }
    let route = url.fragment().is_some_and(|fragment| {
        let path = fragment
            .strip_prefix('@')
            .and_then(|rest| rest.split_once('/'))
            .map_or(fragment, |(_, rest)| rest);
        path.starts_with("view/") || path.starts_with("blade/") || path == "home"
    });
    if !route {
        url.set_fragment(None);
    }
    // Neither can fail on an address with a host; without one there is nothing to take away.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    let path = url.path().to_owned();
    if let Some(at) = path
        .find("/h/")
        .filter(|_| path.len() > 20 && path.starts_with("/h/"))
    {
        url.set_path(&path[..at + 3]);
    }
    url.into()
}

/// A redirect address inside a query value keeps its origin and path only.
fn strip_query(value: &str) -> String {
    match Url::parse(value) {
        Ok(mut inner) if inner.has_host() => {
            inner.set_query(None);
            inner.set_fragment(None);
            inner.into()
        }
        _ => value.to_owned(),
    }
}

/// The one-time handle an address of ours carries: on a hand-off page of the backend, or in the
/// fragment an app is returned to after the sign-in (`#consentry=…`). The fragment counts on the
/// entry host of a profile only.
pub fn handle(address: &str, backend: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    if let Some(handle) = hand_off_handle(&url, backend) {
        return Some(handle);
    }
    if site(address, backend) != Some(Site::Entry) {
        return None;
    }
    let handle = url.fragment()?.strip_prefix("consentry=")?;
    is_handle(handle).then(|| handle.to_owned())
}

fn hand_off_handle(url: &Url, backend: &str) -> Option<String> {
    let backend = Url::parse(backend).ok()?;
    if backend.origin() != url.origin() || !backend.has_host() {
        return None;
    }
    let handle = url.path().strip_prefix("/h/")?;
    (is_handle(handle) || handle.is_empty()).then(|| handle.to_owned())
}

fn is_handle(text: &str) -> bool {
    (16..=200).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Where a portal's fragment leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The blade's name, without a `.ReactView` suffix.
    pub blade: String,
    /// The menu item, if one is named.
    pub item: String,
    /// `objectId`, lower case.
    pub object_id: Option<String>,
    /// `appId`, lower case.
    pub app_id: Option<String>,
}

/// Reads `[@tenant/]{view|blade}/Extension/Blade[/[~/]MenuItem][/key/value]…` in all its forms
/// (facts: portal-dom B): old and new spelling, keys in any order, values that say null.
pub fn route(fragment: &str) -> Option<Route> {
    let decoded = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
    let decoded = decoded.trim_start_matches('/');
    let path = decoded.split('?').next().unwrap_or_default();
    let mut segments = path.split('/').map(str::trim).peekable();
    if segments.peek().is_some_and(|first| first.starts_with('@')) {
        segments.next();
    }
    let kind = segments.next()?;
    if !(kind.eq_ignore_ascii_case("view") || kind.eq_ignore_ascii_case("blade")) {
        return None;
    }
    let _extension = segments.next()?;
    let blade = segments.next().filter(|blade| !blade.is_empty())?;
    let mut route = Route {
        blade: blade.strip_suffix(".ReactView").unwrap_or(blade).to_owned(),
        ..Route::default()
    };
    let rest: Vec<&str> = segments.collect();
    let mut rest = rest.as_slice();
    if let [tilde, tail @ ..] = rest
        && *tilde == "~"
    {
        rest = tail;
    }
    if let [first, tail @ ..] = rest
        && !is_key(first)
    {
        route.item = String::from(*first);
        rest = tail;
    }
    for pair in rest.chunks(2) {
        let [key, value] = pair else { break };
        let value = Some(value.to_lowercase()).filter(|value| is_guid(value));
        if key.eq_ignore_ascii_case("objectId") {
            route.object_id = value;
        } else if key.eq_ignore_ascii_case("appId") {
            route.app_id = value;
        }
    }
    Some(route)
}

/// Whether a segment is a parameter's name and not a menu item.
fn is_key(segment: &str) -> bool {
    let name = segment.strip_suffix('~').unwrap_or(segment);
    segment.ends_with('~')
        || [
            "objectId",
            "appId",
            "menuId",
            "fromNav",
            "servicePrincipalType",
            "preferredSingleSignOnMode",
            "isMSAApp",
        ]
        .iter()
        .any(|key| key.eq_ignore_ascii_case(name))
}

/// Whether text is a GUID.
pub fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(i, b)| match i {
            8 | 13 | 18 | 23 => b == b'-',
            _ => b.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BACKEND: &str = "http://localhost:7430";
    const OBJECT: &str = "ebbb078b-3f9d-41aa-ab72-88ff28687842";
    const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

    fn page(fragment: &str) -> Option<(String, String, bool, bool)> {
        route(fragment).map(|r| (r.blade, r.item, r.object_id.is_some(), r.app_id.is_some()))
    }

    #[test]
    fn old_and_new_spellings_name_the_same_page() {
        let wanted = Some((
            "ManagedAppMenuBlade".to_owned(),
            "Permissions".to_owned(),
            true,
            true,
        ));
        for fragment in [
            format!(
                "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}"
            ),
            format!(
                "blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Permissions/appId/{APP}/objectId/{OBJECT}"
            ),
            format!(
                "@birchwood.example/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}/preferredSingleSignOnMode~/null/servicePrincipalType/Application"
            ),
            format!(
                "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/%7E/Permissions/objectId/{}/appId/{APP}/fromNav/",
                OBJECT.to_uppercase()
            ),
        ] {
            assert_eq!(page(&fragment), wanted, "{fragment}");
        }
    }

    #[test]
    fn a_blade_without_a_menu_item_keeps_its_parameters() {
        assert_eq!(
            page(&format!(
                "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/objectId/{OBJECT}"
            )),
            Some(("ManagedAppMenuBlade".to_owned(), String::new(), true, false))
        );
        assert_eq!(
            page(
                "view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null"
            ),
            Some((
                "StartboardApplicationsMenuBlade".to_owned(),
                "AppAppsPreview".to_owned(),
                false,
                false
            ))
        );
        assert_eq!(
            page(
                "view/Microsoft_AAD_IAM/TenantOverview.ReactView?Microsoft_AAD_IAM_legacyAADRedirect=true"
            ),
            Some(("TenantOverview".to_owned(), String::new(), false, false))
        );
    }

    #[test]
    fn what_is_not_a_guid_is_not_an_id() {
        let route =
            route("view/X/ManagedAppMenuBlade/~/Permissions/objectId/..%2F..%2Fevil/appId/null");
        assert_eq!(route.map(|r| (r.object_id, r.app_id)), Some((None, None)));
    }

    #[test]
    fn hosts_are_told_apart_exactly() {
        for (address, wanted) in [
            ("https://portal.azure.com/", Some(Site::Portal)),
            ("https://ms.portal.azure.com/#home", Some(Site::Portal)),
            ("https://entra.microsoft.com/", Some(Site::Portal)),
            ("https://portal.azure.com.mcas.ms/", Some(Site::Portal)),
            (
                "https://sandbox-1.reactblade.portal.azure.net/x",
                Some(Site::Frame),
            ),
            (
                "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                Some(Site::Login),
            ),
            (
                "https://login.live.com/oauth20_authorize.srf",
                Some(Site::Personal),
            ),
            ("https://app.mover.io/", Some(Site::Entry)),
            (
                "http://localhost:7430/h/0123456789abcdef",
                Some(Site::HandOff),
            ),
            ("http://localhost:9999/h/0123456789abcdef", None),
            ("http://localhost:7430/elsewhere", None),
            ("https://portal.azure.com.evil.example/", None),
            ("https://evilportal.azure.com/", None),
            ("https://login.microsoftonline.com.evil.example/", None),
            ("http://portal.azure.com/", None),
            ("https://portal.azure.com@evil.example/", None),
            ("not an address", None),
        ] {
            assert_eq!(site(address, BACKEND), wanted, "{address}");
        }
    }

    #[test]
    fn nothing_secret_of_an_address_is_kept() {
        let cleaned = clean(
            "https://user:pass@login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=abc&state=SECRET1&nonce=SECRET2&code=SECRET3&login_hint=SECRET4&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback%3Fx%3DSECRET5#code=SECRET6",
        );
        assert_eq!(
            cleaned,
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=abc&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback"
        );
        assert_eq!(
            clean("https://app.mover.io/wizard?connection=1#consentry=0123456789abcdef"),
            "https://app.mover.io/wizard"
        );
        assert_eq!(
            clean("http://localhost:7430/h/0123456789abcdefXYZ"),
            "http://localhost:7430/h/"
        );
    }

    #[test]
    fn a_portal_route_survives_cleaning() {
        let address = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
        assert_eq!(clean(address), address);
    }

    #[test]
    fn a_handle_counts_on_our_pages_and_the_apps_only() {
        let handle = |address| handle(address, BACKEND);
        assert_eq!(
            handle("http://localhost:7430/h/0123456789abcdef").as_deref(),
            Some("0123456789abcdef")
        );
        assert_eq!(
            handle("https://app.mover.io/wizard#consentry=0123456789abcdef").as_deref(),
            Some("0123456789abcdef")
        );
        assert_eq!(
            handle("https://portal.azure.com/#consentry=0123456789abcdef"),
            None
        );
        assert_eq!(handle("https://app.mover.io/#consentry=short"), None);
        assert_eq!(
            handle("https://app.mover.io/#consentry=../../../../etc/passwd"),
            None
        );
    }

    proptest! {
        #[test]
        fn no_address_panics(address in "\\PC{0,200}") {
            site(&address, BACKEND);
            clean(&address);
            handle(&address, BACKEND);
            route(&address);
        }

        #[test]
        fn cleaning_twice_changes_nothing(path in "[a-z/~@#?&=%.0-9]{0,80}") {
            let once = clean(&format!("https://portal.azure.com/{path}"));
            prop_assert_eq!(clean(&once), once);
        }
    }
}
