//! An app that nobody wrote a profile for: named by its application ID, guided by it, and proven by the organization's
//! observer.

mod kit;

use consentry_catalog::Catalog;
use consentry_logic::settings::{Source, read};
use consentry_logic::update::{Answer, Effect, Event, Question};
use consentry_wire::api::{Role, Status};
use consentry_wire::mark::MarkKind;
use consentry_wire::sighting::Control;
use consentry_wire::view::{AnyAppView, Card, Choice, StepState};
use kit::Browser;
use serde_json::{Value, json};

const APP: &str = "11111111-2222-4333-8444-555555555555";
const OTHER: &str = "99999999-2222-4333-8444-555555555555";
const OBSERVER: &str = "77777777-2222-4333-8444-555555555555";
const OBJECT: &str = "33333333-2222-4333-8444-555555555555";
const MALICIOUS: &str = "ff8d92dc-3d82-41d6-bcbd-b9174d163620";
const MOVER: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const LOGIN: &str = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize";
const LIST: &str = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";

impl Browser {
    fn configured(policy: Value) -> Self {
        let mut browser = Self {
            now: 1_000,
            ..Self::default()
        };
        let package = json!({ "backend": "http://localhost:7430" });
        let sources = [(Source::Package, package), (Source::Policy, policy)];
        browser.happens(Event::Configured(read(Catalog::built_in(), &sources)));
        browser
    }

    fn names(&mut self, text: &str) -> AnyAppView<String> {
        self.chooses(Choice::NameApp {
            text: Some(text.to_owned()),
        });
        self.view().any_app.clone().expect("it is there")
    }

    fn begins(&mut self, profile: &str) -> String {
        self.chooses(Choice::Begin {
            profile: profile.to_owned(),
            role: Role::GlobalAdmin,
        });
        self.view().journeys[0].id.clone()
    }

    fn asked(&self) -> Option<&Question> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Ask(question) => Some(question),
            _ => None,
        })
    }

    /// A journey whose sign-in to the observer has begun in tab 1.
    fn connected(&mut self, text: &str) -> String {
        self.names(text);
        let journey = self.begins(&format!("app:{APP}"));
        self.chooses(Choice::Connect {
            journey: journey.clone(),
        });
        self.happens(Event::Answered(Answer::Created {
            journey: journey.clone(),
            start_url: "http://localhost:7430/connect/1".to_owned(),
            observer: Some(OBSERVER.to_owned()),
            status: Box::new(status(1, "awaiting_sign_in")),
        }));
        journey
    }

    fn told(&mut self, revision: u64, state: &str) {
        self.happens(Event::Answered(Answer::Claimed {
            tab: 1,
            status: Box::new(status(revision, state)),
        }));
    }

    fn card(&self, tab: u32) -> Option<&Card<String>> {
        self.view().tabs.get(&tab)?.card.as_ref()
    }

    fn lit(&self, tab: u32) -> Vec<(MarkKind, u32)> {
        let marks = &self.model.session.tabs[&tab].frames[&0].instructed.marks;
        marks.iter().map(|mark| (mark.kind, mark.control)).collect()
    }
}

fn status(revision: u64, state: &str) -> Status {
    let signed_in = state != "awaiting_sign_in";
    let evidence =
        |call: &str| json!({ "call": call, "status": 200, "at": 1_000, "proof": "observer" });
    let status = json!({
        "id": "c1",
        "profile": "",
        "proof": "observer",
        "asked": { "client_id": APP, "source": "link", "delegated": ["Mail.Read"] },
        "role": "global-admin",
        "revision": revision,
        "state": { "kind": state },
        "tenant": signed_in.then(|| json!({ "id": OTHER, "name": "Birchwood" })),
        "app": signed_in.then(|| json!({ "object_id": OBJECT, "app_id": APP })),
        "evidence": if signed_in { json!([evidence("GET /oauth2PermissionGrants")]) } else { json!([]) },
    });
    serde_json::from_value(status).expect("a status")
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

fn row(id: u32, app_id: &str) -> Control {
    Control {
        row: Some(format!("Contoso Backup https://example.com {app_id}")),
        within: ["gridcell", "row", "grid"].map(str::to_owned).to_vec(),
        ..control(id, "link", "Contoso Backup")
    }
}

fn does(actions: &[consentry_wire::view::Action<String>]) -> Vec<Value> {
    let said = actions
        .iter()
        .map(|action| serde_json::to_value(&action.choice));
    said.map(|said| said.expect("JSON")["do"].clone()).collect()
}

#[test]
fn an_app_is_asked_about_once_it_is_named_and_what_names_none_is_told() {
    let mut browser = Browser::configured(json!({ "forbiddenClients": [OTHER] }));
    let named = browser.names(APP);
    assert_eq!(
        (named.field.error.as_deref(), named.actions.len()),
        (None, 2)
    );
    assert_eq!(
        named.actions[0].choice,
        Choice::Begin {
            profile: format!("app:{APP}"),
            role: Role::GlobalAdmin
        }
    );
    // An app with a profile is begun with it.
    let known = browser.names(MOVER);
    assert!(
        matches!(&known.actions[0].choice, Choice::Begin { profile, .. } if profile == "office-365-mover")
    );
    for (wrong, why) in [
        ("Contoso Backup", "This doesn't name one app."),
        (MALICIOUS, "This app was reported as malicious"),
        (
            OTHER,
            "Your organization doesn't allow the app with this ID",
        ),
    ] {
        let told = browser.names(wrong);
        let error = told.field.error.expect("it is wrong");
        assert!(error.starts_with(why), "{wrong}: {error}");
        assert_eq!((told.actions.len(), told.field.text.as_str()), (0, wrong));
    }
    browser.chooses(Choice::NameApp { text: None });
    assert_eq!(
        browser
            .view()
            .any_app
            .as_ref()
            .expect("a field")
            .field
            .error,
        None
    );
}

#[test]
fn the_backend_is_asked_for_the_link_where_one_was_given_and_for_the_id_elsewhere() {
    let link = format!("{LOGIN}?client_id={APP}&scope=Mail.Read&state=secret");
    for (text, app) in [
        (APP, APP.to_owned()),
        (&link, format!("{LOGIN}?client_id={APP}&scope=Mail.Read")),
    ] {
        let mut browser = Browser::configured(json!({}));
        browser.names(text);
        let journey = browser.begins(&format!("app:{APP}"));
        browser.chooses(Choice::Connect {
            journey: journey.clone(),
        });
        let create = Question::Create {
            journey,
            profile: String::new(),
            app: Some(app),
            role: Role::GlobalAdmin,
        };
        assert_eq!(browser.asked(), Some(&create), "{text}");
    }
    let mut browser = Browser::configured(json!({}));
    assert!(browser.view().journeys.is_empty());
    browser.chooses(Choice::Begin {
        profile: "app:contoso".to_owned(),
        role: Role::Other,
    });
    assert!(
        browser.view().journeys.is_empty(),
        "it is no application ID"
    );
}

#[test]
fn the_sign_in_to_the_observer_is_the_journeys_and_one_to_the_app_itself_leads_nowhere() {
    let mut browser = Browser::configured(json!({}));
    browser.connected(APP);
    let picker = || vec![control(1, "heading", "Pick an account")];
    browser.shows(1, &format!("{LOGIN}?client_id={OBSERVER}"), picker());
    assert_eq!(
        browser.card(1).map(|card| card.id.as_str()),
        Some("sign-in-account")
    );
    browser.shows(2, &format!("{LOGIN}?client_id={APP}"), picker());
    assert_eq!(browser.card(2), None);
    browser.shows(3, &format!("{LOGIN}?client_id={OTHER}"), picker());
    assert_eq!(browser.card(3), None);
}

#[test]
fn in_the_list_the_app_is_found_by_its_id_and_by_nothing_it_calls_itself() {
    let mut browser = Browser::configured(json!({}));
    browser.connected(APP);
    browser.told(2, "needs_admin_consent");
    browser.shows(2, LIST, vec![row(5, OTHER), row(6, APP)]);
    assert_eq!(browser.lit(2), [(MarkKind::Point, 6)]);
    assert_eq!(
        browser.card(2).map(|card| card.id.as_str()),
        Some("app-row-by-id")
    );
    let search = control(7, "searchbox", "Search by application name or object ID");
    browser.changes(2, LIST, vec![row(5, OTHER), search]);
    assert_eq!(browser.lit(2), [(MarkKind::Point, 7)]);
    let card = browser.card(2).expect("a card");
    assert_eq!(card.copy.as_ref().map(|copy| copy.text.as_str()), Some(APP));
    // Where the address names another app, it is another one, whatever the title says.
    let blade = |app: &str| {
        format!(
            "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{app}"
        )
    };
    browser.shows(2, &blade(OTHER), Vec::new());
    assert_eq!(
        browser.card(2).map(|card| card.id.as_str()),
        Some("another-app")
    );
    let title = || vec![control(1, "heading", "Contoso Backup | Permissions")];
    browser.shows(2, &blade(APP), title());
    assert_eq!(browser.card(2).map(|card| card.id.as_str()), Some("grant"));
}

#[test]
fn what_microsoft_lists_ends_the_grant_and_is_said_to_be_that_and_no_more() {
    let mut browser = Browser::configured(json!({}));
    browser.connected(APP);
    let actions = &browser.view().journeys[0].actions;
    assert!(
        !does(actions).contains(&json!("check")),
        "nobody may look yet"
    );
    browser.told(2, "needs_admin_consent");
    assert!(does(&browser.view().journeys[0].actions).contains(&json!("check")));
    browser.told(3, "granted");
    let journey = &browser.view().journeys[0];
    assert_eq!(journey.headline.text, "Granted, as Microsoft lists it");
    let news: Vec<&str> = journey.news.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(
        news.iter()
            .map(|text| text.replace(['\u{2068}', '\u{2069}'], ""))
            .collect::<Vec<_>>(),
        [
            "Read from Microsoft Graph by the observer of Birchwood.",
            "It isn't known whether the app works: no one has tested it.",
        ]
    );
    assert!(does(&journey.actions).contains(&json!("open")));
    let grant = journey
        .steps
        .iter()
        .find(|step| step.id == "grant")
        .expect("a step");
    assert_eq!(grant.state, StepState::Done);
    let note = grant.note.as_deref().expect("a proof");
    assert!(
        note.contains("GET /oauth2PermissionGrants") && note.contains("observer"),
        "{note}"
    );
    browser.shows(2, "https://portal.azure.com/#home", Vec::new());
    let card = browser.card(2).expect("the last word");
    assert_eq!(
        (card.id.as_str(), does(&card.actions)),
        ("granted", vec![json!("open")])
    );
    assert_eq!(
        card.text,
        "Microsoft lists every permission that the consent link requests."
    );
}

/// A consent page of an app for a person's own account.
fn consent() -> Vec<Control> {
    let button = |id, name: &str, attr: (&str, &str)| Control {
        attrs: [attr]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        ..control(id, "button", name)
    };
    vec![
        control(1, "heading", "Permissions requested"),
        control(2, "heading", "Contoso Backup"),
        button(3, "Accept", ("id", "idSIButton9")),
        button(4, "Cancel", ("id", "idBtn_Back")),
    ]
}

#[test]
fn an_unknown_apps_consent_offers_a_guide_by_the_addresss_id_and_lights_nothing_of_a_sign_in() {
    let mut browser = Browser::configured(json!({}));
    let address = format!("{LOGIN}?client_id={APP}&scope=Mail.Read");
    browser.shows(4, &address, consent());
    let card = browser.card(4).expect("a card");
    let guide = Choice::NameApp {
        text: Some(APP.to_owned()),
    };
    assert_eq!(
        card.actions
            .iter()
            .map(|action| &action.choice)
            .collect::<Vec<_>>(),
        [&guide]
    );
    browser.chooses(guide);
    assert_eq!(
        does(&browser.card(4).expect("a card").actions),
        ["begin", "begin"]
    );
    browser.begins(&format!("app:{APP}"));
    assert_eq!(does(&browser.card(4).expect("a card").actions), ["connect"]);
    assert!(browser.lit(4).is_empty());
    // Another app's page asks nothing, and a reported app's offers nothing.
    browser.shows(5, &format!("{LOGIN}?client_id={MALICIOUS}"), consent());
    let told = &browser.card(5).expect("a card").actions;
    assert!(!does(told).contains(&json!("name_app")), "{told:?}");
}

#[test]
fn the_admins_consent_of_the_journeys_app_is_lit_and_called_what_it_is() {
    let mut browser = Browser::configured(json!({}));
    browser.connected(APP);
    browser.told(2, "needs_admin_consent");
    let admin = |app: &str| {
        format!("https://login.microsoftonline.com/{OTHER}/adminconsent?client_id={app}")
    };
    let mut page = consent();
    page.push(control(9, "heading", "Review for your organization"));
    browser.shows(6, &admin(APP), page.clone());
    assert_eq!(browser.lit(6), [(MarkKind::Point, 3)]);
    let card = browser.card(6).expect("a card");
    assert_eq!(
        (card.id.as_str(), card.title.as_str()),
        ("admin-consent", "Review, then decide")
    );
    assert!(card.text.contains(APP));
    browser.shows(7, &admin(MOVER), page);
    assert!(browser.lit(7).is_empty(), "another app's");
}

#[test]
fn a_connection_of_such_an_app_that_a_link_brings_is_offered_by_its_id() {
    let mut browser = Browser::configured(json!({}));
    browser.opens(1, "https://example.com/");
    browser.told(2, "granted");
    let offer = browser.view().offers[0].clone();
    assert!(offer.title.contains(APP), "{}", offer.title);
    browser.chooses(Choice::AddConnection {
        connection: "c1".to_owned(),
    });
    assert_eq!(browser.view().journeys[0].profile, format!("app:{APP}"));
}

#[test]
fn an_app_goes_by_the_name_that_the_observer_told_and_is_known_by_its_id() {
    let mut browser = Browser::configured(json!({}));
    browser.connected(APP);
    let mut told = status(2, "needs_admin_consent");
    told.app.as_mut().expect("an app").name = Some("Contoso Backup".to_owned());
    browser.happens(Event::Answered(Answer::Claimed {
        tab: 1,
        status: Box::new(told),
    }));
    let journey = &browser.view().journeys[0];
    assert_eq!(journey.app, "Contoso Backup");
    let news = &journey.news[0].text;
    assert!(
        news.contains("Contoso Backup") && news.contains(APP),
        "{news}"
    );
    // In the list the row is the one with the ID, whatever another app is called, and whatever this one is called now.
    browser.shows(2, LIST, vec![row(5, OTHER), row(6, APP)]);
    assert_eq!(browser.lit(2), [(MarkKind::Point, 6)]);
    assert!(browser.card(2).expect("a card").lines.is_empty());
    let renamed = Control {
        name: "Fabrikam Backup".into(),
        ..row(6, APP)
    };
    browser.changes(2, LIST, vec![row(5, OTHER), renamed]);
    assert_eq!(browser.lit(2), [(MarkKind::Point, 6)]);
    let card = browser.card(2).expect("a card");
    assert_eq!(card.id, "app-row-by-id");
    assert!(card.text.contains(APP), "{}", card.text);
    // Where it is consented to, it is its ID.
    let admin = format!("https://login.microsoftonline.com/{OTHER}/adminconsent?client_id={APP}");
    let mut page = consent();
    page.push(control(9, "heading", "Review for your organization"));
    browser.shows(6, &admin, page);
    assert!(browser.card(6).expect("a card").text.contains(APP));
}

#[test]
fn an_app_that_is_not_in_the_organization_is_led_to_its_consent_and_nowhere_else() {
    let consent = format!("https://login.microsoftonline.com/{OTHER}/adminconsent?client_id={APP}");
    for (link, opens) in [
        (consent.as_str(), consent.as_str()),
        ("https://login.example/adminconsent", LIST),
        ("javascript:alert(1)", LIST),
    ] {
        let mut browser = Browser::configured(json!({}));
        let journey = browser.connected(APP);
        let mut told = status(2, "needs_admin_consent");
        told.app = None;
        told.advice = serde_json::from_value(json!({
            "code": "app-not-listed", "title": "", "detail": "", "remedy": "", "link": link,
        }))
        .expect("advice");
        browser.happens(Event::Answered(Answer::Claimed {
            tab: 1,
            status: Box::new(told),
        }));
        browser.chooses(Choice::Go { journey });
        let opened = browser.effects.iter().find_map(|effect| match effect {
            Effect::Open { url } => Some(url.as_str()),
            _ => None,
        });
        assert_eq!(opened, Some(opens));
    }
}
