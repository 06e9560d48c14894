//! What the page itself says of the account, the publisher and its badge.
//!
//! Nobody has seen this markup (facts: portal-dom G.1), so each part may be missing, and nothing is
//! decided by it: an app chooses its own name and may call itself "Verified".

use crate::find::{self, Named, Outcome};
use consentry_catalog::Catalog;
use consentry_catalog::untrusted;
use consentry_wire::sighting::{Control, Sighting};

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
    /// The application ID that stands on the page.
    pub app_id: Option<String>,
    /// What the page calls the app: in its configuration, and in what a person reads.
    pub app_names: Vec<String>,
    /// Whom the page's configuration names as the verified publisher.
    pub verified_publisher: Option<String>,
    /// Whether it is one page of several that each ask for another app.
    pub one_of_several: bool,
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
pub fn shown(catalog: &Catalog, frames: &[(u32, &Sighting)]) -> Shown {
    let one = |id: &str| {
        catalog
            .controls
            .get(id)
            .map(|spec| find::find(catalog, spec, frames, Named::default()))
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
    let probe = |key: &str| {
        frames
            .iter()
            .find_map(|(_, sighting)| sighting.probes.get(key))
    };
    let text = |key: &str| {
        let text = untrusted::text(&unescaped(probe(key)?), untrusted::NAME);
        (!text.is_empty()).then_some(text)
    };
    let read = probe("app-name-shown").map(|name| untrusted::text(name, untrusted::NAME));
    Shown {
        app_id: probe("app-id").and_then(|id| consentry_catalog::guid::app_id(id)),
        app_names: text("app-name").into_iter().chain(read).collect(),
        verified_publisher: text("verified-publisher"),
        one_of_several: headings(frames).any(|heading| counts_apps(&heading.name)),
        account: probe("account")
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

fn headings<'a>(frames: &'a [(u32, &'a Sighting)]) -> impl Iterator<Item = &'a Control> {
    frames
        .iter()
        .flat_map(|(_, sighting)| &sighting.controls)
        .filter(|control| control.visible && control.role == "heading")
}

/// Whether a heading says that there are several apps: "which of how many" in parentheses, as in "Permissions requested
/// (1 of 2 apps)", in any language. A version number has no words between its parts.
fn counts_apps(heading: &str) -> bool {
    let plain = consentry_catalog::label::normalise(heading);
    plain
        .split('(')
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .any(|(within, _)| says_which_of_several(within))
}

fn says_which_of_several(text: &str) -> bool {
    let number = |text: &str| text.parse::<u32>().ok();
    let is_digit = |c: char| c.is_ascii_digit();
    let numbers: Vec<u32> = text.split(|c| !is_digit(c)).filter_map(number).collect();
    let between = text.trim_matches(|c| !is_digit(c)).trim_matches(is_digit);
    let [which, of] = numbers[..] else {
        return false;
    };
    let is_version = between.chars().all(|c| matches!(c, '.' | ',' | '-' | ':'));
    1 <= which && which <= of && of > 1 && !is_version
}

/// The text of a JSON string between its quotation marks (RFC 8259 section 7), as a page's configuration
/// has it; as it is, where it is none.
fn unescaped(text: &str) -> String {
    serde_json::from_str(&format!("\"{text}\"")).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

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
        shown(Catalog::built_in(), &[(0, &page(controls, account))])
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
    fn what_the_page_calls_the_app_is_read_without_what_cannot_be_seen() {
        let mut page = page(Vec::new(), None);
        page.probes = [
            ("app-name", r"Offi\u0441e \u202e365\u2069 Mover"),
            ("app-name-shown", "Office 365 Mover "),
            ("app-id", "D62121F3-E023-4972-B6B0-794190C0FD98"),
            ("verified-publisher", "Contoso"),
        ]
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .into();
        let seen = shown(Catalog::built_in(), &[(0, &page)]);
        assert_eq!(
            seen.app_names,
            ["Offi\u{441}e 365 Mover", "Office 365 Mover"]
        );
        assert_eq!(
            seen.app_id.as_deref(),
            Some("d62121f3-e023-4972-b6b0-794190c0fd98")
        );
        assert_eq!(seen.verified_publisher.as_deref(), Some("Contoso"));
    }

    #[test]
    fn a_page_that_is_one_of_several_is_known_in_any_language() {
        for (heading, several) in [
            ("Permissions requested (1 of 2 apps)", true),
            ("Permissions requested (2 of 2 apps)", true),
            ("Angeforderte Berechtigungen (1 von 2 Apps)", true),
            ("要求されているアクセス許可 （1/2 アプリ）", true),
            ("הרשאות מבוקשות (1 מתוך 2 אפליקציות)", true),
            ("Gevraagde machtigingen (10 van 12 apps)", true),
            ("Permissions requested", false),
            ("Permissions requested (new)", false),
            ("Contoso Backup (2.1)", false),
            ("Contoso Backup (version 2)", false),
            ("Contoso Backup (3 of 2)", false),
            ("1 of 2 apps", false),
        ] {
            let seen = read(vec![("heading", heading)], None);
            assert_eq!(seen.one_of_several, several, "{heading}");
        }
    }

    #[test]
    fn a_badge_of_a_verified_publisher_is_one() {
        let seen = read(vec![("img", "Verified"), ("link", "one.example")], None);
        assert_eq!(seen.badge, Badge::Verified);
    }
}
