//! Stories: what happens, one thing after the other, and what is said and lit after each.

mod claims;
mod kit;

use consentry_logic::model::{Model, Settings};
use consentry_logic::update::{Answer, Effect, Event, Question};
use consentry_wire::api::{AppInTenant, Role, State, Status, Tenant};
use consentry_wire::diagnosis::Search;
use consentry_wire::mark::{FrameInstructions, MarkKind};
use consentry_wire::record::Sight;
use consentry_wire::sighting::{Control, Sighting};
use consentry_wire::view::{Action, Choice, Line};
use kit::Browser as Story;

const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const AUTHORIZE: &str = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback&scope=openid%20profile%20offline_access%20Sites.Manage.All";
const WIZARD: &str = "https://app.mover.io/";
const LIST: &str = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null";

impl Story {
    fn new() -> Self {
        Self {
            now: 1_000,
            ..Self::default()
        }
    }

    fn begins(&mut self, role: Role) {
        self.shows(1, WIZARD, wizard_start());
        self.chooses(Choice::Begin {
            profile: "office-365-mover".to_owned(),
            role,
        });
    }

    /// The backend's answer after the sign-in came back to the app.
    fn returns(&mut self, tab: u32, state: State) {
        self.signed_in(tab, status(1, state));
    }

    /// The person takes the connection that is offered.
    fn adds(&mut self) {
        let offers = &self.view().offers;
        let add = offers[0].actions[0].choice.clone();
        self.chooses(add);
    }

    fn card(&self, tab: u32) -> &str {
        self.view().tabs[&tab]
            .card
            .as_ref()
            .map_or("", |card| card.id.as_str())
    }

    fn paint(&self, tab: u32) -> FrameInstructions {
        self.model.session.tabs[&tab].frames[&0].instructed.clone()
    }

    /// What is lit on a tab: `(kind, control)`.
    fn lit(&self, tab: u32) -> Vec<(MarkKind, u32)> {
        self.paint(tab)
            .marks
            .iter()
            .map(|mark| (mark.kind, mark.control))
            .collect()
    }

    /// When the core wants to be woken: the first time it said.
    fn wakes(&self) -> Option<u64> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Wake { after_ms } => Some(*after_ms),
            _ => None,
        })
    }

    fn asks(&self) -> Vec<&Question> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Ask(question) => Some(question),
                _ => None,
            })
            .collect()
    }
}

fn status(revision: u64, state: State) -> Status {
    Status {
        id: "0192f0c1-0000-7000-8000-000000000001".to_owned(),
        proof: consentry_wire::api::Proof::Own,
        asked: None,
        profile: "office-365-mover".to_owned(),
        display_name: None,
        role: Role::GlobalAdmin,
        revision,
        state,
        tenant: Some(Tenant {
            id: "0f5f7a4e-0000-4000-8000-000000000001".to_owned(),
            name: Some("Birchwood".to_owned()),
        }),
        account: Some("adele.admin@birchwood.example".to_owned()),
        app: None,
        exposure: consentry_wire::api::Exposure::default(),
        grants: consentry_wire::api::Grants::default(),
        consent: consentry_wire::api::ConsentSettings::default(),
        advice: None,
        missing: Vec::new(),
        evidence: Vec::new(),
        checked_at: None,
        next_check_at: None,
        waiting: None,
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

fn attr(mut control: Control, name: &str, value: &str) -> Control {
    control.attrs.insert(name.to_owned(), value.to_owned());
    control
}

fn wizard_start() -> Vec<Control> {
    vec![
        control(1, "button", "Authorize New Connector"),
        control(2, "button", "Authorize New Connector"),
    ]
}

fn wizard_needs_admin() -> Vec<Control> {
    let link = control(2, "link", "click here");
    vec![
        control(
            1,
            "alert",
            "Could not retrieve user count: A Global Admin needs to authorize the Office 365 Mover application in the Azure tenant. To do so, click here.",
        ),
        attr(link, "href", "https://aka.ms/office365moverauth"),
    ]
}

fn consent(ticked: Option<bool>) -> Vec<Control> {
    let mut controls = vec![
        control(1, "heading", "Permissions requested"),
        attr(
            attr(control(2, "button", "Accept"), "name", "idSIButton9"),
            "type",
            "submit",
        ),
        attr(control(3, "button", "Cancel"), "id", "idBtn_Back"),
    ];
    if let Some(ticked) = ticked {
        let mut tick = control(4, "checkbox", "Consent on behalf of your organization");
        tick.checked = Some(ticked);
        controls.push(tick);
    }
    controls
}

fn portal(item: &str) -> String {
    format!(
        "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/objectId/ebbb078b-3f9d-41aa-ab72-88ff28687842/appId/{APP}"
    )
}

#[test]
fn a_visitor_is_asked_for_their_role_before_anything_is_lit() {
    let mut story = Story::new();
    story.shows(1, WIZARD, wizard_start());
    assert_eq!(story.card(1), "begin");
    assert!(story.lit(1).is_empty());
    story.chooses(Choice::Begin {
        profile: "office-365-mover".to_owned(),
        role: Role::GlobalAdmin,
    });
    assert_eq!(story.card(1), "authorize-new-connector");
    assert_eq!(story.lit(1), [(MarkKind::Choose, 1), (MarkKind::Choose, 2)]);
}

#[test]
fn accept_is_lit_until_the_tick_is_set_and_held_from_then_on() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, AUTHORIZE, consent(Some(false)));
    assert_eq!(story.lit(1), [(MarkKind::Avoid, 4), (MarkKind::Point, 2)]);
    let hold = story
        .paint(1)
        .block
        .expect("held before it is ticked, so that no race can slip through");
    assert_eq!((hold.tick, hold.blocks), (Some(4), vec![2]));

    story.changes(1, AUTHORIZE, consent(Some(true)));
    assert_eq!(story.card(1), "consent-held");
    assert_eq!(story.lit(1), [(MarkKind::Avoid, 4)]);

    story.changes(1, AUTHORIZE, consent(Some(false)));
    assert_eq!(story.card(1), "consent");
}

#[test]
fn what_the_guard_saw_is_told_to_the_record_once_its_connection_is_known() {
    let told = |story: &Story| -> Vec<(Sight, usize)> {
        let asked = story.effects.iter().filter_map(|effect| match effect {
            Effect::Ask(Question::Seen { seen, .. }) => Some((seen.what, seen.scopes.len())),
            _ => None,
        });
        asked.collect()
    };
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, AUTHORIZE, consent(Some(true)));
    assert_eq!(told(&story), [], "nobody to tell yet");
    story.happens(Event::Blocked {
        tab: 1,
        early: false,
    });
    story.returns(1, State::NeedsAdminConsent);
    assert_eq!(
        told(&story),
        [(Sight::Offered, 4), (Sight::Ticked, 4), (Sight::Held, 4)]
    );
    story.returns(1, State::NeedsAdminConsent);
    assert_eq!(told(&story), [], "told already");
}

#[test]
fn a_new_document_in_a_tab_leaves_nothing_of_the_frames_before() {
    let mut story = Story::new();
    let comes = |story: &mut Story, frame: u32, document: &str, url: &str| {
        story.happens(Event::Hello {
            tab: 2,
            frame,
            document: document.to_owned(),
            url: url.to_owned(),
        });
    };
    let frames = |story: &Story| -> Vec<u32> {
        let frames = &story.model.session.tabs[&2].frames;
        frames.keys().copied().collect()
    };
    comes(&mut story, 0, "a", "https://portal.azure.com/#home");
    comes(&mut story, 3, "b", "https://portal.azure.com/React/Index");
    comes(&mut story, 0, "a", "https://portal.azure.com/#all");
    assert_eq!(frames(&story), [0, 3]);
    comes(&mut story, 0, "c", "https://portal.azure.com/#home");
    assert_eq!(frames(&story), [0]);
}

#[test]
fn only_what_is_optional_is_taken_up_and_once() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    let journey = story.view().journeys[0].id.clone();
    let takes = |story: &mut Story, step: &str| {
        story.chooses(Choice::Take {
            journey: journey.clone(),
            step: step.to_owned(),
        });
        story.model.lasting.journeys[0].taken.clone()
    };
    assert_eq!(takes(&mut story, "grant"), ["load"]);
    assert_eq!(takes(&mut story, "assign"), ["load", "assign"]);
    assert_eq!(takes(&mut story, "assign"), ["load", "assign"]);
    assert_eq!(takes(&mut story, "require"), ["load", "assign", "require"]);
}

#[test]
fn a_hold_is_released_by_two_deliberate_choices_and_not_by_one() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, AUTHORIZE, consent(Some(true)));
    story.chooses(Choice::Release { tab: 1 });
    assert!(
        story.paint(1).block.is_some(),
        "a release that was not asked for"
    );
    story.chooses(Choice::AskRelease { tab: 1 });
    assert!(story.paint(1).block.is_some());
    story.chooses(Choice::Release { tab: 1 });
    assert!(story.paint(1).block.is_none());
    assert!(story.view().journeys[0].guard.released);
    let guard = &story.model.session.tabs[&1].guard;
    assert!(!guard.asking, "what was asked is answered");
    story.opens(1, "https://login.microsoftonline.com/common/reprocess");
    story.changes(
        1,
        "https://login.microsoftonline.com/common/reprocess",
        consent(Some(true)),
    );
    assert!(
        story.paint(1).block.is_some(),
        "the next page is held again"
    );
}

/// The consent page with a choice between Yes and No.
fn consent_or_not(role: &str, yes: Option<bool>) -> Vec<Control> {
    let mut controls = consent(None);
    for (id, name, checked) in [(4, "Yes", yes), (5, "No", yes.map(|yes| !yes))] {
        let mut answer = control(id, role, name);
        answer.checked = checked;
        answer.group = Some("Consent on behalf of your organization?".to_owned());
        controls.push(answer);
    }
    controls
}

#[test]
fn yes_to_the_organizations_question_is_held_and_never_lit() {
    for role in ["radio", "button"] {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.shows(1, AUTHORIZE, consent_or_not(role, Some(false)));
        assert_eq!(story.lit(1), [(MarkKind::Avoid, 4), (MarkKind::Point, 2)]);
        let hold = story.paint(1).block.expect("held before it is on");
        assert_eq!((hold.tick, hold.blocks), (Some(4), vec![2]));
        story.changes(1, AUTHORIZE, consent_or_not(role, Some(true)));
        assert_eq!(story.card(1), "consent-held");
        assert_eq!(story.lit(1), [(MarkKind::Avoid, 4)]);
    }
}

#[test]
fn a_button_for_everybody_that_does_not_say_whether_it_is_on_is_held_with_accept() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, AUTHORIZE, consent_or_not("button", None));
    assert_eq!(story.lit(1), [(MarkKind::Avoid, 4)]);
    let hold = story.paint(1).block.expect("a hold");
    assert_eq!(
        (hold.tick, hold.blocks, hold.lets),
        (None, vec![2, 4], vec![3])
    );
}

#[test]
fn answers_nobody_knows_light_nothing_and_hold() {
    let mut controls = consent(None);
    for (id, name) in [(4, "Jah"), (5, "Ei")] {
        let mut answer = control(id, "radio", name);
        answer.checked = Some(id == 5);
        controls.push(answer);
    }
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, AUTHORIZE, controls);
    assert_eq!(story.lit(1), []);
    assert!(story.paint(1).block.is_some());
}

#[test]
fn a_box_that_is_on_where_nobody_sees_it_is_held_whatever_it_says() {
    for (name, tick) in [
        ("Consent on behalf of your organization", 4),
        ("Jah", 0),
        ("", 0),
    ] {
        let mut controls = consent(Some(true));
        controls[3].visible = false;
        controls[3].name = name.to_owned();
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.shows(1, AUTHORIZE, controls.clone());
        assert_eq!(story.lit(1), [], "{name}");
        let hold = story.paint(1).block.expect("a hold");
        assert_eq!(hold.tick, Some(tick), "{name}");
        // Off, it is nothing that anybody could use.
        controls[3].checked = Some(false);
        story.changes(1, AUTHORIZE, controls);
        assert_eq!(story.lit(1), [(MarkKind::Point, 2)], "{name}");
    }
}

#[test]
fn an_accept_that_reads_otherwise_is_held_and_not_lit_and_no_way_out() {
    for (name, words) in [("Accept", "Cancel"), ("Cancel", "Accept")] {
        let mut controls = consent(Some(true));
        controls[1].name = name.to_owned();
        controls[1].read = Some(words.to_owned());
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.shows(1, AUTHORIZE, controls.clone());
        let hold = story.paint(1).block.expect("a hold");
        assert!(hold.blocks.contains(&2), "{name}: {hold:?}");
        assert!(!hold.lets.contains(&2), "{name}: {hold:?}");
        controls[3].checked = Some(false);
        story.changes(1, AUTHORIZE, controls);
        assert_eq!(story.lit(1), [(MarkKind::Avoid, 4)], "{name}");
    }
    // A second one, that is called Cancel and reads Accept, is held beside the real one.
    let mut controls = consent(Some(true));
    controls[2].read = Some("Accept".to_owned());
    let mut story = Story::new();
    story.shows(1, AUTHORIZE, controls);
    let hold = story.paint(1).block.expect("a hold");
    assert_eq!((hold.blocks, hold.lets), (vec![2, 3], vec![]));
    // What is neither called nor reads Accept is nobody's to hold.
    let mut controls = consent(Some(true));
    let mut publisher = control(5, "link", "mover.io");
    publisher.read = Some("Mover Inc.".to_owned());
    controls.push(publisher);
    story.changes(1, AUTHORIZE, controls);
    let hold = story.paint(1).block.expect("a hold");
    assert_eq!((hold.blocks, hold.lets), (vec![2], vec![3]));
}

#[test]
fn who_goes_to_a_page_of_the_app_that_is_open_comes_to_that_one_and_no_second() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    let journey = story.view().journeys[0].id.clone();
    let comes = |story: &Story| {
        let mut ways = story.effects.iter().filter_map(|effect| match effect {
            Effect::Focus { tab } => Some(tab.to_string()),
            Effect::Open { url } => Some(url.clone()),
            _ => None,
        });
        ways.next()
    };
    story.shows(2, "https://portal.azure.com/", Vec::new());
    story.chooses(Choice::Go {
        journey: journey.clone(),
    });
    assert_eq!(comes(&story).as_deref(), Some("1"));
    story.happens(Event::TabGone { tab: 1 });
    story.chooses(Choice::Go { journey });
    let opened = comes(&story).expect("another is opened");
    assert!(opened.starts_with(WIZARD), "{opened}");
}

#[test]
fn a_page_that_is_still_busy_lights_what_is_there_already() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let busy = control(1, "progressbar", "Loading");
    let grant = control(9, "button", "Grant admin consent for Birchwood");
    story.shows(2, &portal("Permissions"), vec![busy, grant]);
    assert_eq!(story.lit(2), [(MarkKind::Point, 9)]);
}

#[test]
fn the_guard_works_without_a_journey_and_lights_nothing() {
    let mut story = Story::new();
    story.shows(1, AUTHORIZE, consent(Some(false)));
    assert_eq!(story.card(1), "consent-explained");
    assert_eq!(story.lit(1), [(MarkKind::Avoid, 4)]);
    assert!(story.paint(1).block.is_some());
}

#[test]
fn a_sign_in_button_with_the_accept_buttons_name_is_not_a_consent_page() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(
        1,
        AUTHORIZE,
        vec![
            attr(
                control(1, "textbox", "Email, phone, or Skype"),
                "name",
                "loginfmt",
            ),
            attr(
                attr(
                    attr(control(2, "button", "Next"), "id", "idSIButton9"),
                    "name",
                    "idSIButton9",
                ),
                "type",
                "submit",
            ),
            attr(control(3, "button", "Back"), "id", "idBtn_Back"),
        ],
    );
    assert_eq!(story.card(1), "sign-in");
    assert!(story.lit(1).is_empty());
}

#[test]
fn nothing_of_the_portal_is_looked_at_before_a_step_is_there() {
    let mut story = Story::new();
    story.opens(2, &portal("Permissions"));
    assert!(!story.model.session.tabs[&2].frames[&0].looking);
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    assert!(story.model.session.tabs[&2].frames[&0].looking);
    assert!(
        story
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Observe { tab: 2, .. }))
    );
}

#[test]
fn the_expected_error_leads_a_global_admin_to_the_portal() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, "https://app.mover.io/wizard", wizard_needs_admin());
    story.returns(1, State::NeedsAdminConsent);
    assert_eq!(story.card(1), "needs-admin");
    assert_eq!(story.lit(1), [(MarkKind::Point, 2)]);
}

#[test]
fn somebody_who_cannot_grant_is_offered_a_hand_off_and_sees_nothing_lit() {
    let mut story = Story::new();
    story.begins(Role::SharepointAdmin);
    story.shows(1, "https://app.mover.io/wizard", wizard_needs_admin());
    story.returns(1, State::NeedsAdminConsent);
    assert_eq!(story.card(1), "hand-over");
    assert!(story.lit(1).is_empty());
    let journey = story.view().journeys[0].id.clone();
    story.chooses(Choice::HandOff { journey });
    assert!(matches!(story.asks()[..], [Question::HandOff { .. }]));
    story.shows(
        2,
        &portal("Permissions"),
        vec![control(1, "button", "Grant admin consent for Birchwood")],
    );
    assert_eq!(story.card(2), "", "the portal is not this person's");
}

#[test]
fn the_journey_goes_on_by_what_the_page_shows_when_the_backend_is_silent() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, "https://app.mover.io/wizard", wizard_needs_admin());
    assert_eq!(story.card(1), "needs-admin");
    story.shows(
        2,
        &portal("Permissions"),
        vec![control(9, "button", "Grant admin consent for Birchwood")],
    );
    assert_eq!(story.lit(2), [(MarkKind::Point, 9)]);
}

#[test]
fn a_portal_that_starts_is_not_called_the_wrong_place_before_it_had_time() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(2, "https://portal.azure.com/", Vec::new());
    assert_eq!(story.card(2), "");
    let wake = story.effects.iter().find_map(|effect| match effect {
        Effect::Wake { after_ms } => Some(*after_ms),
        _ => None,
    });
    story.now += wake.expect("it is looked at again");
    story.happens(Event::Woke);
    assert_eq!(story.card(2), "elsewhere", "it stayed there");
    story.shows(3, "https://portal.azure.com/#home", Vec::new());
    assert_eq!(story.card(3), "elsewhere", "a page that says where it is");
}

#[test]
fn what_led_to_a_page_is_not_pointed_at_again_while_that_page_is_on_its_way() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let item = |id, name: &str| Control {
        within: vec!["list".to_owned(), "navigation".to_owned()],
        ..attr(
            control(id, "link", name),
            "data-telemetryname",
            &format!("Menu-{name}"),
        )
    };
    let overview = vec![
        control(1, "heading", "Office 365 Mover | Overview"),
        attr(item(2, "Overview"), "aria-current", "page"),
        item(3, "Permissions"),
    ];
    story.shows(2, &portal("Overview"), overview.clone());
    assert_eq!(story.card(2), "menu-permissions");
    // Pressed: the address is the next page's already, and the menu still the last one's.
    story.shows(2, &portal("Permissions"), overview);
    assert_eq!(story.card(2), "");
    let wake = story.effects.iter().find_map(|effect| match effect {
        Effect::Wake { after_ms } => Some(*after_ms),
        _ => None,
    });
    story.now += wake.expect("it is looked at again");
    story.happens(Event::Woke);
    assert_eq!(story.card(2), "menu-permissions", "it never went there");
}

#[test]
fn what_is_to_be_typed_into_the_search_is_there_to_be_copied() {
    let search = Control {
        within: vec!["main".to_owned()],
        ..control(1, "searchbox", "Search by application name or object ID")
    };
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(2, LIST, vec![search.clone()]);
    story.now += 5_000;
    story.changes(2, LIST, vec![search]);
    let card = story.view().tabs[&2].card.clone().expect("a card");
    let copy = card.copy.expect("something to copy");
    assert_eq!(copy.text, "Office 365 Mover");
}

#[test]
fn a_list_is_at_rest_although_the_page_is_built_anew_and_announces_something() {
    let list = |first: u32, toast: &str, count: &str| {
        let search = Control {
            filled: true,
            within: vec!["main".to_owned()],
            ..control(
                first,
                "searchbox",
                "Search by application name or object ID",
            )
        };
        let filter = Control {
            within: vec!["main".to_owned()],
            row: Some(format!("{count} {toast}")),
            ..control(
                first + 1,
                "button",
                "Application type == Enterprise Applications",
            )
        };
        let dismiss = Control {
            within: vec!["alert".to_owned()],
            ..control(first + 4, "button", "Dismiss")
        };
        let mut all = vec![search, filter, control(first + 2, "status", count)];
        if !toast.is_empty() {
            all.extend([control(first + 3, "alert", toast), dismiss]);
        }
        all
    };
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(2, LIST, list(10, "", "435 applications"));
    assert_eq!(story.card(2), "app-row");
    for build in 2..=9 {
        story.now += 700;
        let toast = if build % 3 == 0 { "Saved" } else { "" };
        story.changes(2, LIST, list(build * 10, toast, "2 applications"));
    }
    assert_eq!(story.card(2), "app-filter");
    assert_eq!(story.lit(2), [(MarkKind::Point, 91)]);
    // A row that comes is no rest.
    let mut rows = list(100, "", "2 applications");
    rows.push(control(105, "link", "Another app"));
    story.changes(2, LIST, rows.clone());
    assert_eq!(story.card(2), "app-row");
    // Nor is one that says it is busy, however long it stays the same.
    rows.push(control(106, "progressbar", "Loading"));
    for _ in 0..2 {
        story.now += 60_000;
        story.changes(2, LIST, rows.clone());
    }
    assert_eq!(story.card(2), "app-row");
    rows.pop();
    for _ in 0..2 {
        story.now += 60_000;
        story.changes(2, LIST, rows.clone());
    }
    assert_eq!(story.card(2), "app-filter");
}

fn properties(required: bool, saved: bool) -> Vec<Control> {
    let radio = |id, name: &str, checked| Control {
        group: Some("Assignment required?".to_owned()),
        within: vec!["radiogroup".to_owned()],
        checked: Some(checked),
        ..control(id, "radio", name)
    };
    let save = Control {
        disabled: saved,
        within: vec!["toolbar".to_owned()],
        ..control(3, "button", "Save")
    };
    vec![radio(1, "Yes", required), radio(2, "No", !required), save]
}

#[test]
fn closing_an_app_to_others_is_guided_where_graph_may_not_tell_that_app_about_it() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(1, "https://app.mover.io/wizard/loaded", Vec::new());
    story.signed_in(
        1,
        Status {
            app: Some(AppInTenant {
                object_id: "1c6e8fe3-0000-4000-8000-000000000001".to_owned(),
                name: None,
                app_id: APP.to_owned(),
                enabled: None,
                owner_tenant: None,
                deactivated: None,
                disabled_by_microsoft: None,
            }),
            ..status(1, State::Authorized { users: 1, sites: 1 })
        },
    );
    let journey = story.view().journeys[0].id.clone();
    story.chooses(Choice::Skip {
        journey: journey.clone(),
        step: "load".to_owned(),
    });
    story.chooses(Choice::Take {
        journey: journey.clone(),
        step: "require".to_owned(),
    });
    let add = Control {
        within: vec!["toolbar".to_owned()],
        ..control(1, "button", "Add user/group")
    };
    let assign = |disabled| Control {
        within: vec!["dialog".to_owned()],
        disabled,
        ..control(2, "button", "Assign")
    };
    story.shows(2, &portal("Users"), vec![add.clone()]);
    assert_eq!(story.lit(2), [(MarkKind::Point, 1)]);
    story.changes(2, &portal("Users"), vec![add.clone(), assign(true)]);
    assert_eq!((story.card(2), story.lit(2).len()), ("assign-people", 0));
    let card = story.view().tabs[&2].card.as_ref().expect("there is one");
    let goes = |action: &Action<String>| matches!(action.choice, Choice::Go { .. });
    let is_said = |action: &Action<String>| matches!(action.choice, Choice::SayDone { .. });
    assert!(!card.actions.iter().any(goes), "what is greyed out is here");
    story.changes(2, &portal("Users"), vec![add.clone(), assign(false)]);
    assert_eq!(story.lit(2), [(MarkKind::Point, 2)]);
    story.changes(2, &portal("Users"), vec![add]);
    let current = |story: &Story| {
        let steps = &story.view().journeys[0].steps;
        let current = steps
            .iter()
            .find(|step| step.state == consentry_wire::view::StepState::Current);
        current.map(|step| step.id.clone())
    };
    assert_eq!(current(&story).as_deref(), Some("assign"));
    let says = story.view().tabs[&2]
        .card
        .as_ref()
        .and_then(|card| card.actions.iter().find(|action| is_said(action)));
    let says = says.expect("nobody else will tell").choice.clone();
    story.chooses(says);
    assert_eq!(current(&story).as_deref(), Some("require"));

    story.shows(2, &portal("Properties"), properties(false, true));
    assert_eq!(story.lit(2), [(MarkKind::Point, 1)]);
    story.changes(2, &portal("Properties"), properties(true, false));
    assert_eq!(story.lit(2), [(MarkKind::Point, 3)]);
    assert_eq!(current(&story).as_deref(), Some("require"), "not saved yet");
    story.changes(2, &portal("Properties"), properties(true, true));
    assert_eq!(current(&story), None);
    let order = &story.view().journeys[0]
        .after
        .as_ref()
        .unwrap()
        .harden
        .order;
    assert!(order[2].text.contains("not verified by Graph"), "{order:?}");
    // It was done; that a week has passed is no reason to ask for it again.
    story.now += 8 * 24 * 60 * 60 * 1000;
    story.returns(1, State::Authorized { users: 1, sites: 1 });
    assert_eq!(current(&story), None);
}

#[test]
fn without_a_journey_a_diagnosis_says_what_one_would_light_here_or_why_nothing() {
    let mut story = Story::new();
    let mut grant = control(9, "button", "Grant admin consent for Birchwood");
    story.opens(1, &portal("Permissions"));
    story.chooses(Choice::Diagnose { tab: 1, on: true });
    story.changes(1, &portal("Permissions"), vec![grant.clone()]);
    let diagnosis = |story: &Story| story.view().tabs[&1].diagnosis.clone().expect("asked for");
    let light = diagnosis(&story).would_light;
    assert_eq!(light.len(), 1);
    assert_eq!(
        (
            light[0].control.as_str(),
            light[0].kind.as_str(),
            light[0].id
        ),
        ("grant-admin-consent", "point", 9)
    );
    assert_eq!(story.lit(1), [], "nobody is on a journey");

    grant.disabled = true;
    story.changes(1, &portal("Permissions"), vec![grant]);
    let not_shown = diagnosis(&story);
    assert_eq!(not_shown.would_light, []);
    let why = not_shown.dark_because.expect("it is said why");
    assert!(why.contains("unavailable"), "{why}");
}

#[test]
fn a_diagnosis_counts_it_against_a_grant_that_its_page_does_not_say_whose_it_is() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.chooses(Choice::Diagnose { tab: 2, on: true });
    let grant = control(9, "button", "Grant admin consent for Birchwood");
    let address = portal("Permissions");
    let (nameless, _) = address.split_once("/objectId/").expect("it has an id");
    let against = |story: &Story| {
        let diagnosis = story.view().tabs[&2].diagnosis.clone();
        let looked_for = diagnosis.expect("asked for").looked_for;
        let grant = |search: &&Search| search.control == "grant-admin-consent";
        let search = looked_for.iter().find(grant).expect("it is looked for");
        search.candidates[0].against.clone()
    };
    story.shows(2, &address, vec![grant.clone()]);
    assert_eq!(against(&story), [""; 0]);
    story.shows(2, nameless, vec![grant]);
    assert_eq!(
        against(&story),
        ["the page does not say which app it is about"]
    );
}

#[test]
fn where_graph_can_tell_who_is_assigned_a_word_is_not_enough() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    let mut told = status(1, State::Authorized { users: 1, sites: 1 });
    told.exposure.assigned = Some(Vec::new());
    story.signed_in(1, told);
    let journey = story.view().journeys[0].id.clone();
    story.chooses(Choice::Take {
        journey: journey.clone(),
        step: "require".to_owned(),
    });
    story.chooses(Choice::SayDone {
        journey,
        step: "assign".to_owned(),
    });
    assert!(matches!(story.asks()[..], [Question::Check { .. }]));
    let steps = &story.view().journeys[0].steps;
    let assign = steps.iter().find(|step| step.id == "assign").unwrap();
    assert_ne!(assign.state, consentry_wire::view::StepState::Done);
}

#[test]
fn a_switch_that_was_saved_makes_graph_be_asked_once() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    let mut told = status(1, State::Authorized { users: 1, sites: 1 });
    told.exposure.assignment_required = Some(false);
    story.signed_in(1, told);
    let journey = story.view().journeys[0].id.clone();
    for step in ["assign", "require"] {
        story.chooses(Choice::Take {
            journey: journey.clone(),
            step: step.to_owned(),
        });
    }
    story.shows(2, &portal("Properties"), properties(true, false));
    assert!(story.asks().is_empty(), "not saved");
    story.changes(2, &portal("Properties"), properties(true, true));
    assert!(matches!(story.asks()[..], [Question::Check { .. }]));
    story.changes(2, &portal("Properties"), properties(true, true));
    assert!(story.asks().is_empty(), "asked already");
}

#[test]
fn another_app_is_called_out_and_nothing_in_it_is_lit() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let other = portal("Permissions").replace(APP, "22222222-e023-4972-b6b0-794190c0fd98");
    story.shows(
        2,
        &other,
        vec![control(9, "button", "Grant admin consent for Birchwood")],
    );
    assert_eq!(story.card(2), "another-app");
    assert!(story.lit(2).is_empty());
}

#[test]
fn a_greyed_out_grant_is_explained_and_not_lit() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let mut button = control(9, "button", "Grant admin consent for Birchwood");
    button.disabled = true;
    story.shows(2, &portal("Permissions"), vec![button]);
    assert_eq!(story.card(2), "grant");
    assert!(story.lit(2).is_empty());
    let card = story.view().tabs[&2].card.as_ref().unwrap();
    assert!(
        card.lines
            .iter()
            .any(|line| line.text.contains("unavailable"))
    );
}

/// The permissions page of the app in a portal that shows a directory, with more controls beside the grant.
fn permissions_page(directory: Option<&str>, more: Option<Control>) -> Story {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let url = portal("Permissions");
    story.opens(2, &url);
    let mut controls = vec![control(9, "button", "Grant admin consent for Birchwood")];
    controls.extend(more);
    let document = story.model.session.tabs[&2].frames[&0].document.clone();
    let probes = directory.map(|id| ("portal-directory".to_owned(), id.to_owned()));
    story.happens(Event::Saw {
        tab: 2,
        frame: 0,
        document,
        sighting: Sighting {
            url,
            complete: true,
            controls,
            probes: probes.into_iter().collect(),
            ..Sighting::default()
        },
    });
    story
}

#[test]
fn a_grant_for_an_organization_of_the_same_name_in_another_directory_is_not_lit() {
    let connected = "0F5F7A4E-0000-4000-8000-000000000001";
    for directory in [None, Some(connected)] {
        let story = permissions_page(directory, None);
        assert_eq!(story.lit(2), [(MarkKind::Point, 9)], "{directory:?}");
    }
    let story = permissions_page(Some("0f5f7a4e-0000-4000-8000-000000000002"), None);
    assert_eq!(story.lit(2), []);
    let card = story.view().tabs[&2].card.as_ref().unwrap();
    let says = |line: &Line<String>| line.text.contains("a different organization");
    assert!(card.lines.iter().any(says), "{:?}", card.lines);
}

#[test]
fn a_grant_that_the_portal_reports_as_failed_is_explained_and_not_lit_again() {
    for announced in [
        "Grant consent failed",
        "Fehler beim Erteilen der Zustimmung",
    ] {
        let story = permissions_page(None, Some(control(10, "alert", announced)));
        assert_eq!(story.card(2), "grant-failed", "{announced}");
        assert_eq!(story.lit(2), [], "{announced}");
    }
    let mut gone = control(10, "alert", "Grant consent failed");
    gone.visible = false;
    for other in [
        control(10, "alert", "Grant consent succeeded"),
        control(10, "heading", "Grant consent failed"),
        gone,
    ] {
        let story = permissions_page(None, Some(other));
        assert_eq!(story.lit(2), [(MarkKind::Point, 9)]);
    }
}

#[test]
fn a_window_that_came_back_is_checked_with_graph_and_never_believed() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let last = "https://portal.azure.com/TokenAuthorize?admin_consent=True&tenant=x&state=s";
    story.opens(3, last);
    assert!(matches!(
        story.asks()[..],
        [Question::Check { hint: Some(_), .. }]
    ));
    // Once: that it is looked at afterwards is no news.
    story.changes(3, last, Vec::new());
    assert!(story.asks().is_empty());
    assert_eq!(
        story.view().journeys[0].headline.text,
        "Signed in. Admin consent is still needed."
    );
}

#[test]
fn an_error_counts_before_admin_consent_true() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(
        3,
        "https://portal.azure.com/TokenAuthorize?admin_consent=True&error=access_denied",
        Vec::new(),
    );
    assert_eq!(story.card(3), "returned");
    story.shows(
        2,
        &portal("Permissions"),
        vec![control(9, "button", "Grant admin consent for Birchwood")],
    );
    let card = story.view().tabs[&2].card.as_ref().unwrap();
    assert!(
        card.lines
            .iter()
            .any(|line| line.text.contains("access_denied"))
    );
}

#[test]
fn a_window_that_was_closed_is_checked_and_said() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(
        3,
        &format!("https://login.microsoftonline.com/t/adminconsent?client_id={APP}"),
        consent(None),
    );
    assert_eq!(story.card(3), "admin-consent");
    assert_eq!(story.lit(3), [(MarkKind::Point, 2)]);
    story.happens(Event::TabGone { tab: 3 });
    assert!(matches!(
        story.asks()[..],
        [Question::Check { hint: None, .. }]
    ));
    story.shows(
        2,
        &portal("Permissions"),
        vec![control(9, "button", "Grant admin consent for Birchwood")],
    );
    let card = story.view().tabs[&2].card.as_ref().unwrap();
    assert!(
        card.lines
            .iter()
            .any(|line| line.text.contains("checking Microsoft Graph"))
    );
}

#[test]
fn graphs_numbers_end_the_journey() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let authorized = status(
        2,
        State::Authorized {
            users: 17,
            sites: 43,
        },
    );
    story.happens(Event::Answered(Answer::Status(Box::new(authorized))));
    story.shows(2, &portal("Permissions"), Vec::new());
    let card = story.view().tabs[&2].card.as_ref().unwrap();
    assert_eq!(
        card.text,
        "Microsoft Graph found 43 SharePoint sites and 17 users. The connector is ready."
    );
}

#[test]
fn an_older_answer_changes_nothing() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.happens(Event::Answered(Answer::Status(Box::new(status(
        5,
        State::Authorized { users: 1, sites: 1 },
    )))));
    story.happens(Event::Answered(Answer::Status(Box::new(status(
        4,
        State::NeedsAdminConsent,
    )))));
    assert!(matches!(
        story.view().journeys[0].state(),
        Some(State::Authorized { .. })
    ));
}

#[test]
fn a_hand_off_begins_a_journey_for_the_person_who_grants() {
    let mut story = Story::new();
    let url = "http://localhost:7430/h/0123456789abcdef0123";
    let link = control(1, "link", "Open Office 365 Mover in the portal");
    story.shows(1, url, vec![attr(link, "id", "open-portal")]);
    story.claims(1, status(1, State::NeedsAdminConsent));
    assert_eq!(story.card(1), "offer");
    assert!(story.lit(1).is_empty(), "nothing is decided");
    story.adds();
    assert_eq!(story.card(1), "hand-off");
    assert_eq!(story.lit(1), [(MarkKind::Point, 1)]);
}

#[test]
fn a_connection_joins_the_journey_that_waits_for_it_and_no_other() {
    let joined = |begun: &str, url: &str| {
        let mut story = Story::new();
        story.chooses(Choice::Begin {
            profile: begun.to_owned(),
            role: Role::SharepointAdmin,
        });
        story.shows(1, url, Vec::new());
        story.claims(1, status(1, State::NeedsAdminConsent));
        assert_eq!(story.view().journeys.len(), 1, "before it was decided");
        story.adds();
        story.view().journeys.len()
    };
    let hand_off = "http://localhost:7430/h/0123456789abcdef0123";
    assert_eq!(joined("office-365-mover", WIZARD), 1);
    assert_eq!(joined("cloudiway", WIZARD), 2, "that is another app's");
    assert_eq!(
        joined("office-365-mover", hand_off),
        2,
        "that is another person's"
    );
}

/// What an attacker can do: end a sign-in of their own, and lead a browser to the handle it brought.
fn led_to_a_handle(mut story: Story) -> Story {
    story.claims(
        1,
        status(
            1,
            State::Authorized {
                users: 17,
                sites: 43,
            },
        ),
    );
    story
}

#[test]
fn a_link_with_a_handle_adds_nothing_to_a_journey_until_the_person_says_so() {
    let mut begun = Story::new();
    begun.begins(Role::GlobalAdmin);
    let mut story = led_to_a_handle(begun);
    let journey = &story.view().journeys[0];
    assert_eq!(story.view().journeys.len(), 1);
    assert!(journey.state().is_none(), "nothing is verified for it");
    assert_eq!(story.card(1), "offer");
    assert!(story.lit(1).is_empty(), "nothing leads on with it");
    let offer = &story.view().offers[0];
    for name in ["adele.admin@birchwood.example", "Birchwood"] {
        assert!(offer.text.contains(name), "{}", offer.text);
    }
    let decline = offer.actions[1].choice.clone();
    story.chooses(decline);
    assert!(story.view().offers.is_empty());
    assert_eq!(story.view().journeys.len(), 1);
    assert!(story.view().journeys[0].state().is_none());
    let forgets = |effect: &Effect| matches!(effect, Effect::Forget { connection } if *connection == status(1, State::AwaitingSignIn).id);
    assert!(story.effects.iter().any(forgets), "nor is its bearer kept");
}

#[test]
fn a_sign_in_that_was_seen_to_begin_in_a_tab_joins_its_journey_when_it_comes_back() {
    let ends = |tab: u32, url: &str, minutes: u64| {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.opens(1, url);
        story.now += minutes * 60_000;
        story.opens(tab, WIZARD);
        story.claims(tab, status(1, State::NeedsAdminConsent));
        assert_eq!(story.view().journeys.len(), 1);
        story.view().journeys[0].state().is_some()
    };
    assert!(ends(1, AUTHORIZE, 5));
    assert!(!ends(2, AUTHORIZE, 5), "another tab");
    assert!(!ends(1, AUTHORIZE, 61), "too long ago");
    assert!(
        !ends(1, &format!("{AUTHORIZE}&prompt=none"), 5),
        "nobody was asked"
    );
    let other = AUTHORIZE.replace(APP, "00000000-0000-4000-8000-00000000000a");
    assert!(!ends(1, &other, 5), "another app's");
    assert!(!ends(
        1,
        "https://login.microsoftonline.com/common/reprocess",
        5
    ));
}

#[test]
fn one_sign_in_ends_once() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.opens(1, AUTHORIZE);
    story.opens(1, WIZARD);
    story.claims(1, status(1, State::NeedsAdminConsent));
    let second = Status {
        id: "0192f0c1-0000-7000-8000-000000000002".to_owned(),
        ..status(1, State::NeedsAdminConsent)
    };
    story.claims(1, second);
    assert_eq!(story.view().journeys.len(), 1);
    assert_eq!(story.view().offers.len(), 1);
}

#[test]
fn links_can_bring_three_connections_and_what_is_added_has_an_end() {
    let mut story = Story::new();
    let another = |n: u32| Status {
        id: format!("0192f0c1-0000-7000-8000-{n:012}"),
        ..status(1, State::NeedsAdminConsent)
    };
    for n in 0..10 {
        story.claims(1, another(n));
    }
    assert_eq!(story.view().offers.len(), 3);
    for n in 0..60 {
        story.claims(1, another(n));
        while story.view().backend.trouble.is_none() && !story.view().offers.is_empty() {
            story.adds();
        }
    }
    assert_eq!(story.view().journeys.len(), 50);
    let trouble = story.view().backend.trouble.clone().unwrap_or_default();
    assert!(trouble.contains("50"), "{trouble}");
}

#[test]
fn a_document_that_says_hello_again_is_as_it_was_seen() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    let url = portal("Permissions");
    let grant = || vec![control(9, "button", "Grant admin consent for Birchwood")];
    story.shows(2, &url, grant());
    let changed_at = story.model.session.tabs[&2].changed_at;
    story.chooses(Choice::Hide { tab: 2 });
    story.opens(2, &url);
    let tab = &story.model.session.tabs[&2];
    assert_eq!(tab.changed_at, changed_at);
    assert_eq!(story.lit(2), [(MarkKind::Point, 9)]);
    assert!(story.view().tabs[&2].card.is_none(), "it was put away");
    let instructions = |effect: &Effect| matches!(effect, Effect::Instruct { tab: 2, .. });
    assert!(
        story.effects.iter().any(instructions),
        "eyes that open are told"
    );

    story.opens(2, &portal("Overview"));
    assert_eq!(story.lit(2), [], "another address was not seen yet");
    story.shows(2, &url, grant());
    story.happens(Event::Restored { tab: 2 });
    story.opens(2, &url);
    assert_eq!(story.lit(2), [], "who knows what happened meanwhile");
}

#[test]
fn what_a_document_showed_counts_only_while_it_is_the_one_that_is_known() {
    let saw = |document: &str, url: &str| Event::Saw {
        tab: 1,
        frame: 0,
        document: document.to_owned(),
        sighting: consentry_wire::sighting::Sighting {
            url: url.to_owned(),
            controls: consent(Some(false)),
            complete: true,
            ..Default::default()
        },
    };
    let hello = |document: &str, url: &str| Event::Hello {
        tab: 1,
        frame: 0,
        document: document.to_owned(),
        url: url.to_owned(),
    };
    let judged = |story: &Story| {
        let is = |effect: &Effect| matches!(effect, Effect::Judged { document, .. } if document == "new");
        story.effects.iter().any(is)
    };
    let asked = |story: &Story, of: &str| {
        let is =
            |effect: &Effect| matches!(effect, Effect::AskHello { document, .. } if document == of);
        story.effects.iter().any(is)
    };
    let mut story = Story::new();
    story.happens(saw("new", AUTHORIZE));
    assert!(asked(&story, "new"), "nothing is known of the tab");
    story.happens(hello("new", AUTHORIZE));
    story.happens(saw("old", AUTHORIZE));
    assert!(asked(&story, "old") && !judged(&story));
    story.happens(saw("new", WIZARD));
    assert!(!judged(&story), "an address it has left");
    story.happens(saw("new", AUTHORIZE));
    assert!(judged(&story));
}

#[test]
fn a_document_that_is_gone_takes_away_nothing_of_the_one_that_came_after_it() {
    let gone = |document: &str| Event::FrameGone {
        tab: 2,
        frame: 0,
        document: document.to_owned(),
    };
    let mut story = Story::new();
    story.shows(2, AUTHORIZE, consent(Some(true)));
    let document = story.model.session.tabs[&2].frames[&0].document.clone();
    story.happens(gone("the one before"));
    assert_eq!(story.card(2), "consent-held");
    assert!(story.paint(2).block.is_some());
    story.happens(gone(&document));
    assert!(story.model.session.tabs[&2].frames.is_empty());
}

#[test]
fn a_refused_app_is_refused_in_the_answer_to_the_address_alone() {
    let refused = |settings: Settings, url: &str| {
        let mut story = Story::new();
        story.happens(Event::Configured(settings));
        story.opens(2, url);
        let instructions = story.effects.iter().find_map(|effect| match effect {
            Effect::Instruct { paint, .. } => Some(paint.refused),
            _ => None,
        });
        instructions.expect("an answer")
    };
    let forbids = || Settings {
        forbidden_clients: vec![APP.to_owned()],
        ..Settings::default()
    };
    let allows = |id: &str| Settings {
        allowed_clients: vec![id.to_owned()],
        ..Settings::default()
    };
    let reported = AUTHORIZE.replace(APP, "ff8d92dc-3d82-41d6-bcbd-b9174d163620");
    assert!(refused(forbids(), AUTHORIZE));
    assert!(refused(
        allows("00000000-0000-4000-8000-00000000000a"),
        AUTHORIZE
    ));
    assert!(refused(Settings::default(), &reported));
    assert!(!refused(allows(APP), AUTHORIZE));
    assert!(!refused(Settings::default(), AUTHORIZE));
    let quiet = Settings {
        reduced_guidance: true,
        ..forbids()
    };
    assert!(refused(quiet, AUTHORIZE), "with reduced guidance too");
}

#[test]
fn nothing_secret_of_an_address_is_remembered_of_what_was_seen_there() {
    let mut story = Story::new();
    let url = format!("{AUTHORIZE}&state=not-to-be-kept&login_hint=adele&code_challenge=nor-this");
    story.happens(Event::Hello {
        tab: 1,
        frame: 0,
        document: "the page".to_owned(),
        url: url.clone(),
    });
    story.changes(1, &url, consent(Some(true)));
    assert!(story.paint(1).block.is_some());
    let kept = serde_json::to_string(&story.model).expect("a model");
    for secret in ["not-to-be-kept", "nor-this"] {
        assert!(!kept.contains(secret), "{secret}");
    }
}

#[test]
fn a_model_that_was_kept_and_read_again_is_the_same() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(2, AUTHORIZE, consent(Some(true)));
    let kept = serde_json::to_string(&story.model).unwrap();
    assert_eq!(serde_json::from_str::<Model>(&kept).unwrap(), story.model);
    assert!(
        !kept.contains("state="),
        "nothing one-time of an address is kept"
    );
}

#[test]
fn zero_touch_opens_no_eyes_on_the_sign_in_and_says_what_the_address_tells_and_what_it_does_not() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.happens(Event::Configured(Settings {
        zero_touch: true,
        ..Settings::default()
    }));
    story.happens(Event::Address {
        tab: 2,
        url: AUTHORIZE.to_owned(),
    });
    assert!(
        !story
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Observe { .. } | Effect::Instruct { .. }))
    );
    let view = story.view();
    let card = view.tabs[&2].card.as_ref().unwrap();
    assert_eq!(card.id, "by-address");
    let lines: Vec<&str> = card.lines.iter().map(|line| line.text.as_str()).collect();
    for wanted in [
        "Office 365 Mover",
        "Sites.Manage.All",
        "localhost",
        "Not checked",
    ] {
        assert!(lines.iter().any(|line| line.contains(wanted)), "{lines:?}");
    }
    // The same address told again puts no card back that was put away.
    story.happens(Event::Chose(Choice::Hide { tab: 2 }));
    story.happens(Event::Address {
        tab: 2,
        url: AUTHORIZE.to_owned(),
    });
    assert_eq!(story.view().tabs[&2].card, None);
    story.happens(Event::Address {
        tab: 2,
        url: String::new(),
    });
    assert!(!story.view().tabs.contains_key(&2));
}

#[test]
fn zero_touch_closes_eyes_that_were_open_and_forgets_what_they_saw() {
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.shows(2, AUTHORIZE, consent(Some(true)));
    assert_eq!(story.card(2), "consent-held");
    story.happens(Event::Configured(Settings {
        zero_touch: true,
        ..Settings::default()
    }));
    let rest = |effect: &Effect| {
        matches!(
            effect,
            Effect::StopObserving {
                tab: 2,
                frame: 0,
                ..
            }
        )
    };
    assert!(story.effects.iter().any(rest));
    assert_eq!(story.card(2), "by-address");
}

#[test]
fn an_address_is_taken_from_the_browser_only_where_no_script_runs() {
    let mut story = Story::new();
    for (url, known) in [
        (AUTHORIZE, false),
        ("https://login.live.com/oauth20_authorize.srf", true),
        ("https://portal.azure.com/", false),
        ("https://example.com/", false),
    ] {
        story.happens(Event::Address {
            tab: 7,
            url: url.to_owned(),
        });
        assert_eq!(story.view().tabs.contains_key(&7), known, "{url}");
    }
}

#[test]
fn a_press_that_was_held_too_early_is_explained_where_nothing_is_held() {
    let mut story = Story::new();
    let kmsi = "https://login.microsoftonline.com/kmsi";
    let tick = attr(control(1, "checkbox", "Stay"), "id", "KmsiCheckboxField");
    story.shows(2, kmsi, vec![tick]);
    assert_eq!(story.view().tabs[&2].card, None);
    story.happens(Event::Blocked {
        tab: 2,
        early: true,
    });
    assert_eq!(story.card(2), "held-early");
    story.begins(Role::GlobalAdmin);
    story.shows(3, AUTHORIZE, consent(Some(true)));
    story.happens(Event::Blocked {
        tab: 3,
        early: true,
    });
    assert_eq!(story.card(3), "consent-held");
}

#[test]
fn what_a_policy_fixed_nobody_sets() {
    let mut story = Story::new();
    let sets = |story: &Story| {
        story
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Set { .. }))
    };
    story.happens(Event::Chose(Choice::ZeroTouch { on: true }));
    assert!(sets(&story));
    story.happens(Event::Configured(Settings {
        zero_touch: true,
        fixed: vec!["zeroTouch".to_owned()],
        ..Settings::default()
    }));
    story.happens(Event::Chose(Choice::ZeroTouch { on: false }));
    assert!(!sets(&story));
    let can = |action: &consentry_wire::view::Action<String>| {
        matches!(action.choice, Choice::ZeroTouch { .. })
    };
    assert!(!story.view().settings.actions.iter().any(can));
}

#[test]
fn access_that_is_missing_and_a_page_that_is_barred_are_told() {
    let mut story = Story::new();
    story.happens(Event::SiteAccessRevoked(true));
    assert_eq!(story.view().settings.news.len(), 1);
    story.happens(Event::BlockedByPolicy(Some(9)));
    assert_eq!(story.card(9), "barred");
    story.opens(9, WIZARD);
    assert_ne!(
        story.view().tabs[&9]
            .card
            .as_ref()
            .map(|card| card.id.clone()),
        Some("barred".to_owned())
    );
}

#[test]
fn a_page_that_is_no_part_of_a_journey_is_forgotten_when_it_is_the_tabs_own() {
    let mut story = Story::new();
    story.shows(2, AUTHORIZE, consent(Some(false)));
    let elsewhere = |frame: u32| Event::Hello {
        tab: 2,
        frame,
        document: "elsewhere".to_owned(),
        url: "https://elsewhere.example/".to_owned(),
    };
    story.happens(elsewhere(5));
    assert!(story.view().tabs.contains_key(&2), "a frame in it");
    story.happens(elsewhere(0));
    assert!(!story.view().tabs.contains_key(&2));
}

#[test]
fn an_address_that_begins_a_request_and_names_no_app_ends_the_one_before() {
    let client = |story: &Story| {
        let request = story.model.session.tabs[&2].request.as_ref();
        request.and_then(|request| request.client_id.clone())
    };
    let mut story = Story::new();
    story.opens(2, AUTHORIZE);
    assert_eq!(client(&story).as_deref(), Some(APP));
    story.opens(2, "https://login.microsoftonline.com/common/reprocess");
    assert_eq!(
        client(&story).as_deref(),
        Some(APP),
        "the same request goes on"
    );
    story.opens(
        2,
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    );
    assert_eq!(client(&story), None);
}

#[test]
fn a_window_in_a_frame_of_another_page_proves_no_return() {
    let landing = "https://portal.azure.com/TokenAuthorize?admin_consent=True";
    let hello = |frame: u32| Event::Hello {
        tab: 2,
        frame,
        document: "landing".to_owned(),
        url: landing.to_owned(),
    };
    let asked = |frame: u32| {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.returns(1, State::NeedsAdminConsent);
        story.opens(2, LIST);
        story.happens(hello(frame));
        story
            .asks()
            .iter()
            .any(|question| matches!(question, Question::Check { .. }))
    };
    assert!(asked(0));
    assert!(!asked(7));
}

#[test]
fn a_backend_that_cannot_be_reached_is_asked_again_and_one_that_answers_is_well() {
    let failed = |reached: bool| {
        Event::Answered(Answer::Failed {
            trouble: "It does not answer.".into(),
            reached,
            connection: None,
        })
    };
    let wakes = |story: &Story| {
        let wake = |effect: &Effect| matches!(effect, Effect::Wake { after_ms: 5_000 });
        story.effects.iter().any(wake)
    };
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.happens(failed(false));
    assert!(wakes(&story));
    assert!(story.view().backend.trouble.is_some());
    story.happens(failed(true));
    assert!(!wakes(&story));
    story.returns(1, State::NeedsAdminConsent);
    assert_eq!(story.view().backend.trouble, None);
}

#[test]
fn who_grants_for_somebody_else_has_nothing_to_load_in_the_app() {
    let taken = |approver: bool| {
        let mut story = Story::new();
        if approver {
            story.shows(
                1,
                "http://localhost:7430/h/0123456789abcdef0123",
                Vec::new(),
            );
            story.claims(1, status(1, State::NeedsAdminConsent));
            story.adds();
        } else {
            story.begins(Role::GlobalAdmin);
        }
        story.model.lasting.journeys[0].taken.clone()
    };
    assert_eq!(taken(false), ["load"]);
    assert_eq!(taken(true), [""; 0]);
}

#[test]
fn a_page_of_the_portal_is_looked_at_where_it_or_every_page_is_diagnosed() {
    let looks = |diagnosing: bool, every: bool| {
        let mut story = Story::new();
        story.happens(Event::Configured(Settings {
            diagnose: every,
            ..Settings::default()
        }));
        story.chooses(Choice::Diagnose {
            tab: 2,
            on: diagnosing,
        });
        story.opens(2, LIST);
        let look = |effect: &Effect| matches!(effect, Effect::Observe { tab: 2, .. });
        story.effects.iter().any(look)
    };
    assert!(looks(true, false) && looks(false, true));
    assert!(!looks(false, false));
}

#[test]
fn a_diagnosis_says_of_two_that_are_equally_right_that_one_chooses() {
    let kinds = |controls: Vec<Control>| {
        let mut story = Story::new();
        story.opens(1, WIZARD);
        story.chooses(Choice::Diagnose { tab: 1, on: true });
        story.changes(1, WIZARD, controls);
        let diagnosis = story.view().tabs[&1].diagnosis.clone().expect("asked for");
        let light = diagnosis.would_light.into_iter();
        light.map(|lit| lit.kind).collect::<Vec<_>>()
    };
    assert_eq!(kinds(wizard_start()), ["choose", "choose"]);
    assert_eq!(kinds(wizard_start().split_off(1)), ["point"]);
}

#[test]
fn a_personal_account_is_called_so_and_by_which_page() {
    let because = |url: &str| {
        let mut story = Story::new();
        story.chooses(Choice::Diagnose { tab: 2, on: true });
        story.happens(Event::Address {
            tab: 2,
            url: url.to_owned(),
        });
        let diagnosis = story.view().tabs[&2].diagnosis.clone().expect("asked for");
        diagnosis.because.join(" ")
    };
    for (path, why) in [
        ("oauth20_authorize.srf", "signs a personal account in"),
        ("Consent/Update", "asks a personal account for its consent"),
        ("about", "for personal accounts"),
    ] {
        let because = because(&format!("https://login.live.com/{path}"));
        assert!(because.contains(why), "{path}: {because}");
    }
}

impl Story {
    /// The browser tells where a tab is.
    fn told(&mut self, tab: u32, url: &str) {
        self.happens(Event::Address {
            tab,
            url: url.to_owned(),
        });
    }
}

#[test]
fn what_the_browser_tells_of_a_tab_changes_nothing_where_a_script_says_it() {
    let hand_off = "http://localhost:7430/h/0123456789abcdef0123";
    for url in [hand_off, "https://portal.azure.com/#home"] {
        let mut story = Story::new();
        story.opens(7, url);
        let before = story.model.session.tabs[&7].clone();
        story.told(7, url);
        assert_eq!(story.model.session.tabs.get(&7), Some(&before), "{url}");
    }
}

#[test]
fn a_page_known_by_its_address_is_the_same_until_the_address_is_another() {
    let personal = "https://login.live.com/oauth20_authorize.srf";
    let mut story = Story::new();
    story.told(7, personal);
    story.happens(Event::Blocked {
        tab: 7,
        early: false,
    });
    let held = |story: &Story| story.model.session.tabs[&7].guard.held;
    story.told(7, personal);
    assert!(held(&story), "it is the same page");
    story.told(7, "https://account.live.com/Consent/Update");
    assert!(!held(&story), "it is another");
    story.told(7, "https://elsewhere.example/");
    assert!(!story.model.session.tabs.contains_key(&7));
}

#[test]
fn a_windows_word_is_enough_where_nobody_asks_graph_and_nowhere_else() {
    let believed = |connected: bool, asks_nobody: bool| {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        if connected {
            story.returns(1, State::NeedsAdminConsent);
        }
        if asks_nobody {
            story.chooses(Choice::Unproven {
                journey: story.view().journeys[0].id.clone(),
            });
        }
        let landing = "https://portal.azure.com/TokenAuthorize?admin_consent=True";
        story.shows(2, landing, Vec::new());
        let facts = &story.model.lasting.journeys[0].facts;
        facts.held(consentry_catalog::guide::What::Authorized)
    };
    assert!(believed(false, true));
    assert!(!believed(false, false) && !believed(true, false));
}

/// The accounts of a sign-in, one of them the connection's.
fn accounts() -> Vec<Control> {
    let tile = |id: u32, name: &str| attr(control(id, "button", name), "data-test-id", name);
    vec![
        control(1, "heading", "Pick an account"),
        tile(2, "Adele.Admin@birchwood.example"),
        tile(3, "sam@birchwood.example"),
    ]
}

#[test]
fn the_account_that_made_the_connection_is_pointed_at_where_it_is_the_one_that_grants() {
    let lit = |role: Role, again: bool| {
        let mut story = Story::new();
        story.begins(role);
        story.returns(1, State::NeedsAdminConsent);
        if again {
            story.chooses(Choice::Back {
                journey: story.view().journeys[0].id.clone(),
            });
        }
        story.shows(2, AUTHORIZE, accounts());
        story.lit(2)
    };
    let known = [(MarkKind::Point, 2)];
    let either = [(MarkKind::Choose, 2), (MarkKind::Choose, 3)];
    assert_eq!(lit(Role::GlobalAdmin, false), known);
    assert_eq!(lit(Role::GlobalAdmin, true), known);
    assert_eq!(lit(Role::SharepointAdmin, true), either);

    let mut approver = Story::new();
    approver.opens(1, "http://localhost:7430/h/0123456789abcdef0123");
    approver.claims(1, status(1, State::NeedsAdminConsent));
    approver.adds();
    approver.shows(2, AUTHORIZE, accounts());
    assert_eq!(approver.lit(2), either, "that was somebody else's account");

    let mut one = Story::new();
    one.begins(Role::GlobalAdmin);
    let mut first = accounts();
    first.pop();
    one.shows(2, AUTHORIZE, first);
    assert_eq!(
        one.lit(2),
        [(MarkKind::Point, 2)],
        "there is nothing to choose"
    );
}

#[test]
fn a_portal_that_has_been_quiet_for_long_enough_is_where_the_person_stands() {
    let start = "https://portal.azure.com/";
    let mut story = Story::new();
    story.begins(Role::GlobalAdmin);
    story.returns(1, State::NeedsAdminConsent);
    story.shows(2, start, Vec::new());
    let seen = story.now;
    assert_eq!((story.card(2), story.wakes()), ("", Some(2_000)));
    let at = |after: u64| {
        let mut story = story.clone();
        story.now = seen + after - 10;
        story.happens(Event::Woke);
        (story.card(2).to_owned(), story.wakes())
    };
    assert_eq!(at(1_500), (String::new(), Some(500)));
    assert_eq!(at(1_999), (String::new(), Some(1)));
    assert_eq!(at(2_000).0, "elsewhere");
}

#[test]
fn a_page_that_does_not_say_which_app_it_is_about_closes_no_app() {
    let learned = |url: &str| {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.returns(1, State::Authorized { users: 1, sites: 1 });
        let journey = story.view().journeys[0].id.clone();
        for step in ["load", "assign"] {
            story.chooses(Choice::Skip {
                journey: journey.clone(),
                step: step.to_owned(),
            });
        }
        story.chooses(Choice::Take {
            journey,
            step: "require".to_owned(),
        });
        story.shows(2, url, properties(true, true));
        let facts = &story.model.lasting.journeys[0].facts;
        facts.held(consentry_catalog::guide::What::AssignmentRequired)
    };
    let address = portal("Properties");
    let (nameless, _) = address.split_once("/objectId/").expect("it has an id");
    assert!(learned(&address));
    assert!(!learned(nameless));
    assert!(!learned(
        &address.replace(APP, "11111111-e023-4972-b6b0-794190c0fd98")
    ));
}

#[test]
fn of_a_refused_app_whatever_may_be_accept_is_held_and_nothing_else() {
    let blocks = |controls: Vec<Control>| {
        let mut story = Story::new();
        story.happens(Event::Configured(Settings {
            forbidden_clients: vec![APP.to_owned()],
            ..Settings::default()
        }));
        story.shows(2, AUTHORIZE, controls);
        story.paint(2).block.map(|hold| hold.blocks)
    };
    let named =
        |id: u32, role: &str, name: &str| attr(control(id, role, name), "name", "idSIButton9");
    let submits = |id: u32, role: &str, name: &str| attr(control(id, role, name), "type", "submit");
    let others = || {
        vec![
            attr(control(20, "button", "Help"), "type", "button"),
            attr(control(21, "button", "More"), "name", "more"),
            submits(22, "link", "Elsewhere"),
            Control {
                read: Some("Hide".to_owned()),
                ..control(23, "button", "Show")
            },
            control(25, "link", "Accept"),
        ]
    };
    let mut surely = consent(Some(false));
    surely.extend(others());
    surely.push(submits(24, "button", "Search"));
    assert_eq!(blocks(surely), Some(vec![2]));
    // Two that are alike: nobody knows which is Accept.
    let mut twice = consent(Some(false));
    twice.push(attr(named(5, "button", "Accept"), "type", "submit"));
    twice.extend([named(6, "button", "Go"), submits(7, "button", "Go")]);
    twice.extend(others());
    assert_eq!(blocks(twice), Some(vec![2, 5, 6, 7]));
}

#[test]
fn a_list_is_waited_for_until_it_has_rested_and_without_end_while_it_turns() {
    let wakes = |busy: &str| {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.returns(1, State::NeedsAdminConsent);
        let grid = attr(control(1, "grid", "Applications"), "aria-busy", busy);
        story.shows(2, LIST, vec![grid]);
        story.now += 1_000 - 10;
        story.happens(Event::Woke);
        story.wakes()
    };
    assert_eq!(wakes("false"), Some(3_000));
    assert_eq!(wakes("true"), None);
}

#[test]
fn a_group_of_the_menu_is_to_be_opened_where_it_is_shut_and_not_where_it_is_open() {
    let lit = |expanded: bool| {
        let mut story = Story::new();
        story.begins(Role::GlobalAdmin);
        story.returns(1, State::NeedsAdminConsent);
        let group = Control {
            expanded: Some(expanded),
            within: vec!["navigation".to_owned()],
            ..control(1, "button", "Security")
        };
        story.shows(2, &portal("Overview"), vec![group]);
        story.lit(2)
    };
    assert_eq!(lit(false), [(MarkKind::Point, 1)]);
    assert_eq!(lit(true), []);
}
