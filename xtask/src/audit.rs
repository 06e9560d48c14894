//! `cargo xtask audit`: what is known against the code of others, and what of it nobody uses.
//!
//! Licences and sources are also held by a test in `tests/repository`, in every run. What is here
//! needs tools that take minutes to install, or databases that are reached over the network.

use crate::{command, dependencies, tools};
use anyhow::{Result, bail};
use clap::Args;

#[derive(Args)]
pub(crate) struct Options {
    /// Ask no database over the network: nothing is said of advisories
    #[arg(long)]
    offline: bool,
}

/// What is looked at: a title, a program and its arguments.
type Step<'a> = (&'a str, &'a str, &'a [&'a str]);

pub(crate) fn run(options: &Options) -> Result<()> {
    dependencies::npm_tools()?;
    let deny = tools::get(tools::DENY)?.display().to_string();
    let machete = tools::get(tools::MACHETE)?.display().to_string();
    let here: [Step<'_>; 2] = [
        (
            "licences, sources and bans",
            &deny,
            &["check", "licenses", "sources", "bans"],
        ),
        ("dependencies nobody uses", &machete, &["."]),
    ];
    let outside: [Step<'_>; 2] = [
        ("advisories about crates", &deny, &["check", "advisories"]),
        ("advisories about npm packages", "npm", &["audit"]),
    ];
    let mut steps = here.to_vec();
    if options.offline {
        println!("Advisories are not asked for: nothing is said of them.");
    } else {
        steps.extend(outside);
    }
    let mut failed = Vec::new();
    for (what, program, args) in steps {
        println!("\n== {what}");
        if let Err(error) = command::run(program, args) {
            eprintln!("{error:#}");
            failed.push(what);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!(
        "not passed: {}. Advisories need RustSec's database and npm's audit service; where they \
         cannot be reached, --offline leaves them out",
        failed.join(", ")
    )
}
