//! Where the faces get their view from, and where choices go.

use crate::view::{Choice, View};
use crate::{chrome, words};
use js_sys::Array;
use serde::Deserialize;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Blob, BlobPropertyBag, Url};
use yew::{UseStateHandle, hook, use_effect_with, use_state};

/// Key of the view in the session's storage: a JSON string, written by the worker alone.
const VIEW: &str = "view";

/// How often a visible face says that somebody is looking, in milliseconds. The worker keeps its
/// live stream open for as long as it hears this; a service worker ends after 30 s without events.
const AWAKE_EVERY: i32 = 20_000;

/// The newest view. Nothing before the first arrives.
#[hook]
pub(crate) fn use_view() -> Option<View> {
    let view: UseStateHandle<Option<View>> = use_state(|| None);
    let setter = view.setter();
    use_effect_with((), move |()| {
        let first = setter.clone();
        wasm_bindgen_futures::spawn_local(async move {
            first.set(Some(taken_up(chrome::session_string(VIEW).await)));
        });
        chrome::follow_session_string(VIEW, move |text| setter.set(Some(taken_up(text))));
        stay_awake();
    });
    (*view).clone()
}

fn taken_up(text: Option<String>) -> View {
    let view = parse(text);
    words::take_up(&view);
    view
}

/// A record that was asked for.
#[derive(Clone, PartialEq, Deserialize)]
pub(crate) struct Record {
    /// Of which connection.
    pub(crate) connection: String,
    /// Whether it is a page, and not JSON.
    pub(crate) readable: bool,
    /// As the backend wrote it.
    pub(crate) text: String,
}

/// Key of the record in the session's storage: a JSON string, written by the worker alone.
const RECORD: &str = "record";

/// The record that was asked for last.
#[hook]
pub(crate) fn use_record() -> Option<Record> {
    let record: UseStateHandle<Option<Record>> = use_state(|| None);
    let setter = record.setter();
    use_effect_with((), move |()| {
        let read = |text: Option<String>| serde_json::from_str(&text?).ok();
        let first = setter.clone();
        wasm_bindgen_futures::spawn_local(async move {
            first.set(read(chrome::session_string(RECORD).await));
        });
        chrome::follow_session_string(RECORD, move |text| setter.set(read(text)));
    });
    (*record).clone()
}

/// A record as a file to save. It goes when nobody needs it any more.
pub(crate) struct File {
    /// Its address within this page.
    pub(crate) url: String,
    /// What it is called.
    pub(crate) name: String,
}

impl File {
    pub(crate) fn new(record: &Record) -> Option<Self> {
        let (kind, ending) = if record.readable {
            ("text/html", "html")
        } else {
            ("application/json", "json")
        };
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&record.text.as_str().into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Some(Self {
            url: Url::create_object_url_with_blob(&blob).ok()?,
            name: format!("consentry-record-{}.{ending}", record.connection),
        })
    }
}

impl Drop for File {
    fn drop(&mut self) {
        // Fails only for what is no address of this page.
        drop(Url::revoke_object_url(&self.url));
    }
}

/// A view that cannot be read is an empty one: the worker that wrote it is of another version and
/// is about to write again. Where it went wrong is told without quoting what was there.
fn parse(text: Option<String>) -> View {
    let Some(text) = text else {
        return View::default();
    };
    serde_json::from_str(&text).unwrap_or_else(|error: serde_json::Error| {
        let place = format!("the view cannot be read: column {}", error.column());
        web_sys::console::error_1(&place.into());
        View::default()
    })
}

/// What `#tab=…&frame=…` in the page's address says.
pub(crate) fn from_address(key: &str) -> Option<u32> {
    let hash = web_sys::window()?.location().hash().ok()?;
    hash.trim_start_matches('#')
        .split('&')
        .find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))?
        .parse()
        .ok()
}

/// Sends what a person chose, under a name that lets the worker take it in once.
pub(crate) fn choose(choice: &Choice) {
    chrome::tell(&json!({ "chose": choice, "name": chrome::random_uuid() }));
}

/// Tells which tab the panel stands beside, so that the worker can find out what keeps it from a
/// page it knows nothing of.
pub(crate) fn stand_beside(tab: u32) {
    chrome::tell(&json!({ "front": tab }));
}

fn stay_awake() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let beat = || {
        let document = web_sys::window().and_then(|window| window.document());
        if document.is_some_and(|document| !document.hidden()) {
            chrome::tell(&json!({ "awake": true }));
        }
    };
    beat();
    let beat = Closure::<dyn Fn()>::new(beat);
    let function = beat.as_ref().unchecked_ref();
    // Never cleared: it ends with the page.
    drop(window.set_interval_with_callback_and_timeout_and_arguments_0(function, AWAKE_EVERY));
    beat.forget();
}
