//! What the sign-in's pages are made of, and what of it a scenario decides.

use practice_tenant::{AfterSignIn, Language, Scenario};
use serde_json::{Value, json};

use super::{
    browser::Page,
    stage::{
        ADELE, CALLBACK, MOVER, Stage, admin_consent_url, answer_consent, authorize_url, pick,
    },
};

/// The page's own configuration.
fn config(page: &Page) -> Value {
    let text = page.body.split("$Config=").nth(1).unwrap();
    let text = text.split(";\n//]]>").next().unwrap();
    serde_json::from_str(text).unwrap()
}

async fn consent(scenario: Scenario) -> Page {
    let stage = Stage::new(scenario).await;
    let page = stage.sign_in(&stage.browser(), ADELE, &[]).await;
    stage.practice.stop().await;
    page
}

#[tokio::test]
async fn a_pages_head_says_which_page_it_is_and_in_which_language() {
    let page = consent(Scenario {
        language: Language::PtBr,
        ..Scenario::default()
    })
    .await;
    for line in [
        "<meta name=\"PageID\" content=\"ConvergedConsent\">",
        "<meta name=\"ReqLC\" content=\"1046\">",
        "<meta name=\"LocLC\" content=\"pt-BR\">",
    ] {
        assert!(page.has(line), "{line}");
    }
}

#[tokio::test]
async fn british_pages_spell_organisation() {
    let page = consent(Scenario {
        language: Language::EnGb,
        ..Scenario::default()
    })
    .await;
    assert!(page.has("Consent on behalf of your organisation"));
    assert!(!page.has("Consent on behalf of your organization"));
    assert!(page.has("Permissions requested"), "the rest is English");
}

#[tokio::test]
async fn a_consent_pages_configuration_names_the_app_and_what_it_asks_for() {
    let page = consent(Scenario::default()).await;
    let config = config(&page);
    assert_eq!(config["pgid"], "ConvergedConsent");
    assert_eq!(config["sAppName"], "Office 365 Mover");
    assert_eq!(config["urlPost"], "/common/Consent/Set");
    assert_eq!(config["sPOST_Username"], ADELE);
    let scopes = config["arrScopes"].as_array().unwrap();
    assert!(
        scopes
            .iter()
            .any(|scope| scope["label"] == "View your basic profile")
    );
    assert_eq!(config["arrAppReplyUrls"][0], CALLBACK);
}

#[tokio::test]
async fn a_flag_of_the_configuration_decides_whether_accept_has_a_name_or_an_id() {
    let by_name = consent(Scenario::default()).await;
    let by_id = consent(Scenario {
        accept_id_via_name: false,
        ..Scenario::default()
    })
    .await;
    for (page, flag, has, lacks) in [
        (&by_name, true, "name=\"idSIButton9\"", "id=\"idSIButton9\""),
        (&by_id, false, "id=\"idSIButton9\"", "name=\"idSIButton9\""),
    ] {
        assert_eq!(config(page)["fConsentButtonIdViaName"], flag);
        assert!(page.has(has) && !page.has(lacks), "{has}");
    }
}

#[tokio::test]
async fn both_consent_pages_send_their_form_to_one_address() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let own = stage.sign_in(&browser, ADELE, &[]).await;
    let admin = browser.get(&admin_consent_url()).await;
    let admin = pick(&browser, &admin, ADELE).await;
    for page in [own, admin] {
        assert!(page.has("action=\"/common/Consent/Set\""), "{}", page.url);
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_page_after_the_sign_in_is_at_the_address_that_the_scenario_names() {
    let reprocess = consent(Scenario::default()).await;
    assert_eq!(reprocess.url.path(), "/common/reprocess");
    assert!(reprocess.url.query().unwrap().starts_with("ctx="));
    let login = consent(Scenario {
        after_sign_in: AfterSignIn::Login,
        ..Scenario::default()
    })
    .await;
    assert_eq!(login.url.path(), "/common/login");
}

#[tokio::test]
async fn two_apps_ask_one_after_the_other_and_the_first_gets_its_code_after_both() {
    let stage = Stage::new(Scenario {
        consent_apps: 2,
        ..Scenario::default()
    })
    .await;
    let browser = stage.browser();
    let first = stage.sign_in(&browser, ADELE, &[]).await;
    assert!(first.has("Permissions requested (1 of 2 apps)"));
    assert!(first.has("value=\"Next\""));
    let second = answer_consent(&browser, &first, false).await;
    assert!(second.has("Permissions requested (2 of 2 apps)"));
    assert_eq!(config(&second)["sAppName"], "Transfer Companion");
    let accept = json!({ "kind": "accept", "ctx": second.field("ctx"), "ticked": false });
    let click = json!({ "page": "p", "control": accept, "disabled": false, "what": "Accept" });
    let judge = second.url.join("/practice/judge").unwrap();
    browser
        .post_json(judge.as_str(), &[], click.to_string())
        .await;
    assert_eq!(
        stage.state().await["clicks"]["wrong"][0]["what"],
        "Accept",
        "the second app is not the one that is practiced with"
    );
    let (to, answer) = answer_consent(&browser, &second, false).await.redirect();
    assert!(to.as_str().starts_with(CALLBACK) && answer.contains_key("code"));
    let clients: Vec<_> = stage.state().await["grants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|grant| grant["client_id"].clone())
        .collect();
    assert!(clients.contains(&json!(MOVER)), "{clients:?}");
    assert_eq!(clients.len(), 2);
    stage.practice.stop().await;
}

#[tokio::test]
async fn an_error_page_says_its_number_where_people_and_scripts_look_for_it() {
    let stage = Stage::new(Scenario::default()).await;
    let url = authorize_url(&[("client_id", "nobody")]);
    let page = stage.browser().get(&url).await;
    assert!(page.has("<meta name=\"PageID\" content=\"ConvergedError\">"));
    assert!(page.has("Troubleshooting details"));
    let config = config(&page);
    assert_eq!(config["iErrorCode"], 700_016);
    let message = config["strServiceExceptionMessage"].as_str().unwrap();
    assert!(message.starts_with("AADSTS700016: ") && page.has(message));
    stage.practice.stop().await;
}
