//! Addresses: whose host is this, what may be kept of it, and the portal's own route grammar.
//!
//! Every function is total: an address that makes no sense is an answer, not an error.

use crate::data;
use serde::{Deserialize, Serialize};
use url::Url;

/// Whose page an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Hosts {
    /// Hosts of the portals; a leading dot means any subdomain.
    portal: Vec<String>,
    /// Hosts of the portals' frames.
    frame: Vec<String>,
    /// Hosts of the sign-in.
    login: Vec<String>,
    /// Hosts of the sign-in with a personal account.
    personal: Vec<String>,
    /// Application ids of the portals themselves.
    portal_apps: Vec<String>,
    /// What a session proxy appends to a host.
    proxy: Vec<String>,
    /// Names of parameters whose values a kept address keeps.
    keep: Vec<String>,
}

/// Whose page that is; `backend` is the address of the configured backend.
pub fn site(address: &str, backend: &str) -> Option<Site> {
    let url = Url::parse(address).ok()?;
    if hand_off_handle(&url, backend).is_some() {
        return Some(Site::HandOff);
    }
    if url.scheme() != "https" || url.port().is_some() {
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

fn is_portal(url: &Url) -> bool {
    let host = unproxied(url.host_str().unwrap_or_default());
    data::get()
        .hosts
        .portal
        .iter()
        .any(|entry| covers(entry, host))
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

/// A host as the table has it, with `sub` for what stands before a domain of the table.
pub(crate) fn known_host(host: &str, sub: &str) -> String {
    let hosts = &data::get().hosts;
    let plain = unproxied(host);
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

/// Whether every address a manifest's match pattern covers is the work and school sign-in's.
pub fn is_sign_in_pattern(pattern: &str) -> bool {
    let sample = pattern.replace("*.", "x.").replace("/*", "/");
    site(&sample, "") == Some(Site::Login)
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
    let route = url
        .fragment()
        .filter(|_| is_portal(&url))
        .and_then(kept_fragment);
    url.set_fragment(route.as_deref());
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

/// A portal's route without the query inside of it; nothing of any other fragment.
fn kept_fragment(fragment: &str) -> Option<String> {
    let kind = segments(fragment).into_iter().next()?.to_lowercase();
    let path = fragment.split('?').next().unwrap_or_default();
    matches!(kind.as_str(), "view" | "blade" | "home").then(|| path.to_owned())
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
    /// Whether it names two different things by one of these.
    pub unclear: bool,
}

/// Reads `[@tenant/]{view|blade}/Extension/Blade[/[~/]MenuItem][/key/value]…` in all its forms
/// (facts: portal-dom B): old and new spelling, keys in any order and such as nobody has seen
/// before, values that say null, percent signs, a query inside of the fragment.
pub fn route(fragment: &str) -> Option<Route> {
    let segments = segments(fragment);
    let mut segments = segments.iter().map(String::as_str);
    let kind = segments.next()?;
    if !(kind.eq_ignore_ascii_case("view") || kind.eq_ignore_ascii_case("blade")) {
        return None;
    }
    let _extension = segments.next()?;
    let blade = without_view(segments.next()?);
    if blade.is_empty() {
        return None;
    }
    let rest: Vec<&str> = segments.collect();
    let (item, rest) = menu_item(&rest);
    Some(Route {
        blade: blade.to_owned(),
        item: without_view(item).to_owned(),
        unclear: ["objectId", "appId"]
            .iter()
            .any(|name| parameter(rest, name).is_err()),
        object_id: parameter(rest, "objectId").unwrap_or_default(),
        app_id: parameter(rest, "appId").unwrap_or_default(),
    })
}

/// The parts of a fragment between its slashes, decoded, without tenant and query.
fn segments(fragment: &str) -> Vec<String> {
    let decode = |text: &str| {
        percent_encoding::percent_decode_str(text)
            .decode_utf8_lossy()
            .trim()
            .to_owned()
    };
    // A sign-in on the way may have encoded the whole of it, slashes and all.
    let whole = if fragment.contains('/') {
        fragment.to_owned()
    } else {
        decode(fragment)
    };
    let path = whole.split('?').next().unwrap_or_default();
    let path = path.trim_start_matches('/');
    let path = match path.strip_prefix('@').or_else(|| path.strip_prefix("%40")) {
        Some(rest) => rest.split_once('/').map_or("", |(_, rest)| rest),
        None => path,
    };
    path.split('/').map(decode).collect()
}

fn without_view(name: &str) -> &str {
    const SUFFIX: &str = ".ReactView";
    match name.len().checked_sub(SUFFIX.len()) {
        Some(at) if name.is_char_boundary(at) && name[at..].eq_ignore_ascii_case(SUFFIX) => {
            &name[..at]
        }
        _ => name,
    }
}

/// The menu item that segments begin with, and the parameters after it.
///
/// The new spelling puts `~` before it. In the old one it is told from a parameter's name by what
/// follows: a known name, nothing, or as many segments as make pairs.
fn menu_item<'a>(segments: &'a [&'a str]) -> (&'a str, &'a [&'a str]) {
    let (marked, rest) = match segments {
        ["~", rest @ ..] => (true, rest),
        _ => (false, segments),
    };
    let [first, tail @ ..] = rest else {
        return ("", rest);
    };
    let is_item = !is_key(first)
        && (marked
            || first.starts_with('~')
            || match tail {
                [] => true,
                [next, ..] if is_key(next) => true,
                [_, after, ..] if is_key(after) => false,
                _ => tail.len().is_multiple_of(2),
            });
    if is_item {
        (first.trim_start_matches('~'), tail)
    } else {
        ("", rest)
    }
}

/// The GUID that follows a parameter's name; an error where there are two that differ.
fn parameter(segments: &[&str], name: &str) -> Result<Option<String>, ()> {
    let mut found = segments
        .windows(2)
        .filter(|pair| key_name(pair[0]).eq_ignore_ascii_case(name))
        .map(|pair| pair[1].to_lowercase())
        .filter(|value| is_guid(value));
    let Some(first) = found.next() else {
        return Ok(None);
    };
    if found.all(|other| other == first) {
        Ok(Some(first))
    } else {
        Err(())
    }
}

fn key_name(segment: &str) -> &str {
    segment.strip_suffix('~').unwrap_or(segment)
}

/// Whether a segment is a parameter's name and not a menu item. A tilde at its end says so.
fn is_key(segment: &str) -> bool {
    let name = key_name(segment);
    (segment.ends_with('~') && !name.is_empty())
        || data::get()
            .routes
            .keys
            .iter()
            .any(|key| key.eq_ignore_ascii_case(name))
}

/// The tenant an address names, as an id or a domain, lower case: of a sign-in the first part of
/// its path, of a portal the part before its route or the first of its path (facts: portal-dom B, D).
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
    fn every_way_to_write_a_route_leads_to_the_same_page() {
        for fragment in [
            format!("/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{APP}/objectId/{OBJECT}"),
            format!("@birchwood.example/blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Permissions/objectId/{OBJECT}/appId/{APP}/preferredSingleSignOnMode~/null/servicePrincipalType/Application/fromNav"),
            format!("%40birchwood.example/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/neverSeen/1/objectId/{OBJECT}/other/x/appId/{APP}"),
            format!("view/Microsoft_AAD_IAM/ManagedAppMenuBlade.ReactView/~/Permissions/objectId/{OBJECT}/appId/{APP}?feature.x=true"),
            format!("VIEW/microsoft_aad_iam/ManagedAppMenuBlade/~Permissions/OBJECTID/{}/APPID/{}", OBJECT.to_uppercase(), APP.to_uppercase()),
            format!("view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}").replace('/', "%2F"),
            format!("view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/menuId~/null/objectId/{OBJECT}/appId/{APP}/"),
        ] {
            let read = route(&fragment).unwrap_or_else(|| panic!("{fragment}"));
            assert_eq!(
                (read.blade.as_str(), read.item.as_str(), read.object_id.as_deref(), read.app_id.as_deref()),
                ("ManagedAppMenuBlade", "Permissions", Some(OBJECT), Some(APP)),
                "{fragment}"
            );
        }
    }

    #[test]
    fn without_a_tilde_a_parameter_nobody_knows_is_no_menu_item() {
        let item = |rest: &str| {
            route(&format!("blade/X/ManagedAppMenuBlade/{rest}")).map(|route| route.item)
        };
        assert_eq!(
            item(&format!("neverSeen/1/appId/{APP}")).as_deref(),
            Some("")
        );
        assert_eq!(item("neverSeen/1").as_deref(), Some(""));
        assert_eq!(
            item(&format!("Permissions/neverSeen/1/appId/{APP}")).as_deref(),
            Some("Permissions")
        );
        assert_eq!(
            item("UserSettings/menuId/").as_deref(),
            Some("UserSettings")
        );
        assert_eq!(item("menuId~/null").as_deref(), Some(""));
        assert_eq!(item("").as_deref(), Some(""));
    }

    #[test]
    fn two_ids_that_differ_are_none() {
        let other = "11111111-e023-4972-b6b0-794190c0fd98";
        let read = |rest: String| {
            route(&format!("view/X/ManagedAppMenuBlade/~/Permissions/{rest}"))
                .and_then(|route| route.app_id)
        };
        assert_eq!(read(format!("appId/{APP}/appId/{other}")), None);
        assert_eq!(
            read(format!("appId/{APP}/appId/{}", APP.to_uppercase())).as_deref(),
            Some(APP)
        );
    }

    #[test]
    fn what_is_no_route_is_none() {
        for fragment in [
            "",
            "home",
            "allservices",
            "settings/directory",
            "@birchwood.example",
            "view",
            "view/X",
            "create/X/Y",
            "viewer/X/ManagedAppMenuBlade",
        ] {
            assert_eq!(route(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn the_tenant_is_read_from_path_and_fragment() {
        const TENANT: &str = "20e6ec45-9bc2-41d2-88f2-df4da88d9417";
        for (address, wanted) in [
            (
                format!(
                    "https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize?client_id=x"
                ),
                Some(TENANT),
            ),
            (
                format!(
                    "https://login.microsoftonline.com/{}/adminconsent",
                    TENANT.to_uppercase()
                ),
                Some(TENANT),
            ),
            (
                "https://login.microsoftonline.com/Birchwood.example/v2.0/adminconsent".to_owned(),
                Some("birchwood.example"),
            ),
            (
                "https://login.microsoftonline.com/common/login".to_owned(),
                None,
            ),
            (
                "https://login.microsoftonline.com/organizations/oauth2/authorize".to_owned(),
                None,
            ),
            ("https://login.microsoftonline.com/kmsi".to_owned(), None),
            (
                "https://portal.azure.com/#@birchwood.onmicrosoft.com/view/X/Y".to_owned(),
                Some("birchwood.onmicrosoft.com"),
            ),
            (
                format!("https://entra.microsoft.com/{TENANT}/#view/X/Y"),
                Some(TENANT),
            ),
            ("https://entra.microsoft.com/#view/X/Y".to_owned(), None),
            ("https://portal.azure.com/v2.0/x".to_owned(), None),
        ] {
            assert_eq!(tenant(&address).as_deref(), wanted, "{address}");
        }
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
            ("https://preview.portal.azure.com/", Some(Site::Portal)),
            ("https://rc.portal.azure.com/", Some(Site::Portal)),
            ("https://aad.portal.azure.com/", Some(Site::Portal)),
            ("https://portal.azure.us/", Some(Site::Portal)),
            ("https://portal.azure.cn/", Some(Site::Portal)),
            ("https://entra.microsoft.us/", Some(Site::Portal)),
            ("https://entra.microsoftonline.cn/", Some(Site::Portal)),
            (
                "https://ENTRA.microsoft.COM/birchwood.example/#view/X/Y",
                Some(Site::Portal),
            ),
            ("https://portal.azure.com.mcas.ms/", Some(Site::Portal)),
            ("https://portal.azure.us.mcas-gov.us/", Some(Site::Portal)),
            (
                "https://entra.microsoft.com.admin-mcas.ms/",
                Some(Site::Portal),
            ),
            (
                "https://login.microsoftonline.com.mcas.ms/common/login",
                Some(Site::Login),
            ),
            (
                "https://login.microsoftonline.us.mcas-gov.ms/",
                Some(Site::Login),
            ),
            (
                "https://login.microsoftonline.us/common/oauth2/authorize",
                Some(Site::Login),
            ),
            (
                "https://login.partner.microsoftonline.cn/",
                Some(Site::Login),
            ),
            (
                "https://sandbox-1.reactblade.portal.azure.net.mcas.ms/x",
                Some(Site::Frame),
            ),
            (
                "https://sandbox-22-5.reactblade-ms.portal.azure.net/x",
                Some(Site::Frame),
            ),
            (
                "https://sandbox-3.reactblade-rc.portal.azure.net/x",
                Some(Site::Frame),
            ),
            (
                "https://afd-v2.hosting.portal.azure.net/x",
                Some(Site::Frame),
            ),
            (
                "https://account.live.com/Consent/Update",
                Some(Site::Personal),
            ),
            ("https://portal.azure.com.mcas.ms.evil.example/", None),
            ("https://evil.example.mcas.ms/", None),
            ("https://portal.azure.com.mcas.ms.mcas.ms/", None),
            ("https://mcas.ms/", None),
            ("https://xn--portal-azure-com.example/", None),
            ("https://p\u{43e}rtal.azure.com/", None),
            ("https://portal.azure.com./", None),
            ("https://portal.azure.com:8443/", None),
            ("https://intune.microsoft.com/", None),
            ("https://reactblade.portal.azure.net/", None),
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

    fn parameters() -> impl Strategy<Value = Vec<(String, String)>> {
        proptest::collection::vec(("[a-z][A-Za-z]{2,12}~?", "[A-Za-z0-9.%-]{0,12}"), 0..5)
            .prop_filter("not the ids themselves", |pairs| {
                pairs.iter().all(|(key, _)| {
                    !matches!(
                        key.trim_end_matches('~').to_lowercase().as_str(),
                        "appid" | "objectid"
                    )
                })
            })
    }

    proptest! {
        #[test]
        fn ids_are_found_among_any_parameters_in_any_order(
            before in parameters(),
            between in parameters(),
            after in parameters(),
            turned in any::<bool>(),
            old in any::<bool>(),
            tenant in proptest::option::of("[a-z]{3,8}\\.(example|onmicrosoft\\.com)"),
        ) {
            let mut ids = vec![("objectId".to_owned(), OBJECT.to_owned()), ("appId".to_owned(), APP.to_owned())];
            if turned {
                ids.reverse();
            }
            let last = ids.pop();
            let pairs = before.into_iter().chain(ids).chain(between).chain(last).chain(after);
            let tail = pairs.fold(String::new(), |tail, (key, value)| tail + "/" + &key + "/" + &value);
            let start = tenant.map(|tenant| format!("@{tenant}/")).unwrap_or_default();
            let (kind, tilde) = if old { ("blade", "") } else { ("view", "/~") };
            let fragment = format!("{start}{kind}/Ext/ManagedAppMenuBlade{tilde}/Permissions{tail}");
            let read = route(&fragment).expect("a route");
            prop_assert_eq!(read.item, "Permissions", "{}", fragment);
            prop_assert_eq!(read.object_id.as_deref(), Some(OBJECT));
            prop_assert_eq!(read.app_id.as_deref(), Some(APP));
        }

        #[test]
        fn no_fragment_panics(fragment in "[@~/?%a-zA-Z0-9{}.é]{0,120}") {
            route(&fragment);
            tenant(&format!("https://portal.azure.com/#{fragment}"));
        }

        #[test]
        fn a_host_that_only_looks_alike_is_nothing(
            head in "[a-z0-9-]{1,12}",
            host in proptest::sample::select(vec!["portal.azure.com", "entra.microsoft.com", "login.microsoftonline.com", "portal.azure.com.mcas.ms"]),
            tail in "[a-z]{2,8}\\.(example|com|ms|net)",
        ) {
            prop_assert_eq!(site(&format!("https://{host}.{tail}/"), BACKEND), None);
            prop_assert_eq!(site(&format!("https://{head}{host}/"), BACKEND), None);
            prop_assert_eq!(site(&format!("https://{host}@{tail}/"), BACKEND), None);
        }

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
