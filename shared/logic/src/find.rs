//! Finding a control by several independent signs that vote.
//!
//! One clear winner is found. Two equals, or signs that contradict each other, find nothing: the
//! words say where to look instead. Nothing here knows a selector or a position; a control is what
//! it does (role), what it is called (label, in any language), what the page's own telemetry calls
//! it (attribute), and what it stands among (row, landmark).

mod awaited;
pub(crate) mod placement;
mod spec;
#[cfg(test)]
mod tests;
mod vote;

pub(crate) use awaited::look_at;
use consentry_catalog::Catalog;
use consentry_catalog::control::ControlSpec;
use consentry_catalog::label;
use consentry_wire::diagnosis::{Candidate, Search};
use consentry_wire::sighting::{Control, Sighting};
pub use spec::{Here, Named};
use std::cmp::Reverse;
pub(crate) use vote::{DIFFERS, differs, holds_account, is_account, is_called, is_said};
use vote::{Vote, votes};

/// A control in a frame.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The frame.
    pub frame: u32,
    /// The control.
    pub control: &'a Control,
}

/// How a search ended.
#[derive(Clone, Debug)]
pub enum Outcome<'a> {
    /// One clear winner, or several equals where that is meant.
    Found(Vec<Found<'a>>),
    /// Nothing like it is there.
    Absent,
    /// Something like it is there, and not surely enough.
    Unsure(String),
    /// It is there, and something lies above it.
    Behind,
}

impl<'a> Outcome<'a> {
    /// What was found, if anything.
    pub fn found(&self) -> &[Found<'a>] {
        match self {
            Self::Found(found) => found,
            _ => &[],
        }
    }
}

/// Looks for a control in all frames of a tab.
pub fn find<'a>(
    catalog: &Catalog,
    spec: &ControlSpec,
    frames: &[(u32, &'a Sighting)],
    named: Named<'_>,
) -> Outcome<'a> {
    decide(spec, votes(catalog, spec, frames, named))
}

/// The same, with every candidate and its votes.
pub fn explain(
    catalog: &Catalog,
    id: &str,
    spec: &ControlSpec,
    frames: &[(u32, &Sighting)],
    named: Named<'_>,
) -> Search {
    let votes = votes(catalog, spec, frames, named);
    let candidates = votes
        .iter()
        .map(|vote| Candidate {
            frame: vote.found.frame,
            id: vote.found.control.id,
            role: vote.found.control.role.clone(),
            name: vote.found.control.name.clone(),
            signs: vote.signs.clone(),
            against: against(vote),
        })
        .collect();
    let lacks: Vec<_> = votes
        .iter()
        .map(|vote| ((vote.found.frame, vote.found.control.id), vote.missing()))
        .collect();
    let truncated = frames.iter().any(|(_, sighting)| sighting.truncated);
    let (found, refused) = match decide(spec, votes) {
        Outcome::Found(found) => (
            found.first().map(|found| highlight(id, "point", *found)),
            None,
        ),
        Outcome::Absent if truncated => (
            None,
            Some("nothing like it is in the part of the page that was looked at".to_owned()),
        ),
        Outcome::Absent => (None, Some("nothing like it is on the page".to_owned())),
        Outcome::Unsure(why) => (None, Some(why)),
        Outcome::Behind => (None, Some("something lies above it".to_owned())),
    };
    let missing = found.as_ref().and_then(|found| {
        let mut lacks = lacks.into_iter();
        lacks.find(|(place, _)| *place == (found.frame, found.id))
    });
    Search {
        control: id.to_owned(),
        candidates,
        missing: missing.map(|(_, missing)| missing).unwrap_or_default(),
        found,
        refused,
    }
}

/// What speaks against a candidate, with all that keeps it from being lit.
fn against(vote: &Vote<'_, '_>) -> Vec<String> {
    let mut against = vote.against.clone();
    if !vote.enough() {
        against.push(format!(
            "{} signs, and it needs {}",
            vote.signs.len(),
            vote.need
        ));
    }
    if !vote.found.control.visible {
        against.push("it is not shown".to_owned());
    }
    if vote.behind {
        against.push("something lies above it".to_owned());
    }
    against
}

pub(crate) fn highlight(
    id: &str,
    kind: &str,
    found: Found<'_>,
) -> consentry_wire::diagnosis::Highlight {
    consentry_wire::diagnosis::Highlight {
        control: id.to_owned(),
        kind: kind.to_owned(),
        frame: found.frame,
        id: found.control.id,
        role: found.control.role.clone(),
        name: found.control.name.clone(),
    }
}

fn decide<'a>(spec: &ControlSpec, votes: Vec<Vote<'a, '_>>) -> Outcome<'a> {
    let (mut good, doubtful): (Vec<Vote<'a, '_>>, Vec<Vote<'a, '_>>) = votes
        .into_iter()
        .filter(|vote| vote.found.control.visible || is_on_unseen(spec, vote))
        .partition(|vote| vote.against.is_empty() && vote.enough());
    // An item is the link that it holds: what contradicts the one contradicts the other.
    good.retain(|vote| {
        !doubtful.iter().any(|other| {
            other.contradicted
                && other.found.frame == vote.found.frame
                && other.found.control.inside == Some(vote.found.control.id)
        })
    });
    let (reached, behind): (Vec<Vote<'a, '_>>, Vec<Vote<'a, '_>>) =
        once_each(good).into_iter().partition(|vote| !vote.behind);
    let Some(most) = reached.iter().map(Vote::weight).max() else {
        return if behind.is_empty() {
            doubt(&doubtful)
        } else {
            Outcome::Behind
        };
    };
    let best: Vec<Found<'a>> = reached
        .iter()
        .filter(|vote| vote.weight() == most)
        .map(|vote| vote.found)
        .collect();
    let elsewhere = |vote: &&Vote<'_, '_>| {
        !spec.many
            && best.iter().all(|found| {
                found.frame != vote.found.frame
                    && label::normalise(&found.control.name)
                        == label::normalise(&vote.found.control.name)
            })
    };
    if reached.iter().any(|vote| elsewhere(&vote)) {
        return Outcome::Unsure("it is there in two frames".to_owned());
    }
    if best.len() > 1 && !spec.many {
        return Outcome::Unsure(format!("{} controls fit equally well", best.len()));
    }
    Outcome::Found(best)
}

/// Whether it is the guarded box, on where nobody sees it: it is sent with the form all the same.
fn is_on_unseen(spec: &ControlSpec, vote: &Vote<'_, '_>) -> bool {
    spec.guarded && vote.labelled && vote.found.control.checked == Some(true)
}

/// Why the likeliest of those that will not do will not do.
fn doubt<'a>(doubtful: &[Vote<'_, '_>]) -> Outcome<'a> {
    let likeliest = doubtful
        .iter()
        .filter(|vote| vote.enough() && !vote.against.is_empty() && !vote.header)
        .max_by_key(|vote| (vote.signs.len(), Reverse(vote.against.len())));
    match likeliest {
        Some(vote) => Outcome::Unsure(format!(
            "signs contradict each other: {}",
            vote.against.join(", ")
        )),
        None => Outcome::Absent,
    }
}

/// One vote for each control: a label inside of a button, an item around it and a second link to
/// the same place are the same control, seen twice.
fn once_each<'a, 's>(votes: Vec<Vote<'a, 's>>) -> Vec<Vote<'a, 's>> {
    let mut kept: Vec<Vote<'a, 's>> = Vec::new();
    for vote in votes {
        match kept.iter_mut().find(|other| same(other.found, vote.found)) {
            Some(other) if better(&vote, other) => *other = vote,
            Some(_) => {}
            None => kept.push(vote),
        }
    }
    kept
}

/// The inner one where both are as good.
fn better(vote: &Vote<'_, '_>, other: &Vote<'_, '_>) -> bool {
    let rank = |vote: &Vote<'_, '_>| (!vote.behind, vote.weight());
    rank(vote) > rank(other)
        || (rank(vote) == rank(other) && vote.found.control.inside == Some(other.found.control.id))
}

fn same(one: Found<'_>, other: Found<'_>) -> bool {
    let (a, b) = (one.control, other.control);
    // An address that is only a hash sign is a script's, and leads nowhere.
    let href = |control: &Control| {
        control
            .attrs
            .get("href")
            .filter(|href| href.len() > 1)
            .cloned()
    };
    one.frame == other.frame
        && (a.id == b.id
            || a.inside == Some(b.id)
            || b.inside == Some(a.id)
            || (href(a).is_some() && href(a) == href(b) && a.name == b.name && a.row == b.row))
}
