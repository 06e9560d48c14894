//! The panel: several connections, the ways through a journey and out of it, and what comes after
//! the grant.

mod claims;
mod kit;

use consentry_catalog::Catalog;
use consentry_catalog::languages;
use consentry_logic::model::Settings;
use consentry_logic::update::{Answer, Effect, Event, Question};
use consentry_text::words;
use consentry_wire::api::{
    AppInTenant, Deleted, Evidence, Exposure, Problem, Proof, Role, State, Status, Tenant,
};
use consentry_wire::journey::Side;
use consentry_wire::sighting::Control;
use consentry_wire::view::{
    Action, Card, Choice, FieldKind, HardenView, JourneyView, Recipe, StepState, Tone,
};
use kit::Browser as Panel;

const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const OBJECT: &str = "9b1d0f6e-0000-4000-8000-000000000007";
const TENANT: &str = "0f5f7a4e-0000-4000-8000-000000000001";
const WIZARD: &str = "https://app.mover.io/";
const DAY: u64 = 24 * 60 * 60 * 1000;

impl Panel {
    fn begins(&mut self, role: Role) -> String {
        self.chooses(Choice::Begin {
            profile: "office-365-mover".to_owned(),
            role,
        });
        self.view().journeys[0].id.clone()
    }

    /// A journey whose connection was made in this browser.
    fn connects(&mut self, connection: &str, state: State) -> String {
        self.connects_as(Role::GlobalAdmin, connection, state)
    }

    fn connects_as(&mut self, role: Role, connection: &str, state: State) -> String {
        let journey = self.begins(role);
        self.answers(Answer::Created {
            journey: journey.clone(),
            start_url: "http://localhost:7430/connect/x".to_owned(),
            observer: None,
            status: Box::new(self.status(connection, 1, state)),
        });
        journey
    }

    fn answers(&mut self, answer: Answer) {
        self.happens(Event::Answered(answer));
    }

    fn told(&mut self, change: impl FnOnce(&mut Status), connection: &str, revision: u64) {
        self.now += 10;
        let mut status = self.status(connection, revision, authorized());
        change(&mut status);
        self.answers(Answer::Status(Box::new(status)));
    }

    fn status(&self, connection: &str, revision: u64, state: State) -> Status {
        Status {
            id: connection.to_owned(),
            proof: consentry_wire::api::Proof::Own,
            asked: None,
            profile: "office-365-mover".to_owned(),
            display_name: None,
            role: Role::GlobalAdmin,
            revision,
            state,
            tenant: Some(Tenant {
                id: TENANT.to_owned(),
                name: Some(format!("Tenant of {connection}")),
            }),
            account: Some("adele@birchwood.example".to_owned()),
            app: Some(AppInTenant {
                object_id: OBJECT.to_owned(),
                app_id: APP.to_owned(),
                name: None,
                enabled: Some(true),
                owner_tenant: None,
                deactivated: None,
                disabled_by_microsoft: None,
            }),
            exposure: Exposure::default(),
            grants: consentry_wire::api::Grants::default(),
            consent: consentry_wire::api::ConsentSettings::default(),
            advice: None,
            missing: Vec::new(),
            evidence: vec![Evidence {
                call: "GET /users/$count".to_owned(),
                status: 200,
                at: 77,
                proof: Proof::Own,
                read: None,
                stated: None,
            }],
            checked_at: Some(self.now),
            next_check_at: None,
            waiting: None,
        }
    }

    fn journey(&self, id: &str) -> &JourneyView<String> {
        self.view()
            .journeys
            .iter()
            .find(|journey| journey.id == id)
            .expect("the journey is there")
    }

    fn card(&self, tab: u32) -> Option<&Card<String>> {
        self.view().tabs.get(&tab)?.card.as_ref()
    }

    fn harden(&self, id: &str) -> &HardenView<String> {
        &self.journey(id).after.as_ref().expect("signed in").harden
    }

    fn recipe(&self, id: &str, recipe: &str) -> &Recipe<String> {
        let after = self.journey(id).after.as_ref().expect("signed in");
        let all = after.undo.iter().chain(&after.harden.lookups);
        all.into_iter()
            .find(|one| one.id == recipe)
            .expect("the recipe is shown")
    }

    fn current(&self, id: &str) -> Option<&str> {
        self.journey(id)
            .steps
            .iter()
            .find(|step| step.state == StepState::Current)
            .map(|step| step.id.as_str())
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

    /// Whether a connection is followed, as was said last.
    fn follows(&self, connection: &str) -> Option<bool> {
        let mut watched = self.effects.iter().filter_map(|effect| match effect {
            Effect::Watch(connections) => Some(connections.contains(&connection.to_owned())),
            _ => None,
        });
        watched.next_back()
    }

    fn badge(&self) -> (&str, Option<u64>) {
        let sign = self.effects.iter().find_map(|effect| match effect {
            Effect::Badge { sign, .. } => Some(sign.as_str()),
            _ => None,
        });
        let at = self.effects.iter().find_map(|effect| match effect {
            Effect::Remind { at } => Some(*at),
            _ => None,
        });
        (sign.unwrap_or_default(), at.flatten())
    }
}

fn authorized() -> State {
    State::Authorized {
        users: 17,
        sites: 43,
    }
}

fn problem(code: &str) -> Problem {
    Problem {
        code: code.to_owned(),
        title: String::new(),
        detail: String::new(),
        remedy: String::new(),
        role: None,
        link: None,
        microsoft: None,
        status: None,
    }
}

fn blocked(code: &str) -> State {
    State::NeedsReauthorization {
        cause: problem(code),
    }
}

#[test]
fn two_connections_for_one_app_are_told_apart_and_one_of_them_is_guided() {
    let mut panel = Panel::default();
    panel.shows(1, WIZARD, Vec::new());
    let source = panel.connects("c1", State::NeedsAdminConsent);
    let destination = panel.connects("c2", authorized());
    panel.chooses(Choice::Side {
        journey: source.clone(),
        side: Some(Side::Source),
    });
    assert_eq!(panel.view().journeys.len(), 2);
    let again = |app: &str| panel.view().profiles.iter().any(|known| known.id == app);
    assert!(again("office-365-mover"), "a third one can be begun");
    assert_eq!(
        panel.journey(&source).label[..2],
        ["Source", "Tenant of c1"]
    );
    assert_eq!(panel.journey(&destination).label[0], "Tenant of c2");
    // The one that was begun last is guided, until the person chooses.
    assert_eq!(
        panel.view().tabs[&1].journey.as_deref(),
        Some(destination.as_str())
    );
    panel.chooses(Choice::Guide {
        journey: source.clone(),
        tab: Some(1),
    });
    assert_eq!(
        panel.view().tabs[&1].journey.as_deref(),
        Some(source.as_str())
    );
    assert_eq!(panel.view().chosen.as_deref(), Some(source.as_str()));
    // A window that the page opens knows no tab: the chosen one is meant there too.
    panel.shows(
        2,
        &format!("https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}"), Vec::new());
    assert_eq!(
        panel.view().tabs[&2].journey.as_deref(),
        Some(source.as_str())
    );
}

#[test]
fn a_connection_is_followed_while_a_step_of_it_is_to_be_done() {
    let mut panel = Panel::default();
    panel.connects("c1", State::NeedsAdminConsent);
    let follows = Effect::Watch(vec!["c1".to_owned()]);
    assert!(panel.effects.contains(&follows), "{:?}", panel.effects);
}

#[test]
fn a_journey_that_never_connected_is_begun_anew_and_another_apps_stays() {
    let mut panel = Panel::default();
    panel.begins(Role::GlobalAdmin);
    let other = Choice::Begin {
        profile: "avepoint-fly".to_owned(),
        role: Role::GlobalAdmin,
    };
    panel.chooses(other);
    panel.begins(Role::GlobalAdmin);
    let mut apps: Vec<&str> = panel
        .view()
        .journeys
        .iter()
        .map(|journey| journey.app.as_str())
        .collect();
    apps.sort_unstable();
    assert_eq!(apps, ["AvePoint Fly", "Office 365 Mover"]);
}

#[test]
fn what_is_guided_stays_so_when_another_journey_ends() {
    let mut panel = Panel::default();
    panel.shows(1, WIZARD, Vec::new());
    let [one, other, third] =
        ["c1", "c2", "c3"].map(|connection| panel.connects(connection, State::NeedsAdminConsent));
    panel.chooses(Choice::Guide {
        journey: other.clone(),
        tab: Some(1),
    });
    let leave = |journey: &str| Choice::Leave {
        journey: journey.to_owned(),
        delete: false,
    };
    panel.chooses(leave(&one));
    assert_eq!(panel.view().chosen.as_deref(), Some(other.as_str()));
    panel.chooses(leave(&other));
    assert_eq!(panel.view().chosen.as_deref(), Some(third.as_str()));
}

#[test]
fn a_side_is_chosen_and_taken_back() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", State::NeedsAdminConsent);
    let side = |panel: &Panel| panel.journey(&journey).sides[0].clone();
    assert!(!side(&panel).1);
    panel.chooses(side(&panel).0.choice);
    assert!(side(&panel).1);
    panel.chooses(side(&panel).0.choice);
    assert!(!side(&panel).1);
}

#[test]
fn a_step_is_proven_by_a_call_with_its_time() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let grant = &panel.journey(&journey).steps[1];
    assert_eq!((grant.id.as_str(), grant.state), ("grant", StepState::Done));
    assert_eq!(grant.note.as_deref(), Some("Verified by GET /users/$count"));
    assert_eq!(grant.at, Some(77));
    let calls = panel.journey(&journey).evidence();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].call, "GET /users/$count");
}

#[test]
fn a_person_goes_back_to_a_step_that_is_done_and_on_again() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", State::NeedsAdminConsent);
    assert_eq!(panel.current(&journey), Some("grant"));
    let back = Choice::Back {
        journey: journey.clone(),
    };
    panel.chooses(back.clone());
    assert_eq!(panel.current(&journey), Some("connect"));
    // There is none before the first.
    panel.chooses(back);
    assert_eq!(panel.current(&journey), Some("connect"));
    panel.chooses(Choice::Forward {
        journey: journey.clone(),
    });
    assert_eq!(panel.current(&journey), Some("grant"));
}

#[test]
fn a_new_sign_in_ends_the_way_back_to_it() {
    let mut panel = Panel::default();
    panel.shows(1, WIZARD, Vec::new());
    let journey = panel.connects("c1", State::NeedsAdminConsent);
    panel.chooses(Choice::Back {
        journey: journey.clone(),
    });
    panel.answers(Answer::Claimed {
        tab: 1,
        status: Box::new(panel.status("c1", 2, State::NeedsAdminConsent)),
    });
    assert_eq!(panel.current(&journey), Some("grant"));
}

#[test]
fn nothing_is_lost_before_it_is_said_and_confirmed() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::AskLeave {
        journey: journey.clone(),
    });
    let question = panel.journey(&journey).question.clone().expect("asked");
    assert!(
        question
            .lines
            .iter()
            .any(|line| line.text.contains("The grant stays"))
    );
    assert_eq!(question.actions[0].choice, Choice::Stay);
    panel.chooses(Choice::Stay);
    assert_eq!(panel.journey(&journey).question, None);
}

#[test]
fn leaving_forgets_the_bearer_and_the_backend_keeps_the_connection() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::Leave {
        journey,
        delete: false,
    });
    assert!(panel.view().journeys.is_empty());
    assert!(panel.effects.contains(&Effect::Forget {
        connection: "c1".to_owned()
    }));
    assert!(panel.asks().is_empty());
}

#[test]
fn a_connection_is_deleted_before_its_journey_goes_and_what_remains_is_told() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::Leave {
        journey: journey.clone(),
        delete: true,
    });
    assert_eq!(
        panel.asks(),
        [&Question::Delete {
            connection: "c1".to_owned(),
            again: false
        }]
    );
    // A backend that does not answer loses nothing.
    panel.answers(Answer::Failed {
        connection: Some("c1".to_owned()),
        trouble: "no answer".into(),
        reached: false,
    });
    assert_eq!(panel.view().journeys.len(), 1);
    panel.answers(Answer::Deleted {
        connection: "c1".to_owned(),
        again: false,
        deleted: Deleted {
            revoked: Vec::new(),
            forgotten: vec!["the sign-in".to_owned()],
            remains: vec!["the grant".to_owned()],
        },
    });
    assert!(panel.view().journeys.is_empty());
    let told = panel.view().deletion_notice.clone().expect("told");
    assert!(
        told.lines
            .iter()
            .any(|line| line.tone == Tone::Caution && line.text.contains("the grant"))
    );
    panel.chooses(Choice::Dismiss);
    assert_eq!(panel.view().deletion_notice, None);
}

#[test]
fn a_connection_that_somebody_else_made_cannot_be_deleted_from_here() {
    let mut panel = Panel::default();
    panel.shows(1, WIZARD, Vec::new());
    let journey = panel.begins(Role::GlobalAdmin);
    let status = panel.status("c1", 1, authorized());
    panel.signed_in(1, status);
    panel.chooses(Choice::AskLeave {
        journey: journey.clone(),
    });
    let question = panel.journey(&journey).question.clone().expect("asked");
    assert_eq!(question.actions.len(), 2);
    panel.chooses(Choice::Leave {
        journey,
        delete: true,
    });
    assert!(panel.asks().is_empty());
    assert!(panel.view().journeys.is_empty());
}

#[test]
fn starting_over_keeps_the_app_the_role_and_the_side_and_nothing_else() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::Side {
        journey: journey.clone(),
        side: Some(Side::Destination),
    });
    panel.chooses(Choice::StartOver {
        journey: journey.clone(),
        delete: false,
    });
    let [again] = panel.view().journeys.as_slice() else {
        panic!("one journey");
    };
    assert_ne!(again.id, journey);
    assert_eq!(again.label, ["Destination"]);
    assert_eq!(panel.current(&again.id.clone()), Some("connect"));
}

#[test]
fn with_nobody_assigned_closing_the_app_would_lock_everybody_out_and_is_said_to() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let mut with = |assigned: Option<Vec<String>>, required, revision| {
        panel.told(
            |status| {
                status.exposure.assigned = assigned;
                status.exposure.assignment_required = required;
            },
            "c1",
            revision,
        );
        panel.harden(&journey).clone()
    };
    let harden = with(Some(Vec::new()), Some(false), 2);
    assert!(harden.lines.iter().any(|line| line.tone == Tone::Bad));
    let stages: Vec<Tone> = harden.order.iter().map(|line| line.tone).collect();
    assert_eq!(stages, [Tone::Good, Tone::Plain, Tone::Plain, Tone::Plain]);
    let harden = with(Some(vec!["Ada".to_owned()]), Some(false), 3);
    assert!(harden.lines.iter().all(|line| line.tone != Tone::Bad));
    assert!(
        harden
            .lines
            .iter()
            .any(|line| line.text == "Would keep access: Ada")
    );
    let harden = with(Some(vec!["Ada".to_owned()]), Some(true), 4);
    assert!(harden.order.iter().all(|line| line.tone == Tone::Good));
    // Of two stages neither one alone is the last.
    for (assigned, required) in [(None, Some(true)), (Some(vec!["Ada".to_owned()]), None)] {
        let harden = with(assigned, required, 5);
        assert_eq!(harden.order[3].tone, Tone::Plain, "{:?}", harden.order);
    }
}

#[test]
fn closing_the_app_to_others_is_offered_once_and_not_where_it_is_closed() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let offered = |panel: &Panel| panel.harden(&journey).actions.len();
    panel.told(
        |status| status.exposure.assignment_required = Some(true),
        "c1",
        2,
    );
    assert_eq!(offered(&panel), 0, "it is closed");
    panel.told(
        |status| status.exposure.assignment_required = Some(false),
        "c1",
        3,
    );
    let take = panel.harden(&journey).actions[0].choice.clone();
    panel.chooses(take.clone());
    assert_eq!(offered(&panel), 0, "it is taken");
    assert_eq!(
        panel.current(&journey),
        Some("assign"),
        "before what is left in the app"
    );

    let skip = |step: &str| Choice::Skip {
        journey: journey.clone(),
        step: step.to_owned(),
    };
    panel.chooses(skip("assign"));
    let closes = |panel: &Panel| {
        panel
            .journey(&journey)
            .steps
            .iter()
            .any(|step| step.id == "require")
    };
    assert!(!closes(&panel), "nobody is locked out who was not assigned");
    panel.chooses(take);
    panel.chooses(skip("require"));
    assert!(!closes(&panel));
    assert_eq!(
        panel.current(&journey),
        Some("assign"),
        "that alone locks nobody out"
    );
}

#[test]
fn what_graph_may_not_tell_is_said_with_the_way_to_look_it_up() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let harden = panel.harden(&journey);
    assert_eq!(harden.order[1].tone, Tone::Caution);
    assert!(
        harden
            .lines
            .iter()
            .any(|line| line.text.contains("Check before"))
    );
    let lookups: Vec<&str> = harden.lookups.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(lookups, ["assigned", "sign-ins"]);
}

#[test]
fn a_recipe_has_the_ids_of_the_app_and_the_tenant_in_it() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let ways = &panel.recipe(&journey, "grant").ways;
    assert_eq!(ways.len(), 3);
    assert_eq!(
        ways[1].copies[0].text,
        format!(
            "GET https://graph.microsoft.com/v1.0/servicePrincipals/{OBJECT}/oauth2PermissionGrants"
        )
    );
    let commands = &ways[2].copies[0].text;
    assert!(commands.starts_with(&format!("Connect-MgGraph -TenantId {TENANT} -Scopes ")));
    assert!(commands.contains(&format!("-ServicePrincipalId {OBJECT} -All")));
    assert!(!commands.contains('<') && !commands.contains("{id}"));
    panel.chooses(ways[0].action.clone().expect("a page to open").choice);
    assert!(panel.effects.iter().any(|effect| matches!(
        effect,
        Effect::Open { url } if url.contains("/~/Permissions/objectId/") && url.contains(OBJECT)
    )));
}

#[test]
fn in_another_cloud_a_recipe_names_the_hosts_of_that_cloud() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.model.session.settings.portal = "https://portal.azure.cn".to_owned();
    panel.happens(Event::Woke);
    let ways = &panel.recipe(&journey, "delete").ways;
    assert!(
        ways[1].copies[0]
            .text
            .contains("https://microsoftgraph.chinacloudapi.cn/v1.0/")
    );
    assert!(ways[2].copies[0].text.contains("-Environment China"));
}

#[test]
fn what_is_no_id_gets_into_no_command() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.told(
        |status| {
            let app = status.app.as_mut().expect("given");
            app.object_id = "x; Remove-Item *".to_owned();
            status.tenant.as_mut().expect("given").id = "y; Remove-Item *".to_owned();
        },
        "c1",
        2,
    );
    let text = serde_json::to_string(&panel.recipe(&journey, "grant").ways[1..]).expect("plain");
    assert!(!text.contains("Remove-Item"));
    panel.told(
        |status| status.app.as_mut().expect("given").app_id = "z'; Remove-Item *".to_owned(),
        "c1",
        3,
    );
    let after = panel.journey(&journey).after.as_ref().expect("signed in");
    assert!(after.undo.is_empty());
}

#[test]
fn an_undoing_is_believed_only_when_graph_answers_after_it() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let found = |panel: &Panel, recipe: &str| {
        let found = panel.recipe(&journey, recipe).found.clone();
        found.map(|line| line.tone)
    };
    assert_eq!(found(&panel, "grant"), None);
    panel.chooses(Choice::Undone {
        journey: journey.clone(),
        recipe: "grant".to_owned(),
    });
    assert!(matches!(panel.asks()[..], [Question::Check { .. }]));
    assert_eq!(found(&panel, "grant"), Some(Tone::Plain));
    // What was checked before the deed proves nothing of it.
    panel.told(
        |status| {
            status.state = State::NeedsAdminConsent;
            status.checked_at = Some(1);
        },
        "c1",
        2,
    );
    assert_eq!(found(&panel, "grant"), Some(Tone::Plain));
    panel.told(|_| {}, "c1", 3);
    assert_eq!(found(&panel, "grant"), Some(Tone::Caution), "still there");
    assert_eq!(
        panel.follows("c1"),
        Some(true),
        "it may have been under way"
    );
    panel.told(|status| status.state = State::NeedsAdminConsent, "c1", 4);
    assert_eq!(found(&panel, "grant"), Some(Tone::Good));
    assert_eq!(found(&panel, "delete"), None);
    assert_eq!(panel.follows("c1"), Some(false), "it was undone on purpose");
}

#[test]
fn a_look_from_before_the_deed_that_nobody_had_told_of_proves_nothing() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::Undone {
        journey: journey.clone(),
        recipe: "grant".to_owned(),
    });
    let waits = |panel: &Panel| {
        let found = panel.recipe(&journey, "grant").found.clone();
        found.is_some_and(|line| line.tone == Tone::Plain)
    };
    // The backend has looked once more meanwhile, and says so when it is asked to look again.
    panel.now += 10;
    let known = panel.status("c1", 2, authorized());
    panel.answers(Answer::CheckFollows(Box::new(known)));
    assert!(waits(&panel));
    panel.told(|status| status.state = State::NeedsAdminConsent, "c1", 3);
    assert!(!waits(&panel));
    assert_eq!(panel.journey(&journey).headline.text, "Revoked");
    // An answer that comes late takes nothing of it back.
    let late = panel.status("c1", 2, authorized());
    panel.answers(Answer::CheckFollows(Box::new(late)));
    assert_eq!(panel.journey(&journey).headline.text, "Revoked");
}

#[test]
fn who_took_the_grant_back_is_not_led_to_grant_it_again() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.shows(1, WIZARD, Vec::new());
    panel.chooses(Choice::Undone {
        journey: journey.clone(),
        recipe: "grant".to_owned(),
    });
    panel.told(|status| status.state = State::NeedsAdminConsent, "c1", 2);
    assert_eq!(panel.current(&journey), None);
    assert_eq!(panel.journey(&journey).headline.text, "Revoked");
    assert_eq!(
        panel.card(1).map(|card| card.id.as_str()),
        Some("taken-back")
    );
    panel.chooses(Choice::Resume {
        journey: journey.clone(),
    });
    assert_eq!(panel.current(&journey), Some("grant"));
}

#[test]
fn a_removed_app_and_a_disabled_one_are_told_by_microsofts_own_word() {
    for (recipe, code) in [("delete", "app-not-in-tenant"), ("disable", "app-disabled")] {
        let mut panel = Panel::default();
        let journey = panel.connects("c1", authorized());
        panel.chooses(Choice::Undone {
            journey: journey.clone(),
            recipe: recipe.to_owned(),
        });
        panel.told(|status| status.state = blocked(code), "c1", 2);
        let found = panel.recipe(&journey, recipe).found.clone();
        assert_eq!(found.map(|line| line.tone), Some(Tone::Good), "{recipe}");
        assert_eq!(panel.current(&journey), None, "{recipe}");
    }
}

#[test]
fn an_app_that_is_open_again_is_proven_by_what_graph_says_of_assignment() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.told(
        |status| status.exposure.assignment_required = Some(true),
        "c1",
        2,
    );
    panel.chooses(Choice::Undone {
        journey: journey.clone(),
        recipe: "require".to_owned(),
    });
    panel.told(
        |status| status.exposure.assignment_required = Some(true),
        "c1",
        3,
    );
    let tone = |panel: &Panel| {
        let found = panel.recipe(&journey, "require").found.clone();
        found.map(|line| line.tone)
    };
    assert_eq!(tone(&panel), Some(Tone::Caution));
    assert!(!panel.journey(&journey).steps.is_empty());
}

#[test]
fn a_reminder_rings_on_its_day_and_stands_until_it_is_removed() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.shows(1, WIZARD, Vec::new());
    let day = panel.now + 3 * DAY;
    panel.chooses(Choice::Remind {
        journey: journey.clone(),
        at: Some(day),
    });
    assert_eq!(panel.badge(), ("", Some(day)));
    assert!(panel.journey(&journey).news.is_empty());
    panel.now = day;
    panel.happens(Event::Woke);
    assert_eq!(panel.badge(), ("!", None));
    assert_eq!(panel.journey(&journey).news[0].tone, Tone::Caution);
    let card = panel.card(1).expect("the wizard has a card");
    assert!(
        card.lines
            .iter()
            .any(|line| line.text.contains("It's time to revoke"))
    );
    panel.chooses(Choice::Remind { journey, at: None });
    assert_eq!(panel.badge(), ("", None));
}

#[test]
fn the_record_is_asked_of_the_backend_in_the_form_that_was_chosen() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let page = panel
        .journey(&journey)
        .after
        .as_ref()
        .expect("signed in")
        .record[1]
        .clone();
    panel.chooses(page.choice);
    assert_eq!(
        panel.asks(),
        [&Question::Record {
            connection: "c1".to_owned(),
            readable: true
        }]
    );
}

#[test]
fn a_setting_is_kept_when_it_makes_sense_and_explained_beside_its_field_when_not() {
    let mut panel = Panel::default();
    let sets = |panel: &Panel| {
        panel.effects.iter().find_map(|effect| match effect {
            Effect::Set { name, value } => Some((name.clone(), value.clone())),
            _ => None,
        })
    };
    let set = |name: &str, text: &str| Choice::Set {
        name: name.to_owned(),
        text: Some(text.to_owned()),
    };
    let field = |panel: &Panel, name: &str| {
        let fields = &panel.view().settings.fields;
        fields.iter().find(|field| field.name == name).cloned()
    };
    panel.chooses(set("backend", "http://consentry.example"));
    assert_eq!(sets(&panel), None);
    let wrong = field(&panel, "backend").expect("a field");
    assert_eq!(wrong.text, "http://consentry.example");
    assert!(wrong.error.expect("an error").contains("https"));
    panel.chooses(set("backend", " https://consentry.example "));
    assert_eq!(
        sets(&panel),
        Some((
            "backend".to_owned(),
            Some("https://consentry.example".into())
        ))
    );
    assert_eq!(field(&panel, "backend").expect("a field").error, None);

    panel.chooses(set(
        "allowedClients",
        &format!("{APP}\nmistyped, also-wrong"),
    ));
    assert_eq!(sets(&panel), None);
    let error = field(&panel, "allowedClients").and_then(|field| field.error);
    assert!(error.expect("an error").contains("mistyped, also-wrong"));
    // An empty list is no list that allows nothing: it is as if none had been set.
    panel.chooses(set("allowedClients", " \n"));
    assert_eq!(sets(&panel), Some(("allowedClients".to_owned(), None)));
}

#[test]
fn a_setting_of_the_organization_is_locked_with_a_word_and_cannot_be_set() {
    let mut panel = Panel::default();
    panel.happens(Event::Configured(Settings {
        fixed: vec!["portal".to_owned()],
        own: vec!["backend".to_owned()],
        ..Settings::default()
    }));
    let fields = panel.view().settings.fields.clone();
    let locked: Vec<&str> = fields
        .iter()
        .filter(|field| field.locked.is_some())
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(locked, ["portal"]);
    let own: Vec<&str> = fields
        .iter()
        .filter(|field| field.reset.is_some())
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(own, ["backend"]);
    for name in ["portal", "diagnose", "practice", "dataPackKey"] {
        panel.chooses(Choice::Set {
            name: name.to_owned(),
            text: Some("https://portal.azure.us".to_owned()),
        });
        let is_set = |effect: &Effect| matches!(effect, Effect::Set { .. });
        assert!(!panel.effects.iter().any(is_set), "{name}");
    }
}

#[test]
fn every_language_can_be_chosen_and_the_browsers_is_the_one_without_a_choice() {
    let mut panel = Panel::default();
    let field = |panel: &Panel| {
        let fields = &panel.view().settings.fields;
        fields
            .iter()
            .find(|field| field.name == "language")
            .cloned()
    };
    panel.happens(Event::Configured(Settings {
        language: "de".to_owned(),
        ..Settings::default()
    }));
    let offered = field(&panel).expect("a field");
    assert_eq!(offered.text, "", "the browser's was not chosen by anybody");
    let FieldKind::Choice(values) = offered.kind else {
        panic!("a choice");
    };
    let tags: Vec<&str> = values.iter().map(|(tag, _)| tag.as_str()).collect();
    let known = languages::languages().keys().map(String::as_str);
    assert_eq!(tags, std::iter::once("").chain(known).collect::<Vec<_>>());
    assert!(values.contains(&("ja".to_owned(), "日本語".to_owned())));

    for (chosen, kept) in [("ja", Some("ja".into())), ("", None)] {
        panel.chooses(Choice::Set {
            name: "language".to_owned(),
            text: Some(chosen.to_owned()),
        });
        let set = |effect: &Effect| matches!(effect, Effect::Set { name, value } if name == "language" && *value == kept);
        assert!(panel.effects.iter().any(set), "{chosen}");
    }
    for (own, fixed) in [(true, false), (false, true)] {
        let names = |yes: bool| yes.then(|| "language".to_owned()).into_iter().collect();
        panel.happens(Event::Configured(Settings {
            language: "ja".to_owned(),
            own: names(own),
            fixed: names(fixed),
            ..Settings::default()
        }));
        let chosen = field(&panel).expect("a field");
        assert_eq!(chosen.text, "ja");
        assert_eq!(chosen.locked.is_some(), fixed);
    }
}

#[test]
fn access_to_the_backend_is_offered_where_it_is_missing_and_the_host_is_another() {
    let mut panel = Panel::default();
    panel.happens(Event::BackendAccess(false));
    assert_eq!(
        panel.view().settings.access,
        None,
        "this machine needs none"
    );
    panel.happens(Event::Configured(Settings {
        backend: "https://consentry.example/base".to_owned(),
        ..Settings::default()
    }));
    let access = panel.view().settings.access.clone().expect("offered");
    assert_eq!(access.pattern, "https://consentry.example/*");
    panel.happens(Event::BackendAccess(true));
    assert_eq!(panel.view().settings.access, None);
}

#[test]
fn a_hand_off_page_of_a_backend_elsewhere_is_known_by_its_address_alone() {
    let mut panel = Panel::default();
    panel.happens(Event::Configured(Settings {
        backend: "https://consentry.example".to_owned(),
        ..Settings::default()
    }));
    panel.happens(Event::Address {
        tab: 4,
        url: "https://consentry.example/h/7f3kq2v9x8w1m4n6".to_owned(),
    });
    panel.answers(Answer::Claimed {
        tab: 4,
        status: Box::new(panel.status("c9", 1, State::NeedsAdminConsent)),
    });
    assert_eq!(panel.card(4).map(|card| card.id.as_str()), Some("offer"));
    panel.chooses(Choice::AddConnection {
        connection: "c9".to_owned(),
    });
    assert_eq!(panel.card(4).map(|card| card.id.as_str()), Some("hand-off"));
}

#[test]
fn with_reduced_guidance_a_page_is_left_alone_until_the_guard_must_speak() {
    let mut panel = Panel::default();
    let quiet = |panel: &Panel| {
        let paint = &panel.model.session.tabs[&1].frames[&0].instructed;
        paint.marks.is_empty() && paint.card.is_none()
    };
    panel.shows(1, WIZARD, Vec::new());
    panel.connects("c1", State::NeedsAdminConsent);
    panel.shows(1, WIZARD, Vec::new());
    assert!(!quiet(&panel), "a card stands in the page otherwise");
    panel.happens(Event::Configured(Settings {
        reduced_guidance: true,
        ..Settings::default()
    }));
    assert!(quiet(&panel));
    assert!(panel.card(1).is_some(), "the panel says it");
}

#[test]
fn practice_is_what_the_package_says_and_what_no_person_and_no_policy_can() {
    use consentry_logic::settings::{Source, read};
    let practice = serde_json::json!({ "practice": true });
    assert!(read(Catalog::built_in(), &[(Source::Package, practice.clone())]).practice);
    assert!(!read(Catalog::built_in(), &[(Source::Own, practice.clone())]).practice);
    assert!(!read(Catalog::built_in(), &[(Source::Policy, practice)]).practice);

    let mut panel = Panel::default();
    panel.happens(Event::Woke);
    assert_eq!(panel.view().practice.banner, None);
    assert!(panel.view().practice.copy.is_some(), "it says how to begin");
    panel.happens(Event::Configured(Settings {
        practice: true,
        ..Settings::default()
    }));
    let practice = &panel.view().practice;
    assert_eq!(
        practice.banner.as_ref().map(|(word, _)| word.as_str()),
        Some("Practice")
    );
    assert_eq!(practice.copy, None);
}

#[test]
fn what_a_backend_names_and_is_no_web_address_is_not_opened() {
    for start_url in ["javascript:alert(1)", "file:///etc/passwd", "connect/x", ""] {
        let mut panel = Panel::default();
        panel.begins(Role::GlobalAdmin);
        panel.answers(Answer::Restarted {
            start_url: start_url.to_owned(),
        });
        let opened = |effect: &Effect| matches!(effect, Effect::Open { .. });
        assert!(!panel.effects.iter().any(opened), "{start_url}");
        assert!(panel.model.session.trouble.is_some(), "{start_url}");
    }
}

#[test]
fn in_practice_the_trap_is_suggested_until_it_was_stepped_into_and_nowhere_else() {
    let consent = "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98";
    let control = |id: u32, role: &str, name: &str, checked: Option<bool>| Control {
        id,
        role: role.to_owned(),
        name: name.to_owned(),
        visible: true,
        checked,
        ..Control::default()
    };
    let page = |with_box: bool| {
        let mut page = vec![
            control(1, "heading", "Permissions requested", None),
            control(2, "button", "Accept", None),
            control(3, "button", "Cancel", None),
        ];
        let name = "Consent on behalf of your organization";
        page.extend(with_box.then(|| control(4, "checkbox", name, Some(false))));
        page
    };
    let suggested = |panel: &Panel| {
        let card = panel.card(2).expect("the consent is explained");
        let lines = card.lines.iter();
        lines
            .filter(|line| line.text == words::say("practice.try", &[]))
            .count()
    };
    for (practice, with_box, times) in [(true, true, 1), (true, false, 0), (false, true, 0)] {
        let mut panel = Panel::default();
        panel.happens(Event::Configured(Settings {
            practice,
            ..Settings::default()
        }));
        panel.shows(2, consent, page(with_box));
        assert_eq!(suggested(&panel), times, "{practice} {with_box}");
        panel.happens(Event::Blocked {
            tab: 2,
            early: false,
        });
        assert_eq!(suggested(&panel), 0, "it was stepped into");
    }
}

#[test]
fn a_reminder_that_is_due_this_very_moment_is_not_waited_for() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    let at = Some(panel.now + 20);
    panel.chooses(Choice::Remind { journey, at });
    assert_eq!(panel.badge(), ("", at));
    panel.happens(Event::Woke);
    assert_eq!(Some(panel.now), at);
    assert_eq!(panel.badge(), ("!", None));
}

#[test]
fn the_day_stands_until_the_grant_itself_is_proven_to_be_taken_back() {
    let rings = |recipe: &str, change: fn(&mut Status)| {
        let mut panel = Panel::default();
        let journey = panel.connects("c1", authorized());
        let closed = |status: &mut Status| status.exposure.assignment_required = Some(true);
        panel.told(closed, "c1", 2);
        let at = Some(panel.now);
        panel.chooses(Choice::Remind {
            journey: journey.clone(),
            at,
        });
        panel.chooses(Choice::Undone {
            journey,
            recipe: recipe.to_owned(),
        });
        panel.told(change, "c1", 3);
        panel.badge().0 == "!"
    };
    assert!(rings("require", |status| status
        .exposure
        .assignment_required =
        Some(false)));
    assert!(rings("grant", |_| {}), "it is still there");
    assert!(!rings("grant", |status| status.state = State::NeedsAdminConsent));
}

#[test]
fn closing_the_app_is_said_to_be_done_step_by_step() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::Take {
        journey: journey.clone(),
        step: "require".to_owned(),
    });
    let says = |panel: &Panel| {
        panel
            .journey(&journey)
            .actions
            .iter()
            .find_map(|action| match &action.choice {
                Choice::SayDone { step, .. } => Some(step.clone()),
                _ => None,
            })
    };
    assert_eq!(says(&panel).as_deref(), Some("assign"));
    let assigned = |status: &mut Status| status.exposure.assigned = Some(vec!["Adele".to_owned()]);
    panel.told(assigned, "c1", 2);
    assert_eq!(panel.current(&journey), Some("require"));
    assert_eq!(says(&panel).as_deref(), Some("require"));
}

#[test]
fn on_the_apps_page_a_refusal_says_why_and_a_decline_is_only_taken_up_again() {
    let card = |code: &str| {
        let mut panel = Panel::default();
        panel.shows(1, WIZARD, Vec::new());
        let problem = problem(code);
        panel.connects("c1", State::Blocked { problem });
        panel.card(1).map(|card| card.id.clone())
    };
    assert_eq!(card("consent-declined").as_deref(), Some("declined"));
    assert_eq!(card("app-disabled").as_deref(), Some("blocked"));
}

#[test]
fn closing_the_app_is_offered_on_the_last_card_to_who_can_and_has_not_begun_it() {
    let offered = |role: Role, taken: bool| {
        let mut panel = Panel::default();
        panel.shows(1, WIZARD, Vec::new());
        let journey = panel.connects_as(role, "c1", authorized());
        if taken {
            panel.chooses(Choice::Take {
                journey: journey.clone(),
                step: "require".to_owned(),
            });
            let closed = |status: &mut Status| {
                status.exposure.assigned = Some(vec!["Adele".to_owned()]);
                status.exposure.assignment_required = Some(true);
            };
            panel.told(closed, "c1", 2);
        }
        panel.chooses(Choice::Skip {
            journey,
            step: "load".to_owned(),
        });
        let card = panel.card(1).expect("it is done");
        assert_eq!(card.id, "done");
        let harden = |action: &Action<String>| matches!(action.choice, Choice::Take { .. });
        card.actions.iter().any(harden)
    };
    assert!(offered(Role::GlobalAdmin, false));
    assert!(!offered(Role::SharepointAdmin, false));
    assert!(!offered(Role::GlobalAdmin, true));
}

#[test]
fn a_hand_off_is_offered_once_there_is_something_to_hand_off() {
    let offered = |panel: &Panel| {
        let actions = &panel.view().journeys[0].actions;
        actions
            .iter()
            .any(|action| matches!(action.choice, Choice::HandOff { .. }))
    };
    let mut panel = Panel::default();
    let journey = panel.begins(Role::SharepointAdmin);
    let needs_admin = Control {
        id: 1,
        role: "alert".to_owned(),
        name: "Could not retrieve user count: A Global Admin needs to authorize the Office 365 Mover application in the Azure tenant. To do so, click here.".to_owned(),
        visible: true,
        ..Control::default()
    };
    panel.shows(1, WIZARD, vec![needs_admin]);
    assert_eq!(panel.current(&journey), Some("grant"), "the page says so");
    assert!(!offered(&panel), "the backend knows of nothing");
    panel.answers(Answer::Created {
        journey,
        start_url: "http://localhost:7430/connect/x".to_owned(),
        observer: None,
        status: Box::new(panel.status("c1", 1, State::NeedsAdminConsent)),
    });
    assert!(offered(&panel));
}

#[test]
fn the_tabs_of_a_journey_that_ends_follow_it_and_no_others() {
    let mut panel = Panel::default();
    let [one, other] =
        ["c1", "c2"].map(|connection| panel.connects(connection, State::NeedsAdminConsent));
    for (tab, journey) in [(1, &one), (2, &other)] {
        panel.shows(tab, WIZARD, Vec::new());
        panel.chooses(Choice::Guide {
            journey: journey.clone(),
            tab: Some(tab),
        });
    }
    panel.chooses(Choice::Leave {
        journey: one,
        delete: false,
    });
    assert_eq!(panel.model.session.tabs[&1].journey, None);
    assert_eq!(panel.model.session.tabs[&2].journey.as_ref(), Some(&other));
}

#[test]
fn what_no_recipe_is_called_was_not_undone() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    for (recipe, counts) in [("no-such-recipe", false), ("grant", true)] {
        panel.chooses(Choice::Undone {
            journey: journey.clone(),
            recipe: recipe.to_owned(),
        });
        let undone = panel.model.lasting.journeys[0].undone.is_some();
        assert_eq!(undone, counts, "{recipe}");
    }
}

#[test]
fn a_journey_that_is_over_is_followed_again_from_an_undoing_until_it_is_proven() {
    let mut panel = Panel::default();
    let journey = panel.connects("c1", authorized());
    panel.chooses(Choice::Skip {
        journey: journey.clone(),
        step: "load".to_owned(),
    });
    assert_eq!(
        (panel.current(&journey), panel.follows("c1")),
        (None, Some(false))
    );
    panel.chooses(Choice::Undone {
        journey,
        recipe: "grant".to_owned(),
    });
    assert_eq!(panel.follows("c1"), Some(true));
    panel.told(|status| status.state = State::NeedsAdminConsent, "c1", 2);
    assert_eq!(panel.follows("c1"), Some(false));
}
