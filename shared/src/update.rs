//! `update(model, event, now) -> effects`: the only place where anything happens to what is known.

use crate::address::{self, Site};
use crate::api::{Hint, Role, State, Status};
use crate::decide;
use crate::fact::{Fact, Source, What};
use crate::guide::{self, Actor, Place};
use crate::mark::Paint;
use crate::model::{Frame, Journey, Model, Settings, TabGuard};
use crate::pack::InForce;
use crate::page::{self, ConsentKind, Page};
use crate::permission::Kind;
use crate::show;
use crate::sighting::{Look, Sighting};
use crate::view::{Choice, View};
use crate::{after, consent, data, options, travel, witness, words};
use serde::{Deserialize, Serialize};

/// All that goes in. Who it comes from is stamped by the worker, from what the browser says about
/// the sender, never from the message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A frame shows another address.
    Hello {
        /// The tab.
        tab: u32,
        /// The frame; 0 is the top one.
        frame: u32,
        /// Names the document.
        document: String,
        /// Its whole address; only the cleaned one is kept.
        url: String,
    },
    /// A frame was looked at.
    Saw {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// What it shows.
        sighting: Sighting,
    },
    /// A hold stopped something.
    Held {
        /// The tab.
        tab: u32,
        /// Whether only because nothing had been judged yet.
        early: bool,
    },
    /// The browser told the address of a tab in which no script of ours runs; an empty one, where
    /// the browser may not tell.
    Address {
        /// The tab.
        tab: u32,
        /// Its whole address; only the cleaned one is kept.
        url: String,
    },
    /// Whether the person took the browser's access to the sign-in's hosts away.
    Withheld(bool),
    /// The tab in front, where the browser's policy keeps every script out of its page.
    Barred(Option<u32>),
    /// Whether the browser gives access to the backend's host.
    BackendAccess(bool),
    /// A frame does not answer any more.
    FrameGone {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
    },
    /// A tab or window was closed.
    TabGone {
        /// The tab.
        tab: u32,
    },
    /// A person chose something in a face of ours.
    Chose(Choice),
    /// The backend answered.
    Answered(Answer),
    /// Settings were read.
    Configured(Settings),
    /// The data packs were looked through.
    Packed(InForce),
    /// Time has passed, or the worker started.
    Woke,
}

/// What the backend answered, without the bearer it may have come with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A one-time handle was claimed on a tab.
    Claimed {
        /// The tab.
        tab: u32,
        /// The connection.
        status: Box<Status>,
    },
    /// A connection was created from the panel.
    Created {
        /// The journey that asked.
        journey: String,
        /// Where the browser goes to sign in.
        start_url: String,
        /// The connection.
        status: Box<Status>,
    },
    /// A new sign-in for a connection was begun.
    Restarted {
        /// Where the browser goes to sign in.
        start_url: String,
    },
    /// A connection's newest state.
    Status(Box<Status>),
    /// A hand-off link was made.
    HandedOff {
        /// The connection.
        connection: String,
        /// The link.
        handoff: crate::api::HandOff,
    },
    /// A connection was deleted, with all that was kept of it.
    Deleted {
        /// The connection.
        connection: String,
        /// Whether its journey begins anew.
        again: bool,
        /// What was revoked, what was forgotten, what remains.
        deleted: crate::api::Deleted,
    },
    /// The backend refused, or did not answer.
    Failed {
        /// The connection that was asked about, if one was.
        connection: Option<String>,
        /// In plain words.
        trouble: String,
        /// Whether the backend was reached at all.
        reached: bool,
    },
}

/// All that comes out. There is no effect that clicks, types or submits on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Open the eyes of a frame.
    Look {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// What to look for.
        look: Look,
    },
    /// Close them.
    Rest {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
    },
    /// Paint in a frame.
    Paint {
        /// The tab.
        tab: u32,
        /// The frame.
        frame: u32,
        /// What.
        paint: Paint,
    },
    /// What the faces draw.
    Show(Box<View>),
    /// Open a page in a new tab.
    Open {
        /// Its address.
        url: String,
    },
    /// Bring a tab to the front.
    Focus {
        /// The tab.
        tab: u32,
    },
    /// Ask the backend.
    Ask(Question),
    /// Follow exactly these connections live.
    Watch(Vec<String>),
    /// Keep what the person set.
    Set {
        /// The setting's name.
        name: String,
        /// Its value; nothing takes it back.
        value: Option<serde_json::Value>,
    },
    /// Open the page with all settings.
    OpenOptions,
    /// Forget the bearer of a connection.
    Forget {
        /// The connection.
        connection: String,
    },
    /// What the extension's button says.
    Badge {
        /// A sign; empty for none.
        sign: String,
        /// What it means; empty where there is no sign.
        title: String,
    },
    /// Wake up at a time of day, though the browser may be closed until then.
    Remind {
        /// Unix time in milliseconds; nothing where no reminder is set.
        at: Option<u64>,
    },
    /// Wake up again.
    Wake {
        /// In so many milliseconds.
        after_ms: u64,
    },
}

/// What is asked of the backend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// `POST /api/v1/connections`
    Create {
        /// The journey that asks.
        journey: String,
        /// Profile id.
        profile: String,
        /// The role the person says they hold.
        role: Role,
    },
    /// `GET /api/v1/connections/{id}`
    Status {
        /// The connection.
        connection: String,
    },
    /// `POST …/check`
    Check {
        /// The connection.
        connection: String,
        /// What a page suggested.
        hint: Option<Hint>,
    },
    /// `POST …/record/seen`; nothing is answered.
    Seen {
        /// The connection.
        connection: String,
        /// What the guard saw.
        seen: crate::record::Seen,
    },
    /// `POST …/handoff`
    HandOff {
        /// The connection.
        connection: String,
    },
    /// `POST …/reauthorize`
    Reauthorize {
        /// The connection.
        connection: String,
    },
    /// `GET …/record`: what is answered goes to the faces and to nobody else.
    Record {
        /// The connection.
        connection: String,
        /// As a page to print, and not as JSON.
        readable: bool,
    },
    /// `DELETE /api/v1/connections/{id}`
    Delete {
        /// The connection.
        connection: String,
        /// Whether its journey begins anew.
        again: bool,
    },
}

/// Takes one event in, at `now` (Unix time in milliseconds). What is said is in the language of the
/// settings, where the shell has brought its words in.
pub fn update(model: &mut Model, event: Event, now: u64) -> Vec<Effect> {
    let language = match &event {
        Event::Configured(settings) => &settings.language,
        _ => &model.session.settings.language,
    };
    let language = language.clone();
    words::speaking(&language, || happens(model, event, now))
}

fn happens(model: &mut Model, event: Event, now: u64) -> Vec<Effect> {
    let mut effects = Vec::new();
    match event {
        Event::Hello {
            tab,
            frame,
            document,
            url,
        } => hello(model, tab, frame, document, &url, now),
        Event::Saw {
            tab,
            frame,
            sighting,
        } => saw(model, tab, frame, sighting, now, &mut effects),
        Event::Held { tab, early } => held(model, tab, early),
        Event::Address { tab, url } => told_address(model, tab, &url, now),
        Event::Withheld(withheld) => model.session.withheld = withheld,
        Event::Barred(tab) => model.session.barred = tab,
        Event::BackendAccess(given) => model.session.backend_access = Some(given),
        Event::FrameGone { tab, frame } => {
            if let Some(tab) = model.session.tabs.get_mut(&tab) {
                tab.frames.remove(&frame);
            }
        }
        Event::TabGone { tab } => tab_gone(model, tab, now, &mut effects),
        Event::Chose(choice) => chose(model, choice, now, &mut effects),
        Event::Answered(answer) => answered(model, answer, now, &mut effects),
        Event::Configured(settings) => {
            crate::pack::use_profiles(&settings.profiles);
            model.session.settings = settings;
        }
        Event::Packed(data) => model.session.data = data,
        Event::Woke => {}
    }
    witness::tell(&mut model.lasting.journeys, &mut effects);
    refresh(model, now, &mut effects);
    effects
}

fn hello(model: &mut Model, tab_id: u32, frame_id: u32, document: String, address: &str, now: u64) {
    let url = address::clean(address);
    let backend = &model.session.settings.backend;
    if address::site(address, backend).is_none() {
        if frame_id == 0 {
            model.session.tabs.remove(&tab_id);
        }
        return;
    }
    let tab = model.session.tabs.entry(tab_id).or_default();
    let known = tab.frames.get(&frame_id);
    let new_document = known.is_none_or(|frame| frame.document != document);
    if frame_id == 0 {
        match consent::request(&url) {
            Some(request) => {
                tab.request = Some(request);
                tab.asked_for_all = page::asks_for_all(&url);
            }
            // A new request whose address does not say which app: the last one's is no longer true.
            None if consent::request::begins(&url) => {
                tab.request = None;
                tab.asked_for_all = page::asks_for_all(&url);
            }
            None => {}
        }
        tab.guard = TabGuard::default();
        tab.hidden = None;
        if new_document {
            tab.frames.retain(|id, _| *id == 0);
        }
    }
    tab.changed_at = now;
    let painted = if new_document {
        Paint::default()
    } else {
        known_paint(tab.frames.get(&frame_id))
    };
    tab.frames.insert(
        frame_id,
        Frame {
            document,
            sighting: Some(Sighting {
                url: url.clone(),
                ..Sighting::default()
            }),
            url,
            looking: false,
            painted,
        },
    );
}

/// Names the document of a frame whose address alone is known.
const BY_ADDRESS: &str = "by address";

/// Where a script of ours runs, it says hello by itself; the browser's word counts where none does.
fn told_address(model: &mut Model, tab: u32, url: &str, now: u64) {
    let settings = &model.session.settings;
    let site = address::site(url, &settings.backend);
    let top = model
        .session
        .tabs
        .get(&tab)
        .and_then(|tab| tab.frames.get(&0));
    let known = top.is_some_and(|top| top.document == BY_ADDRESS);
    let same = known && top.is_some_and(|top| top.url == address::clean(url));
    match site {
        Some(Site::Login) if !settings.zero_touch => {}
        Some(Site::Login | Site::Personal | Site::HandOff) if same => {}
        // A script of ours is on the hand-off pages of this machine, and on those of no other.
        Some(Site::HandOff) if top.is_some() && !known => {}
        Some(Site::Login | Site::Personal | Site::HandOff) => {
            hello(model, tab, 0, BY_ADDRESS.to_owned(), url, now);
        }
        _ if known => {
            model.session.tabs.remove(&tab);
        }
        _ => {}
    }
}

fn known_paint(frame: Option<&Frame>) -> Paint {
    frame.map(|frame| frame.painted.clone()).unwrap_or_default()
}

fn saw(
    model: &mut Model,
    tab_id: u32,
    frame_id: u32,
    sighting: Sighting,
    now: u64,
    effects: &mut Vec<Effect>,
) {
    let limit = data::get().look.limit as usize;
    let Some(tab) = model.session.tabs.get_mut(&tab_id) else {
        return;
    };
    let Some(frame) = tab.frames.get_mut(&frame_id) else {
        return;
    };
    // A sighting of an address the frame has left says nothing about the one it shows.
    if address::clean(&sighting.url) != frame.url {
        return;
    }
    let mut sighting = Sighting {
        url: frame.url.clone(),
        ..sighting
    };
    sighting.controls.truncate(limit);
    if !frame
        .sighting
        .as_ref()
        .is_some_and(|known| known.shows_the_same_as(&sighting))
    {
        tab.changed_at = now;
    }
    frame.sighting = Some(sighting);
    if frame_id == 0 {
        learn_from_page(model, tab_id, now, effects);
    }
}

/// Facts a page suggests. None of them proves anything: Graph overrules each.
fn learn_from_page(model: &mut Model, tab_id: u32, now: u64, effects: &mut Vec<Effect>) {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return;
    };
    let page = tab.recognise(&model.session.settings.backend).page;
    let before = tab.page.clone();
    let journey = decide::journey_of(model, tab_id, &page).map(|journey| journey.id.clone());
    if let Some(tab) = model.session.tabs.get_mut(&tab_id) {
        page.name().clone_into(&mut tab.page);
    }
    let ticked = model.session.tabs.get(&tab_id).is_some_and(decide::ticked);
    let request = model
        .session
        .tabs
        .get(&tab_id)
        .and_then(|tab| tab.request.clone());
    let Some(journey) = journey.and_then(|id| model.journey_mut(&id)) else {
        return;
    };
    let unproven = journey.unproven && journey.connection.is_none();
    let mut learn = |what| {
        journey.facts.learn(Fact {
            what,
            holds: true,
            source: Source::Page,
            at: now,
        });
    };
    match &page {
        Page::Entry {
            page: Some("wizard-needs-admin"),
            ..
        } => learn(What::Connected),
        Page::Entry {
            page: Some("wizard-loaded"),
            ..
        } => {
            learn(What::Connected);
            learn(What::Loaded);
        }
        Page::Consent(ConsentKind::UserWithTick) => {
            journey.guard.offered = true;
            journey.guard.ticked |= ticked;
            if let Some(request) = request {
                journey.guard.client_id = Some(request.client_id);
                journey.guard.scopes = request
                    .scopes
                    .iter()
                    .map(|scope| scope.shown(Kind::Delegated))
                    .collect();
            }
        }
        Page::ConsentReturn { error } if before != "consent-return" => {
            let hint = if error.is_none() {
                learn(What::ConsentReturned);
                // Where nobody asks Graph, the window's word is all there is; it is shown as such.
                if unproven {
                    learn(What::Authorized);
                }
                journey.facts.forget(What::ConsentDeclined);
                journey.revisit = None;
                Hint::ConsentReturned
            } else {
                learn(What::ConsentDeclined);
                Hint::ConsentDeclined
            };
            journey.facts.forget(What::WindowClosed);
            journey.returned_error.clone_from(error);
            ask_check(journey, Some(hint), effects);
        }
        _ => {}
    }
}

fn journey_again<'a>(model: &'a mut Model, tab: u32, page: &Page) -> Option<&'a mut Journey> {
    let id = decide::journey_of(model, tab, page)?.id.clone();
    model.journey_mut(&id)
}

fn ask_check(journey: &Journey, hint: Option<Hint>, effects: &mut Vec<Effect>) {
    if let Some(connection) = &journey.connection {
        effects.push(Effect::Ask(Question::Check {
            connection: connection.clone(),
            hint,
        }));
    }
}

fn held(model: &mut Model, tab_id: u32, early: bool) {
    let Some(tab) = model.session.tabs.get_mut(&tab_id) else {
        return;
    };
    tab.guard.early = early;
    if early {
        return;
    }
    tab.guard.held = true;
    let page = tab.recognise(&model.session.settings.backend).page;
    if let Some(journey) = journey_again(model, tab_id, &page) {
        journey.guard.held = true;
    }
}

fn tab_gone(model: &mut Model, tab_id: u32, now: u64, effects: &mut Vec<Effect>) {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return;
    };
    let in_window = matches!(tab.page.as_str(), "admin-consent" | "approval-required");
    if in_window {
        let page = tab.recognise(&model.session.settings.backend).page;
        if let Some(journey) = journey_again(model, tab_id, &page) {
            // The window closes by itself after Accept too, sometimes before its last page was
            // seen: only Graph can tell.
            let fact = Fact {
                what: What::WindowClosed,
                holds: true,
                source: Source::Page,
                at: now,
            };
            journey.facts.learn(fact);
            ask_check(journey, None, effects);
        }
    }
    model.session.tabs.remove(&tab_id);
}

fn chose(model: &mut Model, choice: Choice, now: u64, effects: &mut Vec<Effect>) {
    match choice {
        Choice::Begin { profile, role } => begin(model, &profile, role, now),
        Choice::Connect { journey } => {
            if let Some(journey) = model.journey(&journey) {
                effects.push(Effect::Ask(Question::Create {
                    journey: journey.id.clone(),
                    profile: journey.profile.clone(),
                    role: journey.role,
                }));
            }
        }
        Choice::Unproven { journey } => {
            if let Some(journey) = model.journey_mut(&journey)
                && journey.connection.is_none()
            {
                journey.unproven = true;
            }
        }
        Choice::SayDone { journey, step } => said_done(model, &journey, &step, now),
        Choice::Go { journey } => go(model, &journey, now, effects),
        Choice::HandOff { journey } => {
            if let Some(connection) = model
                .journey(&journey)
                .and_then(|journey| journey.connection.clone())
            {
                effects.push(Effect::Ask(Question::HandOff { connection }));
            }
        }
        Choice::Check { journey } => {
            if let Some(journey) = model.journey(&journey) {
                ask_check(journey, None, effects);
            }
        }
        Choice::Reauthorize { journey } => {
            if let Some(connection) = model
                .journey(&journey)
                .and_then(|journey| journey.connection.clone())
            {
                effects.push(Effect::Ask(Question::Reauthorize { connection }));
            }
        }
        Choice::Skip { journey, step } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.taken.retain(|taken| *taken != step);
            }
        }
        Choice::Take { journey, step } => {
            let optional = guide::authorize_connector()
                .step
                .iter()
                .any(|s| s.optional && s.id == step);
            if let Some(journey) = model.journey_mut(&journey)
                && optional
                && !journey.taken.contains(&step)
            {
                // People are assigned before the others are locked out, never after.
                if step == "require" && !journey.taken.iter().any(|taken| taken == "assign") {
                    journey.taken.push("assign".to_owned());
                }
                journey.taken.push(step);
            }
        }
        Choice::AskLeave { journey } => travel::ask(model, journey, false),
        Choice::AskStartOver { journey } => travel::ask(model, journey, true),
        Choice::Stay => model.session.asking = None,
        Choice::Leave { journey, delete } => {
            travel::leave(model, &journey, delete, false, now, effects);
        }
        Choice::StartOver { journey, delete } => {
            travel::leave(model, &journey, delete, true, now, effects);
        }
        Choice::Dismiss => model.session.told = None,
        Choice::Back { journey } => travel::back(model, &journey, now),
        Choice::Forward { journey } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.revisit = None;
            }
        }
        Choice::Guide { journey, tab } => travel::guide(model, journey, tab),
        Choice::Side { journey, side } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.side = side;
            }
        }
        Choice::Remind { journey, at } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.ends_on = at;
            }
        }
        Choice::Open { journey, place } => {
            let url = model
                .journey(&journey)
                .and_then(|journey| decide::link(place, journey, &model.session.settings));
            effects.extend(url.map(|url| Effect::Open { url }));
        }
        Choice::Undone { journey, recipe } => {
            if let Some(journey) = model.journey_mut(&journey) {
                after::look_for(journey, recipe);
                ask_check(journey, None, effects);
            }
        }
        Choice::Resume { journey } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.undone = None;
                ask_check(journey, None, effects);
            }
        }
        Choice::Record { journey, readable } => {
            if let Some(connection) = model
                .journey(&journey)
                .and_then(|journey| journey.connection.clone())
            {
                effects.push(Effect::Ask(Question::Record {
                    connection,
                    readable,
                }));
            }
        }
        Choice::AskRelease { tab } => guard(model, tab, |guard| guard.asking = true),
        Choice::KeepHold { tab } => guard(model, tab, |guard| guard.asking = false),
        Choice::Release { tab } => {
            let asked = model
                .session
                .tabs
                .get(&tab)
                .is_some_and(|tab| tab.guard.asking);
            if asked && decide::may_release(model, tab, now) {
                guard(model, tab, |guard| {
                    *guard = TabGuard {
                        released: true,
                        asking: false,
                        ..*guard
                    }
                });
                let page = model
                    .session
                    .tabs
                    .get(&tab)
                    .map(|tab| tab.recognise(&model.session.settings.backend).page);
                if let Some(journey) = page.and_then(|page| journey_again(model, tab, &page)) {
                    journey.guard.released = true;
                }
            }
        }
        Choice::Hide { tab } => {
            let card = decide::decide(model, tab, now).card.map(|card| card.id);
            if let Some(tab) = model.session.tabs.get_mut(&tab) {
                tab.hidden = card;
            }
        }
        Choice::ZeroTouch { on } => {
            options::set(model, "zeroTouch".to_owned(), Some(on.to_string()), effects);
        }
        Choice::Set { name, text } => options::set(model, name, text, effects),
        Choice::Options => effects.push(Effect::OpenOptions),
        Choice::Diagnose { tab, on } => {
            model.session.tabs.entry(tab).or_default().diagnosing = on;
        }
    }
}

/// The person's word counts only where nobody else will ever tell.
fn said_done(model: &mut Model, journey: &str, step: &str, now: u64) {
    let step = guide::authorize_connector()
        .step
        .iter()
        .find(|known| known.id == step);
    if let (Some(journey), Some(step)) = (model.journey_mut(journey), step)
        && journey.unproven
        && journey.connection.is_none()
    {
        journey.facts.learn(Fact {
            what: step.ends,
            holds: true,
            source: Source::Person,
            at: now,
        });
    }
}

fn guard(model: &mut Model, tab: u32, change: impl FnOnce(&mut TabGuard)) {
    if let Some(tab) = model.session.tabs.get_mut(&tab) {
        change(&mut tab.guard);
    }
}

fn begin(model: &mut Model, profile: &str, role: Role, now: u64) {
    let Some(app) = crate::profile::by_id(profile) else {
        return;
    };
    // One that was begun and never connected is begun anew, not doubled.
    model
        .lasting
        .journeys
        .retain(|known| known.profile != profile || known.connection.is_some());
    new_journey(model, app, role, false, now);
}

pub(crate) fn new_journey<'a>(
    model: &'a mut Model,
    app: &crate::profile::Profile,
    role: Role,
    granter: bool,
    now: u64,
) -> &'a mut Journey {
    model.lasting.next += 1;
    let taken = if app.entry.is_some() && !granter {
        vec!["load".to_owned()]
    } else {
        Vec::new()
    };
    let id = format!("j{}", model.lasting.next);
    model.lasting.chosen = Some(id.clone());
    model.lasting.journeys.push(Journey {
        id,
        profile: app.id.clone(),
        role,
        granter,
        begun_at: now,
        facts: crate::fact::Facts::default(),
        taken,
        connection: None,
        unproven: false,
        status: None,
        handoff: None,
        guard: crate::model::Guard::default(),
        returned_error: None,
        side: None,
        owner: false,
        revisit: None,
        ends_on: None,
        undone: None,
    });
    model.lasting.journeys.last_mut().expect("pushed above")
}

fn go(model: &Model, journey: &str, now: u64, effects: &mut Vec<Effect>) {
    let Some(journey) = model.journey(journey) else {
        return;
    };
    let place = journey
        .step(now)
        .map_or(Place::Entry, |step| step.elsewhere);
    let open = model.session.tabs.iter().find(|(_, tab)| {
        place == Place::Entry
            && tab.frames.get(&0).is_some_and(|top| {
                address::site(&top.url, &model.session.settings.backend) == Some(Site::Entry)
            })
    });
    if let Some((tab, _)) = open {
        effects.push(Effect::Focus { tab: *tab });
    } else if let Some(url) = decide::link(place, journey, &model.session.settings) {
        effects.push(Effect::Open { url });
    }
}

fn answered(model: &mut Model, answer: Answer, now: u64, effects: &mut Vec<Effect>) {
    if !matches!(answer, Answer::Failed { .. }) {
        model.session.trouble = None;
    }
    match answer {
        Answer::Claimed { tab, status } => claimed(model, tab, *status, now),
        Answer::Created {
            journey,
            start_url,
            status,
        } => {
            if let Some(journey) = model.journey_mut(&journey) {
                journey.connection = Some(status.id.clone());
                journey.owner = true;
                take_status(journey, *status, now);
            }
            effects.push(Effect::Open { url: start_url });
        }
        Answer::Restarted { start_url } => effects.push(Effect::Open { url: start_url }),
        Answer::Status(status) => {
            if let Some(journey) = by_connection(model, &status.id) {
                take_status(journey, *status, now);
            }
        }
        Answer::HandedOff {
            connection,
            handoff,
        } => {
            if let Some(journey) = by_connection(model, &connection) {
                journey.handoff = Some(handoff);
            }
        }
        Answer::Deleted {
            connection,
            again,
            deleted,
        } => travel::deleted(model, &connection, again, deleted, now, effects),
        Answer::Failed {
            trouble, reached, ..
        } => {
            model.session.trouble = Some(trouble);
            if !reached {
                effects.push(Effect::Wake { after_ms: 5_000 });
            }
        }
    }
}

fn by_connection<'a>(model: &'a mut Model, connection: &str) -> Option<&'a mut Journey> {
    model
        .lasting
        .journeys
        .iter_mut()
        .find(|journey| journey.connection.as_deref() == Some(connection))
}

fn claimed(model: &mut Model, tab_id: u32, status: Status, now: u64) {
    let Some(app) = crate::profile::by_id(&status.profile) else {
        return;
    };
    let by_hand_off = model
        .session
        .tabs
        .get(&tab_id)
        .and_then(|tab| tab.frames.get(&0))
        .is_some_and(|top| {
            address::site(&top.url, &model.session.settings.backend) == Some(Site::HandOff)
        });
    let known = model.lasting.journeys.iter().position(|journey| {
        journey.connection.as_deref() == Some(status.id.as_str())
            || (!by_hand_off && journey.connection.is_none() && journey.profile == status.profile)
    });
    let journey = match known {
        Some(index) => &mut model.lasting.journeys[index],
        None => new_journey(
            model,
            app,
            if by_hand_off {
                Role::GlobalAdmin
            } else {
                status.role
            },
            by_hand_off,
            now,
        ),
    };
    journey.connection = Some(status.id.clone());
    journey.revisit = None;
    journey.unproven = false;
    let id = journey.id.clone();
    take_status(journey, status, now);
    model.lasting.chosen = Some(id.clone());
    if let Some(tab) = model.session.tabs.get_mut(&tab_id) {
        tab.journey = Some(id);
    }
}

/// What Graph proved, as facts. An older answer than the one known changes nothing.
fn take_status(journey: &mut Journey, status: Status, now: u64) {
    if journey
        .status
        .as_ref()
        .is_some_and(|known| known.id == status.id && known.revision > status.revision)
    {
        return;
    }
    let mut learn = |what, holds| {
        journey.facts.learn(Fact {
            what,
            holds,
            source: Source::Graph,
            at: now,
        });
    };
    let signed_in = match &status.state {
        State::AwaitingSignIn | State::NeedsReauthorization { .. } => false,
        State::Blocked { .. } => status.tenant.is_some(),
        State::NeedsAdminConsent | State::Propagating { .. } | State::Authorized { .. } => true,
    };
    learn(What::Connected, signed_in);
    let authorized = matches!(status.state, State::Authorized { .. });
    learn(What::Authorized, authorized);
    if let Some(required) = status.exposure.assignment_required {
        learn(What::AssignmentRequired, required);
    }
    if let Some(assigned) = &status.exposure.assigned {
        learn(What::Assigned, !assigned.is_empty());
    }
    if authorized {
        for what in [
            What::ConsentReturned,
            What::ConsentDeclined,
            What::WindowClosed,
        ] {
            journey.facts.forget(what);
        }
        journey.returned_error = None;
    }
    journey.status = Some(status);
}

/// Opens and closes eyes, paints what changed, follows what is unfinished, and shows it all.
fn refresh(model: &mut Model, now: u64, effects: &mut Vec<Effect>) {
    let tabs: Vec<u32> = model.session.tabs.keys().copied().collect();
    let backend = model.session.settings.backend.clone();
    let mut wake: Option<u64> = None;
    for id in tabs {
        let decision = decide::decide(model, id, now);
        if let Some(after_ms) = decision.wake_after_ms {
            wake = Some(wake.map_or(after_ms, |known| known.min(after_ms)));
        }
        let wanted: Vec<(u32, bool)> = model.session.tabs[&id]
            .frames
            .keys()
            .map(|frame| (*frame, decide::wants_look(model, id, *frame, now)))
            .collect();
        let Some(tab) = model.session.tabs.get_mut(&id) else {
            continue;
        };
        for (frame_id, looking) in wanted {
            let Some(frame) = tab.frames.get_mut(&frame_id) else {
                continue;
            };
            // What was painted last may have been lost with a worker that was stopped.
            let opened = looking && !frame.looking;
            if opened && let Some(site) = address::site(&frame.url, &backend) {
                effects.push(Effect::Look {
                    tab: id,
                    frame: frame_id,
                    look: data::get().look.at(site),
                });
            } else if !looking && frame.looking {
                effects.push(Effect::Rest {
                    tab: id,
                    frame: frame_id,
                });
                frame.painted = Paint::default();
            }
            frame.looking = looking;
            let paint = decision.paints.get(&frame_id).cloned().unwrap_or_default();
            if looking && (opened || paint != frame.painted) {
                frame.painted = paint.clone();
                effects.push(Effect::Paint {
                    tab: id,
                    frame: frame_id,
                    paint,
                });
            }
        }
    }
    let watched: Vec<String> = model
        .lasting
        .journeys
        .iter()
        .filter(|journey| journey.step(now).is_some() || after::is_looked_for(journey))
        .filter_map(|journey| journey.connection.clone())
        .collect();
    effects.push(Effect::Watch(watched));
    effects.extend(after::reminders(model, now));
    if let Some(after_ms) = wake {
        effects.push(Effect::Wake { after_ms });
    }
    effects.push(Effect::Show(Box::new(show::view(model, now))));
}

/// Whether a step is this person's to do.
pub(crate) fn is_mine(journey: &Journey, actor: Actor) -> bool {
    match actor {
        Actor::Starter => !journey.granter,
        Actor::Granter => journey.may_grant(),
    }
}
