use super::*;
use crate::store::observed::Row;

fn row(kind: Kind, id: &str, list: &str, body: &serde_json::Value) -> Stored {
    Stored {
        row: Row {
            app: "a".into(),
            kind,
            id: id.into(),
            body: body.to_string(),
        },
        list: list.into(),
        before: None,
        round: 1,
        pass: 1,
    }
}

fn grant(scope: &str) -> Stored {
    let body = serde_json::json!({"resource": "r", "for": "all", "scope": scope});
    row(Kind::Delegated, "g", GRANTS, &body)
}

fn app() -> Stored {
    row(
        Kind::App,
        "a",
        APPS,
        &serde_json::json!({"app_id": "x", "name": "App"}),
    )
}

/// A second round in which both long lists were read.
fn second(complete: bool) -> Completeness {
    let read = Read { complete, pass: 2 };
    Completeness {
        round: 2,
        lists: [APPS, GRANTS].map(|list| (list.to_owned(), read)).into(),
        ..Completeness::default()
    }
}

fn kinds(rows: &[Stored], completeness: &Completeness) -> Vec<String> {
    let changes = compare(rows, completeness).changes("a", &Index::default(), "");
    changes
        .into_iter()
        .map(|change| format!("{} {}", change.kind, change.scope.unwrap_or_default()))
        .collect()
}

fn seen(stored: Stored) -> Stored {
    Stored {
        before: Some(stored.row.body.clone()),
        round: 2,
        pass: 2,
        ..stored
    }
}

#[test]
fn a_row_that_was_not_seen_is_gone_only_where_its_list_is_complete() {
    let rows = [seen(app()), grant("Mail.Read")];
    assert_eq!(kinds(&rows, &second(true)), ["delegated-removed Mail.Read"]);
    assert!(kinds(&rows, &second(false)).is_empty());
    let mut left_out = second(true);
    left_out.lists.remove(GRANTS);
    assert!(kinds(&rows, &left_out).is_empty());
}

#[test]
fn what_an_earlier_pass_of_the_same_round_has_seen_can_still_be_gone() {
    let gone = Stored {
        pass: 1,
        ..seen(grant("Mail.Read"))
    };
    assert_eq!(
        kinds(&[seen(app()), gone.clone()], &second(true)),
        ["delegated-removed Mail.Read"]
    );
    // Granted and revoked within the round: no change, and no row.
    let fleeting = Stored {
        before: None,
        ..gone
    };
    assert!(kinds(&[seen(app()), fleeting.clone()], &second(true)).is_empty());
    assert_eq!(compare(&[fleeting], &second(true)).gone.len(), 1);
}

#[test]
fn a_list_that_is_read_to_its_end_for_the_first_time_is_a_beginning() {
    let new = Stored {
        before: None,
        ..seen(grant("Mail.Read"))
    };
    let rows = [seen(app()), new];
    assert_eq!(kinds(&rows, &second(true)), ["delegated-added Mail.Read"]);
    let unread = Completeness {
        unread: [GRANTS.to_owned()].into(),
        ..second(true)
    };
    assert!(kinds(&rows, &unread).is_empty());
    let first = Completeness {
        first: true,
        ..second(true)
    };
    assert!(kinds(&rows, &first).is_empty());
}

#[test]
fn a_change_names_its_app_even_where_the_list_of_apps_was_never_complete() {
    let unread = Completeness {
        unread: [APPS.to_owned()].into(),
        ..second(true)
    };
    let changes = compare(&[seen(app()), grant("a")], &unread).changes("a", &Index::default(), "");
    assert_eq!((changes.len(), changes[0].app.name.as_str()), (1, "App"));
}

#[test]
fn assignments_nobody_asks_for_any_more_are_dropped_without_a_word() {
    let body = serde_json::json!({"id": "p", "kind": "User", "name": "P"});
    let assigned = row(Kind::Assigned, "s", &assigned_to("a"), &body);
    let rows = [seen(app()), assigned.clone()];
    assert!(kinds(&rows, &second(true)).is_empty());
    assert_eq!(compare(&rows, &second(true)).gone.len(), 1);
    // With the app itself they are gone.
    let gone = kinds(&[app(), assigned], &second(true));
    assert_eq!(gone, ["app-removed ", "assigned-removed "]);
}

#[test]
fn the_content_of_a_change_is_the_same_whenever_it_is_found() {
    let change = |found: &str| {
        let changes = compare(&[seen(app()), grant("Mail.Read")], &second(true));
        changes.changes("a", &Index::default(), found).remove(0)
    };
    assert_eq!(change("1").content("t"), change("2").content("t"));
    assert_ne!(change("1").content("t"), change("1").content("other"));
    let content = change("1").content("t");
    let id = |before| change("1").numbered(&content, before).id;
    assert!(id(0) != id(1) && id(0).len() == 32);
}
