//! What the guard saw, for the record of the connection it belongs to.
//!
//! A consent page is often seen before its connection is known: the app's own wizard made it, and
//! the right to watch comes with the way back. So what was seen waits with the journey, and each
//! thing is told once. It is told and forgotten: the guard does not depend on it.

use crate::effect::{Effect, Question};
use crate::model::Journey;
use consentry_wire::record::{Seen, Sight};

/// Tells what was not told yet.
pub(crate) fn tell(journeys: &mut [Journey], effects: &mut Vec<Effect>) {
    for journey in journeys {
        let Some(connection) = &journey.connection else {
            continue;
        };
        let guard = &mut journey.guard;
        let happened = [
            (Sight::Offered, guard.offered),
            (Sight::Ticked, guard.ticked),
            (Sight::Held, guard.held),
            (Sight::Released, guard.released),
        ];
        for (what, _) in happened.into_iter().filter(|(_, is_so)| *is_so) {
            if guard.reported.contains(&what) {
                continue;
            }
            guard.reported.push(what);
            effects.push(Effect::Ask(Question::Seen {
                connection: connection.clone(),
                seen: within_bounds(what, guard.client_id.as_ref(), &guard.scopes),
            }));
        }
    }
}

/// An address may hold anything; what the backend would refuse is left out.
fn within_bounds(what: Sight, client_id: Option<&String>, scopes: &[String]) -> Seen {
    let alone = |client_id: Option<&String>, scopes: Vec<String>| Seen {
        what,
        client_id: client_id.cloned(),
        scopes,
    };
    let client_id = client_id.filter(|id| alone(Some(id), Vec::new()).is_well_formed());
    let scopes = scopes
        .iter()
        .filter(|scope| alone(None, vec![(*scope).clone()]).is_well_formed())
        .take(Seen::MOST_SCOPES)
        .cloned()
        .collect();
    alone(client_id, scopes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_is_told_within_bounds() {
        let id = "d62121f3-e023-4972-b6b0-794190c0fd98".to_owned();
        let scopes = ["Sites.Read.All", "a b", ""].map(str::to_owned);
        let seen = within_bounds(Sight::Held, Some(&id), &scopes);
        assert_eq!(seen.client_id, Some(id));
        assert_eq!(seen.scopes, ["Sites.Read.All"]);
        let odd = within_bounds(Sight::Held, Some(&"nobody".into()), &vec!["a".into(); 200]);
        assert_eq!((odd.client_id.as_ref(), odd.scopes.len()), (None, 100));
        assert!(odd.is_well_formed());
    }
}
