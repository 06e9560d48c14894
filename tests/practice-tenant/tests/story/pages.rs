use practice_tenant::Scenario;
use reqwest::StatusCode;
use serde_json::json;

use super::stage::{ADELE, LOGIN, SAM, Stage, UMA, admin_consent_url, authorize_url, pick};

const WATERMARK: &str = "Practice tenant: not Microsoft";

#[tokio::test]
async fn every_sign_in_page_is_strict_and_says_what_it_is() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let picker = browser.get(&authorize_url(&[])).await;
    let admin = browser.get(&admin_consent_url()).await;
    let pages = [
        browser.get(&format!("{LOGIN}/")).await,
        pick(&browser, &browser.get(&authorize_url(&[])).await, "").await,
        stage.sign_in(&browser, ADELE, &[]).await,
        stage.sign_in(&browser, UMA, &[]).await,
        pick(&browser, &admin, ADELE).await,
        browser
            .get(&authorize_url(&[("client_id", "nobody")]))
            .await,
        picker,
    ];
    for page in pages {
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        for part in [
            "default-src 'none'",
            "script-src 'nonce-",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{part} in {policy} of {}", page.url);
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(page.has(WATERMARK), "{}", page.url);
        assert!(page.has("<title>Practice: "), "{}", page.url);
        assert!(
            page.has("<meta name=\"PageID\" content=\"Converged"),
            "{}",
            page.url
        );
        assert!(page.has("//<![CDATA[\n$Config={"), "{}", page.url);
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap();
        let scripts = page.body.matches("<script").count();
        let allowed = page.body.matches(&format!("nonce=\"{nonce}\"")).count();
        assert_eq!(
            allowed,
            scripts + 1,
            "every script and the style carry the nonce"
        );
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn every_host_says_that_it_is_not_microsoft() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    for url in [
        "https://portal.azure.com/",
        "https://entra.microsoft.com/",
        "https://entra.microsoft.com/birchwood.example/",
        "https://sandbox-1.reactblade.portal.azure.net/React/Index?reactView=true",
        "https://app.mover.io/",
        "https://app.mover.io/connectors?side=destination",
        "https://app.mover.io/connectors/new?side=destination",
        "https://login.live.com/oauth20_authorize.srf",
    ] {
        let page = browser.get(url).await;
        assert_eq!(page.status, StatusCode::OK, "{url}");
        assert!(page.has(WATERMARK), "{url}");
        assert!(
            page.headers.contains_key("content-security-policy"),
            "{url}"
        );
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_portals_scripts_are_all_there() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let base = "https://portal.azure.com/assets/portal";
    let (mut waiting, mut seen) = (
        vec!["shell.js".to_owned(), "frame.js".to_owned()],
        Vec::new(),
    );
    while let Some(file) = waiting.pop() {
        let page = browser.get(&format!("{base}/{file}")).await;
        assert_eq!(page.status, StatusCode::OK, "{file}");
        let imports = page.body.split("from \"./").skip(1);
        waiting.extend(
            imports
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .filter(|f| !seen.contains(f)),
        );
        seen.push(file);
    }
    assert!(seen.len() > 15, "{seen:?}");
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_short_link_leads_to_the_list_in_the_scenarios_portal() {
    let stage = Stage::new(Scenario::default()).await;
    let link = "https://aka.ms/office365moverauth";
    let (azure, _) = stage.browser().get(link).await.redirect();
    assert_eq!(azure.host_str(), Some("portal.azure.com"));
    assert!(
        azure
            .fragment()
            .unwrap()
            .contains("StartboardApplicationsMenuBlade/AllApps")
    );
    stage.patch(json!({ "portal": "entra" })).await;
    let (entra, _) = stage.browser().get(link).await.redirect();
    assert_eq!(entra.host_str(), Some("entra.microsoft.com"));
    stage.practice.stop().await;
}

#[tokio::test]
async fn another_host_is_not_answered_for() {
    let stage = Stage::new(Scenario::default()).await;
    let answer = stage
        .client()
        .get("https://graph.microsoft.com/")
        .header("host", "example.com")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST);
    stage.practice.stop().await;
}

#[tokio::test]
async fn an_unknown_key_of_a_patch_is_refused_and_changes_nothing() {
    let stage = Stage::new(Scenario::default()).await;
    let answer = stage.patch(json!({ "sites": 1, "latencyms": 5 })).await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    assert!(answer.text().await.unwrap().contains("latencyms"));
    let kept = stage
        .patch(json!({}))
        .await
        .json::<serde_json::Value>()
        .await
        .unwrap();
    assert_eq!(kept["sites"], 43);
    stage.practice.stop().await;
}

#[tokio::test]
async fn reset_forgets_what_happened_and_what_was_patched() {
    let stage = Stage::new(Scenario::default()).await;
    stage.patch(json!({ "users": 3 })).await;
    stage.accept(SAM, false).await;
    stage.tell("/reset").await;
    let told = stage.state().await;
    assert_eq!(
        (&told["consents"], &told["app"]),
        (&json!([]), &json!(null))
    );
    let kept = stage
        .patch(json!({}))
        .await
        .json::<serde_json::Value>()
        .await
        .unwrap();
    assert_eq!(kept["users"], 17);
    stage.practice.stop().await;
}

#[tokio::test]
async fn pages_speak_the_scenarios_language() {
    let german = Scenario {
        language: practice_tenant::Language::De,
        ..Scenario::default()
    };
    let stage = Stage::new(german).await;
    let page = stage.sign_in(&stage.browser(), ADELE, &[]).await;
    assert!(page.has("<html lang=\"de\""));
    assert!(page.has("Zustimmung im Namen Ihrer Organisation"));
    assert!(page.has("value=\"Annehmen\""));
    stage.practice.stop().await;
}
