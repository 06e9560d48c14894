//! The page before a sign-in: who asks, what they will see, and who may go on from it.

use crate::kit::{
    Browser, EXTENSION, Program, RETURN_TO, Server, client, kind, location, problem, proof,
};
use consentry_wire::api::Restarted;
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::sync::Arc;
use url::Url;

async fn named(server: &Server, name: &str) -> reqwest::Response {
    let body = json!({"profile": "office-365-mover", "role": "other", "display_name": name, "return_to": RETURN_TO});
    let request = server
        .request(Method::POST, "/api/v1/connections")
        .json(&body);
    request.send().await.unwrap()
}

#[tokio::test]
async fn a_start_link_shows_who_asks_where_it_leads_and_what_they_will_see() {
    let server = Server::start().await;
    let program = server.create(Some(RETURN_TO)).await;
    let response = Browser::default().get(&program.created.start_url).await;
    assert_eq!(response.status(), StatusCode::OK);
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    let (_, form_to) = policy.split_once("form-action ").unwrap();
    let form_to: Vec<&str> = form_to.split(';').next().unwrap().split(' ').collect();
    // The answer's redirect is held against it, too; the organization's own sign-in may follow.
    assert_eq!(form_to, ["'self'", "https:", &server.fake.base]);
    let page = response.text().await.unwrap();
    for shown in [
        "<bdi>Ours</bdi>",
        "Office 365 Mover",
        crate::fake::CLIENT,
        "https://app.example<",
        "Your account name, and the name and ID of your organization",
        "The number of users and SharePoint sites",
        "the names of the people and groups assigned",
        "close this page",
    ] {
        assert!(page.contains(shown), "{shown} is not on {page}");
    }
    assert_eq!(page.matches("<button").count(), 1);
    assert!(!page.contains("<script"));
}

#[tokio::test]
async fn the_page_speaks_the_language_of_who_opens_it() {
    let server = Server::start().await;
    let program = server.create(None).await;
    for (tag, words) in [
        ("de", "Weiter zu Microsoft"),
        ("es", "Continuar a Microsoft"),
        ("fr", "Continuer vers Microsoft"),
        ("he", "dir=\"rtl\""),
        ("ja", "Microsoft に進む"),
        ("pt-BR", "Continuar para a Microsoft"),
    ] {
        let request = client()
            .get(&program.created.start_url)
            .header("accept-language", tag);
        let page = request.send().await.unwrap().text().await.unwrap();
        assert!(page.contains(words), "{tag}: {page}");
    }
}

#[tokio::test]
async fn a_program_that_only_looks_at_links_uses_none_up() {
    let server = Server::start().await;
    let program = server.create(None).await;
    for _ in 0..3 {
        let head = client().head(&program.created.start_url).send().await;
        assert_eq!(head.unwrap().status(), StatusCode::OK);
        let get = Browser::default().get(&program.created.start_url).await;
        assert_eq!(get.status(), StatusCode::OK);
    }
    server.sign_in(&program).await;
    assert_eq!(kind(&program.until_checked().await), "needs_admin_consent");
}

#[tokio::test]
async fn whoever_opens_the_link_and_does_not_go_on_gives_nothing_away() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let mut victim = Browser::default();
    victim.get(&program.created.start_url).await;
    // What the one who made the link knows of it does not help: the browser was never bound.
    let state = Url::parse(&program.created.authorization_url).unwrap();
    let query: std::collections::HashMap<_, _> = state.query_pairs().into_owned().collect();
    let code = server.fake.issue(&query["nonce"], &query["code_challenge"]);
    let callback = format!(
        "{}/oauth/callback?code={code}&state={}",
        server.base, query["state"]
    );
    assert_eq!(
        victim.get(&callback).await.status(),
        StatusCode::BAD_REQUEST
    );
    assert_eq!(server.fake.redeemed(), 0);
    assert_eq!(kind(&program.status().await), "awaiting_sign_in");
}

#[tokio::test]
async fn going_on_works_once_and_in_the_browser_that_saw_the_page() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let url = &program.created.start_url;
    let (mut mine, mut other) = (Browser::default(), Browser::default());
    let seen = proof(&mine.get(url).await.text().await.unwrap());
    other.get(url).await;
    let post = |proof: &str| client().post(url).form(&[("proof", proof)]);
    for refused in [
        other.send(post(&seen)).await,
        Browser::default().send(post(&seen)).await,
        mine.send(post("")).await,
        mine.send(client().post(url)).await,
    ] {
        assert!(refused.status().is_client_error(), "{refused:?}");
        assert!(refused.text().await.unwrap().starts_with("<!DOCTYPE html>"));
    }
    let gone_on = mine.send(post(&seen)).await;
    assert_eq!(gone_on.status(), StatusCode::SEE_OTHER);
    assert!(location(&gone_on).starts_with(&server.fake.base));
    assert_eq!(mine.send(post(&seen)).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(mine.get(url).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_of_another_site_cannot_go_on_for_a_person() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let url = &program.created.start_url;
    let mut browser = Browser::default();
    let proof = proof(&browser.get(url).await.text().await.unwrap());
    let sent = |origin: &str, site: &str| {
        let mut request = client().post(url).form(&[("proof", &proof)]);
        for (name, value) in [("origin", origin), ("sec-fetch-site", site)] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        request
    };
    for (origin, site) in [
        ("https://evil.example", ""),
        ("https://evil.example", "cross-site"),
        // A sandboxed frame hides where it is from.
        ("null", "cross-site"),
        ("null", "same-site"),
        ("null", "none"),
        ("", "cross-site"),
        (EXTENSION, "none"),
        (&server.base, "same-site"),
    ] {
        let refused = browser.send(sent(origin, site)).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN, "{origin} {site}");
    }
    let gone_on = browser.send(sent("null", "same-origin")).await;
    assert_eq!(
        gone_on.status(),
        StatusCode::SEE_OTHER,
        "nothing was used up"
    );
}

#[tokio::test]
async fn a_browser_that_tells_nothing_of_itself_can_go_on_with_what_the_page_gave_it() {
    let server = Server::start().await;
    for origin in [None, Some("null".to_owned()), Some(server.base.clone())] {
        let program = server.create(None).await;
        let url = &program.created.start_url;
        let mut browser = Browser::default();
        let proof = proof(&browser.get(url).await.text().await.unwrap());
        let mut request = client().post(url).form(&[("proof", proof)]);
        if let Some(origin) = &origin {
            request = request.header("origin", origin);
        }
        let gone_on = browser.send(request).await;
        assert_eq!(gone_on.status(), StatusCode::SEE_OTHER, "{origin:?}");
    }
}

#[tokio::test]
async fn a_name_that_hides_or_turns_what_stands_beside_it_is_refused() {
    let server = Server::start().await;
    for c in [
        '\u{0}',
        '\n',
        '\u{7f}',
        '\u{85}',
        '\u{ad}',
        '\u{61c}',
        '\u{180e}',
        '\u{200b}',
        '\u{200e}',
        '\u{200f}',
        '\u{2028}',
        '\u{2029}',
        '\u{202a}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2069}',
        '\u{feff}',
        '\u{fff9}',
        '\u{e0041}',
    ] {
        let refused = named(&server, &format!("Con{c}toso")).await;
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST, "{c:?}");
        assert_eq!(problem(refused).await.code, "bad-request");
    }
    for name in [
        "Contoso <b>&",
        "خط‌آهن",
        "👩‍💻 team",
        "בירצ׳ווד",
        "日本",
        &"x".repeat(100),
    ] {
        assert_eq!(
            named(&server, name).await.status(),
            StatusCode::CREATED,
            "{name}"
        );
    }
    assert_eq!(
        named(&server, &"x".repeat(101)).await.status(),
        StatusCode::BAD_REQUEST
    );
}

/// Another sign-in of a connection, carried out by somebody else up to the way back.
async fn again(server: &Server, program: &Program<'_>) -> (Browser, String) {
    let request = program.request(Method::POST, "/reauthorize");
    let again: Restarted = request.send().await.unwrap().json().await.unwrap();
    let mut stranger = Browser::default();
    let callback = server.until_callback(&mut stranger, &again.start_url).await;
    (stranger, callback)
}

#[tokio::test]
async fn a_sign_in_that_failed_gives_a_right_to_nothing_and_shows_nothing_of_the_connection() {
    type Spoil = fn(&mut serde_json::Value);
    let other_tenant: Spoil = |claims| {
        let other = "99999999-2222-4333-8444-555555555555";
        let issuer = claims["iss"]
            .as_str()
            .unwrap()
            .replace(crate::fake::TENANT, other);
        claims["tid"] = json!(other);
        claims["iss"] = json!(issuer);
    };
    let expired: Spoil = |claims| claims["exp"] = json!(1);
    for (spoil, declined, said) in [
        (None, true, "left-without-consent"),
        (Some(other_tenant), false, "other-tenant"),
        (Some(expired), false, "id-token-refused"),
    ] {
        let server = Server::start().await;
        server.fake.grant();
        let program = server.signed_in().await;
        program.until_authorized().await;
        let (mut stranger, mut callback) = again(&server, &program).await;
        server.fake.world().claims = spoil;
        if declined {
            callback = callback.replace("code=", "error=access_denied&x=");
        }
        let end = stranger.get(&callback).await;
        assert_eq!(end.status(), StatusCode::SEE_OTHER);
        let target = Url::parse(location(&end)).unwrap();
        assert_eq!(target.fragment().unwrap_or_default(), "", "{said}");
        let page = stranger.get(target.as_str()).await.text().await.unwrap();
        let words = consentry_server::problems::named(said).problem(
            &server.state.place(
                &server
                    .state
                    .store
                    .connection(program.id.parse().unwrap())
                    .await
                    .unwrap()
                    .unwrap(),
            ),
        );
        assert!(page.contains(&words.title), "{said}: {page}");
        for known in [
            "17 users",
            "43 SharePoint",
            crate::fake::PRINCIPAL,
            "adele@birchwood.example",
            "Ours",
            crate::fake::TENANT,
        ] {
            // Which tenant was expected has to be said, by its ID, which is public.
            if said == "other-tenant" && known == crate::fake::TENANT {
                continue;
            }
            assert!(!page.contains(known), "{said}: {known} is on {page}");
        }
        assert_eq!(kind(&program.status().await), "authorized", "{said}");
    }
}

#[tokio::test]
async fn of_two_overlapping_sign_ins_of_two_tenants_the_first_to_arrive_counts() {
    let server = Server::start().await;
    let program = server.create(None).await;
    let (mut one, callback) = again(&server, &program).await;
    let id = program.id.parse().unwrap();
    server.fake.world().claims = Some(|claims| {
        let other = "99999999-2222-4333-8444-555555555555";
        let issuer = claims["iss"]
            .as_str()
            .unwrap()
            .replace(crate::fake::TENANT, other);
        claims["tid"] = json!(other);
        claims["iss"] = json!(issuer);
    });
    let state = &server.state;
    let place = async || {
        let change = |connection: &mut consentry_server::connection::Connection| {
            connection.status.tenant = Some(consentry_wire::api::Tenant {
                id: crate::fake::TENANT.to_owned(),
                name: None,
            });
        };
        state.update_connection(id, change).await.unwrap();
    };
    // While the code is redeemed, somebody of the first tenant arrives.
    let barrier = Arc::new(tokio::sync::Barrier::new(2));
    server.fake.world().redeeming = Some(Arc::clone(&barrier));
    let arriving = tokio::spawn(async move { one.get(&callback).await.status() });
    barrier.wait().await;
    place().await;
    barrier.wait().await;
    assert_eq!(arriving.await.unwrap(), StatusCode::SEE_OTHER);
    let status = program.status().await;
    assert_eq!(status.tenant.unwrap().id, crate::fake::TENANT);
    assert_eq!(status.account, None, "nothing of who came too late");
}
