//! A number of places that callers share. While there is room, anybody may take as many as they like. When there
//! is none, whoever holds less than others takes a place over from those who hold the most: first compared by
//! site, then by network, then by caller ([`Caller::nets`]).
//!
//! So a caller who holds nothing always gets a place, however many places others hold and from however many
//! addresses, and nobody needs a share that is too small for an office behind one address.

use super::Caller;
use ipnet::IpNet;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The places. `V` is what is known of who took one.
pub(super) struct Shares<V> {
    most: usize,
    next: u64,
    nodes: HashMap<Option<IpNet>, Node<V>>,
}

/// A place in a [`Shares`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    caller: Caller,
    number: u64,
}

/// All callers, or those in one network.
struct Node<V> {
    held: usize,
    /// When that number last changed: of those who hold equally many, the one who has done so longest comes last.
    since: Reverse<u64>,
    /// The networks in it, the one that holds the most last.
    parts: BTreeSet<(usize, Reverse<u64>, IpNet)>,
    /// What is held here itself, the oldest first.
    values: BTreeMap<u64, V>,
}

impl<V> Default for Node<V> {
    fn default() -> Self {
        Self {
            held: 0,
            since: Reverse(0),
            parts: BTreeSet::new(),
            values: BTreeMap::new(),
        }
    }
}

impl<V> Shares<V> {
    /// So many places; 0 is without limit.
    pub(super) fn new(most: u32) -> Self {
        let most = match usize::try_from(most) {
            Ok(0) | Err(_) => usize::MAX,
            Ok(most) => most,
        };
        Self {
            most,
            next: 0,
            nodes: HashMap::new(),
        }
    }

    /// Places that are taken.
    pub(super) fn held(&self) -> usize {
        self.held_in(None)
    }

    /// A place, and what was known of who had to leave theirs for it. Nothing where nobody holds more than this
    /// caller does already.
    pub(super) fn take(&mut self, caller: Caller, value: V) -> Option<(Place, Option<V>)> {
        let mut left = None;
        if self.held() >= self.most {
            left = self.leave(self.longest_of_the_heaviest(caller)?);
        }
        self.next += 1;
        let place = Place {
            caller,
            number: self.next,
        };
        let leaf = Some(caller.nets()[2]);
        let values = &mut self.nodes.entry(leaf).or_default().values;
        values.insert(place.number, value);
        self.count(caller, |held| held + 1);
        Some((place, left))
    }

    /// Gives a place back. Nothing where somebody else has it by now.
    pub(super) fn leave(&mut self, place: Place) -> Option<V> {
        let leaf = Some(place.caller.nets()[2]);
        let value = self.nodes.get_mut(&leaf)?.values.remove(&place.number)?;
        self.next += 1;
        self.count(place.caller, |held| held - 1);
        Some(value)
    }

    fn held_in(&self, net: Option<IpNet>) -> usize {
        self.nodes.get(&net).map_or(0, |node| node.held)
    }

    /// Where somebody holds more than this caller, in the widest network in which the two differ: the place that
    /// was taken there first.
    fn longest_of_the_heaviest(&self, caller: Caller) -> Option<Place> {
        let mut within = None;
        for net in caller.nets() {
            let (most, _, heaviest) = self.nodes.get(&within)?.parts.last()?;
            if self.held_in(Some(net)) < *most {
                return self.longest_in(*heaviest);
            }
            within = Some(net);
        }
        None
    }

    fn longest_in(&self, net: IpNet) -> Option<Place> {
        let node = self.nodes.get(&Some(net))?;
        match node.parts.last() {
            Some((_, _, heaviest)) => self.longest_in(*heaviest),
            None => Some(Place {
                caller: Caller::of(net.addr()),
                number: *node.values.first_key_value()?.0,
            }),
        }
    }

    /// Changes how many places are held, in each network the caller is in.
    fn count(&mut self, caller: Caller, change: impl Fn(usize) -> usize) {
        let since = Reverse(self.next);
        let mut within = None;
        for net in caller.nets() {
            let node = self.nodes.entry(Some(net)).or_default();
            let before = (node.held, node.since, net);
            node.held = change(node.held);
            node.since = since;
            let after = (node.held, node.since, net);
            let parts = &mut self.nodes.entry(within).or_default().parts;
            parts.remove(&before);
            if after.0 > 0 {
                parts.insert(after);
            }
            within = Some(net);
        }
        let all = self.nodes.entry(None).or_default();
        all.held = change(all.held);
        for net in caller.nets() {
            if self.held_in(Some(net)) == 0 {
                self.nodes.remove(&Some(net));
            }
        }
    }
}

#[cfg(test)]
mod tests;
