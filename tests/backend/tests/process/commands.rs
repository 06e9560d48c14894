//! The commands besides `serve`, against a server that runs.

use backend_tests::kit::{Directory, KEY, Server, Setup, command, configure, free_port};
use backend_tests::rehearsal::{Rehearsal, rehearse, state};
use practice_tenant::Scenario;
use reqwest::{Client, Method};
use test_postgres::Cluster;

async fn tenant(rehearsal: &Rehearsal) -> String {
    let state = state(&rehearsal.practice).await;
    state["tenant"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn doctor_finds_nothing_where_all_is_well_and_says_what_to_do_where_it_is_not() {
    let rehearsal = rehearse(Scenario::default()).await;
    let tenant = tenant(&rehearsal).await;
    // Brings the app into the tenant.
    rehearsal.sign_in().await;
    let examine = async |config: std::path::PathBuf| {
        let tenant = tenant.clone();
        // The practice tenant answers meanwhile.
        tokio::task::spawn_blocking(move || {
            command(&["doctor", "--tenant", &tenant], Some(&config))
        })
        .await
        .unwrap()
    };
    let (code, said) = examine(rehearsal.config.clone()).await;
    assert_eq!(code, Some(0), "{said}");
    for good in [
        "ok    redirect URI",
        "ok    store",
        "ok    master keys",
        "ok    clock",
        "ok    Microsoft's discovery document",
        "ok    Microsoft's signing keys",
        "ok    Microsoft Graph",
        "ok    credential of Office 365 Mover",
        "ok    public URL",
    ] {
        assert!(said.contains(good), "{good}\n{said}");
    }

    let text = std::fs::read_to_string(&rehearsal.config).unwrap();
    let wrong = text.replace("practice-secret", "another-secret");
    let (code, said) = examine(rehearsal.directory.write("wrong.toml", &wrong)).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("BAD   credential of Office 365 Mover"),
        "{said}"
    );
    assert!(
        said.contains("AADSTS7000215") && said.contains("→"),
        "{said}"
    );
    assert!(!said.contains("another-secret"), "{said}");

    let wrong = text.replace("AAAAAAA", "AAAAAAB");
    let (code, said) = examine(rehearsal.directory.write("key.toml", &wrong)).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("BAD   master keys"), "{said}");
    rehearsal.practice.stop().await;
}

#[test]
fn doctor_says_what_cannot_be_reached_and_makes_nothing() {
    let directory = Directory::new();
    let nowhere = "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"";
    let config = configure(&directory, free_port(), nowhere);
    let (code, said) = command(&["doctor"], Some(&config));
    assert_eq!(code, Some(1), "{said}");
    for bad in [
        "BAD   Microsoft's discovery document",
        "BAD   Microsoft Graph",
    ] {
        assert!(said.contains(bad), "{bad}\n{said}");
    }
    assert!(said.contains("note  store"), "{said}");
    assert!(!directory.path().join("consentry.db").exists());
}

#[test]
fn a_postgres_is_looked_at_and_backed_up_by_its_own_tool() {
    let (directory, port) = (Directory::new(), free_port());
    let database = Cluster::shared().database();
    let setup = Setup {
        directory: &directory,
        port,
        public_port: port,
        database: database.clone(),
        keys: KEY.into(),
        microsoft: "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"",
    };
    let config = setup.write("consentry.toml");
    let (_, said) = command(&["doctor"], Some(&config));
    assert!(said.contains("note  store: PostgreSQL"), "{said}");
    let tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'";
    assert_eq!(Cluster::shared().query(&database, tables).trim(), "0");
    let (code, said) = command(&["backup", "--to", "copy"], Some(&config));
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("pg_dump --format=custom --file=copy"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_exported_record_is_verified_offline_and_against_its_database() {
    let (directory, port) = (Directory::new(), free_port());
    let nowhere = "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"";
    let config = configure(&directory, port, nowhere);
    let (server, client) = (Server::start(&config, port).await, Client::new());
    let created = server.create(&client).await.unwrap();
    let export = async || {
        let request = server.request(&client, Method::GET, &created, "/record");
        request.send().await.unwrap().text().await.unwrap()
    };
    let text = export().await;
    let file = directory.write("record.json", &text);
    let file = file.to_str().unwrap();
    let (code, said) = command(&["verify-record", file], None);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("is intact: 1 entries"), "{said}");
    let (code, said) = command(&["verify-record", file], Some(&config));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("ends with the same seal"), "{said}");

    server
        .request(&client, Method::POST, &created, "/reauthorize")
        .send()
        .await
        .unwrap();
    let (code, said) = command(&["verify-record", file], Some(&config));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("has 2 entries now"), "{said}");

    let changed = text.replace("global-admin", "other");
    assert_ne!(changed, text);
    let changed = directory.write("changed.json", &changed);
    let (code, said) = command(&["verify-record", changed.to_str().unwrap()], None);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("BROKEN  entry 1 was changed"), "{said}");

    server
        .request(&client, Method::DELETE, &created, "")
        .send()
        .await
        .unwrap();
    let (code, said) = command(&["verify-record", file], Some(&config));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("was deleted, 1 entries after"), "{said}");
}
