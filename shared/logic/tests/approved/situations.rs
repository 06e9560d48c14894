//! How a journey can stand when a page is seen.

use crate::kit::Browser;
use consentry_catalog::Catalog;
use consentry_logic::model::Settings;
use consentry_logic::settings::{Source, read};
use consentry_logic::update::Event;
use consentry_wire::api::{Evidence, Problem, Proof, Role, State, Status};
use consentry_wire::sighting::Sighting;
use consentry_wire::view::Choice;
use serde_json::{Value, json};

pub(crate) const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
pub(crate) const OBJECT: &str = "1c6e8fe3-62a1-495e-8740-18ee55c1dfac";
/// The tab of the wizard, and the one a page is seen in.
const WIZARD: u32 = 1;
pub(crate) const PAGE: u32 = 2;

impl Browser {
    pub(crate) fn new() -> Self {
        Self {
            now: 1_000_000,
            ..Self::default()
        }
    }

    /// Settings that make sense count from now on.
    pub(crate) fn sets(&mut self, source: Source, settings: &Value) {
        let package = json!({ "backend": "http://localhost:7430" });
        let settings = read(
            Catalog::built_in(),
            &[(Source::Package, package), (source, settings.clone())],
        );
        assert_eq!(settings.refused, []);
        self.happens(Event::Configured(settings));
    }

    pub(crate) fn at_the_wizard(role: Role) -> Self {
        let mut browser = Self::new();
        browser.shows(WIZARD, "https://app.mover.io/", Vec::new());
        browser.chooses(Choice::Begin {
            profile: "office-365-mover".to_owned(),
            role,
        });
        browser
    }

    pub(crate) fn told(&mut self, role: Role, state: &State) {
        let status = json!({
            "id": "0192f0c1-0000-7000-8000-000000000001",
            "profile": "office-365-mover",
            "role": role,
            "revision": 1,
            "state": state,
            "tenant": { "id": "20e6ec45-9bc2-41d2-88f2-df4da88d9417", "name": "Birchwood" },
            "account": "adele.admin@birchwood.example",
            "app": { "object_id": OBJECT, "app_id": APP, "enabled": true },
            "missing": ["Sites.Manage.All"],
            "grants": match state {
                State::NeedsAdminConsent => json!({
                    "delegated": [{ "value": "User.Read", "for_everybody": false }],
                    "application": [],
                }),
                State::Authorized { .. } => json!({
                    "delegated": [{ "value": "Sites.Manage.All", "for_everybody": false }],
                    "application": ["User.Read.All"],
                }),
                _ => json!({}),
            },
            "checked_at": self.now,
        });
        let mut status: Status = serde_json::from_value(status).expect("a status");
        status.evidence = vec![Evidence {
            call: "GET /users/$count".to_owned(),
            status: 403,
            at: self.now,
            proof: Proof::Own,
            read: None,
            stated: None,
        }];
        self.signed_in(WIZARD, status);
    }

    fn takes(&mut self, step: &str) {
        let journey = self.view().journeys[0].id.clone();
        self.chooses(Choice::Take {
            journey,
            step: step.to_owned(),
        });
    }

    /// A page is opened, looked at, and looked at again when it has come to rest.
    pub(crate) fn sees(&mut self, frames: &[Sighting]) {
        for (frame, sighting) in (0..).zip(frames) {
            self.happens(Event::Hello {
                tab: PAGE,
                frame,
                document: frame.to_string(),
                url: sighting.url.clone(),
            });
        }
        for pause in [0, 5_000] {
            self.now += pause;
            for (frame, sighting) in (0..).zip(frames) {
                self.happens(Event::Saw {
                    tab: PAGE,
                    frame,
                    document: frame.to_string(),
                    sighting: sighting.clone(),
                });
            }
        }
    }
}

/// All of them, each with its name.
pub(crate) fn situations() -> Vec<(&'static str, Browser)> {
    let journey = |role: Role, state: State| {
        let mut browser = Browser::at_the_wizard(role);
        browser.told(role, &state);
        browser
    };
    let authorized = || State::Authorized {
        users: 17,
        sites: 43,
    };
    let declined = || Problem {
        code: "consent-declined".to_owned(),
        title: "Consent was declined".to_owned(),
        detail: "Someone selected Cancel.".to_owned(),
        remedy: "Sign in again and accept.".to_owned(),
        role: None,
        link: None,
        microsoft: Some("AADSTS65004".to_owned()),
        status: None,
    };
    let mut nobody = Browser::new();
    nobody.happens(Event::Woke);
    nobody.chooses(Choice::Diagnose {
        tab: PAGE,
        on: true,
    });
    let mut closing = journey(Role::GlobalAdmin, authorized());
    closing.takes("require");
    let mut reduced = Browser::at_the_wizard(Role::GlobalAdmin);
    reduced.happens(Event::Configured(Settings {
        reduced_guidance: true,
        ..Settings::default()
    }));
    vec![
        ("nobody is on a journey", nobody),
        ("with reduced guidance", reduced),
        (
            "before the sign-in",
            Browser::at_the_wizard(Role::GlobalAdmin),
        ),
        (
            "before the sign-in, who cannot grant",
            Browser::at_the_wizard(Role::SharepointAdmin),
        ),
        (
            "the grant is missing",
            journey(Role::GlobalAdmin, State::NeedsAdminConsent),
        ),
        (
            "the grant is missing, who cannot grant",
            journey(Role::SharepointAdmin, State::NeedsAdminConsent),
        ),
        (
            "on its way",
            journey(Role::GlobalAdmin, State::Propagating { since: 990_000 }),
        ),
        ("authorized", journey(Role::GlobalAdmin, authorized())),
        ("closing the app to others", closing),
        (
            "lost",
            journey(
                Role::GlobalAdmin,
                State::NeedsReauthorization { cause: declined() },
            ),
        ),
        (
            "blocked",
            journey(
                Role::GlobalAdmin,
                State::Blocked {
                    problem: declined(),
                },
            ),
        ),
    ]
}
