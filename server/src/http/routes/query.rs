//! The query of a callback: each parameter once (RFC 6749 section 3.1), none of them endless.

use std::collections::HashMap;
use url::form_urlencoded;

/// Microsoft's codes are around a kilobyte long.
const LONGEST: usize = 8 * 1024;

/// Parameters by name.
pub(super) struct Query(HashMap<String, String>);

impl Query {
    /// Nothing if a parameter stands there twice or is too long.
    pub(super) fn parse(raw: Option<&str>) -> Option<Self> {
        let mut parameters = HashMap::new();
        for (name, value) in form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
            if value.len() > LONGEST
                || parameters
                    .insert(name.into_owned(), value.into_owned())
                    .is_some()
            {
                return None;
            }
        }
        Some(Self(parameters))
    }

    /// The value of a parameter; an empty one is none.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_that_stands_twice_spoils_the_whole_query() {
        for raw in ["code=1&code=2", "state=a&code=1&state=a", "x=&x="] {
            assert!(Query::parse(Some(raw)).is_none(), "{raw}");
        }
    }

    #[test]
    fn any_bytes_are_read_without_harm() {
        for raw in ["", "&&&", "=", "%", "%ff%fe=%00", "a=b=c", "💥=💥", "a&"] {
            assert!(Query::parse(Some(raw)).is_some(), "{raw}");
        }
        assert!(Query::parse(Some(&format!("code={}", "x".repeat(LONGEST + 1)))).is_none());
        assert!(Query::parse(None).unwrap().get("code").is_none());
    }
}
