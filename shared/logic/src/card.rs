//! Cards: what is said, in final words.

mod approval;
mod consent;
mod device_code;
mod granted;
mod offer;
mod stopped;

pub(crate) use approval::approval;
pub(crate) use consent::{ConsentPage, GuideThrough, consent};
pub(crate) use device_code::device_code;
pub(crate) use granted::{lines as granted_lines, listed, see as see_granted};
pub(crate) use offer::{offer, offer_note};
pub(crate) use stopped::{Around, stopped};

use crate::consent::{change, doubts_its_permissions};
use crate::custom_client_id;
use crate::fact::Facts;
use crate::model::{Journey, Settings};
use crate::page::{ConsentKind, Page};
use crate::portal_link;
use crate::step_target::{NotShownReason, StepMatch};
use crate::unprofiled;
use consentry_catalog::Catalog;
use consentry_catalog::guide::{Step, StepTarget, What};
use consentry_catalog::profile::{Cloud, Profile, Sides};
use consentry_catalog::roles;
use consentry_wire::api::State;
use consentry_wire::journey::Place;
use consentry_wire::text::{Text, from_backend, in_english, joined, message, say};
use consentry_wire::values;
use consentry_wire::view::{
    Action, Card, CardKind, Choice, Copy, Line, Progress, Tone, Weight, line,
};

pub(crate) fn plain(id: &str, kind: CardKind, title: Text, text: Text) -> Card {
    Card {
        id: id.to_owned(),
        seed_step: None,
        kind,
        title,
        glance: None,
        text,
        copy: None,
        lines: Vec::new(),
        details: Vec::new(),
        checks: Vec::new(),
        actions: Vec::new(),
        progress: None,
    }
}

pub(crate) fn action(label: Text, choice: Choice, weight: Weight) -> Action {
    Action {
        label,
        choice,
        weight,
    }
}

/// The buttons that begin a journey.
pub(crate) fn begin_actions(catalog: &Catalog, app: &Profile) -> Vec<Action> {
    use consentry_wire::api::Role;
    let approver = roles::approver(catalog, app);
    let begin = |key, role, weight| {
        action(
            say(key, &values!["approver" => &approver]),
            Choice::Begin {
                profile: app.id.clone(),
                role,
            },
            weight,
        )
    };
    // What an app without a profile is for, and so who works with it, nobody knows.
    let (key, other) = if unprofiled::is(app) {
        ("any-app.other-role", Role::Other)
    } else {
        ("begin.sharepoint-admin", Role::SharepointAdmin)
    };
    vec![
        begin("begin.global-admin", Role::GlobalAdmin, Weight::Primary),
        begin(key, other, Weight::Primary),
    ]
}

pub(crate) fn begin(catalog: &Catalog, app: &Profile) -> Card {
    let approver = roles::approver(catalog, app);
    let names = values![
        "app" => &app.name,
        "approver" => approver,
        "source" => roles::source(catalog),
    ];
    let grant = app.grant();
    let count = grant.len().to_string();
    let mut card = plain(
        "begin",
        CardKind::Step,
        say("begin.title", &names),
        say("begin.text", &names),
    );
    card.seed_step = Some("1".to_owned());
    let asks = if grant.is_empty() {
        "begin.asks.unknown"
    } else if doubts_its_permissions(app, ConsentKind::Admin) {
        "begin.asks.some"
    } else {
        "begin.asks"
    };
    card.lines = app
        .retired
        .iter()
        .map(|retired| line(Tone::Caution, in_english(retired)))
        .collect();
    card.lines.extend([
        line(Tone::Plain, say("begin.needs", &names)),
        line(Tone::Plain, say(asks, &[("count", &count)])),
    ]);
    // The question is to stay in sight of its answers.
    let (facts, doubts): (Vec<Line>, Vec<Line>) = about_the_app(catalog, app)
        .into_iter()
        .partition(|fact| fact.tone == Tone::Plain);
    card.lines.extend(doubts);
    card.checks = facts;
    card.checks.extend(app.sources.iter().map(|source| {
        line(
            Tone::Plain,
            say("profile.source", &[("source", &source.url)]),
        )
    }));
    card.actions = begin_actions(catalog, app);
    card
}

/// What the profile knows besides, and what it is not sure of.
fn about_the_app(catalog: &Catalog, app: &Profile) -> Vec<Line> {
    let name = || ("app", Text::from(&app.name));
    let mut lines = Vec::new();
    let mut add = |tone, key: &str, names: &[(&str, Text)]| lines.push(line(tone, say(key, names)));
    if let Some(role) = app.role.as_deref().and_then(|id| roles::by_id(catalog, id)) {
        add(
            Tone::Plain,
            "begin.role",
            &[name(), ("role", Text::from(&role.name))],
        );
    }
    if let Some(sides) = app.sides {
        let key = match sides {
            Sides::Source => "begin.side.source",
            Sides::Destination => "begin.side.destination",
            Sides::Both => "begin.side.both",
        };
        add(Tone::Plain, key, &[name()]);
    }
    if !app.clouds.is_empty() {
        let clouds: Vec<Text> = app
            .clouds
            .iter()
            .map(|cloud| match cloud {
                Cloud::Global => message("begin.cloud.global"),
                Cloud::UsGov => message("begin.cloud.us-gov"),
                Cloud::China => message("begin.cloud.china"),
            })
            .collect();
        let clouds = joined(", ", clouds);
        add(Tone::Plain, "begin.clouds", &[name(), ("clouds", clouds)]);
    }
    if app.client_ids.is_empty() {
        add(Tone::Caution, custom_client_id::missing(app), &[name()]);
    }
    if let Some(fields) = app.doubtful() {
        add(
            Tone::Caution,
            "profile.unverified",
            &[name(), ("fields", fields)],
        );
    }
    let notes = app
        .notes
        .iter()
        .map(|note| line(Tone::Plain, in_english(note)));
    lines.extend(notes);
    lines
}

/// Which of the steps a person sees this is.
pub(crate) fn progress(catalog: &Catalog, journey: &Journey, step: &Step) -> Option<Progress> {
    let shown: Vec<&Step> = consentry_catalog::guides::authorize_connector(catalog)
        .step
        .iter()
        .filter(|step| !step.optional || journey.taken.contains(&step.id))
        .collect();
    let at = shown.iter().position(|known| known.id == step.id)?;
    let (at, of) = (at + 1, shown.len());
    Some(Progress {
        words: say(
            "step.progress",
            &[("at", &at.to_string()), ("of", &of.to_string())],
        ),
        at: u32::try_from(at).ok()?,
        of: u32::try_from(of).ok()?,
    })
}

/// What is to be typed at a target.
pub(crate) fn typed(target: &StepTarget, app: &Profile) -> Option<String> {
    let client_id = app
        .client_ids
        .first()
        .map(String::as_str)
        .unwrap_or_default();
    Some(
        target
            .text
            .as_ref()?
            .replace("{name}", &app.name)
            .replace("{client_id}", client_id),
    )
}

/// Why a page is left alone that something could be lit on.
pub(crate) fn reduced_words() -> Text {
    message("not-shown.reduced")
}

pub(crate) fn not_shown_words(
    catalog: &Catalog,
    not_shown: &NotShownReason,
    app: Option<&Profile>,
) -> Text {
    let approver = app.map_or_else(
        || roles::names(&roles::smallest(catalog, [])),
        |app| roles::approver(catalog, app),
    );
    match not_shown {
        NotShownReason::Absent => message("not-shown.absent"),
        NotShownReason::Unsure(why) => say("not-shown.unsure", &[("why", in_english(why))]),
        NotShownReason::Disabled => say("not-shown.disabled", &[("approver", &approver)]),
        NotShownReason::Greyed => message("not-shown.greyed"),
        NotShownReason::Behind => message("not-shown.behind"),
        NotShownReason::OtherTenant => message("not-shown.other-tenant"),
        NotShownReason::Off => message("not-shown.off"),
    }
}

pub(crate) fn target(
    catalog: &Catalog,
    matched: &StepMatch<'_, '_>,
    journey: &Journey,
    app: &Profile,
    page: &Page,
    settings: &Settings,
    lookalike: bool,
) -> Card {
    let target = matched.target;
    let tenant = journey.tenant().unwrap_or_default();
    let approver = roles::approver(catalog, app);
    let id = app.client_ids.first().map_or("", String::as_str);
    let names = values![
        "app" => &app.name,
        "id" => id,
        "tenant" => tenant,
        "approver" => approver,
    ];
    let words = words_of(target, journey);
    let mut card = plain(
        &target.id,
        CardKind::Step,
        say(&format!("at.{words}.title"), &names),
        say(&format!("at.{words}.text"), &names),
    );
    card.seed_step.clone_from(&target.seed);
    card.progress = progress(catalog, journey, matched.step);
    card.copy = typed(target, app).map(|text| Copy {
        label: card.title.clone(),
        text,
    });
    if let Some(not_shown) = &matched.not_shown {
        card.lines.push(line(
            Tone::Caution,
            not_shown_words(catalog, not_shown, Some(app)),
        ));
    }
    if lookalike {
        card.lines
            .push(line(Tone::Caution, say("lookalike", &names)));
    }
    if page.name().starts_with("app-") {
        if app.client_ids.is_empty() {
            let missing = say(custom_client_id::missing(app), &names);
            card.lines.push(line(Tone::Caution, missing));
        }
        card.lines.extend(custom_client_id::line(app));
    }
    add_news(&mut card, journey, &names);
    if matched.step.ends == What::Authorized && page.name() == "app-permissions" {
        card.lines.extend(before_the_grant(catalog, journey, app));
    }
    let leads_elsewhere = matched.step.elsewhere == Place::Permissions
        && matches!(
            page.name(),
            "wizard-needs-admin"
                | "app-list"
                | "app-overview"
                | "portal-unsure"
                | "registration-overview"
                | "registration-permissions"
                | "registration-other"
        );
    // What is there, and greyed out or behind something, is on this page.
    let is_there = matches!(
        matched.not_shown,
        Some(NotShownReason::Disabled | NotShownReason::Greyed | NotShownReason::Behind)
    );
    let lost = matched.not_shown.is_some() && !is_there && page.name() != "app-permissions";
    if (leads_elsewhere || lost)
        && (matched.step.elsewhere == Place::Entry || journey.object_id().is_some())
        && portal_link::link(catalog, matched.step.elsewhere, journey, settings).is_some()
    {
        let key = if matched.step.elsewhere == Place::Entry {
            "go.do"
        } else {
            "straight"
        };
        card.actions.push(action(
            message(key),
            Choice::Go {
                journey: journey.id.clone(),
            },
            Weight::Secondary,
        ));
    }
    if matches!(page.name(), "app-users" | "app-properties") {
        card.actions.extend(said_done(journey, matched.step));
    }
    if page.name() == "wizard-needs-admin" && matched.step.ends == What::Authorized {
        hand_off_offer(catalog, &mut card, journey, Weight::Secondary);
    }
    card
}

/// Under which key a target's words are. A sign-in that was canceled is not one that has ended.
fn words_of<'a>(target: &'a StepTarget, journey: &Journey) -> &'a str {
    let state = journey.status.as_ref().map(|status| &status.state);
    let has_ended = matches!(state, Some(State::NeedsReauthorization { .. }));
    if target.id == "reauthorize" && !has_ended {
        "reauthorize-unfinished"
    } else {
        &target.id
    }
}

/// The button that says of an optional step in the portal that it is done.
pub(crate) fn said_done(journey: &Journey, step: &Step) -> Option<Action> {
    let key = match step.ends {
        What::Assigned => "assign.said",
        What::AssignmentRequired => "require.said",
        _ => return None,
    };
    let choice = Choice::SayDone {
        journey: journey.id.clone(),
        step: step.id.clone(),
    };
    Some(action(message(key), choice, Weight::Secondary))
}

/// What the grant would change in what the app holds: read before the button is pressed.
fn before_the_grant(catalog: &Catalog, journey: &Journey, app: &Profile) -> Vec<Line> {
    let asked = app.grant();
    change::said(
        catalog,
        asked.iter().map(|(scope, kind)| (scope, *kind)),
        journey.status.as_ref().map(|status| &status.grants),
        doubts_its_permissions(app, ConsentKind::Admin),
    )
}

/// What happened on the way: a closed window, a declined grant, a pause of Graph's.
fn add_news(card: &mut Card, journey: &Journey, names: &[(&str, Text)]) {
    let news = |facts: &Facts, what| {
        facts
            .known(what, journey.begun_at)
            .is_some_and(|fact| fact.holds)
    };
    if news(&journey.facts, What::WindowClosed) {
        let text = if journey.unproven {
            "wrong.window.unproven"
        } else {
            "wrong.window.text"
        };
        card.lines.push(line(Tone::Caution, say(text, names)));
    }
    if news(&journey.facts, What::ConsentDeclined) {
        let error = journey.returned_error.as_deref().unwrap_or_default();
        card.lines.push(line(
            Tone::Caution,
            say("wrong.returned.text", &[("error", error)]),
        ));
    }
    if let Some(waiting) = journey
        .status
        .as_ref()
        .and_then(|status| status.waiting.as_ref())
    {
        // A reason is a sentence of its own, or the title of a problem: nothing can follow it in one line.
        card.lines
            .push(line(Tone::Plain, from_backend(&waiting.reason)));
        card.lines.push(line(Tone::Plain, message("waiting.text")));
    }
}

fn hand_off_offer(catalog: &Catalog, card: &mut Card, journey: &Journey, weight: Weight) {
    let approver = journey
        .app(catalog)
        .map(|app| roles::approver(catalog, &app))
        .unwrap_or_default();
    let names = [("approver", approver)];
    if let Some(handoff) = &journey.handoff {
        card.copy = Some(Copy {
            label: message("handoff.label"),
            text: handoff.url.clone(),
        });
        card.lines
            .push(line(Tone::Plain, say("handoff.made", &names)));
    } else if journey.connection.is_some() {
        card.actions.push(action(
            say("handoff.make", &names),
            Choice::HandOff {
                journey: journey.id.clone(),
            },
            weight,
        ));
    }
}

pub(crate) fn wait_for_granter(catalog: &Catalog, journey: &Journey, app: &Profile) -> Card {
    let approver = roles::approver(catalog, app);
    let names = values!["app" => &app.name, "approver" => approver];
    let text = if journey.unproven {
        "handoff.wait.unproven"
    } else {
        "handoff.wait.text"
    };
    let mut card = plain(
        "hand-over",
        CardKind::Note,
        say("handoff.wait.title", &names),
        say(text, &names),
    );
    card.seed_step = Some("5".to_owned());
    hand_off_offer(catalog, &mut card, journey, Weight::Primary);
    add_news(&mut card, journey, &names);
    card.actions.push(action(
        message("check.do"),
        Choice::Check {
            journey: journey.id.clone(),
        },
        Weight::Secondary,
    ));
    card
}

pub(crate) fn is_propagating(journey: &Journey) -> bool {
    matches!(
        journey.status.as_ref().map(|status| &status.state),
        Some(State::Propagating { .. })
    )
}

pub(crate) fn propagating(journey: &Journey, app: &Profile) -> Card {
    let names = values!["app" => &app.name];
    let mut card = plain(
        "propagating",
        CardKind::Note,
        say("propagating.title", &names),
        say("propagating.text", &names),
    );
    add_news(&mut card, journey, &names);
    card.actions.push(action(
        message("check.do"),
        Choice::Check {
            journey: journey.id.clone(),
        },
        Weight::Secondary,
    ));
    card
}

/// What was granted was taken back, and Graph has shown it.
fn taken_back(journey: &Journey, app: &Profile) -> Card {
    let names = [("app", app.name.as_str())];
    let mut card = plain(
        "taken-back",
        CardKind::Done,
        say("taken-back.title", &names),
        say("taken-back.text", &names),
    );
    let resume = Choice::Resume {
        journey: journey.id.clone(),
    };
    card.actions
        .push(action(say("resume.do", &names), resume, Weight::Secondary));
    card
}

pub(crate) fn done(journey: &Journey, app: &Profile, page: &Page, now: u64) -> Card {
    if journey.is_taken_back() {
        return taken_back(journey, app);
    }
    if journey.unproven {
        return plain(
            "done-unproven",
            CardKind::Note,
            say("done.unproven.title", &[("app", &app.name)]),
            say("done.unproven.text", &[("app", &app.name)]),
        );
    }
    if let Some(status) = granted::listed(journey) {
        return granted::card(journey, app, status, now);
    }
    let (users, sites) = match journey.status.as_ref().map(|status| &status.state) {
        Some(State::Authorized { users, sites }) => (users.to_string(), sites.to_string()),
        _ => ("?".to_owned(), "?".to_owned()),
    };
    let names = [
        ("app", app.name.as_str()),
        ("users", users.as_str()),
        ("sites", sites.as_str()),
    ];
    let mut card = plain(
        "done",
        CardKind::Done,
        say("done.title", &names),
        say("done.text", &names),
    );
    card.seed_step = Some("10".to_owned());
    if journey.is_due(now) {
        card.lines
            .push(line(Tone::Caution, say("reminder.due", &names)));
    }
    if app.entry.is_some() && !matches!(page, Page::Entry { .. }) && !journey.approver {
        let go = Choice::Go {
            journey: journey.id.clone(),
        };
        card.actions
            .push(action(say("done.back", &names), go, Weight::Primary));
    }
    if journey.may_grant() && !journey.taken.iter().any(|taken| taken == "require") {
        let take = Choice::Take {
            journey: journey.id.clone(),
            step: "require".to_owned(),
        };
        card.actions
            .push(action(say("done.harden", &names), take, Weight::Secondary));
    }
    card
}

pub(crate) fn elsewhere(catalog: &Catalog, journey: &Journey, app: &Profile, step: &Step) -> Card {
    let names = values!["app" => &app.name];
    let what = say(&format!("step.{}.text", step.id), &names);
    let mut card = plain(
        "elsewhere",
        CardKind::Note,
        say("elsewhere.title", &names),
        say("elsewhere.text", &[("step", what)]),
    );
    card.progress = progress(catalog, journey, step);
    let go = Choice::Go {
        journey: journey.id.clone(),
    };
    card.actions
        .push(action(message("elsewhere.go"), go, Weight::Primary));
    add_news(&mut card, journey, &names);
    card
}

/// The portal says that a grant failed: to press the button once more would fail again.
pub(crate) fn grant_failed(app: &Profile) -> Card {
    let names = [("app", app.name.as_str())];
    plain(
        "grant-failed",
        CardKind::Note,
        say("wrong.grant-failed.title", &names),
        say("wrong.grant-failed.text", &names),
    )
}

pub(crate) fn another_app(journey: &Journey, app: &Profile) -> Card {
    let names = [("app", app.name.as_str())];
    let mut card = plain(
        "another-app",
        CardKind::Warning,
        say("wrong.app.title", &names),
        say("wrong.app.text", &names),
    );
    let go = Choice::Go {
        journey: journey.id.clone(),
    };
    card.actions
        .push(action(message("elsewhere.go"), go, Weight::Primary));
    card
}

/// Pages on which something went wrong.
pub(crate) fn wrong_turn(page: &Page, journey: &Journey, app: &Profile) -> Option<Card> {
    let names = [("app", app.name.as_str())];
    let wrong = |id: &str, text: Text| {
        plain(
            id,
            CardKind::Note,
            say(&format!("wrong.{id}.title"), &names),
            text,
        )
    };
    let plain_wrong = |id: &str| wrong(id, say(&format!("wrong.{id}.text"), &names));
    match page {
        Page::ApprovalRequested => Some(plain_wrong("requested")),
        Page::PersonalAccount => Some(plain_wrong("personal")),
        Page::ConsentReturn { error: Some(error) } => Some(wrong(
            "returned",
            say("wrong.returned.text", &[("error", error)]),
        )),
        // The window is about to close by itself: there is nothing to do in it.
        Page::ConsentReturn { error: None } => {
            let text = if journey.unproven {
                "returned.unproven"
            } else {
                "returned.text"
            };
            Some(plain(
                "returned",
                CardKind::Note,
                say("returned.title", &names),
                say(text, &names),
            ))
        }
        Page::Entry { .. } => match journey.status.as_ref().map(|status| &status.state) {
            Some(State::Blocked { problem }) if problem.code.contains("declined") => {
                let mut card = plain_wrong("declined");
                let again = Choice::Reauthorize {
                    journey: journey.id.clone(),
                };
                card.actions
                    .push(action(message("reauthorize.do"), again, Weight::Primary));
                Some(card)
            }
            Some(State::Blocked { problem } | State::NeedsReauthorization { cause: problem }) => {
                let mut card = plain(
                    "blocked",
                    CardKind::Note,
                    from_backend(&problem.title),
                    from_backend(&problem.detail),
                );
                card.lines.push(line(
                    Tone::Plain,
                    say(
                        "blocked.remedy",
                        &[("remedy", from_backend(&problem.remedy))],
                    ),
                ));
                if let Some(role) = &problem.role {
                    let role = roles::directory_role(role).unwrap_or_else(|| from_backend(role));
                    let role = say("blocked.role", &[("role", role)]);
                    card.lines.push(line(Tone::Plain, role));
                }
                let again = Choice::Reauthorize {
                    journey: journey.id.clone(),
                };
                card.actions
                    .push(action(message("reauthorize.do"), again, Weight::Primary));
                let check = Choice::Check {
                    journey: journey.id.clone(),
                };
                card.actions
                    .push(action(message("check.do"), check, Weight::Secondary));
                Some(card)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Says that a press was held because nothing had been judged yet, and that the next one counts.
pub(crate) fn say_early(card: &mut Option<Card>) {
    let card = card.get_or_insert_with(|| {
        plain(
            "held-early",
            CardKind::Note,
            message("early.title"),
            message("early.text"),
        )
    });
    if card.id != "held-early" {
        card.lines
            .insert(0, line(Tone::Caution, message("early.text")));
    }
}

/// Says that Accept was held although nobody knows by which box.
pub(crate) fn say_held(card: &mut Option<Card>) {
    if let Some(card) = card {
        card.lines
            .insert(0, line(Tone::Bad, message("consent.held.any")));
    }
}
