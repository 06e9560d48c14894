//! A browser without a screen that goes through the practice tenant's sign-in: follows, chooses an
//! account, presses Accept, and stops before it leaves.

use practice_tenant::Practice;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client};
use url::Url;

/// Goes on until an address fits, which nobody has to answer.
pub(crate) async fn walk(
    practice: &Practice,
    start: &str,
    account: &str,
    is_there: impl Fn(&Url) -> bool,
) -> Url {
    let authority = Certificate::from_pem(practice.ca_pem.as_bytes()).unwrap();
    let client = Client::builder()
        .redirect(Policy::none())
        .cookie_store(true)
        .tls_certs_merge([authority])
        .resolve("login.microsoftonline.com", practice.addr)
        .build()
        .unwrap();
    let mut url = Url::parse(start).unwrap();
    let mut response = client.get(url.clone()).send().await.unwrap();
    for _ in 0..12 {
        if let Some(location) = response.headers().get(LOCATION) {
            url = url.join(location.to_str().unwrap()).unwrap();
            if is_there(&url) {
                return url;
            }
            response = client.get(url.clone()).send().await.unwrap();
            continue;
        }
        let page = response.text().await.unwrap();
        let action = between(&page, "method=\"post\" action=\"", "\"")
            .unwrap_or_else(|| panic!("{url} leads nowhere:\n{page}"));
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
        response = client.post(url.clone()).form(&form).send().await.unwrap();
    }
    panic!("still under way at {url}");
}

/// The text between two others, with the one entity that addresses have.
fn between(text: &str, before: &str, after: &str) -> Option<String> {
    let start = text.find(before)? + before.len();
    let end = start + text[start..].find(after)?;
    Some(text[start..end].replace("&amp;", "&"))
}
