//! What an address asks for.

use crate::permission::Scope;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use url::Url;

/// An authorization request, as far as an address tells it (RFC 6749 section 4.1.1; for
/// `adminconsent` and the older endpoint, facts: protocol A1, portal-dom D.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// `client_id`, lower case.
    pub client_id: String,
    /// Which page it asks at.
    pub endpoint: Endpoint,
    /// The organization its path names: an id, a domain, or a word for several.
    pub tenant: Option<String>,
    /// `scope`, each with its service.
    pub scopes: Vec<Scope>,
    /// `resource`, of the older endpoint.
    pub resource: Option<String>,
    /// `prompt`.
    pub prompt: Option<String>,
    /// Host of `redirect_uri`.
    pub redirect_host: Option<String>,
}

/// Where a request goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endpoint {
    /// `/oauth2/v2.0/authorize`.
    Authorize,
    /// `/oauth2/authorize`: a `resource`, and what the app is set up to ask of it.
    AuthorizeV1,
    /// `/v2.0/adminconsent`: what `scope` names, for everybody.
    AdminConsent,
    /// `/adminconsent`: all the app is set up to ask for, for everybody.
    AdminConsentV1,
    /// None of these.
    #[default]
    Other,
}

/// The tenant of personal accounts (facts: protocol A1).
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

impl Request {
    /// Whether it asks for everybody's consent, whatever the page looks like.
    pub fn is_for_everybody(&self) -> bool {
        matches!(
            self.endpoint,
            Endpoint::AdminConsent | Endpoint::AdminConsentV1
        ) || self.asks_admin_by_prompt()
    }

    /// Whether a sign-in address asks for everybody's consent.
    pub fn asks_admin_by_prompt(&self) -> bool {
        self.prompt.as_deref() == Some("admin_consent")
    }

    /// Whether it is for personal accounts.
    pub fn is_personal(&self) -> bool {
        self.tenant
            .as_deref()
            .is_some_and(|tenant| tenant == "consumers" || tenant == PERSONAL)
    }

    /// The one organization it is for, where it names one.
    pub fn organization(&self) -> Option<&str> {
        self.tenant
            .as_deref()
            .filter(|tenant| !["common", "organizations", "consumers"].contains(tenant))
    }
}

fn endpoint(url: &Url) -> (Endpoint, Option<String>) {
    let path = url.path().to_ascii_lowercase();
    let path = path.trim_end_matches('/');
    let endings = [
        ("/oauth2/v2.0/authorize", Endpoint::Authorize),
        ("/oauth2/authorize", Endpoint::AuthorizeV1),
        ("/v2.0/adminconsent", Endpoint::AdminConsent),
        ("/adminconsent", Endpoint::AdminConsentV1),
    ];
    for (ending, endpoint) in endings {
        if let Some(tenant) = path.strip_suffix(ending) {
            let tenant = tenant.trim_start_matches('/');
            let one = !tenant.is_empty() && !tenant.contains('/');
            return (endpoint, one.then(|| tenant.to_owned()));
        }
    }
    (Endpoint::Other, None)
}

/// Whether a page at this address is about a new request, even if the address does not say which:
/// what an earlier address of the tab told is then no longer true.
pub fn begins(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| endpoint(&url).0 != Endpoint::Other)
}

/// Reads a request from an address; none, where it names no client, or names two.
pub fn request(address: &str) -> Option<Request> {
    let url = Url::parse(address).ok()?;
    let values = |key: &str| -> BTreeSet<String> {
        url.query_pairs()
            .filter(|(name, _)| name.eq_ignore_ascii_case(key))
            .map(|(_, value)| value.into_owned())
            .filter(|value| !value.is_empty())
            .collect()
    };
    let value = |key: &str| values(key).pop_first();
    let mut clients = values("client_id");
    let client_id = clients.pop_first().filter(|_| clients.is_empty())?;
    let (endpoint, tenant) = endpoint(&url);
    let resource = value("resource");
    let scopes = value("scope").unwrap_or_default();
    Some(Request {
        client_id: client_id.to_lowercase(),
        endpoint,
        tenant,
        scopes: scopes.split_whitespace().map(Scope::parse).collect(),
        resource,
        prompt: value("prompt").map(|prompt| prompt.to_lowercase()),
        redirect_host: value("redirect_uri")
            .and_then(|uri| Url::parse(&uri).ok())
            .and_then(|uri| uri.host_str().map(str::to_owned)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::Kind;
    use proptest::prelude::*;

    const HOST: &str = "https://login.microsoftonline.com";

    fn read(rest: &str) -> Request {
        request(&format!("{HOST}{rest}")).unwrap()
    }

    #[test]
    fn each_endpoint_is_told_with_its_organization() {
        let tenant = "0f5f7a4e-0000-4000-8000-000000000001";
        for (path, endpoint, everybody) in [
            ("/oauth2/v2.0/authorize", Endpoint::Authorize, false),
            ("/oauth2/authorize", Endpoint::AuthorizeV1, false),
            ("/v2.0/adminconsent", Endpoint::AdminConsent, true),
            ("/adminconsent", Endpoint::AdminConsentV1, true),
            ("/AdminConsent/", Endpoint::AdminConsentV1, true),
        ] {
            let request = read(&format!("/{}{path}?client_id=A", tenant.to_uppercase()));
            assert_eq!(request.endpoint, endpoint, "{path}");
            assert_eq!(request.organization(), Some(tenant), "{path}");
            assert_eq!(request.is_for_everybody(), everybody, "{path}");
        }
        assert_eq!(
            read("/common/oauth2/v2.0/authorize?client_id=A").organization(),
            None
        );
        assert!(read("/consumers/oauth2/v2.0/authorize?client_id=A").is_personal());
        assert!(read(&format!("/{PERSONAL}/oauth2/v2.0/authorize?client_id=A")).is_personal());
    }

    #[test]
    fn a_sign_in_that_asks_for_everybody_is_told() {
        let request = read("/common/oauth2/authorize?client_id=A&resource=r&prompt=admin_consent");
        assert!(request.is_for_everybody() && request.asks_admin_by_prompt());
        assert_eq!(request.resource.as_deref(), Some("r"));
        assert!(!read("/common/oauth2/authorize?client_id=A&prompt=consent").is_for_everybody());
    }

    #[test]
    fn scopes_keep_their_service() {
        let request = read(
            "/common/oauth2/v2.0/authorize?client_id=A&scope=openid%20https%3A%2F%2Fbirchwood.sharepoint.com%2FAllSites.Read",
        );
        assert_eq!(
            request
                .scopes
                .iter()
                .map(|scope| scope.shown(Kind::Delegated))
                .collect::<Vec<_>>(),
            ["openid", "AllSites.Read (SharePoint)"]
        );
    }

    #[test]
    fn an_address_that_names_two_apps_names_none() {
        let two = format!("{HOST}/common/oauth2/v2.0/authorize?client_id=good&client_id=bad");
        assert_eq!(request(&two), None);
        assert!(request(&two.replace("bad", "good")).is_some());
        assert!(begins(&two));
    }

    #[test]
    fn a_page_on_the_way_keeps_what_was_asked() {
        assert!(!begins(&format!("{HOST}/common/reprocess?ctx=1")));
        assert!(!begins(&format!("{HOST}/kmsi")));
        assert!(begins(&format!("{HOST}/common/oauth2/v2.0/authorize")));
    }

    proptest! {
        #[test]
        fn no_address_panics(rest in "\\PC{0,120}") {
            request(&format!("{HOST}/{rest}"));
            request(&rest);
            begins(&rest);
        }
    }

    #[test]
    fn an_organization_is_one_segment_of_the_path() {
        let tenant = |path: &str| endpoint(&Url::parse(&format!("{HOST}{path}")).unwrap()).1;
        assert_eq!(
            tenant("/birchwood/adminconsent").as_deref(),
            Some("birchwood")
        );
        assert_eq!(tenant("/adminconsent"), None);
        assert_eq!(tenant("/birch/wood/adminconsent"), None);
    }
}
