//! The observer of each tenant: whether it gets a token, that it can only read, and what it can answer.

use super::finding::Finding;
use crate::config::{self, Observer};
use crate::observer::itself::{self, Stopped};
use crate::observer::level::Level;
use crate::observer::once::explained;
use crate::observer::reader::{Pace, Reader};

/// What each level adds, and the permission it takes.
const LEVELS: [(u8, &str, &str); 3] = [
    (
        1,
        "Application.Read.All",
        "apps, whether they are enabled, application permissions, and who is assigned",
    ),
    (
        2,
        "Directory.Read.All",
        "delegated permissions and for whom they were granted",
    ),
    (
        3,
        "AuditLog.Read.All beside Directory.Read.All",
        "who granted a permission, and when",
    ),
];

pub(super) async fn examine(microsoft: &config::Microsoft, observers: &[Observer]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for observer in observers {
        let what = format!("observer of {}", observer.tenant);
        let reader = match Reader::open(microsoft, observer, Pace::default()) {
            Ok(reader) => reader,
            Err(error) => {
                let remedy = "Install the system's root certificates (package ca-certificates), or give `microsoft.ca_file`.";
                findings.push(Finding::bad(&what, error.to_string(), remedy));
                continue;
            }
        };
        match itself::level(&reader, &observer.client_id).await {
            Ok(level) => findings.extend(answered(&what, &level)),
            Err(stopped) => findings.push(Finding::bad(
                &what,
                explained(&stopped, microsoft, observer),
                remedy(&stopped),
            )),
        }
    }
    findings
}

fn answered(what: &str, level: &Level) -> Vec<Finding> {
    let number = level.number();
    let good = format!("it can only read, at level {number}");
    let levels = LEVELS.iter().map(|(of, permission, answers)| {
        let what = format!("{what}, level {of}");
        if *of <= number {
            Finding::good(&what, format!("it answers {answers}"))
        } else {
            Finding::note(
                &what,
                format!("it does not answer {answers}"),
                format!("Grant it {permission}, if that is wanted (docs/observer.md)."),
            )
        }
    });
    std::iter::once(Finding::good(what, good))
        .chain(levels)
        .collect()
}

fn remedy(stopped: &Stopped) -> &'static str {
    match stopped {
        Stopped::Forbidden(_) => {
            "In the portal open App registrations > the observer > API permissions, remove what is named, \
             and in Enterprise applications > the observer > Permissions revoke its consent."
        }
        Stopped::Unverified(_) | Stopped::Nothing => {
            "Add the application permission and grant admin consent for it: docs/observer.md, \"Register\"."
        }
        Stopped::Token(_) => "Check `observer.tenant`, `observer.client_id` and the credential.",
        Stopped::Store(_) => "Check the database.",
    }
}
