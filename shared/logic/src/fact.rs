//! Facts: what is known, from whom, since when. Progress is a set of facts and never a cursor, so
//! a person may jump, reload, come back tomorrow, or finish what somebody else began.

use consentry_catalog::guide::{Guide, Step, What};
use serde::{Deserialize, Serialize};

/// Something known about a journey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What.
    pub what: What,
    /// Whether it is so.
    pub holds: bool,
    /// From whom.
    pub source: Source,
    /// Since when: Unix time in milliseconds.
    pub at: u64,
}

/// From whom a fact is. A later one in this list overrules an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The person said so, where nothing else can.
    Person,
    /// A page suggested it.
    Page,
    /// Microsoft Graph answered it, through the backend.
    Graph,
}

impl Source {
    /// How long it is believed without being seen again, in milliseconds. A page is believed for a
    /// day; Graph for a week, after which the backend has long told something newer; a person for as
    /// long, because nobody else will tell.
    fn lasts(self) -> u64 {
        const HOUR: u64 = 60 * 60 * 1000;
        match self {
            Self::Page => 24 * HOUR,
            Self::Person | Self::Graph => 7 * 24 * HOUR,
        }
    }
}

/// All facts of one journey, one per thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// Takes a fact in. A weaker source does not overrule a stronger one that is still believed.
    pub fn learn(&mut self, fact: Fact) {
        let now = fact.at;
        if let Some(known) = self.0.iter_mut().find(|known| known.what == fact.what) {
            let believed = now < known.at.saturating_add(known.source.lasts());
            if !believed || fact.source >= known.source {
                *known = fact;
            }
        } else {
            self.0.push(fact);
        }
    }

    /// Forgets what is known about something, to look anew.
    pub fn forget(&mut self, what: What) {
        self.0.retain(|fact| fact.what != what);
    }

    /// Whether something is known to be so at `now`.
    pub fn holds(&self, what: What, now: u64) -> bool {
        self.known(what, now).is_some_and(|fact| fact.holds)
    }

    /// When the next fact stops to be believed after `now`.
    pub(crate) fn changes_after(&self, now: u64) -> Option<u64> {
        let ends = self
            .0
            .iter()
            .map(|fact| fact.at.saturating_add(fact.source.lasts()));
        ends.filter(|end| *end > now).min()
    }

    /// Whether something was so when it was last seen, however long ago that is.
    pub fn held(&self, what: What) -> bool {
        self.0.iter().any(|fact| fact.what == what && fact.holds)
    }

    /// What is known about something at `now`.
    pub fn known(&self, what: What, now: u64) -> Option<&Fact> {
        self.0
            .iter()
            .find(|fact| fact.what == what && now < fact.at.saturating_add(fact.source.lasts()))
    }
}

/// The step of a guide that is to be done: the first whose fact does not hold. Optional ones count when they were
/// taken.
pub fn current<'g>(
    guide: &'g Guide,
    facts: &Facts,
    taken: &[String],
    now: u64,
) -> Option<&'g Step> {
    guide.step.iter().find(|step| {
        // What is optional is not asked for again because it was seen long ago.
        if step.optional {
            taken.contains(&step.id) && !facts.held(step.ends)
        } else {
            !facts.holds(step.ends, now)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(holds: bool, source: Source, at: u64) -> Fact {
        Fact {
            what: What::Authorized,
            holds,
            source,
            at,
        }
    }

    #[test]
    fn graph_overrules_a_page_and_not_the_other_way_round() {
        let mut facts = Facts::default();
        facts.learn(fact(true, Source::Page, 1));
        facts.learn(fact(false, Source::Graph, 2));
        facts.learn(fact(true, Source::Page, 3));
        assert!(!facts.holds(What::Authorized, 4));
        facts.learn(fact(true, Source::Graph, 5));
        assert!(facts.holds(What::Authorized, 6));
    }

    #[test]
    fn what_a_page_said_is_not_believed_for_ever() {
        let mut facts = Facts::default();
        facts.learn(fact(true, Source::Page, 0));
        assert!(facts.holds(What::Authorized, 23 * 60 * 60 * 1000));
        assert!(!facts.holds(What::Authorized, 25 * 60 * 60 * 1000));
    }

    #[test]
    fn what_is_forgotten_is_unknown_and_the_rest_stays() {
        let mut facts = Facts::default();
        for what in [What::ConsentDeclined, What::WindowClosed] {
            facts.learn(Fact {
                what,
                holds: true,
                source: Source::Page,
                at: 5,
            });
        }
        facts.forget(What::WindowClosed);
        assert!(facts.held(What::ConsentDeclined));
        assert!(!facts.held(What::WindowClosed));
    }

    #[test]
    fn a_fact_is_believed_until_its_time_is_over_and_not_a_moment_longer() {
        let end = 1 + Source::Graph.lasts();
        let mut facts = Facts::default();
        facts.learn(fact(true, Source::Graph, 1));
        assert!(facts.holds(What::Authorized, end - 1));
        assert!(!facts.holds(What::Authorized, end));
        let mut told = facts.clone();
        told.learn(fact(false, Source::Page, end - 1));
        assert!(told.held(What::Authorized), "Graph is still believed");
        facts.learn(fact(false, Source::Page, end));
        assert!(!facts.held(What::Authorized));
    }
}
