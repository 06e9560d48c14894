//! Two queues of checks: who is watched never waits behind who is not.

use crate::fake::ELSEWHERE;
use crate::kit::{Program, Server};
use consentry_server::clock::Clock;
use consentry_server::secrets::token;
use consentry_wire::api::{Created, Secret};
use rusqlite::{Connection, params};
use serde_json::json;
use std::time::Duration;
use uuid::Uuid;

/// As many as wait for nobody.
const UNWATCHED: u32 = 1000;

/// Copies of a connection in an organization, all due; the later ones are due later.
fn copy(database: &Connection, of: Uuid, tenant: &str, count: u32, due_at: u64) {
    let copied = database
        .execute(
            "WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?4)
             INSERT INTO connection (id, revision, status, patience, return_to, wrapped_key, next_check, signed_in,
                 created_at, key_id)
             SELECT randomblob(16), revision, json_set(status, '$.tenant.id', ?2, '$.next_check_at', ?3 + i),
                 patience, return_to, wrapped_key, ?3 + i, signed_in, created_at, key_id
             FROM connection, number WHERE id = ?1",
            params![of, tenant, due_at.cast_signed(), count],
        )
        .unwrap();
    assert_eq!(copied, usize::try_from(count).unwrap());
}

/// The last of them, with a bearer: who holds it has not asked yet.
fn hold_last<'a>(database: &Connection, server: &'a Server) -> Program<'a> {
    let secret = token::random();
    let id: Uuid = database
        .query_row(
            "SELECT id FROM connection ORDER BY next_check DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    database
        .execute(
            "INSERT INTO bearer (hash, connection, scope) VALUES (?1, ?2, 'owner')",
            params![token::digest(&secret), id],
        )
        .unwrap();
    let status = json!({"id": id, "profile": "office-365-mover", "role": "other", "revision": 1,
        "state": {"kind": "awaiting_sign_in"}});
    server.program(Created {
        id: id.to_string(),
        secret: Secret::new(secret),
        authorization_url: String::new(),
        start_url: String::new(),
        expires_at: 0,
        status: serde_json::from_value(status).unwrap(),
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_watches_is_answered_while_a_thousand_whom_nobody_watches_wait() {
    let server = Server::start().await;
    server.fake.grant();
    let program = server.signed_in().await;
    let before = program.until_authorized().await;

    // A thousand others are due, and Graph holds back what it answers for them.
    let mut holding = server.fake.world().holding.subscribe();
    server.fake.world().held = Some(ELSEWHERE);
    let database = Connection::open(server.directory.path().join("consentry.db")).unwrap();
    database.busy_timeout(Duration::from_secs(5)).unwrap();
    let (of, now) = (Uuid::parse_str(&program.id).unwrap(), server.clock.now());
    copy(&database, of, ELSEWHERE, UNWATCHED, now - 20_000);
    // The last of all is in an organization that Graph answers for, and waits behind the others.
    let tenant = before.tenant.clone().unwrap().id;
    copy(&database, of, &tenant, 1, now - 10_000);
    let last = hold_last(&database, &server);
    server.state.wake.notify_one();
    let is_busy = holding.wait_for(|count| *count >= 32);
    let is_busy = tokio::time::timeout(Duration::from_secs(30), is_busy).await;
    assert!(is_busy.unwrap().is_ok());

    // Who asks is answered, though the check is due last.
    program.check(json!({})).await;
    let is_newer = |status: &consentry_wire::api::Status| status.checked_at > before.checked_at;
    program.until("checked", is_newer).await;
    let due = server
        .state
        .store
        .due(server.clock.now(), 2 * UNWATCHED)
        .await
        .unwrap();
    assert_eq!(
        due.len(),
        usize::try_from(UNWATCHED).unwrap() + 1,
        "nobody else was"
    );

    // Who begins to watch does not wait any longer.
    last.until("checked", is_newer).await;
}
