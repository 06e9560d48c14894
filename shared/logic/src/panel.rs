//! The view: everything the faces draw, from everything that is known.

use crate::card;
use crate::decide::{self, Decision};
use crate::fact::{Fact, Source};
use crate::find;
use crate::model::{Journey, Model, Tab};
use crate::page::{ConsentKind, Page};
use crate::step_target;
use crate::unprofiled;
use crate::{
    connection_label, custom_client_id, first_run, named_app, navigation, options, post_consent,
    practice, redact,
};
use consentry_catalog::Catalog;
use consentry_catalog::guide::{Actor, Step, What};
use consentry_catalog::profile::Profile;
use consentry_wire::api::{Proof, State};
use consentry_wire::diagnosis::{ConsentVerdict, Diagnosis, Highlight, Search};
use consentry_wire::text::{Text, from_backend, in_english, message, say};
use consentry_wire::view::{
    Action, BackendView, CardKind, Choice, Copy, Headings, JourneyView, Line, Note, ProfileView,
    SettingsView, StepState, StepView, TabView, Tone, View, Weight,
};
use std::collections::BTreeMap;

mod signs;

/// Everything the faces draw at `now`.
pub(crate) fn view(catalog: &Catalog, model: &Model, now: u64) -> View {
    let tabs = model
        .decisions()
        .map(|(id, decision)| (id, decision.view.clone()))
        .chain(
            model
                .session
                .barred
                .filter(|tab| !model.session.tabs.contains_key(tab))
                .map(barred),
        )
        .collect();
    View {
        tabs,
        journeys: model
            .lasting
            .journeys
            .iter()
            .rev()
            .filter_map(|journey| journey_view(catalog, model, journey, now))
            .collect(),
        profiles: catalog
            .profiles
            .iter()
            .map(|app| ProfileView {
                id: app.id.clone(),
                name: app.name.clone(),
                about: app.says_about(),
                actions: card::begin_actions(catalog, app),
            })
            .collect(),
        any_app: Some(named_app::view(catalog, model)),
        backend: BackendView {
            address: model.session.settings.backend.clone(),
            trouble: model.session.trouble.clone(),
            unset: (!model.session.settings.has_backend()).then(no_backend),
        },
        settings: settings_view(model),
        chosen: model.preferred(|_| true).map(|journey| journey.id.clone()),
        offers: model
            .lasting
            .offers
            .iter()
            .map(|offer| card::offer_note(catalog, offer))
            .collect(),
        deletion_notice: model
            .session
            .deletion_notice
            .as_ref()
            .map(navigation::deletion_notice),
        practice: practice::view(model),
        first_run: first_run::view(model),
        headings: headings(),
        language: String::new(),
        direction: String::new(),
        words: BTreeMap::new(),
    }
}

/// What is said where no backend is set.
fn no_backend() -> Note {
    Note {
        id: "no-backend".to_owned(),
        title: message("no-backend.title"),
        text: message("no-backend.text"),
        lines: Vec::new(),
        actions: vec![Action {
            label: message("no-backend.set"),
            choice: Choice::Options,
            weight: Weight::Secondary,
        }],
    }
}

fn headings() -> Headings {
    Headings {
        connections: message("head.connections"),
        guided: message("head.guided"),
        side: message("head.side"),
        after: message("head.after"),
        harden: message("head.harden"),
        undo: message("head.undo"),
        record: message("head.record"),
        record_text: message("head.record.text"),
        save_file: message("head.save-file"),
        record_copy: message("head.record.copy"),
    }
}

fn settings_view(model: &Model) -> SettingsView {
    let settings = &model.session.settings;
    let line = |tone, text| Line { tone, text };
    let mut news: Vec<Line> = settings
        .refused
        .iter()
        .map(|word| line(Tone::Caution, word.clone()))
        .collect();
    if model.session.withheld {
        news.push(line(Tone::Caution, message("access.withheld")));
    }
    let data = &model.session.data;
    if let Some(why) = &data.refused {
        news.push(line(
            Tone::Caution,
            say("data.refused", &[("why", &in_english(why))]),
        ));
    }
    let on = settings.zero_touch;
    let (state, turn) = if on {
        ("settings.zero-touch.on", "settings.zero-touch.end")
    } else {
        ("settings.zero-touch.off", "settings.zero-touch.begin")
    };
    let mut lines = vec![line(Tone::Plain, message(state))];
    let fixed = settings.fixes("zeroTouch");
    if !settings.fixed.is_empty() {
        let names = settings.fixed.join(", ");
        lines.push(line(
            Tone::Plain,
            say("settings.fixed", &[("names", &names)]),
        ));
    }
    if let Some(serial) = data.pack {
        let names = [
            ("serial", serial.to_string()),
            ("built_in", data.built_in.to_string()),
        ];
        let names = names
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        lines.push(line(Tone::Plain, say("data.pack", &names)));
    }
    let turn = Action {
        label: message(turn),
        choice: Choice::ZeroTouch { on: !on },
        weight: Weight::Secondary,
    };
    let more = Action {
        label: message("settings.more"),
        choice: Choice::Options,
        weight: Weight::Secondary,
    };
    SettingsView {
        title: message("settings.title"),
        text: message("settings.text"),
        save: message("settings.save"),
        saved: message("settings.saved"),
        fields: options::fields(model),
        access: options::access(model),
        news,
        lines,
        actions: (!fixed).then_some(turn).into_iter().chain([more]).collect(),
    }
}

/// What is said of a tab whose page the browser's policy keeps us out of.
fn barred(tab: u32) -> (u32, TabView) {
    let card = card::plain(
        "barred",
        CardKind::Note,
        message("access.barred.title"),
        message("access.barred.text"),
    );
    (
        tab,
        TabView {
            card: Some(card),
            ..TabView::default()
        },
    )
}

/// What the panel shows of a tab on which that was decided.
pub(crate) fn tab_view(catalog: &Catalog, model: &Model, tab: &Tab, decision: Decision) -> TabView {
    let diagnosis = (tab.diagnosing || model.session.settings.diagnose)
        .then(|| diagnose(catalog, model, tab, &decision));
    let page = decision
        .page
        .as_ref()
        .map(|recognised| recognised.page.name().to_owned());
    let kept = diagnosis
        .as_ref()
        .map(|diagnosis| crate::redact::redact(catalog, &tab.sightings(), diagnosis));
    TabView {
        kept,
        page,
        card: decision.card,
        journey: decision.journey,
        diagnosis,
    }
}

fn journey_view(
    catalog: &Catalog,
    model: &Model,
    journey: &Journey,
    now: u64,
) -> Option<JourneyView> {
    let app = journey.app(catalog)?;
    let app = app.as_ref();
    let current = journey.step(catalog, now);
    let steps = journey
        .steps(catalog)
        .map(|step| step_view(catalog, step, current, journey, app, now))
        .collect();
    Some(JourneyView {
        id: journey.id.clone(),
        profile: journey.profile.clone(),
        app: app.name.clone(),
        label: connection_label::label(catalog, journey),
        sides: connection_label::sides(journey),
        steps,
        headline: headline(journey),
        status: journey.status.clone(),
        guard: journey.guard.clone(),
        handoff: journey.handoff.as_ref().map(|handoff| Copy {
            label: message("handoff.label"),
            text: handoff.url.clone(),
        }),
        client: custom_client_id::field(catalog, model, app),
        actions: actions(model, journey, app, current),
        ways: navigation::actions(catalog, journey, now),
        question: model
            .session
            .leave_prompt
            .as_ref()
            .filter(|asking| asking.journey == journey.id)
            .map(|asking| navigation::question(catalog, journey, asking.again)),
        news: news(model, journey, app, now),
        after: post_consent::view(catalog, journey, &model.session.settings, now),
    })
}

fn step_view(
    catalog: &Catalog,
    step: &Step,
    current: Option<&Step>,
    journey: &Journey,
    app: &Profile,
    now: u64,
) -> StepView {
    let names = [("app", app.name.as_str())];
    let known = journey
        .facts
        .known(step.ends, now)
        .filter(|fact| fact.holds);
    let is_current = current.is_some_and(|current| current.id == step.id);
    let state = if is_current {
        StepState::Current
    } else if known.is_some() {
        StepState::Done
    } else {
        StepState::Later
    };
    let (note, at) = known.map_or((None, None), |fact| {
        let (note, at) = proof(fact, step, journey);
        let note = if is_current {
            say("step.again", &[("note", note)])
        } else {
            note
        };
        (Some(note), Some(at))
    });
    let actor = match step.actor {
        Actor::Requester => message("actor.requester"),
        Actor::Approver if journey.is_mine(Actor::Approver) => message("actor.requester"),
        Actor::Approver => consentry_catalog::roles::approver(catalog, app),
    };
    StepView {
        id: step.id.clone(),
        title: say(&format!("step.{}.title", step.id), &names),
        actor,
        state,
        note,
        at,
    }
}

/// Why a step counts as done, and since when.
fn proof(fact: &Fact, step: &Step, journey: &Journey) -> (Text, u64) {
    match fact.source {
        Source::Person => return (message("step.person"), fact.at),
        Source::Page => return (message("step.page"), fact.at),
        Source::Graph => {}
    }
    let proofs: Vec<_> = journey
        .status
        .iter()
        .flat_map(|status| &status.evidence)
        .filter(|evidence| {
            proves(step.ends, &evidence.call)
                || (step.ends == What::Authorized
                    && card::listed(journey).is_some()
                    && lists_grants(&evidence.call))
        })
        .collect();
    let Some(at) = proofs.iter().map(|evidence| evidence.at).max() else {
        return (message("step.signed"), fact.at);
    };
    let calls: Vec<&str> = proofs
        .iter()
        .map(|evidence| evidence.call.as_str())
        .collect();
    let key = if proofs.iter().all(|proof| proof.proof == Proof::Observer) {
        "step.listed"
    } else {
        "step.proof"
    };
    (say(key, &[("call", &calls.join(", "))]), at)
}

/// What must be seen without opening anything.
fn news(model: &Model, journey: &Journey, app: &Profile, now: u64) -> Vec<Line> {
    let mut news: Vec<Line> = custom_client_id::line(app).into_iter().collect();
    // The sign-in to the observer ends on a page of the backend's, with the key to what it shows.
    if waits_for_its_observer(journey) && model.session.backend_access == Some(false) {
        let host = options::backend_host(&model.session.settings).unwrap_or_default();
        let text = say("any-app.access", &[("host", &host)]);
        news.push(Line {
            tone: Tone::Caution,
            text,
        });
    }
    if journey.is_due(now) {
        news.push(Line {
            tone: Tone::Caution,
            text: message("reminder.due"),
        });
    }
    if let (Some(name), Some(id)) = (journey.called(), unprofiled::client_id(&journey.profile)) {
        news.push(Line {
            tone: Tone::Plain,
            text: say("any-app.called", &[("app", name), ("id", id)]),
        });
    }
    if let Some(status) = card::listed(journey) {
        news.extend(card::granted_lines(status));
    }
    if journey.revisit.is_some() {
        news.push(Line {
            tone: Tone::Plain,
            text: message("back.here"),
        });
    }
    news
}

/// Which call of Graph's proves which fact.
fn proves(what: What, call: &str) -> bool {
    match what {
        What::Authorized => call.contains("/users/$count") || call.contains("/sites"),
        What::Assigned => call.contains("appRoleAssignedTo"),
        What::AssignmentRequired => call.contains("servicePrincipals") && !call.contains("appRole"),
        _ => false,
    }
}

/// Which calls list what was granted: proof only of a grant that is said to be listed.
fn lists_grants(call: &str) -> bool {
    call.contains("/oauth2PermissionGrants") || call.contains("/appRoleAssignments")
}

fn headline(journey: &Journey) -> Line {
    let Some(status) = &journey.status else {
        let key = if journey.unproven {
            "state.unproven"
        } else {
            "state.begun"
        };
        return Line {
            tone: Tone::Plain,
            text: message(key),
        };
    };
    if journey.is_taken_back() {
        return Line {
            tone: Tone::Good,
            text: message("state.taken-back"),
        };
    }
    let (tone, text) = match &status.state {
        State::AwaitingSignIn => (Tone::Plain, message("state.awaiting_sign_in")),
        State::NeedsAdminConsent => (Tone::Caution, message("state.needs_admin_consent")),
        State::Propagating { .. } => (Tone::Plain, message("state.propagating")),
        State::Authorized { users, sites } => (
            Tone::Good,
            say(
                "state.authorized",
                &[("users", &users.to_string()), ("sites", &sites.to_string())],
            ),
        ),
        State::Granted => (Tone::Good, message("state.granted")),
        State::NeedsReauthorization { .. } => {
            (Tone::Caution, message("state.needs_reauthorization"))
        }
        State::Blocked { problem } => (
            Tone::Bad,
            say("state.blocked", &[("title", from_backend(&problem.title))]),
        ),
    };
    Line { tone, text }
}

fn actions(model: &Model, journey: &Journey, app: &Profile, current: Option<&Step>) -> Vec<Action> {
    let id = || journey.id.clone();
    let button = |key: &str, choice, weight| Action {
        label: message(key),
        choice,
        weight,
    };
    let mut actions = Vec::new();
    let done = |step: &Step| Choice::SayDone {
        journey: id(),
        step: step.id.clone(),
    };
    match current {
        Some(step) if journey.unproven && step.ends == What::Connected && app.entry.is_none() => {
            actions.push(button("connect.said", done(step), Weight::Primary));
        }
        Some(step) if journey.unproven && !journey.is_mine(step.actor) => {
            actions.push(button("grant.said", done(step), Weight::Primary));
        }
        Some(step) if step.ends == What::Connected && app.entry.is_none() => {
            let without = |weight| {
                button(
                    "connect.without",
                    Choice::Unproven { journey: id() },
                    weight,
                )
            };
            if model.session.settings.has_backend() {
                let connect = Choice::Connect { journey: id() };
                actions.push(button("connect.do", connect, Weight::Primary));
                actions.push(without(Weight::Secondary));
            } else {
                actions.push(without(Weight::Primary));
            }
        }
        Some(step) if journey.is_mine(step.actor) => {
            actions.push(button(
                "go.do",
                Choice::Go { journey: id() },
                Weight::Primary,
            ));
            actions.extend(card::said_done(journey, step));
            if journey.unproven && step.ends == What::Authorized {
                actions.push(button("grant.said", done(step), Weight::Secondary));
            }
        }
        Some(_) if journey.handoff.is_none() && journey.connection.is_some() => {
            actions.push(Action {
                label: message("handoff.make"),
                choice: Choice::HandOff { journey: id() },
                weight: Weight::Primary,
            });
        }
        _ => {}
    }
    if card::listed(journey).is_some() {
        actions.push(card::see_granted(journey, Weight::Secondary));
    }
    if journey.connection.is_some() && !waits_for_its_observer(journey) {
        actions.push(button(
            "check.do",
            Choice::Check { journey: id() },
            Weight::Secondary,
        ));
    }
    if waits_for_its_observer(journey) && model.session.backend_access == Some(false) {
        actions.insert(0, button("settings.more", Choice::Options, Weight::Primary));
    }
    if let Some(step) = current.filter(|step| step.optional) {
        actions.push(button(
            "skip.do",
            Choice::Skip {
                journey: id(),
                step: step.id.clone(),
            },
            Weight::Secondary,
        ));
    }
    if journey.is_taken_back() {
        actions.push(button(
            "resume.do",
            Choice::Resume { journey: id() },
            Weight::Secondary,
        ));
    }
    let lost = matches!(
        journey.status.as_ref().map(|status| &status.state),
        Some(State::NeedsReauthorization { .. } | State::Blocked { .. })
    );
    if lost {
        actions.push(button(
            "reauthorize.do",
            Choice::Reauthorize { journey: id() },
            Weight::Secondary,
        ));
    }
    actions
}

/// Whether nobody has signed in to the observer yet: before that it shows nothing, and is not asked.
fn waits_for_its_observer(journey: &Journey) -> bool {
    let status = journey.status.as_ref();
    status.is_some_and(|status| {
        status.proof == Proof::Observer && status.state == State::AwaitingSignIn
    })
}

/// The facts behind a decision, for people who wonder.
fn diagnose(catalog: &Catalog, model: &Model, tab: &Tab, decision: &Decision) -> Diagnosis {
    let frames = tab.sightings();
    let Some(recognised) = &decision.page else {
        return Diagnosis::default();
    };
    let page = &recognised.page;
    let journey = decision.journey.as_deref().and_then(|id| model.journey(id));
    let of_journey = journey.and_then(|journey| journey.app(catalog));
    let app = of_journey
        .as_deref()
        .or_else(|| assumed_app(catalog, tab, page));
    let named = find::Named {
        here: app.map_or(find::Here::Right, |app| {
            decide::here(catalog, page, app, journey.and_then(Journey::object_id))
        }),
        ..decide::named(app, journey.and_then(Journey::tenant))
    };
    let looked_for = controls_of(catalog, page)
        .into_iter()
        .filter_map(|id| {
            Some(find::explain(
                catalog,
                id,
                step_target::spec(catalog, id, page)?,
                &frames,
                named,
            ))
        })
        .collect::<Vec<Search>>();
    let (mut would_light, mut dark_because) = (
        decision.highlights.clone(),
        decision.not_shown_because.clone(),
    );
    if journey.is_none() {
        // As if the page had been quiet for long: there is nobody here to wait.
        let (lit, not_shown) = assumed(catalog, page, &frames, named, u64::MAX);
        dark_because = not_shown;
        match &decision.verdict {
            Some((_, verdict)) if !decision.accept_is_due => {
                let why = || verdict.lines.first().map(|line| line.text.clone());
                dark_because = dark_because.or_else(why);
            }
            _ => would_light.extend(lit),
        }
    }
    let mut because = recognised.because.clone();
    if let Page::Unknown(why) = page {
        because.push(why.clone());
    }
    let signs = signs::signs_met(
        catalog,
        recognised,
        &looked_for,
        app.map(|app| app.name.as_str()),
    );
    Diagnosis {
        page: page.name().to_owned(),
        because,
        signs,
        looked_for,
        would_light,
        dark_because,
        consent: decision
            .verdict
            .as_ref()
            .map(|(kind, verdict)| ConsentVerdict {
                kind: match kind {
                    ConsentKind::User => "user",
                    ConsentKind::UserWithTick => "user-with-tick",
                    ConsentKind::Admin => "admin",
                }
                .to_owned(),
                is_public: tab
                    .request
                    .as_ref()
                    .and_then(|request| request.client_id.as_deref())
                    .is_some_and(|id| redact::is_public(catalog, id)),
                client_id: tab
                    .request
                    .as_ref()
                    .and_then(|request| request.client_id.clone()),
                profile: app
                    .filter(|_| tab.request.is_some())
                    .map(|app| app.id.clone()),
                verdict: match verdict.decision {
                    crate::consent::Decision::Fine => "fine",
                    crate::consent::Decision::Warn => "warn",
                    crate::consent::Decision::Block => "hold",
                }
                .to_owned(),
                reasons: std::iter::once(&verdict.glance)
                    .chain(&verdict.lines)
                    .chain(&verdict.checks)
                    .map(|line| line.text.clone())
                    .collect(),
            }),
        frames: u32::try_from(tab.frames.len()).unwrap_or(u32::MAX),
        complete: tab
            .frames
            .values()
            .all(|frame| frame.sighting.as_ref().is_some_and(|s| s.complete)),
    }
}

/// The app a page would be about, where no journey says so: the one its address names, else the
/// first with pages of its own.
fn assumed_app<'c>(catalog: &'c Catalog, tab: &Tab, page: &Page) -> Option<&'c Profile> {
    match page {
        Page::Consent(_) | Page::SignIn(_) => tab.app(catalog),
        Page::Portal(portal) => match &portal.app_id {
            Some(app_id) => consentry_catalog::profiles::by_client_id(catalog, app_id),
            None => consentry_catalog::profiles::with_wizard(catalog),
        },
        Page::Entry { profile, .. } => consentry_catalog::profiles::by_id(catalog, profile),
        _ => consentry_catalog::profiles::with_wizard(catalog),
    }
}

/// What would be lit if a journey stood at this page.
fn assumed(
    catalog: &Catalog,
    page: &Page,
    frames: &[(u32, &consentry_wire::sighting::Sighting)],
    named: find::Named<'_>,
    quiet_ms: u64,
) -> (Vec<Highlight>, Option<Text>) {
    if named.app.is_none() {
        return (Vec::new(), Some(message("not-shown.no-profile")));
    }
    let of = step_target::OfApp {
        own: true,
        by_id: false,
    };
    for step in &consentry_catalog::guides::authorize_connector(catalog).step {
        let (standing, _) = step_target::stand(catalog, step, page, frames, named, of, quiet_ms);
        let Some(standing) = standing else { continue };
        let control = standing.target.light.as_deref().unwrap_or_default();
        let kind = if standing.many && standing.found.len() > 1 {
            "choose"
        } else {
            "point"
        };
        let lit = standing
            .found
            .iter()
            .map(|found| find::highlight(control, kind, *found))
            .collect();
        let not_shown = standing.not_shown.as_ref();
        return (
            lit,
            not_shown.map(|not_shown| card::not_shown_words(catalog, not_shown, None)),
        );
    }
    (Vec::new(), None)
}

/// Every control a guide or the guard looks for on such a page.
fn controls_of<'c>(catalog: &'c Catalog, page: &Page) -> Vec<&'c str> {
    let mut controls: Vec<&str> = consentry_catalog::guides::authorize_connector(catalog)
        .step
        .iter()
        .flat_map(|step| &step.at)
        .filter(|target| target.page.iter().any(|name| name == page.name()))
        .filter_map(|target| target.light.as_deref())
        .collect();
    if matches!(page, Page::Consent(_)) {
        controls.extend([
            "consent-tick",
            "consent-cancel",
            "publisher",
            "publisher-verified",
            "publisher-unverified",
            "permission-row",
        ]);
    }
    if page.name() == "app-permissions" {
        controls.push("review-permissions");
    }
    if page.name().starts_with("registration-") {
        controls.push("menu-api-permissions");
    }
    let mut seen = std::collections::BTreeSet::new();
    controls.retain(|control| seen.insert(*control));
    controls
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English as _;

    #[test]
    fn each_fact_is_proved_by_the_calls_that_ask_for_it() {
        let calls = [
            "GET /users/$count",
            "GET /sites/getAllSites",
            "GET /servicePrincipals/1/appRoleAssignedTo",
            "GET /servicePrincipals(appId='1')",
        ];
        for (what, proofs) in [
            (What::Authorized, [true, true, false, false]),
            (What::Assigned, [false, false, true, false]),
            (What::AssignmentRequired, [false, false, false, true]),
            (What::Loaded, [false; 4]),
        ] {
            assert_eq!(calls.map(|call| proves(what, call)), proofs, "{what:?}");
        }
    }

    #[test]
    fn every_heading_of_the_panel_has_its_words() {
        let headings = serde_json::to_value(headings()).unwrap();
        for (name, text) in headings.as_object().unwrap() {
            let text: Text = serde_json::from_value(text.clone()).unwrap();
            let text = text.english();
            assert!(
                !text.is_empty() && !text.starts_with("head."),
                "{name}: {text}"
            );
        }
    }
}
