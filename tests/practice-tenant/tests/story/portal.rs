use practice_tenant::Scenario;
use serde_json::{Value, json};

use super::{
    browser::Browser,
    stage::{ADELE, SAM, Stage, pick},
};

const PORTAL: &str = "https://portal.azure.com";
const OURS: (&str, &str) = ("x-practice-portal", "1");

async fn signed_in(stage: &Stage, upn: &str) -> Browser {
    let browser = stage.browser();
    let start = browser.get(&format!("{PORTAL}/signin/start")).await;
    let picker = browser.follow(start).await;
    let back = pick(&browser, &picker, upn).await;
    let back = browser.follow(back).await;
    assert!(back.has("return.js"), "{}", back.body);
    let shell = browser.get(&format!("{PORTAL}/")).await;
    assert!(shell.has("fxs-show-journey"), "{}", shell.body);
    browser
}

async fn object_id(stage: &Stage) -> String {
    stage.state().await["app"]["object_id"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn a_stranger_is_sent_to_the_sign_in_and_comes_back_signed_in() {
    let stage = Stage::new(Scenario::default()).await;
    let page = stage.browser().get(&format!("{PORTAL}/")).await;
    assert!(page.has("bounce.js"), "the fragment waits in the page");
    let browser = signed_in(&stage, ADELE).await;
    let shell = browser.get(&format!("{PORTAL}/")).await;
    assert!(shell.has(ADELE));
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_app_is_listed_only_after_somebody_has_consented() {
    let stage = Stage::new(Scenario::default()).await;
    let browser = signed_in(&stage, ADELE).await;
    let names = async || -> Vec<String> {
        let page = browser.get(&format!("{PORTAL}/api/applications")).await;
        let list: Value = serde_json::from_str(&page.body).unwrap();
        let names = list
            .as_array()
            .unwrap()
            .iter()
            .map(|app| app["name"].as_str().unwrap());
        names.map(str::to_owned).collect()
    };
    assert_eq!(names().await.len(), 13);
    stage.accept(SAM, false).await;
    let after = names().await;
    assert!(after.contains(&"Office 365 Mover".to_owned()));
    assert!(
        after.contains(&"Office 365 Movers".to_owned()),
        "and its look-alike"
    );
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_sharepoint_administrator_may_look_and_not_change() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let browser = signed_in(&stage, SAM).await;
    let app = format!("{PORTAL}/api/applications/{}", object_id(&stage).await);
    let page = browser.get(&app).await;
    let detail: Value = serde_json::from_str(&page.body).unwrap();
    assert_eq!(detail["mayChange"], false);
    let body = json!({ "enabled": true, "visible": true, "assignmentRequired": true }).to_string();
    let refused = browser
        .post_json(&format!("{app}/properties"), &[OURS], body)
        .await;
    assert_eq!(refused.status, 403);
    assert_eq!(stage.state().await["assignment_required"], false);
    stage.practice.stop().await;
}

#[tokio::test]
async fn assigning_first_and_then_requiring_assignment_changes_the_tenant() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let browser = signed_in(&stage, ADELE).await;
    let app = format!("{PORTAL}/api/applications/{}", object_id(&stage).await);
    let users = json!({ "assigned": [ADELE, SAM] }).to_string();
    assert_eq!(
        browser
            .post_json(&format!("{app}/users"), &[OURS], users)
            .await
            .status,
        200
    );
    let body = json!({ "enabled": true, "visible": true, "assignmentRequired": true }).to_string();
    let forged = browser
        .post_json(&format!("{app}/properties"), &[], body.clone())
        .await;
    assert_eq!(
        forged.status, 403,
        "without our header it may be another site's request"
    );
    assert_eq!(
        browser
            .post_json(&format!("{app}/properties"), &[OURS], body)
            .await
            .status,
        200
    );
    let told = stage.state().await;
    assert_eq!(told["assignment_required"], true);
    assert_eq!(told["assigned"], json!([ADELE, SAM]));
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_grid_shows_what_was_granted_and_by_whom() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    stage.admin_consent(ADELE).await;
    let browser = signed_in(&stage, ADELE).await;
    let page = browser
        .get(&format!(
            "{PORTAL}/api/applications/{}",
            object_id(&stage).await
        ))
        .await;
    let detail: Value = serde_json::from_str(&page.body).unwrap();
    assert_eq!(detail["adminConsent"].as_array().unwrap().len(), 7);
    assert_eq!(detail["userConsent"][0]["by"], SAM);
    stage.practice.stop().await;
}
