//! What the observer reads, on both databases.

use super::Home;
use crate::store::Store;
use crate::store::observed::{
    Accepted, Kind, LOOKS_KEPT_MS, Look, NewChange, Page, Place, Row, Stored, seal,
};
use std::sync::Arc;

const TENANT: &str = "one";

fn row(app: &str, kind: Kind, id: &str, body: &str) -> Row {
    Row {
        app: app.into(),
        kind,
        id: id.into(),
        body: body.into(),
    }
}

fn page(rows: Vec<Row>, list: &str, state: &str, round: u64, pass: u64) -> Page {
    Page {
        rows,
        list: list.into(),
        progress: Some(state.into()),
        state: None,
        round,
        pass,
    }
}

async fn add(store: &Arc<dyn Store>, page: Page) {
    store.add_page(TENANT.into(), page).await.unwrap();
}

async fn all(store: &Arc<dyn Store>, tenant: &str) -> Vec<Stored> {
    let after: Place = (String::new(), "", String::new());
    store.rows(tenant.into(), after, 100).await.unwrap()
}

pub(super) async fn a_page_is_stored_with_its_link_and_keeps_what_each_row_was(home: Home) {
    let store = home.open().await;
    store
        .begin_round(TENANT.into(), "first".into())
        .await
        .unwrap();
    add(
        &store,
        page(vec![row("a", Kind::App, "a", "1")], "apps", "next", 1, 1),
    )
    .await;
    assert_eq!(all(&store, TENANT).await[0].before, None);
    // The same round shows it again: it was still not there when the round began.
    add(
        &store,
        page(vec![row("a", Kind::App, "a", "2")], "apps", "end", 1, 1),
    )
    .await;
    assert_eq!(all(&store, TENANT).await[0].before, None);
    let lists = store.lists(TENANT.into()).await.unwrap();
    assert_eq!(lists, [("apps".to_owned(), "end".to_owned())]);
    store
        .begin_round(TENANT.into(), "second".into())
        .await
        .unwrap();
    assert!(store.lists(TENANT.into()).await.unwrap().is_empty());
    for body in ["3", "4"] {
        add(
            &store,
            page(vec![row("a", Kind::App, "a", body)], "apps", "", 2, 2),
        )
        .await;
        let stored = all(&store, TENANT).await.remove(0);
        assert_eq!(
            (stored.before.as_deref(), stored.row.body.as_str()),
            (Some("2"), body)
        );
        assert_eq!((stored.round, stored.pass), (2, 2));
    }
    let state = Page {
        state: Some("third".into()),
        ..Page::default()
    };
    add(&store, state).await;
    // Another server's store sees it.
    let other = home.open().await;
    assert_eq!(
        other.observer(TENANT.into()).await.unwrap().as_deref(),
        Some("third")
    );
}

pub(super) async fn rows_come_app_by_app_in_the_order_of_their_bytes(home: Home) {
    let store = home.open().await;
    let rows = vec![
        row("b", Kind::Role, "r", ""),
        row("a", Kind::Delegated, "\u{e9}", ""),
        row("a", Kind::Delegated, "Z", ""),
        row("a", Kind::Delegated, "a", ""),
        row("a", Kind::App, "a", ""),
        row("B", Kind::Assigned, "p", ""),
    ];
    add(&store, page(rows, "list", "", 1, 7)).await;
    let expected = ["Bp", "aa", "aZ", "aa", "a\u{e9}", "br"];
    let names = |rows: &[Stored]| -> Vec<String> {
        rows.iter()
            .map(|stored| stored.row.app.clone() + &stored.row.id)
            .collect()
    };
    assert_eq!(names(&all(&store, TENANT).await), expected);
    // One at a time they are the same.
    let (mut after, mut found): (Place, Vec<Stored>) = ((String::new(), "", String::new()), vec![]);
    while let Some(next) = store
        .rows(TENANT.into(), after.clone(), 1)
        .await
        .unwrap()
        .pop()
    {
        after = next.row.place();
        found.push(next);
    }
    assert_eq!(names(&found), expected);
    let of_a = store.rows_of(TENANT.into(), "a".into()).await.unwrap();
    assert_eq!(of_a.len(), 4);
    let mut seen = store.seen(TENANT.into(), "list".into(), 7).await.unwrap();
    seen.sort();
    assert_eq!(seen, ["Z", "a", "a", "p", "r", "\u{e9}"]);
    assert!(
        store
            .seen(TENANT.into(), "list".into(), 8)
            .await
            .unwrap()
            .is_empty()
    );
}

fn change(content: &str) -> NewChange {
    NewChange {
        app: "a".into(),
        content: content.into(),
        body: format!("body of {content}"),
    }
}

pub(super) async fn the_end_of_a_round_forgets_what_is_gone_and_numbers_what_changed(home: Home) {
    let store = home.open().await;
    let rows = ["a", "b", "c"].map(|app| row(app, Kind::App, app, ""));
    add(&store, page(rows.to_vec(), "apps", "", 1, 1)).await;
    let accepted = Accepted {
        state: "ended".into(),
        gone: vec![rows[0].place(), rows[2].place()],
        changes: vec![change("x"), change("y")],
        ..Accepted::default()
    };
    store.accept(TENANT.into(), accepted).await.unwrap();
    let left = all(&store, TENANT).await;
    assert!(left.len() == 1 && left[0].row.app == "b");
    let more = Accepted {
        changes: vec![change("z")],
        ..Accepted::default()
    };
    store.accept(TENANT.into(), more).await.unwrap();
    let changes = store.changes(TENANT.into(), 1, false, 10).await.unwrap();
    let numbers: Vec<u64> = changes.iter().map(|change| change.number).collect();
    assert_eq!(numbers, [2, 3]);
    assert_eq!(changes[1].body, "body of z");
    let newest = store.newest_changes(TENANT.into(), 2).await.unwrap();
    let numbers: Vec<u64> = newest.iter().map(|change| change.number).collect();
    assert_eq!(numbers, [3, 2]);
    assert_eq!(newest[0], changes[1]);
    // Each seal holds all that came before, whichever database made it.
    let mut before = String::new();
    for change in store.changes(TENANT.into(), 0, false, 10).await.unwrap() {
        before = seal(&before, &change.body);
        assert_eq!(change.seal, before);
    }
}

pub(super) async fn a_change_is_reported_once_and_counted_each_time(home: Home) {
    let store = home.open().await;
    for content in ["x", "x", "y"] {
        let accepted = Accepted {
            changes: vec![change(content)],
            ..Accepted::default()
        };
        store.accept(TENANT.into(), accepted).await.unwrap();
    }
    let contents = ["x", "y", "z"].map(str::to_owned).to_vec();
    assert_eq!(
        store.occurrences(TENANT.into(), contents).await.unwrap(),
        [2, 1, 0]
    );
    store.reported(TENANT.into(), 2).await.unwrap();
    let left = store.changes(TENANT.into(), 0, true, 10).await.unwrap();
    assert!(left.len() == 1 && left[0].number == 3);
    assert_eq!(
        store
            .changes(TENANT.into(), 0, false, 2)
            .await
            .unwrap()
            .len(),
        2
    );
}

pub(super) async fn nothing_of_one_tenant_is_answered_for_another(home: Home) {
    let store = home.open().await;
    add(
        &store,
        page(vec![row("a", Kind::App, "a", "")], "apps", "next", 1, 1),
    )
    .await;
    let accepted = Accepted {
        state: "state".into(),
        changes: vec![change("x")],
        ..Accepted::default()
    };
    store.accept(TENANT.into(), accepted).await.unwrap();
    let other = || "other".to_owned();
    assert!(all(&store, "other").await.is_empty());
    assert_eq!(store.observer(other()).await.unwrap(), None);
    assert!(store.lists(other()).await.unwrap().is_empty());
    assert!(store.rows_of(other(), "a".into()).await.unwrap().is_empty());
    assert!(
        store
            .seen(other(), "apps".into(), 1)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        store
            .changes(other(), 0, false, 10)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        store.occurrences(other(), vec!["x".into()]).await.unwrap(),
        [0]
    );
    store.reported(other(), 10).await.unwrap();
    store.begin_round(other(), "begun".into()).await.unwrap();
    let gone = Accepted {
        gone: vec![row("a", Kind::App, "a", "").place()],
        ..Accepted::default()
    };
    store.accept(other(), gone).await.unwrap();
    assert_eq!(all(&store, TENANT).await.len(), 1);
    assert_eq!(store.lists(TENANT.into()).await.unwrap().len(), 1);
    assert_eq!(
        store
            .changes(TENANT.into(), 0, true, 10)
            .await
            .unwrap()
            .len(),
        1
    );
}

pub(super) async fn a_receiver_takes_what_comes_after_it_is_first_asked_about(home: Home) {
    let store = home.open().await;
    let one_more = || Accepted {
        changes: vec![change("x")],
        ..Accepted::default()
    };
    let receiver = || "webhook".to_owned();
    store.accept(TENANT.into(), one_more()).await.unwrap();
    assert_eq!(store.delivered(TENANT.into(), receiver()).await.unwrap(), 1);
    store.accept(TENANT.into(), one_more()).await.unwrap();
    assert_eq!(store.delivered(TENANT.into(), receiver()).await.unwrap(), 1);
    store.deliver(TENANT.into(), receiver(), 2).await.unwrap();
    store.deliver(TENANT.into(), receiver(), 1).await.unwrap();
    assert_eq!(store.delivered(TENANT.into(), receiver()).await.unwrap(), 2);
    assert_eq!(
        store.delivered("other".into(), receiver()).await.unwrap(),
        0
    );
}

pub(super) async fn who_looked_is_kept_for_its_time_and_for_its_tenant_alone(home: Home) {
    let store = home.open().await;
    let mut looks = Vec::new();
    for (tenant, at) in [(TENANT, 1), (TENANT, 2), ("other", 3), (TENANT, 4)] {
        let name = "adele@birchwood.example".to_owned();
        let look = Look::new(at, "p".into(), name, "app", "s");
        store.add_look(tenant.into(), look.clone()).await.unwrap();
        looks.push(look);
    }
    let read = async |tenant: &str, before, limit| {
        store.looks(tenant.into(), before, limit).await.unwrap()
    };
    let newest = read(TENANT, None, 2).await;
    assert_eq!(newest, [looks[3].clone(), looks[1].clone()]);
    let older = read(TENANT, Some(newest[1].id.clone()), 2).await;
    assert_eq!(older, [looks[0].clone()]);
    assert_eq!(read("other", None, 9).await, [looks[2].clone()]);
    assert!(read("third", None, 9).await.is_empty());
    store.sweep(LOOKS_KEPT_MS + 2, 0).await.unwrap();
    assert_eq!(read(TENANT, None, 9).await, newest);
}
