//! Cookies: how each is read and set, and two of them. One binds a sign-in to the browser it began in, one lets
//! our own page show how it ended.

use crate::config::Config;
use crate::secrets::token;
use crate::sign_in::pending;
use axum::http::{HeaderMap, HeaderValue, header};

/// A cookie of ours.
#[derive(Clone, Copy, Debug)]
pub enum Cookie {
    /// Binds a sign-in to a browser.
    Flow,
    /// Opens the page after a sign-in.
    View,
}

impl Cookie {
    fn name(self) -> &'static str {
        match self {
            Self::Flow => "consentry-flow",
            Self::View => "consentry-view",
        }
    }

    /// The value a request carries, if it has the form of one of ours.
    pub fn read(self, config: &Config, headers: &HeaderMap) -> Option<String> {
        read(config, headers, self.name())
            .filter(|value| token::is_well_formed(value))
            .map(str::to_owned)
    }

    /// The header that sets it.
    ///
    /// # Panics
    ///
    /// If `value` has characters that [`token::random`] never makes and headers never hold.
    pub fn set(self, config: &Config, value: &str) -> HeaderValue {
        let seconds = pending::LIFETIME_MS / 1000;
        set(config, self.name(), value, seconds).expect("the URL-safe alphabet fits a header")
    }
}

/// `__Host-` keeps other hosts and plain http from planting one (RFC 6265bis section 4.1.3.2); browsers accept it with
/// `Secure` only.
fn full_name(config: &Config, name: &str) -> String {
    let host = if config.is_https() { "__Host-" } else { "" };
    format!("{host}{name}")
}

/// The value of a cookie that a request carries. Two of the same name are none: one of them is not ours.
pub fn read<'h>(config: &Config, headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let wanted = full_name(config, name);
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == wanted)
        .map(|(_, value)| value);
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

/// The header that sets a cookie, where its value fits one. Lax: it must come along when Microsoft sends the browser
/// back.
pub fn set(config: &Config, name: &str, value: &str, seconds: u64) -> Option<HeaderValue> {
    let secure = if config.is_https() { "; Secure" } else { "" };
    let name = full_name(config, name);
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::try_from(text).ok()
}
