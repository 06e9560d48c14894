//! How the process begins and ends.

use backend_tests::kit::{Directory, Server, configure, free_port, program};
use consentry_wire::api::Created;
use reqwest::{Client, Method};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Nobody answers there; these tests do not get that far.
const NOWHERE: &str = "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_kill_9() {
    let (directory, port) = (Directory::new(), free_port());
    let config = configure(&directory, port, NOWHERE);
    let acknowledged: Arc<Mutex<Vec<Created>>> = Arc::default();
    for round in 1..=4 {
        let server = Arc::new(Server::start(&config, port).await);
        let callers: Vec<_> = (0..8)
            .map(|_| {
                let (server, acknowledged) = (Arc::clone(&server), Arc::clone(&acknowledged));
                tokio::spawn(async move {
                    let client = Client::new();
                    while let Some(created) = server.create(&client).await {
                        acknowledged.lock().unwrap().push(created);
                    }
                })
            })
            .collect();
        // Killed while it works: once enough was acknowledged, not after a time.
        while acknowledged.lock().unwrap().len() < round * 60 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server.signal_kill();
        for caller in callers {
            caller.await.unwrap();
        }
    }
    let (server, client) = (Server::start(&config, port).await, Client::new());
    let acknowledged = std::mem::take(&mut *acknowledged.lock().unwrap());
    assert!(acknowledged.len() >= 240);
    for created in &acknowledged {
        assert_eq!(server.status(&client, created).await.id, created.id);
    }
}

#[tokio::test]
async fn sigterm_ends_the_watchers_and_then_the_process() {
    let (directory, port) = (Directory::new(), free_port());
    let server = Server::start(&configure(&directory, port, NOWHERE), port).await;
    let client = Client::new();
    let created = server.create(&client).await.unwrap();
    let events = server.request(&client, Method::GET, &created, "/events");
    let mut events = events.send().await.unwrap();
    assert!(events.chunk().await.unwrap().is_some());
    let (took, well) = server.terminate().await;
    assert!(well);
    assert!(took < Duration::from_secs(5), "{took:?}");
    while events.chunk().await.unwrap().is_some() {}
}

#[test]
fn a_wrong_configuration_is_refused_with_the_key_that_is_wrong() {
    let directory = Directory::new();
    let good = configure(&directory, 7430, NOWHERE);
    let check = |path: &std::path::Path| {
        let output = Command::new(program())
            .args(["check-config", "--config"])
            .arg(path)
            .output();
        let output = output.unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    };
    let (well, said) = check(&good);
    assert!(
        well && said.contains("http://localhost:7430/oauth/callback"),
        "{said}"
    );

    let text = std::fs::read_to_string(&good).unwrap();
    let bad = directory.write("bad.toml", &text.replace("127.0.0.1:7430", "everywhere"));
    let (well, said) = check(&bad);
    assert!(
        !well && said.contains("`listen`") && said.contains("everywhere"),
        "{said}"
    );

    let unknown = directory.write("unknown.toml", &format!("listn = 1\n{text}"));
    let (well, said) = check(&unknown);
    assert!(!well && said.contains("listn"), "{said}");
    assert!(!said.contains("practice-secret"), "{said}");
}
