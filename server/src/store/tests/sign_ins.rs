//! Sign-ins under way: once is once.

use super::*;

pub(super) async fn of_sixteen_who_take_a_login_one_gets_it(home: Home) {
    let store = home.open().await;
    with_one(&*store).await;
    let takers: Vec<_> = (0..16)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                store
                    .take_sign_in(token::digest("state"))
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

pub(super) async fn a_ticket_moves_the_sign_in_to_one_browser_once_and_in_time(home: Home) {
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
            .take_sign_in(token::digest("state"))
            .await
            .unwrap()
            .unwrap()
            .browser,
        browser
    );
}

pub(super) async fn a_new_sign_in_ends_the_one_before(home: Home) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    store
        .begin(login(made.id, "second"), entry(2))
        .await
        .unwrap();
    assert!(
        store
            .take_sign_in(token::digest("state"))
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .take_sign_in(token::digest("second"))
            .await
            .unwrap()
            .is_some()
    );
}

pub(super) async fn looking_at_a_ticket_changes_nothing_and_a_forgotten_sign_in_has_none(
    home: Home,
) {
    let store = home.open().await;
    let made = with_one(&*store).await;
    let mut begun = login(made.id, "second");
    let ticket = token::digest("a ticket to look at");
    begun.ticket = Some(ticket);
    let end = begun.expires_at;
    store.begin(begun, entry(2)).await.unwrap();
    for _ in 0..2 {
        let found = store.ticket(ticket, end - 1).await.unwrap().unwrap();
        assert_eq!(found.id, made.id);
    }
    assert!(store.ticket(ticket, end).await.unwrap().is_none());
    store.forget_sign_in(made.id).await.unwrap();
    assert!(store.ticket(ticket, end - 1).await.unwrap().is_none());
}

pub(super) async fn sign_ins_that_can_still_be_finished_are_counted(home: Home) {
    let store = home.open().await;
    with_one(&*store).await;
    assert_eq!(store.pending(4999).await.unwrap(), 1);
    assert_eq!(store.pending(5000).await.unwrap(), 0, "it has expired");
}
