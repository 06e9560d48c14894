//! Bearers open their own connection only, for as long as they may.

use super::*;
use crate::store::bearers::DAY_MS;

pub(super) async fn a_bearer_opens_its_own_connection_only(home: Home) {
    let store = home.open().await;
    let one = with_one(&*store).await;
    let other = connection();
    store
        .create(
            other.clone(),
            token::digest("other owner"),
            login(other.id, "other"),
            entry(1),
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

pub(super) async fn a_bearer_that_was_given_away_ends_and_can_be_revoked_but_the_owners_cannot(
    home: Home,
) {
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
    let revoke = async |bearer| store.revoke(made.id, bearer, entry(9)).await.unwrap();
    assert!(!revoke(owner).await, "the owner's ends with the connection");
    assert!(revoke(watch).await && !revoke(watch).await);
    let left = async |now| store.bearers(made.id, now).await.unwrap().len();
    assert_eq!((left(4000).await, left(u64::MAX >> 1).await), (2, 1));
    store.sweep(u64::MAX >> 1, 0).await.unwrap();
    assert_eq!(left(4000).await, 1, "what ended is forgotten");
    let record = store.record(made.id).await.unwrap();
    let revocations = record.iter().filter(|sealed| sealed.entry.at == 9);
    assert_eq!(
        revocations.count(),
        1,
        "what did not happen is not recorded"
    );
}
