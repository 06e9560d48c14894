//! What the store promises: once is once, what was acknowledged is there, a group does not share
//! its failures.

use super::*;
use crate::token;
use consentry_shared::api::{Role, State};
use std::path::PathBuf;
use std::sync::Arc;

struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let directory = std::env::temp_dir().join(format!("consentry-store-{}", Uuid::new_v4()));
        std::fs::create_dir(&directory).unwrap();
        Self(directory)
    }

    fn open(&self) -> Sqlite {
        Sqlite::open(&self.0.join("store.db")).unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn connection() -> Connection {
    Connection::new(
        Uuid::new_v4(),
        "office-365-mover",
        Role::Other,
        vec![1, 2, 3],
        1000,
    )
}

fn login(connection: Uuid, state: &str) -> Login {
    Login {
        state: token::digest(state),
        connection,
        browser: token::digest("browser"),
        ticket: Some(token::digest(&format!("ticket of {state}"))),
        sealed: vec![9],
        expires_at: 5000,
    }
}

async fn with_one(store: &Sqlite) -> Connection {
    let made = connection();
    store
        .create(
            made.clone(),
            token::digest("owner"),
            login(made.id, "state"),
        )
        .await
        .unwrap();
    made
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_reopening() {
    let scratch = Scratch::new();
    let made = with_one(&scratch.open()).await;
    assert_eq!(
        scratch.open().connection(made.id).await.unwrap(),
        Some(made)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sixteen_who_take_a_login_one_gets_it() {
    let scratch = Scratch::new();
    let store = Arc::new(scratch.open());
    with_one(&store).await;
    let takers: Vec<_> = (0..16)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                store
                    .take_login(token::digest("state"))
                    .await
                    .unwrap()
                    .is_some()
            })
        })
        .collect();
    let mut taken = 0;
    for taker in takers {
        taken += usize::from(taker.await.unwrap());
    }
    assert_eq!(taken, 1);
}

#[tokio::test]
async fn a_change_based_on_an_old_revision_is_refused() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let mut made = with_one(&store).await;
    made.status.revision = 2;
    made.status.state = State::NeedsAdminConsent;
    assert!(store.save(made.clone(), 1).await.unwrap());
    assert!(!store.save(made.clone(), 1).await.unwrap());
    assert_eq!(
        store.connection(made.id).await.unwrap().unwrap().status,
        made.status
    );
}

#[tokio::test]
async fn a_bearer_opens_its_own_connection_only() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let one = with_one(&store).await;
    let other = connection();
    store
        .create(
            other.clone(),
            token::digest("other owner"),
            login(other.id, "other"),
        )
        .await
        .unwrap();
    let scope = |found: Option<(Scope, Connection)>| found.map(|(scope, _)| scope);
    assert_eq!(
        scope(
            store
                .authorized(one.id, token::digest("owner"))
                .await
                .unwrap()
        ),
        Some(Scope::Owner)
    );
    assert_eq!(
        scope(
            store
                .authorized(other.id, token::digest("owner"))
                .await
                .unwrap()
        ),
        None
    );
    assert_eq!(
        scope(
            store
                .authorized(one.id, token::digest("nobody"))
                .await
                .unwrap()
        ),
        None
    );
}

#[tokio::test]
async fn a_ticket_moves_the_sign_in_to_one_browser_once_and_in_time() {
    let scratch = Scratch::new();
    let store = scratch.open();
    with_one(&store).await;
    let (ticket, browser) = (
        token::digest("ticket of state"),
        token::digest("second browser"),
    );
    assert!(
        store
            .use_ticket(ticket, browser, 5000)
            .await
            .unwrap()
            .is_none(),
        "expired"
    );
    assert!(
        store
            .use_ticket(ticket, browser, 4999)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        store
            .use_ticket(ticket, browser, 4999)
            .await
            .unwrap()
            .is_none(),
        "second use"
    );
    assert_eq!(
        store
            .take_login(token::digest("state"))
            .await
            .unwrap()
            .unwrap()
            .browser,
        browser
    );
}

#[tokio::test]
async fn a_new_sign_in_ends_the_one_before() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let made = with_one(&store).await;
    store.begin(login(made.id, "second")).await.unwrap();
    assert!(
        store
            .take_login(token::digest("state"))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .take_login(token::digest("second"))
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn a_handle_is_claimed_once_and_viewing_does_not_use_it_up() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let made = with_one(&store).await;
    let hash = token::digest("handle");
    let handle = Handle {
        hash,
        connection: made.id,
        kind: Kind::HandOff,
        expires_at: 5000,
    };
    store.add_handles(vec![handle]).await.unwrap();
    for _ in 0..2 {
        assert!(
            store
                .look_up(hash, Kind::HandOff, 4000)
                .await
                .unwrap()
                .is_some()
        );
    }
    assert!(
        store
            .look_up(hash, Kind::View, 4000)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .look_up(hash, Kind::HandOff, 5000)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .claim(hash, token::digest("late"), 5000)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .claim(hash, token::digest("watcher"), 4000)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        store
            .claim(hash, token::digest("thief"), 4000)
            .await
            .unwrap()
            .is_none()
    );
    let (scope, _) = store
        .authorized(made.id, token::digest("watcher"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(scope, Scope::Watch);
    assert!(
        store
            .look_up(hash, Kind::HandOff, 4000)
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn deleting_a_connection_takes_everything_of_it_along() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let made = with_one(&store).await;
    assert!(store.delete(made.id).await.unwrap());
    assert!(
        store
            .take_login(token::digest("state"))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .authorized(made.id, token::digest("owner"))
            .await
            .unwrap()
            .is_none()
    );
    assert!(!store.delete(made.id).await.unwrap());
}

#[tokio::test]
async fn the_longest_waiting_check_is_due_first() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for (state, at) in [("a", 300), ("b", 100), ("c", 900)] {
        let mut made = connection();
        made.status.next_check_at = Some(at);
        store
            .create(made.clone(), token::digest(state), login(made.id, state))
            .await
            .unwrap();
    }
    assert_eq!(store.next_due().await.unwrap(), Some(100));
    let mut due = Vec::new();
    for id in store.due(300, 10).await.unwrap() {
        due.push(
            store
                .connection(id)
                .await
                .unwrap()
                .unwrap()
                .status
                .next_check_at,
        );
    }
    assert_eq!(due, [Some(100), Some(300)]);
}

#[tokio::test]
async fn sweeping_forgets_what_nobody_signed_in_to_and_keeps_the_rest() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let unused = with_one(&store).await;
    let mut used = connection();
    used.status.tenant = Some(consentry_shared::api::Tenant {
        id: "t".into(),
        name: None,
    });
    store
        .create(used.clone(), token::digest("used"), login(used.id, "used"))
        .await
        .unwrap();
    store.sweep(5000, 2000).await.unwrap();
    assert!(store.connection(unused.id).await.unwrap().is_none());
    assert!(store.connection(used.id).await.unwrap().is_some());
    assert!(
        store
            .take_login(token::digest("used"))
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_that_fails_does_not_take_its_group_along() {
    let scratch = Scratch::new();
    let store = Arc::new(scratch.open());
    let made = with_one(&store).await;
    let writes: Vec<_> = (0..32)
        .map(|index| {
            let (store, id) = (Arc::clone(&store), made.id);
            // Every second one is for a connection that does not exist: the foreign key refuses it.
            let connection = if index % 2 == 0 { id } else { Uuid::new_v4() };
            tokio::spawn(async move {
                let hash = token::digest(&format!("handle {index}"));
                let handle = Handle {
                    hash,
                    connection,
                    kind: Kind::Return,
                    expires_at: 5000,
                };
                store.add_handles(vec![handle]).await.is_ok()
            })
        })
        .collect();
    for (index, write) in writes.into_iter().enumerate() {
        assert_eq!(write.await.unwrap(), index % 2 == 0, "write {index}");
    }
    let hash = token::digest("handle 30");
    assert!(
        store
            .look_up(hash, Kind::Return, 0)
            .await
            .unwrap()
            .is_some()
    );
}

#[test]
fn a_file_of_a_newer_version_is_refused() {
    let scratch = Scratch::new();
    drop(scratch.open());
    let raw = rusqlite::Connection::open(scratch.0.join("store.db")).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    let refused = Sqlite::open(&scratch.0.join("store.db")).err();
    assert!(matches!(
        refused,
        Some(StoreError::TooNew { found: 99, .. })
    ));
}
