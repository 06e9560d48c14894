//! What is kept: `lasting` and `bearers` outlive the browser, `session` and `view` do not.
//!
//! Bearers are here and in the requests of [`crate::backend`], and nowhere else: not in the model,
//! not in a view.

use crate::{chrome, tables};
use consentry_catalog::languages;
use consentry_logic::model::{Lasting, Model, Session, Settings};
use consentry_logic::settings::{self, Source};
use consentry_text::words;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::Promise;

/// Content scripts could read `storage.local` otherwise (developer.chrome.com, storage API).
pub(crate) async fn keep_from_pages() {
    let trusted = chrome::object("accessLevel", "TRUSTED_CONTEXTS");
    if JsFuture::from(chrome::local_set_access_level(&trusted))
        .await
        .is_err()
    {
        chrome::warn("storage cannot be kept from content scripts in this browser");
    }
}

/// Why the browser said that the extension was installed or updated, where no worker has acted on that: the shell keeps
/// it, for a worker may end before this module is loaded. A worker is told once.
pub(crate) async fn installed() -> Option<String> {
    thread_local! {
        static TOLD: Cell<bool> = const { Cell::new(false) };
    }
    let reason: Option<String> = read(chrome::local_get(INSTALLED), INSTALLED).await;
    reason.filter(|_| !TOLD.replace(true))
}

/// Forgets that.
pub(crate) fn forget_installed() {
    spawn_local(async {
        drop(JsFuture::from(chrome::local_remove(INSTALLED)).await);
    });
}

/// Under which key the shell keeps it.
const INSTALLED: &str = "installed";

/// What was kept; nothing, where it does not make sense any more.
pub(crate) async fn model() -> Model {
    Model {
        lasting: read(chrome::local_get("lasting"), "lasting")
            .await
            .unwrap_or_default(),
        session: read(chrome::session_get("session"), "session")
            .await
            .unwrap_or_default(),
    }
}

/// Settings: what is packaged, overruled by what was set, overruled by a policy.
pub(crate) async fn settings() -> Settings {
    let sources = [
        (Source::Package, packaged().await.unwrap_or_default()),
        (Source::Own, own().await),
        (Source::Policy, managed().await.unwrap_or_default()),
    ];
    let language = settings::language(&sources, &chrome::ui_language());
    bring_words(language).await;
    let read = tables::with(|catalog| settings::read(catalog, &sources));
    Settings {
        language: language.to_owned(),
        ..read
    }
}

/// The words of a language are files in the package. What cannot be read of them is said in English.
async fn bring_words(language: &str) {
    if language == languages::ENGLISH || words::is_loaded(language) {
        return;
    }
    let Some(own) = file(&format!("words/{language}.ftl")).await else {
        return;
    };
    let mut sentences = BTreeMap::new();
    for of in ["permissions", "problems"] {
        let text = file(&format!("words/{of}/{language}.json")).await;
        let read: Option<BTreeMap<String, String>> =
            text.and_then(|text| serde_json::from_str(&text).ok());
        sentences.extend(read.unwrap_or_default());
    }
    words::load_language(language, &own, sentences);
}

/// What a person set.
async fn own() -> Value {
    read(chrome::local_get("settings"), "settings")
        .await
        .unwrap_or_default()
}

/// Keeps what a person set; the worker hears of it as of any change of the settings. Two changes
/// right after each other must both be there, so one waits for the other.
pub(crate) fn set_own(name: String, value: Option<Value>) {
    thread_local! {
        static WAITING: RefCell<Vec<(String, Option<Value>)>> = const { RefCell::new(Vec::new()) };
    }
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push((name, value));
        waiting.len() == 1
    });
    if !first {
        return;
    }
    spawn_local(async move {
        let mut all = match own().await {
            Value::Object(own) => own,
            _ => serde_json::Map::new(),
        };
        for (name, value) in WAITING.take() {
            match value {
                Some(value) => drop(all.insert(name, value)),
                None => drop(all.remove(&name)),
            }
        }
        write(chrome::local_set, "settings", &all);
    });
}

/// What a policy says; nothing, in a browser that nobody manages.
async fn managed() -> Option<Value> {
    let found = JsFuture::from(chrome::managed_get(&JsValue::NULL)).await;
    chrome::value(&found.ok()?)
}

async fn packaged() -> Option<Value> {
    serde_json::from_str(&file("settings.json").await?).ok()
}

/// A file of the package.
async fn file(path: &str) -> Option<String> {
    let url = chrome::runtime_get_url(path);
    let response = JsFuture::from(chrome::scope().fetch_with_str(&url))
        .await
        .ok()?;
    let text = JsFuture::from(web_sys::Response::from(response).text().ok()?)
        .await
        .ok()?;
    text.as_string()
}

thread_local! {
    /// The newest write under each key.
    static WRITING: RefCell<BTreeMap<&'static str, Promise>> = const { RefCell::new(BTreeMap::new()) };
}

/// Waits until the browser has what was kept so far.
pub(crate) async fn kept() {
    let all: Vec<Promise> = WRITING.with_borrow(|all| all.values().cloned().collect());
    for write in all {
        // What could not be kept has been said.
        drop(JsFuture::from(write).await);
    }
}

/// Keeps the model.
pub(crate) fn keep(model: &Model) {
    thread_local! {
        static LASTING: RefCell<Option<Lasting>> = const { RefCell::new(None) };
        static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
    }
    LASTING.with_borrow_mut(|kept| {
        if kept.as_ref() != Some(&model.lasting) {
            write(chrome::local_set, "lasting", &model.lasting);
            *kept = Some(model.lasting.clone());
        }
    });
    SESSION.with_borrow_mut(|kept| {
        if kept.as_ref() != Some(&model.session) {
            write(chrome::session_set, "session", &model.session);
            *kept = Some(model.session.clone());
        }
    });
}

/// Gives the faces what they draw. It is compared as it is written: code that compares each part
/// of a view would weigh more than all of its words.
pub(crate) fn show(view: String) {
    thread_local! {
        static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    }
    SHOWN.with_borrow_mut(|shown| {
        if *shown != view {
            // Nothing rests on it: it is drawn anew by the next worker.
            drop(put(chrome::session_set, "view", &view));
            *shown = view;
        }
    });
}

/// Gives the faces a record that was asked for.
pub(crate) fn give_record(record: &Value) {
    write(chrome::session_set, "record", record);
}

/// The data pack that was taken up last, as it was signed.
pub(crate) async fn pack() -> Option<String> {
    read(chrome::local_get("pack"), "pack").await
}

/// Keeps a data pack that was taken up.
pub(crate) fn keep_pack(jws: &str) {
    write(chrome::local_set, "pack", &jws);
}

/// What is kept under a key.
pub(crate) async fn read<T: DeserializeOwned>(got: Promise, key: &str) -> Option<T> {
    let found = JsFuture::from(got).await.ok()?;
    let text = chrome::text(&found, key)?;
    let value = serde_json::from_str(&text).ok();
    if value.is_none() {
        chrome::warn(&format!(
            "what was kept as {key} does not make sense any more"
        ));
    }
    value
}

/// Keeps something under a key.
pub(crate) fn write(
    set: fn(&JsValue) -> Promise,
    key: &'static str,
    value: &impl serde::Serialize,
) {
    if let Ok(text) = serde_json::to_string(value) {
        let write = put(set, key, &text);
        WRITING.with_borrow_mut(|all| all.insert(key, write));
    }
}

/// The same for a text; what is returned ends when the browser has it.
fn put(set: fn(&JsValue) -> Promise, key: &'static str, text: &str) -> Promise {
    let write = set(&chrome::object(key, text));
    let written = JsFuture::from(write.clone());
    spawn_local(async move {
        if written.await.is_err() {
            chrome::warn(&format!(
                "{key} could not be kept: the browser's storage is full or closed"
            ));
        }
    });
    write
}
