//! Walks a configuration against the live endpoints, and says what to do where it fails.
//!
//! Reads only: no row is written and no table is made. Nothing it says holds a secret. Deliberately
//! absent: anything that a running server does not also need.

mod observer;

use crate::clock::{Clock, SystemClock};
use crate::config::{App, Authority, Config, Database, Observing, Origin};
use crate::ops::keyring;
use crate::problems::Place;
use crate::secrets::encryption::Seal;
use crate::sign_in::microsoft::{Microsoft, TokenFault};
use crate::store;
use crate::upstream;
use reqwest::StatusCode;
use secrecy::ExposeSecret;
use std::fmt;
use std::sync::Arc;
use url::{Host, Url};

/// How something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Health {
    Good,
    /// Worth knowing, stands in nobody's way.
    Note,
    Bad,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    health: Health,
    what: String,
    found: String,
    remedy: Option<String>,
}

impl Finding {
    fn good(what: &str, found: impl Into<String>) -> Self {
        Self {
            health: Health::Good,
            what: what.into(),
            found: found.into(),
            remedy: None,
        }
    }

    fn note(what: &str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            health: Health::Note,
            remedy: Some(remedy.into()),
            ..Self::good(what, found)
        }
    }

    fn bad(what: &str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            health: Health::Bad,
            remedy: Some(remedy.into()),
            ..Self::good(what, found)
        }
    }

    /// Whether it stands in the way.
    pub fn is_bad(&self) -> bool {
        self.health == Health::Bad
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let health = match self.health {
            Health::Good => "ok  ",
            Health::Note => "note",
            Health::Bad => "BAD ",
        };
        write!(f, "{health}  {}: {}", self.what, self.found)?;
        match &self.remedy {
            Some(remedy) => write!(f, "\n      → {remedy}"),
            None => Ok(()),
        }
    }
}

/// Looks at everything. `tenant` is where the app's own token is tried.
pub async fn examine(config: Config, tenant: Option<String>) -> Vec<Finding> {
    let mut findings = vec![
        Finding::good("configuration", "all values are valid"),
        redirect(&config.redirect_uri()),
        redirect(&config.admin_redirect_uri()),
        origins(&config),
    ];
    findings.extend(store_and_keys(&config).await);
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
    findings.extend(discovery(&client, &config).await);
    let microsoft = Microsoft::new(client.clone(), Arc::clone(&config));
    findings.push(keys(&microsoft).await);
    findings.push(graph(&client, &config).await);
    let tenant = tenant.or_else(|| match &config.microsoft.authority {
        Authority::Tenant(tenant) | Authority::Domain(tenant) => Some(tenant.clone()),
        Authority::Organizations | Authority::Common => None,
    });
    for app in &config.apps {
        findings.extend(ending(app));
        match &tenant {
            Some(tenant) => findings.extend(token(&client, &microsoft, &config, app, tenant).await),
            None => findings.push(Finding::note(
                &format!("credential of {}", app.profile.name),
                "not tested",
                "Set --tenant to the ID or a domain of a tenant that has the app, for example your own.",
            )),
        }
    }
    findings.extend(observer::examine(&config.microsoft, &config.observers).await);
    findings.push(reached(&client, &config).await);
    findings
}

/// As [`examine`], where nothing but an observer is configured.
pub async fn examine_observing(observing: &Observing) -> Vec<Finding> {
    let mut findings = vec![Finding::good(
        "configuration",
        "every value that `observe` takes can be used",
    )];
    findings.extend(observer::examine(&observing.microsoft, &observing.observers).await);
    findings
}

/// Microsoft's rules for redirect URIs of type Web (facts: protocol A1).
fn redirect(uri: &str) -> Finding {
    let what = "redirect URI";
    let Ok(url) = Url::parse(uri) else {
        return Finding::bad(what, uri, "Set `public_url` to an https URL.");
    };
    if uri.len() > 256 {
        return Finding::bad(
            what,
            format!("{uri} has {} characters", uri.len()),
            "Microsoft allows at most 256: choose a shorter `public_url`.",
        );
    }
    if let Some(odd) = uri.chars().find(|c| "!$'(),;*".contains(*c)) {
        return Finding::bad(
            what,
            format!("{uri} contains {odd:?}"),
            "Microsoft doesn't allow ! $ ' ( ) , ; * in it: choose a different `public_url`.",
        );
    }
    match url.host() {
        Some(Host::Ipv6(_)) => Finding::bad(
            what,
            uri,
            "Microsoft doesn't allow IPv6 addresses: use localhost or a name in `public_url`.",
        ),
        Some(Host::Ipv4(_)) if url.scheme() == "http" => Finding::note(
            what,
            uri,
            "For http, the portal accepts an IP address only in the app's manifest; you can enter localhost.",
        ),
        _ => Finding::good(
            what,
            format!("{uri} (register it exactly like this, as type Web)"),
        ),
    }
}

fn origins(config: &Config) -> Finding {
    let what = "allowed origins";
    if config.allowed_origins.is_empty() {
        return Finding::note(
            what,
            "none",
            "No extension and no page can call this server: add chrome-extension://ID or your app's origin.",
        );
    }
    let origins = config.allowed_origins.iter().map(Origin::as_str);
    Finding::good(what, origins.collect::<Vec<_>>().join(", "))
}

async fn store_and_keys(config: &Config) -> Vec<Finding> {
    let what = "store";
    let named = format!("{:?}", config.database);
    let look = match store::look(&config.database).await {
        Ok(look) => look,
        Err(error) => {
            let remedy = match config.database {
                Database::Sqlite(_) => {
                    "The user the server runs as must own the file and its directory, on a local disk with free space."
                }
                Database::Postgres(_) => {
                    "Check that the database is running and reachable from here, that the user can log in, and that the password is correct."
                }
            };
            return vec![Finding::bad(what, format!("{named}: {error}"), remedy)];
        }
    };
    let mut findings = Vec::new();
    let ids = config.master_keys.keys.len();
    let key_found = format!(
        "{ids} configured, {:?} is active",
        config.master_keys.active
    );
    if look.found != look.known {
        findings.push(Finding::note(
            what,
            format!(
                "{named} is writable; its schema version is {}, this program's is {}",
                look.found, look.known
            ),
            if look.found == 0 {
                "`serve` creates it at the first start."
            } else {
                "`serve` upgrades it when it starts: make a backup first."
            },
        ));
        findings.push(Finding::good("master keys", key_found));
        return findings;
    }
    findings.push(Finding::good(
        what,
        format!("{named} is writable, its schema is up to date"),
    ));
    let fits = match store::open(&config.database).await {
        Ok(store) => keyring::compare(&*store, &Seal::new(&config.master_keys))
            .await
            .map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    findings.push(match fits {
        Ok(()) => Finding::good("master keys", format!("{key_found}, and they match the stored data")),
        Err(error) => Finding::bad(
            "master keys",
            error,
            "Configure the keys this database was encrypted with. Without them its tokens are lost, and everyone has to sign in again.",
        ),
    });
    findings
}

/// More than this, and tokens begin to be refused: their leeway is a minute.
const SKEW_NOTE_MS: u64 = 10_000;
const SKEW_BAD_MS: u64 = 60_000;

async fn discovery(client: &reqwest::Client, config: &Config) -> Vec<Finding> {
    let what = "Microsoft's discovery document";
    let segment = config.microsoft.authority.segment();
    let url = format!(
        "{}/{segment}/v2.0/.well-known/openid-configuration",
        config.microsoft.login
    );
    let response = match client.get(&url).send().await {
        Ok(response) => response,
        Err(error) => return vec![unreachable(what, &url, &error)],
    };
    let mut findings = Vec::new();
    let date = response
        .headers()
        .get("date")
        .and_then(|date| date.to_str().ok()?.parse::<String>().ok())
        .and_then(|date| {
            jiff::fmt::rfc2822::DateTimeParser::new()
                .parse_timestamp(&date)
                .ok()
        });
    findings.extend(date.map(|date| {
        let theirs = u64::try_from(date.as_millisecond()).unwrap_or_default();
        clock(SystemClock.now().abs_diff(theirs))
    }));
    let status = response.status();
    let body = match upstream::body(response, 256 * 1024).await {
        Ok(body) if status.is_success() => body,
        _ => {
            findings.push(Finding::bad(
                what,
                format!("{url} answered {status}"),
                "Check that `microsoft.authority` is an existing tenant and `microsoft.login` the right cloud.",
            ));
            return findings;
        }
    };
    let document: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
    let endpoints = ["authorization_endpoint", "token_endpoint", "jwks_uri"];
    let home = Url::parse(&config.microsoft.login).ok();
    let elsewhere = endpoints.into_iter().find(|name| {
        let endpoint = document[name].as_str().and_then(|url| Url::parse(url).ok());
        endpoint.as_ref().and_then(Url::host_str) != home.as_ref().and_then(Url::host_str)
    });
    findings.push(match elsewhere {
        Some(name) => Finding::bad(
            what,
            format!("its {name} is {}", document[name]),
            "Something between this machine and Microsoft answers instead: check proxies and `microsoft.resolve`.",
        ),
        None => Finding::good(what, format!("issuer {}", document["issuer"].as_str().unwrap_or("unnamed"))),
    });
    findings
}

fn clock(skew_ms: u64) -> Finding {
    let what = "clock";
    let found = format!("{} s from Microsoft's", skew_ms / 1000);
    let remedy = "Synchronize the clock with NTP (systemd-timesyncd or chrony).";
    match skew_ms {
        SKEW_BAD_MS.. => Finding::bad(what, found, remedy),
        SKEW_NOTE_MS.. => Finding::note(what, found, remedy),
        _ => Finding::good(what, found),
    }
}

async fn keys(microsoft: &Microsoft) -> Finding {
    let what = "Microsoft's signing keys";
    match microsoft.warm(SystemClock.now()).await {
        Ok(()) => Finding::good(what, "fetched"),
        Err(silence) => Finding::bad(
            what,
            silence.to_string(),
            "Without them, no sign-in can be verified. See the finding about the discovery document.",
        ),
    }
}

async fn graph(client: &reqwest::Client, config: &Config) -> Finding {
    let what = "Microsoft Graph";
    let url = format!("{}/v1.0/users/$count", config.microsoft.graph);
    match client.get(&url).send().await {
        Err(error) => unreachable(what, &url, &error),
        // What it says to somebody without a token.
        Ok(response) if response.status() == StatusCode::UNAUTHORIZED => {
            Finding::good(what, format!("{} answers", config.microsoft.graph))
        }
        Ok(response) => Finding::bad(
            what,
            format!("{url} answered {} without a token", response.status()),
            "It should answer 401: check that `microsoft.graph` is the right cloud and that no proxy answers instead.",
        ),
    }
}

/// Credentials that end within a month, or have ended.
fn ending(app: &App) -> Vec<Finding> {
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

async fn token(
    client: &reqwest::Client,
    microsoft: &Microsoft,
    config: &Config,
    app: &App,
    tenant: &str,
) -> Vec<Finding> {
    let what = format!("credential of {}", app.profile.name);
    let place = Place {
        app: app.profile.name.clone(),
        portal: config.microsoft.portal.clone(),
        app_page: config.microsoft.portal.clone(),
        admin: config.microsoft.admin.clone(),
        login: config.microsoft.login.clone(),
    };
    let token = match microsoft
        .app_only(app, tenant, None, SystemClock.now())
        .await
    {
        Ok(token) => token,
        Err(fault) => {
            let problem = fault.found().problem(&place);
            let code = problem.microsoft.map(|code| format!(" ({code})"));
            let found = format!(
                "{} {}{}",
                problem.title,
                problem.detail,
                code.unwrap_or_default()
            );
            return vec![match fault {
                // Normal before the first sign-in there.
                TokenFault::Refused { found, .. } if found.code() == "app-not-in-tenant" => {
                    Finding::note(
                        &what,
                        format!("the app isn't in {tenant} yet, so its credential wasn't tested"),
                        "Sign in there once, or specify a tenant that has the app.",
                    )
                }
                TokenFault::Refused { .. } | TokenFault::Untrusted => {
                    Finding::bad(&what, found, problem.remedy)
                }
                TokenFault::Silent(..) => Finding::note(&what, found, problem.remedy),
            }];
        }
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

/// What a browser would meet. The server may not run yet, so this is a note at most.
async fn reached(client: &reqwest::Client, config: &Config) -> Finding {
    let what = "public URL";
    let url = format!("{}/healthz", config.public_url);
    match client.get(&url).send().await {
        Ok(response) if response.status() == StatusCode::NO_CONTENT => Finding::good(
            what,
            format!("{} leads to a running server", config.public_url),
        ),
        Ok(response) => Finding::note(
            what,
            format!("{url} answered {}", response.status()),
            "Something else answers there: check the server address in the proxy's configuration.",
        ),
        Err(_) => Finding::note(
            what,
            format!("{} can't be reached from here", config.public_url),
            "If the server is running, check the name, the proxy and its certificate.",
        ),
    }
}

fn unreachable(what: &str, url: &str, error: &reqwest::Error) -> Finding {
    let mut found = format!("{url} cannot be reached");
    let mut cause: Option<&dyn std::error::Error> = std::error::Error::source(error);
    while let Some(error) = cause {
        found = format!("{found}: {error}");
        cause = error.source();
    }
    Finding::bad(
        what,
        found,
        "Allow this machine to reach it (HTTPS, port 443). Behind a TLS-inspecting proxy, set `microsoft.ca_file` to its root certificate.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_microsoft_would_refuse_as_a_redirect_uri_is_said_before_it_does() {
        assert_eq!(
            redirect("https://a.example/oauth/callback").health,
            Health::Good
        );
        assert_eq!(
            redirect("http://localhost:7430/oauth/callback").health,
            Health::Good
        );
        assert_eq!(
            redirect("http://127.0.0.1:7430/oauth/callback").health,
            Health::Note
        );
        for bad in [
            "http://[::1]:7430/oauth/callback",
            "https://a.example/(x)/oauth/callback",
            &format!("https://a.example/{}/oauth/callback", "x".repeat(256)),
        ] {
            assert!(redirect(bad).is_bad(), "{bad}");
        }
    }

    #[test]
    fn a_clock_that_is_a_minute_off_stands_in_the_way() {
        assert_eq!(clock(9_999).health, Health::Good);
        assert_eq!(clock(10_000).health, Health::Note);
        assert!(clock(60_000).is_bad());
    }

    #[test]
    fn a_finding_says_what_to_do() {
        let text = Finding::bad("store", "it is full", "Make room.").to_string();
        assert_eq!(text, "BAD   store: it is full\n      → Make room.");
    }
}
