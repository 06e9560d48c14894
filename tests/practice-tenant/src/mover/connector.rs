//! The connectors of each browser session.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Shortest time between two checks the wizard asks for.
const CHECK_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// The two columns of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Source,
    Destination,
}

impl Side {
    /// The word in addresses.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Destination => "destination",
        }
    }

    /// By the word; anything else is the destination.
    pub(crate) fn of(word: Option<&str>) -> Self {
        if word == Some("source") {
            Self::Source
        } else {
            Self::Destination
        }
    }
}

/// A connector, whose connection the backend keeps. Not `Debug`: it holds the bearer.
#[derive(Clone)]
pub(crate) struct Connector {
    /// Id of the connection at the backend.
    pub(crate) id: String,
    /// The wizard's own id, for its messages.
    pub(crate) guid: Uuid,
    pub(crate) name: String,
    pub(crate) side: Side,
    pub(crate) bearer: String,
    checked: Option<Timestamp>,
}

impl Connector {
    /// A connector that has not been loaded yet.
    pub(crate) fn new(id: &str, name: &str, side: Side, bearer: &str) -> Self {
        Self {
            id: id.to_owned(),
            guid: Uuid::new_v4(),
            name: name.to_owned(),
            side,
            bearer: bearer.to_owned(),
            checked: None,
        }
    }
}

/// By session cookie.
#[derive(Default)]
pub(crate) struct Connectors(HashMap<String, Vec<Connector>>);

impl Connectors {
    /// Those of a session, oldest first.
    pub(crate) fn of(&self, session: &str) -> &[Connector] {
        self.0.get(session).map_or(&[], Vec::as_slice)
    }

    /// Keeps one.
    pub(crate) fn add(&mut self, session: &str, connector: Connector) {
        self.0
            .entry(session.to_owned())
            .or_default()
            .push(connector);
    }

    /// One of a session, by its connection.
    pub(crate) fn find(&self, session: &str, id: &str) -> Option<&Connector> {
        self.of(session).iter().find(|connector| connector.id == id)
    }

    /// Whether a check is due; if so, it counts as made.
    pub(crate) fn check_due(&mut self, session: &str, id: &str, now: Timestamp) -> bool {
        let all = self.0.get_mut(session).into_iter().flatten();
        let Some(connector) = all.into_iter().find(|connector| connector.id == id) else {
            return false;
        };
        let due = connector
            .checked
            .is_none_or(|at| now.duration_since(at) >= CHECK_EVERY);
        if due {
            connector.checked = Some(now);
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_asked_for_at_most_every_five_seconds() {
        let mut all = Connectors::default();
        all.add(
            "s",
            Connector::new("c", "Office 365", Side::Destination, "bearer"),
        );
        let at = |second| Timestamp::from_second(second).unwrap();
        assert!(all.check_due("s", "c", at(0)));
        assert!(!all.check_due("s", "c", at(4)));
        assert!(all.check_due("s", "c", at(5)));
        assert!(!all.check_due("another session", "c", at(9)));
    }
}
