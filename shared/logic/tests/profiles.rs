//! Profiles of apps that no backend proves, and profiles of a person's or a policy's own.

mod kit;

use consentry_catalog::Catalog;
use consentry_catalog::pack::ActiveCatalog;
use consentry_catalog::permission::Kind;
use consentry_logic::settings::{Source, read};
use consentry_logic::update::Event;
use consentry_text::words;
use consentry_wire::api::Role;
use consentry_wire::language_spans::{language_spans, marked};
use consentry_wire::mark::MarkKind;
use consentry_wire::sighting::Control;
use consentry_wire::text::Text;
use consentry_wire::view::{Card, CardKind, Choice, StepState, Tone};
use kit::Browser as Story;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const OWN: &str = "11111111-2222-4333-8444-555555555555";

impl Story {
    /// A browser whose policy sets these profiles.
    fn with(profiles: &Value) -> Self {
        let mut story = Self {
            now: 1_000,
            ..Self::default()
        };
        let settings = read(
            Catalog::built_in(),
            &[(Source::Policy, json!({ "profiles": profiles }))],
        );
        assert!(settings.refused.is_empty(), "{:?}", settings.refused);
        story.happens(Event::Configured(settings));
        story
    }

    fn begins(&mut self, profile: &str) {
        self.chooses(Choice::Begin {
            profile: profile.to_owned(),
            role: Role::GlobalAdmin,
        });
    }

    /// Presses the button of the journey that says so.
    fn presses(&mut self, label: &str) {
        let actions = &self.view().journeys[0].actions;
        let choice = actions
            .iter()
            .find(|action| action.label == label)
            .unwrap_or_else(|| panic!("{label} is not among {actions:?}"))
            .choice
            .clone();
        self.chooses(choice);
    }

    fn card(&self, tab: u32) -> &Card<String> {
        self.view().tabs[&tab].card.as_ref().expect("there is one")
    }

    fn lit(&self, tab: u32) -> Vec<(MarkKind, u32)> {
        self.model.session.tabs[&tab].frames[&0]
            .instructed
            .marks
            .iter()
            .map(|mark| (mark.kind, mark.control))
            .collect()
    }

    fn holds(&self, tab: u32) -> bool {
        self.model.session.tabs[&tab].frames[&0]
            .instructed
            .block
            .is_some()
    }
}

/// The words of another language are there.
fn brings(tag: &str, ftl: &str) {
    assert!(words::load_language(tag, ftl, BTreeMap::new()));
}

fn control(id: u32, role: &str, name: &str) -> Control {
    Control {
        id,
        role: role.into(),
        name: name.into(),
        visible: true,
        ..Control::default()
    }
}

fn row(id: u32, name: &str, app_id: &str) -> Control {
    Control {
        row: Some(format!("{name} https://example.com {app_id}")),
        ..control(id, "link", name)
    }
}

fn consent(ticked: bool) -> Vec<Control> {
    let mut accept = control(2, "button", "Accept");
    accept.attrs.insert("name".into(), "idSIButton9".into());
    accept.attrs.insert("type".into(), "submit".into());
    let mut cancel = control(3, "button", "Cancel");
    cancel.attrs.insert("id".into(), "idBtn_Back".into());
    let mut tick = control(4, "checkbox", "Consent on behalf of your organization");
    tick.checked = Some(ticked);
    vec![
        control(1, "heading", "Permissions requested"),
        accept,
        cancel,
        tick,
    ]
}

fn authorize(client_id: &str, scope: &str) -> String {
    format!(
        "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id={client_id}&redirect_uri=https%3A%2F%2Fapp.example.com%2F&scope={scope}"
    )
}

const LIST: &str = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";

#[test]
fn a_journey_without_a_backend_arrives_and_never_claims_a_proof() {
    let mut story = Story::with(&json!({ "cloudiway": { "client_ids": [OWN] } }));
    story.begins("cloudiway");
    story.presses("Continue without verification");
    assert_eq!(
        story.view().journeys[0].headline.text,
        "Guided without verification: no backend is set"
    );
    story.presses("I've signed in");
    let step = &story.view().journeys[0].steps[0];
    assert_eq!(step.state, StepState::Done);
    assert_eq!(
        step.note.as_deref(),
        Some("Marked done by you; not verified")
    );
    // Who may grant is led there first; their word is the second choice.
    let actions = &story.view().journeys[0].actions;
    let offered: Vec<&str> = actions.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(
        offered,
        ["Open the page for this step", "Consent has been granted"]
    );

    let other = "99999999-2222-4333-8444-555555555555";
    let rows = vec![
        row(1, "Cloudiway Migration", other),
        row(2, "Cloudiway Migration", OWN),
    ];
    story.shows(2, LIST, rows);
    assert_eq!(story.lit(2), [(MarkKind::Point, 2)]);

    // The window closes before anybody has looked at its last page.
    story.opens(
        3,
        "https://portal.azure.com/TokenAuthorize?admin_consent=True&tenant=x&state=s",
    );
    story.happens(Event::TabGone { tab: 3 });
    let journey = &story.view().journeys[0];
    let note = journey.steps[1].note.as_deref();
    assert_eq!(note, Some("Seen on a page; not yet verified"));
    story.shows(2, LIST, Vec::new());
    let card = story.card(2);
    assert_eq!(
        (card.id.as_str(), card.kind),
        ("done-unproven", CardKind::Note)
    );
    let said = serde_json::to_string(story.view()).unwrap();
    assert!(!said.contains("Verified by"), "{said}");
}

#[test]
fn a_persons_word_counts_only_where_nobody_else_will_tell() {
    let mut story = Story::with(&json!({ "cloudiway": { "client_ids": [OWN] } }));
    story.begins("cloudiway");
    let journey = story.view().journeys[0].id.clone();
    story.happens(Event::Chose(Choice::SayDone {
        journey,
        step: "connect".into(),
    }));
    assert_eq!(story.view().journeys[0].steps[0].state, StepState::Current);
}

#[test]
fn without_an_id_nothing_is_lit_that_only_an_id_can_tell() {
    let mut story = Story::with(&json!({}));
    story.begins("avepoint-fly");
    story.presses("Continue without verification");
    story.presses("I've signed in");
    story.shows(2, LIST, vec![row(1, "AvePoint Fly", OWN)]);
    assert_eq!(story.lit(2), []);
    let permissions = format!(
        "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/ebbb078b-3f9d-41aa-ab72-88ff28687842/appId/{OWN}"
    );
    let grant = control(7, "button", "Grant admin consent for Birchwood");
    story.shows(2, &permissions, vec![grant]);
    assert_eq!(story.lit(2), []);
    let told = &story.card(2).lines;
    assert!(
        told.iter().any(|line| line
            .text
            .contains("application ID of AvePoint Fly isn't known")),
        "{told:?}"
    );
}

#[test]
fn where_the_box_is_optional_it_is_neither_held_nor_warned_about() {
    let mut story = Story::with(&json!({ "cloudextend-outlook": { "client_ids": [OWN] } }));
    let url = authorize(OWN, "offline_access");
    for ticked in [false, true] {
        story.shows(1, &url, consent(ticked));
        assert!(!story.holds(1));
        assert_eq!(story.lit(1), []);
        assert_eq!(story.card(1).id, "consent-explained");
    }
}

#[test]
fn where_the_box_must_be_set_accept_is_not_lit_before_it_is() {
    let own = json!({
        "name": "Our reports",
        "about": "Counts licences.",
        "registration": "own",
        "client_ids": [OWN],
        "tick": "must",
        "tick_why": "It is meant for everybody here.",
        "delegated": [{ "value": "User.Read", "why": "Signs you in." }],
        "unverified": ["tick", "delegated"],
    });
    let mut story = Story::with(&json!({ "our-reports": own }));
    story.begins("our-reports");
    let url = authorize(OWN, "User.Read");
    story.shows(1, &url, consent(false));
    assert_eq!(
        (story.card(1).id.as_str(), story.lit(1)),
        ("consent-must", vec![])
    );
    story.shows(1, &url, consent(true));
    assert!(!story.holds(1));
    assert_eq!(story.lit(1), [(MarkKind::Point, 2)]);
}

#[test]
fn an_app_speaks_the_persons_language_where_its_profile_does_and_english_elsewhere() {
    let german = |about: &str| {
        json!({ "our-reports": {
            "name": "Our reports",
            "about": "Counts licences.",
            "registration": "own",
            "client_ids": [OWN],
            "delegated": [{ "value": "User.Read", "why": "Signs you in." }],
            "translations": { about: { "about": "Zählt Lizenzen.", "delegated": { "User.Read": "Meldet Sie an." } } },
            "unverified": ["tick", "delegated"],
        } })
    };
    let story = Story::with(&german("de"));
    let app = consentry_catalog::profiles::by_id(story.tables.catalog(), "our-reports")
        .expect("it was just set");
    brings("de", include_str!("../../words/de.ftl"));
    let said = words::with_language("de", || {
        let why = app.says_why(&app.delegated[0], Kind::Delegated);
        [app.says_about(), why].map(|said| words::rendered(&said))
    });
    assert_eq!(said, ["Zählt Lizenzen.", "Meldet Sie an."]);
    assert_eq!(words::rendered(&app.says_about()), "Counts licences.");
    brings("ja", include_str!("../../words/ja.ftl"));
    let japanese = words::with_language("ja", || words::rendered(&app.says_about()));
    assert_eq!(japanese, marked("Counts licences."));
    drop(story);
    let refused = read(
        Catalog::built_in(),
        &[(Source::Policy, json!({ "profiles": german("tlh") }))],
    )
    .refused;
    assert_eq!(refused.len(), 1, "{refused:?}");
}

#[test]
fn a_sentence_said_anew_is_not_spoken_by_the_old_translation() {
    let app = consentry_catalog::profiles::by_id(Catalog::built_in(), "office-365-mover")
        .expect("it is shipped");
    let kept = &app.delegated[0];
    let patch = json!({
        "about": "Moves our files.",
        "delegated": [
            { "value": kept.value, "why": kept.why },
            { "value": app.delegated[1].value, "why": "Another reason." },
            { "value": "Mail.Read", "why": "Reads mail." },
        ],
    });
    let story = Story::with(&json!({ "office-365-mover": patch }));
    let app = consentry_catalog::profiles::by_id(story.tables.catalog(), "office-365-mover")
        .expect("it is still there");
    brings("de", include_str!("../../words/de.ftl"));
    let languages = words::with_language("de", || {
        let whys = app.delegated.iter();
        let whys = whys.map(|permission| app.says_why(permission, Kind::Delegated));
        [app.says_about(), app.says_tick_why()]
            .into_iter()
            .chain(whys)
            .map(|said| language_spans(&words::rendered(&said))[0].english)
            .collect::<Vec<_>>()
    });
    assert_eq!(languages, [true, false, false, true, true]);
    drop(story);
}

#[test]
fn every_profile_that_speaks_another_language_says_all_of_it_there() {
    for app in &Catalog::built_in().profiles {
        for (tag, translation) in &app.translations {
            assert!(translation.about.is_some(), "{}: {tag}", app.id);
            assert_eq!(
                translation.tick_why.is_some(),
                app.tick.is_some(),
                "{}: {tag}",
                app.id
            );
            assert_eq!(
                translation.delegated.len(),
                app.delegated.len(),
                "{}: {tag}",
                app.id
            );
            assert_eq!(
                translation.application.len(),
                app.application.len(),
                "{}: {tag}",
                app.id
            );
        }
    }
}

#[test]
fn without_advice_of_the_maker_the_box_is_warned_about_and_not_held() {
    let mut story = Story::with(&json!({ "sharegate-migrate": { "client_ids": [OWN] } }));
    story.shows(1, &authorize(OWN, "Team.Create"), consent(true));
    assert!(!story.holds(1));
    assert_eq!(story.card(1).id, "consent-warned");
    assert_eq!(story.lit(1), [(MarkKind::Avoid, 4)]);
}

#[test]
fn a_list_with_gaps_alarms_nobody_and_says_that_it_has_them() {
    let mut story = Story::with(&json!({ "sharegate-migrate": { "client_ids": [OWN] } }));
    story.shows(1, &authorize(OWN, "Mail.Read"), consent(false));
    let card = story.card(1);
    let about = |part: &str| card.lines.iter().find(|line| line.text.contains(part));
    let unlisted = about("Mail.Read").expect("it is mentioned");
    assert_eq!(unlisted.tone, Tone::Caution);
    assert!(about("Not verified for ShareGate Migrate: ").is_some());
}

#[test]
fn a_profile_that_does_not_fit_is_left_out_with_a_word() {
    let settings = read(
        Catalog::built_in(),
        &[(
            Source::Policy,
            json!({ "profiles": {
            "cloudiway": { "client_ids": ["mine"] },
            "office-365-mover": { "name": "Mover here" },
            "new": { "name": "New", "click": true },
            "word": "no object",
            "nothing": null,
        } }),
        )],
    );
    assert_eq!(
        settings.profiles.keys().collect::<Vec<_>>(),
        ["office-365-mover"]
    );
    let refused = joined(&settings.refused);
    assert!(refused.contains("profiles.cloudiway"), "{refused}");
    assert!(refused.contains("is not an application id"), "{refused}");
    for id in ["new", "word", "nothing"] {
        assert!(refused.contains(&format!("profiles.{id}")), "{refused}");
    }
}

#[test]
fn a_permission_that_is_none_is_there_twice_or_without_a_reason_is_refused_by_name() {
    let permission = |value: &str, why: &str| json!({ "value": value, "why": why });
    for (list, wanted) in [
        (
            json!([permission("Sites.Read All", "Reads")]),
            "is not a permission",
        ),
        (json!([permission(" ", "Reads")]), "is not a permission"),
        (
            json!([
                permission("Sites.Read.All", "Reads"),
                permission("Sites.Read.All", "Again")
            ]),
            "is there twice",
        ),
        (
            json!([permission("Sites.Read.All", " ")]),
            "does not say why",
        ),
    ] {
        for field in ["delegated", "application"] {
            let mut changed = json!({});
            changed[field] = list.clone();
            let profiles = json!({ "profiles": { "office-365-mover": changed } });
            let settings = read(Catalog::built_in(), &[(Source::Policy, profiles)]);
            let refused = joined(&settings.refused);
            assert!(settings.profiles.is_empty(), "{list}");
            assert!(
                refused.contains(wanted) && refused.contains(field),
                "{refused}"
            );
        }
    }
}

#[test]
fn a_profile_without_what_the_guides_point_at_is_not_left_out_in_silence() {
    let settings = read(
        Catalog::built_in(),
        &[(
            Source::Policy,
            json!({ "profiles": { "office-365-mover": { "entry": null } } }),
        )],
    );
    assert!(settings.profiles.is_empty());
    let refused = joined(&settings.refused);
    assert!(refused.contains("guide authorize-connector"), "{refused}");
}

#[test]
fn a_policys_profiles_replace_a_persons_and_may_come_as_text() {
    let settings = read(
        Catalog::built_in(),
        &[
            (
                Source::Own,
                json!({ "profiles": { "cloudiway": { "client_ids": [OWN] } } }),
            ),
            (
                Source::Policy,
                json!({ "profiles": r#"{ "office-365-mover": { "name": "Mover here" } }"# }),
            ),
        ],
    );
    assert!(settings.fixes("profiles"));
    assert_eq!(
        settings.profiles.keys().collect::<Vec<_>>(),
        ["office-365-mover"]
    );
    let name = |tables: &ActiveCatalog| {
        let app = consentry_catalog::profiles::by_id(tables.catalog(), "office-365-mover");
        app.unwrap().name.clone()
    };
    let mut tables = ActiveCatalog::default();
    tables.use_profiles(&settings.profiles, &settings.clients);
    assert_eq!(name(&tables), "Mover here");
    tables.use_profiles(&serde_json::Map::new(), &BTreeMap::new());
    assert_eq!(name(&tables), "Office 365 Mover");
}

#[test]
fn profiles_stay_when_a_data_pack_comes_and_goes() {
    let mine = json!({ "cloudiway": { "client_ids": [OWN] } });
    let knows = |tables: &ActiveCatalog| {
        let app = consentry_catalog::profiles::by_client_id(tables.catalog(), OWN);
        app.map(|app| app.about.clone())
    };
    let mut tables = ActiveCatalog::default();
    tables.use_profiles(mine.as_object().unwrap(), &BTreeMap::new());
    let shipped = knows(&tables).expect("it is mine");
    let patch = json!({ "profiles": { "cloudiway": { "about": "Moves." } } });
    let pack = json!({ "format": 1, "serial": 99_999_999, "patch": patch }).to_string();
    tables.install(&pack).unwrap();
    assert_eq!(knows(&tables).as_deref(), Some("Moves."));
    tables.remove();
    assert_eq!(knows(&tables), Some(shipped));
}

#[test]
fn who_waits_for_another_admin_can_say_that_the_grant_was_given_and_not_go_there() {
    let offers = |role: Role| {
        let mut story = Story::default();
        story.chooses(Choice::Begin {
            profile: "office-365-mover".to_owned(),
            role,
        });
        let journey = story.view().journeys[0].id.clone();
        story.chooses(Choice::Unproven {
            journey: journey.clone(),
        });
        story.chooses(Choice::SayDone {
            journey,
            step: "connect".to_owned(),
        });
        let actions = &story.view().journeys[0].actions;
        let offers = |is: fn(&Choice) -> bool| actions.iter().any(|action| is(&action.choice));
        (
            offers(|choice| matches!(choice, Choice::SayDone { step, .. } if step == "grant")),
            offers(|choice| matches!(choice, Choice::Go { .. })),
        )
    };
    assert_eq!(offers(Role::GlobalAdmin), (true, true));
    assert_eq!(offers(Role::SharepointAdmin), (true, false));
}

#[test]
fn a_diagnosis_of_an_apps_page_is_about_that_app_and_not_about_the_built_in_one() {
    let second = json!({
        "name": "Second App",
        "about": "It copies something.",
        "unverified": ["client_ids", "tick", "entry"],
        "entry": {
            "url": "https://second.example/",
            "host": "second.example",
            "page": [{ "id": "wizard-start", "signs": [{ "roles": ["heading"], "says": "Start" }] }],
            "control": { "authorize-new-connector": { "roles": ["button"], "says": ["Authorize {0}"] } },
        },
    });
    let mut story = Story::with(&json!({ "second": second }));
    let url = "https://second.example/";
    story.opens(1, url);
    story.chooses(Choice::Diagnose { tab: 1, on: true });
    let page = |name: &str| vec![control(1, "heading", "Start"), control(2, "button", name)];
    let mut light = |name: &str| {
        story.changes(1, url, page(name));
        let diagnosis = story.view().tabs[&1].diagnosis.clone().expect("asked for");
        let light = diagnosis.would_light.into_iter();
        light.map(|lit| lit.id).collect::<Vec<_>>()
    };
    assert_eq!(light("Authorize Second App"), [2]);
    assert_eq!(light("Authorize Office 365 Mover"), [0; 0]);
}

/// What was refused, in words.
fn joined(refused: &[Text]) -> String {
    let refused: Vec<String> = refused.iter().map(words::rendered).collect();
    refused.join("\n")
}
