//! The cookies: one binds a sign-in to the browser it began in, one lets our own page show how it
//! ended. Deliberately absent: sessions.

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
    /// `__Host-` keeps other hosts and plain http from planting one (RFC 6265bis section 4.1.3.2);
    /// browsers accept it with `Secure` only.
    fn name(self, config: &Config) -> &'static str {
        match (self, config.is_https()) {
            (Self::Flow, true) => "__Host-consentry-flow",
            (Self::Flow, false) => "consentry-flow",
            (Self::View, true) => "__Host-consentry-view",
            (Self::View, false) => "consentry-view",
        }
    }

    /// The value a request carries, if it has the form of one of ours. Two of the same name are
    /// none: one of them is not ours.
    pub fn read(self, config: &Config, headers: &HeaderMap) -> Option<String> {
        let mut values = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(name, _)| *name == self.name(config))
            .map(|(_, value)| value);
        let value = values.next().filter(|value| token::is_well_formed(value))?;
        values.next().is_none().then(|| value.to_owned())
    }

    /// The header that sets it. Lax: it must come along when Microsoft sends the browser back.
    ///
    /// # Panics
    ///
    /// If `value` has characters that [`token::random`] never makes and headers never hold.
    pub fn set(self, config: &Config, value: &str) -> HeaderValue {
        let secure = if config.is_https() { "; Secure" } else { "" };
        let seconds = pending::LIFETIME_MS / 1000;
        let text = format!(
            "{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}",
            self.name(config)
        );
        HeaderValue::try_from(text).expect("the URL-safe alphabet fits a header")
    }
}
