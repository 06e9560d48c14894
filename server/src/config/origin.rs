//! An origin: scheme, host and port (RFC 6454), compared exactly.
//!
//! The `url` crate calls the origin of `chrome-extension://ID` opaque, yet browsers send it as an
//! `Origin` header; hence a type of our own. Deliberately absent: wildcards.

use url::Url;

/// An origin as browsers write it in the `Origin` header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The origin of a URL, if it has one that can be compared.
    pub fn of(url: &Url) -> Option<Self> {
        let host = url.host_str().filter(|host| !host.is_empty())?;
        matches!(
            url.scheme(),
            "https" | "http" | "chrome-extension" | "moz-extension"
        )
        .then(|| {
            let port = url
                .port()
                .map(|port| format!(":{port}"))
                .unwrap_or_default();
            Self(format!("{}://{host}{port}", url.scheme()))
        })
    }

    /// The origin a text begins with.
    pub fn of_text(text: &str) -> Option<Self> {
        Self::of(&Url::parse(text).ok()?)
    }

    /// An origin written alone: no path, no query, nobody's name in it.
    pub fn alone(text: &str) -> Option<Self> {
        let origin = Self::of_text(text)?;
        (origin.0 == text).then_some(origin)
    }

    /// As browsers write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_alone_has_nothing_after_it() {
        for good in [
            "https://app.example",
            "http://localhost:7430",
            "chrome-extension://abcdefghijklmnop",
        ] {
            assert_eq!(Origin::alone(good).unwrap().as_str(), good);
        }
        for bad in [
            "https://app.example/",
            "https://app.example/x",
            "https://a@app.example",
            "*",
            "null",
            "file:///x",
        ] {
            assert_eq!(Origin::alone(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_default_port_is_the_same_origin_and_another_port_is_not() {
        assert_eq!(
            Origin::of_text("https://app.example:443/x"),
            Origin::of_text("https://app.example")
        );
        assert_ne!(
            Origin::of_text("https://app.example:444"),
            Origin::of_text("https://app.example")
        );
    }
}
