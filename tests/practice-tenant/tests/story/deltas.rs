//! What changed in the directory, as deltas tell it: well, oddly, or not at all.

use std::collections::{BTreeMap, BTreeSet};

use practice_tenant::{Delta, Observer, Scenario};
use serde_json::{Value, json};
use test_published::Graph;

use super::stage::{ADELE, SAM, Stage};

const GRAPH: &str = "https://graph.microsoft.com/v1.0";
const LISTS: [&str; 2] = ["/servicePrincipals/delta", "/oauth2PermissionGrants/delta"];

async fn get(stage: &Stage, token: &str, url: &str) -> (u16, Value) {
    let answer = stage.client().get(url).bearer_auth(token).send();
    let answer = answer.await.unwrap();
    let status = answer.status().as_u16();
    (status, answer.json().await.unwrap())
}

/// Every item from there to the end, and the link that the end gives.
async fn follow(stage: &Stage, token: &str, documented: &str, from: &str) -> (Vec<Value>, String) {
    let schema = Graph::open();
    let (mut items, mut link) = (Vec::new(), from.to_owned());
    loop {
        let (status, body) = get(stage, token, &link).await;
        assert_eq!(status, 200, "{body}");
        if let Some(schema) = &schema {
            schema.check("get", documented, status, &body);
        }
        items.extend(body["value"].as_array().unwrap().iter().cloned());
        match (&body["@odata.nextLink"], &body["@odata.deltaLink"]) {
            (Value::String(next), Value::Null) => next.clone_into(&mut link),
            (Value::Null, Value::String(end)) => return (items, end.clone()),
            other => panic!("one of both links: {other:?}"),
        }
    }
}

async fn latest(stage: &Stage, token: &str, list: &str) -> String {
    let from = format!("{GRAPH}{list}?$deltatoken=latest");
    let (items, end) = follow(stage, token, list, &from).await;
    assert_eq!(items, Vec::<Value>::new());
    end
}

async fn stage(delta: Delta) -> (Stage, String) {
    let stage = Stage::new(Scenario {
        observer: Observer::Grants,
        graph_apps: 300,
        graph_grants: 700,
        delta,
        ..Scenario::default()
    })
    .await;
    let token = stage.observer_token().await;
    (stage, token)
}

#[tokio::test]
async fn a_first_round_has_everything_and_the_next_ones_each_change_once() {
    let (stage, token) = stage(Delta::Plain).await;
    let from = |list: &str| format!("{GRAPH}{list}");
    let (apps, of_apps) = follow(&stage, &token, LISTS[0], &from(LISTS[0])).await;
    let (grants, of_grants) = follow(&stage, &token, LISTS[1], &from(LISTS[1])).await;
    // The observer's own grant is one of them.
    assert!(apps.len() > 300 && grants.len() == 701);
    stage.accept(SAM, false).await;
    stage.admin_consent(ADELE).await;
    stage
        .patch(json!({"graph_churn": 3, "graph_grants": 698}))
        .await;
    let (apps, of_apps) = follow(&stage, &token, LISTS[0], &of_apps).await;
    assert_eq!(apps.len(), 1, "{apps:?}");
    let (grants, of_grants) = follow(&stage, &token, LISTS[1], &of_grants).await;
    let gone = grants.iter().filter(|item| item["@removed"].is_object());
    assert_eq!((grants.len(), gone.count()), (7, 2), "{grants:?}");
    for (list, end) in [(LISTS[0], of_apps), (LISTS[1], of_grants)] {
        assert_eq!(
            follow(&stage, &token, list, &end).await.0,
            Vec::<Value>::new()
        );
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn what_is_selected_stays_selected_and_each_object_answers_for_itself() {
    let (stage, token) = stage(Delta::Plain).await;
    let from = format!("{GRAPH}{}?$deltatoken=latest&$select=id,appId", LISTS[0]);
    let (_, end) = follow(&stage, &token, LISTS[0], &from).await;
    stage.accept(SAM, false).await;
    let (apps, _) = follow(&stage, &token, LISTS[0], &end).await;
    let keys: BTreeSet<&String> = apps[0].as_object().unwrap().keys().collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["appId", "id"]);
    let grants = format!("{GRAPH}/oauth2PermissionGrants?$top=999");
    let (_, body) = get(&stage, &token, &grants).await;
    for grant in [&body["value"][0], &body["value"][500]] {
        let id = grant["id"].as_str().unwrap();
        let url = format!("{GRAPH}/oauth2PermissionGrants/{id}");
        let (status, mut one) = get(&stage, &token, &url).await;
        one.as_object_mut().unwrap().remove("@odata.context");
        assert_eq!((status, &one), (200, grant));
    }
    let none = format!("{GRAPH}/oauth2PermissionGrants/none");
    assert_eq!(get(&stage, &token, &none).await.0, 404);
    stage.practice.stop().await;
}

#[tokio::test]
async fn an_odd_delta_repeats_and_contradicts_itself_and_its_last_word_is_right() {
    let (stage, token) = stage(Delta::Odd).await;
    let end = latest(&stage, &token, LISTS[1]).await;
    stage
        .patch(json!({"graph_churn": 2, "graph_grants": 699}))
        .await;
    let (items, _) = follow(&stage, &token, LISTS[1], &end).await;
    assert!(items.len() > 9, "{items:?}");
    let last: BTreeMap<&str, &Value> = items
        .iter()
        .map(|item| (item["id"].as_str().unwrap(), item))
        .collect();
    let gone = last.values().filter(|item| item["@removed"].is_object());
    // One that is gone, one that never was; two have another scope; one is as it was.
    assert_eq!((last.len(), gone.count()), (5, 2), "{last:?}");
    stage.practice.stop().await;
}

#[tokio::test]
async fn a_silent_delta_tells_nothing_and_an_ended_one_asks_to_begin_again() {
    let (stage, token) = stage(Delta::Silent).await;
    let end = latest(&stage, &token, LISTS[1]).await;
    stage.patch(json!({ "graph_churn": 2 })).await;
    let (items, end) = follow(&stage, &token, LISTS[1], &end).await;
    assert_eq!(items, Vec::<Value>::new());
    stage.patch(json!({ "delta": "ended" })).await;
    let (status, body) = get(&stage, &token, &end).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (410, &json!("syncStateNotFound"))
    );
    // Beginning anew is possible.
    latest(&stage, &token, LISTS[1]).await;
    stage.patch(json!({ "observer": "apps" })).await;
    let token = stage.observer_token().await;
    let refused = format!("{GRAPH}{}", LISTS[1]);
    assert_eq!(get(&stage, &token, &refused).await.0, 403);
    stage.practice.stop().await;
}
