//! What the store promises, on both databases: once is once, what was acknowledged is there, a group
//! does not share its failures, a record is a chain, and a copy without its key opens nothing.

use super::*;
use crate::config::{Config, Raw};
use crate::ops::keyring::{self, KeyError, Rotated};
use crate::record::verify::verify;
use crate::secrets::encryption::Seal;
use crate::secrets::master_key::MasterKeys;
use crate::secrets::token;
use consentry_shared::api::{Role, State};
use consentry_shared::record::{Event, Export, FORMAT, Right};
use tempfile::TempDir;
use test_postgres::Cluster;

/// Where a store lives, empty at first.
enum Home {
    Sqlite(TempDir),
    Postgres(Database),
}

impl Home {
    fn sqlite() -> Self {
        Self::Sqlite(tempfile::tempdir().unwrap())
    }

    fn postgres() -> Self {
        Self::in_database(&Cluster::shared().database())
    }

    /// As CockroachDB runs every transaction, and PostgreSQL on request: some are refused with 40001
    /// and have to be run again.
    fn serializable() -> Self {
        let url = Cluster::shared().database();
        let name = url.rsplit('/').next().unwrap();
        let set = format!("ALTER DATABASE {name} SET default_transaction_isolation = serializable");
        Cluster::shared().query(&url, &set);
        Self::in_database(&url)
    }

    fn in_database(url: &str) -> Self {
        let raw: Raw = serde_json::from_value(serde_json::json!({
            "database": url,
            "postgres": {"connections": 4},
            "master_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "app": [{"profile": "office-365-mover", "client_secret": "s"}],
        }))
        .unwrap();
        Self::Postgres(Config::from_raw(raw).unwrap().database)
    }

    /// Another server's store in the same place.
    async fn open(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(directory) => {
                open(&Database::Sqlite(directory.path().join("store.db"))).await
            }
            Self::Postgres(database) => open(database).await,
        }
        .unwrap()
    }
}

/// Runs each test on both databases, and on PostgreSQL as other engines of its kind behave.
macro_rules! on_both {
    ($($name:ident,)*) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(super::Home::sqlite()).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(super::Home::postgres()).await;
            })*
        }
        mod on_serializable {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(super::Home::serializable()).await;
            })*
        }
    };
}

on_both! {
    what_was_acknowledged_is_there_after_reopening,
    of_sixteen_who_take_a_login_one_gets_it,
    a_change_based_on_an_old_revision_is_refused,
    a_bearer_opens_its_own_connection_only,
    a_ticket_moves_the_sign_in_to_one_browser_once_and_in_time,
    a_new_sign_in_ends_the_one_before,
    a_handle_is_claimed_once_and_viewing_does_not_use_it_up,
    deleting_a_connection_takes_everything_of_it_along,
    the_longest_waiting_check_is_due_first,
    sweeping_forgets_what_nobody_signed_in_to_and_keeps_the_rest,
    a_write_that_fails_does_not_take_its_group_along,
    a_record_grows_by_what_was_noted_and_is_whole,
    a_change_that_was_refused_is_not_in_the_record,
    entries_added_at_once_by_two_servers_make_one_chain,
    the_end_of_a_record_outlives_its_connection_and_its_entries_do_not,
    a_claim_is_in_the_record_with_the_right_it_gave,
    of_sixteen_who_claim_a_handle_at_two_servers_one_gets_it,
    a_lease_has_one_holder_until_it_is_given_back_or_runs_out,
    of_sixteen_who_take_a_lease_one_gets_it,
    what_another_server_changed_shows_in_the_revisions,
    that_somebody_watches_is_known_to_all_servers_and_is_no_change,
    rotating_wraps_every_key_anew_and_retires_the_old_one,
    a_wrong_key_under_a_known_id_is_refused,
    a_row_swapped_with_another_does_not_open,
    a_wrong_key_beside_a_proof_without_an_id_leaves_no_trace,
    two_who_start_at_once_find_one_set_of_tables,
    a_store_that_can_be_written_says_so,
    sign_ins_that_can_still_be_finished_are_counted,
    a_page_is_stored_with_its_link_and_keeps_what_each_row_was,
    rows_come_app_by_app_in_the_order_of_their_bytes,
    the_end_of_a_round_forgets_what_is_gone_and_numbers_what_changed,
    a_change_is_reported_once_and_counted_each_time,
    nothing_of_one_tenant_is_answered_for_another,
    a_receiver_takes_what_comes_after_it_is_first_asked_about,
    a_bearer_that_was_given_away_ends_and_can_be_revoked_but_the_owners_cannot,
    a_view_of_a_failed_sign_in_holds_its_problem,
    looking_at_a_ticket_changes_nothing_and_a_forgotten_sign_in_has_none,
}

mod observed;
use observed::{
    a_change_is_reported_once_and_counted_each_time,
    a_page_is_stored_with_its_link_and_keeps_what_each_row_was,
    a_receiver_takes_what_comes_after_it_is_first_asked_about,
    nothing_of_one_tenant_is_answered_for_another,
    rows_come_app_by_app_in_the_order_of_their_bytes,
    the_end_of_a_round_forgets_what_is_gone_and_numbers_what_changed,
};

fn noted(at: u64) -> Noted {
    Noted::new(at, Event::GrantSuggested)
}

fn exported(id: Uuid, entries: Vec<Sealed>) -> String {
    let last = entries.last().unwrap();
    let export = Export {
        format: FORMAT.into(),
        connection: id.to_string(),
        exported_at: 0,
        head: Head {
            entries: last.entry.number,
            seal: last.seal.clone(),
            ended_at: None,
        },
        entries,
    };
    serde_json::to_string(&export).unwrap()
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

async fn with_one(store: &dyn Store) -> Connection {
    let made = connection();
    store
        .create(
            made.clone(),
            token::digest("owner"),
            login(made.id, "state"),
            noted(1),
        )
        .await
        .unwrap();
    made
}

async fn what_was_acknowledged_is_there_after_reopening(home: Home) {
    let made = with_one(&*home.open().await).await;
    assert_eq!(
        home.open().await.connection(made.id).await.unwrap(),
        Some(made)
    );
}

async fn of_sixteen_who_take_a_login_one_gets_it(home: Home) {
    let store = home.open().await;
    with_one(&*store).await;
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

async fn a_change_based_on_an_old_revision_is_refused(home: Home) {
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

async fn a_bearer_opens_its_own_connection_only(home: Home) {
    let store = home.open().await;
    let one = with_one(&*store).await;
    let other = connection();
    store
        .create(
            other.clone(),
            token::digest("other owner"),
            login(other.id, "other"),
            noted(1),
        )
        .await
        .unwrap();
    let scope = |found: Option<(Scope, Connection)>| found.map(|(scope, _)| scope);
    assert_eq!(
        scope(
            store
                .authorized(one.id, token::digest("owner"), 0)
                .await
                .unwrap()
        ),
        Some(Scope::Owner)
    );
    assert_eq!(
        scope(
            store
                .authorized(other.id, token::digest("owner"), 0)
                .await
                .unwrap()
        ),
        None
    );
    assert_eq!(
        scope(
            store
                .authorized(one.id, token::digest("nobody"), 0)
                .await
                .unwrap()
        ),
        None
    );
}

async fn a_ticket_moves_the_sign_in_to_one_browser_once_and_in_time(home: Home) {
    let store = home.open().await;
    with_one(&*store).await;
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

async fn a_new_sign_in_ends_the_one_before(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    store
        .begin(login(made.id, "second"), noted(2))
        .await
        .unwrap();
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

async fn a_handle_is_claimed_once_and_viewing_does_not_use_it_up(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let hash = token::digest("handle");
    let handle = Handle {
        hash,
        connection: made.id,
        kind: Kind::HandOff,
        expires_at: 5000,
        problem: None,
    };
    store.add_handles(vec![handle], None).await.unwrap();
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
    let of = async |bearer: &str| store.of_bearer(token::digest(bearer), 4000).await.unwrap();
    assert_eq!(of("watcher").await.map(|it| it.id), Some(made.id));
    assert!(of("thief").await.is_none());
    let (scope, _) = store
        .authorized(made.id, token::digest("watcher"), 4000)
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

async fn a_bearer_that_was_given_away_ends_and_can_be_revoked_but_the_owners_cannot(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let claim = async |text: &str, kind| {
        let handle = Handle {
            hash: token::digest(text),
            connection: made.id,
            kind,
            expires_at: 5000,
            problem: None,
        };
        let (hash, bearer) = (handle.hash, token::digest(&format!("bearer of {text}")));
        store.add_handles(vec![handle], None).await.unwrap();
        store.claim(hash, bearer, 4000).await.unwrap().unwrap();
        bearer
    };
    let (watch, starter) = (
        claim("one", Kind::HandOff).await,
        claim("other", Kind::Return).await,
    );
    let ends = [
        (watch, Scope::Watch, 4000 + 30 * DAY_MS),
        (starter, Scope::Starter, 4000 + 90 * DAY_MS),
    ];
    let listed = store.bearers(made.id, 4000).await.unwrap();
    for (hash, scope, end) in ends {
        let bearer = listed.iter().find(|bearer| bearer.hash == hash).unwrap();
        let expected = (scope, 4000, Some(end));
        assert_eq!(
            (bearer.scope, bearer.created_at, bearer.expires_at),
            expected
        );
        let opens = async |now| {
            store
                .authorized(made.id, hash, now)
                .await
                .unwrap()
                .is_some()
        };
        assert!(opens(end - 1).await && !opens(end).await);
    }
    let owner = token::digest("owner");
    let revoke = async |bearer| store.revoke(made.id, bearer, noted(9)).await.unwrap();
    assert!(!revoke(owner).await, "the owner's ends with the connection");
    assert!(revoke(watch).await && !revoke(watch).await);
    let left = async |now| store.bearers(made.id, now).await.unwrap().len();
    assert_eq!((left(4000).await, left(u64::MAX >> 1).await), (2, 1));
    store.sweep(u64::MAX >> 1, 0).await.unwrap();
    assert_eq!(left(4000).await, 1, "what ended is forgotten");
    let record = store.record(made.id).await.unwrap();
    let revocations = record.iter().filter(|sealed| sealed.entry.at == 9);
    assert_eq!(revocations.count(), 1, "what did not happen is not noted");
}

async fn a_view_of_a_failed_sign_in_holds_its_problem(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let problem = crate::problems::named("declined").problem(&crate::problems::Place::default());
    for problem in [None, Some(problem)] {
        let hash = token::digest(&token::random());
        let handle = Handle {
            hash,
            connection: made.id,
            kind: Kind::View,
            expires_at: 5000,
            problem: problem.clone(),
        };
        store.add_handles(vec![handle], None).await.unwrap();
        let (_, shown) = store.view(hash, 4999).await.unwrap().unwrap();
        assert_eq!(shown, problem);
        assert!(store.view(hash, 5000).await.unwrap().is_none());
        let claimed = store.claim(hash, token::digest("thief"), 4000).await;
        assert!(claimed.unwrap().is_none());
    }
}

async fn looking_at_a_ticket_changes_nothing_and_a_forgotten_sign_in_has_none(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let mut begun = login(made.id, "second");
    let ticket = token::digest("a ticket to look at");
    begun.ticket = Some(ticket);
    let end = begun.expires_at;
    store.begin(begun, noted(2)).await.unwrap();
    for _ in 0..2 {
        let found = store.ticket(ticket, end - 1).await.unwrap().unwrap();
        assert_eq!(found.id, made.id);
    }
    assert!(store.ticket(ticket, end).await.unwrap().is_none());
    store.forget_login(made.id).await.unwrap();
    assert!(store.ticket(ticket, end - 1).await.unwrap().is_none());
}

async fn deleting_a_connection_takes_everything_of_it_along(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    assert!(store.delete(made.id, 9).await.unwrap().is_some());
    assert!(
        store
            .take_login(token::digest("state"))
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

async fn the_longest_waiting_check_is_due_first(home: Home) {
    let store = home.open().await;
    for (state, at) in [("a", 300), ("b", 100), ("c", 900)] {
        let mut made = connection();
        made.status.next_check_at = Some(at);
        store
            .create(
                made.clone(),
                token::digest(state),
                login(made.id, state),
                noted(1),
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

async fn sweeping_forgets_what_nobody_signed_in_to_and_keeps_the_rest(home: Home) {
    let store = home.open().await;
    let unused = with_one(&*store).await;
    let mut used = connection();
    used.status.tenant = Some(consentry_shared::api::Tenant {
        id: "t".into(),
        name: None,
    });
    store
        .create(
            used.clone(),
            token::digest("used"),
            login(used.id, "used"),
            noted(1),
        )
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

async fn a_write_that_fails_does_not_take_its_group_along(home: Home) {
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

async fn a_record_grows_by_what_was_noted_and_is_whole(home: Home) {
    let store = home.open().await;
    let mut made = with_one(&*store).await;
    made.status.revision = 2;
    assert!(
        store
            .save(made.clone(), 1, vec![noted(2), noted(3)])
            .await
            .unwrap()
    );
    store
        .begin(login(made.id, "second"), noted(4))
        .await
        .unwrap();
    assert!(store.note(made.id, noted(5)).await.unwrap());
    let record = home.open().await.record(made.id).await.unwrap();
    let times: Vec<u64> = record.iter().map(|sealed| sealed.entry.at).collect();
    assert_eq!(times, [1, 2, 3, 4, 5]);
    let whole = verify(&exported(made.id, record)).unwrap();
    assert_eq!(store.head(made.id).await.unwrap(), Some(whole.head));
}

async fn a_change_that_was_refused_is_not_in_the_record(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    assert!(!store.save(made.clone(), 7, vec![noted(2)]).await.unwrap());
    assert!(!store.note(Uuid::new_v4(), noted(2)).await.unwrap());
    assert_eq!(store.record(made.id).await.unwrap().len(), 1);
}

async fn entries_added_at_once_by_two_servers_make_one_chain(home: Home) {
    let stores = [home.open().await, home.open().await];
    let made = with_one(&*stores[0]).await;
    let writers: Vec<_> = (0..32)
        .map(|index| {
            let store = Arc::clone(&stores[index % 2]);
            tokio::spawn(async move { store.note(made.id, noted(index as u64)).await.unwrap() })
        })
        .collect();
    for writer in writers {
        assert!(writer.await.unwrap());
    }
    let record = stores[0].record(made.id).await.unwrap();
    assert_eq!(record.len(), 33);
    verify(&exported(made.id, record)).unwrap();
}

async fn the_end_of_a_record_outlives_its_connection_and_its_entries_do_not(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let before = store.head(made.id).await.unwrap().unwrap();
    let after = store.delete(made.id, 77).await.unwrap().unwrap();
    assert_eq!((after.entries, &after.seal), (1, &before.seal));
    assert_eq!(after.ended_at, Some(77));
    assert_eq!(store.head(made.id).await.unwrap(), Some(after));
    assert!(store.record(made.id).await.unwrap().is_empty());
}

async fn a_claim_is_in_the_record_with_the_right_it_gave(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    for (text, kind) in [("one", Kind::HandOff), ("two", Kind::Return)] {
        let handle = Handle {
            hash: token::digest(text),
            connection: made.id,
            kind,
            expires_at: 5000,
            problem: None,
        };
        store.add_handles(vec![handle], None).await.unwrap();
        let bearer = token::digest(&format!("bearer {text}"));
        assert!(
            store
                .claim(token::digest(text), bearer, 10)
                .await
                .unwrap()
                .is_some()
        );
    }
    let record = store.record(made.id).await.unwrap();
    let rights: Vec<_> = record
        .iter()
        .filter_map(|sealed| match sealed.entry.event {
            Event::Claimed { right } => Some(right),
            _ => None,
        })
        .collect();
    assert_eq!(rights, [Right::Watch, Right::Starter]);
}

async fn of_sixteen_who_claim_a_handle_at_two_servers_one_gets_it(home: Home) {
    let stores = [home.open().await, home.open().await];
    let made = with_one(&*stores[0]).await;
    let hash = token::digest("handle");
    let handle = Handle {
        hash,
        connection: made.id,
        kind: Kind::HandOff,
        expires_at: 5000,
        problem: None,
    };
    stores[0].add_handles(vec![handle], None).await.unwrap();
    let claims: Vec<_> = (0..16)
        .map(|index| {
            let store = Arc::clone(&stores[index % 2]);
            let bearer = token::digest(&index.to_string());
            tokio::spawn(async move { store.claim(hash, bearer, 10).await.unwrap().is_some() })
        })
        .collect();
    let mut claimed = 0;
    for claim in claims {
        claimed += usize::from(claim.await.unwrap());
    }
    assert_eq!(claimed, 1);
}

async fn a_lease_has_one_holder_until_it_is_given_back_or_runs_out(home: Home) {
    let stores = [home.open().await, home.open().await];
    let (one, other) = (Uuid::new_v4(), Uuid::new_v4());
    let lease = async |store: usize, name: &str, holder, ttl| {
        stores[store].lease(name.into(), holder, ttl).await.unwrap()
    };
    assert!(lease(0, "a", one, 60_000).await);
    assert!(!lease(1, "a", other, 60_000).await, "somebody has it");
    assert!(lease(1, "b", other, 60_000).await, "another name");
    assert!(lease(0, "a", one, 60_000).await, "renewed");
    stores[1].release("a".into(), other).await.unwrap();
    assert!(
        !lease(1, "a", other, 60_000).await,
        "not theirs to give back"
    );
    stores[0].release("a".into(), one).await.unwrap();
    assert!(lease(1, "a", other, 0).await, "given back");
    assert!(lease(0, "a", one, 60_000).await, "it ran out at once");
}

async fn of_sixteen_who_take_a_lease_one_gets_it(home: Home) {
    let stores = [home.open().await, home.open().await];
    let takers: Vec<_> = (0..16)
        .map(|index| {
            let store = Arc::clone(&stores[index % 2]);
            let taken = async move { store.lease("x".into(), Uuid::new_v4(), 60_000).await };
            tokio::spawn(async move { taken.await.unwrap() })
        })
        .collect();
    let mut taken = 0;
    for taker in takers {
        taken += usize::from(taker.await.unwrap());
    }
    assert_eq!(taken, 1);
}

async fn what_another_server_changed_shows_in_the_revisions(home: Home) {
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

async fn that_somebody_watches_is_known_to_all_servers_and_is_no_change(home: Home) {
    let (here, there) = (home.open().await, home.open().await);
    let made = with_one(&*here).await;
    here.watched(vec![made.id, Uuid::new_v4()], 4711)
        .await
        .unwrap();
    let seen = there.connection(made.id).await.unwrap().unwrap();
    assert_eq!(seen.watched_until, 4711);
    assert_eq!(seen.status.revision, 1);
}

async fn rotating_wraps_every_key_anew_and_retires_the_old_one(home: Home) {
    let store = home.open().await;
    let old = Seal::new(&MasterKeys::one("old", [7; 32]));
    keyring::agree(&*store, &old).await.unwrap();
    let mut sealed = Vec::new();
    for index in 0..600 {
        let id = Uuid::new_v4();
        let (key, wrapped) = old.make_key(id);
        let made = Connection::new(id, "office-365-mover", Role::Other, wrapped, 1000);
        let state = format!("state {index}");
        store
            .create(made, token::digest(&state), login(id, &state), noted(1))
            .await
            .unwrap();
        sealed.push((id, key.seal("refresh", "", state.as_bytes()), state));
    }
    let new = MasterKeys::one("new", [8; 32]);
    let refused = keyring::agree(&*store, &Seal::new(&new)).await;
    assert!(matches!(refused, Err(KeyError::Absent(id)) if id == "old"));

    let mut both = new.clone();
    both.keys.extend(MasterKeys::one("old", [7; 32]).keys);
    let both = Seal::new(&both);
    keyring::agree(&*store, &both).await.unwrap();
    let rotated = keyring::rotate(&*store, &both).await.unwrap();
    assert_eq!(rotated.rewrapped, 600);
    assert_eq!(rotated.retired, ["old"]);

    let alone = Seal::new(&new);
    keyring::agree(&*store, &alone).await.unwrap();
    for (id, sealed, plain) in sealed {
        let stored = store.connection(id).await.unwrap().unwrap();
        let key = alone.open_key(id, &stored.wrapped_key).unwrap();
        let opened = key.open("refresh", "", &sealed).unwrap();
        assert_eq!(opened.as_slice(), plain.as_bytes());
    }
    assert_eq!(
        keyring::rotate(&*store, &alone).await.unwrap(),
        Rotated::default()
    );
}

async fn a_wrong_key_under_a_known_id_is_refused(home: Home) {
    let store = home.open().await;
    let right = Seal::new(&MasterKeys::one("a", [7; 32]));
    keyring::agree(&*store, &right).await.unwrap();
    let wrong = Seal::new(&MasterKeys::one("a", [8; 32]));
    let refused = keyring::agree(&*store, &wrong).await;
    assert!(matches!(refused, Err(KeyError::Wrong(id)) if id == "a"));
    keyring::agree(&*store, &right).await.unwrap();
}

async fn a_wrong_key_beside_a_proof_without_an_id_leaves_no_trace(home: Home) {
    let store = home.open().await;
    let (_, proof) = Seal::legacy_proof(&[7; 32]);
    store.add_proof(String::new(), proof).await.unwrap();
    let (_, wrapped) = Seal::legacy_key(&[7; 32], Uuid::nil());
    let made = Connection::new(Uuid::nil(), "office-365-mover", Role::Other, wrapped, 1000);
    store
        .create(made, token::digest("o"), login(Uuid::nil(), "s"), noted(1))
        .await
        .unwrap();
    let wrong = Seal::new(&MasterKeys::one("default", [8; 32]));
    let refused = keyring::agree(&*store, &wrong).await;
    assert!(matches!(refused, Err(KeyError::WrongOnly)));
    let right = Seal::new(&MasterKeys::one("default", [7; 32]));
    keyring::agree(&*store, &right).await.unwrap();
    let rotated = keyring::rotate(&*store, &right).await.unwrap();
    assert_eq!(rotated.rewrapped, 1, "what 0.1.0 wrapped is named now");
    assert_eq!(store.proofs().await.unwrap().len(), 1);
}

async fn a_row_swapped_with_another_does_not_open(home: Home) {
    let store = home.open().await;
    let seal = Seal::new(&MasterKeys::one("a", [7; 32]));
    let mut made = Vec::new();
    for state in ["one", "two"] {
        let id = Uuid::new_v4();
        let (key, wrapped) = seal.make_key(id);
        let mut connection = Connection::new(id, "office-365-mover", Role::Other, wrapped, 1000);
        connection.refresh = Some(key.seal("refresh", "", b"secret"));
        store
            .create(
                connection.clone(),
                token::digest(state),
                login(id, state),
                noted(1),
            )
            .await
            .unwrap();
        made.push(connection);
    }
    // As somebody does who may write the database: each row gets the other's key and token.
    let (one, two) = (&made[0], &made[1]);
    let swapped = [(one, two), (two, one)].map(|(to, from)| {
        let mut swapped = to.clone();
        swapped.refresh.clone_from(&from.refresh);
        swapped.status.revision = 2;
        (swapped, from.wrapped_key.clone())
    });
    for (row, wrapped) in swapped {
        let (id, old) = (row.id, row.wrapped_key.clone());
        assert!(seal.open_key(id, &wrapped).is_err(), "another's data key");
        assert!(store.save(row, 1, vec![]).await.unwrap());
        let stored = store.connection(id).await.unwrap().unwrap();
        let key = seal.open_key(id, &old).unwrap();
        assert!(key.open("refresh", "", &stored.refresh.unwrap()).is_err());
    }
}

async fn two_who_start_at_once_find_one_set_of_tables(home: Home) {
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

async fn sign_ins_that_can_still_be_finished_are_counted(home: Home) {
    let store = home.open().await;
    with_one(&*store).await;
    assert_eq!(store.pending(4999).await.unwrap(), 1);
    assert_eq!(store.pending(5000).await.unwrap(), 0, "it has expired");
}

async fn a_store_that_can_be_written_says_so(home: Home) {
    home.open().await.touch(1).await.unwrap();
}
