use practice_tenant::Scenario;
use serde_json::{Value, json};

use super::stage::{ADELE, MOVER, SAM, Stage, claims, fault};

const GRAPH: &str = "https://graph.microsoft.com/v1.0";

async fn call(stage: &Stage, token: &str, path: &str, level: bool) -> (u16, String) {
    let url = if path.starts_with("https") {
        path.to_owned()
    } else {
        format!("{GRAPH}{path}")
    };
    let mut request = stage.client().get(url).bearer_auth(token);
    if level {
        request = request.header("ConsistencyLevel", "eventual");
    }
    let answer = request.send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// Signed in by Sam, granted by Adele.
async fn granted(scenario: Scenario) -> Stage {
    let stage = Stage::new(scenario).await;
    stage.accept(SAM, false).await;
    stage.admin_consent(ADELE).await;
    stage
}

#[tokio::test]
async fn an_app_only_token_has_roles_only_after_the_grant() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let before = stage.app_token().await;
    assert!(claims(&before).get("roles").is_none());
    let (status, body) = call(&stage, &before, "/users/$count", true).await;
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        (status, body["error"]["code"].as_str()),
        (403, Some("Authorization_RequestDenied"))
    );

    stage.admin_consent(ADELE).await;
    let (status, _) = call(&stage, &before, "/users/$count", true).await;
    assert_eq!(status, 403, "an old token keeps what it had");
    let after = stage.app_token().await;
    assert_eq!(claims(&after)["roles"].as_array().unwrap().len(), 6);
    assert_eq!(
        call(&stage, &after, "/users/$count", true).await,
        (200, "17".to_owned())
    );
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_grant_that_has_not_spread_yet_is_in_no_new_token() {
    let stage = granted(Scenario {
        propagation_s: 3600,
        ..Scenario::default()
    })
    .await;
    assert_eq!(
        stage.state().await["app_roles"].as_array().unwrap().len(),
        6
    );
    assert!(claims(&stage.app_token().await).get("roles").is_none());
    stage.patch(json!({ "propagation_s": 0 })).await;
    assert!(claims(&stage.app_token().await).get("roles").is_some());
    stage.practice.stop().await;
}

#[tokio::test]
async fn counting_users_needs_the_consistency_level() {
    let stage = granted(Scenario::default()).await;
    let token = stage.app_token().await;
    assert_eq!(call(&stage, &token, "/users/$count", false).await.0, 400);
    assert_eq!(call(&stage, &token, "/users/$count", true).await.0, 200);
    stage.practice.stop().await;
}

#[tokio::test]
async fn sites_come_in_pages_of_which_one_is_empty() {
    let stage = granted(Scenario::default()).await;
    let token = stage.app_token().await;
    let mut next = Some("/sites/getAllSites?$select=id,isPersonalSite".to_owned());
    let (mut pages, mut shared) = (Vec::new(), 0);
    while let Some(path) = next {
        let (status, body) = call(&stage, &token, &path, false).await;
        assert_eq!(status, 200, "{body}");
        let body: Value = serde_json::from_str(&body).unwrap();
        let sites = body["value"].as_array().unwrap();
        assert!(
            sites.iter().all(|site| site.get("webUrl").is_none()),
            "$select is kept"
        );
        shared += sites
            .iter()
            .filter(|site| site["isPersonalSite"] == false)
            .count();
        pages.push(sites.len());
        next = body["@odata.nextLink"].as_str().map(str::to_owned);
    }
    assert_eq!(pages, [20, 0, 20, 8]);
    assert_eq!(shared, 43);
    stage.practice.stop().await;
}

#[tokio::test]
async fn an_app_may_read_itself_and_no_other() {
    let stage = Stage::new(Scenario::default()).await;
    stage.accept(SAM, false).await;
    let token = stage.app_token().await;
    let mine = format!("/servicePrincipals(appId='{MOVER}')?$select=id,appId,accountEnabled");
    let (status, body) = call(&stage, &token, &mine, false).await;
    assert_eq!(status, 200, "{body}");
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(body["id"], stage.state().await["app"]["object_id"]);
    assert!(body.get("displayName").is_none());
    let other = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
    assert_eq!(call(&stage, &token, other, false).await.0, 403);
    let grants = format!(
        "/servicePrincipals/{}/appRoleAssignments",
        body["id"].as_str().unwrap()
    );
    assert_eq!(call(&stage, &token, &grants, false).await.0, 403);
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_batch_answers_each_question_by_itself_and_writes_nothing() {
    let stage = granted(Scenario::default()).await;
    let token = stage.app_token().await;
    let level = json!({"ConsistencyLevel": "eventual"});
    let batch = json!({"requests": [
        {"id": "a", "method": "GET", "url": "/users/$count", "headers": level},
        {"id": "b", "method": "GET", "url": format!("/servicePrincipals(appId='{MOVER}')?$select=id")},
        {"id": "c", "method": "GET", "url": "/organization"},
        {"id": "d", "method": "PATCH", "url": "/servicePrincipals/x"},
    ]});
    let url = format!("{GRAPH}/$batch");
    let post = |body: Value| {
        stage
            .client()
            .post(&url)
            .bearer_auth(&token)
            .json(&body)
            .send()
    };
    let answer = post(batch).await.unwrap();
    assert_eq!(answer.status(), 200);
    let body: Value = answer.json().await.unwrap();
    let of = |id: &str| {
        let all = body["responses"].as_array().unwrap();
        all.iter().find(|one| one["id"] == id).unwrap().clone()
    };
    assert_eq!(of("a")["body"], 17);
    assert_eq!(of("b")["status"], 200);
    assert_eq!(of("c")["status"], 403);
    assert_eq!(of("d")["status"], 405);
    assert_eq!(stage.state().await["counters"]["graph_writes_refused"], 1);
    for wrong in [
        json!({"requests": []}),
        json!({"requests": [
            {"id": "a", "method": "GET", "url": "/me"}, {"id": "a", "method": "GET", "url": "/me"}]}),
    ] {
        assert_eq!(post(wrong).await.unwrap().status(), 400);
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn graph_cannot_be_written_and_says_so_in_its_own_words() {
    let stage = granted(Scenario::default()).await;
    let token = stage.app_token().await;
    let url = format!("{GRAPH}/servicePrincipals/x");
    let answer = stage
        .client()
        .patch(&url)
        .bearer_auth(&token)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 405);
    assert!(answer.headers().contains_key("request-id"));
    assert_eq!(stage.state().await["counters"]["graph_writes_refused"], 1);
    let answer = stage
        .client()
        .get(format!("{GRAPH}/users"))
        .send()
        .await
        .unwrap();
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["code"], "InvalidAuthenticationToken");
    stage.practice.stop().await;
}

#[tokio::test]
async fn throttling_begins_with_the_grant_and_ends() {
    let stage = granted(Scenario {
        throttle: 2,
        ..Scenario::default()
    })
    .await;
    let token = stage.app_token().await;
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(call(&stage, &token, "/users/$count", true).await.0);
    }
    assert_eq!(statuses, [429, 429, 200]);
    stage.practice.stop().await;
}

#[tokio::test]
async fn faults_of_graph_come_as_it_would_send_them() {
    let stage = granted(Scenario::default()).await;
    let token = stage.app_token().await;
    stage.patch(fault("sites", "no-spo-license")).await;
    let (status, body) = call(&stage, &token, "/sites/getAllSites", false).await;
    assert_eq!(status, 400);
    assert!(body.contains("SPO license"));
    stage.patch(fault("users-count", "malformed")).await;
    let (_, body) = call(&stage, &token, "/users/$count", true).await;
    assert!(serde_json::from_str::<Value>(&body).is_err());
    stage.practice.stop().await;
}
