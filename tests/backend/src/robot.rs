//! A browser without a screen that goes through the practice tenant's sign-in: follows, chooses an
//! account, presses Accept, and stops where it is told.

use practice_tenant::Practice;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, Response};
use std::net::SocketAddr;
use std::time::Duration;
use url::Url;

/// Hosts of the practice tenant that a sign-in meets.
const HOSTS: [&str; 3] = [
    "login.microsoftonline.com",
    "portal.azure.com",
    "app.mover.io",
];

/// One browser, with cookies of its own.
pub struct Robot {
    client: Client,
}

impl Robot {
    /// A browser that reaches the practice tenant.
    pub fn new(practice: &Practice) -> Self {
        Self::through(practice, practice.addr)
    }

    /// A browser that reaches the practice tenant through another address.
    pub fn through(practice: &Practice, addr: SocketAddr) -> Self {
        Self::at(practice.ca_pem.as_bytes(), addr)
    }

    /// A browser that reaches a practice tenant in another process, by its authority and address.
    pub fn at(authority_pem: &[u8], addr: SocketAddr) -> Self {
        let authority = Certificate::from_pem(authority_pem).unwrap();
        let mut builder = Client::builder()
            .redirect(Policy::none())
            .cookie_store(true)
            .timeout(Duration::from_secs(30))
            .tls_certs_merge([authority]);
        for host in HOSTS {
            builder = builder.resolve(host, addr);
        }
        Self {
            client: builder.build().unwrap(),
        }
    }

    /// Goes on until `is_there`; gives the address and the answer there.
    pub async fn walk(
        &self,
        start: &str,
        account: &str,
        is_there: impl Fn(&Url) -> bool,
    ) -> (Url, Response) {
        let walked = self.try_walk(start, account, is_there).await;
        walked.unwrap_or_else(|error| panic!("{error}"))
    }

    /// As [`Self::walk`], for a world in which things break. Says where it went wrong.
    pub async fn try_walk(
        &self,
        start: &str,
        account: &str,
        is_there: impl Fn(&Url) -> bool,
    ) -> Result<(Url, Response), String> {
        let url = self.try_walk_to(start, account, is_there).await?;
        let response = self.get(&url).await?;
        Ok((url, response))
    }

    /// As [`Self::try_walk`], and does not open the address where it ends.
    pub async fn try_walk_to(
        &self,
        start: &str,
        account: &str,
        is_there: impl Fn(&Url) -> bool,
    ) -> Result<Url, String> {
        let mut url = Url::parse(start).unwrap();
        if is_there(&url) {
            return Ok(url);
        }
        let mut response = self.get(&url).await?;
        for _ in 0..12 {
            if let Some(location) = response.headers().get(LOCATION) {
                url = url.join(location.to_str().unwrap()).unwrap();
                if is_there(&url) {
                    return Ok(url);
                }
                response = self.get(&url).await?;
                continue;
            }
            let page = response.text().await.map_err(|error| error.to_string())?;
            let action = between(&page, "method=\"post\" action=\"", "\"")
                .ok_or_else(|| format!("{} leads nowhere:\n{page}", url.path()))?;
            url = url.join(&action).unwrap();
            let field = |name: &str| {
                between(&page, &format!("name=\"{name}\" value=\""), "\"").unwrap_or_default()
            };
            let form = [
                ("proof", field("proof")),
                ("ctx", field("ctx")),
                ("canary", field("canary")),
                ("login", account.to_owned()),
                ("acceptConsent", "true".to_owned()),
            ];
            let sent = self.client.post(url.clone()).form(&form).send().await;
            response = sent.map_err(|error| error.to_string())?;
        }
        Err(format!("still under way at {}", url.path()))
    }

    /// Opens one address and follows nothing.
    pub async fn get(&self, url: &Url) -> Result<Response, String> {
        let sent = self.client.get(url.clone()).send().await;
        sent.map_err(|error| error.to_string())
    }
}

/// The text between two others, with the one entity that addresses have.
pub fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let start = text.find(before)? + before.len();
    let end = start + text[start..].find(after)?;
    Some(text[start..end].replace("&amp;", "&"))
}
