//! The credentials of each app: whether they end soon, and whether Microsoft accepts them.

use super::finding::{Finding, unreachable};
use crate::clock::{Clock, SystemClock};
use crate::config::{App, Config};
use crate::problems::Place;
use crate::sign_in::microsoft::{Microsoft, TokenFault};
use reqwest::StatusCode;
use secrecy::ExposeSecret;

/// Credentials that end within a month, or have ended.
pub(super) fn ending(app: &App) -> Vec<Finding> {
    const MONTH_MS: u64 = 30 * 24 * 60 * 60 * 1000;
    let now = SystemClock.now();
    app.credentials
        .ending(now + MONTH_MS)
        .into_iter()
        .map(|(name, ends)| {
            let days = ends.saturating_sub(now) / (24 * 60 * 60 * 1000);
            Finding::note(
                &format!("credential of {}", app.profile.name),
                format!("{name} expires in {days} days"),
                "Create a new one in the app registration and configure both until the old one expires.",
            )
        })
        .collect()
}

pub(super) async fn token(
    client: &reqwest::Client,
    microsoft: &Microsoft,
    config: &Config,
    app: &App,
    tenant: &str,
) -> Vec<Finding> {
    let what = format!("credential of {}", app.profile.name);
    let token = match microsoft
        .app_only(app, tenant, None, SystemClock.now())
        .await
    {
        Ok(token) => token,
        Err(fault) => return vec![rejected(&what, fault, config, app, tenant)],
    };
    let mut findings = vec![Finding::good(&what, format!("accepted in {tenant}"))];
    for name in app.credentials.refused(SystemClock.now()) {
        findings.push(Finding::note(
            &what,
            format!("{name} was rejected, and the next one was used"),
            "Replace it, or remove it from the configuration.",
        ));
    }
    let what = format!("permissions of {} in {tenant}", app.profile.name);
    findings.push(permissions(client, config, &what, token.expose_secret()).await);
    findings
}

/// Why there is no token. That the app is not in the tenant is normal before the first sign-in there.
fn rejected(what: &str, fault: TokenFault, config: &Config, app: &App, tenant: &str) -> Finding {
    let place = Place::new(&app.profile.name, &config.microsoft);
    let problem = fault.found().problem(&place);
    let code = problem.microsoft.map(|code| format!(" ({code})"));
    let found = format!(
        "{} {}{}",
        problem.title,
        problem.detail,
        code.unwrap_or_default()
    );
    match fault {
        TokenFault::Refused { found, .. } if found.code() == "app-not-in-tenant" => Finding::note(
            what,
            format!("the app isn't in {tenant} yet, so its credential wasn't tested"),
            "Sign in there once, or specify a tenant that has the app.",
        ),
        TokenFault::Refused { .. } | TokenFault::Untrusted => {
            Finding::bad(what, found, problem.remedy)
        }
        TokenFault::Unavailable(..) => Finding::note(what, found, problem.remedy),
    }
}

/// Whether a token of the app's may count the users: the least that a granted app may.
async fn permissions(
    client: &reqwest::Client,
    config: &Config,
    what: &str,
    token: &str,
) -> Finding {
    let answer = client
        .get(format!("{}/v1.0/users/$count", config.microsoft.graph))
        .header("ConsistencyLevel", "eventual")
        .bearer_auth(token)
        .send()
        .await;
    match answer.map(|answer| answer.status()) {
        Ok(StatusCode::OK) => Finding::good(what, "Graph counts the users"),
        Ok(status) => Finding::note(
            what,
            format!("Graph returned {status} for the number of users"),
            "This is expected if no admin has granted consent to the app yet.",
        ),
        Err(error) => unreachable(what, &config.microsoft.graph, &error),
    }
}
