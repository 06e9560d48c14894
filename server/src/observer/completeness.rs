//! What a round has read to its end, for the comparison with what was known.

use crate::observer::difference::{Completeness, GRANTS, Read};
use crate::observer::level::Level;
use crate::observer::list::Progress;
use crate::observer::rows::Tenant;
use std::collections::{BTreeMap, BTreeSet};

/// Notes which lists were never read to their end. Whether all of them are complete by now.
pub(super) fn note(
    tenant: &mut Tenant,
    lists: &BTreeMap<String, Progress>,
    level: &Level,
    completeness: &Completeness,
    read_before: &BTreeSet<String>,
) -> bool {
    let mut complete = level.reads_directory();
    for (list, at) in lists {
        complete &= at.complete;
        if at.complete {
            tenant.unread.remove(list);
        } else if completeness.first || !read_before.contains(list) {
            // What only a later round shows of it is no news.
            tenant.unread.insert(list.clone());
        }
    }
    if !level.reads_directory() && completeness.first {
        tenant.unread.insert(GRANTS.to_owned());
    }
    complete
}

/// What a round has read, for the comparison.
pub(super) fn completeness(tenant: &Tenant, lists: &BTreeMap<String, Progress>) -> Completeness {
    let read = |at: &Progress| Read {
        complete: at.complete,
        pass: at.pass,
    };
    Completeness {
        round: tenant.round,
        lists: lists
            .iter()
            .map(|(list, at)| (list.clone(), read(at)))
            .collect(),
        unread: tenant.unread.clone(),
        first: tenant.rounds == 0,
        ..Completeness::default()
    }
}
