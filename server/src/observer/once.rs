//! `observe --once`: one round of one tenant and its report, without a running server.

use crate::clock::SystemClock;
use crate::config::{self, Observer, Observing};
use crate::observer::days;
use crate::observer::export::{self, Format};
use crate::observer::fault::Fault;
use crate::observer::itself::Stopped;
use crate::observer::reader::{Pace, Reader, Unopened};
use crate::observer::reading::{Reading, lists};
use crate::observer::report::{self, Changes};
use crate::observer::round::{Outcome, Round};
use crate::observer::token::NoToken;
use crate::ops::lease::Lease;
use crate::problems::Place;
use crate::store::{self, Store, StoreError};
use indicatif::{ProgressBar, ProgressStyle};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A reader that died is waited for this long.
const LEASE: Duration = Duration::from_secs(10);

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The ending of the file names no format.
    #[error("{0:?}: name a file that ends in .json, .csv, .xlsx or .html")]
    Format(PathBuf),
    /// None of that name is.
    #[error("the tenant {0} is not configured ({1})")]
    NoTenant(String, String),
    /// Nothing could be asked.
    #[error(transparent)]
    Unopened(#[from] Unopened),
    /// There was no round.
    #[error("{0}")]
    Stopped(String),
    /// Another program reads the same tenant into the same store.
    #[error("another program is reading this tenant into the same database: wait for it to end")]
    Taken,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody altered what was written down.
    #[error("{0}: restore the database from a backup, or begin a new one")]
    Altered(String),
    /// The file.
    #[error("{0:?}: {1}")]
    File(PathBuf, io::Error),
}

/// What was done.
pub struct Done {
    /// What was read.
    pub outcome: Outcome,
    /// Time it took.
    pub took: Duration,
}

impl std::fmt::Display for Done {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for list in &lists(reading(&self.outcome)) {
            if let Some(reason) = &list.reason {
                writeln!(f, "{}: {reason}", list.what)?;
            }
        }
        write!(
            f,
            "{}: {} requests, {:.1} seconds",
            if self.outcome.complete {
                "complete"
            } else {
                "incomplete"
            },
            self.outcome.requests,
            self.took.as_secs_f64()
        )
    }
}

/// Reads the tenant that is named, or each that is configured, and writes a report of each. Where
/// there are several, the tenant is added to the file's name.
pub async fn run(
    observing: &Observing,
    tenant: Option<&str>,
    out: &Path,
    pace: Pace,
) -> Result<Vec<Done>, Failed> {
    let format = Format::of(out).ok_or_else(|| Failed::Format(out.to_owned()))?;
    let chosen = choose(&observing.observers, tenant)?;
    let store = store::open(&observing.database).await?;
    let is_alone = chosen.len() == 1;
    let mut all = Vec::new();
    for observer in chosen {
        let out = if is_alone {
            out.to_owned()
        } else {
            of_tenant(out, &observer.tenant)
        };
        all.push(one(observing, observer, &store, format, &out, pace).await?);
    }
    Ok(all)
}

/// `report.json` of a tenant: `report-TENANT.json`.
fn of_tenant(out: &Path, tenant: &str) -> PathBuf {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let (stem, ending) = (text(out.file_stem()), text(out.extension()));
    out.with_file_name(format!("{stem}-{tenant}.{ending}"))
}

async fn one(
    observing: &Observing,
    observer: &Observer,
    store: &Arc<dyn Store>,
    format: Format,
    out: &Path,
    pace: Pace,
) -> Result<Done, Failed> {
    let began = Instant::now();
    let lease = take(store, format!("observer/{}", observer.tenant)).await?;
    let work = work(observing, observer, store, format, out, pace);
    let outcome = tokio::select! {
        outcome = work => outcome?,
        () = lease.lost() => return Err(Failed::Taken),
    };
    Ok(Done {
        outcome,
        took: began.elapsed(),
    })
}

/// The observer of the tenant that is named, or all.
pub fn choose<'a>(
    observers: &'a [Observer],
    tenant: Option<&str>,
) -> Result<Vec<&'a Observer>, Failed> {
    let Some(tenant) = tenant else {
        return Ok(observers.iter().collect());
    };
    let found = observers
        .iter()
        .find(|observer| observer.tenant.eq_ignore_ascii_case(tenant));
    found.map(|observer| vec![observer]).ok_or_else(|| {
        let names: Vec<&str> = observers.iter().map(|one| one.tenant.as_str()).collect();
        Failed::NoTenant(tenant.to_owned(), names.join(", "))
    })
}

/// Waits for one that died, and not for one that lives.
async fn take(store: &Arc<dyn Store>, name: String) -> Result<Lease, Failed> {
    let began = Instant::now();
    loop {
        if let Some(lease) = Lease::hold(store, name.clone(), LEASE).await? {
            return Ok(lease);
        }
        if began.elapsed() > LEASE + Duration::from_secs(2) {
            return Err(Failed::Taken);
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

async fn work(
    observing: &Observing,
    observer: &Observer,
    store: &Arc<dyn Store>,
    format: Format,
    out: &Path,
    pace: Pace,
) -> Result<Outcome, Failed> {
    let reader = Reader::open(&observing.microsoft, observer, pace)?;
    let bar = bar();
    let outcome = Round {
        reader: &reader,
        store,
        observer,
        watch: &|list, read, said| show(&bar, &reader, list, read, said),
        before: 0,
        deltas: false,
    }
    .run(&SystemClock)
    .await
    .map_err(|stopped| Failed::Stopped(explained(&stopped, &observing.microsoft, observer)));
    bar.finish_and_clear();
    let outcome = outcome?;
    let failed = |error| Failed::File(out.to_owned(), error);
    let part = part(out);
    let file = export::create(&part).map_err(failed)?;
    let mut sink = file
        .try_clone()
        .and_then(|file| format.to(file))
        .map_err(failed)?;
    let (key, changes) = (&observer.tenant, Changes::Unreported);
    let written = report::write(store, key, reading(&outcome), changes, &mut *sink).await;
    drop(sink);
    let written = match (written, file.sync_all()) {
        (Ok(_), Err(error)) => Err(error.into()),
        (written, _) => written,
    };
    let report::Written { last, summary } = match written {
        Ok(written) => written,
        Err(error) => {
            // Half a report is none.
            let _ = std::fs::remove_file(&part);
            return Err(match error {
                report::Unwritten::Store(error) => error.into(),
                report::Unwritten::File(error) => failed(error),
                altered @ report::Unwritten::Altered(_) => Failed::Altered(altered.to_string()),
            });
        }
    };
    std::fs::rename(&part, out).map_err(failed)?;
    store.reported(observer.tenant.clone(), last).await?;
    let ended = outcome.tenant.ended;
    days::keep(store, key, summary, outcome.complete, ended).await?;
    Ok(outcome)
}

/// What a round has read, for its report.
fn reading(outcome: &Outcome) -> Reading<'_> {
    Reading {
        tenant: &outcome.tenant,
        lists: &outcome.lists,
        complete: outcome.complete,
        level: outcome.level.number(),
        requests: outcome.requests,
    }
}

/// The file as long as it is not whole: nobody takes it for the report.
fn part(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    PathBuf::from(name)
}

/// Drawn on a terminal, and nowhere else.
fn bar() -> ProgressBar {
    let style = "{spinner} {msg} {wide_bar} {pos}/{len} {elapsed}";
    ProgressBar::new(0).with_style(
        ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
    )
}

fn show(bar: &ProgressBar, reader: &Reader, list: &str, read: u64, said: Option<u64>) {
    let list = list.rsplit('/').next().unwrap_or(list);
    bar.set_message(format!("{list}, {} requests", reader.requests()));
    bar.set_length(said.unwrap_or(read).max(read));
    bar.set_position(read);
}

/// What stopped a round, with what to do where Microsoft named a reason.
pub fn explained(stopped: &Stopped, microsoft: &config::Microsoft, observer: &Observer) -> String {
    let Stopped::Token(Fault::NoToken(no_token)) = stopped else {
        return stopped.to_string();
    };
    let found = match no_token {
        NoToken::Refused(found) => found.clone(),
        NoToken::Silent(silence) => crate::sign_in::microsoft::of_unavailable(silence),
        NoToken::Machine(why) => {
            return format!("no token for the observer in {}: {why}", observer.tenant);
        }
    };
    let problem = found.problem(&Place {
        app: "the observer".to_owned(),
        portal: microsoft.portal.clone(),
        app_page: microsoft.portal.clone(),
        admin: microsoft.admin.clone(),
        login: microsoft.login.clone(),
        consent: microsoft.portal.clone(),
    });
    format!(
        "no token for the observer in {}: {} {} {}",
        observer.tenant, problem.title, problem.detail, problem.remedy
    )
}
