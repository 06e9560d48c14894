//! What is kept: `lasting` and `bearers` outlive the browser, `session` and `view` do not.
//!
//! Bearers are here and in the requests of [`crate::backend`], and nowhere else: not in the model,
//! not in a view.

use crate::chrome;
use consentry_catalog::languages;
use consentry_logic::model::{Lasting, Model, Session, Settings};
use consentry_logic::settings::{self, Source};
use consentry_logic::update::Question;
use consentry_text::words;
use consentry_wire::api::Secret;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
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
    let read = settings::read(&sources);
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

/// Keeps the model. Writes to one area are carried out in order, so nothing waits for them.
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
            put(chrome::session_set, "view", &view);
            *shown = view;
        }
    });
}

thread_local! {
    /// Handles that are being claimed. A worker that is stopped meanwhile leaves them to the next one.
    static CLAIMS: RefCell<BTreeMap<String, PendingClaim>> = const { RefCell::new(BTreeMap::new()) };
    /// What the backend was asked and has not answered. A worker that is stopped meanwhile leaves it to the next one.
    static QUESTIONS: RefCell<Vec<Question>> = const { RefCell::new(Vec::new()) };
    /// Handles that were claimed last, the newest at the end: a page goes on carrying its handle.
    static CLAIMED: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
    /// Names of the choices that were taken in last, the newest at the end.
    static CHOICES: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
}

/// So many choices and claimed handles are remembered: one that was taken in may be said again at once, and not after
/// many others.
const MOST_REMEMBERED: usize = 32;

/// A handle that is being claimed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PendingClaim {
    /// The tab it came in.
    pub(crate) tab: u32,
    /// The bearer that is asked for. It is kept before it is sent: where the answer is lost, the right is not.
    pub(crate) secret: Secret,
}

/// Takes up claims, questions, and names of choices. Awaited before anything else.
pub(crate) async fn take_up() {
    let claims = read(chrome::session_get("claims"), "claims").await;
    CLAIMS.set(claims.unwrap_or_default());
    let claimed = read(chrome::session_get("claimed"), "claimed").await;
    CLAIMED.set(claimed.unwrap_or_default());
    let questions = read(chrome::session_get("questions"), "questions").await;
    QUESTIONS.set(questions.unwrap_or_default());
    let choices = read(chrome::session_get("choices"), "choices").await;
    CHOICES.set(choices.unwrap_or_default());
}

/// What the backend was asked and has not answered.
pub(crate) fn questions() -> Vec<Question> {
    QUESTIONS.with_borrow(Clone::clone)
}

/// Keeps a question until it is answered.
pub(crate) fn keep_question(question: &Question) {
    QUESTIONS.with_borrow_mut(|all| {
        all.push(question.clone());
        write(chrome::session_set, "questions", all);
    });
}

/// Forgets a question: it was answered, or refused.
pub(crate) fn forget_question(question: &Question) {
    QUESTIONS.with_borrow_mut(|all| {
        if let Some(at) = all.iter().position(|one| one == question) {
            all.remove(at);
            write(chrome::session_set, "questions", all);
        }
    });
}

/// Whether the choice of that name was taken in already.
pub(crate) fn knows_choice(name: &str) -> bool {
    CHOICES.with_borrow(|all| all.iter().any(|one| one == name))
}

/// Keeps the name of a choice that was taken in.
pub(crate) fn keep_choice(name: String) {
    CHOICES.with_borrow_mut(|all| {
        all.push_back(name);
        while all.len() > MOST_REMEMBERED {
            all.pop_front();
        }
        write(chrome::session_set, "choices", all);
    });
}

/// Handles that are being claimed.
pub(crate) fn claims() -> BTreeMap<String, PendingClaim> {
    CLAIMS.with_borrow(Clone::clone)
}

/// Whether a handle is being claimed, or was.
pub(crate) fn knows_claim(handle: &str) -> bool {
    CLAIMS.with_borrow(|all| all.contains_key(handle))
        || CLAIMED.with_borrow(|all| all.iter().any(|one| one == handle))
}

/// Keeps a handle while it is being claimed. Once this has ended, the next worker knows of it.
pub(crate) fn keep_claim(handle: &str, claim: &PendingClaim) -> impl Future<Output = ()> + use<> {
    CLAIMS.with_borrow_mut(|all| {
        all.insert(handle.to_owned(), claim.clone());
        let text = serde_json::to_string(all).unwrap_or_default();
        written(chrome::session_set, "claims", &text)
    })
}

/// Forgets a handle that is being claimed: it was claimed, or never will be.
pub(crate) fn forget_claim(handle: &str) {
    CLAIMED.with_borrow_mut(|all| {
        all.push_back(handle.to_owned());
        while all.len() > MOST_REMEMBERED {
            all.pop_front();
        }
        write(chrome::session_set, "claimed", all);
    });
    CLAIMS.with_borrow_mut(|all| {
        all.remove(handle);
        write(chrome::session_set, "claims", all);
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
        put(set, key, &text);
    }
}

fn put(set: fn(&JsValue) -> Promise, key: &'static str, text: &str) {
    spawn_local(written(set, key, text));
}

/// The write is begun at once; what is returned ends when the browser has it.
fn written(
    set: fn(&JsValue) -> Promise,
    key: &'static str,
    text: &str,
) -> impl Future<Output = ()> + use<> {
    let written = set(&chrome::object(key, text));
    async move {
        if JsFuture::from(written).await.is_err() {
            chrome::warn(&format!(
                "{key} could not be kept: the browser's storage is full or closed"
            ));
        }
    }
}
