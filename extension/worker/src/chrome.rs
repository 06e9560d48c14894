//! The few functions of `chrome.*` that the worker calls, with the types it needs.

use consentry_wire::api::Secret;
use js_sys::{Object, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = get)]
    pub(crate) fn session_get(key: &str) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "session"], js_name = set)]
    pub(crate) fn session_set(items: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub(crate) fn local_get(key: &str) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub(crate) fn local_set(items: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = remove)]
    pub(crate) fn local_remove(key: &str) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = setAccessLevel)]
    pub(crate) fn local_set_access_level(options: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "managed"], js_name = get)]
    pub(crate) fn managed_get(keys: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = getRegisteredContentScripts)]
    pub(crate) fn registered_scripts() -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
    pub(crate) fn register_scripts(scripts: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
    pub(crate) fn unregister_scripts() -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub(crate) fn execute_script(what: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = contains)]
    pub(crate) fn permissions_contain(what: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = get)]
    pub(crate) fn tabs_get(tab: u32) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(crate) fn tabs_query(filter: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    pub(crate) fn tabs_send_message(tab: u32, message: &JsValue, options: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = create)]
    pub(crate) fn tabs_create(options: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = update)]
    pub(crate) fn tabs_update(tab: u32, options: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "alarms"], js_name = create)]
    pub(crate) fn alarms_create(name: &str, options: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "alarms"], js_name = clear)]
    pub(crate) fn alarms_clear(name: &str) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(crate) fn set_badge_text(details: &JsValue) -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setTitle)]
    pub(crate) fn set_title(details: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "management"], js_name = getSelf)]
    pub(crate) fn get_self() -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = openOptionsPage)]
    pub(crate) fn open_options_page() -> Promise;
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    pub(crate) fn ui_language() -> String;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    fn runtime_manifest() -> JsValue;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub(crate) fn runtime_get_url(path: &str) -> String;

    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    pub(crate) fn warn(text: &str);
}

/// The worker's own global scope.
pub(crate) fn scope() -> web_sys::ServiceWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// An object with one key.
pub(crate) fn object(key: &str, value: impl Into<JsValue>) -> JsValue {
    let object = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&object, &JsValue::from_str(key), &value.into());
    object.into()
}

/// A string property of an object, if it has one.
pub(crate) fn text(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(key))
        .ok()?
        .as_string()
}

/// A plain value of JavaScript's.
pub(crate) fn value(value: &JsValue) -> Option<Value> {
    let text = js_sys::JSON::stringify(value).ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}

/// The manifest.
pub(crate) fn manifest() -> Value {
    value(&runtime_manifest()).unwrap_or_default()
}

/// JSON as a value of JavaScript's.
pub(crate) fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).unwrap_or(JsValue::UNDEFINED)
}

/// 256 random bits in the URL-safe alphabet of RFC 4648 section 5, without padding.
pub(crate) fn random_secret() -> Option<Secret> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bytes = [0_u8; 32];
    scope()
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    // Six bits a character; the last four of 256 stand in a character of their own.
    let text = (0..43).map(|at| {
        let bit = at * 6;
        let byte = |index: usize| u32::from(bytes.get(index).copied().unwrap_or_default());
        let two = (byte(bit / 8) << 8) | byte(bit / 8 + 1);
        char::from(ALPHABET[((two >> (10 - bit % 8)) & 63) as usize])
    });
    Some(Secret::new(text.collect::<String>()))
}

/// Unix time in milliseconds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time after 1970, whole milliseconds"
)]
pub(crate) fn now() -> u64 {
    js_sys::Date::now() as u64
}
