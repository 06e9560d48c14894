//! The few calls of the browser's extension interface that a face needs, as typed externs.
//!
//! Deliberately absent: `js_sys::eval` and `Function::new_*`, which an extension page's content
//! security policy refuses.

use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    async fn send_message(message: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = crypto, js_name = randomUUID)]
    pub(crate) fn random_uuid() -> String;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = get)]
    async fn session_get(key: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn add_storage_listener(listener: &Closure<dyn Fn(JsValue, String)>);

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    async fn query_tabs(filter: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    async fn send_to_tab(
        tab: u32,
        message: &JsValue,
        options: &JsValue,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    async fn request_permissions(what: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = getCurrent)]
    async fn current_tab() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "sidePanel"], js_name = open)]
    async fn open_side_panel(options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs", "onUpdated"], js_name = addListener)]
    fn add_updated_listener(listener: &Closure<dyn Fn(JsValue, JsValue)>);

    #[wasm_bindgen(js_namespace = ["chrome", "tabs", "onActivated"], js_name = addListener)]
    fn add_activated_listener(listener: &Closure<dyn Fn()>);
}

/// A value as the plain object the browser's messages are made of.
fn plain(value: &impl Serialize) -> JsValue {
    let json = serde_json::to_string(value).unwrap_or_default();
    JSON::parse(&json).unwrap_or(JsValue::NULL)
}

/// How often a message is sent at most.
const MOST_TRIES: usize = 5;

/// Says something to the worker. What follows from it comes as a new view. Where the worker is stopped before it has
/// answered, the browser says so, and starts another one for the message that is sent again.
pub(crate) fn tell(message: &impl Serialize) {
    let message = plain(message);
    wasm_bindgen_futures::spawn_local(async move {
        // Refused each time only while the extension is being replaced; this page goes with it.
        for _ in 0..MOST_TRIES {
            if send_message(&message).await.is_ok() {
                break;
            }
        }
    });
}

/// Has the browser ask the person for access to a host. The worker hears of what they choose.
pub(crate) fn ask_for_host(pattern: &str) {
    let what = plain(&serde_json::json!({ "origins": [pattern] }));
    wasm_bindgen_futures::spawn_local(async move {
        // Refused where the button was not pressed by a person.
        drop(request_permissions(&what).await);
    });
}

/// Opens the side panel beside the tab this page is in.
pub(crate) fn open_panel() {
    wasm_bindgen_futures::spawn_local(async {
        let Ok(tab) = current_tab().await else {
            return;
        };
        let options = Object::new();
        let id = Reflect::get(&tab, &"id".into()).unwrap_or_default();
        drop(Reflect::set(&options, &"tabId".into(), &id));
        // Refused where no person pressed; the page names the other way to open it.
        drop(open_side_panel(&options).await);
    });
}

/// How large the card is, in CSS pixels.
#[derive(Serialize)]
pub(crate) struct CardSize {
    /// How wide.
    pub(crate) width: i32,
    /// How high.
    pub(crate) height: i32,
    /// Whether a person opened it where it stood as a bar.
    pub(crate) open: bool,
}

/// Tells the content script of one frame how large the card is.
pub(crate) fn tell_size(tab: u32, frame: u32, size: &CardSize) {
    let message = plain(&serde_json::json!({ "size": size }));
    let options = plain(&serde_json::json!({ "frameId": frame }));
    wasm_bindgen_futures::spawn_local(async move {
        // The frame may be gone already, and this card with it.
        drop(send_to_tab(tab, &message, &options).await);
    });
}

/// A string in the session's storage.
pub(crate) async fn session_string(key: &str) -> Option<String> {
    let all = session_get(key).await.ok()?;
    Reflect::get(&all, &key.into()).ok()?.as_string()
}

/// Calls back with each new value of a string in the session's storage, for the life of the page.
pub(crate) fn follow_session_string(key: &'static str, changed: impl Fn(Option<String>) + 'static) {
    let listener =
        Closure::<dyn Fn(JsValue, String)>::new(move |changes: JsValue, area: String| {
            let Ok(change) = Reflect::get(&changes, &key.into()) else {
                return;
            };
            if area == "session" && change.is_object() {
                let new = Reflect::get(&change, &"newValue".into()).ok();
                changed(new.and_then(|value| value.as_string()));
            }
        });
    add_storage_listener(&listener);
    listener.forget();
}

/// The id of the tab a person looks at, in this page's window. Ids need no permission.
pub(crate) async fn active_tab() -> Option<u32> {
    let filter = plain(&serde_json::json!({ "active": true, "currentWindow": true }));
    let tabs = query_tabs(&filter).await.ok()?;
    let tab: Object = Array::from(&tabs).get(0).into();
    let id = Reflect::get(&tab, &"id".into()).ok()?.as_f64()?;
    to_id(id)
}

/// Calls back whenever a person turns to another tab, for the life of the page.
pub(crate) fn follow_active_tab(changed: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(changed);
    add_activated_listener(&listener);
    listener.forget();
}

/// Calls back whenever a tab has loaded a page, for the life of this one.
pub(crate) fn follow_loads(changed: impl Fn() + 'static) {
    let listener =
        Closure::<dyn Fn(JsValue, JsValue)>::new(move |_tab: JsValue, change: JsValue| {
            let status = Reflect::get(&change, &"status".into()).ok();
            if status.and_then(|status| status.as_string()).as_deref() == Some("complete") {
                changed();
            }
        });
    add_updated_listener(&listener);
    listener.forget();
}

/// A number as an id, if it is a whole one.
fn to_id(number: f64) -> Option<u32> {
    format!("{number}").parse().ok()
}
