//! A database of release 0.1.0, and a copy in the wrong hands.

use backend_tests::kit::{Directory, KEY, Server, Setup, command, free_port};
use backend_tests::rehearsal::{microsoft, practice, rehearse};
use consentry_wire::api::{Created, State};
use practice_tenant::Scenario;
use reqwest::{Client, Method, StatusCode};
use serde_json::json;
use std::path::PathBuf;

/// What the head of the fixture says.
const AUTHORIZED: (&str, &str) = (
    "bcea7335-54ea-4e81-a609-3096d12502a0",
    "QX7zDUajuL-u3H4ZjXlovAPX0ZNexc4HdUjLXBeC8E0",
);
const WAITING: (&str, &str) = (
    "998e24f7-9840-408d-a065-0602fc2c7c54",
    "rX07CaUmG7YQgAkCppqv7cL1Er95l6J4X5KRkAIo0e0",
);

fn restore(directory: &Directory) -> PathBuf {
    let file = directory.path().join("consentry.db");
    let database = rusqlite::Connection::open(&file).unwrap();
    database
        .execute_batch(include_str!("../../fixtures/0.1.0.sql"))
        .unwrap();
    // What nobody signs in to is deleted after some days; this copy is as if it were of today.
    let today = "UPDATE connection SET created_at = CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    assert_eq!(database.execute(today, []).unwrap(), 2);
    file
}

/// A connection that was made earlier, as far as requests need it.
fn held((id, secret): (&str, &str)) -> Created {
    let status = json!({"id": id, "profile": "office-365-mover", "role": "other", "revision": 1,
        "state": {"kind": "awaiting_sign_in"}});
    serde_json::from_value(
        json!({"id": id, "secret": secret, "authorization_url": "", "start_url": "",
        "expires_at": 0, "status": status}),
    )
    .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_of_release_0_1_0_goes_on_with_its_connections_keys_and_tokens() {
    let (directory, port) = (Directory::new(), free_port());
    let file = restore(&directory);
    let practice = practice(Scenario::default(), port).await;
    let setup = |keys: String| {
        Setup {
            directory: &directory,
            port,
            public_port: port,
            database: file.display().to_string(),
            keys,
            microsoft: &microsoft(&directory, &practice, practice.addr),
        }
        .write("consentry.toml")
    };
    let config = setup(KEY.into());
    let (server, client) = (Server::start(&config, port).await, Client::new());
    let (authorized, waiting) = (held(AUTHORIZED), held(WAITING));
    let status = server.status(&client, &authorized).await;
    assert!(matches!(
        status.state,
        State::Authorized {
            users: 17,
            sites: 43
        }
    ));
    let status = server.status(&client, &waiting).await;
    assert_eq!(status.state, State::AwaitingSignIn);

    // The sealed refresh token opens: the practice tenant, which never issued it, is asked.
    server
        .request(&client, Method::POST, &authorized, "/check")
        .json(&json!({}))
        .send()
        .await
        .unwrap();
    let is_refused =
        |now: &consentry_wire::api::Status| matches!(now.state, State::NeedsReauthorization { .. });
    server
        .until(&client, &authorized, "refused", is_refused)
        .await;
    let record = server
        .request(&client, Method::GET, &authorized, "/record")
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    consentry_server::record::verify::verify(&record).unwrap();

    // And what 0.1.0 wrapped can be wrapped by a key with a name, while the server runs.
    let both = format!(
        "{KEY}\nactive_master_key = \"2027\"\nmaster_keys = [{{ id = \"2027\", value = \"{}\" }}]",
        "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
    );
    let config = setup(both);
    server.signal("-HUP");
    let (code, said) = command(&["rotate-keys"], Some(&config));
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("2 data keys") && said.contains("\"default\" can be removed"),
        "{said}"
    );
    let again = server
        .request(&client, Method::POST, &waiting, "/reauthorize")
        .send()
        .await
        .unwrap();
    assert_eq!(again.status(), StatusCode::OK, "its data key opens");
    practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copied_database_without_its_master_key_gives_no_token_and_starts_no_server() {
    let rehearsal = rehearse(Scenario::default()).await;
    let created = rehearsal.sign_in().await;
    let copy = rehearsal.directory.path().join("copy.db");
    let to = copy.to_str().unwrap();
    let (code, said) = command(&["backup", "--to", to], Some(&rehearsal.config));
    assert_eq!(code, Some(0), "{said}");
    let bytes = std::fs::read(&copy).unwrap();
    // A bearer, and what every token of Microsoft's that is a JWT begins with.
    for secret in [created.secret.expose(), "eyJ"] {
        let found = bytes
            .windows(secret.len())
            .any(|window| window == secret.as_bytes());
        assert!(!found, "the copy holds {secret}");
    }
    let (thief, port) = (Directory::new(), free_port());
    let setup = Setup {
        directory: &thief,
        port,
        public_port: port,
        database: to.into(),
        keys: KEY.replace("AAAAAAA", "AAAAAAB"),
        microsoft: "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"",
    };
    let config = setup.write("thief.toml");
    for arguments in [&["serve"][..], &["rotate-keys"][..]] {
        let (code, said) = command(arguments, Some(&config));
        assert_ne!(code, Some(0));
        assert!(
            said.contains("is not the one this database was encrypted with"),
            "{said}"
        );
    }

    // With the key, the copy is the whole server.
    let (port, client) = (free_port(), Client::new());
    let setup = Setup {
        keys: KEY.into(),
        port,
        public_port: port,
        ..setup
    };
    let restored = Server::start(&setup.write("owner.toml"), port).await;
    let status = restored.status(&client, &created).await;
    assert!(status.tenant.is_some());
    rehearsal.practice.stop().await;
}
