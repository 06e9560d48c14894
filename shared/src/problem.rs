//! What stops a sign-in, by the number of Microsoft's error: the table the backend answers from, for the pages that
//! never lead back to it.

use crate::data;
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
    aadsts: Vec<u32>,
}

/// The role of whoever signs in, as the table has it: nobody else is needed.
pub(crate) const SELF: &str = "The person who signs in";

/// The problem with a number.
pub(crate) fn by_number(number: u32) -> Option<&'static Problem> {
    let mut problems = data::get().problems.iter();
    problems.find(|problem| problem.aadsts.contains(&number))
}

/// The problem of a name.
pub(crate) fn by_code(code: &str) -> Option<&'static Problem> {
    let mut problems = data::get().problems.iter();
    problems.find(|problem| problem.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_one_problem_and_what_never_comes_back_to_an_app_has_one() {
        for number in [
            50105, 50011, 700_016, 53003, 53000, 50020, 650_052, 7_000_112,
        ] {
            assert!(by_number(number).is_some(), "{number}");
        }
        assert!(by_number(0).is_none());
        let mut numbers: Vec<u32> = data::get()
            .problems
            .iter()
            .flat_map(|p| p.aadsts.clone())
            .collect();
        numbers.sort_unstable();
        let all = numbers.len();
        numbers.dedup();
        assert_eq!(numbers.len(), all);
    }
}
