//! A running tenant and the steps that most stories share.

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use practice_tenant::{Options, Practice, Scenario, start};
use reqwest::Url;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::browser::{Browser, Page};

pub(crate) const ADELE: &str = "adele.admin@birchwood.example";
pub(crate) const SAM: &str = "sam.sharepoint@birchwood.example";
pub(crate) const UMA: &str = "uma.user@birchwood.example";
pub(crate) const MOVER: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
pub(crate) const SECRET: &str = "practice-secret";
pub(crate) const CALLBACK: &str = "https://backend.example/oauth/callback";
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub(crate) const LOGIN: &str = "https://login.microsoftonline.com";
pub(crate) const SCOPE: &str =
    "openid profile offline_access https://graph.microsoft.com/Sites.Manage.All";

pub(crate) struct Stage {
    pub(crate) practice: Practice,
    client: reqwest::Client,
}

impl Stage {
    pub(crate) async fn new(scenario: Scenario) -> Self {
        Self::with_backend(scenario, "https://backend.example").await
    }

    pub(crate) async fn with_backend(scenario: Scenario, backend: &str) -> Self {
        let practice = start(Options {
            scenario,
            listen: "127.0.0.1:0".parse().unwrap(),
            backend: Url::parse(backend).unwrap(),
            client_secret: SECRET.to_owned(),
        })
        .await
        .unwrap();
        let ca = reqwest::Certificate::from_pem(practice.ca_pem.as_bytes()).unwrap();
        let mut client = reqwest::Client::builder()
            .tls_certs_only([ca])
            .redirect(reqwest::redirect::Policy::none());
        for host in &practice.hosts {
            let host = host.replace('*', "sandbox-1");
            client = client.resolve(&host, practice.addr);
        }
        Self {
            practice,
            client: client.build().unwrap(),
        }
    }

    pub(crate) fn client(&self) -> &reqwest::Client {
        &self.client
    }

    pub(crate) fn browser(&self) -> Browser {
        Browser::new(self.client.clone())
    }

    fn control(&self, path: &str) -> String {
        format!("http://{}{path}", self.practice.control_addr)
    }

    pub(crate) async fn state(&self) -> Value {
        self.client
            .get(self.control("/state"))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    pub(crate) async fn tenant_id(&self) -> String {
        self.state().await["tenant"]["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub(crate) async fn patch(&self, patch: Value) -> reqwest::Response {
        self.client
            .post(self.control("/scenario"))
            .json(&patch)
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn tell(&self, path: &str) {
        let answer = self.client.post(self.control(path)).send().await.unwrap();
        assert!(answer.status().is_success());
    }

    /// Signs in up to the page after the picker.
    pub(crate) async fn sign_in(
        &self,
        browser: &Browser,
        upn: &str,
        change: &[(&str, &str)],
    ) -> Page {
        let picker = browser.get(&authorize_url(change)).await;
        pick(browser, &picker, upn).await
    }

    /// Signs in and accepts; answers the callback's parameters.
    pub(crate) async fn accept(&self, upn: &str, tick: bool) -> BTreeMap<String, String> {
        let browser = self.browser();
        let consent = self.sign_in(&browser, upn, &[]).await;
        answer_consent(&browser, &consent, tick).await.redirect().1
    }

    /// A token request with everything right, but for `change`.
    pub(crate) async fn redeem(&self, code: &str, change: &[(&str, &str)]) -> (u16, Value) {
        let usual = [
            ("grant_type", "authorization_code"),
            ("client_id", MOVER),
            ("client_secret", SECRET),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
            ("code", code),
        ];
        self.token("organizations", &changed(&usual, change)).await
    }

    pub(crate) async fn token(&self, tenant: &str, form: &[(&str, &str)]) -> (u16, Value) {
        let url = format!("{LOGIN}/{tenant}/oauth2/v2.0/token");
        let answer = self.client.post(url).form(form).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// A fresh app-only token.
    pub(crate) async fn app_token(&self) -> String {
        let tenant = self.tenant_id().await;
        let (status, body) = self.token(&tenant, &credentials()).await;
        assert_eq!(status, 200, "{body}");
        body["access_token"].as_str().unwrap().to_owned()
    }

    /// A fresh token of the organization's own registration.
    pub(crate) async fn observer_token(&self) -> String {
        let tenant = self.tenant_id().await;
        let form = credentials().map(|(name, value)| match name {
            "client_id" => (name, OBSERVER),
            _ => (name, value),
        });
        let (status, body) = self.token(&tenant, &form).await;
        assert_eq!(status, 200, "{body}");
        body["access_token"].as_str().unwrap().to_owned()
    }

    /// The whole way to the admin's grant.
    pub(crate) async fn admin_consent(&self, upn: &str) -> Page {
        let browser = self.browser();
        let picker = browser.get(&admin_consent_url()).await;
        let page = pick(&browser, &picker, upn).await;
        if !page.has("action=\"/common/Consent/Set\"") {
            return page;
        }
        answer_consent(&browser, &page, false).await
    }
}

pub(crate) const OBSERVER: &str = "0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e";

pub(crate) fn credentials() -> [(&'static str, &'static str); 4] {
    [
        ("grant_type", "client_credentials"),
        ("client_id", MOVER),
        ("client_secret", SECRET),
        ("scope", "https://graph.microsoft.com/.default"),
    ]
}

pub(crate) fn admin_consent_url() -> String {
    let landing = "https://portal.azure.com/TokenAuthorize";
    format!("{LOGIN}/organizations/adminconsent?client_id={MOVER}&redirect_uri={landing}&state=s")
}

/// The authorization request of the backend, but for `change`; an empty value removes a name.
pub(crate) fn authorize_url(change: &[(&str, &str)]) -> String {
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let usual = [
        ("client_id", MOVER),
        ("redirect_uri", CALLBACK),
        ("response_type", "code"),
        ("response_mode", "query"),
        ("scope", SCOPE),
        ("state", "practice-state"),
        ("nonce", "practice-nonce"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("prompt", "select_account"),
    ];
    let mut url = Url::parse(&format!("{LOGIN}/organizations/oauth2/v2.0/authorize")).unwrap();
    url.query_pairs_mut().extend_pairs(changed(&usual, change));
    url.into()
}

fn changed<'a>(
    usual: &[(&'a str, &'a str)],
    change: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let kept = usual
        .iter()
        .filter(|(name, _)| !change.iter().any(|(n, _)| n == name));
    let new = change.iter().filter(|(_, value)| !value.is_empty());
    kept.chain(new).copied().collect()
}

pub(crate) async fn pick(browser: &Browser, picker: &Page, upn: &str) -> Page {
    let (ctx, canary) = (picker.field("ctx"), picker.field("canary"));
    let form = [("ctx", ctx.as_str()), ("canary", &canary), ("login", upn)];
    let page = browser.post(&format!("{LOGIN}/common/login"), &form).await;
    reprocessed(browser, page).await
}

/// Goes on to the page that an account leads to, and no further.
pub(crate) async fn reprocessed(browser: &Browser, page: Page) -> Page {
    if !page.headers.contains_key("location") {
        return page;
    }
    let (to, _) = page.redirect();
    if to.path() != "/common/reprocess" {
        return page;
    }
    browser.get(to.as_str()).await
}

pub(crate) async fn answer_consent(browser: &Browser, page: &Page, tick: bool) -> Page {
    let (ctx, canary) = (page.field("ctx"), page.field("canary"));
    let mut form = vec![
        ("ctx", ctx.as_str()),
        ("canary", &canary),
        ("acceptConsent", "true"),
    ];
    if tick {
        form.push(("orgConsent", "true"));
    }
    browser
        .post(&format!("{LOGIN}/common/Consent/Set"), &form)
        .await
}

/// Claims of a token, unverified: these tests own the issuer.
pub(crate) fn claims(token: &str) -> Value {
    let body = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(body).unwrap()).unwrap()
}

/// A fault as `POST /scenario` takes it.
pub(crate) fn fault(at: &str, code: &str) -> Value {
    json!({ "fault": { "at": at, "code": code } })
}
