//! The page that opens once after a person installed the extension, and what it says of the backend.

use crate::kit::Browser;
use consentry_catalog::Catalog;
use consentry_logic::model::Settings;
use consentry_logic::settings::{self, Source};
use consentry_logic::update::{Answer, Effect, Event, Question};
use consentry_wire::text::Text;
use consentry_wire::view::{Choice, Tone};
use serde_json::{Value, json};

const OWN: &str = "https://consentry.example";

/// A browser in which the extension was just started, with these settings.
fn with(sources: &[(Source, Value)]) -> Browser {
    let mut browser = Browser::default();
    browser.model.session.settings = settings::read(Catalog::built_in(), sources);
    browser
}

impl Browser {
    fn is_installed(&mut self, organization: bool) {
        self.happens(Event::Installed);
        assert!(!self.opens_page(), "who installed it is not known yet");
        self.happens(Event::InstalledBy { organization });
    }

    fn opens_page(&self) -> bool {
        self.effects.contains(&Effect::OpenFirstRun)
    }

    fn greets(&self) -> bool {
        self.effects.contains(&Effect::Ask(Question::Greet))
    }

    fn is_set(&mut self, backend: &str) {
        self.happens(Event::Configured(Settings {
            backend: backend.to_owned(),
            ..self.model.session.settings.clone()
        }));
    }

    fn fails(&mut self, trouble: &str) {
        self.happens(Event::Answered(Answer::Failed {
            connection: None,
            trouble: Text::from(trouble),
            reached: false,
        }));
    }

    /// The same address is entered once more.
    fn enters(&mut self, backend: &str) {
        self.chooses(Choice::Set {
            name: "backend".to_owned(),
            text: Some(backend.to_owned()),
        });
    }

    /// What the page says of the backend, and how.
    fn says(&self) -> (String, Option<(Tone, String)>) {
        let page = &self.view().first_run;
        let backend = page.backend.as_ref();
        (
            page.verifies.clone(),
            backend.map(|line| (line.tone, line.text.clone())),
        )
    }
}

#[test]
fn installed_by_a_person_a_page_opens_once() {
    let mut browser = with(&[]);
    browser.is_installed(false);
    assert!(browser.opens_page());
    // A browser may say it again each time it loads the extension.
    browser.is_installed(false);
    assert!(!browser.opens_page());
    browser.happens(Event::Woke);
    assert!(!browser.opens_page());
}

#[test]
fn a_worker_that_ends_before_it_is_known_who_installed_it_leaves_the_page_to_the_next() {
    let mut browser = with(&[]);
    browser.happens(Event::Installed);
    let kept = serde_json::to_string(&browser.model.lasting).unwrap();
    let mut next = with(&[]);
    next.model.lasting = serde_json::from_str(&kept).unwrap();
    next.happens(Event::InstalledBy {
        organization: false,
    });
    assert!(next.opens_page());
    next.happens(Event::InstalledBy {
        organization: false,
    });
    assert!(!next.opens_page());
}

#[test]
fn what_an_earlier_version_kept_opens_nothing() {
    let mut browser = with(&[]);
    browser.model.lasting = serde_json::from_str(r#"{"journeys":[],"next":3}"#).unwrap();
    browser.happens(Event::Woke);
    browser.happens(Event::InstalledBy {
        organization: false,
    });
    assert!(!browser.opens_page());
}

#[test]
fn where_an_organization_or_its_package_welcomes_people_nothing_opens() {
    let policy = |value: Value| vec![(Source::Policy, value)];
    for (what, sources, organization) in [
        ("installed by a policy", vec![], true),
        (
            "a policy sets something",
            policy(json!({ "zeroTouch": true })),
            false,
        ),
        // The organization meant something by it, and hears in the panel that it was refused.
        (
            "a policy sets nonsense",
            policy(json!({ "zeroTouch": "yes" })),
            false,
        ),
        (
            "a package says so",
            vec![(Source::Package, json!({ "firstRun": false }))],
            false,
        ),
        (
            "practice",
            vec![(Source::Package, json!({ "practice": true }))],
            false,
        ),
    ] {
        let mut browser = with(&sources);
        browser.is_installed(organization);
        assert!(!browser.opens_page(), "{what}");
        // Nor later, when the policy is gone.
        browser.model.session.settings = Settings::default();
        browser.is_installed(false);
        assert!(!browser.opens_page(), "{what}");
    }
    let mut browser = with(&policy(json!({})));
    browser.is_installed(false);
    assert!(browser.opens_page(), "a policy that says nothing");
}

#[test]
fn nobody_but_the_package_leaves_the_page_out() {
    for source in [Source::Own, Source::Policy] {
        let read = settings::read(
            Catalog::built_in(),
            &[(source, json!({ "firstRun": false }))],
        );
        assert!(read.first_run && read.refused.len() == 1, "{source:?}");
    }
}

#[test]
fn without_a_backend_the_page_says_so_and_asks_nobody() {
    let mut browser = with(&[]);
    browser.is_installed(false);
    assert!(!browser.greets());
    let (verifies, backend) = browser.says();
    assert!(verifies.contains("nothing is verified"), "{verifies}");
    assert_eq!(backend, None);
    browser.enters("");
    assert!(!browser.greets());
}

#[test]
fn a_packaged_backend_is_asked_when_the_page_opens() {
    let mut browser = with(&[(Source::Package, json!({ "backend": OWN }))]);
    browser.is_installed(false);
    assert!(browser.opens_page() && browser.greets());
}

#[test]
fn a_backend_that_is_set_is_asked_at_once_and_only_its_own_answer_counts() {
    let mut browser = with(&[]);
    browser.is_set(OWN);
    assert!(browser.greets());
    let tone = |browser: &Browser| browser.says().1.map(|(tone, _)| tone);
    assert_eq!(tone(&browser), Some(Tone::Plain));
    let answers = |address: &str| {
        Event::Answered(Answer::Greeted {
            address: address.to_owned(),
        })
    };
    browser.happens(answers("https://another.example"));
    assert_eq!(tone(&browser), Some(Tone::Plain));
    browser.happens(answers(OWN));
    let (verifies, backend) = browser.says();
    assert!(verifies.contains("verified with Microsoft Graph"));
    let (tone_now, text) = backend.unwrap();
    assert_eq!(tone_now, Tone::Good);
    assert!(text.contains(OWN), "{text}");
    // The same settings again are no news.
    browser.is_set(OWN);
    assert!(!browser.greets());
    browser.is_set("https://other.example");
    assert!(browser.greets());
    assert_eq!(tone(&browser), Some(Tone::Plain));
}

#[test]
fn a_backend_that_does_not_answer_is_asked_again_by_the_person_or_with_new_access() {
    let mut browser = with(&[]);
    browser.is_set(OWN);
    browser.happens(Event::BackendAccess(false));
    assert!(!browser.greets());
    browser.fails("It isn't responding.");
    let (verifies, backend) = browser.says();
    assert!(verifies.contains("nothing is verified"), "{verifies}");
    assert_eq!(
        backend,
        Some((Tone::Caution, "It isn't responding.".to_owned()))
    );
    browser.enters(OWN);
    assert!(browser.greets());
    browser.enters("https://other.example");
    assert!(!browser.greets(), "it is asked when it is set");
    browser.happens(Event::BackendAccess(true));
    assert!(browser.greets());
    browser.happens(Event::BackendAccess(true));
    assert!(!browser.greets(), "nothing has changed");
    // What was said of one address is not said of another.
    browser.fails("It isn't responding.");
    browser.is_set("https://other.example");
    assert_eq!(browser.says().1.unwrap().0, Tone::Plain);
}
