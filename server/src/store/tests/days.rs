//! What a look at all apps said each day, on both databases.

use super::Home;

pub(super) async fn a_day_is_written_once_and_the_oldest_are_forgotten(home: Home) {
    let store = home.open().await;
    let add = |tenant: &str, day: &str, body: &str, first: &str| {
        let [tenant, day, body, first] = [tenant, day, body, first].map(str::to_owned);
        store.add_day(tenant, day, body, first)
    };
    for (day, body) in [
        ("2026-11-29", "a"),
        ("2026-11-30", "b"),
        ("2026-11-28", "c"),
        ("2026-11-30", "d"),
    ] {
        add("one", day, body, "").await.unwrap();
    }
    add("two", "2026-11-27", "e", "").await.unwrap();
    let days = |tenant: &str, limit| store.days(tenant.to_owned(), limit);
    let pair = |day: &str, body: &str| (day.to_owned(), body.to_owned());
    let newest = [pair("2026-11-29", "a"), pair("2026-11-30", "d")];
    assert_eq!(days("one", 2).await.unwrap(), newest);
    assert_eq!(days("one", 9).await.unwrap().len(), 3);
    add("one", "2026-12-01", "f", "2026-11-30").await.unwrap();
    let left = [pair("2026-11-30", "d"), pair("2026-12-01", "f")];
    assert_eq!(days("one", 9).await.unwrap(), left);
    assert_eq!(days("two", 9).await.unwrap(), [pair("2026-11-27", "e")]);
}
