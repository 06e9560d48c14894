//! What the practice tenant's Graph answers, held to the official schema that is kept beside the
//! checkout. Where it is not there, `cargo xtask test` says so, and only the status of each answer is held.

use practice_tenant::Practice;
use reqwest::{Certificate, Client};
use serde_json::{Value, json};
use test_published::Graph;

/// Asks everything a check asks and more, and compares each answer with the schema of its path.
/// `person` is a token of somebody who may read all of it, `own` the app's.
pub(crate) async fn hold(practice: &Practice, person: &str, own: &str, app_id: &str) {
    let schema = Graph::open();
    let check = |path: &str, status, body: &Value| {
        if let Some(schema) = &schema {
            schema.check("get", path, status, body);
        }
    };
    let authority = Certificate::from_pem(practice.ca_pem.as_bytes()).unwrap();
    let client = Client::builder()
        .tls_certs_merge([authority])
        .resolve("graph.microsoft.com", practice.addr)
        .build()
        .unwrap();
    let ask = async |token: &str, path: &str| {
        let url = format!("https://graph.microsoft.com/v1.0{path}");
        let request = client.get(url).bearer_auth(token);
        let request = request.header("consistencylevel", "eventual");
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let by_app = format!("/servicePrincipals(appId='{app_id}')");
    let (status, body) = ask(person, &by_app).await;
    assert_eq!(status, 200, "{body}");
    let principal: Value = serde_json::from_str(&body).unwrap();
    let id = principal["id"].as_str().unwrap();
    check("/servicePrincipals(appId='{appId}')", status, &principal);

    let one = "/servicePrincipals/{servicePrincipal-id}";
    for (documented, path) in [
        (one.to_owned(), format!("/servicePrincipals/{id}")),
        (
            "/servicePrincipals".to_owned(),
            "/servicePrincipals".to_owned(),
        ),
        (
            format!("{one}/appRoleAssignments"),
            format!("/servicePrincipals/{id}/appRoleAssignments"),
        ),
        (
            format!("{one}/appRoleAssignedTo"),
            format!("/servicePrincipals/{id}/appRoleAssignedTo"),
        ),
        (
            "/oauth2PermissionGrants".to_owned(),
            format!("/oauth2PermissionGrants?$filter=clientId eq '{id}'"),
        ),
        ("/organization".to_owned(), "/organization".to_owned()),
        ("/me".to_owned(), "/me".to_owned()),
        ("/me/memberOf".to_owned(), "/me/memberOf".to_owned()),
        (
            "/policies/authorizationPolicy".to_owned(),
            "/policies/authorizationPolicy".to_owned(),
        ),
        (
            "/policies/adminConsentRequestPolicy".to_owned(),
            "/policies/adminConsentRequestPolicy".to_owned(),
        ),
        (
            "/auditLogs/directoryAudits".to_owned(),
            "/auditLogs/directoryAudits".to_owned(),
        ),
    ] {
        let (status, body) = ask(person, &path).await;
        assert_eq!(status, 200, "{path}: {body}");
        check(&documented, status, &serde_json::from_str(&body).unwrap());
    }

    let (status, body) = ask(own, "/users/$count").await;
    assert_eq!(status, 200);
    check("/users/$count", status, &body.into());

    // Errors have a shape as well.
    for (token, path, expected) in [
        (
            own,
            format!("/servicePrincipals/{id}/appRoleAssignments"),
            403,
        ),
        ("not-a-token", "/users/$count".to_owned(), 401),
        (
            person,
            "/servicePrincipals/00000000-0000-4000-8000-000000000000".to_owned(),
            404,
        ),
    ] {
        let (status, body) = ask(token, &path).await;
        assert_eq!(status, expected, "{path}: {body}");
        check(
            "/organization",
            status,
            &serde_json::from_str(&body).unwrap(),
        );
    }

    let batch = json!({"requests": [
        {"id": "1", "method": "GET", "url": "/organization"},
        {"id": "2", "method": "GET", "url": by_app},
    ]});
    let url = "https://graph.microsoft.com/v1.0/$batch";
    let request = client.post(url).bearer_auth(person).json(&batch);
    let answer: Value = request.send().await.unwrap().json().await.unwrap();
    if let Some(schema) = schema {
        schema.check("post", "/$batch", 200, &answer);
    }
}
