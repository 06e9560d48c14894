//! What each effect does. There is none that touches a control of a page.

use crate::bearers;
use crate::document::{self, Place};
use crate::{backend, chrome, core, live, storage};
use consentry_logic::badge::Badge;
use consentry_logic::update::{Effect, Event};
use consentry_text::words;
use gloo_timers::callback::Timeout;
use js_sys::{Object, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Chrome lets an alarm ring every half minute at most; it revives a stopped worker.
const ALARM: &str = "wake";
const ALARM_MINUTES: f64 = 0.5;
/// Rings when the day of a reminder has come.
const REMINDER: &str = "remind";

/// The page that a person sees first.
const FIRST_RUN: &str = "face/first-run.html";

/// Carries an effect out.
pub(crate) fn run(effect: Effect) {
    if let Some((place, key, value)) = document::message(&effect) {
        send(place, key, &value);
        return;
    }
    match effect {
        Effect::Show(view) => storage::show(core::spoken(&|| words::render(&view))),
        Effect::Open { url } => settle(chrome::tabs_create(&chrome::object("url", url))),
        Effect::Focus { tab } => settle(chrome::tabs_update(tab, &chrome::object("active", true))),
        Effect::Ask(question) => backend::ask(question),
        Effect::Watch(connections) => {
            alarm(!connections.is_empty());
            live::follow(&connections);
        }
        Effect::Set { name, value } => storage::set_own(name, value),
        Effect::OpenOptions => settle(chrome::open_options_page()),
        Effect::OpenFirstRun => {
            let url = chrome::runtime_get_url(FIRST_RUN);
            settle(chrome::tabs_create(&chrome::object("url", url)));
        }
        Effect::Forget { connection } => bearers::forget_bearer(&connection),
        Effect::Badge { sign, title } => badge(&sign, &core::spoken(&|| words::rendered(&title))),
        Effect::TabBadge { tab, badge } => tab_badge(tab, &badge),
        Effect::Remind { at } => remind(at),
        Effect::Wake { after_ms } => wake(after_ms),
        Effect::Observe { .. }
        | Effect::StopObserving { .. }
        | Effect::Instruct { .. }
        | Effect::AskHello { .. }
        | Effect::Judged { .. } => {}
    }
}

/// A document that does not hear is gone: the one that came after it says hello on its own.
fn send(place: Place, key: &str, value: &str) {
    let Place {
        tab,
        frame,
        document,
    } = place;
    let options = chrome::object("documentId", document.as_str());
    let message = Object::new();
    let _ = Reflect::set(&message, &JsValue::from_str(key), &chrome::json(value));
    let sent = chrome::tabs_send_message(tab, &message, &options);
    spawn_local(async move {
        if JsFuture::from(sent).await.is_err() {
            core::dispatch(Event::FrameGone {
                tab,
                frame,
                document,
            });
        }
    });
}

fn settle(promise: js_sys::Promise) {
    spawn_local(async move {
        if let Err(reason) = JsFuture::from(promise).await {
            chrome::warn(&format!("the browser refused: {reason:?}"));
        }
    });
}

fn alarm(on: bool) {
    thread_local! {
        static ON: Cell<Option<bool>> = const { Cell::new(None) };
    }
    if ON.replace(Some(on)) != Some(on) {
        settle(if on {
            chrome::alarms_create(ALARM, &chrome::object("periodInMinutes", ALARM_MINUTES))
        } else {
            chrome::alarms_clear(ALARM)
        });
    }
}

/// What the extension's button says. It keeps saying so until it is told otherwise or the browser
/// ends, so only a change is told.
fn badge(sign: &str, title: &str) {
    thread_local! {
        static SAID: RefCell<Option<String>> = const { RefCell::new(None) };
    }
    let said = format!("{sign} {title}");
    if SAID.with_borrow(|known| known.as_deref() == Some(said.as_str())) {
        return;
    }
    settle(chrome::set_badge_text(&chrome::object("text", sign)));
    // An empty title is the manifest's again.
    settle(chrome::set_title(&chrome::object("title", title)));
    SAID.set(Some(said));
}

/// What the button says while a tab is in front. A tab that was closed meanwhile has none.
fn tab_badge(tab: u32, badge: &Badge) {
    let details = |key: &str, value: JsValue| {
        let details = chrome::object("tabId", tab);
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&details, &JsValue::from_str(key), &value);
        details
    };
    let sign = if badge.sign.is_empty() {
        JsValue::NULL
    } else {
        JsValue::from_str(&badge.sign)
    };
    let title = core::spoken(&|| words::rendered(&badge.title));
    let told = [
        chrome::set_badge_text(&details("text", sign)),
        chrome::set_title(&details("title", JsValue::from_str(&title))),
    ];
    spawn_local(async move {
        for one in told {
            drop(JsFuture::from(one).await);
        }
    });
}

/// Rings once, at that time or when the browser is open again.
fn remind(at: Option<u64>) {
    thread_local! {
        /// Whether the browser was told by this worker, and what.
        static SET: Cell<(bool, Option<u64>)> = const { Cell::new((false, None)) };
    }
    if SET.replace((true, at)) == (true, at) {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "a date has 53 bits")]
    settle(match at {
        Some(at) => chrome::alarms_create(REMINDER, &chrome::object("when", at as f64)),
        None => chrome::alarms_clear(REMINDER),
    });
}

/// One timer at most: the newest decision knows best when to look again.
fn wake(after_ms: u64) {
    thread_local! {
        static TIMER: Cell<Option<Timeout>> = const { Cell::new(None) };
    }
    let after_ms = u32::try_from(after_ms).unwrap_or(u32::MAX);
    // The one before it is dropped, which cancels it.
    TIMER.set(Some(Timeout::new(after_ms, || core::dispatch(Event::Woke))));
}
