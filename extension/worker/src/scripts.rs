//! Where our content scripts run besides the hosts the manifest names for them: on the sign-in's,
//! unless zero-touch mode is on.
//!
//! The registration outlives the browser, so that the first page of a new session is looked at from
//! its beginning. Where it is new, the pages that are open already get the scripts afterwards.

use crate::{chrome, core, tables};
use consentry_logic::address;
use serde_json::{Value, json};
use std::cell::Cell;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The registration's name.
const SIGN_IN: &str = "sign-in";
/// What runs there besides what runs everywhere: consent is given nowhere else.
const GUARD: [&str; 2] = ["content/block.js", "content/early.js"];
/// What joins all parts, and comes last.
const JOINS: &str = "content/content.js";

/// What is to be registered, or is.
struct Scripts {
    matches: Vec<Value>,
    js: Vec<Value>,
}

/// What runs on the sign-in's hosts when something does.
fn wanted() -> Option<Scripts> {
    let manifest = chrome::manifest();
    let mut js = manifest["content_scripts"][0]["js"].as_array()?.clone();
    let last = js.iter().position(|file| file == JOINS)?;
    js.splice(last..last, GUARD.map(Value::from));
    let hosts = manifest["host_permissions"].as_array()?;
    let matches = hosts
        .iter()
        .filter(|pattern| {
            let is_sign_in = |pattern: &str| {
                tables::with(|catalog| address::is_sign_in_pattern(catalog, pattern))
            };
            pattern.as_str().is_some_and(is_sign_in)
        })
        .cloned()
        .collect();
    Some(Scripts { matches, js })
}

/// Agrees with the settings. One change at a time; the newest settings count.
pub(crate) fn agree() {
    thread_local! {
        static AGAIN: Cell<bool> = const { Cell::new(false) };
        static BUSY: Cell<bool> = const { Cell::new(false) };
    }
    AGAIN.set(true);
    if BUSY.replace(true) {
        return;
    }
    spawn_local(async {
        while AGAIN.replace(false) {
            if settle(!core::zero_touch()).await.is_none() {
                chrome::warn("the browser refused to run our scripts on the sign-in's hosts");
            }
        }
        BUSY.set(false);
    });
}

async fn settle(run: bool) -> Option<()> {
    let wanted = wanted()?;
    let found = JsFuture::from(chrome::registered_scripts()).await.ok()?;
    let found = chrome::value(&found)?;
    let found = found.as_array()?;
    // The browser tells the patterns in an order of its own.
    let agrees = |script: &Value| {
        let told = script["matches"].as_array().map_or(0, Vec::len);
        script["js"].as_array() == Some(&wanted.js)
            && told == wanted.matches.len()
            && wanted.matches.iter().all(|pattern| {
                script["matches"]
                    .as_array()
                    .is_some_and(|all| all.contains(pattern))
            })
    };
    if run && found.len() == 1 && found.iter().all(agrees) {
        return Some(());
    }
    if !found.is_empty() {
        JsFuture::from(chrome::unregister_scripts()).await.ok()?;
    }
    if run {
        register(wanted).await?;
        begin_in_open_tabs();
    }
    Some(())
}

async fn register(Scripts { matches, js }: Scripts) -> Option<()> {
    let script = json!([{
        "id": SIGN_IN,
        "matches": matches,
        "js": js,
        "runAt": "document_start",
        "allFrames": true,
        // A form can be moved into a frame that has no address of its own.
        "matchOriginAsFallback": true,
        "persistAcrossSessions": true,
    }]);
    let registered = chrome::register_scripts(&chrome::json(&script.to_string()));
    JsFuture::from(registered).await.ok().map(|_| ())
}

/// Begins in the sign-in pages that are open already. Where the scripts run, running them again is
/// refused: each defines a name that cannot be defined twice.
pub(crate) fn begin_in_open_tabs() {
    spawn_local(async {
        if !core::zero_touch() && begin().await.is_none() {
            chrome::warn("the browser did not tell which sign-in pages are open");
        }
    });
}

async fn begin() -> Option<()> {
    let Scripts { matches, js } = wanted()?;
    let filter = chrome::json(&json!({ "url": matches }).to_string());
    let tabs = JsFuture::from(chrome::tabs_query(&filter)).await.ok()?;
    for tab in chrome::value(&tabs)?.as_array()? {
        let what = json!({
            "target": { "tabId": tab["id"], "allFrames": true },
            "files": js,
            "injectImmediately": true,
        });
        // A tab may close or go elsewhere meanwhile.
        let _ = JsFuture::from(chrome::execute_script(&chrome::json(&what.to_string()))).await;
    }
    Some(())
}
