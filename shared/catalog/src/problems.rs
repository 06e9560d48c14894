//! Looking a problem up.

use crate::data::Catalog;
use crate::problem::Problem;

/// The problem with a number.
pub fn by_number(catalog: &Catalog, number: u32) -> Option<&Problem> {
    let mut problems = catalog.problems.iter();
    problems.find(|problem| problem.aadsts.contains(&number))
}

/// The problem of a name.
pub fn by_code<'c>(catalog: &'c Catalog, code: &str) -> Option<&'c Problem> {
    let mut problems = catalog.problems.iter();
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
            assert!(by_number(Catalog::built_in(), number).is_some(), "{number}");
        }
        assert!(by_number(Catalog::built_in(), 0).is_none());
        let mut numbers: Vec<u32> = Catalog::built_in()
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
