//! The service worker: turns what the browser tells into events for the core, and carries out the
//! effects that come back. It decides nothing.
//!
//! Each module uses only those before it. In reading order: [`chrome`] binds the browser's interfaces, [`tables`] holds the
//! tables in force, [`storage`] keeps what must outlive the worker, [`bearers`] the rights to connections, [`pending`] what
//! was asked and has not been answered, [`document`] speaks to one document of a tab, [`core`] holds the model and runs the
//! core, [`access`] tells what the browser keeps us from, [`install`] who installed us, [`scripts`] agrees with the settings
//! where our content scripts run, [`http`] sends requests, [`backend`] asks the backend, [`live`] follows connections,
//! [`pack`] takes up newer data, [`inbox`] says who may send what, [`effects`] is the only place that knows what an effect
//! does.

#![cfg_attr(not(test), warn(clippy::too_many_lines))]

mod chrome;
mod tables;
mod storage;
mod bearers;
mod pending;

mod document;

mod core;

mod access;
mod install;
mod scripts;
mod http;

mod backend;

mod live;
mod pack;
mod inbox;

mod effects;

use consentry_logic::update::Event;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// Loads what was kept and takes up where the last worker was stopped. Awaited before anything
/// else.
#[wasm_bindgen]
pub async fn start() {
    storage::keep_from_pages().await;
    pending::take_up().await;
    bearers::take_up().await;
    pack::take_up_kept().await;
    core::load(effects::run).await;
    backend::take_up_claims();
    backend::take_up_questions();
    pack::look_for_newer();
    access::look();
    scripts::agree();
    // No page waits for it.
    spawn_local(take_up_installation());
}

/// A message arrived. Both arguments and the answer are JSON; the sender is the browser's word.
#[wasm_bindgen]
pub fn on_message(message: &str, sender: &str) -> String {
    inbox::receive(message, sender)
}

/// Waits until the browser has what a message has changed. A page that hears an answer may say nothing more, so a worker
/// that ends must not take with it what the answer rests on.
#[wasm_bindgen]
pub async fn kept() {
    storage::kept().await;
}

/// A tab or window was closed.
#[wasm_bindgen]
pub fn on_tab_removed(tab: u32) {
    core::dispatch(Event::TabGone { tab });
}

/// An alarm rang, the browser started, or settings changed.
#[wasm_bindgen]
pub async fn on_wake() {
    let settings = storage::settings().await;
    core::configure(settings);
    pack::look_for_newer();
    access::look();
    scripts::agree();
}

/// The extension was installed or updated, as the shell has kept. Where another event has started this worker before that
/// was kept, it is looked at now.
#[wasm_bindgen]
pub async fn on_installed() {
    take_up_installation().await;
}

/// What runs in open pages is of no version, or of another. A first installation is taken up once.
async fn take_up_installation() {
    if let Some(reason) = storage::installed().await {
        scripts::begin_in_open_tabs();
        if reason == "install" {
            core::dispatch(Event::Installed);
        }
        // Only now: a worker that ends before leaves it to the next one.
        storage::forget_installed();
    }
    install::find_out();
}

/// The browser told a tab's address; an empty one, where it may not tell.
#[wasm_bindgen]
pub fn on_address(tab: u32, url: String) {
    backend::claim(tab, &url);
    core::dispatch(Event::Address { tab, url });
}
