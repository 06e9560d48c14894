//! The authorization endpoints of the sign-in: the only addresses that say which app asks.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use url::Url;

/// Where a request for authorization goes
/// (<https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow>,
/// <https://learn.microsoft.com/entra/identity-platform/v2-admin-consent>).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endpoint {
    /// `/oauth2/v2.0/authorize`.
    Authorize,
    /// `/oauth2/authorize`: a `resource`, and all the app is configured to ask for there.
    AuthorizeV1,
    /// `/v2.0/adminconsent`: what `scope` names, for the whole organization.
    AdminConsent,
    /// `/adminconsent`: all the app is configured to ask for, for the whole organization.
    AdminConsentV1,
    /// None of these.
    #[default]
    Other,
}

/// The segments of each endpoint's path, after the one that names the organization.
const ENDPOINTS: [(&[&str], Endpoint); 4] = [
    (&["oauth2", "v2.0", "authorize"], Endpoint::Authorize),
    (&["oauth2", "authorize"], Endpoint::AuthorizeV1),
    (&["v2.0", "adminconsent"], Endpoint::AdminConsent),
    (&["adminconsent"], Endpoint::AdminConsentV1),
];

/// The endpoint at an address, and the organization its path names: an ID, a domain, or a word for
/// several, in lower case.
pub fn endpoint(url: &Url) -> (Endpoint, Option<String>) {
    let path = segments(url);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    for (ending, endpoint) in ENDPOINTS {
        match path.strip_suffix(ending) {
            Some([]) => return (endpoint, None),
            Some([tenant]) => return (endpoint, Some((*tenant).to_owned())),
            _ => {}
        }
    }
    (Endpoint::Other, None)
}

/// Whether an address asks for consent for the whole organization: `adminconsent` in either version, or
/// `admin_consent` as one of the words of `prompt`, in any case.
pub fn asks_for_all(url: &Url) -> bool {
    segments(url)
        .last()
        .is_some_and(|last| last == "adminconsent")
        || values(url, "prompt").any(|prompt| has_admin_prompt(&prompt))
}

/// Whether a value of `prompt` asks an admin for the whole organization.
pub fn has_admin_prompt(prompt: &str) -> bool {
    words(prompt).any(|word| word.eq_ignore_ascii_case("admin_consent"))
}

/// The words of a value: whatever is white space or cannot be seen separates them. A URL parser drops
/// tabs and line ends (<https://url.spec.whatwg.org/#concept-basic-url-parser>), so what stands on both
/// sides of one would become one word.
pub fn words(value: &str) -> impl Iterator<Item = &str> {
    value
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
}

/// The values of a query key, whatever its case; those that say nothing are left out.
pub fn values<'a>(url: &'a Url, key: &'a str) -> impl Iterator<Item = Cow<'a, str>> {
    url.query_pairs()
        .filter(move |(name, _)| name.eq_ignore_ascii_case(key))
        .map(|(_, value)| value)
        .filter(|value| !value.trim().is_empty())
}

/// The segments of a path, decoded and in lower case. Empty ones say nothing.
pub fn segments(url: &Url) -> Vec<String> {
    url.path_segments()
        .into_iter()
        .flatten()
        .map(|segment| {
            percent_encoding::percent_decode_str(segment)
                .decode_utf8_lossy()
                .trim()
                .to_lowercase()
        })
        .filter(|segment| !segment.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> Url {
        Url::parse(&format!("https://login.microsoftonline.com{path}")).unwrap()
    }

    #[test]
    fn an_organization_is_one_segment_of_the_path() {
        let tenant = |path: &str| endpoint(&at(path));
        assert_eq!(
            tenant("/birchwood/adminconsent"),
            (Endpoint::AdminConsentV1, Some("birchwood".to_owned()))
        );
        assert_eq!(tenant("/adminconsent"), (Endpoint::AdminConsentV1, None));
        assert_eq!(
            tenant("/birch/wood/adminconsent"),
            (Endpoint::Other, None),
            "no endpoint of the sign-in"
        );
    }

    #[test]
    fn case_percent_signs_and_empty_segments_change_nothing() {
        for path in [
            "/common/oauth2/v2.0/authorize",
            "/Common/OAuth2/V2.0/Authorize/",
            "/common/oauth2/v2%2E0/%61uthorize",
            "//common//oauth2/v2.0/authorize",
        ] {
            assert_eq!(endpoint(&at(path)).0, Endpoint::Authorize, "{path}");
        }
    }

    #[test]
    fn the_whole_organization_is_asked_for_by_path_or_by_any_word_of_any_prompt() {
        for (address, all) in [
            ("/common/adminConsent", true),
            ("/birchwood.example/v2.0/ADMINCONSENT/", true),
            ("/common/oauth2/authorize?prompt=admin_consent", true),
            ("/common/oauth2/authorize?PROMPT=Admin_Consent", true),
            ("/common/oauth2/authorize?prompt=login+admin_consent", true),
            (
                "/common/oauth2/authorize?prompt=login%09admin_consent",
                true,
            ),
            (
                "/common/oauth2/authorize?prompt=login&Prompt=admin_consent",
                true,
            ),
            ("/common/oauth2/authorize?prompt=consent", false),
            ("/common/oauth2/authorize?prompt=admin_consents", false),
            ("/common/oauth2/authorize?state=admin_consent", false),
        ] {
            assert_eq!(asks_for_all(&at(address)), all, "{address}");
        }
    }
}
