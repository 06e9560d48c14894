//! What stops a sign-in, by the number of Microsoft's error: the table the backend answers from, for the pages that
//! never lead back to it.

use serde::Deserialize;

/// A problem that has numbers. The texts are English ones with `{app}` in them; `words/problems` has the others.
#[derive(Debug, Deserialize)]
pub(crate) struct Problem {
    /// Its stable name.
    pub(crate) code: String,
    /// What is wrong.
    pub(crate) title: String,
    /// What that means.
    pub(crate) detail: String,
    /// What to do about it.
    pub(crate) remedy: String,
    /// The least-privileged role that can.
    pub(crate) role: Option<String>,
    /// Where, with `{portal}`, `{app_page}`, `{admin}` and `{login}` to be filled in.
    pub(crate) link: Option<String>,
    /// The numbers.
    pub(crate) aadsts: Vec<u32>,
}

/// The role of whoever signs in, as the table has it: nobody else is needed.
pub(crate) const SELF: &str = "The person who signs in";
