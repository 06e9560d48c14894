//! Where a reading of a tenant stands, and how far each list was read.

use crate::observer::difference::GRANTS;
use crate::observer::level::DIRECTORY;
use crate::observer::list::Progress;
use crate::observer::rows::Tenant;
use crate::observer::stated::List;
use std::collections::BTreeMap;

/// Where a reading stands, and how far it came.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The tenant.
    pub tenant: &'a Tenant,
    /// Its lists, by name.
    pub lists: &'a BTreeMap<String, Progress>,
    /// Whether each of them is complete and none was left out.
    pub complete: bool,
    /// The level of the observer's permissions.
    pub level: u8,
    /// Requests it took.
    pub requests: u64,
}

impl<'a> Reading<'a> {
    /// As it is stored. Rows that are read at this moment are newer than the lists say, and a reading that never ended says
    /// nothing.
    pub fn stored(tenant: &'a Tenant, lists: &'a BTreeMap<String, Progress>) -> Self {
        let is_whole = tenant.rounds > 0 && !tenant.open && tenant.level >= DIRECTORY;
        Self {
            tenant,
            lists,
            complete: is_whole && !lists.is_empty() && lists.values().all(|at| at.complete),
            level: tenant.level,
            requests: tenant.requests,
        }
    }
}

/// How far each list was read, by name.
pub fn lists(reading: Reading<'_>) -> Vec<List> {
    let mut lists: Vec<List> = reading
        .lists
        .iter()
        .map(|(what, at)| List {
            what: what.clone(),
            read: at.read,
            said: at.said,
            complete: at.complete,
            reason: reason(at),
        })
        .collect();
    if reading.level < DIRECTORY {
        lists.push(List {
            what: GRANTS.to_owned(),
            read: 0,
            said: None,
            complete: false,
            reason: Some("the observer doesn't hold Directory.Read.All".to_owned()),
        });
        lists.sort_by(|one, two| one.what.cmp(&two.what));
    }
    lists
}

fn reason(at: &Progress) -> Option<String> {
    if at.complete {
        return None;
    }
    Some(match (&at.fault, at.said) {
        (Some(fault), _) => fault.clone(),
        (None, Some(said)) => format!("{} of {said} rows were read", at.read),
        (None, None) => "Microsoft Graph does not state how many rows there are".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_not_complete_says_why() {
        let at = |fault: Option<&str>, said: Option<u64>| {
            let mut at = Progress::begin(1);
            (at.read, at.said) = (3, said);
            at.fault = fault.map(str::to_owned);
            at
        };
        assert_eq!(reason(&at(None, Some(5))).unwrap(), "3 of 5 rows were read");
        assert_eq!(
            reason(&at(Some("refused with 403"), None)).unwrap(),
            "refused with 403"
        );
        let mut whole = at(None, Some(3));
        whole.complete = true;
        assert_eq!(reason(&whole), None);
    }
}
