//! Who watches hears the newest, and nobody is left behind.

use super::*;
use crate::connection::Connection;
use consentry_wire::api::Role;

fn status(revision: u64) -> Status {
    let mut made = Connection::new(Uuid::nil(), "p", Role::Other, Vec::new(), 0);
    made.status.revision = revision;
    made.status
}

#[tokio::test]
async fn a_watcher_hears_the_newest_update_even_if_they_come_in_the_wrong_order() {
    let broadcaster = Broadcaster::default();
    let mut watcher = broadcaster.watch(Uuid::nil());
    broadcaster.publish(Uuid::nil(), &status(3));
    broadcaster.publish(Uuid::nil(), &status(2));
    assert_eq!(watcher.next().await.unwrap().revision, 3);
}

#[test]
fn what_every_watcher_has_is_not_fetched_for_them_again() {
    let (broadcaster, id) = (Broadcaster::default(), Uuid::nil());
    let (one, other) = (broadcaster.watch(id), broadcaster.watch(id));
    assert_eq!(broadcaster.watched()[&id], None);
    one.begins_with(6);
    // This one read it a moment before the change.
    other.begins_with(5);
    assert_eq!(broadcaster.watched()[&id], Some(5));
    broadcaster.publish(id, &status(7));
    assert_eq!(broadcaster.watched()[&id], Some(7));
}

#[tokio::test]
async fn watching_ends_with_the_connection() {
    let broadcaster = Broadcaster::default();
    let mut watcher = broadcaster.watch(Uuid::nil());
    broadcaster.end(Uuid::nil());
    assert!(watcher.next().await.is_none());
}

#[test]
fn nobody_is_left_behind_when_the_last_watcher_goes() {
    let broadcaster = Broadcaster::default();
    let (one, other) = (
        broadcaster.watch(Uuid::nil()),
        broadcaster.watch(Uuid::nil()),
    );
    drop(one);
    assert!(broadcaster.is_watched(Uuid::nil(), 0));
    drop(other);
    assert!(!broadcaster.is_watched(Uuid::nil(), 0));
    assert!(lock(&broadcaster.0).by_connection.is_empty());
}

#[test]
fn the_check_of_a_connection_is_waited_for_while_somebody_watches_it() {
    let (broadcaster, id, now) = (Broadcaster::default(), Uuid::nil(), 1_000_000);
    assert!(broadcaster.mark_seen(id, Some(now), now));
    assert!(!broadcaster.mark_seen(id, Some(now), now), "no news");
    assert_eq!(broadcaster.due(now, 8), [id]);
    let mut checked = status(2);
    checked.next_check_at = Some(now + 10_000);
    broadcaster.publish(id, &checked);
    assert!(broadcaster.due(now, 8).is_empty());
    assert_eq!(broadcaster.next_due(now), Some(now + 10_000));
    assert_eq!(broadcaster.due(now + 10_000, 8), [id]);
    assert!(broadcaster.due(now + SEEN_MS, 8).is_empty(), "forgotten");
    assert!(!broadcaster.mark_seen(id, Some(now + 3_600_000), now));
    assert_eq!(broadcaster.next_due(now), None, "a read lasts no hour");
    let _stream = broadcaster.watch(id);
    assert!(broadcaster.mark_seen(id, Some(now + 3_600_000), now));
    assert_eq!(broadcaster.due(now + 3_600_000, 8), [id]);
}

#[test]
fn a_read_counts_for_half_a_minute() {
    let broadcaster = Broadcaster::default();
    broadcaster.mark_seen(Uuid::nil(), None, 1000);
    assert!(broadcaster.is_watched(Uuid::nil(), 30_999));
    assert!(!broadcaster.is_watched(Uuid::nil(), 31_000));
}
