//! What changed in the directory since a token was given (Microsoft Graph, "Use delta query to track changes").
//!
//! The scenario's `delta` says how well it tells: each change once, or as real ones do, with items that repeat, come
//! back, or are about nothing; or not at all.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    Call,
    answer::{GraphError, Reply, context},
    applications::{self, READ_APPS, graph_object_id},
    grants,
};
use crate::{
    scenario::Delta,
    world::{Large, Seen, guid},
};

/// Items on a page, and where the delta is odd.
const PAGE: usize = 200;
const ODD_PAGE: usize = 3;

/// A list with a delta.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Of {
    Apps,
    Grants,
}

impl Of {
    fn entity(self) -> &'static str {
        match self {
            Self::Apps => "servicePrincipals",
            Self::Grants => "oauth2PermissionGrants",
        }
    }

    fn small(self, seen: &Seen) -> &BTreeMap<String, Value> {
        match self {
            Self::Apps => &seen.apps,
            Self::Grants => &seen.grants,
        }
    }

    fn count(self, large: Large) -> usize {
        match self {
            Self::Apps => large.apps(),
            Self::Grants => large.grants(),
        }
    }

    fn row(self, large: Large, number: usize) -> Value {
        match self {
            Self::Apps => Large::app(number),
            Self::Grants => large.grant(number, grants::resource()),
        }
    }
}

/// The states that a round of pages compares, and where the next page begins.
struct Round {
    from: Option<usize>,
    to: usize,
    at: usize,
}

impl Round {
    /// As a link holds it: opaque to whoever follows it.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let from = parts.next()?;
        let (to, at) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let from = if from.is_empty() {
            None
        } else {
            Some(from.parse().ok()?)
        };
        Some(Self { from, to, at })
    }

    fn text(&self) -> String {
        let from = self.from.map_or_else(String::new, |from| from.to_string());
        format!("{from}.{}.{}", self.to, self.at)
    }
}

/// `GET /servicePrincipals/delta` and `GET /oauth2PermissionGrants/delta`.
pub(crate) fn page(call: &Call<'_>, of: Of) -> Result<Reply, GraphError> {
    match of {
        Of::Apps => call.caller.need(&READ_APPS)?,
        Of::Grants => call.caller.need(&["Directory.Read.All"])?,
    }
    if call.query.get("$filter").is_some() || call.query.get("$expand").is_some() {
        return Err(GraphError::bad("Unsupported query."));
    }
    let now = Seen {
        apps: applications::by_id(call),
        grants: grants::by_id(call),
        large: Large::of(&call.tenant.world().scenario),
    };
    // From now on: of that even an odd one says nothing.
    let is_latest = call.query.get("$deltatoken") == Some("latest");
    let how = call.tenant.world().scenario.delta;
    let mut world = call.tenant.world();
    let current = world.tokens.now(now);
    let round = match (call.query.get("$skiptoken"), call.query.get("$deltatoken")) {
        (Some(text), _) => Round::parse(text).ok_or_else(|| GraphError::bad("Invalid token."))?,
        (None, Some("latest")) => Round {
            from: Some(current),
            to: current,
            at: 0,
        },
        (None, Some(token)) => {
            let from = token.parse().ok().filter(|from| *from <= current);
            if how == Delta::Ended || from.is_none() {
                return Err(GraphError::resync());
            }
            Round {
                from,
                to: current,
                at: 0,
            }
        }
        (None, None) => Round {
            from: None,
            to: current,
            at: 0,
        },
    };
    let ended = GraphError::resync;
    let to = world.tokens.get(round.to).ok_or_else(ended)?;
    let from = match round.from {
        Some(from) => Some(world.tokens.get(from).ok_or_else(ended)?),
        None => None,
    };
    let changes = Changes::between(from, to, of);
    let (count, size) = match how {
        Delta::Plain | Delta::Ended => (changes.len(), PAGE),
        Delta::Silent => (0, PAGE),
        Delta::Odd if is_latest => (0, PAGE),
        Delta::Odd => (odd_count(&changes), ODD_PAGE),
    };
    let end = (round.at + size).min(count);
    let value: Vec<Value> = (round.at..end)
        .filter_map(|at| {
            if how == Delta::Odd {
                odd(&changes, to, of, at)
            } else {
                Some(changes.item(at))
            }
        })
        .collect();
    let mut body = json!({ "@odata.context": context(of.entity()), "value": value });
    let (name, key, token) = if end < count {
        let next = Round { at: end, ..round };
        ("@odata.nextLink", "$skiptoken", next.text())
    } else {
        ("@odata.deltaLink", "$deltatoken", round.to.to_string())
    };
    body[name] = link(call, of, key, &token).into();
    Ok(Reply::Json(body))
}

fn link(call: &Call<'_>, of: Of, key: &str, token: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if let Some(select) = call.query.get("$select") {
        query.append_pair("$select", select);
    }
    query.append_pair(key, token);
    let path = of.entity();
    format!(
        "https://graph.microsoft.com/v1.0/{path}/delta?{}",
        query.finish()
    )
}

/// What differs between two states, each item by its number.
struct Changes {
    few: Vec<Value>,
    of: Of,
    large: Large,
    /// Numbers of rows of the large organization that are new or another.
    many: [std::ops::Range<usize>; 2],
    /// Those that are gone.
    gone: std::ops::Range<usize>,
    before: Large,
}

impl Changes {
    fn between(from: Option<&Seen>, to: &Seen, of: Of) -> Self {
        let nothing = BTreeMap::new();
        let (old, new) = (from.map_or(&nothing, |seen| of.small(seen)), of.small(to));
        let is_other = |(id, item): &(&String, &Value)| old.get(*id) != Some(*item);
        let mut few: Vec<Value> = new
            .iter()
            .filter(is_other)
            .map(|(_, item)| item.clone())
            .collect();
        let gone = old.keys().filter(|id| !new.contains_key(*id));
        few.extend(gone.map(|id| removed(id)));
        let before = from.map_or(to.large, |seen| seen.large);
        let (was, is) = (
            from.map_or(0, |seen| of.count(seen.large)),
            of.count(to.large),
        );
        let churned = if of == Of::Grants && from.is_some() {
            before.churn().min(is)..to.large.churn().min(is).min(was)
        } else {
            0..0
        };
        Self {
            few,
            of,
            large: to.large,
            many: [was.min(is)..is, churned],
            gone: is.min(was)..was,
            before,
        }
    }

    fn len(&self) -> usize {
        self.few.len()
            + self.many.iter().map(ExactSizeIterator::len).sum::<usize>()
            + self.gone.len()
    }

    fn item(&self, at: usize) -> Value {
        let Some(mut left) = at.checked_sub(self.few.len()) else {
            return self.few[at].clone();
        };
        for some in &self.many {
            if left < some.len() {
                return self.of.row(self.large, some.start + left);
            }
            left -= some.len();
        }
        let row = self.of.row(self.before, self.gone.start + left);
        removed(row["id"].as_str().unwrap_or_default())
    }
}

fn removed(id: &str) -> Value {
    json!({ "id": id, "@removed": { "reason": "deleted" } })
}

/// Each item twice, and before, between and after them pages with nothing.
fn odd_count(changes: &Changes) -> usize {
    2 * ODD_PAGE + 3 * changes.len()
}

/// The last change first; each twice, the first time as if it were gone or from before; an object that never was; a
/// replay of one that has not changed.
fn odd(changes: &Changes, to: &Seen, of: Of, at: usize) -> Option<Value> {
    let at = match at.checked_sub(ODD_PAGE) {
        None => return None,
        Some(at) if at == 3 * changes.len() => {
            return Some(removed(&guid("never there").to_string()));
        }
        Some(at) if at == 3 * changes.len() + 1 => {
            let known = of.small(to);
            let replayed = known.values().find(|item| item["id"] != graph_object_id());
            return replayed.cloned();
        }
        Some(at) if at > 3 * changes.len() => return None,
        Some(at) => at,
    };
    let item = changes.item(changes.len() - 1 - at / 3);
    let id = item["id"].as_str().unwrap_or_default();
    match at % 3 {
        0 if item.get("@removed").is_none() => Some(removed(id)),
        _ => Some(item),
    }
}
