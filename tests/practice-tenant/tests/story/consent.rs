use practice_tenant::{ConsentForm, Scenario, UserConsent};
use serde_json::json;

use super::stage::{ADELE, CALLBACK, LOGIN, SAM, Stage, UMA, answer_consent, authorize_url, fault};

const TICK: &str = "Consent on behalf of your organization";

#[tokio::test]
async fn only_a_global_administrator_is_offered_the_tick() {
    let scenario = Scenario {
        user_consent: UserConsent::Everyone,
        ..Scenario::default()
    };
    let stage = Stage::new(scenario).await;
    for (upn, offered) in [(ADELE, true), (SAM, false), (UMA, false)] {
        let page = stage.sign_in(&stage.browser(), upn, &[]).await;
        assert!(page.has("Permissions requested"), "{upn}");
        assert_eq!(page.has(TICK), offered, "{upn}");
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_tick_of_somebody_else_is_refused() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let page = stage.sign_in(&browser, SAM, &[]).await;
    let refused = answer_consent(&browser, &page, true).await;
    assert!(refused.has("AADSTS90093"));
    assert_eq!(stage.state().await["grants"], json!([]));
    stage.practice.stop().await;
}

#[tokio::test]
async fn with_the_tick_everybody_is_granted_and_without_it_one_person() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let told = stage.state().await;
    assert_eq!(told["grants"][0]["consent_type"], "Principal");
    assert_eq!(told["grants"][0]["principal"], SAM);
    stage.accept(ADELE, true).await;
    let told = stage.state().await;
    assert_eq!(told["grants"][1]["consent_type"], "AllPrincipals");
    assert_eq!(told["grants"][1]["principal"], json!(null));
    let kinds: Vec<_> = told["consents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["kind"])
        .collect();
    assert_eq!(kinds, ["user", "organization"]);
    assert_eq!(told["consents"][1]["org_tick"], true);
    stage.practice.stop().await;
}

#[tokio::test]
async fn every_markup_of_the_tick_has_its_words_and_sends_the_same_field() {
    for form in [
        ConsentForm::CheckboxLabel,
        ConsentForm::CheckboxAria,
        ConsentForm::CheckboxNestedLabel,
        ConsentForm::DivRoleCheckbox,
    ] {
        let stage = Stage::new(Scenario {
            consent_form: form,
            ..Scenario::default()
        })
        .await;
        let page = stage.sign_in(&stage.browser(), ADELE, &[]).await;
        assert!(page.has(TICK), "{form:?}");
        assert!(page.has("name=\"orgConsent\""), "{form:?}");
        assert!(
            !page.has(" checked"),
            "{form:?}: the checkbox is cleared at first"
        );
        stage.practice.stop().await;
    }
}

#[tokio::test]
async fn accept_has_a_name_and_no_id() {
    let stage = Stage::new(Scenario::default()).await;
    let page = stage.sign_in(&stage.browser(), ADELE, &[]).await;
    assert!(page.has("<input type=\"submit\" name=\"idSIButton9\""));
    assert!(!page.has("id=\"idSIButton9\""));
    assert!(page.has("<input type=\"button\" id=\"idBtn_Back\""));
    assert!(page.has("\"pgid\":\"ConvergedConsent\""));
    stage.practice.stop().await;
}

#[tokio::test]
async fn cancel_tells_the_application_that_the_person_declined() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let page = stage.sign_in(&browser, SAM, &[]).await;
    let (ctx, canary) = (page.field("ctx"), page.field("canary"));
    let form = [
        ("ctx", ctx.as_str()),
        ("canary", &canary),
        ("acceptConsent", "false"),
    ];
    let back = browser
        .post(&format!("{LOGIN}/common/Consent/Set"), &form)
        .await;
    let (to, answer) = back.redirect();
    assert!(to.as_str().starts_with(CALLBACK));
    assert_eq!(answer["error"], "access_denied");
    assert_eq!(answer["error_subcode"], "cancel");
    assert!(!answer.contains_key("error_description"));
    assert_eq!(answer["state"], "practice-state");
    let again = browser
        .post(&format!("{LOGIN}/common/Consent/Set"), &form)
        .await;
    assert!(again.has("AADSTS70008"), "a page's form works once");
    stage.practice.stop().await;
}

#[tokio::test]
async fn what_was_consented_to_is_not_asked_again() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let silent = stage.sign_in(&stage.browser(), SAM, &[]).await;
    assert!(silent.redirect().1.contains_key("code"));
    let asked = stage
        .sign_in(&stage.browser(), SAM, &[("prompt", "consent")])
        .await;
    assert!(asked.has("Permissions requested"));
    stage.practice.stop().await;
}

#[tokio::test]
async fn somebody_without_a_role_can_only_return_to_the_application() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let page = stage.sign_in(&browser, UMA, &[]).await;
    assert!(page.has("Need admin approval"));
    assert!(page.has("Return to the application without granting consent"));
    let (ctx, canary) = (page.field("ctx"), page.field("canary"));
    let form = [("ctx", ctx.as_str()), ("canary", &canary), ("do", "return")];
    let back = browser
        .post(&format!("{LOGIN}/common/Consent/Request"), &form)
        .await;
    assert_eq!(back.redirect().1["error"], "access_denied");
    stage.practice.stop().await;
}

#[tokio::test]
async fn nothing_is_sent_to_a_redirect_uri_that_is_not_registered() {
    let stage = Stage::new(Scenario::default()).await;
    for uri in [
        "https://backend.example/oauth/callback/",
        "https://backend.example/oauth/Callback",
        "https://backend.example.evil.example/oauth/callback",
        "http://backend.example/oauth/callback",
    ] {
        let page = stage
            .browser()
            .get(&authorize_url(&[("redirect_uri", uri)]))
            .await;
        assert_eq!(page.status, 400);
        assert!(page.has("AADSTS50011"), "{uri}");
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn malformed_requests_are_refused_with_the_code_microsoft_uses() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let twice = browser
        .get(&format!("{}&state=again", authorize_url(&[])))
        .await;
    assert!(twice.has("AADSTS9000411"));
    let tenant = authorize_url(&[]).replace("organizations", "elsewhere.example");
    assert!(browser.get(&tenant).await.has("AADSTS90002"));
    let token = browser
        .get(&authorize_url(&[("response_type", "token")]))
        .await;
    assert_eq!(token.redirect().1["error"], "unsupported_response_type");
    let scope = browser
        .get(&authorize_url(&[("scope", "openid Everything.Do.All")]))
        .await;
    assert!(scope.redirect().1["error_description"].starts_with("AADSTS650053"));
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_fault_at_the_sign_in_is_shown_by_microsofts_page_and_one_at_consent_goes_back() {
    let stage = Stage::new(Scenario::default()).await;
    stage.patch(fault("authorize", "AADSTS50105")).await;
    let page = stage.browser().get(&authorize_url(&[])).await;
    assert!(page.has("AADSTS50105"));
    stage.patch(fault("consent", "AADSTS53003")).await;
    let answer = stage.accept(SAM, false).await;
    assert!(answer["error_description"].starts_with("AADSTS53003"));
    assert_eq!(stage.state().await["counters"]["faults"], 2);
    stage.practice.stop().await;
}

#[tokio::test]
async fn prompt_none_never_shows_a_page() {
    let stage = Stage::new(Scenario::default()).await;
    let page = stage
        .browser()
        .get(&authorize_url(&[("prompt", "none")]))
        .await;
    assert_eq!(page.redirect().1["error"], "login_required");
    stage.practice.stop().await;
}

#[tokio::test]
async fn an_admins_consent_grants_what_the_app_declares_and_says_so_to_the_portal() {
    let stage = Stage::new(Scenario::default()).await;
    let (to, answer) = stage.admin_consent(ADELE).await.redirect();
    assert!(
        to.as_str()
            .starts_with("https://portal.azure.com/TokenAuthorize?")
    );
    assert_eq!(answer["admin_consent"], "True");
    assert_eq!(answer["tenant"], stage.tenant_id().await);
    assert!(!answer.contains_key("error"));
    let told = stage.state().await;
    assert_eq!(told["app_roles"].as_array().unwrap().len(), 6);
    assert_eq!(told["grants"][0]["scope"], "User.Read");
    assert_eq!(told["consents"][0]["kind"], "admin");
    stage.practice.stop().await;
}

#[tokio::test]
async fn an_admin_consent_page_has_seven_rows_and_no_tick() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = stage.browser();
    let picker = browser.get(&super::stage::admin_consent_url()).await;
    assert!(picker.has("Pick an account"));
    let page = super::stage::pick(&browser, &picker, ADELE).await;
    assert!(page.has("Review for your organization"));
    assert_eq!(page.body.matches("class=\"scope\"").count(), 7);
    assert!(!page.has(TICK));
    let refused = stage.admin_consent(SAM).await;
    assert!(refused.has("Need admin approval"));
    assert_eq!(stage.state().await["app_roles"], json!([]));
    stage.practice.stop().await;
}
