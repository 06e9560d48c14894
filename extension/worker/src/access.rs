//! What the browser keeps us from: access that a person took away, pages that a policy bars, and
//! tabs whose address it does not tell any more.

use crate::{chrome, core};
use consentry_logic::update::Event;
use serde_json::json;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Looks again.
pub(crate) fn look() {
    spawn_local(async {
        let what = json!({ "origins": chrome::manifest()["host_permissions"] });
        let all = chrome::permissions_contain(&chrome::json(&what.to_string()));
        if let Ok(all) = JsFuture::from(all).await {
            core::dispatch(Event::SiteAccessRevoked(!all.is_truthy()));
        }
        let given = match core::backend_pattern() {
            Some(pattern) => {
                let what = json!({ "origins": [pattern] });
                let given = chrome::permissions_contain(&chrome::json(&what.to_string()));
                // What the browser does not tell is not held against it.
                JsFuture::from(given)
                    .await
                    .map_or(true, |given| given.is_truthy())
            }
            None => true,
        };
        core::dispatch(Event::BackendAccess(given));
        // What a tab shows may have changed while no worker ran.
        for tab in core::tabs() {
            let told = JsFuture::from(chrome::tabs_get(tab)).await.ok();
            let url = told.and_then(|told| chrome::text(&told, "url"));
            core::dispatch(Event::Address {
                tab,
                url: url.unwrap_or_default(),
            });
        }
    });
}

/// Finds out whether a policy bars the page of the tab in front. A script that does nothing is
/// refused on every page of a host that is not ours; the browser says whether a policy did it.
pub(crate) fn front(tab: u32) {
    if core::tabs().contains(&tab) {
        core::dispatch(Event::BlockedByPolicy(None));
        return;
    }
    spawn_local(async move {
        let what = json!({ "target": { "tabId": tab }, "files": ["content/early.js"] });
        let tried = chrome::execute_script(&chrome::json(&what.to_string()));
        let refused = JsFuture::from(tried).await.err();
        let why = refused.and_then(|refused| chrome::text(&refused, "message"));
        let barred = why.is_some_and(|why| why.contains("policy"));
        core::dispatch(Event::BlockedByPolicy(barred.then_some(tab)));
    });
}
