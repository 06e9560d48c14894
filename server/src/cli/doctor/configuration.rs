//! Values that are valid, and that Microsoft or a browser would not accept all the same.

use super::finding::Finding;
use crate::config::{Config, Origin};
use url::{Host, Url};

/// Microsoft's rules for redirect URIs of type Web (facts: protocol A1).
pub(super) fn redirect(uri: &str) -> Finding {
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

pub(super) fn origins(config: &Config) -> Finding {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::Health;

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
}
