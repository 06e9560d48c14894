//! Handles are claimed once.

use super::*;

pub(super) async fn a_handle_is_claimed_once_and_viewing_does_not_use_it_up(home: Home) {
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

pub(super) async fn a_view_of_a_failed_sign_in_holds_its_problem(home: Home) {
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

pub(super) async fn of_sixteen_who_claim_a_handle_at_two_servers_one_gets_it(home: Home) {
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
