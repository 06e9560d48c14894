//! What the extension does outside of pages and of the panel: its button, and the page that opens once.

mod badge;
mod first_run;
#[path = "../kit/mod.rs"]
mod kit;
