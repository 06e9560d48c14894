//! What the backend says of a connection, as facts of its journey.

use crate::fact::{Fact, Source};
use crate::model::Journey;
use consentry_catalog::guide::What;
use consentry_wire::api::{State, Status};

/// What Graph proved, as facts. An older answer than the one known changes nothing.
pub(super) fn take_status(journey: &mut Journey, status: Status, now: u64) {
    if journey
        .status
        .as_ref()
        .is_some_and(|known| known.id == status.id && known.revision > status.revision)
    {
        return;
    }
    let mut learn = |what, holds| {
        journey.facts.learn(Fact {
            what,
            holds,
            source: Source::Graph,
            at: now,
        });
    };
    let signed_in = match &status.state {
        State::AwaitingSignIn | State::NeedsReauthorization { .. } => false,
        State::Blocked { .. } => status.tenant.is_some(),
        State::NeedsAdminConsent
        | State::Propagating { .. }
        | State::Authorized { .. }
        | State::Granted => true,
    };
    learn(What::Connected, signed_in);
    // What the observer lists ends the step as well; that nobody has used it is said in words.
    let authorized = matches!(status.state, State::Authorized { .. } | State::Granted);
    learn(What::Authorized, authorized);
    if let Some(required) = status.exposure.assignment_required {
        learn(What::AssignmentRequired, required);
    }
    if let Some(assigned) = &status.exposure.assigned {
        learn(What::Assigned, !assigned.is_empty());
    }
    if authorized {
        for what in [
            What::ConsentReturned,
            What::ConsentDeclined,
            What::WindowClosed,
        ] {
            journey.facts.forget(what);
        }
        journey.returned_error = None;
    }
    journey.status = Some(status);
}
