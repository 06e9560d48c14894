//! What an answer of the identity platform means: the `[[answer]]` rows of `errors.toml`.
//!
//! Microsoft asks that programs read `error` and not the numbers, which may change
//! (<https://learn.microsoft.com/entra/identity-platform/reference-error-codes>). But `invalid_grant` alone stands for
//! anything from an expired token to a closed tenant. So the numbers are read, and where they are not known, nothing is
//! concluded from `error` that would blame a secret, a revocation or a person.

use super::{Endpoint, Found, case, find, named, table};
use serde::Deserialize;
use url::Url;

/// More numbers than this are not read: a true answer names one or two.
const MOST_NUMBERS: usize = 16;

/// Longer names than this are not shown.
const LONGEST_NAME: usize = 64;

/// An error answer (RFC 6749 sections 4.1.2.1 and 5.2), with what Microsoft adds to it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer<'a> {
    /// `error`.
    pub error: &'a str,
    /// `error_description`. Read for its numbers, never shown.
    pub description: &'a str,
    /// `error_codes`.
    pub codes: &'a [u64],
    /// `error_uri`, which ends in the number: `https://login.microsoftonline.com/error?code=50105`.
    pub uri: Option<&'a str>,
    /// `suberror` of the token endpoint, `error_subcode` of the sign-in.
    pub suberror: Option<&'a str>,
    /// Whether the answer says what a next sign-in has to satisfy (`claims`).
    pub is_challenge: bool,
}

/// One row: an answer that fits it has that problem.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    #[serde(default)]
    at: Vec<Endpoint>,
    #[serde(default)]
    numbers: Vec<u32>,
    says: Option<String>,
    #[serde(default)]
    suberror: Vec<String>,
    #[serde(default)]
    oauth: Vec<String>,
    #[serde(default)]
    unless_numbered: bool,
    pub(super) problem: String,
}

impl Row {
    fn is_at(&self, endpoint: Endpoint) -> bool {
        self.at.is_empty() || self.at.contains(&endpoint)
    }

    fn is_of_number(&self, number: u32, answer: &Answer<'_>) -> bool {
        let says = self.says.as_ref();
        let said = || answer.description.to_ascii_lowercase();
        self.numbers.contains(&number)
            && (self.oauth.is_empty() || self.is_of_name(answer))
            && says.is_none_or(|says| said().contains(says))
    }

    fn is_of_suberror(&self, answer: &Answer<'_>) -> bool {
        answer
            .suberror
            .is_some_and(|own| self.suberror.iter().any(|known| known == own))
    }

    fn is_of_error(&self, answer: &Answer<'_>, is_numbered: bool) -> bool {
        let whatever = self.numbers.is_empty() && self.suberror.is_empty() && self.oauth.is_empty();
        let fits = whatever || (self.numbers.is_empty() && self.is_of_name(answer));
        fits && !(self.unless_numbered && is_numbered)
    }

    fn is_of_name(&self, answer: &Answer<'_>) -> bool {
        self.oauth.iter().any(|known| known == answer.error)
    }
}

/// The problem that an answer of that endpoint is.
pub fn of_oauth(endpoint: Endpoint, answer: &Answer<'_>) -> Found {
    let numbers = numbers(answer);
    let number = most_telling(&numbers);
    let rows = || table().answer.iter().filter(|row| row.is_at(endpoint));
    let problem = |row: &Row| named(&row.problem);
    let by_number = number
        .filter(|number| is_known(*number))
        .and_then(|number| {
            let mut rows = rows();
            let row = rows.find(|row| row.is_of_number(number, answer));
            row.map(problem).or_else(|| listed(number))
        });
    let found = by_number
        .or_else(|| rows().find(|row| row.is_of_suberror(answer)).map(problem))
        .or_else(|| answer.is_challenge.then(|| named("claims-challenge")))
        .or_else(|| {
            let mut rows = rows();
            rows.find(|row| row.is_of_error(answer, number.is_some()))
                .map(problem)
        })
        .unwrap_or_else(|| named("unknown-error"));
    Found {
        case: case(found.entry, Some(endpoint), number, false),
        microsoft: number
            .map(|number| format!("AADSTS{number}"))
            .or_else(|| name(answer.error)),
        ..found
    }
}

/// All numbers of an answer, in the order in which it names them.
fn numbers(answer: &Answer<'_>) -> Vec<u32> {
    let said = said(answer.description);
    let listed = answer
        .codes
        .iter()
        .filter_map(|code| u32::try_from(*code).ok());
    let uri = answer.uri.and_then(|uri| Url::parse(uri).ok());
    let linked = uri.and_then(|uri| {
        let mut pairs = uri.query_pairs();
        pairs.find_map(|(name, value)| (name == "code").then(|| digits(&value)).flatten())
    });
    let all = said.into_iter().chain(listed).chain(linked);
    all.filter(|number| *number > 0)
        .take(MOST_NUMBERS)
        .collect()
}

/// The numbers that a text names. Microsoft writes `AADSTS50105: `, in some languages with a space before the colon. One
/// without a colon counts where there is no other: it may be part of a name, and the name of an app is anybody's.
fn said(text: &str) -> Vec<u32> {
    let named = text.split("AADSTS").skip(1);
    let all: Vec<(u32, bool)> = named
        .filter_map(|rest| {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            Some((digits(rest)?, after.trim_start().starts_with([':', '：'])))
        })
        .collect();
    let any = all.iter().any(|(_, is_stated)| *is_stated);
    let counts = all.into_iter().filter(|(_, is_stated)| *is_stated || !any);
    counts.map(|(number, _)| number).collect()
}

/// The number that a text begins with; one that is too long to be a code is none.
fn digits(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit());
    let digits = &text[..end.unwrap_or(text.len())];
    (digits.len() <= 8).then(|| digits.parse().ok())?
}

/// Which number decides. Microsoft names the cause after what wraps it, so that is the last one that is known and wraps
/// nothing; then one that is not known, because the cause must not be guessed from the wrapper; then the least general
/// wrapper.
fn most_telling(numbers: &[u32]) -> Option<u32> {
    let wrapper = |number: &u32| table().wrappers.iter().position(|known| known == number);
    let last = |is: &dyn Fn(&u32) -> bool| numbers.iter().rev().find(|number| is(number)).copied();
    last(&|number| wrapper(number).is_none() && is_known(*number))
        .or_else(|| last(&|number| wrapper(number).is_none()))
        .or_else(|| numbers.iter().copied().max_by_key(|number| wrapper(number)))
}

fn is_known(number: u32) -> bool {
    let mut rows = table().answer.iter();
    rows.any(|row| row.numbers.contains(&number)) || listed(number).is_some()
}

/// The entry that lists a number, or the family it belongs to.
fn listed(number: u32) -> Option<Found> {
    let of_family = |[first, last]: &[u32; 2]| (*first..=*last).contains(&number);
    find(|entry| entry.aadsts.contains(&number))
        .or_else(|| find(|entry| entry.families.iter().any(of_family)))
}

/// The OAuth error as it is shown, if it looks like one.
fn name(error: &str) -> Option<String> {
    let is_name = (1..=LONGEST_NAME).contains(&error.len())
        && error
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then(|| error.to_owned())
}
