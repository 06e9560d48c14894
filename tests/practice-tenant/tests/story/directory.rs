//! The lists of the whole directory, as an organization's own registration reads them.

use std::collections::BTreeSet;

use practice_tenant::{Observer, Scenario};
use serde_json::{Value, json};
use test_published::Graph;

use super::stage::{ADELE, MOVER, OBSERVER, SAM, Stage};

const GRAPH: &str = "https://graph.microsoft.com/v1.0";
const RIGHT: &str = "$top=999&$count=true";

async fn get(stage: &Stage, token: &str, path: &str) -> (u16, Value) {
    let url = if path.starts_with("https") {
        path.to_owned()
    } else {
        format!("{GRAPH}{path}")
    };
    let request = stage.client().get(url).bearer_auth(token);
    let request = request.header("ConsistencyLevel", "eventual");
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    (status, answer.json().await.unwrap())
}

/// Every row of a list, and what it says there is.
async fn all(stage: &Stage, token: &str, path: &str) -> (Vec<Value>, Option<u64>) {
    let schema = Graph::open();
    let documented = path.split('?').next().unwrap();
    let (mut rows, mut said, mut next) = (Vec::new(), None, Some(path.to_owned()));
    while let Some(path) = next {
        let (status, body) = get(stage, token, &path).await;
        assert_eq!(status, 200, "{body}");
        if let Some(schema) = &schema {
            schema.check("get", documented, status, &body);
        }
        rows.extend(body["value"].as_array().unwrap().iter().cloned());
        said = said.or(body["@odata.count"].as_u64());
        next = body["@odata.nextLink"].as_str().map(str::to_owned);
    }
    (rows, said)
}

async fn large() -> Stage {
    let stage = Stage::new(Scenario {
        observer: Observer::Grants,
        graph_apps: 2100,
        graph_grants: 2500,
        ..Scenario::default()
    })
    .await;
    stage.accept(SAM, false).await;
    stage.admin_consent(ADELE).await;
    stage
}

#[tokio::test]
async fn lists_are_whole_in_counted_pages_of_999_and_lose_rows_otherwise() {
    let stage = large().await;
    let token = stage.observer_token().await;
    for path in ["/servicePrincipals", "/oauth2PermissionGrants"] {
        let (rows, said) = all(&stage, &token, &format!("{path}?{RIGHT}")).await;
        let ids: BTreeSet<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!((ids.len(), Some(rows.len() as u64)), (rows.len(), said));
        assert!(rows.len() > 2000);
        let (fewer, _) = all(&stage, &token, &format!("{path}?$top=500&$count=true")).await;
        let (fewest, _) = all(&stage, &token, path).await;
        assert!(fewest.len() < fewer.len() && fewer.len() < rows.len());
        let url = format!("{GRAPH}{path}/$count");
        let request = stage.client().get(url).bearer_auth(&token);
        let request = request.header("ConsistencyLevel", "eventual");
        let counted = request.send().await.unwrap().text().await.unwrap();
        assert_eq!(counted.parse().ok(), said);
    }
    stage.practice.stop().await;
}

#[tokio::test]
async fn graph_itself_shows_who_holds_its_roles() {
    let stage = large().await;
    let token = stage.observer_token().await;
    let graph = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
    let (_, graph) = get(&stage, &token, graph).await;
    let path = format!(
        "/servicePrincipals/{}/appRoleAssignedTo?{RIGHT}",
        graph["id"].as_str().unwrap()
    );
    let (rows, said) = all(&stage, &token, &path).await;
    // 210 of the large organization, six of the app's, one of the observer's.
    assert_eq!((rows.len(), said), (217, Some(217)));
    let of = |app: &str| {
        let name = if app == OBSERVER {
            "Consentry Observer"
        } else {
            "Office 365 Mover"
        };
        rows.iter()
            .filter(|row| row["principalDisplayName"] == name)
            .count()
    };
    assert_eq!((of(MOVER), of(OBSERVER)), (6, 1));
    stage.practice.stop().await;
}

#[tokio::test]
async fn the_registration_reads_what_the_scenario_gives_it_and_changes_with_it() {
    let stage = Stage::new(Scenario::default()).await;
    let itself = format!("/servicePrincipals(appId='{OBSERVER}')");
    stage.patch(json!({ "observer": "apps" })).await;
    let token = stage.observer_token().await;
    let (status, itself) = get(&stage, &token, &itself).await;
    assert_eq!(status, 200, "{itself}");
    let grants = format!("/oauth2PermissionGrants?{RIGHT}");
    assert_eq!(get(&stage, &token, &grants).await.0, 403);
    stage.patch(json!({ "observer": "writes" })).await;
    let token = stage.observer_token().await;
    assert_eq!(get(&stage, &token, &grants).await.0, 200);
    let own = format!(
        "/servicePrincipals/{}/appRoleAssignments",
        itself["id"].as_str().unwrap()
    );
    assert_eq!(
        get(&stage, &token, &own).await.1["value"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    stage.practice.stop().await;
}

#[tokio::test]
async fn churn_changes_the_permissions_of_as_many_grants_and_nothing_else() {
    let stage = large().await;
    let token = stage.observer_token().await;
    let path = format!("/oauth2PermissionGrants?{RIGHT}");
    let (before, _) = all(&stage, &token, &path).await;
    stage.patch(json!({ "graph_churn": 7 })).await;
    let (after, _) = all(&stage, &token, &path).await;
    let changed = before
        .iter()
        .zip(&after)
        .filter(|(one, other)| one != other);
    assert!(changed.clone().all(|(one, other)| one["id"] == other["id"]));
    assert_eq!(changed.count(), 7);
    stage.practice.stop().await;
}
