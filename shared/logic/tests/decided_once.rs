//! A tab is decided again only when something it rests on has changed. What is shown and asked for is the same as if each
//! event decided every tab.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a page that cannot be read fails the test"
)]

use consentry_catalog::pack::{ActiveCatalog, Refusal};
use consentry_logic::model::{Model, Settings, TickPolicy};
use consentry_logic::update::{Answer, Effect, Event, update};
use consentry_wire::api::{Role, Status};
use consentry_wire::sighting::Sighting;
use consentry_wire::view::Choice;
use proptest::prelude::*;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const TABS: u32 = 3;
const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const HOUR: u64 = 60 * 60 * 1000;

/// The pages that fuzzing begins with, each with its frames.
static PAGES: LazyLock<Vec<(String, Vec<Sighting>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/page");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let read = |file: &PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let frames = serde_json::from_slice(&fs::read(file).unwrap());
        (name, frames.expect("frames"))
    };
    files.iter().map(read).collect()
});

/// Something that happens.
#[derive(Clone, Debug)]
enum Step {
    /// A page is opened in a tab, and its frames are seen.
    Opens(u32, usize),
    /// A frame of the page in a tab is seen again, without one of its controls.
    Loses(u32, usize, usize),
    /// An event.
    Happens(Box<Event>),
    /// Settings are read, and what they say of profiles is in force.
    Configures(Box<Settings>),
    /// A data pack comes, or goes.
    Pack(bool),
}

fn status(id: &str, revision: u64, state: &str) -> Status {
    let signed_in = state != "awaiting_sign_in";
    serde_json::from_value(json!({
        "id": id,
        "profile": "office-365-mover",
        "role": "global-admin",
        "revision": revision,
        "state": { "kind": state },
        "tenant": signed_in.then(|| json!({ "id": "0f5f7a4e-0000-4000-8000-000000000001", "name": "Birchwood" })),
        "app": signed_in.then(|| json!({ "object_id": "0f5f7a4e-0000-4000-8000-000000000002", "app_id": APP })),
        "evidence": [],
    }))
    .expect("a status")
}

fn settings() -> impl Strategy<Value = Settings> {
    (any::<[bool; 5]>(), 0..3_usize).prop_map(
        |([diagnose, zero_touch, reduced_guidance, named, practice], policy)| {
            let profiles = json!({ "office-365-mover": { "name": "Mover here" } });
            Settings {
                diagnose,
                zero_touch,
                reduced_guidance,
                practice,
                tick_policy: [TickPolicy::Warn, TickPolicy::Confirm, TickPolicy::Forbid][policy],
                profiles: profiles
                    .as_object()
                    .filter(|_| named)
                    .cloned()
                    .unwrap_or_default(),
                ..Settings::default()
            }
        },
    )
}

fn choice() -> impl Strategy<Value = Choice> {
    let profile = prop_oneof![
        Just("office-365-mover".to_owned()),
        Just("cloudiway".to_owned()),
        Just(format!("app:{APP}")),
    ];
    let begins = (profile, any::<bool>()).prop_map(|(profile, admin)| Choice::Begin {
        profile,
        role: if admin {
            Role::GlobalAdmin
        } else {
            Role::Other
        },
    });
    prop_oneof![2 => begins, 5 => of_a_journey(), 3 => of_a_tab()]
}

fn of_a_journey() -> impl Strategy<Value = Choice> {
    let steps = ["connect", "authorize", "assign", "require"];
    (
        0..9_u8,
        1..3_u8,
        0..TABS,
        prop::sample::select(steps.to_vec()),
        0..10 * HOUR,
    )
        .prop_map(|(which, journey, tab, step, at)| {
            let journey = format!("j{journey}");
            let step = step.to_owned();
            match which {
                0 => Choice::SayDone { journey, step },
                1 => Choice::Take { journey, step },
                2 => Choice::Guide {
                    journey,
                    tab: Some(tab),
                },
                3 => Choice::Remind {
                    journey,
                    at: Some(at),
                },
                4 => Choice::Unproven { journey },
                5 => Choice::Back { journey },
                6 => Choice::Forward { journey },
                7 => Choice::Skip { journey, step },
                _ => Choice::Leave {
                    journey,
                    delete: false,
                },
            }
        })
}

fn of_a_tab() -> impl Strategy<Value = Choice> {
    (0..7_u8, 0..TABS, any::<bool>()).prop_map(|(which, tab, on)| match which {
        0 => Choice::AskRelease { tab },
        1 => Choice::Release { tab },
        2 => Choice::KeepHold { tab },
        3 => Choice::Diagnose { tab, on },
        4 => Choice::NameApp {
            text: on.then(|| APP.to_owned()),
        },
        5 => Choice::AddConnection {
            connection: "c1".to_owned(),
        },
        _ => Choice::Dismiss,
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    let state = prop_oneof![
        Just("awaiting_sign_in"),
        Just("needs_admin_consent"),
        Just("granted"),
    ];
    (0..TABS, 1..9_u64, state, any::<bool>(), any::<bool>()).prop_map(
        |(tab, revision, state, claimed, created)| {
            let state = if state == "propagating" {
                "granted"
            } else {
                state
            };
            let status = Box::new(status("c1", revision, state));
            match (claimed, created) {
                (true, _) => Answer::Claimed { tab, status },
                (false, true) => Answer::Created {
                    journey: "j1".to_owned(),
                    start_url: "http://localhost:7430/start".to_owned(),
                    observer: None,
                    status,
                },
                (false, false) => Answer::Status(status),
            }
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    let of_a_tab = (0..TABS, any::<bool>(), 0..6_u8).prop_map(|(tab, yes, which)| match which {
        0 => Event::Blocked { tab, early: yes },
        1 => Event::Restored { tab },
        2 => Event::Referred {
            tab,
            document: "0".to_owned(),
            origin: if yes {
                "https://portal.azure.com"
            } else {
                "https://example.com"
            }
            .to_owned(),
        },
        3 => Event::Address {
            tab,
            url: if yes {
                format!(
                    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={APP}"
                )
            } else {
                String::new()
            },
        },
        4 => Event::FrameGone {
            tab,
            frame: u32::from(yes),
            document: "0".to_owned(),
        },
        _ => Event::TabGone { tab },
    });
    let happens = |event| Step::Happens(Box::new(event));
    prop_oneof![
        6 => (0..TABS, 0..PAGES.len()).prop_map(|(tab, page)| Step::Opens(tab, page)),
        4 => (0..TABS, 0..4_usize, 0..20_usize).prop_map(|(tab, frame, lost)| Step::Loses(tab, frame, lost)),
        3 => of_a_tab.prop_map(happens),
        5 => choice().prop_map(|choice| Step::Happens(Box::new(Event::Chose(choice)))),
        2 => answer().prop_map(|answer| Step::Happens(Box::new(Event::Answered(answer)))),
        1 => settings().prop_map(|settings| Step::Configures(Box::new(settings))),
        1 => any::<bool>().prop_map(Step::Pack),
        3 => Just(Step::Happens(Box::new(Event::Woke))),
        1 => Just(Step::Happens(Box::new(Event::BackendAccess(false)))),
    ]
}

/// Two workers that the same happens to: one remembers what it decided, and the other is new at each event.
#[derive(Default)]
struct Workers {
    tables: ActiveCatalog,
    one: Model,
    other: Model,
    pages: [Vec<Sighting>; TABS as usize],
    now: u64,
    /// What the first was told to do after what happened last.
    told: Vec<Effect>,
}

impl Workers {
    fn happens(&mut self, event: &Event) {
        self.now += 10;
        let tables = self.tables.catalog();
        let told = update(tables, &mut self.one, event.clone(), self.now);
        // What was decided is not stored.
        let stored = serde_json::to_string(&self.other).expect("JSON");
        self.other = serde_json::from_str(&stored).expect("a model");
        let anew = update(tables, &mut self.other, event.clone(), self.now);
        for (one, other) in told.iter().zip(&anew) {
            if let (Effect::Show(one), Effect::Show(other)) = (one, other) {
                assert_eq!(one.tabs, other.tabs, "after {event:?}");
            }
            assert_eq!(one, other, "after {event:?}");
        }
        assert_eq!(told.len(), anew.len(), "after {event:?}");
        assert!(self.one == self.other, "after {event:?}");
        self.told = told;
    }

    /// The same, and whether it changes what is decided on a tab.
    fn changes(&mut self, tab: u32, event: &Event) -> bool {
        let decided = |told: &[Effect]| {
            told.iter().find_map(|effect| match effect {
                Effect::Show(view) => view.tabs.get(&tab).cloned(),
                _ => None,
            })
        };
        let before = decided(&self.told);
        self.happens(event);
        let instructed = self
            .told
            .iter()
            .any(|effect| matches!(effect, Effect::Instruct { tab: of, .. } if *of == tab));
        instructed || before != decided(&self.told)
    }

    fn saw(&mut self, tab: u32, frame: u32, sighting: Sighting) {
        self.happens(&Event::Saw {
            tab,
            frame,
            document: frame.to_string(),
            sighting,
        });
    }

    fn takes(&mut self, step: Step) {
        match step {
            Step::Opens(tab, page) => {
                let (_, page) = PAGES[page].clone();
                for (frame, sighting) in (0..).zip(&page) {
                    self.happens(&Event::Hello {
                        tab,
                        frame,
                        document: frame.to_string(),
                        url: sighting.url.clone(),
                    });
                    self.saw(tab, frame, sighting.clone());
                }
                self.pages[tab as usize] = page;
            }
            Step::Loses(tab, frame, lost) => {
                let page = &self.pages[tab as usize];
                let Some(mut sighting) = page.get(frame).cloned() else {
                    return;
                };
                if lost < sighting.controls.len() {
                    sighting.controls.remove(lost);
                }
                self.saw(tab, u32::try_from(frame).unwrap(), sighting);
            }
            Step::Happens(event) => self.happens(&event),
            Step::Configures(settings) => {
                self.tables
                    .use_profiles(&settings.profiles, &settings.clients);
                self.happens(&Event::Configured(*settings));
            }
            Step::Pack(comes) => {
                if comes {
                    let patch = json!({ "controls": { "consent-tick": { "roles": ["link"] } } });
                    let pack = json!({ "format": 1, "serial": 99_999_999, "patch": patch });
                    let installed = self.tables.install(&pack.to_string());
                    let is_in_force = matches!(installed, Err(Refusal::NotNewer { .. }));
                    assert!(installed.is_ok() || is_in_force, "{installed:?}");
                } else {
                    self.tables.remove();
                }
                // Nobody says so before the next event.
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_worker_that_remembers_says_what_one_says_that_decides_every_tab(
        steps in prop::collection::vec((step(), prop_oneof![
            6 => Just(0), 3 => 100..3000_u64, 1 => Just(25 * HOUR), 1 => Just(8 * 24 * HOUR)
        ]), 1..40)
    ) {
        let mut workers = Workers { now: 1_000_000, ..Workers::default() };
        for (step, later) in steps {
            workers.now += later;
            workers.takes(step);
        }
    }
}

/// Workers of somebody whose journey has begun, with these pages in their tabs.
fn with(pages: [&str; 2]) -> Workers {
    let mut workers = Workers {
        now: 1_000_000,
        ..Workers::default()
    };
    workers.happens(&Event::Chose(Choice::Begin {
        profile: "office-365-mover".to_owned(),
        role: Role::GlobalAdmin,
    }));
    workers.happens(&Event::Answered(Answer::Created {
        journey: "j1".to_owned(),
        start_url: "http://localhost:7430/start".to_owned(),
        observer: None,
        status: Box::new(status("c1", 1, "needs_admin_consent")),
    }));
    for (tab, page) in (0..).zip(pages) {
        let page = PAGES.iter().position(|(name, _)| name == page);
        workers.takes(Step::Opens(tab, page.expect("a page")));
    }
    workers
}

/// Something that is about the second tab alone.
fn elsewhere() -> Event {
    Event::Blocked {
        tab: 1,
        early: true,
    }
}

const GRANT: &str = "grant-custom-element";
const LIST: &str = "list-only-the-global-search";
const TICK: &str = "tick-already-on-switch";
const PLAIN: &str = "consent-languages-plain-en";
const WIZARD: &str = "wizard-needs-admin";

#[test]
fn a_pack_is_heeded_although_nobody_says_that_it_came() {
    let mut workers = with([TICK, WIZARD]);
    for comes in [true, false] {
        workers.takes(Step::Pack(comes));
        assert!(
            workers.changes(0, &elsewhere()),
            "the page of the first tab"
        );
    }
}

#[test]
fn settings_change_every_tab() {
    let mut workers = with([TICK, WIZARD]);
    let settings = Settings {
        tick_policy: TickPolicy::Warn,
        ..Settings::default()
    };
    assert!(workers.changes(0, &Event::Configured(settings)));
}

#[test]
fn what_a_person_chooses_about_a_tab_changes_it() {
    let mut workers = with([TICK, WIZARD]);
    for choice in [
        Choice::AskRelease { tab: 0 },
        Choice::Release { tab: 0 },
        Choice::Diagnose { tab: 0, on: true },
    ] {
        assert!(
            workers.changes(0, &Event::Chose(choice.clone())),
            "{choice:?}"
        );
    }
}

#[test]
fn a_tab_is_decided_again_when_its_page_has_settled() {
    let mut workers = with([LIST, PLAIN]);
    let waits = |workers: &Workers| {
        workers.told.iter().find_map(|effect| match effect {
            Effect::Wake { after_ms } => Some(*after_ms),
            _ => None,
        })
    };
    let left = waits(&workers).expect("the list may still be filled");
    workers.now += left - 20;
    workers.happens(&elsewhere());
    assert_eq!(waits(&workers), Some(10));
    workers.happens(&elsewhere());
    assert_eq!(waits(&workers), None);
}

#[test]
fn what_is_no_longer_believed_changes_every_tab() {
    let mut workers = with([GRANT, PLAIN]);
    workers.now += 3_000;
    workers.happens(&Event::Woke);
    workers.now += 8 * 24 * HOUR;
    assert!(workers.changes(0, &elsewhere()));
}

#[test]
fn a_day_that_has_come_changes_every_tab() {
    let mut workers = with([GRANT, WIZARD]);
    workers.happens(&Event::Answered(Answer::Status(Box::new(status(
        "c1", 2, "granted",
    )))));
    workers.happens(&Event::Chose(Choice::Remind {
        journey: "j1".to_owned(),
        at: Some(workers.now + HOUR),
    }));
    workers.now += 2 * HOUR;
    assert!(workers.changes(0, &elsewhere()));
}

#[test]
fn what_one_tab_tells_of_a_journey_changes_the_others() {
    let mut workers = with([GRANT, WIZARD]);
    workers.happens(&Event::Chose(Choice::Unproven {
        journey: "j1".to_owned(),
    }));
    workers.now += 3_000;
    workers.happens(&Event::Woke);
    let returned = Event::Hello {
        tab: 1,
        frame: 0,
        document: "returned".to_owned(),
        url: "https://portal.azure.com/TokenAuthorize?error=access_denied".to_owned(),
    };
    assert!(workers.changes(0, &returned));
}
