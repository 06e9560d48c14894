//! `doctor`: tests a configuration against the live endpoints, and says what to do where it fails.
//!
//! Reads only: no row is written and no table is made. Nothing it says holds a secret. Deliberately
//! absent: anything that a running server does not also need.

mod finding;

mod configuration;
mod database;
mod endpoints;
mod credential;
mod observer;

use super::{Done, check_config};
use crate::config::{Authority, Config, Observing};
use crate::sign_in::microsoft::Microsoft;
use crate::upstream;
use finding::Finding;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

#[tokio::main]
pub(super) async fn run(file: &Path, tenant: Option<String>) -> Done {
    let findings = match (Config::load(file), check_config::observing_alone(file)) {
        (Ok(config), _) => examine(config, tenant).await,
        (Err(_), Some(observing)) => examine_observing(&observing?).await,
        (Err(error), None) => return Err(error.into()),
    };
    let is_well = findings.iter().all(|finding| !finding.is_bad());
    for finding in findings {
        println!("{finding}");
    }
    println!(
        "\n{}",
        if is_well {
            "No problems found."
        } else {
            "Problems found: see the lines that begin with BAD."
        }
    );
    Ok(if is_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Tests everything. `tenant` is where the app's own token is requested.
async fn examine(config: Config, tenant: Option<String>) -> Vec<Finding> {
    let mut findings = vec![
        Finding::good("configuration", "all values are valid"),
        configuration::redirect(&config.redirect_uri()),
        configuration::redirect(&config.admin_redirect_uri()),
        configuration::origins(&config),
    ];
    findings.extend(database::examine(&config).await);
    let config = Arc::new(config);
    let client = match upstream::client(&config.microsoft) {
        Ok(client) => client,
        Err(error) => {
            findings.push(Finding::bad(
                "TLS",
                error.to_string(),
                "Install the system's root certificates (package ca-certificates), or set `microsoft.ca_file`.",
            ));
            return findings;
        }
    };
    findings.extend(endpoints::discovery(&client, &config).await);
    let microsoft = Microsoft::new(client.clone(), Arc::clone(&config));
    findings.push(endpoints::keys(&microsoft).await);
    findings.push(endpoints::graph(&client, &config).await);
    let tenant = tenant.or_else(|| match &config.microsoft.authority {
        Authority::Tenant(tenant) | Authority::Domain(tenant) => Some(tenant.clone()),
        Authority::Organizations | Authority::Common => None,
    });
    for app in &config.apps {
        findings.extend(credential::ending(app));
        match &tenant {
            Some(tenant) => findings.extend(credential::token(&client, &microsoft, &config, app, tenant).await),
            None => findings.push(Finding::note(
                &format!("credential of {}", app.profile.name),
                "not tested",
                "Set --tenant to the ID or a domain of a tenant that has the app, for example your own.",
            )),
        }
    }
    findings.extend(observer::examine(&config.microsoft, &config.observers).await);
    findings.push(endpoints::reached(&client, &config).await);
    findings
}

/// As [`examine`], where nothing but an observer is configured.
async fn examine_observing(observing: &Observing) -> Vec<Finding> {
    let mut findings = vec![Finding::good(
        "configuration",
        "every value that `observe` takes can be used",
    )];
    findings.extend(observer::examine(&observing.microsoft, &observing.observers).await);
    findings
}
