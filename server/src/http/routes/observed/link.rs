//! A consent link, or the address of an app in the portal, as far as they say which app is meant and what it asks for.
//!
//! Nothing is chosen: what names two of something is refused. Deliberately absent: what a page that such a link leads to
//! means; that is the extension's to judge.

use consentry_catalog::guid;
use consentry_catalog::scope::Scope;
use std::borrow::Cow;
use std::collections::BTreeSet;
use url::Url;

/// What a consent link says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The app.
    pub(super) client_id: String,
    /// The one organization it is for, where it names one.
    pub(super) organization: Option<String>,
    /// What it asks for by name.
    pub(super) scopes: Vec<Scope>,
    /// Whether it asks for everybody.
    pub(super) for_everybody: bool,
    /// Whether it asks for all that the app is configured with, be it named or not.
    pub(super) for_the_whole: bool,
}

/// Why an address says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It names no app.
    Nothing,
    /// It names two apps or two organizations.
    Conflict,
}

/// Words that stand for no one organization.
const SEVERAL: [&str; 3] = ["common", "organizations", "consumers"];

/// Reads an address of the sign-in
/// (<https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow>,
/// <https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>).
pub(super) fn consent(url: &Url) -> Result<Link, Unread> {
    let path: Vec<String> = url
        .path_segments()
        .into_iter()
        .flatten()
        .filter(|segment| !segment.is_empty())
        .map(str::to_lowercase)
        .collect();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    // Of each endpoint: whether it asks for everybody, and whether for all that the app is configured with.
    let (tenant, for_everybody, for_the_whole) = match path[..] {
        ["oauth2", "v2.0", "authorize"] => (None, false, false),
        [tenant, "oauth2", "v2.0", "authorize"] => (Some(tenant), false, false),
        [tenant, "oauth2", "authorize"] => (Some(tenant), false, true),
        [tenant, "v2.0", "adminconsent"] => (Some(tenant), true, false),
        [tenant, "adminconsent"] => (Some(tenant), true, true),
        _ => return Err(Unread::Nothing),
    };
    let words = |key| -> Vec<String> {
        let is_between = |c: char| c.is_whitespace() || c.is_control();
        values(url, key)
            .flat_map(|value| {
                value
                    .split(is_between)
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .filter(|word| !word.is_empty())
            .collect()
    };
    let by_prompt = words("prompt")
        .iter()
        .any(|word| word.eq_ignore_ascii_case("admin_consent"));
    let mut named = BTreeSet::new();
    named.extend(tenant.map(str::to_owned));
    named.extend(values(url, "tenant").map(|value| value.trim().to_lowercase()));
    named.retain(|tenant| !SEVERAL.contains(&tenant.as_str()));
    if named.len() > 1 {
        return Err(Unread::Conflict);
    }
    Ok(Link {
        client_id: client_id(url)?,
        organization: named.pop_first(),
        scopes: words("scope")
            .iter()
            .map(|word| Scope::parse(word))
            .collect(),
        for_everybody: for_everybody || by_prompt,
        for_the_whole: for_the_whole || by_prompt,
    })
}

/// The one app that an address names. What it is also called by (`appid`, which chooses a signing key) can contradict it.
fn client_id(url: &Url) -> Result<String, Unread> {
    let ids = |key| -> BTreeSet<Option<String>> {
        values(url, key).map(|value| guid::app_id(&value)).collect()
    };
    let clients = ids("client_id");
    if clients.contains(&None) || clients.union(&ids("appid")).count() > 1 {
        return Err(Unread::Conflict);
    }
    clients.into_iter().next().flatten().ok_or(Unread::Nothing)
}

/// The values of a query key, whatever its case; those that say nothing are left out.
fn values<'a>(url: &'a Url, key: &'a str) -> impl Iterator<Item = Cow<'a, str>> {
    url.query_pairs()
        .filter(move |(name, _)| name.eq_ignore_ascii_case(key))
        .map(|(_, value)| value)
        .filter(|value| !value.trim().is_empty())
}

/// The app of an address in the portal (docs/facts/portal.md P1): `…/appId/` and its ID in the fragment.
pub(super) fn portal(url: &Url) -> Result<String, Unread> {
    let fragment = url.fragment().unwrap_or_default();
    let segments: Vec<&str> = fragment
        .split('?')
        .next()
        .unwrap_or_default()
        .split('/')
        .collect();
    let ids: BTreeSet<String> = segments
        .windows(2)
        .filter(|pair| pair[0].eq_ignore_ascii_case("appId"))
        .filter_map(|pair| guid::app_id(pair[1]))
        .collect();
    let mut ids = ids.into_iter();
    match (ids.next(), ids.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => Err(Unread::Conflict),
        (None, _) => Err(Unread::Nothing),
    }
}
