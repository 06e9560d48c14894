//! The application id of an app that no source gives one for, entered by the person in the panel.

mod kit;

use consentry_catalog::Catalog;
use consentry_logic::settings::{Source, read};
use consentry_logic::update::{Effect, Event};
use consentry_wire::api::Role;
use consentry_wire::mark::MarkKind;
use consentry_wire::sighting::Control;
use consentry_wire::view::{Choice, Field, Tone};
use kit::Browser;
use serde_json::{Value, json};

const ID: &str = "11111111-2222-4333-8444-555555555555";
const OTHER: &str = "99999999-2222-4333-8444-555555555555";
const NAME: &str = "client.avepoint-fly";
const LIST: &str = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";

impl Browser {
    /// A journey of an app without an id, under a policy.
    fn of_fly(policy: Value) -> Self {
        let mut browser = Self {
            now: 1_000,
            ..Self::default()
        };
        browser.configured(json!({}), policy);
        browser.chooses(Choice::Begin {
            profile: "avepoint-fly".to_owned(),
            role: Role::GlobalAdmin,
        });
        browser
    }

    fn configured(&mut self, own: Value, policy: Value) {
        let sources = [(Source::Own, own), (Source::Policy, policy)];
        self.happens(Event::Configured(read(Catalog::built_in(), &sources)));
    }

    fn enters(&mut self, text: &str) {
        self.chooses(Choice::Set {
            name: NAME.to_owned(),
            text: Some(text.to_owned()),
        });
    }

    /// What is to be kept after that.
    fn kept(&self) -> Option<&Option<Value>> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Set { name, value } if name == NAME => Some(value),
            _ => None,
        })
    }

    fn field(&self) -> Option<&Field<String>> {
        self.view().journeys[0].client.as_ref()
    }

    fn lit(&self) -> Vec<(MarkKind, u32)> {
        let marks = &self.model.session.tabs[&2].frames[&0].instructed.marks;
        marks.iter().map(|mark| (mark.kind, mark.control)).collect()
    }
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
        row: Some(format!("AvePoint Fly https://example.com {app_id}")),
        ..control(id, "link", "AvePoint Fly")
    }
}

#[test]
fn with_the_id_the_person_entered_the_right_row_is_lit() {
    let mut browser = Browser::of_fly(json!({}));
    let journey = browser.view().journeys[0].id.clone();
    browser.chooses(Choice::Unproven {
        journey: journey.clone(),
    });
    browser.chooses(Choice::SayDone {
        journey,
        step: "connect".into(),
    });
    browser.shows(2, LIST, vec![row(1, OTHER), row(2, ID)]);
    assert_eq!(browser.lit(), []);
    browser.enters(&format!("  {}\n", ID.to_uppercase()));
    assert_eq!(browser.kept(), Some(&Some(json!(ID))));
    browser.configured(json!({ NAME: ID }), json!({}));
    assert_eq!(browser.lit(), [(MarkKind::Point, 2)]);
    // Marked as the person's word, and still theirs to change.
    let news = &browser.view().journeys[0].news;
    assert!(
        news.iter().any(|line| line.tone == Tone::Caution
            && line.text.contains(ID)
            && line.text.contains("isn't verified")),
        "{news:?}"
    );
    let field = browser.field().expect("it can be changed");
    assert_eq!(field.text, ID);
    assert!(field.reset.is_some());
    browser.configured(json!({ NAME: OTHER }), json!({}));
    assert_eq!(browser.lit(), [(MarkKind::Point, 1)]);
    browser.enters("");
    assert_eq!(browser.kept(), Some(&None));
    browser.configured(json!({}), json!({}));
    assert_eq!(browser.lit(), []);
}

#[test]
fn what_cannot_be_the_apps_id_is_refused_with_what_to_do() {
    let mut browser = Browser::of_fly(json!({}));
    let help = browser.field().expect("it is missing").help.clone();
    assert!(help.contains("Enterprise applications"), "{help}");
    for (typed, told) in [
        ("AvePoint Fly", "Copy all of it"),
        ("11111111-2222-4333-8444-55555555555", "Copy all of it"),
        (
            "d62121f3-e023-4972-b6b0-794190c0fd98",
            "of Office 365 Mover",
        ),
        ("04b07795-8ddb-461a-bbee-02f9e1bf7b46", "not of AvePoint"),
        (
            "ff8d92dc-3d82-41d6-bcbd-b9174d163620",
            "reported as malicious",
        ),
    ] {
        browser.enters(typed);
        assert_eq!(browser.kept(), None, "{typed}");
        let field = browser.field().expect("it is missing");
        assert_eq!(field.text, typed);
        let error = field.error.as_deref().unwrap_or_default();
        assert!(error.contains(told), "{typed}: {error}");
    }
    browser.enters(ID);
    assert_eq!(browser.field().and_then(|field| field.error.clone()), None);
}

#[test]
fn no_id_that_is_entered_overrules_a_policy() {
    // Apps the organization does not allow.
    for policy in [
        json!({ "forbiddenClients": [ID] }),
        json!({ "allowedClients": [OTHER] }),
    ] {
        let mut browser = Browser::of_fly(policy);
        browser.enters(ID);
        assert_eq!(browser.kept(), None);
        let error = browser.field().and_then(|field| field.error.clone());
        assert!(
            error
                .unwrap_or_default()
                .contains("Your organization doesn't allow")
        );
    }
    // Its own id for the app.
    let policy = json!({ "profiles": { "avepoint-fly": { "client_ids": [OTHER] } } });
    let mut browser = Browser::of_fly(policy.clone());
    browser.configured(json!({ NAME: ID }), policy);
    assert_eq!(browser.field(), None);
    let app = consentry_catalog::profiles::by_id(browser.tables.catalog(), "avepoint-fly")
        .expect("it is shipped");
    assert_eq!((app.client_ids[0].as_str(), app.entered), (OTHER, false));
    browser.enters(ID);
    assert_eq!(browser.kept(), None);
    // Another app with that id.
    let policy = json!({ "profiles": { "cloudiway": { "client_ids": [ID] } } });
    browser.configured(json!({ NAME: ID }), policy);
    let app = consentry_catalog::profiles::by_client_id(browser.tables.catalog(), ID)
        .expect("the policy names it");
    assert_eq!(app.id, "cloudiway");
    // And no policy or package enters one in a person's name.
    let refused = read(
        Catalog::built_in(),
        &[(Source::Policy, json!({ NAME: ID }))],
    );
    assert!(refused.clients.is_empty());
    assert_eq!(refused.refused.len(), 1);
}

#[test]
fn on_the_consent_page_an_entered_id_does_not_make_it_the_right_app() {
    let mut browser = Browser::of_fly(json!({}));
    browser.configured(json!({ NAME: ID }), json!({}));
    let mut accept = control(2, "button", "Accept");
    accept.attrs.insert("name".into(), "idSIButton9".into());
    accept.attrs.insert("type".into(), "submit".into());
    let mut cancel = control(3, "button", "Cancel");
    cancel.attrs.insert("id".into(), "idBtn_Back".into());
    let heading = control(1, "heading", "Permissions requested");
    let url = format!(
        "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id={ID}&redirect_uri=https%3A%2F%2Fapp.example.com%2F&scope=User.Read"
    );
    browser.shows(2, &url, vec![heading, accept, cancel]);
    let card = browser.view().tabs[&2].card.as_ref().expect("a consent");
    let glance = card.glance.as_ref().expect("there is one");
    assert_eq!(glance.tone, Tone::Caution);
    assert!(
        glance.text.starts_with("App with the ID you entered"),
        "{glance:?}"
    );
    assert!(
        card.lines.iter().any(|line| line.tone == Tone::Caution
            && line
                .text
                .contains("the one you entered for AvePoint Fly; it isn't verified")),
        "{:?}",
        card.lines
    );
}
