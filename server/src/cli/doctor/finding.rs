//! One thing that was tested: whether it works, and what to do.

use std::fmt;

/// How something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Health {
    Good,
    /// Worth knowing, and no obstacle.
    Note,
    Bad,
}

/// One thing that was tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) health: Health,
    what: String,
    found: String,
    remedy: Option<String>,
}

impl Finding {
    pub(super) fn good(what: &str, found: impl Into<String>) -> Self {
        Self {
            health: Health::Good,
            what: what.into(),
            found: found.into(),
            remedy: None,
        }
    }

    pub(super) fn note(what: &str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            health: Health::Note,
            remedy: Some(remedy.into()),
            ..Self::good(what, found)
        }
    }

    pub(super) fn bad(what: &str, found: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            health: Health::Bad,
            remedy: Some(remedy.into()),
            ..Self::good(what, found)
        }
    }

    /// Whether it is a problem.
    pub(super) fn is_bad(&self) -> bool {
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

/// An endpoint that did not answer, with every cause.
pub(super) fn unreachable(what: &str, url: &str, error: &reqwest::Error) -> Finding {
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
    fn a_finding_says_what_to_do() {
        let text = Finding::bad("store", "it is full", "Make room.").to_string();
        assert_eq!(text, "BAD   store: it is full\n      → Make room.");
    }
}
