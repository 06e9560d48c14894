//! The bearers of connections, as the browser keeps them.

use crate::chrome;
use crate::storage::{read, write};
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// Bearers by connection. This worker alone changes them, so what is here is what is kept: two changes
    /// at once cannot undo each other.
    static BEARERS: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Takes up what is kept. Awaited before anything else.
pub(crate) async fn take_up() {
    let bearers = read(chrome::local_get("bearers"), "bearers").await;
    BEARERS.set(bearers.unwrap_or_default());
}

/// The bearer of a connection.
pub(crate) fn bearer(connection: &str) -> Option<String> {
    BEARERS.with_borrow(|all| all.get(connection).cloned())
}

/// Keeps the bearer of a connection.
pub(crate) fn keep_bearer(connection: &str, bearer: &str) {
    BEARERS.with_borrow_mut(|all| {
        all.insert(connection.to_owned(), bearer.to_owned());
        write(chrome::local_set, "bearers", all);
    });
}

/// Keeps the bearer of a connection that was created here. It alone may delete it, also when a sign-in has brought one
/// that sees more.
pub(crate) fn keep_owner_bearer(connection: &str, bearer: &str) {
    keep_bearer(&owned(connection), bearer);
    keep_bearer(connection, bearer);
}

/// Under which name the bearer is kept that may delete a connection.
pub(crate) fn owner_of(connection: &str) -> String {
    let owned = owned(connection);
    if bearer(&owned).is_some() {
        owned
    } else {
        connection.to_owned()
    }
}

fn owned(connection: &str) -> String {
    format!("{connection} owner")
}

/// Forgets the bearers of a connection.
pub(crate) fn forget_bearer(connection: &str) {
    BEARERS.with_borrow_mut(|all| {
        let owner = all.remove(&owned(connection));
        if all.remove(connection).or(owner).is_some() {
            write(chrome::local_set, "bearers", all);
        }
    });
}
