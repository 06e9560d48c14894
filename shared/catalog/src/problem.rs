//! What stops a sign-in, by the number of Microsoft's error: the table the backend answers from, for the pages that
//! never lead back to it.

use serde::Deserialize;

/// A problem that has numbers. The texts are English ones with `{app}` in them; `words/problems` has the others.
#[derive(Debug, Deserialize)]
pub struct Problem {
    /// Its stable name.
    pub code: String,
    /// What is wrong.
    pub title: String,
    /// What that means.
    pub detail: String,
    /// What to do about it.
    pub remedy: String,
    /// The least-privileged role that can.
    pub role: Option<String>,
    /// Where, with `{portal}`, `{app_page}`, `{admin}` and `{login}` to be filled in.
    pub link: Option<String>,
    /// The numbers.
    pub aadsts: Vec<u32>,
}

/// The role of whoever signs in, as the table has it: nobody else is needed.
pub const SELF: &str = "The person who signs in";
