//! A page as a test case: its address, its markup and what is expected of it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A recognition case as `tests/recognise` has it, with its files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedactedPage {
    /// The case.
    pub case: Case,
    /// Its files, by the names the case has for them.
    pub files: BTreeMap<String, String>,
}

/// The JSON of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The page's address, masked.
    pub url: String,
    /// The file of the page.
    pub html: String,
    /// The files of its frames, by address.
    #[serde(default)]
    pub frames: BTreeMap<String, String>,
    /// What is made of it.
    pub expect: Expect,
}

/// What a case expects: at first what was made of the page, right or wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expect {
    /// The page's name.
    pub page: String,
    /// Names of what would be lit.
    pub lit: Vec<String>,
    /// The verdict on a consent page.
    pub consent: Option<String>,
}
