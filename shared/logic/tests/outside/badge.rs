//! What the extension's button says of the page in a tab.

use crate::kit::Browser;
use consentry_logic::model::Settings;
use consentry_logic::update::{Effect, Event};
use consentry_text::words;
use consentry_wire::api::Role;
use consentry_wire::sighting::Control;
use consentry_wire::view::Choice;

const WIZARD: &str = "https://app.mover.io/";
const AUTHORIZE: &str = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback&scope=openid%20profile%20offline_access%20Sites.Manage.All";
/// Of a highlighted step.
const STEP: &str = "•";
/// Of a warning.
const WARNING: &str = "!";
/// What was said is taken back.
const NOTHING: &str = "";
/// The button is not told anything.
const AS_BEFORE: &str = "as before";

fn control(id: u32, role: &str, name: &str) -> Control {
    Control {
        id,
        role: role.into(),
        name: name.into(),
        visible: true,
        ..Control::default()
    }
}

fn wizard() -> Vec<Control> {
    vec![control(1, "button", "Authorize New Connector")]
}

fn consent(ticked: bool) -> Vec<Control> {
    let mut accept = control(2, "button", "Accept");
    accept.attrs.insert("name".into(), "idSIButton9".into());
    accept.attrs.insert("type".into(), "submit".into());
    let mut tick = control(4, "checkbox", "Consent on behalf of your organization");
    tick.checked = Some(ticked);
    vec![
        control(1, "heading", "Permissions requested"),
        accept,
        control(3, "button", "Cancel"),
        tick,
    ]
}

impl Browser {
    /// What the button was told of a tab after what happened last: the sign, and the title in the language of the
    /// settings.
    fn badge(&self, of: u32) -> Option<(String, String)> {
        let language = &self.model.session.settings.language;
        self.effects.iter().find_map(|effect| match effect {
            Effect::TabBadge { tab, badge } if *tab == of => {
                let title = words::with_language(language, || words::rendered(&badge.title));
                Some((badge.sign.clone(), title))
            }
            _ => None,
        })
    }

    /// The sign alone.
    fn sign(&self, of: u32) -> String {
        self.badge(of)
            .map_or_else(|| AS_BEFORE.to_owned(), |(sign, _)| sign)
    }

    fn begins(&mut self) {
        self.chooses(Choice::Begin {
            profile: "office-365-mover".to_owned(),
            role: Role::GlobalAdmin,
        });
    }

    /// What the browser says of a tab whose address it does not tell.
    fn loads(&mut self, tab: u32) {
        self.happens(Event::Address {
            tab,
            url: String::new(),
        });
    }
}

#[test]
fn a_highlighted_step_is_said_in_the_words_of_its_card_and_once() {
    let mut browser = Browser::default();
    browser.shows(1, WIZARD, wizard());
    assert_eq!(browser.badge(1), None, "a question highlights nothing");
    browser.begins();
    let title = browser.view().tabs[&1].card.as_ref().unwrap().title.clone();
    let (sign, said) = browser.badge(1).unwrap();
    assert_eq!(sign, STEP);
    assert_eq!(said, format!("Consentry: next step on this page. {title}"));
    browser.happens(Event::Woke);
    assert_eq!(browser.badge(1), None, "told already");
}

#[test]
fn a_block_is_said_and_goes_with_what_it_was_about() {
    let mut browser = Browser::default();
    browser.shows(1, AUTHORIZE, consent(true));
    let title = browser.view().tabs[&1].card.as_ref().unwrap().title.clone();
    assert_eq!(
        browser.badge(1),
        Some((
            "!".to_owned(),
            format!("Consentry: warning on this page. {title}")
        ))
    );
    browser.changes(1, AUTHORIZE, consent(false));
    assert_eq!(browser.badge(1), Some(Default::default()));
    browser.changes(1, AUTHORIZE, consent(true));
    assert_eq!(browser.sign(1), WARNING);
    // Of a card that was put away nothing is claimed.
    browser.chooses(Choice::Hide { tab: 1 });
    assert_eq!(browser.sign(1), NOTHING);
}

#[test]
fn each_tab_has_its_own_and_a_page_of_no_interest_has_none() {
    let mut browser = Browser::default();
    browser.begins();
    browser.shows(1, WIZARD, wizard());
    assert_eq!(browser.sign(1), STEP);
    browser.shows(2, AUTHORIZE, consent(true));
    assert_eq!([browser.sign(1), browser.sign(2)], [AS_BEFORE, WARNING]);
    browser.shows(3, "https://elsewhere.example/", Vec::new());
    browser.shows(4, WIZARD, Vec::new());
    assert_eq!([browser.sign(3), browser.sign(4)], [AS_BEFORE, AS_BEFORE]);
    // The browser forgets what it was told with the document; so the same is told again of the next.
    browser.shows(2, &format!("{AUTHORIZE}&again=1"), consent(true));
    assert_eq!(browser.sign(2), WARNING);
    browser.shows(2, "https://elsewhere.example/", Vec::new());
    assert_eq!(browser.sign(2), AS_BEFORE, "told when it said hello");
    assert!(!browser.model.session.tabs.contains_key(&2));
}

#[test]
fn a_page_that_was_left_for_another_of_no_interest_loses_its_sign() {
    let mut browser = Browser::default();
    browser.shows(2, AUTHORIZE, consent(true));
    browser.opens(2, "https://elsewhere.example/");
    assert_eq!(browser.sign(2), NOTHING);
    browser.happens(Event::Woke);
    assert_eq!(browser.sign(2), AS_BEFORE);
}

#[test]
fn of_a_tab_that_loads_something_nothing_new_is_claimed_until_its_page_speaks() {
    let mut browser = Browser::default();
    browser.shows(1, WIZARD, wizard());
    browser.loads(1);
    assert_eq!(browser.badge(1), None);
    browser.begins();
    assert_eq!(browser.badge(1), None, "the tab may show anything by now");
    browser.changes(1, WIZARD, wizard());
    assert_eq!(browser.sign(1), STEP);
    // What was said may go at any time.
    browser.loads(1);
    browser.chooses(Choice::Hide { tab: 1 });
    assert_eq!(browser.sign(1), NOTHING);
}

#[test]
fn a_closed_tab_is_told_nothing() {
    let mut browser = Browser::default();
    browser.shows(1, AUTHORIZE, consent(true));
    browser.happens(Event::TabGone { tab: 1 });
    assert_eq!(browser.badge(1), None);
}

#[test]
fn another_language_is_spoken_at_once() {
    let mut browser = Browser::default();
    browser.shows(1, AUTHORIZE, consent(true));
    let german = "badge-warning = Consentry: Warnung auf dieser Seite. { $title }\n";
    words::load_language("de", german, std::collections::BTreeMap::new());
    browser.happens(Event::Configured(Settings {
        language: "de".to_owned(),
        ..browser.model.session.settings.clone()
    }));
    let (_, title) = browser.badge(1).unwrap();
    assert!(title.starts_with("Consentry: Warnung"), "{title}");
}
