//! `cargo xtask bench`: figures, side by side with what people use today.
//!
//! Deliberately absent: a verdict. A figure depends on the machine; tests do not, so no test is timed.

mod machine;
mod section;

mod browser;
mod core;
mod observer;
mod server;

use anyhow::Result;

#[derive(clap::Subcommand)]
pub(crate) enum Task {
    /// The backend beside a bare axum handler, a service in Node.js and one in Python, on SQLite and PostgreSQL
    Server(server::Options),
    /// The observer on a large organization, beside a reader that goes app by app
    Observer(observer::Options),
    /// How long a page takes to be judged, beside reading what was seen of it
    Core,
    /// A page that rests and a heavy one: bare, with the extension, and with driver.js, Shepherd, Intro.js, react-joyride
    Browser(browser::Options),
}

/// Measures, prints, and writes the part of docs/benchmarks.md that it measured.
pub(crate) fn run(task: &Task) -> Result<()> {
    match task {
        Task::Server(options) => server::run(options),
        Task::Observer(options) => observer::run(options),
        Task::Core => core::run(),
        Task::Browser(options) => browser::run(options),
    }
}
