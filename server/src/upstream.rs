//! The HTTP client for Microsoft: follows no redirect, gives up in time, reads no more of a body than it must.

use crate::{body, config};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, Response};
use std::time::Duration;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpstreamUnavailable {
    /// No connection, no TLS, or no answer in time.
    #[error("could not be reached")]
    Unreachable,
    /// Microsoft has trouble (5xx).
    #[error("has trouble")]
    Busy {
        /// What `Retry-After` says, in milliseconds from now.
        pause_ms: Option<u64>,
    },
    /// Microsoft was asked too often (429).
    #[error("asks for a pause")]
    Limited {
        /// As above.
        pause_ms: Option<u64>,
    },
    /// The answer was too long, broken, or of another form than documented.
    #[error("answered in an unexpected way")]
    Unreadable,
}

/// Builds the client.
///
/// # Errors
///
/// When TLS cannot be set up, or a root certificate cannot be used.
pub fn client(microsoft: &config::Microsoft) -> reqwest::Result<Client> {
    let mut builder = Client::builder()
        .user_agent(concat!("consentry/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .referer(false)
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(15));
    if let Some(pem) = &microsoft.ca {
        builder = builder.tls_certs_merge(Certificate::from_pem_bundle(pem)?);
    }
    for (host, address) in &microsoft.resolve {
        builder = builder.resolve(host, *address);
    }
    builder.build()
}

/// Reads a body of at most `cap` bytes.
///
/// # Errors
///
/// When the body is longer, or is cut off.
pub async fn body(response: Response, cap: usize) -> Result<Vec<u8>, UpstreamUnavailable> {
    let body = body::read(response, cap).await;
    body.ok_or(UpstreamUnavailable::Unreadable)
}

/// Whether an answer is a request to come back later.
pub fn pause(response: &Response, now: u64) -> Option<UpstreamUnavailable> {
    let header = response
        .headers()
        .get("retry-after")
        .and_then(|value| value.to_str().ok());
    pause_of(response.status().as_u16(), header, now)
}

/// As [`pause`], of a status and its `Retry-After`.
pub fn pause_of(status: u16, retry: Option<&str>, now: u64) -> Option<UpstreamUnavailable> {
    let pause_ms = || retry.and_then(|text| retry_after(text, now));
    match status {
        429 => Some(UpstreamUnavailable::Limited {
            pause_ms: pause_ms(),
        }),
        500..=599 => Some(UpstreamUnavailable::Busy {
            pause_ms: pause_ms(),
        }),
        _ => None,
    }
}

impl UpstreamUnavailable {
    /// The pause that Microsoft asks for, in milliseconds.
    pub fn pause_ms(&self) -> Option<u64> {
        match self {
            Self::Busy { pause_ms } | Self::Limited { pause_ms } => *pause_ms,
            Self::Unreachable | Self::Unreadable => None,
        }
    }
}

/// Longer pauses than this are not kept: an absurd header must not stop the checks of a connection for days.
const LONGEST_PAUSE_MS: u64 = 5 * 60 * 1000;

/// `Retry-After` (RFC 9110 section 10.2.3): seconds or a date; milliseconds from `now`.
fn retry_after(text: &str, now: u64) -> Option<u64> {
    let text = text.trim();
    let pause = if let Ok(seconds) = text.parse::<u64>() {
        seconds.saturating_mul(1000)
    } else {
        let date = jiff::fmt::rfc2822::DateTimeParser::new()
            .parse_timestamp(text)
            .ok()?;
        u64::try_from(date.as_millisecond())
            .ok()?
            .saturating_sub(now)
    };
    Some(pause.min(LONGEST_PAUSE_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date() {
        let now = 1_445_412_480_000; // 2015-10-21T07:28:00Z
        assert_eq!(retry_after("7", now), Some(7000));
        assert_eq!(
            retry_after("Wed, 21 Oct 2015 07:28:30 GMT", now),
            Some(30_000)
        );
        assert_eq!(retry_after("Wed, 21 Oct 2015 07:20:00 GMT", now), Some(0));
    }

    #[test]
    fn an_absurd_retry_after_is_cut_and_a_broken_one_ignored() {
        assert_eq!(retry_after("99999999999999999", 0), Some(LONGEST_PAUSE_MS));
        assert_eq!(
            retry_after("18446744073709551615", 0),
            Some(LONGEST_PAUSE_MS)
        );
        assert_eq!(retry_after("soon", 0), None);
        assert_eq!(retry_after("-1", 0), None);
    }
}
