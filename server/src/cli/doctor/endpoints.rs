//! What this machine reaches: the identity platform, its keys, Microsoft Graph, and itself by its public URL.

use super::finding::{Finding, unreachable};
use crate::clock::{Clock, SystemClock};
use crate::config::Config;
use crate::sign_in::microsoft::Microsoft;
use crate::upstream;
use reqwest::StatusCode;
use url::Url;

/// More than this, and tokens begin to be refused: their leeway is a minute.
const SKEW_NOTE_MS: u64 = 10_000;
const SKEW_BAD_MS: u64 = 60_000;

pub(super) async fn discovery(client: &reqwest::Client, config: &Config) -> Vec<Finding> {
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

pub(super) async fn keys(microsoft: &Microsoft) -> Finding {
    let what = "Microsoft's signing keys";
    match microsoft.warm(SystemClock.now()).await {
        Ok(()) => Finding::good(what, "fetched"),
        Err(unavailable) => Finding::bad(
            what,
            unavailable.to_string(),
            "Without them, no sign-in can be verified. See the finding about the discovery document.",
        ),
    }
}

pub(super) async fn graph(client: &reqwest::Client, config: &Config) -> Finding {
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

/// What a browser would meet. The server may not run yet, so this is a note at most.
pub(super) async fn reached(client: &reqwest::Client, config: &Config) -> Finding {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::Health;

    #[test]
    fn a_clock_that_is_a_minute_off_stands_in_the_way() {
        assert_eq!(clock(9_999).health, Health::Good);
        assert_eq!(clock(10_000).health, Health::Note);
        assert!(clock(60_000).is_bad());
    }
}
