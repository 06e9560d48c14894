//! Where deltas stand, on both databases.

use super::Home;
use crate::store::Store;
use crate::store::deltas::{DeltaPage, Noticed};
use crate::store::observed::{Accepted, Kind, Page, Row};
use std::sync::Arc;

const TENANT: &str = "one";

fn noticed(list: &str, id: &str, body: &str) -> Noticed {
    Noticed {
        list: list.into(),
        id: id.into(),
        body: body.into(),
    }
}

fn page(list: &str, cursor: Option<&str>, ids: &[&str]) -> DeltaPage {
    DeltaPage {
        list: list.into(),
        cursor: cursor.map(str::to_owned),
        noticed: ids.iter().map(|id| noticed(list, id, "first")).collect(),
    }
}

async fn add(store: &Arc<dyn Store>, page: DeltaPage) {
    store.add_delta(TENANT.into(), page).await.unwrap();
}

async fn left(store: &Arc<dyn Store>) -> Vec<String> {
    let left = store.noticed(TENANT.into()).await.unwrap();
    let text = |one: Noticed| format!("{}/{} {}", one.list, one.id, one.body);
    left.into_iter().map(text).collect()
}

pub(super) async fn what_a_delta_named_is_stored_with_the_link_to_its_next_page(home: Home) {
    let store = home.open().await;
    add(&store, page("apps", Some("next"), &["a", "b"])).await;
    add(&store, page("grants", Some("end"), &["g"])).await;
    let again = DeltaPage {
        noticed: vec![noticed("apps", "a", "second")],
        ..page("apps", Some("end"), &[])
    };
    add(&store, again).await;
    let other = home.open().await;
    let cursors = other.cursors(TENANT.into()).await.unwrap();
    let expected = ["apps", "grants"].map(|list| (list.to_owned(), "end".to_owned()));
    assert_eq!(cursors, expected);
    let all = ["apps/a second", "apps/b first", "grants/g first"];
    assert_eq!(left(&other).await, all);
    // A new round forgets its lists, and no delta.
    store
        .begin_round(TENANT.into(), "begun".into())
        .await
        .unwrap();
    assert_eq!(store.cursors(TENANT.into()).await.unwrap().len(), 2);
    assert!(store.cursors("other".into()).await.unwrap().is_empty());
    assert!(store.noticed("other".into()).await.unwrap().is_empty());
    add(&store, page("apps", None, &[])).await;
    assert_eq!(store.cursors(TENANT.into()).await.unwrap().len(), 1);
    assert_eq!(left(&store).await, ["grants/g first"]);
}

pub(super) async fn the_end_of_a_round_says_what_is_left_to_look_at(home: Home) {
    let store = home.open().await;
    add(&store, page("apps", Some("end"), &["a", "b"])).await;
    for list in ["kept", "ended"] {
        let at = Page {
            list: list.into(),
            progress: Some("done".into()),
            ..Page::default()
        };
        store.add_page(TENANT.into(), at).await.unwrap();
    }
    let untouched = Accepted::default();
    store.accept(TENANT.into(), untouched).await.unwrap();
    assert_eq!(left(&store).await.len(), 2);
    let accepted = Accepted {
        waiting: Some(vec![noticed("apps", "b", "again")]),
        ended: vec!["ended".into()],
        ..Accepted::default()
    };
    store.accept(TENANT.into(), accepted).await.unwrap();
    assert_eq!(left(&store).await, ["apps/b again"]);
    let lists = store.lists(TENANT.into()).await.unwrap();
    assert_eq!(lists, [("kept".to_owned(), "done".to_owned())]);
}

pub(super) async fn apps_whose_row_of_a_list_differs_are_found(home: Home) {
    let store = home.open().await;
    let row = |app: &str, kind, body: &str| Row {
        app: app.into(),
        kind,
        id: "1".into(),
        body: body.into(),
    };
    let page = |rows, list: &str, round| Page {
        rows,
        list: list.into(),
        round,
        pass: round,
        ..Page::default()
    };
    let before = ["a", "b", "c"].map(|app| row(app, Kind::Role, "1"));
    for page in [
        page(before.to_vec(), "list", 1),
        page(vec![row("d", Kind::Role, "1")], "other", 1),
    ] {
        store.add_page(TENANT.into(), page).await.unwrap();
    }
    // a stays, b is another, c is not seen, e is new.
    let after = vec![
        row("a", Kind::Role, "1"),
        row("b", Kind::Role, "2"),
        row("e", Kind::Assigned, "1"),
    ];
    store
        .add_page(TENANT.into(), page(after, "list", 2))
        .await
        .unwrap();
    let found = store.differing(TENANT.into(), "list".into(), 2).await;
    assert_eq!(found.unwrap(), ["b", "c", "e"]);
    let found = store.differing("other".into(), "list".into(), 2).await;
    assert_eq!(found.unwrap(), Vec::<String>::new());
}
