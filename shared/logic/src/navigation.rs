//! Ways through a journey that a person chooses: back, over again, out of it, and which of several
//! is guided. What is lost by it is said before, and nothing in the tenant changes by any of it.

use crate::effect::{Effect, Question};
use crate::fact;
use crate::model::{DeletionNotice, Journey, LeavePrompt, Model};
use consentry_catalog::Catalog;
use consentry_catalog::guide::Step;
use consentry_wire::api::{Deleted, State};
use consentry_wire::text::{in_english, message, say};
use consentry_wire::view::{Action, Choice, Line, Note, Tone, Weight};

impl Journey {
    /// The steps that belong to it, in their order.
    pub(crate) fn steps<'c>(
        &self,
        catalog: &'c Catalog,
    ) -> impl DoubleEndedIterator<Item = &'c Step> {
        consentry_catalog::guides::authorize_connector(catalog)
            .step
            .iter()
            .filter(|step| !step.optional || self.taken.contains(&step.id))
    }

    /// The step to do at `now`: the one the person went back to, else the first that is not done.
    /// None, where all is done or what was granted was taken back.
    pub(crate) fn step<'c>(&self, catalog: &'c Catalog, now: u64) -> Option<&'c Step> {
        if let Some(again) = &self.revisit
            && let Some(step) = self.steps(catalog).find(|step| step.id == *again)
        {
            return Some(step);
        }
        if self.is_taken_back() {
            return None;
        }
        fact::current(
            consentry_catalog::guides::authorize_connector(catalog),
            &self.facts,
            &self.taken,
            now,
        )
    }

    /// The step before the one to do, that this person could do again.
    pub(crate) fn before<'c>(&self, catalog: &'c Catalog, now: u64) -> Option<&'c Step> {
        let current = self.step(catalog, now);
        self.steps(catalog)
            .take_while(|step| current.is_none_or(|current| current.id != step.id))
            .filter(|step| self.is_mine(step.actor))
            .last()
    }
}

/// Goes back one step.
pub(crate) fn back(catalog: &Catalog, model: &mut Model, id: &str, now: u64) {
    if let Some(journey) = model.journey_mut(id)
        && let Some(step) = journey.before(catalog, now)
    {
        journey.revisit = Some(step.id.clone());
    }
}

/// Guides a journey from now on, and on that tab in any case.
pub(crate) fn guide(model: &mut Model, id: String, tab: Option<u32>) {
    if model.journey(&id).is_none() {
        return;
    }
    if let Some(tab) = tab.and_then(|tab| model.session.tabs.get_mut(&tab)) {
        tab.journey = Some(id.clone());
        tab.hidden = None;
    }
    model.lasting.chosen = Some(id);
}

/// Asks before something is lost.
pub(crate) fn ask(model: &mut Model, journey: String, again: bool) {
    if model.journey(&journey).is_some() {
        model.session.leave_prompt = Some(LeavePrompt { journey, again });
    }
}

/// Ends a journey, and begins it anew where that is meant. Where the backend is to forget too, it is
/// asked first, and the journey stays until it has answered.
pub(crate) fn leave(
    catalog: &Catalog,
    model: &mut Model,
    id: &str,
    delete: bool,
    again: bool,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let Some(journey) = model.journey(id) else {
        return;
    };
    let deletable = journey
        .connection
        .clone()
        .filter(|_| delete && journey.owner);
    model.session.leave_prompt = None;
    match deletable {
        Some(connection) => effects.push(Effect::Ask(Question::Delete { connection, again })),
        None => end(catalog, model, id, again, now, effects),
    }
}

/// The backend has forgotten a connection.
pub(crate) fn deleted(
    catalog: &Catalog,
    model: &mut Model,
    connection: &str,
    again: bool,
    deleted: Deleted,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let Some(journey) = model
        .lasting
        .journeys
        .iter()
        .find(|journey| journey.connection.as_deref() == Some(connection))
    else {
        return;
    };
    let id = journey.id.clone();
    let app = journey
        .app(catalog)
        .map_or_else(|| journey.profile.clone(), |app| app.name.clone());
    model.session.deletion_notice = Some(DeletionNotice { app, deleted });
    end(catalog, model, &id, again, now, effects);
}

fn end(
    catalog: &Catalog,
    model: &mut Model,
    id: &str,
    again: bool,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let Some(at) = model.lasting.journeys.iter().position(|one| one.id == id) else {
        return;
    };
    let ended = model.lasting.journeys.remove(at);
    if model.lasting.chosen.as_deref() == Some(id) {
        model.lasting.chosen = None;
    }
    let mut tabs = Vec::new();
    for (tab_id, tab) in &mut model.session.tabs {
        if tab.journey.as_deref() == Some(id) {
            tab.journey = None;
            tabs.push(*tab_id);
        }
    }
    if let Some(connection) = ended.connection.clone() {
        effects.push(Effect::Forget { connection });
    }
    if again
        && !ended.approver
        && let Some(app) = ended.app(catalog)
    {
        let begun = model.begin_journey(&app, ended.role, false, now);
        begun.side = ended.side;
        begun.link.clone_from(&ended.link);
        let new = begun.id.clone();
        for tab in tabs {
            if let Some(tab) = model.session.tabs.get_mut(&tab) {
                tab.journey = Some(new.clone());
            }
        }
    }
}

/// What is asked before a journey ends: what each way out loses.
pub(crate) fn question(catalog: &Catalog, journey: &Journey, again: bool) -> Note {
    let app = journey.app(catalog);
    let app = app.as_ref().map_or("", |app| app.name.as_str());
    let names = [("app", app)];
    let plain = |key: &str| Line {
        tone: Tone::Plain,
        text: say(key, &names),
    };
    let caution = |key: &str| Line {
        tone: Tone::Caution,
        text: say(key, &names),
    };
    let mut lines = vec![plain(if again {
        "leave.lost.again"
    } else {
        "leave.lost.steps"
    })];
    if journey.connection.is_some() {
        lines.push(if journey.owner {
            plain("leave.lost.access")
        } else {
            caution("leave.lost.bearer")
        });
    }
    if journey.handoff.is_some() {
        lines.push(plain("leave.stays.handoff"));
    }
    if journey.ends_on.is_some() {
        lines.push(plain("leave.lost.reminder"));
    }
    let granted = matches!(
        journey.status.as_ref().map(|status| &status.state),
        Some(State::Authorized { .. } | State::Propagating { .. } | State::Granted)
    );
    if granted {
        lines.push(caution("leave.stays.grant"));
    }
    let with = |delete| {
        let journey = journey.id.clone();
        if again {
            Choice::StartOver { journey, delete }
        } else {
            Choice::Leave { journey, delete }
        }
    };
    let mut actions = Vec::new();
    let mut action = |key: &str, choice, weight| {
        actions.push(Action {
            label: say(key, &names),
            choice,
            weight,
        });
    };
    action("leave.stay", Choice::Stay, Weight::Primary);
    let deletable = journey.connection.is_some() && journey.owner;
    let keep = match (again, deletable) {
        (false, false) => "leave.do",
        (true, false) => "start-over.do",
        (false, true) => "leave.keep",
        (true, true) => "start-over.keep",
    };
    action(keep, with(false), Weight::Secondary);
    if deletable {
        lines.push(plain("leave.delete.does"));
        let key = if again {
            "start-over.delete"
        } else {
            "leave.delete"
        };
        action(key, with(true), Weight::Risky);
    }
    Note {
        id: if again { "start-over" } else { "leave" }.to_owned(),
        title: say(
            if again {
                "start-over.title"
            } else {
                "leave.title"
            },
            &names,
        ),
        text: say("leave.nothing-changes", &names),
        lines,
        actions,
    }
}

/// What became of a deleted connection.
pub(crate) fn deletion_notice(told: &DeletionNotice) -> Note {
    let names = [("app", told.app.as_str())];
    let lines = |key: &str, tone, what: &[String]| -> Vec<Line> {
        what.iter()
            .map(|what| Line {
                tone,
                text: say(key, &[("what", &in_english(what))]),
            })
            .collect()
    };
    let mut all = lines("deleted.revoked", Tone::Good, &told.deleted.revoked);
    all.extend(lines(
        "deleted.forgotten",
        Tone::Good,
        &told.deleted.forgotten,
    ));
    all.extend(lines(
        "deleted.remains",
        Tone::Caution,
        &told.deleted.remains,
    ));
    Note {
        id: "deleted".to_owned(),
        title: say("deleted.title", &names),
        text: say("deleted.text", &names),
        lines: all,
        actions: vec![Action {
            label: message("deleted.dismiss"),
            choice: Choice::Dismiss,
            weight: Weight::Secondary,
        }],
    }
}

/// The way back, the way on, and the ways out, as buttons.
pub(crate) fn actions(catalog: &Catalog, journey: &Journey, now: u64) -> Vec<Action> {
    let id = || journey.id.clone();
    let button = |key: &str, choice| Action {
        label: message(key),
        choice,
        weight: Weight::Secondary,
    };
    let mut actions = Vec::new();
    if journey.before(catalog, now).is_some() {
        actions.push(button("back.do", Choice::Back { journey: id() }));
    }
    if journey.revisit.is_some() {
        actions.push(button("forward.do", Choice::Forward { journey: id() }));
    }
    if !journey.approver {
        actions.push(button(
            "start-over.ask",
            Choice::AskStartOver { journey: id() },
        ));
    }
    actions.push(button("leave.ask", Choice::AskLeave { journey: id() }));
    actions
}
