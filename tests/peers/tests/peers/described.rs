//! The API and its description, compared by a fuzzer (`PyPI` `schemathesis`): what is documented is
//! answered as documented, and what is not documented is refused in words.

use crate::kit::{Server, bind, python};
use consentry_wire::api::Created;
use serde_json::json;
use tokio::process::Command;

/// What `app` can be, no schema says: an address is read, and one that names no app is refused.
const APP_IS_READ: &str = r#"
[[operations]]
include-name = "POST /api/v1/connections"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "403", "404", "409", "429", "5xx"]
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_api_answers_as_it_is_described_whatever_it_is_asked() {
    let (listener, base) = bind().await;
    // Nobody listens there: no request of a fuzzer may reach Microsoft.
    let microsoft = json!({"login": "http://127.0.0.1:9", "graph": "http://127.0.0.1:9"});
    let app = json!({"profile": "office-365-mover", "client_secret": "practice-secret"});
    let server = Server::start(listener, base, microsoft, app).await;
    let body = json!({"profile": "office-365-mover", "role": "other"});
    let url = format!("{}/api/v1/connections", server.base);
    let answer = reqwest::Client::new()
        .post(url)
        .json(&body)
        .send()
        .await
        .unwrap();
    let created: Created = answer.json().await.unwrap();
    let address = format!("{}/openapi.json", server.base);
    let bearer = format!("Authorization: Bearer {}", created.secret.expose());
    let settings = tempfile::NamedTempFile::with_suffix(".toml").unwrap();
    let file = settings.path().to_string_lossy();
    let own = ["--config-file", &file, "run", &address, "--header", &bearer];
    // First whatever comes to its mind, then the connection that the bearer is for.
    std::fs::write(&settings, APP_IS_READ).unwrap();
    fuzz(&own).await;
    let known = format!(
        "[parameters]\n\"path.id\" = \"{}\"\n{APP_IS_READ}",
        created.id
    );
    std::fs::write(&settings, known).unwrap();
    fuzz(
        &[
            &own[..],
            &[
                "--include-path-regex",
                "\\{id\\}",
                "--exclude-method",
                "DELETE",
            ],
        ]
        .concat(),
    )
    .await;
}

async fn fuzz(arguments: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(python("schemathesis"))
        .args(arguments)
        .args(["--seed", "1", "--max-examples", "10", "--no-color"])
        .args(["--phases", "coverage,fuzzing", "--request-timeout", "10"])
        // An event stream has no end, and without Microsoft this server is not ready.
        .args(["--exclude-path-regex", "/events$|/readyz$"])
        // One worker: threads of CPython 3.11 share the depth at which its parser stands, and a
        // second one can end the first (<https://github.com/python/cpython/issues/106905>).
        .args(["--generation-database", "none", "--workers", "1"])
        // It keeps a folder of its own where it stands.
        .current_dir(&folder)
        .output();
    let output = tokio::time::timeout(std::time::Duration::from_mins(4), output);
    let output = output.await.expect("it ends in time").unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
}
