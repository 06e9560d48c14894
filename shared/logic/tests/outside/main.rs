//! What the extension does outside of pages and of the panel: the page that opens once.

mod first_run;
#[path = "../kit/mod.rs"]
mod kit;
