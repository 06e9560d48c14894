//! Who installed the extension: a person, or an organization by a policy.

use crate::{chrome, core};
use consentry_logic::update::Event;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// `chrome.management.ExtensionInstallType` of what a policy installed.
const BY_POLICY: &str = "admin";

/// Asks the browser, where somebody waits for the answer. It tells an extension of itself without a permission.
pub(crate) fn find_out() {
    if !core::first_run_is_due() {
        return;
    }
    spawn_local(async {
        let Ok(own) = JsFuture::from(chrome::get_self()).await else {
            chrome::warn("the browser did not tell who installed this");
            return;
        };
        let kind = chrome::text(&own, "installType");
        let organization = kind.as_deref() == Some(BY_POLICY);
        core::dispatch(Event::InstalledBy { organization });
    });
}
