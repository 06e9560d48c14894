//! The link for the person who can grant.

use crate::fake::{CLIENT, PRINCIPAL, TENANT};
use crate::kit::{Browser, Program, Server, kind};
use consentry_wire::api::HandOff;
use reqwest::{Method, StatusCode};
use url::Url;

async fn link(program: &Program<'_>) -> HandOff {
    program
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap()
}

#[tokio::test]
async fn the_page_says_what_is_asked_by_whom_and_leads_straight_to_the_app() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    let link = link(&program).await;
    let response = Browser::default().get(&link.url).await;
    assert_eq!(response.status(), StatusCode::OK);
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    for part in [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "sha256-",
    ] {
        assert!(policy.contains(part), "{policy}");
    }
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let page = response.text().await.unwrap();
    for part in [
        "adele@birchwood.example",
        "Ours",
        TENANT,
        CLIENT,
        "Sites.FullControl.All",
        "Privileged Role Administrator",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let deep = format!(
        "href=\"https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{PRINCIPAL}/appId/{CLIENT}\""
    );
    assert!(page.contains(&deep));
    assert_eq!(page.matches("class=\"action\"").count(), 1);
    assert!(!page.contains("<script") && !page.contains("<form") && !page.contains("<input"));
}

#[tokio::test]
async fn the_page_speaks_the_language_that_the_browser_asks_for() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    program.until_checked().await;
    let link = link(&program).await;
    for (wanted, root, says) in [
        (
            "de-AT,de;q=0.9,en;q=0.8",
            r#"lang="de" dir="ltr""#,
            "Was erteilt wird",
        ),
        ("en;q=0.5,ja", r#"lang="ja" dir="ltr""#, "付与されるもの"),
        ("he", r#"lang="he" dir="rtl""#, "מה יוענק"),
        (
            "tlh,*;q=0.1",
            r#"lang="en" dir="ltr""#,
            "What will be granted",
        ),
        (
            "\u{e9};;=,q",
            r#"lang="en" dir="ltr""#,
            "What will be granted",
        ),
    ] {
        let response = reqwest::Client::new()
            .get(&link.url)
            .header("accept-language", wanted)
            .send()
            .await
            .unwrap();
        let varies = response.headers().get_all("vary");
        assert!(
            varies.iter().any(|names| names == "accept-language"),
            "{wanted}"
        );
        let page = response.text().await.unwrap();
        assert!(
            page.contains(root) && page.contains(says),
            "{wanted}: {page}"
        );
    }
}

#[tokio::test]
async fn a_refusal_is_said_in_that_language_too_with_what_to_do() {
    let server = Server::start().await;
    let response = reqwest::Client::new()
        .get(format!("{}/h/nobodys", server.base))
        .header("accept-language", "de")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let page = response.text().await.unwrap();
    for says in [
        "<h1>Link unbekannt, verwendet oder abgelaufen.</h1>",
        "Bitten Sie die Person, die ihn gesendet hat, um einen neuen Link.",
    ] {
        assert!(page.contains(says), "{page}");
    }
    assert!(!page.contains(r#"lang="en""#), "{page}");
}

#[tokio::test]
async fn a_name_with_markup_stays_a_name() {
    let server = Server::start().await;
    let body = serde_json::json!({"profile": "office-365-mover", "role": "other", "display_name": "<img src=x>"});
    let created: consentry_wire::api::Created = server
        .request(Method::POST, "/api/v1/connections")
        .json(&body)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let program = server.program(created);
    server.sign_in(&program).await;
    let page = Browser::default()
        .get(&link(&program).await.url)
        .await
        .text()
        .await
        .unwrap();
    assert!(page.contains("&lt;img src=x&gt;") && !page.contains("<img"));
}

#[tokio::test]
async fn looking_does_not_use_the_link_up_and_claiming_does() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let link = link(&program).await;
    for _ in 0..3 {
        assert_eq!(
            Browser::default().get(&link.url).await.status(),
            StatusCode::OK
        );
    }
    let handle = link.url.rsplit('/').next().unwrap();
    let claim = async || {
        let path = format!("/api/v1/handoffs/{handle}/claim");
        server
            .request(Method::POST, &path)
            .send()
            .await
            .unwrap()
            .status()
    };
    assert_eq!(claim().await, StatusCode::OK);
    assert_eq!(claim().await, StatusCode::NOT_FOUND);
    assert_eq!(
        Browser::default().get(&link.url).await.status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_link_of_yesterday_says_that_it_has_expired() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let link = link(&program).await;
    server.clock.forward(24 * 60 * 60 * 1000);
    for url in [
        link.url,
        format!("{}/h/{}", server.base, "x".repeat(43)),
        format!("{}/h/../x", server.base),
    ] {
        let response = Browser::default().get(&url).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{url}");
    }
}

#[tokio::test]
async fn before_a_sign_in_there_is_nothing_to_hand_off() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let response = program
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::CONFLICT);
}

#[tokio::test]
async fn f27_an_admins_return_is_a_hint_and_its_error_counts_first() {
    let server = Server::start().await;
    let program = server.signed_in().await;
    let page = Browser::default()
        .get(&link(&program).await.url)
        .await
        .text()
        .await
        .unwrap();
    let start = page.find("/adminconsent?").unwrap();
    let address = &page[start..start + page[start..].find('<').unwrap()].replace("&amp;", "&");
    let consent = Url::parse(&format!("{}{address}", server.fake.base)).unwrap();
    let state = consent
        .query_pairs()
        .find(|(name, _)| name == "state")
        .unwrap()
        .1
        .into_owned();
    let back = |query: &str| {
        format!(
            "{}/oauth/adminconsent/callback?{query}&state={state}",
            server.base
        )
    };

    let refused =
        back("admin_consent=True&error=access_denied&error_description=AADSTS65004%3A+no");
    let text = Browser::default().get(&refused).await.text().await.unwrap();
    assert!(text.contains("declined"), "{text}");
    assert_eq!(kind(&program.status().await), "needs_admin_consent");

    let forged = back("admin_consent=True&tenant=99999999-2222-4333-8444-555555555555");
    let text = Browser::default().get(&forged).await.text().await.unwrap();
    assert!(text.contains("Thank you"), "{text}");
    let status = program
        .until("propagating", |status| kind(status) == "propagating")
        .await;
    assert_eq!(status.tenant.unwrap().id, TENANT);

    let stranger = format!(
        "{}/oauth/adminconsent/callback?admin_consent=True&state={}",
        server.base,
        "x".repeat(43)
    );
    assert_eq!(
        Browser::default().get(&stranger).await.status(),
        StatusCode::BAD_REQUEST
    );
}
