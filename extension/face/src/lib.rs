//! What a person sees: the card beside the lit control, the side panel, the options, and the first page.
//!
//! It draws a [`View`](consentry_wire::view::View) and sends back a
//! [`Choice`](consentry_wire::view::Choice). It deliberately decides nothing: words are final
//! when they arrive, and no page of anybody else's is touched from here.

mod chrome;
mod mask;
mod time;
mod view;
mod words;

mod store;

mod buttons;
mod tabs;
mod parts;

mod card;
mod connections;
mod diagnostics;
mod options;
mod first_run;
mod recipe;

mod journey;

mod activity;
mod app;
mod any_app;
mod panel;

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts what `<body data-face>` asks for. One module serves all pages, so that they share
/// one download and one look.
#[wasm_bindgen(start)]
pub fn start() {
    let face = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body())
        .and_then(|body| body.get_attribute("data-face"));
    match face.as_deref() {
        Some("card") => drop(yew::Renderer::<card::Page>::new().render()),
        Some("panel") => drop(yew::Renderer::<panel::Page>::new().render()),
        Some("options") => drop(yew::Renderer::<options::Page>::new().render()),
        Some("first-run") => drop(yew::Renderer::<first_run::Page>::new().render()),
        _ => {}
    }
}
