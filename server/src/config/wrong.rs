//! Why a value of the configuration cannot be used.

use secrecy::{ExposeSecret, SecretString};
use std::path::Path;

/// A value that cannot be used. Never carries a secret: `given` describes one instead.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{key}` is {given}, expected {expected}")]
pub struct Wrong {
    /// The key, as written in the file.
    pub key: String,
    /// What was given.
    pub given: String,
    /// What is expected.
    pub expected: String,
}

pub(super) fn wrong(
    key: impl Into<String>,
    given: impl std::fmt::Debug,
    expected: impl Into<String>,
) -> Wrong {
    Wrong {
        key: key.into(),
        given: format!("{given:?}"),
        expected: expected.into(),
    }
}

pub(super) fn absent(key: impl Into<String>, expected: impl Into<String>) -> Wrong {
    Wrong {
        key: key.into(),
        given: "absent".into(),
        expected: expected.into(),
    }
}

/// A secret given in one of two ways: in the file, or as the path of a file that holds it.
pub(super) fn one_of(
    key: &str,
    value: Option<SecretString>,
    file: Option<&Path>,
    expected: &str,
) -> Result<SecretString, Wrong> {
    let file_key = format!("{key}_file");
    let secret = match (value, file) {
        (Some(_), Some(path)) => {
            return Err(wrong(
                file_key,
                path,
                format!("only one of `{key}` and `{key}_file`"),
            ));
        }
        (Some(value), None) => value,
        (None, Some(path)) => std::fs::read_to_string(path)
            .map(|text| SecretString::from(text.trim().to_owned()))
            .map_err(|error| wrong(file_key, path, format!("a readable file ({error})")))?,
        (None, None) => return Err(absent(key, format!("{expected}; or `{key}_file`"))),
    };
    if secret.expose_secret().is_empty() {
        return Err(Wrong {
            key: key.into(),
            given: "empty".into(),
            expected: expected.into(),
        });
    }
    Ok(secret)
}
