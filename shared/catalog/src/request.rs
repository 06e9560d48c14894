//! What an authorization endpoint's own address asks for.

use crate::data::Catalog;
use crate::endpoint::{self, Endpoint};
use crate::profile::Profile;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use url::Url;

/// An authorization request, as far as an address says it (RFC 6749 section 4.1.1,
/// <https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow>).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Request {
    /// The application ID, in the form IDs are [compared in](crate::guid::app_id). None where the address
    /// names no app, names several, or names one by something that is no ID.
    pub client_id: Option<String>,
    /// Which endpoint it goes to.
    pub endpoint: Endpoint,
    /// The organization its path names: an ID, a domain, or a word for several.
    pub tenant: Option<String>,
    /// `scope`, each with its service.
    pub scopes: Vec<Scope>,
    /// `resource`, of the older endpoint. None where there are several.
    pub resource: Option<String>,
    /// `prompt`, in lower case: all of its words.
    pub prompt: Option<String>,
    /// The origin of `redirect_uri`, or its scheme where it has no host.
    pub redirect: Option<String>,
    /// What the address contradicts itself in.
    pub doubts: BTreeSet<Doubt>,
}

/// What is odd about the address of a request. Nothing of it is ever resolved by a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// It names two apps.
    Apps,
    /// What names the app is no application ID.
    NotAnId,
    /// It names two organizations.
    Organizations,
    /// It gives two different values for what can have one.
    Values,
}

/// A longer text is no link that anybody would paste, in bytes.
pub const LONGEST: usize = 8000;

/// The tenant of personal accounts
/// (<https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference>).
const PERSONAL: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";
/// Words that stand for no one organization.
const SEVERAL: [&str; 3] = ["common", "organizations", "consumers"];

impl Request {
    /// The profile of the app it names.
    pub fn app<'c>(&self, catalog: &'c Catalog) -> Option<&'c Profile> {
        crate::profiles::by_client_id(catalog, self.client_id.as_deref()?)
    }

    /// Whether it asks for the whole organization's consent, whatever the page looks like.
    pub fn is_for_everybody(&self) -> bool {
        matches!(
            self.endpoint,
            Endpoint::AdminConsent | Endpoint::AdminConsentV1
        ) || self.asks_admin_by_prompt()
    }

    /// Whether a sign-in address asks for the whole organization's consent.
    pub fn asks_admin_by_prompt(&self) -> bool {
        self.prompt
            .as_deref()
            .is_some_and(endpoint::has_admin_prompt)
    }

    /// Whether each sign-in asks for consent again, whatever was granted before.
    pub fn asks_each_time(&self) -> bool {
        self.prompt
            .as_deref()
            .is_some_and(|prompt| endpoint::words(prompt).any(|word| word == "consent"))
    }

    /// Whether `scope` says nothing: the older endpoints ask for all that the app is configured with
    /// (<https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview>).
    pub fn ignores_scope(&self) -> bool {
        matches!(
            self.endpoint,
            Endpoint::AuthorizeV1 | Endpoint::AdminConsentV1
        )
    }

    /// Whether it asks for all that the app is configured with, be it listed here or not: so does a prompt
    /// for an admin's consent.
    pub fn asks_for_the_whole(&self) -> bool {
        self.ignores_scope() || self.asks_admin_by_prompt()
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
            .filter(|tenant| !SEVERAL.contains(tenant))
    }
}

/// Reads the request at an authorization endpoint; none at any other address.
pub fn request(address: &str) -> Option<Request> {
    let url = Url::parse(address).ok()?;
    let (endpoint, tenant) = endpoint::endpoint(&url);
    if endpoint == Endpoint::Other {
        return None;
    }
    let mut doubts = BTreeSet::new();
    let client_id = client_id(&url, &mut doubts);
    let mut one = |key: &str| {
        let mut values: BTreeSet<String> = endpoint::values(&url, key)
            .map(std::borrow::Cow::into_owned)
            .collect();
        let value = values.pop_first();
        if values.is_empty() {
            return value;
        }
        doubts.insert(Doubt::Values);
        None
    };
    let resource = one("resource");
    let redirect = one("redirect_uri").map(|uri| origin(&uri));
    if let (Some(path), Some(parameter)) = (&tenant, one("tenant"))
        && !path.eq_ignore_ascii_case(&parameter)
    {
        doubts.insert(Doubt::Organizations);
    }
    let all_words = |key: &str| -> Vec<String> {
        endpoint::values(&url, key)
            .flat_map(|value| {
                endpoint::words(&value)
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    let prompt = all_words("prompt").join(" ").to_lowercase();
    Some(Request {
        client_id,
        endpoint,
        tenant,
        scopes: all_words("scope")
            .iter()
            .map(|word| Scope::parse(word))
            .collect(),
        resource,
        prompt: Some(prompt).filter(|prompt| !prompt.is_empty()),
        redirect,
        doubts,
    })
}

/// The one app an address names. Only `client_id` names it; what else an app is called by (`appid`, which
/// chooses a signing key) can contradict it.
fn client_id(url: &Url, doubts: &mut BTreeSet<Doubt>) -> Option<String> {
    let ids = |key| -> BTreeSet<Option<String>> {
        endpoint::values(url, key)
            .map(|value| crate::guid::app_id(&value))
            .collect()
    };
    let clients = ids("client_id");
    if clients.contains(&None) {
        doubts.insert(Doubt::NotAnId);
    }
    if clients.union(&ids("appid")).count() > 1 {
        doubts.insert(Doubt::Apps);
        return None;
    }
    clients.into_iter().next().flatten()
}

/// Where a redirect address leads: its origin, or its scheme alone where it has none. Never more of it.
fn origin(uri: &str) -> String {
    Url::parse(uri).map_or_else(
        |_| String::new(),
        |url| match url.origin() {
            origin @ url::Origin::Tuple(..) => origin.ascii_serialization(),
            url::Origin::Opaque(_) => match url.host_str() {
                Some(host) => format!("{}://{host}", url.scheme()),
                None => format!("{}:", url.scheme()),
            },
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::Kind;
    use proptest::prelude::*;

    const HOST: &str = "https://login.microsoftonline.com";
    const A: &str = "11111111-2222-4333-8444-555555555555";
    const B: &str = "66666666-2222-4333-8444-555555555555";

    fn read(rest: &str) -> Request {
        request(&format!("{HOST}{rest}")).unwrap()
    }

    fn authorize(query: &str) -> Request {
        read(&format!("/common/oauth2/v2.0/authorize?{query}"))
    }

    #[test]
    fn each_endpoint_is_read_with_its_organization() {
        let tenant = "0f5f7a4e-0000-4000-8000-000000000001";
        for (path, endpoint, everybody) in [
            ("/oauth2/v2.0/authorize", Endpoint::Authorize, false),
            ("/oauth2/authorize", Endpoint::AuthorizeV1, false),
            ("/v2.0/adminconsent", Endpoint::AdminConsent, true),
            ("/adminconsent", Endpoint::AdminConsentV1, true),
            ("/adminConsent/", Endpoint::AdminConsentV1, true),
        ] {
            let request = read(&format!("/{}{path}?client_id={A}", tenant.to_uppercase()));
            assert_eq!(request.endpoint, endpoint, "{path}");
            assert_eq!(request.client_id.as_deref(), Some(A), "{path}");
            assert_eq!(request.organization(), Some(tenant), "{path}");
            assert_eq!(request.is_for_everybody(), everybody, "{path}");
        }
        assert_eq!(authorize("client_id=x").organization(), None);
        assert!(read("/consumers/oauth2/v2.0/authorize").is_personal());
        assert!(read(&format!("/{PERSONAL}/oauth2/v2.0/authorize")).is_personal());
    }

    #[test]
    fn no_other_address_names_an_app() {
        for path in [
            "/common/oauth2/deviceauth?otc=CODE&",
            "/common/wsfed?wtrealm=x&",
            "/common/saml2?SAMLRequest=x&",
            "/common/login?",
            "/common/reprocess?ctx=x&",
            "/common/oauth2/logout?",
            "/?",
        ] {
            assert_eq!(
                request(&format!("{HOST}{path}client_id={A}")),
                None,
                "{path}"
            );
        }
    }

    #[test]
    fn a_sign_in_that_asks_for_everybody_is_found_whatever_its_spelling() {
        for prompt in [
            "prompt=admin_consent",
            "PROMPT=Admin_Consent",
            "prompt=login%20admin_consent",
            "prompt=login&prompt=admin_consent",
        ] {
            let request = authorize(prompt);
            assert!(
                request.is_for_everybody() && request.asks_admin_by_prompt(),
                "{prompt}"
            );
        }
        assert!(!authorize("prompt=consent").is_for_everybody());
        assert!(authorize("prompt=select_account+consent").asks_each_time());
        assert!(!authorize("prompt=admin_consent").asks_each_time());
    }

    #[test]
    fn scopes_keep_their_service_and_are_split_at_any_white_space() {
        let shown = |query: &str| -> Vec<String> {
            authorize(query)
                .scopes
                .iter()
                .map(|scope| scope.shown(Catalog::built_in(), Kind::Delegated))
                .collect()
        };
        assert_eq!(
            shown("scope=openid%20https%3A%2F%2Fbirchwood.sharepoint.com%2FAllSites.Read"),
            ["openid", "AllSites.Read (SharePoint)"]
        );
        for between in [
            "%09",
            "%0A",
            "%0D%0A",
            "+%09+",
            "%C2%A0",
            "%00",
            "%E2%80%A8",
        ] {
            assert_eq!(
                shown(&format!(
                    "scope=https://graph.microsoft.com/Mail.ReadWrite{between}https://graph.microsoft.com/User.Read"
                )),
                ["Mail.ReadWrite", "User.Read"],
                "{between}"
            );
        }
    }

    #[test]
    fn an_address_that_names_two_apps_names_none_and_says_so() {
        let two = authorize(&format!("client_id={A}&client_id={B}"));
        assert_eq!(two.client_id, None);
        assert_eq!(two.doubts, [Doubt::Apps].into());
        let same = authorize(&format!(
            "client_id={A}&Client_ID=%7B{}%7D",
            A.to_uppercase()
        ));
        assert_eq!(same.client_id.as_deref(), Some(A));
        assert_eq!(same.doubts, BTreeSet::new());
        let other = authorize(&format!("client_id={A}&appid={B}"));
        assert_eq!(
            (other.client_id, other.doubts),
            (None, [Doubt::Apps].into())
        );
    }

    #[test]
    fn what_names_an_app_by_no_id_names_none_and_says_so() {
        let text = authorize("client_id=verified+by+your+organization:+accept");
        assert_eq!(text.client_id, None);
        assert_eq!(text.doubts, [Doubt::NotAnId].into());
        assert_eq!(authorize("client_id=").doubts, BTreeSet::new());
    }

    #[test]
    fn two_values_are_never_chosen_from() {
        let two = authorize(&format!(
            "client_id={A}&redirect_uri=https%3A%2F%2Fa.example&redirect_uri=https%3A%2F%2Fb.example&scope=User.Read&scope=Mail.Send"
        ));
        assert_eq!(two.redirect, None);
        assert_eq!(two.doubts, [Doubt::Values].into());
        assert_eq!(two.scopes.len(), 2, "all of them are asked for");
        let elsewhere = read(&format!(
            "/birchwood.example/oauth2/v2.0/authorize?client_id={A}&tenant=oakfield.example"
        ));
        assert_eq!(elsewhere.doubts, [Doubt::Organizations].into());
    }

    #[test]
    fn of_a_redirect_address_the_origin_is_kept() {
        for (uri, wanted) in [
            (
                "https%3A%2F%2FApp.Example%3A443%2Fcallback%3Fx",
                "https://app.example",
            ),
            (
                "http%3A%2F%2Flocalhost%3A7430%2Foauth",
                "http://localhost:7430",
            ),
            (
                "msauth.com.example%3A%2F%2Fauth",
                "msauth.com.example://auth",
            ),
            ("urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob", "urn:"),
            ("nothing", ""),
        ] {
            let request = authorize(&format!("redirect_uri={uri}"));
            assert_eq!(request.redirect.as_deref(), Some(wanted), "{uri}");
        }
    }

    #[test]
    fn a_request_that_version_0_1_stored_can_be_read() {
        let stored = format!(
            r#"{{"client_id":"{A}","endpoint":"authorize","tenant":"common","scopes":["openid"],"resource":null,"prompt":null,"redirect_host":"app.example"}}"#
        );
        let request: Request = serde_json::from_str(&stored).unwrap();
        assert_eq!(request.client_id.as_deref(), Some(A));
        assert_eq!(request.redirect, None);
    }

    proptest! {
        #[test]
        fn no_address_panics_and_an_app_is_always_an_id(rest in "\\PC{0,120}") {
            for address in [rest.clone(), format!("{HOST}/{rest}"), format!("{HOST}/common/adminconsent?client_id={rest}")] {
                if let Some(id) = request(&address).and_then(|request| request.client_id) {
                    prop_assert!(crate::guid::is_guid(&id));
                }
            }
        }
    }
}
