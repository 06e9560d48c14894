//! The status read: the server, the bare and the fair limit, and two peers on the same store, in turn.

use crate::load::{self, Requests};
use crate::stage::Stage;
use crate::stats::{self, Row};
use crate::store::{Base, Store};
use crate::subject::Subject;
use anyhow::{Context, Result};
use serde::Serialize;

/// Connections of the load.
pub(crate) const DEPTH: usize = 32;

/// Connections that are asked for, of those in the store.
const ASKED_FOR: u32 = 5000;

/// The readings on one store.
#[derive(Serialize)]
pub(crate) struct Reads {
    /// Connections in the store.
    pub(crate) stored: u32,
    /// MiB of the database.
    pub(crate) size: u64,
    /// The bare limit first.
    pub(crate) rows: Vec<Row>,
    /// Memory of each program before its first request, in KiB.
    pub(crate) idle: Vec<u64>,
}

/// Reads from a store of a size.
pub(crate) fn measure(
    stage: &Stage,
    store: &mut Store,
    stored: u32,
    rounds: u32,
    seconds: f64,
) -> Result<Reads> {
    store.grow(stored)?;
    let status = stage.files.write("status.json", &store.status);
    let requests = Requests::reads(stage.files.path(), &store.sample(ASKED_FOR))?;
    let environment = store.base.environment();
    let environment: Vec<(&str, &str)> = environment
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let database = store.base.database();
    let peers = concat!(env!("CARGO_MANIFEST_DIR"), "/peers");

    let mut programs: Vec<(&str, Vec<Subject>)> = vec![
        (
            "bare axum",
            vec![stage.subject("bare", &[&status.display().to_string()], &[])?],
        ),
        (
            "axum with layers and one SELECT",
            vec![stage.subject("fair", &[], &environment)?],
        ),
        ("Consentry", vec![stage.server(&database)?]),
    ];
    if matches!(store.base, Base::Postgres(..)) {
        programs.push((
            "Consentry, two instances",
            vec![stage.server(&database)?, stage.server(&database)?],
        ));
    }
    programs.push((
        "Express + msal-node",
        vec![stage.subject("node", &[&format!("{peers}/express.mjs")], &environment)?],
    ));
    let python = stage.python.display().to_string();
    programs.push((
        "FastAPI + msal",
        vec![stage.subject(&python, &[&format!("{peers}/fast.py")], &environment)?],
    ));
    std::thread::sleep(std::time::Duration::from_millis(500));
    let idle = programs
        .iter()
        .map(|(_, instances)| instances.iter().map(Subject::memory).sum())
        .collect();

    let take = |(name, instances): &(&str, Vec<Subject>), seconds| {
        let instances: Vec<&Subject> = instances.iter().collect();
        load::run(&instances, &requests, DEPTH, seconds)
            .with_context(|| format!("reading from {name}"))
    };
    // Once for nothing: caches fill, and what is compiled while it runs is compiled.
    for program in &programs {
        take(program, 1.0)?;
    }
    let mut readings = Vec::new();
    for _ in 0..rounds {
        let round: Result<Vec<_>> = programs
            .iter()
            .map(|program| take(program, seconds))
            .collect();
        readings.push(round?);
    }
    let names: Vec<&str> = programs.iter().map(|(name, _)| *name).collect();
    Ok(Reads {
        stored,
        size: store.size(),
        rows: stats::rows(&names, &readings),
        idle,
    })
}
