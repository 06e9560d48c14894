//! Leases have one holder.

use super::*;

pub(super) async fn a_lease_has_one_holder_until_it_is_given_back_or_runs_out(home: Home) {
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

pub(super) async fn of_sixteen_who_take_a_lease_one_gets_it(home: Home) {
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
