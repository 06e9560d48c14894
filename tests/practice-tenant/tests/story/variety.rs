//! The forms that real pages may have: each key of a scenario does what scenario.toml says.

use practice_tenant::{AdminLink, Language, Portal, PortalAddress, Scenario, Starter, TickPlace};
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{
    browser::{Browser, Page},
    stage::{ADELE, LOGIN, MOVER, SAM, Stage, answer_consent, authorize_url, pick, reprocessed},
};

const SHORT_LINK: &str = "https://aka.ms/office365moverauth";

async fn next(browser: &Browser, page: &Page, path: &str) -> Page {
    let (ctx, canary) = (page.field("ctx"), page.field("canary"));
    let form = [("ctx", ctx.as_str()), ("canary", &canary)];
    browser.post(&format!("{LOGIN}{path}"), &form).await
}

async fn signed_in(stage: &Stage, portal: &str) -> Browser {
    let browser = stage.browser();
    let start = browser.get(&format!("{portal}/signin/start")).await;
    let picker = browser.follow(start).await;
    let back = pick_at(&browser, &picker, ADELE).await;
    let back = browser.follow(back).await;
    assert!(back.has("return.js"), "{}", back.body);
    let shell = browser.get(&format!("{portal}/")).await;
    assert!(shell.has("fxs-show-journey"), "{portal}: {}", shell.body);
    browser
}

/// Picks at the host the picker is on.
async fn pick_at(browser: &Browser, picker: &Page, upn: &str) -> Page {
    let (ctx, canary) = (picker.field("ctx"), picker.field("canary"));
    let form = [("ctx", ctx.as_str()), ("canary", &canary), ("login", upn)];
    let to = picker.url.join("/common/login").unwrap();
    let page = browser.post(to.as_str(), &form).await;
    reprocessed(browser, page).await
}

fn parsed(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap_or_else(|_| panic!("{}", page.body))
}

#[tokio::test]
async fn each_cloud_signs_in_at_its_own_host_and_comes_back() {
    let stage = Stage::new(Scenario::default()).await;
    for (portal, login) in [
        ("https://ms.portal.azure.com", "login.microsoftonline.com"),
        (
            "https://portal.azure.com.mcas.ms",
            "login.microsoftonline.com",
        ),
        ("https://portal.azure.us", "login.microsoftonline.us"),
        ("https://entra.microsoft.us", "login.microsoftonline.us"),
        (
            "https://portal.azure.cn",
            "login.partner.microsoftonline.cn",
        ),
        (
            "https://entra.microsoftonline.cn",
            "login.partner.microsoftonline.cn",
        ),
    ] {
        let start = stage.browser().get(&format!("{portal}/signin/start")).await;
        assert_eq!(start.redirect().0.host_str(), Some(login), "{portal}");
        signed_in(&stage, portal).await;
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_short_link_leads_where_the_scenario_says() {
    let to = async |scenario| {
        let stage = Stage::new(scenario).await;
        let link = stage.browser().get(SHORT_LINK).await;
        stage.practice.stop().await;
        link.redirect().0.to_string()
    };
    let path = to(Scenario {
        portal: Portal::Entra,
        portal_address: PortalAddress::Path,
        ..Scenario::default()
    });
    assert!(
        path.await
            .starts_with("https://entra.microsoft.com/birchwood.onmicrosoft.com/#blade/")
    );
    let fragment = to(Scenario {
        portal_address: PortalAddress::Fragment,
        ..Scenario::default()
    });
    assert!(
        fragment
            .await
            .starts_with("https://portal.azure.com/#@birchwood.onmicrosoft.com/blade/")
    );
    let direct = to(Scenario {
        portal: Portal::AzureUs,
        admin_link: AdminLink::Direct,
        ..Scenario::default()
    })
    .await;
    assert!(
        direct.starts_with("https://login.microsoftonline.us/"),
        "{direct}"
    );
    assert!(
        direct.contains(&format!("/adminconsent?client_id={MOVER}&")),
        "{direct}"
    );
}

#[tokio::test]
async fn a_guest_of_another_tenant_is_turned_away_and_a_personal_account_sent_elsewhere() {
    let stage = Stage::new(Scenario {
        guests: 3,
        personal_account: true,
        ..Scenario::default()
    })
    .await;
    let browser = stage.browser();
    let picker = browser.get(&authorize_url(&[])).await;
    assert!(picker.has("adele.admin@oakfield.example"));
    let turned_away = pick(&browser, &picker, "adele.admin@oakfield.example").await;
    assert_eq!(turned_away.status, StatusCode::BAD_REQUEST);
    assert!(turned_away.has("AADSTS50020"));
    let picker = browser.get(&authorize_url(&[])).await;
    let elsewhere = pick(&browser, &picker, "adele.admin@personal.example").await;
    assert_eq!(elsewhere.redirect().0.host_str(), Some("login.live.com"));
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_interrupts_come_in_order_and_once_for_each_sign_in() {
    let stage = Stage::new(Scenario {
        approve_sign_in_ms: 5,
        stay_signed_in: true,
        ..Scenario::default()
    })
    .await;
    let browser = stage.browser();
    let approval = stage.sign_in(&browser, ADELE, &[]).await;
    assert!(approval.has("\"pgid\":\"ConvergedTFA\""));
    let stay = next(&browser, &approval, "/common/SAS/ProcessAuth").await;
    assert!(stay.has("id=\"KmsiCheckboxField\""));
    let consent = next(&browser, &stay, "/kmsi").await;
    assert!(consent.has("\"pgid\":\"ConvergedConsent\""));
    let again = stage.sign_in(&browser, ADELE, &[]).await;
    assert!(
        again.has("\"pgid\":\"ConvergedConsent\""),
        "who is signed in has proven it"
    );
    let other = stage.sign_in(&browser, SAM, &[]).await;
    assert!(other.has("\"pgid\":\"ConvergedTFA\""));
    stage.practice.stop().await;
}

#[tokio::test]
async fn after_an_earlier_consent_only_the_rest_is_asked() {
    let stage = Stage::new(Scenario {
        earlier_consent: true,
        starter: Starter::SharepointAdmin,
        ..Scenario::default()
    })
    .await;
    let asked = async |upn| {
        let page = stage.sign_in(&stage.browser(), upn, &[]).await;
        page.has("\"View your basic profile\"")
    };
    assert!(!asked(SAM).await);
    assert!(asked(ADELE).await, "somebody else is asked for everything");
    assert!(stage.state().await["app"]["object_id"].is_string());
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_consent_page_has_the_order_and_the_badge_that_the_scenario_names() {
    let page = async |scenario| {
        let stage = Stage::new(scenario).await;
        let page = stage.sign_in(&stage.browser(), ADELE, &[]).await;
        stage.practice.stop().await;
        page
    };
    let usual = page(Scenario::default()).await;
    let at = |page: &Page, text: &str| page.body.find(text).unwrap();
    assert!(at(&usual, "class=\"scopes") < at(&usual, "name=\"orgConsent\""));
    assert!(usual.has("class=\"unverified\"") && usual.has("aria-expanded=\"false\""));
    let other = page(Scenario {
        tick_place: TickPlace::Before,
        rows_expanded: true,
        publisher_verified: true,
        ..Scenario::default()
    })
    .await;
    assert!(at(&other, "name=\"orgConsent\"") < at(&other, "class=\"scopes"));
    assert!(other.has("class=\"verified\"") && other.has("aria-expanded=\"true\""));
    assert!(!other.has("class=\"text-caption\" hidden"));
}

#[tokio::test]
async fn an_unknown_language_has_no_word_of_a_known_one_on_its_controls() {
    let stage = Stage::new(Scenario {
        language: Language::Unknown,
        ..Scenario::default()
    })
    .await;
    let page = stage.sign_in(&stage.browser(), ADELE, &[]).await;
    for word in ["Accept", "Cancel", "Permissions requested", "on behalf of"] {
        assert!(
            !page.has(&format!("\"{word}")) && !page.has(&format!(">{word}")),
            "{word}"
        );
    }
    assert!(page.has("value=\"Eddiqv\""));
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_portals_session_ends_once_when_the_scenario_says_so() {
    let stage = Stage::new(Scenario {
        session_ends: true,
        ..Scenario::default()
    })
    .await;
    stage.accept(SAM, false).await;
    let portal = "https://portal.azure.com";
    let app = format!("{portal}/api/applications/{MOVER}");
    let browser = signed_in(&stage, portal).await;
    assert_eq!(browser.get(&app).await.status, StatusCode::UNAUTHORIZED);
    let browser = signed_in(&stage, portal).await;
    assert_eq!(browser.get(&app).await.status, StatusCode::OK);
    stage.practice.stop().await;
}

#[tokio::test]
async fn granting_the_tenants_own_application_grants_that_one_alone() {
    let stage = Stage::new(Scenario::default()).await;
    let portal = "https://portal.azure.com";
    let browser = signed_in(&stage, portal).await;
    // The id is the same in every run.
    let id = practice_tenant::own_application();
    let at = format!("{portal}/api/registrations/{id}");
    assert_eq!(parsed(&browser.get(&at).await)["granted"], false);
    let grant = format!("{at}/grant");
    let stranger = browser.post_json(&grant, &[], "{}".to_owned()).await;
    assert_eq!(
        stranger.status,
        StatusCode::FORBIDDEN,
        "a form of another site grants nothing"
    );
    let ours = [("x-practice-portal", "1")];
    let granted = browser.post_json(&grant, &ours, "{}".to_owned()).await;
    assert_eq!(parsed(&granted)["granted"], true);
    let grants = stage.state().await["grants"].clone();
    assert_eq!(grants.as_array().map(Vec::len), Some(1));
    assert_eq!(grants[0]["client_id"], id);
    let other = browser
        .get(&format!("{portal}/api/registrations/{MOVER}"))
        .await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
    stage.practice.stop().await;
}

#[tokio::test]
async fn what_is_clicked_is_judged_by_the_tenant() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let consent = stage.sign_in(&browser, ADELE, &[]).await;
    let tell = async |control: Value| {
        let click =
            json!({ "page": "p", "control": control, "disabled": false, "what": "button X" });
        let to = format!("{LOGIN}/practice/judge");
        browser.post_json(&to, &[], click.to_string()).await.status
    };
    let accept = json!({ "kind": "accept", "ctx": consent.field("ctx"), "ticked": false });
    assert_eq!(tell(accept.clone()).await, StatusCode::NO_CONTENT);
    // The form arrives first at times; the click is judged all the same.
    answer_consent(&browser, &consent, false).await;
    tell(accept).await;
    tell(json!({ "kind": "tick" })).await;
    tell(json!(null)).await;
    assert_eq!(
        tell(json!({ "kind": "nonsense" })).await,
        StatusCode::BAD_REQUEST
    );
    let clicks = stage.state().await["clicks"].clone();
    assert_eq!(clicks["right"], 2);
    assert_eq!(clicks["traps"], 1);
    assert_eq!(
        clicks["wrong"],
        json!([{ "page": "p", "what": "button X" }])
    );
    stage.practice.stop().await;
}

#[tokio::test]
async fn whoever_takes_the_errand_further_is_the_right_tile() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let picker = browser.get(&authorize_url(&[])).await;
    let wrong_after = async |upn: &str| {
        let control = json!({ "kind": "tile", "upn": upn, "ctx": picker.field("ctx") });
        let click = json!({ "page": "p", "control": control, "disabled": false, "what": "w" });
        let to = format!("{LOGIN}/practice/judge");
        browser.post_json(&to, &[], click.to_string()).await;
        stage.state().await["clicks"]["wrong"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(wrong_after(ADELE).await, 0);
    assert_eq!(
        wrong_after(SAM).await,
        0,
        "an administrator may consent for themselves"
    );
    assert_eq!(wrong_after("uma.user@birchwood.example").await, 1);
    assert_eq!(wrong_after("adele.admin@oakfield.example").await, 2);
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_tenant_begins_anew_with_other_keys_and_forgets_the_last_ones() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let begin = async |patch: Value| {
        let to = format!("http://{}/begin", stage.practice.control_addr);
        stage.client().post(to).json(&patch).send().await.unwrap()
    };
    let answer = begin(json!({ "portal": "entra", "users": 9 })).await;
    assert_eq!(
        answer.json::<Value>().await.unwrap()["portal_host"],
        "entra.microsoft.com"
    );
    assert_eq!(stage.state().await["grants"], json!([]));
    begin(json!({ "sites": 2 })).await;
    let scenario = stage
        .client()
        .get(format!("http://{}/scenario", stage.practice.control_addr));
    let scenario: Value = scenario.send().await.unwrap().json().await.unwrap();
    assert_eq!(
        (&scenario["users"], &scenario["sites"]),
        (&json!(17), &json!(2))
    );
    let refused = begin(json!({ "sits": 2 })).await;
    assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    assert!(
        refused
            .text()
            .await
            .unwrap()
            .contains("unknown field `sits`")
    );
    let redirected = stage.browser().get(SHORT_LINK).await.redirect().0;
    assert_eq!(redirected.host_str(), Some("portal.azure.com"));
    stage.practice.stop().await;
}
