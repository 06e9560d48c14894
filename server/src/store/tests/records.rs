//! A record is a chain, whoever adds to it.

use super::*;

pub(super) async fn a_record_grows_by_what_was_noted_and_is_whole(home: Home) {
    let store = home.open().await;
    let mut made = with_one(&*store).await;
    made.status.revision = 2;
    assert!(
        store
            .save(made.clone(), 1, vec![entry(2), entry(3)])
            .await
            .unwrap()
    );
    store
        .begin(login(made.id, "second"), entry(4))
        .await
        .unwrap();
    assert!(store.note(made.id, entry(5)).await.unwrap());
    let record = home.open().await.record(made.id).await.unwrap();
    let times: Vec<u64> = record.iter().map(|sealed| sealed.entry.at).collect();
    assert_eq!(times, [1, 2, 3, 4, 5]);
    let whole = verify(&exported(made.id, record)).unwrap();
    assert_eq!(store.head(made.id).await.unwrap(), Some(whole.head));
}

pub(super) async fn a_change_that_was_refused_is_not_in_the_record(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    assert!(!store.save(made.clone(), 7, vec![entry(2)]).await.unwrap());
    assert!(!store.note(Uuid::new_v4(), entry(2)).await.unwrap());
    assert_eq!(store.record(made.id).await.unwrap().len(), 1);
}

pub(super) async fn entries_added_at_once_by_two_servers_make_one_chain(home: Home) {
    let stores = [home.open().await, home.open().await];
    let made = with_one(&*stores[0]).await;
    let writers: Vec<_> = (0..32)
        .map(|index| {
            let store = Arc::clone(&stores[index % 2]);
            tokio::spawn(async move { store.note(made.id, entry(index as u64)).await.unwrap() })
        })
        .collect();
    for writer in writers {
        assert!(writer.await.unwrap());
    }
    let record = stores[0].record(made.id).await.unwrap();
    assert_eq!(record.len(), 33);
    verify(&exported(made.id, record)).unwrap();
}

pub(super) async fn the_end_of_a_record_outlives_its_connection_and_its_entries_do_not(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let before = store.head(made.id).await.unwrap().unwrap();
    let after = store.delete(made.id, 77).await.unwrap().unwrap();
    assert_eq!((after.entries, &after.seal), (1, &before.seal));
    assert_eq!(after.ended_at, Some(77));
    assert_eq!(store.head(made.id).await.unwrap(), Some(after));
    assert!(store.record(made.id).await.unwrap().is_empty());
}

pub(super) async fn a_claim_is_in_the_record_with_the_right_it_gave(home: Home) {
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
