//! What the controls are called that journeys lead to, as one expression: where such words come up on a page that
//! is looked at now and then, the next look comes sooner.
//!
//! It finds nothing: a word too many costs a look, and one that is missing costs the wait there was before.

use crate::address::Site;
use consentry_catalog::Catalog;
use consentry_catalog::control::ControlSpec;
use consentry_catalog::look::Look;

/// Shorter words stand everywhere. In bytes, so that two Chinese characters are enough.
const SHORTEST: usize = 4;

/// An expression in JavaScript's syntax, for use without regard to case; empty where nothing is awaited.
pub(crate) fn awaited(catalog: &Catalog, site: Site) -> String {
    let mut words: Vec<&str> = Vec::new();
    match site {
        Site::Portal | Site::Frame => {
            let forms = catalog.controls.values().flat_map(forms);
            let labels = forms.filter_map(|form| form.label.as_deref());
            words.extend(
                labels.flat_map(|label| consentry_catalog::labels::patterns(catalog, label)),
            );
            words.extend(catalog.profiles.iter().map(|app| app.name.as_str()));
        }
        Site::Entry => {
            let apps = catalog.profiles.iter();
            let controls = apps
                .filter_map(|app| app.entry.as_ref())
                .flat_map(|entry| entry.control.values());
            words.extend(
                controls
                    .flat_map(forms)
                    .flat_map(|form| &form.says)
                    .map(String::as_str),
            );
        }
        // These are whole when they come.
        Site::Login | Site::Personal | Site::HandOff => {}
    }
    words.sort_unstable();
    words.dedup();
    let expressions: Vec<String> = words.into_iter().filter_map(expression).collect();
    expressions.join("|")
}

/// What a control is known by, and what it may be known by instead.
fn forms(spec: &ControlSpec) -> impl Iterator<Item = &ControlSpec> {
    std::iter::once(spec).chain(&spec.or)
}

/// The longest part of a pattern that does not vary.
fn expression(pattern: &str) -> Option<String> {
    let words = pattern
        .split("{0}")
        .map(str::trim)
        .max_by_key(|part| part.len())?;
    if words.len() < SHORTEST {
        return None;
    }
    let mut expression = String::new();
    for c in words.chars() {
        match c {
            // Pages have either of both.
            '\'' | '\u{2019}' => expression.push('.'),
            c if c.is_whitespace() => expression.push_str("\\s"),
            c if c.is_ascii_punctuation() => expression.extend(['\\', c]),
            c => expression.push(c),
        }
    }
    Some(expression)
}

/// What is asked for on a site.
pub(crate) fn look_at(catalog: &Catalog, look: &Look, site: Site) -> Look {
    Look {
        probes: look
            .probes
            .iter()
            .filter(|probe| probe.on.is_empty() || probe.on.contains(&site))
            .cloned()
            .collect(),
        awaited: awaited(catalog, site),
        ..look.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_does_not_vary_is_awaited() {
        assert_eq!(
            expression("Grant admin consent for {0}").as_deref(),
            Some("Grant\\sadmin\\sconsent\\sfor")
        );
        assert_eq!(expression("{0} (Save?)").as_deref(), Some("\\(Save\\?\\)"));
        assert_eq!(expression("l\u{2019}app").as_deref(), Some("l.app"));
        assert_eq!(expression("Save").as_deref(), Some("Save"));
        assert_eq!(expression("Yes"), None);
    }

    #[test]
    fn the_portal_awaits_labels_in_every_language_and_the_apps_names() {
        let portal = awaited(Catalog::built_in(), Site::Portal);
        for words in [
            "Grant\\sadmin\\sconsent",
            "Administratorzustimmung",
            "Office\\s365\\sMover",
        ] {
            assert!(portal.contains(words), "{words} is not in {portal}");
        }
        assert_eq!(portal, awaited(Catalog::built_in(), Site::Frame));
        assert_eq!(awaited(Catalog::built_in(), Site::Login), "");
    }

    #[test]
    fn an_apps_own_pages_await_its_own_words_alone() {
        let entry = awaited(Catalog::built_in(), Site::Entry);
        assert!(
            !entry.is_empty() && !entry.contains("Administratorzustimmung"),
            "{entry}"
        );
    }

    #[test]
    fn each_site_is_asked_for_what_it_has_and_for_nothing_of_the_others() {
        let look = |site| {
            let look = look_at(Catalog::built_in(), &Catalog::built_in().look, site);
            let probes: Vec<String> = look.probes.into_iter().map(|probe| probe.key).collect();
            (probes, look.awaited)
        };
        let (portal, words) = look(Site::Portal);
        assert_eq!(
            portal,
            ["portal-tenant", "portal-directory", "portal-tenant"]
        );
        assert!(words.contains(r"Office\s365\sMover"), "the app in the list");
        let (login, words) = look(Site::Login);
        assert!(login.contains(&"pgid".to_owned()) && !login.contains(&portal[0]));
        assert_eq!(words, "", "a sign-in page is whole when it comes");
    }
}
