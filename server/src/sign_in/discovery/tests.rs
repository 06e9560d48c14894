//! What is believed of a discovery document, and how long.

use super::*;
use serde_json::{Value, json};
use std::cell::Cell;

const LOGIN: &str = "https://login.example";
const TENANT: &str = "11111111-2222-4333-8444-555555555555";

fn document(segment: &str, issuer: &str) -> Value {
    let base = format!("{LOGIN}/{segment}");
    json!({
        "issuer": format!("{LOGIN}/{issuer}/v2.0"),
        "authorization_endpoint": format!("{base}/oauth2/v2.0/authorize"),
        "token_endpoint": format!("{base}/oauth2/v2.0/token"),
        "jwks_uri": format!("{base}/discovery/v2.0/keys"),
    })
}

fn read(document: &Value, authority: &Authority) -> Result<Metadata, InvalidMetadata> {
    Metadata::read(document.to_string().as_bytes(), LOGIN, authority)
}

#[test]
fn what_microsoft_says_is_what_it_documents() {
    for (authority, issuer) in [
        (Authority::Organizations, "{tenantid}"),
        (Authority::Common, "{tenantid}"),
        (Authority::Tenant(TENANT.into()), TENANT),
    ] {
        let said = read(&document(authority.segment(), issuer), &authority);
        assert_eq!(said, Ok(Metadata::documented(LOGIN, &authority)));
    }
}

#[test]
fn f34_an_issuer_that_is_not_the_configured_one_is_refused() {
    let many = Authority::Organizations;
    let one = Authority::Tenant(TENANT.into());
    let domain = Authority::Domain("birchwood.example".into());
    for (authority, issuer) in [
        (&many, TENANT),
        (&one, "{tenantid}"),
        (&one, "99999999-2222-4333-8444-555555555555"),
        (&domain, "{tenantid}"),
        (&domain, "birchwood.example"),
    ] {
        let document = document(authority.segment(), issuer);
        assert_eq!(
            read(&document, authority),
            Err(InvalidMetadata::Issuer),
            "{issuer}"
        );
    }
    let mut elsewhere = document("organizations", "{tenantid}");
    elsewhere["issuer"] = json!("https://evil.example/{tenantid}/v2.0");
    assert_eq!(read(&elsewhere, &many), Err(InvalidMetadata::Issuer));
}

#[test]
fn f34_an_endpoint_elsewhere_is_refused() {
    for name in [
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "revocation_endpoint",
    ] {
        for address in [
            "https://evil.example/token",
            "http://login.example/token",
            "https://login.example:444/token",
            "https://login.example@evil.example/token",
            "https://me:you@login.example/token",
            "/token",
        ] {
            let mut document = document("organizations", "{tenantid}");
            document[name] = json!(address);
            assert_eq!(
                read(&document, &Authority::Organizations),
                Err(InvalidMetadata::Endpoint),
                "{name} {address}"
            );
        }
    }
}

#[test]
fn f36_offers_that_are_not_used_break_nothing() {
    let mut document = document("organizations", "{tenantid}");
    document["pushed_authorization_request_endpoint"] = json!("https://par.example/par");
    document["dpop_signing_alg_values_supported"] = json!(["ES256"]);
    document["authorization_details_types_supported"] = json!(["x"]);
    assert!(read(&document, &Authority::Organizations).is_ok());
}

#[test]
fn a_domain_stands_for_the_tenant_that_its_issuer_names() {
    let authority = Authority::Domain("birchwood.example".into());
    let known = read(&document("birchwood.example", TENANT), &authority).unwrap();
    assert_eq!(known.tenant().as_deref(), Some(TENANT));
    let many = Metadata::documented(LOGIN, &Authority::Organizations);
    assert_eq!(many.tenant(), None);
}

#[test]
fn each_tenant_has_a_token_endpoint_of_its_own() {
    let many = Metadata::documented(LOGIN, &Authority::Organizations);
    assert_eq!(
        many.token_of(TENANT),
        format!("{LOGIN}/{TENANT}/oauth2/v2.0/token")
    );
    let mut other = many.clone();
    other.token = format!("{LOGIN}/elsewhere/token");
    assert_eq!(other.token_of(TENANT), other.token);
}

fn good() -> Metadata {
    Metadata::documented(LOGIN, &Authority::Organizations)
}

#[tokio::test]
async fn it_is_fetched_once_a_day() {
    let (discovery, fetches) = (Discovery::default(), Cell::new(0));
    for now in [0, 1, KEEP_MS - 1, KEEP_MS] {
        let fetch = || async {
            fetches.set(fetches.get() + 1);
            Ok(good())
        };
        assert!(discovery.current(now, fetch).await.is_ok());
    }
    assert_eq!(fetches.get(), 2);
}

#[tokio::test]
async fn while_it_cannot_be_had_the_old_one_serves_for_a_day_and_not_longer() {
    for unknown in [
        MetadataError::Unavailable(UpstreamUnavailable::Unreachable),
        MetadataError::Invalid(InvalidMetadata::Issuer),
    ] {
        let discovery = Discovery::default();
        assert!(discovery.current(0, || async { Ok(good()) }).await.is_ok());
        let fail = || async { Err(unknown.clone()) };
        let late = KEEP_MS + STALE_MS;
        assert!(discovery.current(late - 1, fail).await.is_ok());
        assert_eq!(discovery.current(late, fail).await, Err(unknown.clone()));
    }
}

#[tokio::test]
async fn a_platform_in_trouble_is_asked_once_in_half_a_minute() {
    let (discovery, fetches) = (Discovery::default(), Cell::new(0));
    for now in [0, 1, COOL_DOWN_MS - 1, COOL_DOWN_MS] {
        let fetch = || async {
            fetches.set(fetches.get() + 1);
            Err(MetadataError::Unavailable(UpstreamUnavailable::Unreachable))
        };
        assert!(discovery.current(now, fetch).await.is_err());
    }
    assert_eq!(fetches.get(), 2);
}
