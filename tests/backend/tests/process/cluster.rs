//! Two processes on one PostgreSQL.

use backend_tests::kit::{Directory, KEY, Server, Setup, free_port};
use consentry_wire::api::HandOff;
use reqwest::{Client, Method, StatusCode};
use std::path::PathBuf;
use test_postgres::Cluster;

const NOWHERE: &str = "login = \"http://127.0.0.1:9\"\ngraph = \"http://127.0.0.1:9\"";

fn configs(directory: &Directory, database: &str, ports: [u16; 2]) -> [PathBuf; 2] {
    ports.map(|port| {
        let setup = Setup {
            directory,
            port,
            public_port: ports[0],
            database: database.into(),
            keys: KEY.into(),
            microsoft: NOWHERE,
        };
        setup.write(&format!("{port}.toml"))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_that_start_at_once_on_an_empty_database_serve_the_same_connections() {
    let (directory, ports) = (Directory::new(), [free_port(), free_port()]);
    let database = Cluster::shared().database();
    let [first, second] = configs(&directory, &database, ports);
    let (one, other) = tokio::join!(
        Server::start(&first, ports[0]),
        Server::start(&second, ports[1])
    );
    let client = Client::new();
    let created = one.create(&client).await.unwrap();
    assert_eq!(other.status(&client, &created).await.id, created.id);

    // A watcher at the one hears what is done at the other.
    let mut events = other
        .request(&client, Method::GET, &created, "/events")
        .send()
        .await
        .unwrap();
    assert!(events.chunk().await.unwrap().is_some());
    let deleted = one.request(&client, Method::DELETE, &created, "");
    assert_eq!(deleted.send().await.unwrap().status(), StatusCode::OK);
    let end = tokio::time::timeout(backend_tests::kit::LIMIT, async {
        while events.chunk().await.unwrap().is_some() {}
    });
    end.await.expect("the stream ends with the connection");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_one_process_is_killed_the_other_goes_on_with_all_of_it() {
    let (directory, ports) = (Directory::new(), [free_port(), free_port()]);
    let database = Cluster::shared().database();
    let [first, second] = configs(&directory, &database, ports);
    let one = Server::start(&first, ports[0]).await;
    let other = Server::start(&second, ports[1]).await;
    let client = Client::new();
    let mut made = Vec::new();
    for _ in 0..50 {
        made.push(one.create(&client).await.unwrap());
    }
    one.signal_kill();
    for created in &made {
        assert_eq!(other.status(&client, created).await.id, created.id);
    }
    let not_signed_in = other
        .request(&client, Method::POST, &made[0], "/handoff")
        .send()
        .await
        .unwrap();
    assert_eq!(not_signed_in.status(), StatusCode::CONFLICT);
    assert!(not_signed_in.json::<HandOff>().await.is_err());
}
