//! What the practice tenant's Graph answers, held to the official schema that is kept beside the
//! checkout. Where it is not there, `cargo xtask test` says so, and only the status of each answer is held.

use crate::kit::root;
use practice_tenant::Practice;
use reqwest::{Certificate, Client};
use serde_json::{Value, json};

/// Asks everything a check asks and more, and compares each answer with the schema of its path.
/// `person` is a token of somebody who may read all of it, `own` the app's.
pub(crate) async fn hold(practice: &Practice, person: &str, own: &str, app_id: &str) {
    let schema = Schema::open();
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
    schema.check("/servicePrincipals(appId='{appId}')", "2XX", &principal);

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
        schema.check(&documented, "2XX", &serde_json::from_str(&body).unwrap());
    }

    let (status, body) = ask(own, "/users/$count").await;
    assert_eq!(status, 200);
    schema.check("/users/$count", "2XX", &body.into());

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
        schema.check(
            "/organization",
            "4XX",
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
    schema.check_post("/$batch", &answer);
}

struct Schema(Option<Value>);

impl Schema {
    fn open() -> Self {
        let file = "shared/data/graph-subset.openapi.json";
        let root = root();
        let mut places = root.ancestors().skip(1);
        let text = places.find_map(|place| std::fs::read_to_string(place.join(file)).ok());
        Self(text.map(|text| serde_json::from_str(&text).unwrap()))
    }

    fn check(&self, path: &str, status: &str, body: &Value) {
        let Some(schema) = &self.0 else { return };
        let response = &schema["paths"][path]["get"]["responses"][status];
        validate(schema, path, response, body);
    }

    fn check_post(&self, path: &str, body: &Value) {
        let Some(schema) = &self.0 else { return };
        let responses = &schema["paths"][path]["post"]["responses"];
        let response = ["200", "2XX"].map(|status| &responses[status]);
        let response = response.into_iter().find(|one| one.is_object()).unwrap();
        validate(schema, path, response, body);
    }
}

fn validate(whole: &Value, path: &str, response: &Value, body: &Value) {
    let response = match response["$ref"].as_str() {
        Some(reference) => whole.pointer(reference.trim_start_matches('#')).unwrap(),
        None => response,
    };
    let content = response["content"]
        .as_object()
        .unwrap_or_else(|| panic!("{path}"));
    let mut schema = content.values().next().unwrap()["schema"].clone();
    schema["components"] = whole["components"].clone();
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(body)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{path}: {errors:#?}\n{body:#}");
}
