//! A real OpenID Provider: npm `oidc-provider`, which has never heard of Microsoft.

use crate::kit::{LIMIT, Process, Server, bind};
use consentry_wire::api::{Created, Deleted, State, Status};
use reqwest::Client;
use serde_json::{Value, json};
use tempfile::NamedTempFile;
use tokio::process::Command;

const TENANT: &str = "11111111-2222-4333-8444-555555555555";
const CLIENT: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

struct Stage {
    server: Server,
    origin: String,
    client: Client,
    _provider: Process,
}

enum Proof {
    Secret {
        registered: &'static str,
        configured: &'static str,
    },
    Certificate,
}

async fn stage(proof: Proof) -> Stage {
    let (listener, base) = bind().await;
    let mut settings = json!({
        "tenant": TENANT, "client": CLIENT, "redirect": format!("{base}/oauth/callback"),
    });
    let mut app = json!({"profile": "office-365-mover", "client_id": CLIENT});
    let _file = match proof {
        Proof::Secret {
            registered,
            configured,
        } => {
            settings["secret"] = registered.into();
            app["client_secret"] = configured.into();
            None
        }
        Proof::Certificate => {
            let (certificate, file) = certificate();
            settings["certificate"] = certificate.into();
            app["credential"] = json!([{"certificate_file": file.path()}]);
            Some(file)
        }
    };
    let mut command = Command::new("node");
    command.args(["tests/peers/provider.mjs", &settings.to_string()]);
    let mut provider = Process::start(&mut command);
    let origin = provider.hear().await["origin"].as_str().unwrap().to_owned();
    let microsoft = json!({"login": origin, "graph": origin, "authority": TENANT});
    let server = Server::start(listener, base, microsoft, app).await;
    // As a browser: keeps cookies, follows.
    let policy = reqwest::redirect::Policy::limited(20);
    let client = Client::builder().cookie_store(true).redirect(policy);
    Stage {
        server,
        origin,
        client: client.build().unwrap(),
        _provider: provider,
    }
}

fn certificate() -> (String, NamedTempFile) {
    let algorithm = &rcgen::PKCS_RSA_SHA256;
    let key = rcgen::KeyPair::generate_rsa_for(algorithm, rcgen::RsaKeySize::_2048).unwrap();
    let wanted = rcgen::CertificateParams::new(vec!["consentry.example".to_owned()]).unwrap();
    let certificate = wanted.self_signed(&key).unwrap().pem();
    let file = NamedTempFile::with_suffix(".pem").unwrap();
    std::fs::write(&file, format!("{certificate}{}", key.serialize_pem())).unwrap();
    (certificate, file)
}

impl Stage {
    async fn create(&self) -> Created {
        let body = json!({"profile": "office-365-mover", "role": "global-admin"});
        let url = format!("{}/api/v1/connections", self.server.base);
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        answer.json().await.unwrap()
    }

    /// The whole way, to the page of the server that ends it.
    async fn sign_in(&self, created: &Created) {
        let asked = self.client.get(&created.start_url).send().await.unwrap();
        let asked = asked.text().await.unwrap();
        let (_, proof) = asked.split_once("name=\"proof\" value=\"").unwrap();
        let proof = proof.split('"').next().unwrap();
        let going = self
            .client
            .post(&created.start_url)
            .form(&[("proof", proof)]);
        let end = going.send().await.unwrap();
        let url = end.url().clone();
        let page = end.text().await.unwrap();
        assert_eq!(url.path(), "/done", "{url}: {page}");
    }

    fn at(&self, created: &Created, rest: &str) -> String {
        format!(
            "{}/api/v1/connections/{}{rest}",
            self.server.base, created.id
        )
    }

    async fn status(&self, created: &Created) -> Status {
        let request = self.client.get(self.at(created, ""));
        let request = request.bearer_auth(created.secret.expose());
        request.send().await.unwrap().json().await.unwrap()
    }

    async fn seen(&self) -> Value {
        let url = format!("{}/control", self.origin);
        self.client
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    async fn until_seen(&self, fits: impl Fn(&Value) -> bool) -> Value {
        let waiting = async {
            loop {
                let seen = self.seen().await;
                if fits(&seen) {
                    return seen;
                }
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(LIMIT, waiting).await.expect("in time")
    }
}

fn count(seen: &Value, grant: &str) -> usize {
    let grants = seen["grants"].as_array().unwrap();
    grants.iter().filter(|one| *one == grant).count()
}

#[tokio::test]
async fn a_code_is_exchanged_at_a_provider_that_names_its_issuer() {
    let stage = stage(Proof::Secret {
        registered: "of-the-peer",
        configured: "of-the-peer",
    })
    .await;
    let created = stage.create().await;
    stage.sign_in(&created).await;
    let status = stage.status(&created).await;
    let tenant = status
        .tenant
        .unwrap_or_else(|| panic!("{:?}", status.state));
    assert_eq!(tenant.id, TENANT);
    assert_eq!(status.account.as_deref(), Some("adele@birchwood.example"));
    let seen = stage
        .until_seen(|seen| count(seen, "client_credentials") > 0)
        .await;
    assert_eq!(count(&seen, "authorization_code"), 1);
    assert_eq!(seen["refused"], 0);
}

#[tokio::test]
async fn a_certificates_assertion_is_taken_by_a_provider_that_checks_it() {
    let stage = stage(Proof::Certificate).await;
    let created = stage.create().await;
    stage.sign_in(&created).await;
    assert_eq!(stage.status(&created).await.tenant.unwrap().id, TENANT);
    let seen = stage
        .until_seen(|seen| count(seen, "client_credentials") > 0)
        .await;
    let methods = seen["methods"].as_array().unwrap();
    assert!(
        methods.iter().all(|method| method == "private_key_jwt"),
        "{seen}"
    );
    assert_eq!(seen["refused"], 0);
}

#[tokio::test]
async fn a_refresh_token_rolls_and_is_revoked_with_its_connection() {
    let stage = stage(Proof::Secret {
        registered: "of-the-peer",
        configured: "of-the-peer",
    })
    .await;
    let created = stage.create().await;
    stage.sign_in(&created).await;
    for round in 1..=3 {
        stage.server.clock.forward(2 * 60 * 60 * 1000);
        let request = stage.client.post(stage.at(&created, "/check"));
        let request = request.bearer_auth(created.secret.expose());
        assert_eq!(request.send().await.unwrap().status(), 202);
        stage
            .until_seen(|seen| count(seen, "refresh_token") >= round)
            .await;
    }
    // Such a provider withdraws everything if a replaced token is used again.
    assert_eq!(stage.seen().await["refused"], 0);
    let request = stage.client.delete(stage.at(&created, ""));
    let request = request.bearer_auth(created.secret.expose());
    let told: Deleted = request.send().await.unwrap().json().await.unwrap();
    assert_eq!(told.revoked.len(), 1, "{told:?}");
    assert!(
        told.remains
            .iter()
            .all(|text| !text.contains("no way to revoke"))
    );
    stage.until_seen(|seen| seen["revoked"] != 0).await;
}

#[tokio::test]
async fn a_secret_the_provider_does_not_know_is_the_operators() {
    let stage = stage(Proof::Secret {
        registered: "of-the-peer",
        configured: "of-somebody-else",
    })
    .await;
    let created = stage.create().await;
    stage.sign_in(&created).await;
    let State::Blocked { problem } = stage.status(&created).await.state else {
        panic!("not blocked")
    };
    assert_eq!(problem.code, "server-credential-refused");
}
