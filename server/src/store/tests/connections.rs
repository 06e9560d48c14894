//! Connections: what was acknowledged is there, and who writes first wins.

use super::*;

pub(super) async fn what_was_acknowledged_is_there_after_reopening(home: Home) {
    let made = with_one(&*home.open().await).await;
    assert_eq!(
        home.open().await.connection(made.id).await.unwrap(),
        Some(made)
    );
}

pub(super) async fn a_change_based_on_an_old_revision_is_refused(home: Home) {
    let store = home.open().await;
    let mut made = with_one(&*store).await;
    made.status.revision = 2;
    made.status.state = State::NeedsAdminConsent;
    assert!(store.save(made.clone(), 1, vec![]).await.unwrap());
    assert!(!store.save(made.clone(), 1, vec![]).await.unwrap());
    assert_eq!(
        store.connection(made.id).await.unwrap().unwrap().status,
        made.status
    );
}

pub(super) async fn deleting_a_connection_takes_everything_of_it_along(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    assert!(store.delete(made.id, 9).await.unwrap().is_some());
    assert!(
        store
            .take_sign_in(token::digest("state"))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .authorized(made.id, token::digest("owner"), 0)
            .await
            .unwrap()
            .is_none()
    );
    assert!(store.delete(made.id, 9).await.unwrap().is_none());
}

pub(super) async fn the_longest_waiting_check_is_due_first(home: Home) {
    let store = home.open().await;
    for (state, at) in [("a", 300), ("b", 100), ("c", 900)] {
        let mut made = connection();
        made.status.next_check_at = Some(at);
        store
            .create(
                made.clone(),
                token::digest(state),
                login(made.id, state),
                entry(1),
            )
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

pub(super) async fn sweeping_forgets_what_nobody_signed_in_to_and_keeps_the_rest(home: Home) {
    let store = home.open().await;
    let unused = with_one(&*store).await;
    let mut used = connection();
    used.status.tenant = Some(consentry_wire::api::Tenant {
        id: "t".into(),
        name: None,
    });
    store
        .create(
            used.clone(),
            token::digest("used"),
            login(used.id, "used"),
            entry(1),
        )
        .await
        .unwrap();
    store.sweep(5000, 2000).await.unwrap();
    assert!(store.connection(unused.id).await.unwrap().is_none());
    assert!(store.connection(used.id).await.unwrap().is_some());
    assert!(
        store
            .take_sign_in(token::digest("used"))
            .await
            .unwrap()
            .is_none()
    );
}

pub(super) async fn a_write_that_fails_does_not_take_its_group_along(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
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
                    problem: None,
                };
                store.add_handles(vec![handle], None).await.is_ok()
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

pub(super) async fn what_another_server_changed_shows_in_the_revisions(home: Home) {
    let (here, there) = (home.open().await, home.open().await);
    let mut made = with_one(&*here).await;
    let gone = Uuid::new_v4();
    assert_eq!(
        here.revisions(vec![made.id, gone]).await.unwrap(),
        [(made.id, 1)]
    );
    made.status.revision = 2;
    assert!(there.save(made.clone(), 1, vec![]).await.unwrap());
    assert_eq!(here.revisions(vec![made.id]).await.unwrap(), [(made.id, 2)]);
}

pub(super) async fn that_somebody_watches_is_known_to_all_servers_and_is_no_change(home: Home) {
    let (here, there) = (home.open().await, home.open().await);
    let made = with_one(&*here).await;
    here.watched(vec![made.id, Uuid::new_v4()], 4711)
        .await
        .unwrap();
    let seen = there.connection(made.id).await.unwrap().unwrap();
    assert_eq!(seen.watched_until, 4711);
    assert_eq!(seen.status.revision, 1);
}

pub(super) async fn two_who_start_at_once_find_one_set_of_tables(home: Home) {
    let home = Arc::new(home);
    let starters: Vec<_> = (0..6)
        .map(|_| {
            let home = Arc::clone(&home);
            tokio::spawn(async move { home.open().await })
        })
        .collect();
    for starter in starters {
        starter.await.unwrap().touch(1).await.unwrap();
    }
}

pub(super) async fn a_store_that_can_be_written_says_so(home: Home) {
    home.open().await.touch(1).await.unwrap();
}
