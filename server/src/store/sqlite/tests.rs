//! What only a file has: versions of it, and copies.

use super::*;
use crate::connection::Connection;
use crate::record::NewRecordEntry;
use crate::store::{Database, StoredSignIn, open};
use consentry_wire::api::Role;
use tempfile::tempdir;

#[test]
fn a_file_of_a_newer_version_is_refused() {
    let scratch = tempdir().unwrap();
    let file = scratch.path().join("store.db");
    drop(Sqlite::open(&file).unwrap());
    let raw = rusqlite::Connection::open(&file).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    let refused = Sqlite::open(&file).err();
    assert!(matches!(
        refused,
        Some(StoreError::TooNew { found: 99, .. })
    ));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_writing_holds_what_was_acknowledged_before_and_opens() {
    let scratch = tempdir().unwrap();
    let (file, copy) = (
        scratch.path().join("store.db"),
        scratch.path().join("copy.db"),
    );
    let store = open(&Database::Sqlite(file.clone())).await.unwrap();
    let write = async |index: u32| {
        let id = Uuid::new_v4();
        let made = Connection::new(id, "office-365-mover", Role::Other, vec![], 0);
        let login = StoredSignIn {
            state: crate::secrets::token::digest(&id.to_string()),
            connection: id,
            browser: [0; 32],
            ticket: None,
            encrypted: vec![],
            expires_at: 9,
        };
        let entry = NewRecordEntry::new(
            u64::from(index),
            consentry_wire::record::Event::GrantSuggested,
        );
        let owner = crate::secrets::token::digest(&format!("owner {index}"));
        store.create(made, owner, login, entry).await.unwrap();
        id
    };
    let mut before = Vec::new();
    for index in 0..50 {
        before.push(write(index).await);
    }
    let copying = {
        let (file, copy) = (file.clone(), copy.clone());
        tokio::task::spawn_blocking(move || Sqlite::backup(&file, &copy))
    };
    for index in 50..100 {
        write(index).await;
    }
    copying.await.unwrap().unwrap();
    let copied = open(&Database::Sqlite(copy.clone())).await.unwrap();
    for id in before {
        assert!(copied.connection(id).await.unwrap().is_some());
        assert_eq!(copied.record(id).await.unwrap().len(), 1);
    }
    let again = Sqlite::backup(&file, &copy).unwrap_err().to_string();
    assert!(again.contains("is there already"), "{again}");
}

#[cfg(unix)]
#[test]
fn nobody_but_its_owner_reads_the_database_or_a_copy() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = tempdir().unwrap();
    let (file, copy) = (
        scratch.path().join("store.db"),
        scratch.path().join("copy.db"),
    );
    let _open = Sqlite::open(&file).unwrap();
    Sqlite::backup(&file, &copy).unwrap();
    let found: Vec<_> = std::fs::read_dir(scratch.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .collect();
    assert_eq!(found.len(), 4, "the log and its index, too: {found:?}");
    for entry in found {
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.path());
    }
}

#[tokio::test]
async fn what_a_deleted_connection_had_is_in_no_file_of_the_database() {
    let scratch = tempdir().unwrap();
    let file = scratch.path().join("store.db");
    let store = open(&Database::Sqlite(file.clone())).await.unwrap();
    let id = Uuid::new_v4();
    let mut made = Connection::new(id, "office-365-mover", Role::Other, vec![], 0);
    made.refresh = Some(b"a refresh token, sealed".to_vec());
    let login = StoredSignIn {
        state: [1; 32],
        connection: id,
        browser: [0; 32],
        ticket: None,
        encrypted: vec![],
        expires_at: 9,
    };
    let entry = NewRecordEntry::new(0, consentry_wire::record::Event::GrantSuggested);
    store.create(made, [2; 32], login, entry).await.unwrap();
    let holds = || {
        let entries = std::fs::read_dir(scratch.path()).unwrap();
        let bytes = entries.flat_map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
        let bytes: Vec<u8> = bytes.collect();
        let wanted = b"a refresh token, sealed".as_slice();
        bytes.windows(wanted.len()).any(|window| window == wanted)
    };
    assert!(holds());
    store.delete(id, 1).await.unwrap();
    assert!(!holds());
}

#[test]
fn a_backup_of_nothing_says_so_and_leaves_nothing() {
    let scratch = tempdir().unwrap();
    let (file, copy) = (
        scratch.path().join("absent.db"),
        scratch.path().join("copy.db"),
    );
    let said = Sqlite::backup(&file, &copy).unwrap_err().to_string();
    assert!(said.contains("absent.db"), "{said}");
    assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 0);
}
