//! What the page itself says of the account, the publisher and its badge.
//!
//! Nobody has seen this markup (facts: portal-dom G.1), so each part may be missing, and nothing is
//! decided by it: an app chooses its own name and may call itself "Verified".

use crate::data;
use crate::find::{self, Named, Outcome};
use crate::sighting::Sighting;

/// What a consent page shows besides its controls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The account it is for.
    pub account: Option<String>,
    /// Who is said to publish the app.
    pub publisher: Option<String>,
    /// The publisher's badge.
    pub badge: Badge,
    /// Whether it has a form to ask an admin.
    pub has_request_form: bool,
}

/// The publisher's badge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Badge {
    /// Microsoft has checked who publishes the app.
    Verified,
    /// Nobody has.
    Unverified,
    /// No badge was seen, or two that contradict each other.
    #[default]
    Unknown,
}

/// Reads it from the frames of a tab.
pub fn shown(frames: &[(u32, &Sighting)]) -> Shown {
    let one = |id: &str| {
        data::get()
            .controls
            .get(id)
            .map(|spec| find::find(spec, frames, Named::default()))
            .and_then(|outcome| match outcome {
                Outcome::Found(found) => found.first().map(|found| found.control.name.clone()),
                _ => None,
            })
    };
    let badge = match (
        one("publisher-verified").is_some(),
        one("publisher-unverified").is_some(),
    ) {
        (true, false) => Badge::Verified,
        (false, true) => Badge::Unverified,
        _ => Badge::Unknown,
    };
    Shown {
        account: frames
            .iter()
            .find_map(|(_, sighting)| sighting.probes.get("account"))
            .filter(|account| find::holds_account(account))
            .cloned(),
        publisher: one("publisher"),
        badge,
        has_request_form: frames
            .iter()
            .flat_map(|(_, sighting)| &sighting.controls)
            .any(|control| control.visible && control.role == "textbox"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sighting::Control;

    fn page(controls: Vec<(&str, &str)>, account: Option<&str>) -> Sighting {
        Sighting {
            controls: controls
                .into_iter()
                .zip(1..)
                .map(|((role, name), id)| Control {
                    id,
                    role: role.into(),
                    name: name.into(),
                    visible: true,
                    ..Control::default()
                })
                .collect(),
            probes: account
                .map(|account| ("account".to_owned(), account.to_owned()))
                .into_iter()
                .collect(),
            ..Sighting::default()
        }
    }

    fn read(controls: Vec<(&str, &str)>, account: Option<&str>) -> Shown {
        shown(&[(0, &page(controls, account))])
    }

    #[test]
    fn the_publisher_its_badge_and_the_account_are_read_where_they_are_there() {
        let seen = read(
            vec![
                ("link", "mover.io"),
                ("img", "unverified"),
                ("button", "Accept"),
            ],
            Some("adele@birchwood.example"),
        );
        assert_eq!(seen.publisher.as_deref(), Some("mover.io"));
        assert_eq!(seen.badge, Badge::Unverified);
        assert_eq!(seen.account.as_deref(), Some("adele@birchwood.example"));
        assert!(!seen.has_request_form);
    }

    #[test]
    fn what_is_not_there_or_not_clear_is_unknown() {
        let seen = read(
            vec![
                ("img", "Verified"),
                ("img", "Unverified"),
                ("link", "one.example"),
                ("link", "two.example"),
            ],
            Some("not an account"),
        );
        assert_eq!(seen, Shown::default());
    }

    #[test]
    fn a_badge_of_a_verified_publisher_is_one() {
        let seen = read(vec![("img", "Verified"), ("link", "one.example")], None);
        assert_eq!(seen.badge, Badge::Verified);
    }
}
