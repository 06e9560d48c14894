//! What the store promises, on both databases: once is once, what was acknowledged is there, a group
//! does not share its failures, a record is a chain, and a copy without its key opens nothing.

use super::*;
use crate::config::{Config, Raw};
use crate::connection::Connection;
use crate::ops::keyring::{self, KeyError, Rotated};
use crate::record::NewRecordEntry;
use crate::record::verify::verify;
use crate::secrets::encryption::Encryption;
use crate::secrets::master_key::MasterKeys;
use crate::secrets::token;
use consentry_wire::api::{Role, State};
use consentry_wire::record::{Event, Export, FORMAT, Head, Right, Sealed};
use tempfile::TempDir;
use test_postgres::Cluster;
use uuid::Uuid;

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
    a_day_is_written_once_and_the_oldest_are_forgotten,
    what_a_delta_named_is_stored_with_the_link_to_its_next_page,
    the_end_of_a_round_says_what_is_left_to_look_at,
    apps_whose_row_of_a_list_differs_are_found,
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
    who_looked_is_kept_for_its_time_and_for_its_tenant_alone,
    a_bearer_that_was_given_away_ends_and_can_be_revoked_but_the_owners_cannot,
    a_view_of_a_failed_sign_in_holds_its_problem,
    looking_at_a_ticket_changes_nothing_and_a_forgotten_sign_in_has_none,
}

mod days;
mod deltas;
mod observed;
mod bearers;
mod connections;
mod handles;
mod keys;
mod leases;
mod records;
mod sign_ins;

use bearers::{
    a_bearer_opens_its_own_connection_only,
    a_bearer_that_was_given_away_ends_and_can_be_revoked_but_the_owners_cannot,
};
use connections::{
    a_change_based_on_an_old_revision_is_refused, a_store_that_can_be_written_says_so,
    a_write_that_fails_does_not_take_its_group_along,
    deleting_a_connection_takes_everything_of_it_along,
    sweeping_forgets_what_nobody_signed_in_to_and_keeps_the_rest,
    that_somebody_watches_is_known_to_all_servers_and_is_no_change,
    the_longest_waiting_check_is_due_first, two_who_start_at_once_find_one_set_of_tables,
    what_another_server_changed_shows_in_the_revisions,
    what_was_acknowledged_is_there_after_reopening,
};
use days::a_day_is_written_once_and_the_oldest_are_forgotten;
use deltas::{
    apps_whose_row_of_a_list_differs_are_found, the_end_of_a_round_says_what_is_left_to_look_at,
    what_a_delta_named_is_stored_with_the_link_to_its_next_page,
};
use handles::{
    a_handle_is_claimed_once_and_viewing_does_not_use_it_up,
    a_view_of_a_failed_sign_in_holds_its_problem,
    of_sixteen_who_claim_a_handle_at_two_servers_one_gets_it,
};
use keys::{
    a_row_swapped_with_another_does_not_open,
    a_wrong_key_beside_a_proof_without_an_id_leaves_no_trace,
    a_wrong_key_under_a_known_id_is_refused, rotating_wraps_every_key_anew_and_retires_the_old_one,
};
use leases::{
    a_lease_has_one_holder_until_it_is_given_back_or_runs_out,
    of_sixteen_who_take_a_lease_one_gets_it,
};
use observed::{
    a_change_is_reported_once_and_counted_each_time,
    a_page_is_stored_with_its_link_and_keeps_what_each_row_was,
    a_receiver_takes_what_comes_after_it_is_first_asked_about,
    nothing_of_one_tenant_is_answered_for_another,
    rows_come_app_by_app_in_the_order_of_their_bytes,
    the_end_of_a_round_forgets_what_is_gone_and_numbers_what_changed,
    who_looked_is_kept_for_its_time_and_for_its_tenant_alone,
};
use records::{
    a_change_that_was_refused_is_not_in_the_record,
    a_claim_is_in_the_record_with_the_right_it_gave, a_record_grows_by_what_was_noted_and_is_whole,
    entries_added_at_once_by_two_servers_make_one_chain,
    the_end_of_a_record_outlives_its_connection_and_its_entries_do_not,
};
use sign_ins::{
    a_new_sign_in_ends_the_one_before, a_ticket_moves_the_sign_in_to_one_browser_once_and_in_time,
    looking_at_a_ticket_changes_nothing_and_a_forgotten_sign_in_has_none,
    of_sixteen_who_take_a_login_one_gets_it, sign_ins_that_can_still_be_finished_are_counted,
};

fn entry(at: u64) -> NewRecordEntry {
    NewRecordEntry::new(at, Event::GrantSuggested)
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

fn login(connection: Uuid, state: &str) -> StoredSignIn {
    StoredSignIn {
        state: token::digest(state),
        connection,
        browser: token::digest("browser"),
        ticket: Some(token::digest(&format!("ticket of {state}"))),
        encrypted: vec![9],
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
            entry(1),
        )
        .await
        .unwrap();
    made
}
