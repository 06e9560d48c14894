//! The master keys, and what they encrypt.

use super::*;

pub(super) async fn rotating_wraps_every_key_anew_and_retires_the_old_one(home: Home) {
    let store = home.open().await;
    let old = Encryption::new(&MasterKeys::one("old", [7; 32]));
    keyring::agree(&*store, &old).await.unwrap();
    let mut sealed = Vec::new();
    for index in 0..600 {
        let id = Uuid::new_v4();
        let (key, wrapped) = old.new_data_key(id);
        let made = Connection::new(id, "office-365-mover", Role::Other, wrapped, 1000);
        let state = format!("state {index}");
        store
            .create(made, token::digest(&state), login(id, &state), entry(1))
            .await
            .unwrap();
        sealed.push((id, key.encrypt("refresh", "", state.as_bytes()), state));
    }
    let new = MasterKeys::one("new", [8; 32]);
    let refused = keyring::agree(&*store, &Encryption::new(&new)).await;
    assert!(matches!(refused, Err(KeyError::Absent(id)) if id == "old"));

    let mut both = new.clone();
    both.keys.extend(MasterKeys::one("old", [7; 32]).keys);
    let both = Encryption::new(&both);
    keyring::agree(&*store, &both).await.unwrap();
    let rotated = keyring::rotate(&*store, &both).await.unwrap();
    assert_eq!(rotated.rewrapped, 600);
    assert_eq!(rotated.retired, ["old"]);

    let alone = Encryption::new(&new);
    keyring::agree(&*store, &alone).await.unwrap();
    for (id, sealed, plain) in sealed {
        let stored = store.connection(id).await.unwrap().unwrap();
        let key = alone.unwrap_key(id, &stored.wrapped_key).unwrap();
        let opened = key.decrypt("refresh", "", &sealed).unwrap();
        assert_eq!(opened.as_slice(), plain.as_bytes());
    }
    assert_eq!(
        keyring::rotate(&*store, &alone).await.unwrap(),
        Rotated::default()
    );
}

pub(super) async fn a_wrong_key_under_a_known_id_is_refused(home: Home) {
    let store = home.open().await;
    let right = Encryption::new(&MasterKeys::one("a", [7; 32]));
    keyring::agree(&*store, &right).await.unwrap();
    let wrong = Encryption::new(&MasterKeys::one("a", [8; 32]));
    let refused = keyring::agree(&*store, &wrong).await;
    assert!(matches!(refused, Err(KeyError::Wrong(id)) if id == "a"));
    keyring::agree(&*store, &right).await.unwrap();
}

pub(super) async fn a_wrong_key_beside_a_proof_without_an_id_leaves_no_trace(home: Home) {
    let store = home.open().await;
    let (_, proof) = Encryption::legacy_proof(&[7; 32]);
    store.add_proof(String::new(), proof).await.unwrap();
    let (_, wrapped) = Encryption::legacy_key(&[7; 32], Uuid::nil());
    let made = Connection::new(Uuid::nil(), "office-365-mover", Role::Other, wrapped, 1000);
    store
        .create(made, token::digest("o"), login(Uuid::nil(), "s"), entry(1))
        .await
        .unwrap();
    let wrong = Encryption::new(&MasterKeys::one("default", [8; 32]));
    let refused = keyring::agree(&*store, &wrong).await;
    assert!(matches!(refused, Err(KeyError::WrongOnly)));
    let right = Encryption::new(&MasterKeys::one("default", [7; 32]));
    keyring::agree(&*store, &right).await.unwrap();
    let rotated = keyring::rotate(&*store, &right).await.unwrap();
    assert_eq!(rotated.rewrapped, 1, "what 0.1.0 wrapped is named now");
    assert_eq!(store.proofs().await.unwrap().len(), 1);
}

pub(super) async fn a_row_swapped_with_another_does_not_open(home: Home) {
    let store = home.open().await;
    let encryption = Encryption::new(&MasterKeys::one("a", [7; 32]));
    let mut made = Vec::new();
    for state in ["one", "two"] {
        let id = Uuid::new_v4();
        let (key, wrapped) = encryption.new_data_key(id);
        let mut connection = Connection::new(id, "office-365-mover", Role::Other, wrapped, 1000);
        connection.refresh = Some(key.encrypt("refresh", "", b"secret"));
        store
            .create(
                connection.clone(),
                token::digest(state),
                login(id, state),
                entry(1),
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
        assert!(
            encryption.unwrap_key(id, &wrapped).is_err(),
            "another's data key"
        );
        assert!(store.save(row, 1, vec![]).await.unwrap());
        let stored = store.connection(id).await.unwrap().unwrap();
        let key = encryption.unwrap_key(id, &old).unwrap();
        assert!(
            key.decrypt("refresh", "", &stored.refresh.unwrap())
                .is_err()
        );
    }
}
