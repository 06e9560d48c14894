//! Bearers: who holds one, until when, and how the owner takes one back.

use crate::kit::{Events, Program, Server, problem};
use consentry_wire::api::{Claimed, HandOff, State};
use consentry_wire::record::{Bearer, Export, Right};
use reqwest::{Method, StatusCode};
use serde_json::json;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Somebody who opened a hand-off link.
async fn granter<'a>(server: &'a Server, owner: &Program<'a>) -> Program<'a> {
    let link = owner
        .request(Method::POST, "/handoff")
        .send()
        .await
        .unwrap();
    let link: HandOff = link.json().await.unwrap();
    let handle = link.url.rsplit('/').next().unwrap();
    let claim = server.request(Method::POST, &format!("/api/v1/handoffs/{handle}/claim"));
    let claimed: Claimed = claim.send().await.unwrap().json().await.unwrap();
    Program {
        server,
        id: owner.id.clone(),
        secret: claimed.secret.expose().to_owned(),
        created: owner.created.clone(),
    }
}

async fn bearers(owner: &Program<'_>) -> Vec<Bearer> {
    let list = owner.request(Method::GET, "/bearers").send().await.unwrap();
    assert_eq!(list.status(), StatusCode::OK);
    list.json().await.unwrap()
}

async fn read(program: &Program<'_>) -> StatusCode {
    program
        .request(Method::GET, "")
        .send()
        .await
        .unwrap()
        .status()
}

#[tokio::test]
async fn the_owner_sees_who_may_watch_and_ends_it() {
    let server = Server::start().await;
    let owner = server.create(None).await;
    server.sign_in(&owner).await;
    owner.until_checked().await;
    let (one, other) = (
        granter(&server, &owner).await,
        granter(&server, &owner).await,
    );
    let known = bearers(&owner).await;
    let rights: Vec<Right> = known.iter().map(|bearer| bearer.right).collect();
    assert_eq!(rights, [Right::Owner, Right::Watch, Right::Watch]);

    let mut watching = Events::open(&one, None).await;
    watching.next().await.unwrap();
    let path = format!("/bearers/{}", known[1].id);
    let revoked = owner.request(Method::DELETE, &path).send().await.unwrap();
    assert_eq!(revoked.status(), StatusCode::NO_CONTENT);
    // Both were made in the same millisecond, so the list may have them in either order.
    let (gone, left) = if read(&one).await == StatusCode::UNAUTHORIZED {
        (&one, &other)
    } else {
        (&other, &one)
    };
    assert_eq!(read(gone).await, StatusCode::UNAUTHORIZED);
    assert_eq!(read(left).await, StatusCode::OK);
    assert_eq!(bearers(&owner).await.len(), 2);
    if gone.secret == one.secret {
        server.fake.grant();
        owner.check(json!({})).await;
        // A check from before may still be on its way; the grant came after, and the stream ends without it.
        while let Some((_, status)) = watching.next().await {
            assert!(
                !matches!(status.state, State::Authorized { .. }),
                "an open stream says nothing more"
            );
        }
    }
    let record = owner.request(Method::GET, "/record").send().await.unwrap();
    let record: Export = record.json().await.unwrap();
    let last = serde_json::to_value(record.entries).unwrap().to_string();
    assert!(last.contains("\"kind\":\"revoked\""), "{last}");
}

#[tokio::test]
async fn only_the_owner_sees_bearers_and_nobody_takes_the_owners() {
    let server = Server::start().await;
    let owner = server.create(None).await;
    server.sign_in(&owner).await;
    let watcher = granter(&server, &owner).await;
    let own = bearers(&owner).await[0].id.clone();
    let path = format!("/bearers/{own}");
    for (method, path) in [(Method::GET, "/bearers"), (Method::DELETE, &path)] {
        let refused = watcher.request(method, path).send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        assert_eq!(problem(refused).await.code, "watch-only");
    }
    for path in [&*path, "/bearers/0000000000000000", "/bearers/x"] {
        let refused = owner.request(Method::DELETE, path).send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(read(&owner).await, StatusCode::OK);
    // An id tells nothing of the bearer, and another connection's owner cannot use it.
    let stranger = server.create(None).await;
    let watching = &bearers(&owner).await[1].id;
    let path = format!("/bearers/{watching}");
    let refused = stranger
        .request(Method::DELETE, &path)
        .send()
        .await
        .unwrap();
    assert_eq!(refused.status(), StatusCode::NOT_FOUND);
    assert_eq!(read(&watcher).await, StatusCode::OK);
}

#[tokio::test]
async fn whoever_was_handed_a_connection_loses_it_after_thirty_days() {
    let server = Server::start().await;
    let owner = server.create(None).await;
    server.sign_in(&owner).await;
    let watcher = granter(&server, &owner).await;
    let shown = bearers(&owner).await;
    assert_eq!(shown[0].expires_at, None);
    assert_eq!(shown[1].expires_at, Some(shown[1].created_at + 30 * DAY_MS));
    server.clock.forward(30 * DAY_MS - 60_000);
    assert_eq!(read(&watcher).await, StatusCode::OK);
    server.clock.forward(60_001);
    assert_eq!(read(&watcher).await, StatusCode::UNAUTHORIZED);
    assert_eq!(read(&owner).await, StatusCode::OK);
    assert_eq!(bearers(&owner).await.len(), 1);
}

#[tokio::test]
async fn a_watcher_who_fills_the_record_leaves_room_for_the_owner() {
    let server = Server::start().await;
    let owner = server.create(None).await;
    server.sign_in(&owner).await;
    let watcher = granter(&server, &owner).await;
    let see = async |program: &Program<'_>, what: &str| {
        let body = json!({"what": what});
        let request = program.request(Method::POST, "/record/seen").json(&body);
        request.send().await.unwrap()
    };
    let mut written = 0;
    let refused = loop {
        let what = if written % 2 == 0 { "held" } else { "offered" };
        let answer = see(&watcher, what).await;
        if answer.status() != StatusCode::NO_CONTENT {
            break answer;
        }
        written += 1;
        assert!(written <= 1000, "never full");
    };
    assert_eq!(problem(refused).await.code, "record-full");
    for what in ["held", "released"] {
        assert_eq!(see(&owner, what).await.status(), StatusCode::NO_CONTENT);
    }
}
